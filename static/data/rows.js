// @ts-check
/** One row of the examples: what is given, what the network answers, and how far off that is. */

import { html, say, set } from "../dom.js";
import { fixed, signed } from "../numbers.js";
import { judged, slopeAt } from "./judgement.js";

const DIGITS = 4;
/** Of several outputs beside each other. */
const FEWER_DIGITS = 3;
const STEEPEST = 0.25;

/**
 * @typedef {object} Row
 * @property {HTMLTableRowElement} element
 * @property {HTMLTableCellElement[]} given each begins with its text
 * @property {HTMLElement[]} predictions
 * @property {HTMLElement} rounded
 * @property {HTMLElement} unsure
 * @property {HTMLElement} error
 * @property {HTMLElement} meter
 * @property {HTMLElement} bar
 * @property {string} drawn
 */

/** @param {number} inputs @param {number} targets @returns {Row} */
export function rowOf(inputs, targets) {
  /** @param {string} kind @param {...Node} children */
  const cell = (kind, ...children) => html("td", { role: "gridcell", class: kind }, ...children);
  const given = Array.from({ length: inputs + targets }, (_, i) => {
    const made = cell(i < inputs ? "given" : "given target", document.createTextNode(""));
    made.tabIndex = -1;
    return made;
  });
  const predictions = Array.from({ length: targets }, () => cell("prediction"));
  const [rounded, error, meter, bar] = [cell("rounded"), cell("off"), html("i"), html("i")];
  const unsure = cell("unsure", html("span", {}, meter));
  const gauge = html("td", { class: targets === 1 ? "gauge" : "gauge plain-gauge", role: "presentation" }, html("span", {}, bar));
  const element = html("tr", { role: "row", tabindex: -1 }, ...given, ...predictions, rounded, unsure, error, gauge);
  return { element, given, predictions, rounded, unsure, error, meter, bar, drawn: "" };
}

/** A number of the data, short; what is typed over it has all its digits. @param {number} value */
export function cellText(value) {
  const short = Number.isInteger(value) ? value : Number(value.toPrecision(Math.abs(value) < 1000 ? 4 : 7));
  return String(short).replace(/^-/, "−");
}

/** @param {Row} row @param {number[]} outputs @param {number[]} targets */
export function draw(row, outputs, targets) {
  const off = offBy(outputs, targets);
  // A square root, so that an error of a hundredth can still be seen beside one of a half.
  const length = Number.isFinite(off) ? Math.sign(off) * Math.sqrt(Math.min(1, Math.abs(off))) : 0;
  const steep = Math.max(...outputs.map(slopeAt)) / STEEPEST;
  const drawn = `${length.toFixed(3)} ${(Number.isFinite(steep) ? steep : 0).toFixed(3)}`;
  if (drawn === row.drawn) return;
  row.drawn = drawn;
  const [first, second] = drawn.split(" ");
  row.bar.style.transform = `scaleX(${first})`;
  row.meter.style.transform = `scaleX(${second})`;
}

/** @param {Row} row @param {number[]} outputs @param {number[]} targets */
export function write(row, outputs, targets) {
  const digits = targets.length === 1 ? DIGITS : FEWER_DIGITS;
  row.predictions.forEach((cell, i) => say(cell, fixed(outputs[i] ?? NaN, digits)));
  const off = offBy(outputs, targets);
  say(row.error, targets.length === 1 ? signed(off, DIGITS) : fixed(off, DIGITS));
  const { verdict, text, mark, spoken } = judged(outputs, targets);
  say(row.rounded, `${text} ${mark}`);
  set(row.rounded, "data-verdict", verdict);
  set(row.rounded, "aria-label", spoken);
  const steepest = fixed(Math.max(...outputs.map(slopeAt)), DIGITS);
  set(row.unsure, "aria-label", `slope ${steepest}`);
  set(row.unsure, "data-explain", `The sigmoid's slope at this prediction: ${steepest}, of 0.25 at the most.`);
}

/** As the code has it, y − output; of several outputs the mean without signs. @param {number[]} outputs @param {number[]} targets */
function offBy(outputs, targets) {
  const off = targets.map((target, i) => target - (outputs[i] ?? NaN));
  return off.length === 1 ? off[0] : off.reduce((sum, one) => sum + Math.abs(one), 0) / off.length;
}
