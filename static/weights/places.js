// @ts-check
/**
 * Where the weights stand on the page. Pure.
 *
 * The matrices are numbered through: a place has the row among the rows of all matrices, one under the other, as they
 * are in the code. A tall column is laid down on the page, so that each hidden unit has its weights in one column.
 *
 * @typedef {{row: number, column: number}} Place
 * @typedef {import("../lab.js").WeightPlace} WeightPlace
 */

/** More rows than this do not fit under each other. */
const TALL = 4;

/** Whether a matrix of this shape is laid down. @param {number} rows @param {number} columns */
export const isLaid = (rows, columns) => columns === 1 && rows > TALL;

/** @param {number[][]} shapes rows and columns of syn0, syn1, … */
export function places(shapes) {
  const firsts = shapes.map((_, i) => shapes.slice(0, i).reduce((sum, [rows]) => sum + rows, 0));

  /** @param {WeightPlace} weight @returns {Place} */
  const placeOf = ({ synapse, row, column }) => ({ row: (firsts[synapse] ?? Infinity) + row, column });

  /** @param {Place} place @returns {WeightPlace | null} */
  function weightAt({ row, column }) {
    const synapse = shapes.findIndex(([rows, columns], i) => row >= firsts[i] && row < firsts[i] + rows && column >= 0 && column < columns);
    return synapse < 0 ? null : { synapse, row: row - firsts[synapse], column };
  }

  /**
   * A step on the page, within a matrix.
   *
   * @param {Place} from
   * @param {number} across
   * @param {number} down
   * @returns {Place | null}
   */
  function beside(from, across, down) {
    const weight = weightAt(from);
    if (!weight) return null;
    const [rows, columns] = shapes[weight.synapse];
    const [more, aside] = isLaid(rows, columns) ? [across, down] : [down, across];
    const [row, column] = [weight.row + more, weight.column + aside];
    return row < 0 || row >= rows || column < 0 || column >= columns ? null : placeOf({ ...weight, row, column });
  }

  /** Reading on, or back, through all matrices. @param {Place} from @param {1 | -1} step @returns {Place | null} */
  function next(from, step) {
    const weight = weightAt(from);
    if (!weight) return null;
    const columns = shapes[weight.synapse][1];
    const along = weight.row * columns + weight.column + step;
    const [row, column] = [Math.floor(along / columns), along - Math.floor(along / columns) * columns];
    if (row >= 0 && row < shapes[weight.synapse][0]) return placeOf({ ...weight, row, column });
    const other = shapes[weight.synapse + step];
    if (!other) return null;
    const [last, end] = step > 0 ? [0, 0] : [other[0] - 1, other[1] - 1];
    return placeOf({ synapse: weight.synapse + step, row: last, column: end });
  }

  return { placeOf, weightAt, beside, next };
}

/**
 * What of a row of boxes is in view: the first and the last that are, whole, counted from 1; null where none is.
 *
 * @param {[number, number][]} boxes where each begins and ends
 * @param {number} from
 * @param {number} to
 * @returns {[number, number] | null}
 */
export function spanInView(boxes, from, to) {
  const whole = boxes.map(([start, end]) => start >= from - 1 && end <= to + 1);
  const first = whole.indexOf(true);
  return first < 0 ? null : [first + 1, whole.lastIndexOf(true) + 1];
}

/**
 * What of a matrix is out of view, in words; empty where nothing is.
 *
 * @param {string} name
 * @param {[number, number] | null} rows in view
 * @param {[number, number] | null} columns in view
 * @param {[number, number]} shape
 */
export function hiddenWords(name, rows, columns, shape) {
  if (!rows || !columns) return `${name} out of view`;
  const parts = [];
  if (rows[1] - rows[0] + 1 < shape[0]) parts.push(`rows ${rows[0]}–${rows[1]} of ${shape[0]}`);
  if (columns[1] - columns[0] + 1 < shape[1]) parts.push(`columns ${columns[0]}–${columns[1]} of ${shape[1]}`);
  return parts.length ? `${name}: ${parts.join(", ")} in view` : "";
}
