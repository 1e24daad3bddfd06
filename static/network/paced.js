// @ts-check
/** Sends the newest of many values: at most one an animation frame, and none sooner after another than a pause. */

/**
 * @template Value
 * @param {(value: Value) => void} send
 * @param {() => number} pause milliseconds
 * @param {{tick: (then: () => void) => unknown, now: () => number}} [time]
 */
export function paced(send, pause, time = { tick: then => requestAnimationFrame(then), now: () => performance.now() }) {
  /** @type {{value: Value} | null} */
  let waiting = null;
  let asked = false;
  let last = -Infinity;

  function ask() {
    if (asked) return;
    asked = true;
    time.tick(() => {
      asked = false;
      if (waiting && time.now() - last >= pause()) hurry();
      else if (waiting) ask();
    });
  }

  /** Send what waits now. */
  function hurry() {
    if (!waiting) return;
    const { value } = waiting;
    [waiting, last] = [null, time.now()];
    send(value);
  }

  return {
    hurry,
    /** @param {Value} value */
    offer(value) {
      waiting = { value };
      ask();
    },
    /** Send nothing of it. */
    drop() {
      waiting = null;
    },
  };
}
