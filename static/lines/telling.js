// @ts-check
/**
 * The sentence of a line: what it did and why, from its numbers. Pure. Whatever is said holds for the numbers as they
 * are, not only as they are written: where two are equally large, neither is called the largest.
 *
 * @typedef {import("./work.js").Work} Work
 * @typedef {import("./work.js").Operand} Operand
 * @typedef {import("../lab.js").State} State
 * @typedef {{work: Work, row: number}} Case `row`: place on the page of the example that is told of
 */

import { brief } from "../numbers.js";
import { rowInView } from "../store.js";
import { capital } from "../story/wording.js";
import { figure } from "./figures.js";
import { exampleName, unitName } from "./naming.js";
import { tellBlame } from "./telling-blame.js";
import { tellUpdate } from "./telling-update.js";
import { counted, only, onlyLeast } from "./extremes.js";

/** More inputs than these are not told one by one. */
const FEW = 6;

/** @param {Work} work @param {State} state @returns {string} */
export function tellLine(work, state) {
  const wanted = rowInView(state);
  const row = wanted >= 0 && wanted < work.examples.shown ? wanted : 0;
  const [, layer, part] = /^l(\d+)(?:_(error|delta))?$/.exec(work.key) ?? [];
  if (work.task === "loop") return "From here on every line is done once an iteration: predict, see how wrong, update.";
  if (!work.steps.length) return "";
  if (work.key.endsWith("_update")) return tellUpdate(work);
  if (part === "delta") return tellDelta(work);
  if (part === "error") return work.steps[0].does === "difference" ? tellError({ work, row }) : tellBlame(work, row, state);
  return Number(layer) === 0 ? tellInputs({ work, row }) : tellOutputs({ work, row }, state);
}

/** @param {number} value */
const text = value => figure(value).text;

/** l0 = X @param {Case} which */
function tellInputs({ work, row }) {
  const inputs = work.matrices[1].matrix[row];
  const values = inputs.length > FEW
    ? `its ${inputs.length} numbers`
    : inputs.map((value, i) => `${unitName(work, 0, i)} = ${text(value)}`).join(", ");
  const all = work.examples.all;
  const rest = all === 1 ? "It is the only example." : `All ${counted(all, "example")} go at once, one a row.`;
  return `${capital(exampleName(work, row))} goes in: ${values}. ${rest}`;
}

/** l1 = sigmoid(l0 @ syn0) @param {Case} which @param {State} state */
function tellOutputs({ work, row }, state) {
  const [, , sums, result] = work.matrices;
  const out = result.matrix[row];
  const layer = result.index;
  const example = exampleName(work, row);
  const broken = out.filter(Number.isNaN).length;
  if (broken) return `For ${example}, ${broken === out.length ? "every number" : `${broken} of ${out.length} numbers`} of l${layer} is not a number any more.`;
  const rule = work.rules.stepped ? "the step" : "the sigmoid";
  if (layer === work.sizes.length - 1) return tellAnswer({ work, row }, out, state);
  if (out.length === 1) return `For ${example}, ${unitName(work, layer, 0)} sums up ${text(sums.matrix[row][0])}, and ${rule} makes ${text(out[0])} of it.`;
  if (out.every(value => value === out[0])) return `For ${example}, all ${out.length} units of l${layer} give the same: ${text(out[0])}.`;
  const sure = out.map(value => Math.abs(value - 0.5));
  const [most, least] = [only(sure), onlyLeast(sure)];
  const sentences = [];
  if (most) {
    const { place } = most;
    sentences.push(`For ${example}, ${unitName(work, layer, place)} is the surest: ${rule} makes ${text(out[place])} of its sum ${text(sums.matrix[row][place])}.`);
  } else {
    const high = Math.max(...sure);
    sentences.push(`For ${example}, ${sure.filter(value => value === high).length} units of l${layer} are equally sure, more than any other: none stands out.`);
  }
  if (least) sentences.push(`${capital(unitName(work, layer, least.place))} is the least sure, with ${text(out[least.place])}.`);
  return sentences.join(" ");
}

