// @ts-check
/**
 * One weight apart from all others. Pure.
 *
 * @typedef {import("../lab.js").WeightPlace} WeightPlace
 */

/** The same weights with another one in that place; what was given stays as it is. @param {number[][][]} weights @param {WeightPlace} place @param {number} value */
export function replaced(weights, { synapse, row, column }, value) {
  return weights.map((matrix, s) => (s !== synapse ? matrix : matrix.map((line, i) => {
    return i !== row ? line : line.map((weight, j) => (j === column ? value : weight));
  })));
}

/** Whether they differ nowhere, or in that place only. @param {number[][][]} before @param {number[][][]} now @param {WeightPlace} place */
export function sameOthers(before, now, { synapse, row, column }) {
  return before === now || (before.length === now.length && now.every((matrix, s) => {
    return before[s].length === matrix.length && matrix.every((line, i) => {
      const own = s === synapse && i === row ? column : -1;
      return before[s][i].length === line.length && line.every((weight, j) => j === own || Object.is(weight, before[s][i][j]));
    });
  }));
}
