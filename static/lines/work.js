// @ts-check
/**
 * What a line of the loop does: the matrices it takes, the matrices it makes, and how. Pure.
 *
 * All numbers are those of one detailed frame. Of many examples only some are on the page; shapes are always those of
 * all of them.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../lab.js").DetailedFrame} DetailedFrame
 * @typedef {import("../messages.js").Snapshot} Snapshot
 * @typedef {import("../messages.js").Controls} Controls
 *
 * @typedef {"input" | "target" | "sum" | "output" | "weight" | "error" | "delta" | "slope" | "update" | "move"} Kind
 *
 * @typedef {object} Operand one matrix of the line
 * @property {string} name as the code has it, such as "syn1.T"
 * @property {string} [note] which of two with this name
 * @property {number[][]} matrix what of it is on the page
 * @property {number[][]} [outputs] of a slope: where on the sigmoid it is taken
 * @property {number} rows how many it has in all
 * @property {number} columns
 * @property {boolean} transposed
 * @property {Kind} kind
 * @property {number} index of its layer (of units) or synapse (of weights)
 * @property {"rows" | "columns" | null} examples which of them are the examples
 *
 * @typedef {object} Step
 * @property {"copy" | "product" | "squeeze" | "difference" | "weigh" | "scale" | "add"} does
 * @property {string} sign between its operands
 * @property {string} arrow before its result
 * @property {number[]} from places in `matrices`
 * @property {number} to
 *
 * @typedef {object} Rules what is switched in this line
 * @property {boolean} stepped a step in the place of the sigmoid
 * @property {boolean} slopeless the delta is the error
 * @property {boolean} flipped the update is subtracted
 *
 * @typedef {object} Work
 * @property {number} line counted from 0 in the listing
 * @property {string} key what the line makes
 * @property {string} task
 * @property {"forward" | "backward" | null} direction
 * @property {Operand[]} matrices
 * @property {Step[]} steps
 * @property {Rules} rules
 * @property {number} alpha
 * @property {number[]} sizes units by layer, the inputs first
 * @property {string[]} columns names of the inputs
 * @property {{first: number, shown: number, all: number}} examples which of them are on the page
 * @property {string} rule the shapes, in one line
 */

import { doingOf } from "./doing.js";
import { Numbers } from "./operands.js";
import { ruleText } from "./rule.js";

/**
 * What the line that is stood on does; null while none is, or while its numbers are on their way.
 *
 * @param {State} state
 * @returns {Work | null}
 */
export function workOf({ run, controls, detailed }) {
  const line = controls?.line ?? null;
  const code = line === null ? undefined : run?.code[line];
  if (!run || !controls || line === null || !code || !detailed || !fits(run, detailed)) return null;
  const rules = rulesOf(run, code);
  const { matrices, steps } = doingOf(code.key, new Numbers(run, detailed, rules), controls.alpha);
  return {
    line, key: code.key, task: code.task, direction: directionOf(code.task), matrices, steps, rules,
    alpha: controls.alpha,
    sizes: [...detailed.weights.map(matrix => matrix.length), run.targets[0].length],
    columns: run.columns,
    examples: { first: run.first_row, shown: run.inputs.length, all: run.rows },
    rule: ruleText(matrices, steps),
  };
}

/** Whether they are of the same examples and of a network of the same shape. @param {Snapshot} run @param {DetailedFrame} frame */
function fits(run, frame) {
  const last = frame.layers[frame.layers.length - 1];
  return run.first_row === frame.first_row && run.inputs.length === last.length
    && run.inputs[0].length === frame.weights[0].length && run.targets[0].length === last[0].length;
}

/** @param {Snapshot} run @param {import("../messages.js").Line} code @returns {Rules} */
function rulesOf({ code: lines }, { key, text }) {
  return {
    stepped: lines.some(({ chosen }) => chosen === "step"),
    slopeless: key.endsWith("_delta") && !text.includes("slope("),
    flipped: key.endsWith("_update") && text.includes("-="),
  };
}

/** @param {string} task @returns {Work["direction"]} */
function directionOf(task) {
  if (task === "predict") return "forward";
  return task === "compare" ? "backward" : null; // an update goes nowhere: the weights change where they are
}
