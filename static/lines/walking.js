// @ts-check
/** One tab stop a matrix; the arrow keys go from number to number, and to the headers of the examples. */

const WAYS = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"]);

/**
 * @param {HTMLElement} board
 * @param {(example: number) => void} choose
 */
export function walking(board, choose) {
  board.addEventListener("keydown", event => {
    const cell = cellOf(event.target);
    if (!cell) return;
    if (WAYS.has(event.key)) {
      event.preventDefault();
      next(cell, event.key)?.focus();
    } else if ((event.key === "Enter" || event.key === " ") && cell.dataset.example) {
      event.preventDefault();
      choose(Number(cell.dataset.example));
    }
  });
  board.addEventListener("focusin", event => {
    const cell = cellOf(event.target);
    if (!cell) return;
    const grid = cell.closest("table");
    for (const stop of grid?.querySelectorAll('[tabindex="0"]') ?? []) stop.setAttribute("tabindex", "-1");
    cell.tabIndex = 0;
  });
}

/** Each matrix can be reached by the tab key. @param {HTMLElement} board */
export function giveStops(board) {
  for (const grid of board.querySelectorAll("table")) {
    if (!grid.querySelector('[tabindex="0"]')) grid.querySelector("td")?.setAttribute("tabindex", "0");
  }
}

/** @param {EventTarget | null} target @returns {HTMLTableCellElement | null} */
function cellOf(target) {
  return target instanceof Element ? target.closest("td, th[tabindex]") : null;
}

/** @param {HTMLTableCellElement} cell @param {string} key @returns {HTMLElement | null} */
function next(cell, key) {
  const row = /** @type {HTMLTableRowElement} */ (cell.parentElement);
  const table = /** @type {HTMLTableElement} */ (row.closest("table"));
  const column = cell.cellIndex;
  if (key === "ArrowLeft") return reachable(row.cells[column - 1]);
  if (key === "ArrowRight") return reachable(row.cells[column + 1]);
  if (key === "Home") return /** @type {HTMLElement | null} */ (row.querySelector("td"));
  if (key === "End") return row.cells[row.cells.length - 1];
  return reachable(table.rows[row.rowIndex + (key === "ArrowDown" ? 1 : -1)]?.cells[column]);
}

/** @param {HTMLTableCellElement | undefined} cell */
function reachable(cell) {
  return cell?.hasAttribute("tabindex") ? cell : null;
}
