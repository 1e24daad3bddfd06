// @ts-check
/** Going from line to line: the page shows the line at once, and then asks the server. */

import { lineAfter, lineBefore } from "./loop.js";

/** @typedef {import("../lab.js").Lab} Lab */

/** The controls as they were when something was asked: until the server answers they stay the same object. @type {unknown} */
let unanswered = null;
/** Whether the line that was stepped to has been painted. */
let shown = true;

/**
 * A key held down walks as fast as the server answers, else old answers would come between new steps; and no faster than
 * the page paints, else lines would be left out.
 *
 * @param {Lab} lab
 * @param {boolean} back
 * @param {boolean} [held]
 */
export function stepLine(lab, back, held = false) {
  const { run, controls, frame } = lab.state();
  if (!run || !controls || !frame || (held && (controls === unanswered || !shown))) return;
  const to = back ? lineBefore(run.code, controls.line, frame.iteration) : lineAfter(run.code, controls.line);
  move(lab, to, { type: "step_line", back });
}

/** To a line of the loop, or with null out of the loop. @param {Lab} lab @param {number | null} line */
export function goToLine(lab, line) {
  move(lab, line, { type: "go_to_line", line });
}

/** Out of the loop, if anybody is in it. @param {Lab} lab */
export function leaveLines(lab) {
  if (lab.state().controls?.line != null) goToLine(lab, null);
}

/** @param {Lab} lab @param {number | null | undefined} line where it is known @param {import("../messages.js").ClientMessage} verb */
function move(lab, line, verb) {
  const before = lab.state().controls?.line ?? null;
  const sent = lab.send(verb, refusal => {
    unanswered = null;
    lab.chooseLine(before);
    lab.say(refusal.message);
  });
  if (!sent) return;
  if (line !== undefined) lab.chooseLine(line);
  unanswered = lab.state().controls;
  shown = false;
  lab.painted(() => (shown = true));
}
