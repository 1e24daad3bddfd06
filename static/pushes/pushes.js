// @ts-check
/**
 * An update is a sum: what every example asks of one weight is its input × its delta. Pure.
 *
 * All numbers are those of one detailed frame. Of many examples only some are on the page; the update is of all of them.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../lab.js").WeightPlace} WeightPlace
 *
 * @typedef {object} Push
 * @property {number} row from 0, among all examples
 * @property {number} input
 * @property {number} delta
 * @property {number} push what this example adds to the weight, before alpha
 * @property {number} target of this example: its first
 * @property {number} output
 *
 * @typedef {object} Pushes
 * @property {WeightPlace} place
 * @property {string} input what the inputs are called: "l0.T[0, :]"
 * @property {string} delta what the deltas are called: "l1_delta[:, 2]"
 * @property {string} update what the sum is called: "syn0_update[0, 2]"
 * @property {boolean} flipped whether the line subtracts, so that every push is −input × delta
 * @property {boolean} last whether the weight leads to the outputs
 * @property {Push[]} all those in view, in the order of the data
 * @property {number} up what pushes it up, added together
 * @property {number} down what pushes it down; not positive
 * @property {number} hidden how many examples are not in view
 * @property {number} others what those push together
 * @property {number} sum of all examples: what alpha is multiplied with and is then added
 * @property {number} alpha
 * @property {number} weight
 * @property {number} next the weight after the update
 * @property {number | null} line of the code that does it, from 0
 */

/** The place meant, where the network has it; else the nearest that it has. @param {WeightPlace} place @param {number[][][]} weights @returns {WeightPlace} */
export function nearest({ synapse, row, column }, weights) {
  const matrix = weights[Math.min(synapse, weights.length - 1)];
  return {
    synapse: Math.min(synapse, weights.length - 1),
    row: Math.min(row, matrix.length - 1),
    column: Math.min(column, matrix[0].length - 1),
  };
}

/** Null while the numbers are on their way. @param {State} state @returns {Pushes | null} */
export function pushesOf({ run, controls, detailed, weight: wanted }) {
  if (!run || !controls || !detailed || run.first_row !== detailed.first_row) return null;
  const place = nearest(wanted, detailed.weights);
  const { synapse, row, column } = place;
  const deltas = detailed.detail.deltas[synapse];
  const inputs = synapse === 0 ? run.inputs : detailed.layers[synapse - 1];
  if (!deltas || inputs.length !== deltas.length || inputs[0]?.length !== detailed.weights[synapse].length) return null;
  const line = run.code.findIndex(({ key }) => key === `syn${synapse}_update`);
  const flipped = run.code[line]?.text.includes("-=") ?? false;
  const outputs = detailed.layers[detailed.layers.length - 1];
  const all = inputs.map((given, i) => {
    const [input, delta] = [given[row], deltas[i][column]];
    const push = (flipped ? -1 : 1) * input * delta;
    return { row: run.first_row + i, input, delta, push, target: run.targets[i][0], output: outputs[i][0] };
  });
  const sum = detailed.detail.updates[synapse][row][column];
  const weight = detailed.weights[synapse][row][column];
  const { up, down } = sides(all);
  return {
    place, flipped, all, up, down, sum, weight,
    input: `l${synapse}.T[${row}, :]`,
    delta: `l${synapse + 1}_delta[:, ${column}]`,
    update: `syn${synapse}_update[${row}, ${column}]`,
    last: synapse === detailed.weights.length - 1,
    hidden: run.rows - all.length,
    others: sum - (up + down),
    alpha: controls.alpha,
    next: weight + controls.alpha * sum,
    line: line < 0 ? null : line,
  };
}

/** @param {Push[]} all */
function sides(all) {
  let [up, down] = [0, 0];
  for (const { push } of all) {
    if (push < 0) down += push;
    else up += push; // NaN too, so that the sum is none either
  }
  return { up, down };
}

/** How much of what is pushed cancels out: 0 where all push one way, 1 where nothing is left; NaN where nobody pushes. @param {{up: number, down: number}} pushes */
export function cancelled({ up, down }) {
  return 1 - Math.abs(up + down) / (up - down);
}

/** The largest first, or in the order of the data. @param {Push[]} all @param {boolean} bySize */
export function ordered(all, bySize) {
  return bySize ? [...all].sort((a, b) => Math.abs(b.push) - Math.abs(a.push) || a.row - b.row) : all;
}
