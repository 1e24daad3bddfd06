// @ts-check
/**
 * What the posts' program prints while it trains: the mean error at every 10,000th iteration. Pure.
 *
 * @typedef {{iteration: number, text: string}} Print
 */

/** As in the posts: `if j % 10000 == 0`. */
export const EVERY = 10_000;
const DIGITS = 12;
/** How many of the newest are printed besides. */
const LAST = 5;

/** A number as the posts' Python writes it: twelve digits that count, and none of the noughts behind them. @param {number} value */
export function printed(value) {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (value === 0) return "0.0";
  const [figures, power] = value.toExponential(DIGITS - 1).split("e");
  const exponent = Number(power);
  if (exponent < -4 || exponent >= DIGITS) {
    const sign = exponent < 0 ? "-" : "+";
    return `${withoutNoughts(figures)}e${sign}${String(Math.abs(exponent)).padStart(2, "0")}`;
  }
  const text = withoutNoughts(value.toFixed(DIGITS - 1 - exponent));
  return text.includes(".") ? text : `${text}.0`;
}

/** @param {string} text */
function withoutNoughts(text) {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/**
 * @param {{iterations: number[], mean_errors: number[]}} past
 * @param {{iteration: number, error: number} | null} now
 * @returns {{regular: Print[], last: Print[]}} every 10,000th as far as they are kept, and the newest
 */
export function prints({ iterations, mean_errors }, now) {
  const known = iterations.map((iteration, i) => ({ iteration, error: mean_errors[i] }));
  const before = now ? known.filter(({ iteration }) => iteration < now.iteration) : known;
  const all = now ? [...before, now] : before;
  /** @param {{iteration: number, error: number}[]} some */
  const written = some => some.map(({ iteration, error }) => ({ iteration, text: `Error:${printed(error)}` }));
  return { regular: written(all.filter(({ iteration }) => iteration % EVERY === 0)), last: written(all.slice(-LAST)) };
}
