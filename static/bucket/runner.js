// @ts-check
/** What moves step by step at a pace that the eye can follow, while it is in sight. */

/** Steps a second. */
export const SPEEDS = { slow: 2, medium: 7, fast: 40 };
/** A page that was away does not make up for it. */
const LONGEST = 100;

export const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * @param {HTMLElement} box paused while out of sight
 * @param {object} what
 * @param {() => number} what.pace steps a second
 * @param {() => boolean} what.step whether there is more to come
 * @param {() => void} what.stepped once a frame in which there were any
 * @param {(share: number) => void} what.paint how much of the newest step is done, 0 to 1
 * @param {(running: boolean) => void} what.turned
 */
export function runner(box, { pace, step, stepped, paint, turned }) {
  let running = false;
  let seen = true;
  let [asked, then] = [0, 0];
  /** Of the newest step; 1: it is done. */
  let share = 1;
  let more = true;

  new IntersectionObserver(entries => {
    seen = entries[entries.length - 1].isIntersecting;
    if (seen) ask();
  }).observe(box);

  function ask() {
    if (asked || !seen || (!running && share >= 1)) return;
    then = performance.now();
    asked = requestAnimationFrame(frame);
  }

  /** @param {number} now */
  function frame(now) {
    asked = 0;
    share += (Math.min(Math.max(0, now - then), LONGEST) / 1000) * pace();
    then = now;
    const goes = share >= 1 && running && more;
    while (share >= 1 && running && more) {
      share -= 1;
      more = step();
    }
    if (goes) stepped();
    const done = share >= 1;
    if (done) share = 1;
    paint(share);
    if (done && running) turn(false);
    if (!done && seen) asked = requestAnimationFrame(frame);
  }

  /** @param {boolean} on */
  function turn(on) {
    if (running === on) return;
    running = on;
    turned(on);
  }

  return {
    running: () => running,
    start() {
      more = true;
      turn(true);
      ask();
    },
    hold: () => turn(false),
    /** One step, as slowly as one can see it. */
    once() {
      turn(false);
      share = 0;
      step();
      stepped();
      ask();
    },
    /** Nothing is on its way any more. */
    settle() {
      turn(false);
      share = 1;
    },
  };
}

export const SPEED_CHOICES = [
  { value: "slow", text: "slow", sentence: "Two steps a second: time to read the numbers." },
  { value: "medium", text: "medium", sentence: "Seven steps a second." },
  { value: "fast", text: "fast", sentence: "Forty steps a second, for balls that have a long way." },
];
