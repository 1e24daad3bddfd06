// @ts-check
/** The least, the mean and the most of a column. Pure. */

/** @param {number[]} values */
export function columnStatistics(values) {
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  return { min: Math.min(...values), mean, max: Math.max(...values) };
}
