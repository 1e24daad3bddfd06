// @ts-check
/** How many weights there are of each size. Pure. */

/** Steps that can be read off an axis. */
const NICE = [1, 1.5, 2, 3, 4, 6, 8];

/** The edges of an axis from minus to plus that holds all numbers. @param {number[]} values */
export function reach(values) {
  const most = Math.max(1, ...values.map(Math.abs).filter(Number.isFinite));
  const power = 10 ** Math.floor(Math.log10(most));
  return (NICE.find(step => step * power >= most) ?? 10) * power;
}

/** How many values fall into each of so many equal bins from -reach to reach. @param {number[]} values @param {number} reach @param {number} bins */
export function counted(values, reach, bins) {
  const counts = new Array(bins).fill(0);
  for (const value of values) {
    if (!(Math.abs(value) <= reach)) continue;
    counts[Math.min(bins - 1, Math.floor(((value + reach) / (2 * reach)) * bins))]++;
  }
  return counts;
}

/** @param {number[]} values */
export function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
