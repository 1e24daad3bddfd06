// @ts-check
/**
 * What every name of the code means and what it is just now, and where such names stand in a text. Pure.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../lab.js").DetailedFrame} DetailedFrame
 * @typedef {import("./figures.js").Figures} Figures
 */

import { whole } from "../numbers.js";
import { meaningOfName } from "../words.js";
import { figuresText } from "./figures.js";
import { changeOf } from "./loop.js";

const NAME = /\b(?:l\d+(?:_error|_delta)?|syn\d+(?:_update)?|np\.dot|alpha|sigmoid|nonlin|slope|X|y)\b|@|\.T\b/g;
const LAYER = /^l(\d+)(?:_(error|delta))?$/;
const SYNAPSE = /^syn(\d+)(_update)?$/;

/**
 * A text cut at the names in it: what stands at odd places is a name.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function cutAtNames(text) {
  const cut = [];
  let at = 0;
  for (const match of text.matchAll(NAME)) {
    cut.push(text.slice(at, match.index), match[0]);
    at = match.index + match[0].length;
  }
  return [...cut, text.slice(at)];
}

/**
 * One or two sentences on a name, and its present shape and value; null for a name that means nothing here.
 *
 * @param {string} name
 * @param {State} state
 */
export function explainName(name, state) {
  const meaning = meaningOfName(name);
  if (!meaning) return null;
  const change = changeOf(state.run?.code.find(line => line.key === name));
  const says = change ? `${name}, changed: ${change}` : `${name}: ${meaning}.`;
  return [says, ...remarks(name, state), ...present(name, state)].join("\n");
}

/** @param {string} name @param {State} state */
function remarks(name, { frame }) {
  const layers = frame?.weights.length;
  if (layers === 1 && name === "l1") return ["The post’s list of names calls l1 the hidden layer; in this network it is the output."];
  return [];
}

/** @param {string} name @param {State} state @returns {string[]} */
function present(name, state) {
  const { controls, frame } = state;
  if (!controls || !frame) return [];
  if (name === "alpha") return [`Now ${controls.alpha}.`];
  if (name === "j") return [`Now ${whole(frame.iteration)}.`];
  const figures = figuresOf(name, state);
  return figures ? [`${moment(name, state)} ${figuresText(figures)}`] : [];
}

/** Whether the numbers are of now, of a while ago, or of what the lines to come will make. @param {string} name @param {State} state */
function moment(name, { run, controls, frame, detailed }) {
  const of = name.includes("_") ? detailed : frame;
  if (of && frame && of.iteration !== frame.iteration) return `At iteration ${whole(of.iteration)}:`;
  const made = run?.code.findIndex(line => line.key === name) ?? -1;
  return controls?.line != null && made > controls.line ? "To come:" : "Now";
}

/** @param {string} name @param {State} state @returns {Figures | null} */
function figuresOf(name, state) {
  const { run, frame, detailed } = state;
  if (!run || !frame) return null;
  const rows = { first: run.first_row, rows: run.rows };
  if (name === "X" || name === "l0") return { matrix: run.inputs, ...rows };
  if (name === "y") return { matrix: run.targets, ...rows };
  const [, layer, part] = LAYER.exec(name) ?? [];
  if (layer) {
    const matrix = { error: detailed?.detail.errors, delta: detailed?.detail.deltas }[part] ?? (part ? undefined : frame.layers);
    return matrix?.[Number(layer) - 1] ? { matrix: matrix[Number(layer) - 1], ...rows, peak: part !== undefined } : null;
  }
  const [, synapse, update] = SYNAPSE.exec(name) ?? [];
  const matrix = update ? detailed?.detail.updates[Number(synapse)] : weightsNow(state)[Number(synapse)];
  return synapse && matrix ? { matrix, peak: Boolean(update) } : null;
}

/** The weights, with those updates that the lines done so far have added. @param {State} state @returns {number[][][]} */
function weightsNow({ run, controls, frame, detailed }) {
  const weights = frame?.weights ?? [];
  const line = controls?.line ?? null;
  if (line === null || detailed?.iteration !== frame?.iteration) return weights;
  return weights.map((matrix, i) => {
    const made = run?.code.findIndex(({ key }) => key === `syn${i}_update`) ?? -1;
    const update = detailed?.detail.updates[i];
    if (made < 0 || made > line || !update) return matrix;
    return matrix.map((row, j) => row.map((weight, k) => weight + (controls?.alpha ?? NaN) * update[j][k]));
  });
}
