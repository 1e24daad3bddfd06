// @ts-check
/**
 * The cells of a map, and which of a cell's runs it stands for. Pure.
 *
 * @typedef {import("./luck-ranks.js").Start} Start
 * @typedef {import("../messages.js").SweepResult} SweepResult
 * @typedef {"middle" | "best" | "worst" | "solved"} Shown
 *
 * @typedef {object} Cell
 * @property {number} alpha
 * @property {number | null} size
 * @property {Start[]} starts what is known of it, best first
 * @property {number} solved how many of these
 * @property {number} seeds how many there are going to be
 */

import { middleOf, ranked } from "./luck-ranks.js";

/** By hidden size, then by alpha. @param {SweepResult} result @returns {Cell[][]} */
export function cellsOf({ hidden_sizes, alphas, errors, solved, seeds }) {
  return hidden_sizes.map((size, i) => alphas.map((alpha, j) => {
    return { alpha, size, starts: ranked(errors[i][j]), solved: solved[i][j], seeds };
  }));
}

/** The run that a cell stands for, and that it opens; of its share of solved ones the one in the middle. @param {Cell} cell @param {Shown} shown @returns {Start | undefined} */
export function runOf({ starts }, shown) {
  if (shown === "best") return starts[0];
  return shown === "worst" ? starts[starts.length - 1] : middleOf(starts);
}

/** By what a tab remembers a cell. @param {Cell[][]} cells @param {number} row @param {number} column */
export function numberOf(cells, row, column) {
  return row * cells[0].length + column;
}

/** Where the cell of that number is; null: there is none. @param {Cell[][]} cells @param {unknown} number @returns {[row: number, column: number] | null} */
export function placeOf(cells, number) {
  const width = cells[0].length;
  if (typeof number !== "number" || !Number.isInteger(number) || number < 0 || number >= width * cells.length) return null;
  return [Math.floor(number / width), number % width];
}

/** A sign that says the same as a colour: whether all of its runs have solved the task, some, or none. @param {Cell} cell */
export function signOf({ starts, solved }) {
  if (!starts.length) return "";
  if (starts.every(({ error }) => !Number.isFinite(error))) return "×";
  if (solved === starts.length) return "●";
  return solved ? "◐" : "○";
}

/** What is known of the cells' errors under a choice. @param {Cell[][]} cells @param {Shown} shown */
export function errorsOf(cells, shown) {
  return cells.flat().flatMap(cell => {
    const run = runOf(cell, shown);
    return run ? [run.error] : [];
  });
}

/** For every hidden size the cell with the least error; null where none is known. @param {Cell[][]} cells @param {Shown} shown */
export function bestBySize(cells, shown) {
  return cells.map(row => row.reduce((best, cell) => {
    const [mine, other] = [runOf(cell, shown)?.error ?? NaN, best ? runOf(best, shown)?.error ?? NaN : Infinity];
    return mine < other ? cell : best;
  }, /** @type {Cell | null} */ (null)));
}
