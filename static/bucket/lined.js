// @ts-check
/** Names in a line, none over another. Pure. */

/** Pixels between two names. */
const GAP = 6;

/**
 * Where each name begins: with its middle where it is wanted, or as near to that as its neighbours and the ends leave it.
 *
 * @param {number[]} middles from left to right, in pixels
 * @param {number[]} widths
 * @param {number} low
 * @param {number} high where there is too little room for all, the last ones go beyond it
 */
export function lined(middles, widths, low, high) {
  const begins = middles.map((middle, i) => middle - widths[i] / 2);
  for (let i = begins.length - 1, end = high; i >= 0; i--) {
    begins[i] = Math.min(begins[i], end - widths[i]);
    end = begins[i] - GAP;
  }
  for (let i = 0, begin = low; i < begins.length; i++) {
    begins[i] = Math.max(begins[i], begin);
    begin = begins[i] + widths[i] + GAP;
  }
  return begins;
}
