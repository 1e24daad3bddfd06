// @ts-check
/**
 * Where one number of a line comes from: the sum it is, term by term, with the numbers in it. Pure.
 *
 * @typedef {import("./work.js").Work} Work
 * @typedef {import("./work.js").Operand} Operand
 * @typedef {import("./work.js").Step} Step
 * @typedef {{matrix: number, row: number, column: number}} Place of a matrix in the line, of a number on the page
 * @typedef {{at: Place, operand: Operand, value: number, name: string, shown: import("./figures.js").Figure}} Cell
 *
 * @typedef {object} Because
 * @property {string} head
 * @property {string} who the number is of, where the head does not say
 * @property {string[]} terms empty where the head says it all
 * @property {Place[]} from
 * @property {string[]} parts of the drawing
 */

import { whole } from "../numbers.js";
import { describe, slopeText } from "./describing.js";
import { equals, figure } from "./figures.js";
import { cellName, partOf, placeName } from "./naming.js";
import { largestFew, less, sum, times, total } from "./reckoning.js";

/** More terms than these are folded, and so many of the largest are left. */
const MOST = 8;
const LEFT = 6;

/** With how many figures numbers are written: those that are reckoned with, and the terms of a sum. A result has four. @typedef {{factor: number, term: number}} Fineness */
/** The second where the first would need a "≈". @type {[Fineness, Fineness]} */
const FIGURES = [{ factor: 4, term: 4 }, { factor: 6, term: 5 }];

/** @typedef {{head: string, terms?: string[], from: Cell[]}} Made */

/** @param {Work} work @param {Place} place @returns {Because} */
export function explainCell(work, place) {
  const plain = explained(work, place, FIGURES[0]);
  if (!isRough(plain)) return plain;
  const finer = explained(work, place, FIGURES[1]);
  return isRough(finer) ? plain : finer;
}

/** Whether somebody who reckons with the numbers as they are written comes to another result. @param {Because} because */
function isRough({ head, terms }) {
  return [head, ...terms].some(text => text.includes("≈"));
}

/** @param {Work} work @param {Place} place @param {Fineness} fineness @returns {Because} */
function explained(work, place, fineness) {
  const step = work.steps.find(({ to }) => to === place.matrix);
  const cell = cellAt(work, place, FIGURES[0]);
  const { head, terms = [], from } = step ? EXPLAIN[step.does](work, cell, step.from, fineness) : { head: describe(work, cell, fineness.factor), from: [] };
  const parts = [cell, ...from].map(({ at, operand }) => partOf(operand, at.row, at.column));
  const who = step ? placeName(work, cell.operand, place.row, place.column) : "";
  return { head, who, terms, from: from.map(({ at }) => at), parts: [...new Set(parts)] };
}

/** @param {Work} work @param {Place} at @param {Fineness} fineness @returns {Cell} */
function cellAt(work, at, { factor }) {
  const operand = work.matrices[at.matrix];
  const value = operand.matrix[at.row][at.column];
  return { at, operand, value, name: cellName(work, operand, at.row, at.column), shown: figure(value, factor) };
}

