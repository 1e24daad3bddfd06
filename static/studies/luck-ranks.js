// @ts-check
/**
 * The seeds of one recipe by where they ended. What is no finite number ended worse than all that is. Pure.
 *
 * @typedef {{seed: number, error: number}} Start
 */

/** What is known of the errors of the seeds 1, 2, …, best first. @param {(number | null)[]} errors @returns {Start[]} */
export function ranked(errors) {
  const known = errors.flatMap((error, i) => (error === null ? [] : [{ seed: i + 1, error }]));
  return known.sort((a, b) => order(a.error) - order(b.error) || a.seed - b.seed);
}

/** @param {number} error */
function order(error) {
  return Number.isFinite(error) ? error : Number.MAX_VALUE;
}

/** The one in the middle; of an even count the better of the two. @param {Start[]} starts best first */
export function middleOf(starts) {
  return starts[Math.floor((starts.length - 1) / 2)];
}

/** What that one is. @param {number} count of starts */
export function middleWords(count) {
  return count % 2 ? "the seed in the middle (as many end better as worse)" : "the better of the two seeds in the middle";
}

/**
 * How many ended farther off than an error, and how many ended at all; a run that is itself among them is not counted.
 *
 * @param {Start[]} starts
 * @param {Start} mine
 */
export function rankOf(starts, mine) {
  const others = starts.filter(({ seed }) => seed !== mine.seed);
  const worse = others.filter(({ error }) => order(error) > order(mine.error)).length;
  const alike = others.filter(({ error }) => order(error) === order(mine.error)).length;
  return { worse, alike, others: others.length };
}

/** Errors that differ by no more than this part of them are the same to whoever reads them. */
const ALIKE = 0.005;

/** Whether the seed makes no difference, or none that counts. @param {Start[]} starts best first */
export function allAlike(starts) {
  return starts.length > 1 && differsLittle(starts[0].error, starts[starts.length - 1].error);
}

/** @param {number} best @param {number} worst */
function differsLittle(best, worst) {
  return Object.is(best, worst) || (Number.isFinite(worst) && worst <= best * (1 + ALIKE));
}
