// @ts-check
/**
 * The timeline under the transport: every iteration of the run under one thumb, with the changes on it, undo and redo,
 * and a word when the page does not stand at the end.
 *
 * @typedef {import("./lab.js").State} State
 */

import { readable } from "./cadence.js";
import { find, say, set } from "./dom.js";
import { changes } from "./timeline/changes.js";
import { nextMark } from "./timeline/groups.js";
import { track } from "./timeline/track.js";
import { undoing } from "./timeline/undoing.js";
import { whereabouts } from "./timeline/words.js";

/** The last frame of a stretch may come after the word how far it went, in ms: nobody is in the past for that. */
const TRAILING = 150;

/** @param {HTMLElement} transport @param {import("./lab.js").Lab} lab */
export function timeline(transport, lab) {
  const element = find(".timeline", transport);
  const where = find(".where", element);
  const [title, more, back] = [find("b", where), find("span", where), find("button", where)];
  const taking = undoing(element, lab);
  const rail = track(find(".track", element), {
    send: iteration => lab.send({ type: "go_to", iteration }, refusal => lab.say(refusal.message)),
    stops: () => lab.state().marks.map(mark => mark.iteration),
    playing: () => lab.state().controls?.playing === true,
  });
  const marks = changes(find(".changes", element), rail, lab);
  /** While it trains the run may be further than was last said. @type {{said: State["controls"], reach: number}} */
  let known = { said: null, reach: 0 };
  let [shown, since, timer] = ["", 0, 0];

  /** @param {State} state */
  function reachOf({ controls, frame }) {
    if (controls !== known.said) known = { said: controls, reach: controls?.reach ?? 0 };
    known.reach = Math.max(known.reach, frame?.iteration ?? 0);
    return known.reach;
  }

  /** @param {State["controls"]} controls @param {number} iteration @param {number} reach */
  function tell(controls, iteration, reach) {
    if (!controls) return;
    const { kind, title: name, more: rest } = whereabouts(controls, iteration, reach);
    if (kind !== "past") since = 0;
    else if (shown !== kind) {
      since ||= performance.now();
      clearTimeout(timer);
      timer = setTimeout(() => paint(lab.state()), TRAILING);
      if (performance.now() - since < TRAILING) return;
    }
    shown = kind;
    set(transport, "data-where", kind);
    say(title, name);
    say(more, rest);
    back.hidden = kind !== "past";
  }

  back.addEventListener("click", () => {
    rail.go(known.reach);
    rail.focus(); // it goes away under the finger
  });

  /** To the next change, or to the one before. @param {1 | -1} direction */
  function jump(direction) {
    const to = nextMark(lab.state().marks, rail.at(), direction);
    if (to !== null) rail.go(to);
  }

  /** @param {State} state */
  function paint(state) {
    const { frame, controls } = state;
    if (!frame || !controls) return;
    const reach = reachOf(state);
    rail.measure(Math.max(1, controls.stop_iteration, reach), reach);
    // Read aloud to whoever has the focus there, a value that runs would never end.
    const running = controls.playing && document.activeElement?.id === "timeline";
    rail.show(frame.iteration, frame.error, !running && readable(state));
    marks.paint(state.marks, frame.iteration);
    tell(controls, frame.iteration, reach);
  }

  return { undo: taking.undo, redo: taking.redo, jump, update: taking.update, paint };
}
