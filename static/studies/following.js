// @ts-check
/**
 * The study that a panel shows, and what it has found so far. The newest is asked for when there is more to be seen, one
 * answer at a time, and only while the panel is in view: what comes to pass meanwhile is in the next answer. An answer that
 * failed is asked for until it comes, in view or not: nothing paints a panel of which nothing changes. But ever less often,
 * until the panel is painted or the study has found more.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../messages.js").StudyRow} StudyRow
 * @typedef {import("../messages.js").StudyResult} StudyResult
 */

import { keyOf } from "../chosen.js";

/** Milliseconds until an answer that failed is asked for again, at first and at the most. */
const [PAUSE, LONGEST] = [2_000, 60_000];

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
  /** When and for which version the last answer did not come. @type {{at: number, version: number} | null} */
  let failed = null;
  let pause = PAUSE;
  let timer = 0;

  /** @returns {StudyRow | null} */
  function row() {
    const { studies, chosenStudies } = state();
    const mine = studies.filter(study => study.purpose === purpose);
    return mine.find(study => keyOf(study) === chosenStudies[purpose]) ?? mine.at(-1) ?? null;
  }

  /** To be called whenever the panel is painted. */
  function look() {
    pause = PAUSE;
    seek();
  }

  async function seek() {
    clearTimeout(timer);
    const wanted = row();
    const subject = keyOf(wanted);
    if (of !== subject) {
      const known = result !== null || failed !== null;
      [of, result, failed] = [subject, null, null];
      if (known) changed();
    }
    const known = result && result.version >= (wanted?.version ?? 0);
    missed = asking;
    if (!wanted || wanted.version === 0 || known || asking) return;
    const left = failed ? failed.at + pause - performance.now() : 0;
    if (left > 0) return wait(left);
    asking = true;
    try {
      const answer = await ask(wanted.number);
      if (subject === keyOf(row())) {
        failed = null;
        result = /** @type {Result} */ (answer);
        changed();
      }
    } catch {
      if (subject === keyOf(row())) {
        pause = failed?.version === wanted.version ? Math.min(2 * pause, LONGEST) : PAUSE;
        failed = { at: performance.now(), version: wanted.version };
        wait(pause);
        changed();
      }
    } finally {
      asking = false;
    }
    if (missed) look();
  }

  /** @param {number} milliseconds */
  function wait(milliseconds) {
    timer = setTimeout(seek, milliseconds + 1);
  }

  return { row, look, result: () => result, /** Whether the last answer did not come. */ failed: () => failed !== null };
}
