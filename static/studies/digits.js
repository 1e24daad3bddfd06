// @ts-check
/** How far an error is what the posts' program prints. Pure. */

/** Significant digits that it prints. */
export const DIGITS = 12;

/** To how many significant digits an error is what was printed: all of them if it is that altogether. @param {string} printed @param {number} error */
export function digitsAgreed(printed, error) {
  for (let digits = DIGITS; digits > 0; digits--) if (Number(printed).toPrecision(digits) === error.toPrecision(digits)) return digits;
  return 0;
}
