// @ts-check
/**
 * The numbers inside the lines of X and y, and which cells of the data they are. Pure.
 *
 * @typedef {object} Cell
 * @property {number} start in the text of the line
 * @property {number} end
 * @property {number} row
 * @property {number} column the inputs from 0, then the targets
 */

const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi;

/**
 * None where the listing does not write out every row.
 *
 * @param {import("../messages.js").Line} line
 * @param {Pick<import("../messages.js").Snapshot, "rows" | "columns" | "targets">} run
 * @returns {Cell[]}
 */
export function cellsOf({ key, text }, { rows, columns, targets }) {
  const table = /\[\[.*\]\]/.exec(text);
  if (!table || (key !== "X" && key !== "y")) return [];
  const width = key === "X" ? columns.length : targets[0]?.length ?? 0;
  const found = [...table[0].matchAll(NUMBER)];
  if (found.length !== rows * width) return [];
  return found.map((match, i) => {
    const start = table.index + match.index;
    const column = (i % width) + (key === "y" ? columns.length : 0);
    return { start, end: start + match[0].length, row: Math.floor(i / width), column };
  });
}
