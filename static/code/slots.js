// @ts-check
/**
 * What can be typed over in the listing, the settings in its holes and the cells of its data: what they are just now,
 * and what is sent when they change.
 *
 * @typedef {import("./lines.js").Slot} Slot
 * @typedef {import("../lab.js").Lab} Lab
 * @typedef {import("../messages.js").ClientMessage} ClientMessage
 */

import { say, set } from "../dom.js";
import { fillings } from "../python.js";

/** @type {Record<string, [name: string, verb: (text: string, lab: Lab) => ClientMessage]>} */
const HOLES = {
  alpha: ["alpha", alpha => ({ type: "set_alpha", alpha })],
  hidden_size: ["hidden size", hidden_size => ({ type: "set_hidden_size", hidden_size })],
  seed: ["seed", seed => ({ type: "set_seed", seed })],
  iterations: ["iterations", (iteration, lab) => ({ type: "set_stop", iteration, error: lab.state().controls?.stop_error ?? null })],
};

/** @param {Slot} slot @param {Lab} lab @returns {import("./in-place.js").Place} */
export function placeOfSlot({ element, hole, cell }, lab) {
  const truth = () => cell ? cellText(cell, lab) : holeText(hole, lab);
  if (!cell) {
    const [name, verb] = HOLES[hole];
    return { element, id: `code-${hole}`, label: `${name} in the code`, truth, verb: text => verb(text, lab) };
  }
  const { row, column } = cell;
  const label = `${nameOfColumn(column, lab)} of row ${row + 1} in the code`;
  return { element, id: `code-${row}-${column}`, label, truth, verb: value => ({ type: "set_cell", row, column, value }) };
}

/** @param {string} hole @param {Lab} lab */
function holeText(hole, lab) {
  const { controls } = lab.state();
  return controls ? fillings(controls)[hole] : "";
}

/** @param {{row: number, column: number}} cell @param {Lab} lab */
function cellText({ row, column }, lab) {
  const { run } = lab.state();
  const here = row - (run?.first_row ?? 0);
  return String([...(run?.inputs[here] ?? []), ...(run?.targets[here] ?? [])][column] ?? "");
}

/** @param {number} column @param {Lab} lab */
function nameOfColumn(column, lab) {
  return lab.state().run?.columns[column] ?? "y";
}

/** Write a setting into its hole, and let the eye find it when it changes. @param {Slot} slot @param {string} value @param {boolean} quietly */
export function fillHole({ element, hole }, value, quietly) {
  if (element.textContent === value) return;
  say(element, value);
  set(element, "aria-label", `${HOLES[hole]?.[0] ?? hole} = ${value}: change`);
  if (quietly || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  element.animate([{ backgroundColor: "var(--focus)" }, { backgroundColor: "transparent" }], 900);
}
