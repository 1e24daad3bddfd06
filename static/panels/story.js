// @ts-check
/** What just happened, in words: why nothing moves; what the line, or the last stretch of training, did; one example. */

import { readable } from "../cadence.js";
import { sayNamed } from "../code/named.js";
import { html, say, set } from "../dom.js";
import { tellLine } from "../lines/telling.js";
import { workOf } from "../lines/work.js";
import { rowInView } from "../store.js";
import { autopsy } from "../story/autopsy.js";
import { isSlopeless, sentence } from "../story/moment.js";
import { follow, NOTHING } from "../story/since.js";
import { steadily } from "../story/steadily.js";
import { tellChange, tellStretch } from "../story/stretch.js";
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
  let told = "";
  let at = -Infinity;
  /** @type {unknown} */
  let grownFor = null;

  /** @param {State} state */
  function tell(state) {
    const work = workOf(state);
    if (work) return tellLine(work, state);
    const { from, last, was } = memory;
    if (!last || !state.run) return "";
    if (was !== null && from?.iteration === last.iteration) return tellChange(was, last);
    return tellStretch(from, last, state.run, state.curve);
  }

  /** @param {State} state */
  function tellNow(state) {
    const { controls, frame } = state;
    const now = performance.now();
    if (controls?.playing && now - at < UNHURRIED) return;
    at = now;
    const sentence = tell(state);
    if (sentence === told) return;
    told = sentence;
    sayNamed(report, unbroken(sentence), -1);
    if (!controls?.playing) announce(`${frame?.why ? `${frame.why.sentence} ${frame.why.advice} ` : ""}${sentence}`);
  }

  return {
    hear(state) {
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
      moment.hidden = controls.line !== null || frame.why !== null;
      if (output !== undefined && target !== undefined) say(moment, unbroken(sentence(controls.row, output, target, isSlopeless(run))));
    },
  };
}
