// @ts-check
/** Two strokes across a logarithmic axis, between the place that is kept for 0 and where the numbers begin. */

/** @param {number} x @param {number} y @param {boolean} upright whether the axis is */
export function zeroBreak(x, y, upright) {
  return [-2.5, 2.5].map(by => (upright ? `M${x - 5} ${y + by + 2}l10 -4` : `M${x + by - 2} ${y + 5}l4 -10`)).join("");
}
