// @ts-check
/** Play, Step, Reset, line by line, and where training stops by itself. */

import { announcement } from "./code/loop.js";
import { stepLine } from "./code/stepping.js";
import { disclosure } from "./disclosure.js";
import { find, html, say } from "./dom.js";
import { field } from "./field.js";
import { whole } from "./numbers.js";

/** A key held down walks faster than can be read out. */
const PAUSE = 150;

/** @param {HTMLElement} transport @param {import("./lab.js").Lab} lab */
export function transportButtons(transport, lab) {
  const play = find("#play", transport);
  const step = find("#step", transport);
  const reset = find("#reset", transport);
  /** @type {Pick<import("./lab.js").State, "run" | "welcome">} */
  let last = { run: null, welcome: null };
  const playing = () => {
    const { controls } = lab.state();
    return controls !== null && (controls.playing || controls.catching_up !== null); // either is stopped by `pause`
  };
  const verbs = {
    toggle: () => lab.send({ type: playing() ? "pause" : "play" }),
    step: () => lab.send({ type: "step" }),
    reset: () => lab.send({ type: "reset" }),
  };
  play.addEventListener("click", verbs.toggle);
  step.addEventListener("click", verbs.step);
  reset.addEventListener("click", verbs.reset);
  find("#line-on", transport).addEventListener("click", () => stepLine(lab, false));
  find("#line-back", transport).addEventListener("click", () => stepLine(lab, true));
  const announce = announcer(transport);
  return {
    ...verbs,
    /** @param {import("./lab.js").State} state */
    update({ run, welcome, controls }) {
      announce(run && controls ? announcement(run.code, controls.line) : "");
      // What was said of the run before is no longer true; what was said in joining is.
      if (run !== last.run && welcome === last.welcome) lab.say("");
      if (run !== last.run) last = { run, welcome };
      play.setAttribute("aria-label", playing() ? "Pause" : "Play");
      play.classList.toggle("playing", playing());
    },
  };
}

/** Where the steps from line to line are read out: not in the panel of the code, which may be out of sight. @param {HTMLElement} transport */
function announcer(transport) {
  const status = html("p", { class: "offstage", role: "status" });
  transport.append(status);
  let timer = 0;
  let wanted = "";
  /** @param {string} sentence */
  return sentence => {
    if (sentence === wanted) return;
    wanted = sentence;
    clearTimeout(timer);
    timer = setTimeout(() => say(status, sentence), PAUSE);
  };
}

/** @param {HTMLElement} transport @param {import("./lab.js").Lab} lab */
export function stopConditions(transport, lab) {
  const button = find("#stop", transport);
  const at = find("b", button);
  disclosure(button, find("#stop-sheet", transport));

  const iteration = field(find("#stop-iteration", transport), (text, refused) => {
    return lab.send({ type: "set_stop", iteration: text, error: lab.state().controls?.stop_error ?? null }, refused);
  });
  const error = field(find("#stop-error", transport), (text, refused) => {
    const present = lab.state().controls?.stop_iteration ?? 1;
    return lab.send({ type: "set_stop", iteration: present, error: text.trim() === "" ? null : text }, refused);
  });

  return {
    /** @param {import("./lab.js").State} state */
    update({ controls }) {
      if (!controls) return;
      iteration.show(String(controls.stop_iteration));
      error.show(controls.stop_error === null ? "" : String(controls.stop_error));
      const also = controls.stop_error === null ? "" : ` or error ${controls.stop_error}`;
      say(at, whole(controls.stop_iteration) + also);
    },
  };
}
