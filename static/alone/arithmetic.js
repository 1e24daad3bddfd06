// @ts-check
/**
 * The exponential and the sigmoid as engine/arithmetic.py has them: the same additions, multiplications and one division
 * in the same order, so that they end in the same bits. `Math.exp` rounds as each browser likes. Pure.
 */

const LOG2_E = 1.4426950408889634;
/** ln 2 in two parts. */
const LN2_HIGH = 6.93147180369123816490e-1;
const LN2_LOW = 1.90821492927058770002e-10;
/** A number this large has no room for a fraction: added to one that is small, it leaves the nearest whole number. */
const SHIFT = 1.5 * 2 ** 52;
/** Where e^x ends. */
const LOWEST = -708;
const HIGHEST = 710;
/** Powers of two by their exponent, from 2^-1022 to 2^1024, which is infinite. */
const POWERS = powersOfTwo();
const LEAST = -1022;

/** @param {number} x */
export function sigmoid(x) {
  return 1 / (1 + exp(-x));
}

/** 1 above zero and 0 elsewhere; NaN for NaN. @param {number} x */
export function step(x) {
  if (x !== x) return x;
  return x > 0 ? 1 : 0;
}

/** e^x; NaN for NaN. @param {number} x */
export function exp(x) {
  let inside = x > HIGHEST ? HIGHEST : x;
  inside = inside < LOWEST ? LOWEST : inside;
  const whole = inside * LOG2_E + SHIFT - SHIFT; // e^x = 2^whole * e^r
  const r = inside - whole * LN2_HIGH - whole * LN2_LOW;
  const r2 = r * r;
  const r4 = r2 * r2;
  const low = 0.5000000000000001 + r * 0.16666666666666669 + r2 * (0.04166666666662413 + r * 0.008333333333330062);
  const high = 0.0013888888917213717 + r * 0.00019841269863053618 + r2 * (2.4801521295954376e-5 + r * 2.7557268459997064e-6)
    + r4 * (2.7620088445409746e-7 + r * 2.510038549551032e-8);
  return (1 + (r + r2 * (low + r4 * high))) * POWERS[(whole | 0) - LEAST];
}

/** By doubling, which is exact: not every browser's `**` is. */
function powersOfTwo() {
  const powers = new Float64Array(2048 - 1);
  for (let i = 0, power = 2 ** -1022; i < powers.length; i++, power *= 2) powers[i] = power;
  return powers;
}
