// @ts-check
/**
 * Asks for the newest of many iterations: at most one is on its way. It has arrived when its frame has, or is given up
 * after a while, because the server leaves out what was overtaken. The last one is always asked for.
 */

const GIVEN_UP = 100;

/**
 * @param {(iteration: number) => unknown} send
 * @param {{now: () => number, later: (then: () => void, pause: number) => unknown}} [time] milliseconds
 */
export function going(send, time = { now: () => performance.now(), later: setTimeout.bind(globalThis) }) {
  /** @type {number | null} */
  let waiting = null;
  /** @type {{iteration: number, at: number} | null} */
  let flying = null;
  let timed = false;

  function pump() {
    if (waiting === null) return;
    const rest = flying ? flying.at + GIVEN_UP - time.now() : 0;
    if (rest > 0) {
      if (timed) return;
      timed = true;
      time.later(() => {
        timed = false;
        pump();
      }, rest);
      return;
    }
    const iteration = waiting;
    [waiting, flying] = [null, { iteration, at: time.now() }];
    send(iteration);
  }

  return {
    /** @param {number} iteration */
    ask(iteration) {
      waiting = flying?.iteration === iteration ? null : iteration;
      pump();
    },
    /** The page shows this one. @param {number} iteration */
    arrived(iteration) {
      if (flying?.iteration !== iteration) return;
      flying = null;
      pump();
    },
    /** Nobody wants to go anywhere any more. */
    drop() {
      [waiting, flying] = [null, null];
    },
  };
}
