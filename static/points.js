// @ts-check
/**
 * Lines that grow: the error curve and the path of two weights. Pure.
 *
 * A piece replaces every earlier point at iteration `since` or later; that is how a run that was taken back, or drawn
 * coarser, comes out right without a message of its own.
 */

/** The first place in ascending numbers that is not before a value. @param {number[]} numbers @param {number} value */
export function firstFrom(numbers, value) {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * @template {string} Column
 * @param {{iterations: number[]} & Record<Column, number[]>} whole
 * @param {{since: number, iterations: number[]} & Record<Column, number[]>} piece
 * @param {readonly Column[]} columns
 * @returns {{iterations: number[]} & Record<Column, number[]>} a new line; the same one when nothing changed
 */
export function extend(whole, piece, columns) {
  const keep = firstFrom(whole.iterations, piece.since);
  if (piece.iterations.length === 0 && keep === whole.iterations.length) return whole;
  const grown = /** @type {any} */ ({ iterations: whole.iterations.slice(0, keep).concat(piece.iterations) });
  for (const column of columns) grown[column] = whole[column].slice(0, keep).concat(piece[column]);
  return grown;
}
