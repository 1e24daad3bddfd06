// @ts-check
/**
 * The drawing of the network. Own SVG: at every frame only attributes of standing elements change, and only those that
 * differ; the elements are made anew when the shape of the network or the room for it changes.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../network/scene.js").Scene} Scene
 * @typedef {import("../network/walk.js").Part} Part
 */

import { say } from "../dom.js";
import { strength } from "../network/geometry.js";
import { pointing } from "../network/pointing.js";
import { nameOf, sceneOf } from "../network/scene.js";
import { fixed } from "../numbers.js";

/** @param {HTMLElement} element @param {import("../lab.js").Lab} lab @returns {import("../lab.js").Panel} */
export function networkPanel(element, lab) {
  /** @type {Scene | null} */
  let scene = null;
  let shape = "";
  const looking = pointing(element, part => describe(part, lab.state()));

  /** @param {State} state */
  function build({ run, frame }) {
    if (!run || !frame) return;
    const sizes = sizesOf(frame);
    const { clientWidth: width, clientHeight: height } = element;
    const wanted = [width, height, ...sizes, ...run.columns].join();
    if (wanted === shape || width === 0 || height === 0) return;
    const drawn = sceneOf(sizes, run.columns, { width, height });
    scene?.root.remove();
    element.prepend(drawn.root);
    looking.turnTo(drawn, sizes);
    [scene, shape] = [drawn, wanted];
  }

  /** @param {State} state */
  function paint(state) {
    build(state);
    const { run, frame, controls } = state;
    if (!scene || !run || !frame || !controls) return;
    paintEdges(scene, frame.weights);
    paintNodes(scene, [run.inputs, ...frame.layers].map(layer => layer[controls.row] ?? []));
    const targets = run.targets[controls.row] ?? [];
    scene.targets.forEach((text, unit) => say(text, `target ${targets[unit]}`));
    looking.refresh();
  }

  new ResizeObserver(() => lab.state().frame && paint(lab.state())).observe(element);
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
    const { line, label } = edges[layer][from][to];
    const strong = strength(weight);
    set(line, "class", Number.isNaN(weight) ? "line nan" : weight < 0 ? "line negative" : "line positive");
    set(line, "stroke-width", (0.5 + strong * (layout.thickest - 0.5)).toFixed(2));
    set(line, "stroke-opacity", (faintest + strong * (0.92 - faintest)).toFixed(2));
    if (label) say(label, fixed(weight, 2));
  })));
}

/** @param {Scene} scene @param {number[][]} layers activations of the selected example */
function paintNodes({ nodes }, layers) {
  nodes.forEach((marks, layer) => marks.forEach(({ group, disc, number }, unit) => {
    const value = layers[layer][unit] ?? NaN;
    const full = Math.min(1, Math.max(0, value));
    set(disc, "fill-opacity", Number.isNaN(full) ? "0" : full.toFixed(2));
    set(group, "class", group.classList.contains("lit") ? `node lit ${fullness(full)}` : `node ${fullness(full)}`);
    if (number) say(number, fixed(value, 2));
  }));
}

/** Which ink can be read on the disc, in either theme. @param {number} full 0..1 */
export function fullness(full) {
  if (Number.isNaN(full)) return "nan";
  return full > 0.845 ? "full" : full > 0.73 ? "half" : "pale";
}

/** @param {Element} element @param {string} name @param {string} value */
function set(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
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
