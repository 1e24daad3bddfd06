// @ts-check
/**
 * The matrices of an iteration by the names they have in the code. Pure.
 *
 * @typedef {import("../messages.js").Look} Look
 * @typedef {import("../lab.js").DetailedFrame} DetailedFrame
 * @typedef {"layer" | "sum" | "error" | "delta" | "weight" | "update"} Kind
 *
 * @typedef {object} Matrix
 * @property {string} name "l1", "l1_sum", "syn0_update", …
 * @property {Kind} kind
 * @property {number} at which of its kind, from 0: l1 and syn0 are both the first
 */

/** In the order in which the loop makes them. @type {[kind: Kind, name: (at: number) => string][]} */
const OF_LAYERS = [
  ["layer", at => `l${at + 1}`],
  ["sum", at => `l${at + 1}_sum`],
  ["error", at => `l${at + 1}_error`],
  ["delta", at => `l${at + 1}_delta`],
];
/** @type {[kind: Kind, name: (at: number) => string][]} */
const OF_SYNAPSES = [
  ["weight", at => `syn${at}`],
  ["update", at => `syn${at}_update`],
];

/** @type {Record<Kind, "layers" | "sums" | "errors" | "deltas" | "weights" | "updates">} */
const PART = { layer: "layers", sum: "sums", error: "errors", delta: "deltas", weight: "weights", update: "updates" };

/** What they are, in a few words. @type {Record<Kind, (at: number) => string>} */
const ABOUT = {
  layer: at => `outputs of layer ${at + 1}`,
  sum: () => "the same before the sigmoid",
  error: () => "what is missing",
  delta: () => "error × slope",
  weight: at => `weights from l${at} to l${at + 1}`,
  update: at => `what alpha × this adds to syn${at}`,
};

/** All that a network has. @param {number} count of its synapses @returns {Matrix[]} */
export function matricesOf(count) {
  const each = Array.from({ length: count }, (_, at) => at);
  /** @param {[Kind, (at: number) => string][]} kinds @returns {(at: number) => Matrix[]} */
  const named = kinds => at => kinds.map(([kind, name]) => ({ name: name(at), kind, at }));
  return [...each.flatMap(named(OF_LAYERS)), ...each.flatMap(named(OF_SYNAPSES))];
}

/** @param {Matrix} matrix */
export function aboutMatrix({ kind, at }) {
  return ABOUT[kind](at);
}

/** Whether its rows are examples. @param {Matrix} matrix */
export function isOfExamples({ kind }) {
  return kind !== "weight" && kind !== "update";
}

/** Its numbers, or null where that moment has no such matrix. @param {Look | null} look @param {Matrix} matrix @returns {number[][] | null} */
export function numbersOf(look, { kind, at }) {
  return look?.[PART[kind]][at] ?? null;
}

/** The newest frame in the form of a pin, so that all columns are read alike. @param {DetailedFrame | null} frame @returns {Look | null} */
export function lookOf(frame) {
  if (!frame) return null;
  const { iteration, error, weights, layers, sums, detail } = frame;
  const { errors, deltas, updates } = detail;
  return { iteration, error, weights, layers, sums, errors, deltas, updates };
}
