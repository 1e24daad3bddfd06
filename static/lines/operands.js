// @ts-check
/**
 * The matrices that the lines take and make. Pure.
 *
 * @typedef {import("./work.js").Operand} Operand
 * @typedef {import("./work.js").Kind} Kind
 */

/** The matrices by the names the code has for them. */
export class Numbers {
  /** @param {import("../messages.js").Snapshot} run @param {import("../lab.js").DetailedFrame} frame @param {import("./work.js").Rules} rules */
  constructor(run, frame, rules) {
    this.run = run;
    this.frame = frame;
    this.rules = rules;
    this.last = frame.weights.length;
  }

  /** With one row an example. @param {string} name @param {Kind} kind @param {number} index @param {number[][]} matrix @returns {Operand} */
  ofExamples(name, kind, index, matrix) {
    return { name, kind, index, matrix, rows: this.run.rows, columns: matrix[0].length, transposed: false, examples: "rows" };
  }

  /** @param {string} name @param {Kind} kind @param {number} index @param {number[][]} matrix @returns {Operand} */
  ofWeights(name, kind, index, matrix) {
    return { name, kind, index, matrix, rows: matrix.length, columns: matrix[0].length, transposed: false, examples: null };
  }

  /** @param {number} layer */
  layer(layer) {
    const { run, frame } = this;
    return layer === 0 ? this.ofExamples("l0", "input", 0, run.inputs) : this.ofExamples(`l${layer}`, "output", layer, frame.layers[layer - 1]);
  }

  /** @param {number} layer */
  sum(layer) {
    return this.ofExamples(`l${layer}_sum`, "sum", layer, this.frame.sums[layer - 1]);
  }

  /** @param {number} layer */
  error(layer) {
    return this.ofExamples(`l${layer}_error`, "error", layer, this.frame.detail.errors[layer - 1]);
  }

  /** @param {number} layer */
  delta(layer) {
    return this.ofExamples(`l${layer}_delta`, "delta", layer, this.frame.detail.deltas[layer - 1]);
  }

  /** @param {number} layer */
  slope(layer) {
    const outputs = this.frame.layers[layer - 1];
    return { ...this.ofExamples(`slope(l${layer})`, "slope", layer, each(outputs, out => out * (1 - out))), outputs };
  }

  /** @param {number} synapse */
  weights(synapse) {
    return this.ofWeights(`syn${synapse}`, "weight", synapse, this.frame.weights[synapse]);
  }
}

/** Rows for columns. @param {Operand} operand @returns {Operand} */
export function turned(operand) {
  const { name, matrix, rows, columns, transposed, examples } = operand;
  return {
    ...operand,
    name: transposed ? name.slice(0, -".T".length) : `${name}.T`,
    matrix: matrix[0].map((_, column) => matrix.map(row => row[column])),
    rows: columns,
    columns: rows,
    transposed: !transposed,
    examples: examples && (examples === "rows" ? "columns" : "rows"),
  };
}

/** @param {number[][]} matrix @param {(value: number) => number} change */
export function each(matrix, change) {
  return matrix.map(row => row.map(change));
}
