// @ts-check
/**
 * The study that a panel shows, and what it has found so far. The newest is asked for when there is more to be seen, one
 * answer at a time, and only while the panel is in view: what comes to pass meanwhile is in the next answer. An answer that
 * failed is asked for until it comes, in view or not: nothing paints a panel of which nothing changes.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../messages.js").StudyRow} StudyRow
 * @typedef {import("../messages.js").StudyResult} StudyResult
 */

import { keyOf } from "../chosen.js";

/** Milliseconds until an answer that failed is asked for again. */
const PAUSE = 2_000;

/**
 * @template {StudyResult} Result
 * @param {object} wiring
 * @param {() => State} wiring.state
 * @param {StudyRow["purpose"]} wiring.purpose
 * @param {(number: number) => Promise<StudyResult>} wiring.ask
 * @param {() => void} wiring.changed there is another result, or none any more
 */
export function following({ state, purpose, ask, changed }) {
  /** @type {Result | null} */
  let result = null;
  /** Which study it is of. */
  let of = "";
  let asking = false;
  /** The panel was painted while an answer was awaited. */
  let missed = false;
  let failedAt = -Infinity;

  /** @returns {StudyRow | null} */
  function row() {
    const { studies, chosenStudies } = state();
    const mine = studies.filter(study => study.purpose === purpose);
    return mine.find(study => keyOf(study) === chosenStudies[purpose]) ?? mine.at(-1) ?? null;
  }

  /** To be called whenever the panel is painted. */
  async function look() {
    const wanted = row();
    const subject = keyOf(wanted);
    if (of !== subject) {
      const known = result !== null || failedAt > -Infinity;
      [of, result, failedAt] = [subject, null, -Infinity];
      if (known) changed();
    }
    const known = result && result.version >= (wanted?.version ?? 0);
    missed = asking;
    if (!wanted || wanted.version === 0 || known || asking || performance.now() < failedAt + PAUSE) return;
    asking = true;
    try {
      const answer = await ask(wanted.number);
      if (subject === keyOf(row())) {
        failedAt = -Infinity;
        result = /** @type {Result} */ (answer);
        changed();
      }
    } catch {
      if (subject === keyOf(row())) {
        failedAt = performance.now();
        setTimeout(look, PAUSE + 1);
        changed();
      }
    } finally {
      asking = false;
    }
    if (missed) look();
  }

  return { row, look, result: () => result, /** Whether the last answer did not come. */ failed: () => failedAt > -Infinity };
}
