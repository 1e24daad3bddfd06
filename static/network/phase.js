// @ts-check
/**
 * What the drawing shows while the run stands on a line of the loop: what the lines done so far have made. Pure.
 *
 * Forward lines fill the circles from left to right. Then the circles hold errors and deltas, from right to left. While
 * weights are updated each of them has at its left the output and at its right the delta that it is made of.
 *
 * @typedef {object} Phase
 * @property {"start" | "forward" | "error" | "delta" | "update"} kind
 * @property {number} layer the layer that the line makes; of an update the synapse
 *
 * @typedef {"none" | "out" | "error" | "delta"} Held what a circle holds
 *
 * @typedef {object} Stream numbers on the lines of one synapse, by unit before and unit after
 * @property {number} synapse
 * @property {"forward" | "back" | "move"} way
 * @property {number[][]} by
 *
 * @typedef {object} Picture
 * @property {Phase | null} phase null: the iteration is whole
 * @property {Held[]} held by layer
 * @property {number[][]} values by layer, unit
 * @property {number[][][]} weights
 * @property {Stream | null} stream what goes along the lines, or how far the weights move
 * @property {number[]} off errors of the outputs once they are known, else empty
 */

/** @param {string} key of a line of the listing @returns {Phase | null} */
export function phaseOf(key) {
  if (key === "for") return { kind: "start", layer: -1 };
  const update = /^syn(\d+)_update$/.exec(key);
  if (update) return { kind: "update", layer: Number(update[1]) };
  const made = /^l(\d+)(?:_(error|delta))?$/.exec(key);
  if (!made) return null;
  const kind = made[2] === "error" || made[2] === "delta" ? made[2] : "forward";
  return { kind, layer: Number(made[1]) };
}

/** What the circles of a layer hold. @param {Phase | null} phase @param {number} layer @returns {Held} */
export function heldIn(phase, layer) {
  if (!phase) return "out";
  if (phase.kind === "start") return "none";
  if (phase.kind === "forward") return layer <= phase.layer ? "out" : "none";
  if (phase.kind === "update") return layer <= phase.layer ? "out" : "delta";
  if (layer < phase.layer) return "out";
  return layer === phase.layer ? phase.kind : "delta";
}

/**
 * @typedef {Pick<import("../messages.js").Frame, "weights" | "layers" | "detail">} Look
 *
 * @param {Phase | null} phase
 * @param {Look} look
 * @param {number[][]} inputs of the rows in view
 * @param {number} row the example's place among them
 * @param {number} alpha
 * @returns {Picture}
 */
export function pictureOf(phase, look, inputs, row, alpha) {
  const outs = [inputs, ...look.layers].map(layer => layer[row] ?? []);
  const { weights } = look;
  if (!phase) return { phase, held: outs.map(() => "out"), values: outs, weights, stream: null, off: [] };
  const errors = [[], ...(look.detail?.errors ?? []).map(layer => layer[row] ?? [])];
  const deltas = [[], ...(look.detail?.deltas ?? []).map(layer => layer[row] ?? [])];
  const held = outs.map((_, layer) => heldIn(phase, layer));
  const values = held.map((what, layer) => ({ none: [], out: outs, error: errors, delta: deltas })[what][layer] ?? []);
  const moves = (look.detail?.updates ?? []).map(matrix => matrix.map(line => line.map(update => alpha * update)));
  const last = weights.length;
  const known = phase.kind !== "start" && phase.kind !== "forward";
  return {
    phase, held, values,
    weights: phase.kind === "update" ? weights.map((matrix, i) => (i >= phase.layer ? sum(matrix, moves[i]) : matrix)) : weights,
    stream: streamOf(phase, weights, outs, deltas, moves),
    off: known ? errors[last] ?? [] : [],
  };
}

/**
 * @param {Phase} phase
 * @param {number[][][]} weights
 * @param {number[][]} outs
 * @param {number[][]} deltas
 * @param {number[][][]} moves
 * @returns {Stream | null}
 */
function streamOf({ kind, layer }, weights, outs, deltas, moves) {
  if (kind === "update") return moves[layer] ? { synapse: layer, way: "move", by: moves[layer] } : null;
  if (kind === "forward" && layer > 0) {
    const by = weights[layer - 1].map((line, from) => line.map(weight => weight * (outs[layer - 1][from] ?? NaN)));
    return { synapse: layer - 1, way: "forward", by };
  }
  if (kind === "error" && layer < weights.length) {
    const by = weights[layer].map(line => line.map((weight, to) => weight * (deltas[layer + 1]?.[to] ?? NaN)));
    return { synapse: layer, way: "back", by };
  }
  return null;
}

/** @param {number[][]} matrix @param {number[][] | undefined} more */
function sum(matrix, more) {
  return more ? matrix.map((line, i) => line.map((value, j) => value + (more[i]?.[j] ?? NaN))) : matrix;
}

/** The largest size among numbers that are finite. @param {number[][]} matrix */
export function largest(matrix) {
  return Math.max(0, ...matrix.flat().map(Math.abs).filter(Number.isFinite));
}
