// @ts-check
/**
 * What a number is that this line only takes, and does not make. Pure.
 *
 * @typedef {import("./work.js").Work} Work
 * @typedef {import("./cell.js").Cell} Cell
 */

import { figure } from "./figures.js";
import { exampleName, placeName, unitName, upright } from "./naming.js";
import { times } from "./reckoning.js";

/** @param {Work} work @param {Cell} cell @param {number} figures of what is reckoned with @returns {string} */
export function describe(work, cell, figures) {
  const { operand, at: { row, column } } = cell;
  const is = `${cell.name} = ${cell.shown.text}`;
  const [i, j] = upright(operand, row, column);
  const who = unitName(work, operand.index, j);
  switch (operand.kind) {
    case "input": return `${is}: ${who} of ${exampleName(work, i)}`;
    case "target": return `${is}: what ${who} should be for ${exampleName(work, i)}`;
    case "output": return `${is}: what ${who} gives for ${exampleName(work, i)}`;
    case "error": return `${is}: how far ${who} is from what is wanted of it for ${exampleName(work, i)}`;
    case "delta": return `${is}: how hard ${exampleName(work, i)} pushes ${who}`;
    case "slope": return slopeText(cell, figures);
    default: return `${is}: ${placeName(work, operand, row, column)}`;
  }
}

/** slope(l2)[0, 0] = l2[0, 0] × (1 − l2[0, 0]) = 0.5 × 0.5 = 0.25 @param {Cell} cell @param {number} figures */
export function slopeText({ operand, at: { row, column }, name, shown }, figures) {
  const out = operand.outputs?.[row][column] ?? NaN;
  const source = name.replace(/^slope\((l\d+)\)/, "$1");
  return `${name} = ${source} × (1 − ${source}) = ${times(figure(out, figures + 1), figure(1 - out, figures + 1), shown)}`;
}
