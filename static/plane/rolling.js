// @ts-check
/** Rolls the balls at a pace, while they are in sight. */

/** Iterations a second. */
export const PACES = [1, 10, 100, 1000, 10_000];
/** Milliseconds that a page that was away makes up for. */
const LONGEST = 100;
/** Between two moves, where somebody wants little to move. */
const CALM = 500;

/**
 * @param {HTMLElement} box it waits while this is out of sight
 * @param {object} what
 * @param {() => number} what.pace iterations a second
 * @param {(count: number) => boolean} what.advance whether any ball has still somewhere to go
 * @param {(on: boolean) => void} what.turned
 */
export function rolling(box, { pace, advance, turned }) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let [on, seen, asked, then, due] = [false, true, 0, 0, 0];

  new IntersectionObserver(entries => {
    seen = entries[entries.length - 1].isIntersecting;
    then = performance.now();
    ask();
  }).observe(box);

  function ask() {
    if (on && seen && !asked) asked = requestAnimationFrame(frame);
  }

  /** @param {number} now */
  function frame(now) {
    asked = 0;
    if (!on) return;
    if (!(calm.matches && now - then < CALM)) {
      due += (Math.min(Math.max(now - then, 0), calm.matches ? CALM : LONGEST) * pace()) / 1000;
      then = now;
      const count = Math.floor(due);
      due -= count;
      if (count && !advance(count)) turn(false);
    }
    ask();
  }

  /** @param {boolean} wanted */
  function turn(wanted) {
    if (wanted === on) return;
    [on, then, due] = [wanted, performance.now(), wanted ? 1 : 0]; // the first step at once
    turned(on);
    ask();
  }

  return { turn, on: () => on };
}
