// @ts-check
/**
 * The random start in its three steps: draw, double, take away one. Pure.
 *
 * @typedef {{rows: number, columns: number}} Shape
 */

/** As they stand in the line of the program. @type {{text: string, name: string, from: number, to: number, of: (draw: number) => number}[]} */
export const STEPS = [
  { text: "np.random.random(shape)", name: "draw", from: 0, to: 1, of: draw => draw },
  { text: "2 * np.random.random(shape)", name: "× 2", from: 0, to: 2, of: draw => 2 * draw },
  { text: "2 * np.random.random(shape) - 1", name: "− 1", from: -1, to: 1, of: draw => 2 * draw - 1 },
];

/** How many values lie in each of so many equal parts between two ends. @param {number[]} values @param {number} low @param {number} high @param {number} parts */
export function histogram(values, low, high, parts) {
  const counts = Array(parts).fill(0);
  for (const value of values) {
    const at = Math.floor(((value - low) / (high - low)) * parts);
    if (at >= 0 && at < parts) counts[at]++;
  }
  return counts;
}

/**
 * Whether a run began with these numbers: its first weights, less one doubled.
 *
 * @param {number[]} draws
 * @param {number[][][]} weights syn0, syn1, …
 */
export function isStartOf(draws, weights) {
  const first = weights.flat(2);
  return first.length > 0 && first.length <= draws.length && first.every((weight, i) => weight === 2 * draws[i] - 1);
}