/** @param {Case} which @param {number[]} out @param {State} state */
function tellAnswer({ work, row }, out, { run }) {
  const example = exampleName(work, row);
  const wanted = run?.targets[row] ?? [];
  const errors = wanted.map((target, i) => target - out[i]);
  if (out.length === 1) return `For ${example} the network answers ${text(out[0])}; the target is ${brief(wanted[0])}, so it is ${off(errors[0])}.`;
  const worst = only(errors.map(Math.abs));
  const last = work.sizes.length - 1;
  if (!worst) return `For ${example} the network answers ${counted(out.length, "number")}, and none of them is farther off than all others.`;
  const { place } = worst;
  return `For ${example} the answer that is farthest off is ${unitName(work, last, place)}: it is ${text(out[place])} where the target is ${brief(wanted[place])}, so it is ${off(errors[place])}.`;
}

/** @param {number} error */
function off(error) {
  if (Number.isNaN(error)) return "not a number";
  if (error === 0) return "exactly right";
  return `${text(Math.abs(error))} too ${error > 0 ? "low" : "high"}`;
}

/** l2_error = y - l2 @param {Case} which */
function tellError({ work, row }) {
  const { matrix, index } = work.matrices[2];
  const all = matrix.flat();
  const width = matrix[0].length;
  const here = work.examples.shown < work.examples.all ? ` of the ${counted(work.examples.shown, "example")} in view` : "";
  if (all.some(Number.isNaN)) return `Of ${counted(all.length, "answer")}${here}, ${all.filter(Number.isNaN).length} cannot be compared: not a number.`;
  const answers = width === 1 ? "answer" : "number";
  const [low, high] = [all.filter(value => value > 0).length, all.filter(value => value < 0).length];
  const split = low + high === 0 ? `Every ${answers}${here} is exactly right.`
    : all.length > 1 && Math.max(low, high) === all.length ? `All ${counted(all.length, answers)}${here} are too ${low ? "low" : "high"}.`
    : `Of ${counted(all.length, answers)}${here}, ${low} ${low === 1 ? "is" : "are"} too low and ${high} too high.`;
  const worst = only(all.map(Math.abs));
  if (low + high === 0 || !worst || all.length === 1) return width === 1 ? `${capital(exampleName(work, row))} is ${off(matrix[row][0])}. ${split}` : split;
  const [i, j] = [Math.floor(worst.place / width), worst.place % width];
  const who = width === 1 ? "" : ` in ${unitName(work, index, j)}`;
  return `${capital(exampleName(work, i))} is farthest off${who}: ${off(all[worst.place])}. ${split}`;
}

/** l2_delta = l2_error * slope(l2) @param {Work} work */
function tellDelta(work) {
  const delta = work.matrices[work.steps[0].to];
  const error = work.matrices[0];
  if (work.rules.slopeless) return `The slope is left out: ${delta.name} is ${error.name} as it is, also where a unit is sure.`;
  const { matrix: slopes, columns } = work.matrices[1];
  const all = slopes.flat();
  if (all.some(Number.isNaN)) return `Some slopes are not numbers any more, and so neither are those deltas.`;
  const here = work.examples.shown < work.examples.all ? ", of the examples in view" : "";
  if (all.every(slope => slope === 0)) {
    return `${work.rules.stepped ? "A step has no slope" : "Every slope is 0 here"}, so every ${delta.name} is 0${here}.`;
  }
  if (all.every(slope => slope === all[0])) return `All slopes are the same, ${text(all[0])}: every error is made smaller by the same factor${here}.`;
  const [most, least] = [only(all), onlyLeast(all)];
  /** @param {number} place */
  const who = place => {
    const [row, unit] = [Math.floor(place / columns), place % columns];
    return columns === 1 ? exampleName(work, row) : `${unitName(work, delta.index, unit)} in ${exampleName(work, row)}`;
  };
  /** @param {number} place */
  const becomes = place => `${text(error.matrix.flat()[place])} × ${text(all[place])} leaves ${text(delta.matrix.flat()[place])}`;
  const sentences = [];
  if (least) sentences.push(`${capital(who(least.place))} is surest, so its error is damped most${here}: ${becomes(least.place)}.`);
  if (most) sentences.push(`${least ? `Least damped is ${who(most.place)}` : `${capital(who(most.place))} is damped least${here}`}: ${becomes(most.place)}.`);
  return sentences.join(" ") || `Each error is multiplied by the slope of its unit, from ${text(Math.min(...all))} to ${text(Math.max(...all))}${here}.`;
}
