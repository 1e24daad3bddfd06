// @ts-check
/** Asking for the past of the run: only when it has gone on since, and not more often than twice a second. */

import { firstFrom } from "../points.js";

const PAUSE = 500;

/**
 * @param {object} wires
 * @param {(since: number) => unknown} wires.send
 * @param {() => import("../lab.js").State} wires.state
 * @param {() => number} [wires.clock] milliseconds
 */
export function asking({ send, state, clock = () => performance.now() }) {
  let at = -Infinity;
  let timer = 0;
  /** What was asked about last: a new snapshot begins with no past. @type {{run: unknown, iteration: number, since: number}} */
  let asked = { run: null, iteration: 0, since: 0 };

  function look() {
    const { link, run, frame, past } = state();
    if (link !== "live" || !run || !frame) return;
    const forgotten = past.iterations.length === 0 && asked.since > 0;
    const known = asked.run === run && !forgotten ? asked.iteration : 0;
    if (frame.iteration === known || timer) return;
    const wait = at + PAUSE - clock();
    if (wait > 0) {
      timer = setTimeout(() => {
        timer = 0;
        look();
      }, wait);
      return;
    }
    at = clock();
    asked = { run, iteration: frame.iteration, since: sinceOf(past.iterations, frame.iteration) };
    send(asked.since);
  }

  return { look };
}

/**
 * From where on: the last that is known is asked for again. What was ahead of a run that was taken back is no past.
 *
 * @param {number[]} known iterations
 * @param {number} now
 */
export function sinceOf(known, now) {
  const before = firstFrom(known, now) - 1;
  return before < 0 ? 0 : known[before];
}
