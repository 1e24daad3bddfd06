// @ts-check
/**
 * Small matrices and their product, by the rule and cell by cell. Pure.
 *
 * @typedef {number[][]} Matrix at least one row and one column
 */

/** Rows or columns: more do not fit beside each other. */
export const MOST = 5;

/** "(2×3)" @param {Matrix} matrix */
export function shapeText(matrix) {
  return `(${matrix.length}×${matrix[0].length})`;
}

/** Why two matrices have no product, or null. @param {Matrix} left @param {Matrix} right */
export function obstacle(left, right) {
  const [columns, rows] = [left[0].length, right.length];
  if (columns === rows) return null;
  return `${shapeText(left)} · ${shapeText(right)}: the inner numbers ${columns} and ${rows} differ, so there is no product.`;
}

/** What meets in a cell of the product: a row of the left and a column of the right. @param {Matrix} left @param {Matrix} right @param {number} row @param {number} column @returns {[number, number][]} */
export function pairs(left, right, row, column) {
  return right.map((numbers, k) => [left[row][k], numbers[column]]);
}

/** @param {Matrix} left @param {Matrix} right @returns {Matrix} */
export function product(left, right) {
  return left.map((_, row) => right[0].map((_, column) =>
    plain(pairs(left, right, row, column).reduce((sum, [a, b]) => sum + a * b, 0))));
}

/** What was reckoned with typed numbers, without the noise of binary fractions: −0.92 and not −0.9200000000000001. @param {number} value */
export function plain(value) {
  return Number(value.toPrecision(12));
}

/** @param {Matrix} matrix @returns {Matrix} */
export function transposed(matrix) {
  return matrix[0].map((_, column) => matrix.map(row => row[column]));
}

/** What there is stays; what is new is 1. @param {Matrix} matrix @param {number} rows @param {number} columns @returns {Matrix} */
export function resized(matrix, rows, columns) {
  return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => matrix[i]?.[j] ?? 1));
}

/** @param {Matrix} matrix @param {number} row @param {number} column @param {number} value @returns {Matrix} */
export function replaced(matrix, row, column, value) {
  return matrix.map((numbers, i) => numbers.map((number, j) => (i === row && j === column ? value : number)));
}

/** @param {Matrix} matrix */
export function fits(matrix) {
  return matrix.length > 0 && matrix.length <= MOST && matrix[0].length > 0 && matrix[0].length <= MOST;
}
