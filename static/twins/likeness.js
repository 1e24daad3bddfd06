// @ts-check
/**
 * How alike the hidden units are, two by two: from −1 (mirrored) to 1 (twins), NaN where that can't be told. Pure.
 *
 * @typedef {{a: number, b: number, value: number}} Couple two units, the earlier first
 *
 * @typedef {object} Found
 * @property {number[]} kept the units that are left when of those that do the same only the first is counted
 * @property {Couple[]} twins the most alike first
 * @property {Couple[]} mirrored
 * @property {Couple | null} nearest where there are neither
 */

/** A unit whose answers lie no further apart than this says the same to every example. */
const SAME_ANSWER = 0.01;

/**
 * The cosine of the angle between the columns of a matrix: 1 where two point the same way, however long each is.
 * @param {number[][]} matrix @returns {number[][]}
 */
export function cosines(matrix) {
  return alike(columnsOf(matrix));
}

/** The correlation of the columns of a matrix. @param {number[][]} matrix @returns {number[][]} */
export function correlations(matrix) {
  return alike(columnsOf(matrix).map(column => {
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    // What should be 0 is a rounding away from it, and would be correlated with anything.
    return spread(column) < 1e-12 ? column.map(() => 0) : column.map(value => value - mean);
  }), false);
}

/** @param {number[][]} matrix */
function columnsOf(matrix) {
  return (matrix[0] ?? []).map((_, j) => matrix.map(row => row[j]));
}

/** @param {number[][]} columns @param {boolean} [equalIsOne] whether two columns of noughts are the same @returns {number[][]} */
function alike(columns, equalIsOne = true) {
  const lengths = columns.map(column => Math.hypot(...column));
  const made = columns.map(() => new Array(columns.length).fill(NaN));
  columns.forEach((one, i) => {
    for (let j = i; j < columns.length; j++) {
      const other = columns[j];
      const none = lengths[i] === 0 && lengths[j] === 0;
      const dot = one.reduce((sum, value, k) => sum + (value / lengths[i]) * (other[k] / lengths[j]), 0);
      made[i][j] = made[j][i] = none && equalIsOne ? 1 : Math.min(1, Math.max(-1, dot));
    }
  });
  return made;
}

/** Units that say the same to every example. @param {number[][]} answers shape (examples, units) @returns {number[]} */
export function silent(answers) {
  return columnsOf(answers).flatMap((column, unit) => (spread(column) <= SAME_ANSWER ? [unit] : []));
}

/** @param {number[]} column */
function spread(column) {
  return Math.max(...column) - Math.min(...column);
}

/**
 * @param {number[][]} likeness of every unit with every other
 * @param {number} least above which two do the same
 * @returns {Found}
 */
export function found(likeness, least) {
  const couples = couplesOf(likeness);
  /** @type {number[]} */
  const kept = [];
  likeness.forEach((row, unit) => {
    if (!kept.some(other => Math.abs(row[other]) >= least)) kept.push(unit);
  });
  return {
    kept,
    twins: couples.filter(({ value }) => value >= least),
    mirrored: couples.filter(({ value }) => value <= -least),
    nearest: couples[0] ?? null,
  };
}

/** All that can be told, the most alike first, mirrored or not. @param {number[][]} likeness @returns {Couple[]} */
function couplesOf(likeness) {
  return likeness.flatMap((row, a) => row.slice(a + 1).map((value, i) => ({ a, b: a + 1 + i, value })))
    .filter(({ value }) => !Number.isNaN(value)).sort((one, other) => Math.abs(other.value) - Math.abs(one.value));
}

/** The most alike, mirrored or not. @param {number[][]} likeness @param {number} count @returns {Couple[]} */
export function closest(likeness, count) {
  return couplesOf(likeness).slice(0, count);
}
