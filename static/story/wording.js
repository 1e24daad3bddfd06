// @ts-check
/** Small things that sentences are made of. Pure. */

/** Of many so many are told by number; one more is told too, rather than "and 1 more". */
const NAMED = 4;

/** [1, 2] -> "examples 2 and 3"; of many: "examples 1, 2, 3, 4 and 37 more". @param {number[]} rows from 0 */
export function examples(rows) {
  const named = rows.length <= NAMED + 1 ? rows : rows.slice(0, NAMED);
  const numbers = named.map(row => String(row + 1));
  const left = rows.length - named.length;
  const last = left ? `${left} more` : numbers.pop() ?? "";
  return `example${rows.length === 1 ? "" : "s"} ${numbers.length ? `${numbers.join(", ")} and ${last}` : last}`;
}

/** Two numbers in words that can be told apart, or null. @param {number} from @param {number} to @param {((value: number) => string)[]} ways */
export function apart(from, to, ways) {
  for (const way of ways) {
    const [first, second] = [way(from), way(to)];
    if (first !== second) return [first, second];
  }
  return null;
}

/** @param {string} text */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** No line ends within a power of ten. @param {string} text */
export function unbroken(text) {
  return text.replaceAll(" × 10", "\u00a0×\u00a010");
}
