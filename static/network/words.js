// @ts-check
/**
 * What is said about the drawing and its parts. Pure.
 *
 * @typedef {import("./phase.js").Picture} Picture
 * @typedef {import("./walk.js").Part} Part
 */

import { fixed, signed, small, whole } from "../numbers.js";
import { nameOf } from "./names.js";
import { largest } from "./phase.js";

/** A signed number in few characters: +.104, −1.25, +4e−5. @param {number} value */
export function tight(value) {
  const size = Math.abs(value);
  if (value === 0) return "0";
  if (!Number.isFinite(value) || size >= 99.5) return signed(value, 0);
  if (size >= 9.995) return signed(value, 1);
  if (size >= 0.9995) return signed(value, 2);
  if (size >= 0.0005) return signed(value, 3).replace("0.", ".");
  return `${value < 0 ? "−" : "+"}${size.toExponential(0).replace("-", "−")}`;
}

/** The same in a circle, where five characters have room. @param {number} value */
export function tighter(value) {
  const text = tight(value);
  return Math.abs(value) < 1 && text.length > 5 ? "≈0" : text;
}

/** An error beside its output, in so few figures that it ends before the drawing does. @param {number} value */
export function errorOf(value) {
  const size = Math.abs(value);
  if (value !== 0 && size < 0.0005) return size < 1e-99 ? "error ≈0" : `error ${tight(value)}`;
  if (size >= 99_999.5 && size < Infinity) return `error ${value < 0 ? "−" : "+"}${size.toExponential(1).replace("e+", "e")}`;
  return `error ${signed(value, size < 9.9995 ? 3 : size < 99.995 ? 2 : size < 999.95 ? 1 : 0)}`;
}

/** What the numbers in the drawing are. @param {Picture} picture @param {string} line the one that was stepped to @param {number} row the example, from 0 */
export function captionOf({ phase, stream }, line, row) {
  if (!phase) return "";
  const { kind, layer } = phase;
  const of = `of example ${row + 1}`;
  if (kind === "start") return "The loop begins: nothing is computed yet.";
  if (kind === "update") {
    const most = stream ? ` by up to ${small(largest(stream.by))}` : "";
    return `syn${layer} moves${most} (dashed: towards 0). Circles: l${layer}, l${layer + 1}_delta ${of}`;
  }
  const name = kind === "forward" ? `l${layer}` : `l${layer}_${kind}`;
  const most = stream && largest(stream.by);
  const sizes = most === 0 ? "all 0" : `up to ${small(most ?? NaN)}`;
  if (stream?.way === "forward") return `${name} ${of}. On the lines: l${layer - 1} × syn${layer - 1}, ${sizes}`;
  if (stream?.way === "back") return `${name} ${of}. Back along the lines: l${layer + 1}_delta × syn${layer}, ${sizes}`;
  const made = line.split("=").slice(1).join("=").trim();
  return `${name} ${of} = ${made}`;
}

/** What direction changes look like. @param {number[][][]} changes @param {boolean} many there is no room for numbers */
export function legendOf(changes, many) {
  if (!many) return "On each line: how often its weight has changed direction.";
  return `Line width: how often each weight has changed direction, up to ${times(Math.max(0, ...changes.map(largest)))}.`;
}

/**
 * One part of the drawing.
 *
 * @param {Part} part
 * @param {Picture} picture
 * @param {Pick<import("../lab.js").State, "run" | "frame" | "detailed">} state
 * @param {number} here the example's place in view
 */
export function describe(part, picture, { run, frame, detailed }, here) {
  if (!run || !frame) return "";
  if (part.kind === "edge") return `weight ${edgeWords(part, picture, detailed)}`;
  const { layer, unit } = part;
  const last = frame.layers.length;
  const [held, value] = [picture.held[layer], picture.values[layer]?.[unit] ?? NaN];
  const units = layer === 0 ? run.columns.length : frame.layers[layer - 1][0]?.length ?? 0;
  const name = nameOf(layer, unit, layer === 0 ? run.columns : null, last, units);
  if (held === "none") return `${name}: not computed yet`;
  if (held !== "out") return `${name.replace(/^l\d+/, `$&_${held}`)} = ${fixed(value, 6)}`;
  if (layer === 0) return `input ${name} = ${value}`;
  return `${name} = ${fixed(value, 4)} = sigmoid(${fixed(frame.sums[layer - 1]?.[here]?.[unit] ?? NaN, 3)})`;
}

/** @param {import("./walk.js").Edge} edge @param {Picture} picture @param {import("../lab.js").State["detailed"]} detailed */
function edgeWords({ layer, from, to }, { weights, stream }, detailed) {
  const weight = `syn${layer}[${from}, ${to}] = ${fixed(weights[layer]?.[from]?.[to] ?? NaN, 4)}`;
  if (stream?.synapse === layer) {
    return `${weight}, ${DONE[stream.way]} ${signed(stream.by[from]?.[to] ?? NaN, 4)}`;
  }
  // Before the first update there is no direction yet.
  if (!detailed?.iteration) return weight;
  return `${weight}, turned ${times(detailed.detail.changes[layer]?.[from]?.[to] ?? 0)}`;
}

const DONE = { forward: "carries", back: "carries back", move: "moved by" };

/** @param {number} count */
function times(count) {
  return count === 1 ? "once" : `${whole(count)} times`;
}