/** @type {Record<Step["does"], (work: Work, cell: Cell, from: number[], fineness: Fineness) => Made>} */
const EXPLAIN = {
  copy(work, cell, [source], fineness) {
    const one = cellAt(work, { ...cell.at, matrix: source }, fineness);
    return { head: `${cell.name} = ${one.name} = ${cell.shown.text}`, from: [one] };
  },
  product(work, cell, [left, right], fineness) {
    const { row, column } = cell.at;
    const pairs = work.matrices[right].matrix.map((_, k) =>
      [cellAt(work, { matrix: left, row, column: k }, fineness), cellAt(work, { matrix: right, row: k, column }, fineness)]);
    return product(cell, pairs, fineness);
  },
  squeeze(work, cell, [source], fineness) {
    const one = cellAt(work, { ...cell.at, matrix: source }, fineness);
    return { head: `${cell.name} = ${squeezed(work, cell, one)}`, from: [one] };
  },
  difference(work, cell, from, fineness) {
    const [wanted, got] = from.map(matrix => cellAt(work, { ...cell.at, matrix }, fineness));
    const verdict = cell.value > 0 ? ": too low" : cell.value < 0 ? ": too high" : "";
    return { head: `${cell.name} = ${wanted.name} − ${got.name} = ${less(wanted.shown, got.shown, cell.shown)}${verdict}`, from: [wanted, got] };
  },
  weigh(work, cell, from, fineness) {
    const [error, slope] = from.map(matrix => cellAt(work, { ...cell.at, matrix }, fineness));
    const head = `${cell.name} = ${error.name} × ${slope.name} = ${times(error.shown, slope.shown, cell.shown)}`;
    return { head, terms: [slopeText(slope, fineness.factor)], from: [error, slope] };
  },
  scale(work, cell, [source], fineness) {
    const one = cellAt(work, { ...cell.at, matrix: source }, fineness);
    return { head: `${cell.name} = alpha × ${one.name} = ${times(figure(work.alpha), one.shown, cell.shown)}`, from: [one] };
  },
  add(work, cell, from, fineness) {
    const [before, move] = from.map(matrix => cellAt(work, { ...cell.at, matrix }, fineness));
    const [sign, reckon] = work.rules.flipped ? ["−", less(before.shown, move.shown, cell.shown)] : ["+", sum([before.shown, move.shown], cell.shown)];
    return { head: `${cell.name} after = ${before.name} before ${sign} ${move.name} = ${reckon}`, from: [before, move] };
  },
};

/** @param {Work} work @param {Cell} cell @param {Cell} one the sum @returns {string} */
function squeezed({ rules }, cell, one) {
  if (!rules.stepped) {
    const power = one.shown.text.startsWith("−") ? one.shown.text.slice(1) : `−${one.shown.text}`;
    const sign = equals(1 / (1 + Math.exp(-one.shown.value)), cell.shown);
    return `sigmoid(${one.name}) = 1 / (1 + e^${power}) ${sign} ${cell.shown.text}`;
  }
  const why = Number.isNaN(one.value) ? "the sum is not a number" : one.value > 0 ? "the sum is above 0" : "the sum is not above 0";
  return `step(${one.name}) = step(${one.shown.text}) = ${cell.shown.text}: ${why}`;
}

/** @param {Cell} cell @param {Cell[][]} pairs @param {Fineness} fineness @returns {Made} */
function product(cell, pairs, { term }) {
  const from = pairs.flat();
  const products = pairs.map(([a, b]) => a.value * b.value);
  const elsewhere = pairs[0][0].operand.columns - pairs.length;
  if (pairs.length === 1 && !elsewhere) {
    const [a, b] = pairs[0];
    return { head: `${cell.name} = ${a.name} × ${b.name} = ${times(a.shown, b.shown, cell.shown)}`, from };
  }
  const shown = pairs.length > MOST ? largestFew(products, LEFT) : [...products.keys()];
  const parts = shown.map(k => figure(products[k], term));
  const terms = shown.map((k, i) => {
    const [a, b] = pairs[k];
    return `${a.name} × ${b.name} = ${times(a.shown, b.shown, parts[i])}`;
  });
  if (shown.length < pairs.length) {
    const folded = figure(total(products.filter((_, k) => !shown.includes(k))), term);
    terms.push(`… ${pairs.length - shown.length} more terms, none of them larger, together ${folded.text}`);
    parts.push(folded);
  }
  if (elsewhere) {
    const rest = figure(cell.value - total(products), term);
    terms.push(`… ${whole(elsewhere)} more examples, not in view, together ${rest.text}`);
    parts.push(rest);
  }
  return { head: `${cell.name} = ${sum(parts, cell.shown)}`, terms, from };
}
