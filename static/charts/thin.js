// @ts-check
/**
 * Fewer points for the same picture: what falls into one column of pixels is drawn as its first, lowest, highest and
 * last point. A spike is never lost, because it is the highest of its column. Pure.
 *
 * @typedef {{iterations: number[], errors: number[]}} Points
 */

/**
 * @param {Points} points in the order of their iterations
 * @param {(iteration: number) => number} pixel
 * @param {number} left everything beyond the edges falls into one column each
 * @param {number} right
 * @returns {Points}
 */
export function thinned({ iterations, errors }, pixel, left, right) {
  /** @type {Points} */
  const kept = { iterations: [], errors: [] };
  let start = 0;
  for (let i = 1; i <= iterations.length; i++) {
    if (i < iterations.length && column(pixel(iterations[i])) === column(pixel(iterations[start]))) continue;
    for (const k of telling(errors, start, i)) {
      kept.iterations.push(iterations[k]);
      kept.errors.push(errors[k]);
    }
    start = i;
  }
  return kept;

  /** @param {number} x */
  function column(x) {
    return Math.floor(Math.min(right + 1, Math.max(left - 1, x)));
  }
}

/**
 * The points of one column that can be seen; one that is no number breaks the line, and so is always kept.
 *
 * @param {number[]} errors @param {number} start @param {number} end
 */
function telling(errors, start, end) {
  let low = start;
  while (low < end - 1 && !Number.isFinite(errors[low])) low++;
  let high = low;
  const kept = new Set([start, end - 1]);
  for (let i = start; i < end; i++) {
    if (!Number.isFinite(errors[i])) kept.add(i);
    else if (errors[i] < errors[low]) low = i;
    else if (errors[i] > errors[high]) high = i;
  }
  return [...kept.add(low).add(high)].sort((a, b) => a - b);
}
