// @ts-check
/** Where a curve turns from falling to rising. Pure. */

/** A dip counts where the curve falls, and rises again, by more than this part of its whole height. */
const DEEP = 1e-3;

/**
 * @param {number[]} places ascending
 * @param {number[]} heights
 * @returns {{at: number, height: number}[]}
 */
export function dipsOf(places, heights) {
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const deep = (high - low) * DEEP;
  if (!(deep > 1e-12)) return []; // flat, or not a number
  const dips = [];
  let [falling, top, bottom] = [false, 0, 0];
  for (let i = 1; i < heights.length; i++) {
    if (falling) {
      if (heights[i] < heights[bottom]) bottom = i;
      else if (heights[i] > heights[bottom] + deep) {
        dips.push(lowest(places, heights, bottom));
        [falling, top] = [false, i];
      }
    } else if (heights[i] > heights[top]) top = i;
    else if (heights[i] < heights[top] - deep) [falling, bottom] = [true, i];
  }
  return dips;
}

/** Between the points: the lowest of the parabola through three of them. @param {number[]} places @param {number[]} heights @param {number} i */
function lowest(places, heights, i) {
  const [before, here, after] = [heights[i - 1], heights[i], heights[i + 1]];
  const bend = before - 2 * here + after;
  const aside = bend > 0 ? (before - after) / (2 * bend) : 0;
  return { at: places[i] + aside * (places[i + 1] - places[i]), height: here - (bend * aside * aside) / 2 };
}
