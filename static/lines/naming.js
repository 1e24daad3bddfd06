// @ts-check
/**
 * What the numbers of a line are called, by the code and by people. Pure.
 *
 * @typedef {import("./work.js").Work} Work
 * @typedef {import("./work.js").Operand} Operand
 */

/** @param {Work} work @param {number} layer @param {number} unit */
export function unitName({ sizes, columns }, layer, unit) {
  if (layer === 0) return columns[unit] ?? `x${unit + 1}`;
  if (layer < sizes.length - 1) return sizes.length === 3 ? `hidden unit ${unit}` : `unit ${unit} of l${layer}`;
  return sizes[layer] === 1 ? "the output" : `output ${unit}`;
}

/** As people count. @param {Work} work @param {number} row place among the examples on the page */
export function exampleName({ examples }, row) {
  return `example ${(examples.first + row + 1).toLocaleString("en-US")}`;
}

/** @param {Work} work @param {number} synapse @param {number} from @param {number} to */
export function weightName(work, synapse, from, to) {
  return `the weight from ${unitName(work, synapse, from)} to ${unitName(work, synapse + 1, to)}`;
}

/**
 * Where a number stands before its matrix was turned: syn1.T[0, 2] is syn1[2, 0].
 *
 * @param {Operand} operand
 * @param {number} row
 * @param {number} column
 * @returns {[number, number]}
 */
export function upright({ transposed }, row, column) {
  return transposed ? [column, row] : [row, column];
}

/** As the code would ask for it: "l1_error[2, 0]". @param {Work} work @param {Operand} operand @param {number} row @param {number} column */
export function cellName({ examples: { first } }, operand, row, column) {
  const [i, j] = upright(operand, row, column);
  const name = operand.transposed ? operand.name.slice(0, -".T".length) : operand.name;
  const letter = /[ ·×]/.test(name) ? `(${name})` : name;
  return `${letter}[${operand.examples ? first + i : i}, ${j}]`;
}

/** Which number it is, for people. @param {Work} work @param {Operand} operand @param {number} row @param {number} column */
export function placeName(work, operand, row, column) {
  const [i, j] = upright(operand, row, column);
  return operand.examples
    ? `${unitName(work, operand.index, j)}, ${exampleName(work, i)}`
    : weightName(work, operand.index, i, j);
}

/** The part of the drawing that a number belongs to, by its key there. @param {Operand} operand @param {number} row @param {number} column */
export function partOf(operand, row, column) {
  const [i, j] = upright(operand, row, column);
  return operand.examples ? `n${operand.index}.${j}` : `e${operand.index}.${i}.${j}`;
}
