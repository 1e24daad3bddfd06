// @ts-check
/**
 * The drawing of the network. Own SVG: at every frame only attributes of standing elements change, and only those whose
 * difference can be seen; the elements are made anew when the shape of the network or the room for it changes.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../network/scene.js").Scene} Scene
 * @typedef {import("../network/walk.js").Part} Part
 */

import { readable } from "../cadence.js";
import { say, set } from "../dom.js";
import { strength } from "../network/geometry.js";
import { pointing } from "../network/pointing.js";
import { nameOf, sceneOf } from "../network/scene.js";
import { fixed } from "../numbers.js";

/** A line has so many strengths and a circle is full in so many steps: fewer than the eye can tell apart. */
const STRENGTHS = 250;
const FULL = 100;
const NO_NUMBER = Infinity;

/** @param {HTMLElement} element @param {import("../lab.js").Lab} lab @returns {import("../lab.js").Panel} */
export function networkPanel(element, lab) {
  let [width, height] = [0, 0];
  /** @type {Scene | null} */
  let scene = null;
  let shape = "";
  const looking = pointing(element, part => describe(part, lab.state()));

  /** @param {State} state @returns {boolean} whether the elements are new */
  function build({ run, frame }) {
    if (!run || !frame) return false;
    const sizes = sizesOf(frame);
    const wanted = [width, height, ...sizes, ...run.columns].join();
    if (wanted === shape || width === 0 || height === 0) return false;
    const drawn = sceneOf(sizes, run.columns, { width, height });
    scene?.root.remove();
    element.prepend(drawn.root);
    looking.turnTo(drawn, sizes);
    [scene, shape] = [drawn, wanted];
    return true;
  }

  /** @param {State} state */
  function paint(state) {
    const fresh = build(state);
    const { run, frame, controls } = state;
    if (!scene || !run || !frame || !controls) return;
    const layers = [run.inputs, ...frame.layers].map(layer => layer[controls.row] ?? []);
    paintEdges(scene, frame.weights);
    paintNodes(scene, layers);
    if (!fresh && !readable(state)) return;
    write(scene, frame.weights, layers);
    const targets = run.targets[controls.row] ?? [];
    scene.targets.forEach((text, unit) => say(text, `target ${targets[unit]}`));
    looking.refresh();
  }

  new ResizeObserver(([{ contentRect }]) => {
    [width, height] = [Math.floor(contentRect.width), Math.floor(contentRect.height)];
    paint(lab.state());
  }).observe(element);
  return { paint };
}

/** @param {import("../messages.js").Frame} frame @returns {number[]} */
function sizesOf({ weights }) {
  return [...weights.map(matrix => matrix.length), weights[weights.length - 1][0].length];
}

/** @param {Scene} scene @param {number[][][]} weights */
function paintEdges({ edges, layout }, weights) {
  const faintest = layout.crowded.some(Boolean) ? 0.07 : 0.25;
  weights.forEach((matrix, layer) => matrix.forEach((row, from) => row.forEach((weight, to) => {
    const mark = edges[layer][from][to];
    const step = Number.isNaN(weight) ? NO_NUMBER : Math.round(strength(weight) * STRENGTHS) * (weight < 0 ? -1 : 1);
    if (Object.is(step, mark.drawn)) return;
    if (kindOf(step) !== kindOf(mark.drawn)) mark.line.setAttribute("class", `line ${kindOf(step)}`);
    const strong = step === NO_NUMBER ? 0 : Math.abs(step) / STRENGTHS;
    mark.line.setAttribute("stroke-width", (0.5 + strong * (layout.thickest - 0.5)).toFixed(2));
    mark.line.setAttribute("stroke-opacity", (faintest + strong * (0.92 - faintest)).toFixed(2));
    mark.drawn = step;
  })));
}

/** @param {number} step */
function kindOf(step) {
  if (Number.isNaN(step)) return "";
  if (step === NO_NUMBER) return "nan";
  return step < 0 || Object.is(step, -0) ? "negative" : "positive";
}

/** @param {Scene} scene @param {number[][]} layers activations of the selected example */
function paintNodes({ nodes }, layers) {
  nodes.forEach((marks, layer) => marks.forEach((mark, unit) => {
    const full = Math.min(1, Math.max(0, layers[layer][unit] ?? NaN));
    const step = Number.isNaN(full) ? NO_NUMBER : Math.round(full * FULL);
    if (step === mark.drawn) return;
    mark.disc.setAttribute("fill-opacity", Number.isNaN(full) ? "0" : (step / FULL).toFixed(2));
    const kind = `node ${fullness(full)}`;
    const { group } = mark;
    set(group, "class", group.classList.contains("lit") ? `${kind} lit` : kind);
    mark.drawn = step;
  }));
}

/**
 * The numbers in the drawing.
 *
 * @param {Scene} scene
 * @param {number[][][]} weights
 * @param {number[][]} layers
 */
function write({ edges, nodes }, weights, layers) {
  edges.forEach((matrix, layer) => matrix.forEach((row, from) => row.forEach(({ label }, to) => {
    if (label) say(label, fixed(weights[layer][from][to], 2));
  })));
  nodes.forEach((marks, layer) => marks.forEach(({ number }, unit) => {
    if (number) say(number, fixed(layers[layer][unit] ?? NaN, 2));
  }));
}

/** Which ink can be read on the disc, in either theme. @param {number} full 0..1 */
export function fullness(full) {
  if (Number.isNaN(full)) return "nan";
  return full > 0.845 ? "full" : full > 0.73 ? "half" : "pale";
}

/** @param {Part} part @param {State} state */
function describe(part, { run, frame, controls }) {
  if (!run || !frame || !controls) return "";
  if (part.kind === "edge") {
    const weight = frame.weights[part.layer]?.[part.from]?.[part.to] ?? NaN;
    return `weight syn${part.layer}[${part.from}, ${part.to}] = ${fixed(weight, 4)}`;
  }
  const layers = [run.inputs, ...frame.layers];
  const value = layers[part.layer]?.[controls.row]?.[part.unit] ?? NaN;
  const columns = part.layer === 0 ? run.columns : null;
  const name = nameOf(part.layer, part.unit, columns, layers.length - 1, layers[part.layer][0].length);
  const sum = part.layer > 0 ? ` = sigmoid(${fixed(frame.sums[part.layer - 1]?.[controls.row]?.[part.unit] ?? NaN, 3)})` : "";
  return part.layer === 0 ? `input ${name} = ${value}` : `${name} = ${fixed(value, 4)}${sum}`;
}
