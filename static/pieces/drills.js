// @ts-check
/**
 * Two small riddles out of a reader's notes on the posts, both about counting iterations. Pure.
 *
 * The figures are those of one layer with seed 1 and alpha 1; tests/engine holds the golden ones.
 */

/** The iteration of the sums that the notes print; one before or behind, the fifth decimal is another. */
const SUMS_AT = 20_006;

/** @param {number} guess */
export function judgeSums(guess) {
  if (guess === SUMS_AT) return { right: true, text: "Right: at iteration 20,006 the first sum is −4.98467, and one iteration before or after it is not." };
  if (guess === 10_000) return { right: false, text: "So the notes say, but there it is −4.62964. Later." };
  if (Math.abs(guess - SUMS_AT) <= 50) return { right: false, text: `Very near. A little ${guess < SUMS_AT ? "later" : "earlier"}.` };
  return { right: false, text: guess < SUMS_AT ? "Later: the sums are still growing away from 0." : "Earlier: there the sums are farther from 0 already." };
}

/** What can be answered to the second riddle. */
export const SECOND = ["iteration 0", "iteration 1", "iteration 2"];

/** @param {string} answer */
export function judgeSecond(answer) {
  if (answer === SECOND[0]) {
    return { right: true, text: "Right: .26899 .36375 .23763 .32628 are the outputs of the first weights of all, cut off after two decimals. The loop counts from 0 and looks before it updates." };
  }
  return { right: false, text: "Look again: pin that iteration in First, now, last and read l1." };
}
