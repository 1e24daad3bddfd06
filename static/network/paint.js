// @ts-check
/**
 * Bringing a picture into the drawing: only attributes of standing elements change, and only those whose difference can
 * be seen. What an element shows is remembered as one number, its step.
 *
 * @typedef {import("./scene.js").Scene} Scene
 * @typedef {import("./phase.js").Picture} Picture
 */

import { say, set } from "../dom.js";
import { fixed, whole } from "../numbers.js";
import { strength } from "./geometry.js";
import { largest } from "./phase.js";
import { errorOf, tight, tighter } from "./words.js";

/** A line has so many strengths and a circle is full in so many steps: fewer than the eye can tell apart. */
const STRENGTHS = 250;
const FULL = 100;
const NO_NUMBER = Infinity;
/** Steps from here on stand for direction changes, on a line; for errors, in a circle. */
const OTHERWISE = 1000;
const EMPTY = -1;
/** Crimson any deeper could not be written on. */
const DEEPEST = 0.55;

/** @param {Scene} scene @param {number[][][]} weights @param {number[][][] | null} changes to be drawn in the place of the weights */
export function paintEdges({ edges, layout, many }, weights, changes) {
  const faintest = layout.crowded.some(Boolean) ? 0.07 : 0.25;
  const counted = many ? changes : null;
  const most = counted ? Math.max(1, ...counted.map(largest)) : 1;
  weights.forEach((matrix, layer) => matrix.forEach((row, from) => row.forEach((weight, to) => {
    const mark = edges[layer][from][to];
    // Squared, so that those that turned most stand out of the many that turned about as often.
    const step = counted ? OTHERWISE + Math.round(((counted[layer]?.[from]?.[to] ?? 0) / most) ** 2 * STRENGTHS) : stepOf(weight);
    if (Object.is(step, mark.drawn)) return;
    if (kindOf(step) !== kindOf(mark.drawn)) mark.line.setAttribute("class", `line ${kindOf(step)}`);
    const strong = step === NO_NUMBER ? 0 : (step < OTHERWISE ? Math.abs(step) : step - OTHERWISE) / STRENGTHS;
    mark.line.setAttribute("stroke-width", (0.5 + strong * (layout.thickest - 0.5)).toFixed(2));
    mark.line.setAttribute("stroke-opacity", (faintest + strong * (0.92 - faintest)).toFixed(2));
    mark.drawn = step;
  })));
}

/** @param {number} weight */
function stepOf(weight) {
  return Number.isNaN(weight) ? NO_NUMBER : Math.round(strength(weight) * STRENGTHS) * (weight < 0 ? -1 : 1);
}

/** @param {number} step */
function kindOf(step) {
  if (Number.isNaN(step)) return "";
  if (step === NO_NUMBER) return "nan";
  if (step >= OTHERWISE) return "turned";
  return step < 0 || Object.is(step, -0) ? "negative" : "positive";
}

/** @param {Scene} scene @param {Picture} picture */
export function paintNodes({ nodes }, { held, values }) {
  nodes.forEach((marks, layer) => marks.forEach((mark, unit) => {
    const value = values[layer][unit] ?? NaN;
    const wrong = held[layer] === "error" || held[layer] === "delta";
    const full = Math.min(1, wrong ? Math.sqrt(Math.abs(value)) : Math.max(0, value));
    let step = Number.isNaN(full) ? NO_NUMBER : Math.round(full * FULL) + (wrong ? OTHERWISE : 0);
    if (held[layer] === "none") step = EMPTY;
    if (step === mark.drawn) return;
    const opacity = step === EMPTY || step === NO_NUMBER ? 0 : wrong ? full * DEEPEST : (step / FULL);
    mark.disc.setAttribute("fill-opacity", opacity.toFixed(2));
    set(mark.group, "data-ink", step === EMPTY ? "empty" : step === NO_NUMBER ? "nan" : wrong ? "wrong" : fullness(full));
    mark.drawn = step;
  }));
}

/** Which ink can be read on the disc, in either theme. @param {number} full 0..1 */
export function fullness(full) {
  if (Number.isNaN(full)) return "nan";
  return full > 0.845 ? "full" : full > 0.73 ? "half" : "pale";
}

/** The numbers in the drawing. @param {Scene} scene @param {Picture} picture @param {number[][][] | null} changes */
export function writeNumbers({ edges, nodes, off, few }, { held, values, weights, stream, off: errors }, changes) {
  edges.forEach((matrix, layer) => matrix.forEach((row, from) => row.forEach(({ label }, to) => {
    if (!label) return;
    if (stream) say(label, stream.synapse === layer && stream.by[from]?.[to] !== 0 ? tight(stream.by[from]?.[to] ?? NaN) : "");
    else if (changes) say(label, whole(changes[layer]?.[from]?.[to] ?? 0));
    else say(label, few ? fixed(weights[layer][from][to], 2) : "");
  })));
  nodes.forEach((marks, layer) => marks.forEach(({ number }, unit) => {
    if (!number) return;
    const value = values[layer][unit] ?? NaN;
    say(number, held[layer] === "none" ? "" : held[layer] === "out" ? fixed(value, 2) : tighter(value));
  }));
  off.forEach((text, unit) => say(text, unit in errors ? errorOf(errors[unit]) : ""));
}
