// @ts-check
/** What just happened, in words: why nothing moves; what the line, or the last stretch of training, did; one example. */

import { readable } from "../cadence.js";
import { sayNamed } from "../code/named.js";
import { html, say, set } from "../dom.js";
import { tellLine } from "../lines/telling.js";
import { workOf } from "../lines/work.js";
import { powers } from "../numbers.js";
import { rowInView } from "../store.js";
import { autopsy } from "../story/autopsy.js";
import { isSlopeless, sentence } from "../story/moment.js";
import { follow, NOTHING } from "../story/since.js";
import { steadily } from "../story/steadily.js";
import { isReordered, tellAgain, tellChange, tellShuffle, tellStretch } from "../story/stretch.js";
import { unbroken } from "../story/wording.js";

/** @typedef {import("../lab.js").State} State */

/** Sentences that change faster than this cannot be read to their end, in ms. */
const UNHURRIED = 500;

/** @param {HTMLElement} element @param {import("../lab.js").Lab} lab @returns {import("../lab.js").Panel} */
export function storyPanel(element, lab) {
  const report = html("p", { class: "report" });
  const moment = html("p", { class: "moment" });
  const announced = html("p", { class: "announced", role: "status" });
  const why = autopsy(lab);
  const text = html("div", { class: "story", tabindex: 0, role: "group", "aria-label": "what just happened" }, why.element, report, moment);
  element.append(text, announced);
  const announce = steadily(sentence => say(announced, sentence));
  let memory = NOTHING;
  let [told, spoken] = ["", ""];
  let at = -Infinity;
  /** @type {unknown} */
  let grownFor = null;
  /** For what it was last seen whether there is room for the example too. */
  let fitted = "";
  let cramped = false;
  let shuffled = false;
  document.fonts.ready.then(() => (fitted = ""));
  text.addEventListener("scroll", hint, { passive: true });

  /** @param {State} state */
  function tell(state) {
    const work = workOf(state);
    if (work) return tellLine(work, state);
    const { from, last, was } = memory;
    if (!last || !state.run) return "";
    if (was !== null && from?.iteration === last.iteration && memory.again) return tellAgain(was, last);
    if (was !== null && from?.iteration === last.iteration) return (shuffled || isShuffled(state) ? tellShuffle : tellChange)(was, last);
    return tellStretch(from, last, state.run, state.curve);
  }

  /** @param {State} state */
  function tellNow(state) {
    const { controls, frame } = state;
    const now = performance.now();
    if (controls?.playing && now - at < UNHURRIED) return;
    at = now;
    const sentence = powers(tell(state));
    if (controls) speak(sentence, controls.playing || controls.catching_up !== null, frame?.why ?? null);
    if (sentence === told) return;
    told = sentence;
    fitted = "";
    sayNamed(report, unbroken(sentence), -1);
  }

  /** While it trains there is nothing that would still be so when it has been read out. @param {string} sentence @param {boolean} moving @param {import("../messages.js").Why | null} why */
  function speak(sentence, moving, why) {
    const whole = moving ? "" : `${why ? `${powers(why.sentence)} ${why.advice} ` : ""}${sentence}`;
    if (moving) say(announced, "");
    if (whole === spoken) return;
    spoken = whole;
    announce(whole);
  }

  /** An example of which only half a sentence could be read is left out. @param {boolean} unwanted @param {string} about */
  function fit(unwanted, about) {
    if (about !== fitted) {
      moment.hidden = unwanted;
      cramped = !unwanted && text.scrollHeight > text.clientHeight + 1;
    }
    moment.hidden = unwanted || cramped;
    if (about !== fitted) hint();
    fitted = about;
  }

  /** That there is more below. */
  function hint() {
    set(text, "data-more", String(text.scrollHeight - text.scrollTop > text.clientHeight + 1));
  }

  return {
    hear(state) {
      if (state.run && memory.run !== state.run) shuffled = memory.run !== null && isReordered(memory.run, state.run);
      memory = follow(memory, state, performance.now());
    },
    paint(state) {
      const { run, frame, controls } = state;
      if (!run || !frame || !controls || !readable(state)) return;
      why.paint(state);
      tellNow(state);
      // Once there was room made for an autopsy it stays for this run, so that nothing jumps to and fro.
      if (frame.why) grownFor = run.run;
      set(element, "data-grown", String(grownFor === run.run));
      const here = rowInView(state);
      const output = frame.layers[frame.layers.length - 1][here]?.[0];
      const target = run.targets[here]?.[0];
      if (output !== undefined && target !== undefined) say(moment, unbroken(sentence(controls.row, output, target, isSlopeless(run))));
      fit(controls.line !== null || frame.why !== null, [told, controls.row, frame.why?.sentence, innerWidth, innerHeight].join());
    },
  };
}

/** Whether the newest thing that was done by hand is that the rows were shuffled; at iteration 0 nothing is marked. @param {State} state */
function isShuffled({ marks, frame }) {
  const last = marks.findLast(({ iteration }) => iteration === frame?.iteration);
  return last !== undefined && last.label.endsWith("rows shuffled");
}
