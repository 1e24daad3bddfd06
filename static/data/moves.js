// @ts-check
/**
 * Pointer and keys on the examples. A click or an arrow chooses a row; a double click, Enter, F2 or the first digit opens
 * a cell. With a finger the first tap chooses the row and the second opens the cell.
 *
 * @typedef {import("./cells.js").Place} Place
 */

const NUMBER_BEGINS = /^[-−+.\d]$/;

/**
 * @typedef {object} Table
 * @property {() => {first: number, last: number, columns: number, rows: number}} shape rows in view, columns that can be
 *   typed into, rows in all
 * @property {(row: number) => boolean} isChosen
 * @property {(row: number) => void} choose
 * @property {(row: number, column: number | null) => void} focus a cell, or the whole row, as soon as it is in view
 * @property {(place: Place, text?: string) => void} edit
 */

/** @param {HTMLElement} element @param {Table} table */
export function moves(element, table) {
  let touched = false;

  /** @param {EventTarget | null} target @returns {{row: number, column: number | null} | null} column null: the whole row */
  function placeOf(target) {
    const cell = target instanceof Element ? target.closest("td") : null;
    const row = target instanceof Element ? target.closest("tbody tr") : null;
    if (!(row instanceof HTMLTableRowElement)) return null;
    const { first, columns } = table.shape();
    const column = cell && cell.cellIndex < columns ? cell.cellIndex : null;
    return { row: first + row.sectionRowIndex, column };
  }

  /** @param {number} row @param {number | null} column */
  function go(row, column) {
    const { rows, columns } = table.shape();
    if (row < 0 || row >= rows) return;
    if (!table.isChosen(row)) table.choose(row);
    table.focus(row, column === null ? null : Math.min(column, columns - 1));
  }

  element.addEventListener("pointerdown", event => (touched = event.pointerType === "touch"));
  element.addEventListener("click", event => {
    const place = placeOf(event.target);
    if (!place) return;
    const { row, column } = place;
    if (touched && column !== null && table.isChosen(row)) return table.edit({ row, column });
    table.choose(row);
  });
  element.addEventListener("dblclick", event => {
    const place = placeOf(event.target);
    if (place?.column != null) table.edit({ row: place.row, column: place.column });
  });
  element.addEventListener("keydown", event => {
    const place = placeOf(event.target);
    if (!place || event.ctrlKey || event.metaKey || event.altKey) return;
    const column = event.target instanceof HTMLTableRowElement ? null : place.column;
    const done = column === null ? onRow(place.row, event.key) : onCell({ row: place.row, column }, event.key);
    if (done) event.preventDefault();
  });

  /** @param {number} row @param {string} key */
  function onRow(row, key) {
    const { first, last } = table.shape();
    /** @type {Record<string, () => void>} */
    const keys = {
      ArrowDown: () => go(row + 1, null),
      ArrowUp: () => go(row - 1, null),
      ArrowRight: () => go(row, 0),
      Home: () => go(first, null),
      End: () => go(last, null),
      " ": () => go(row, null),
      Enter: () => go(row, null),
      F2: () => table.edit({ row, column: 0 }),
    };
    return press(keys[key]);
  }

  /** @param {Place} place @param {string} key */
  function onCell({ row, column }, key) {
    const { columns } = table.shape();
    /** @type {Record<string, () => void>} */
    const keys = {
      ArrowDown: () => go(row + 1, column),
      ArrowUp: () => go(row - 1, column),
      ArrowRight: () => go(row, column + 1),
      ArrowLeft: () => go(row, column ? column - 1 : null),
      Home: () => go(row, 0),
      End: () => go(row, columns - 1),
      Escape: () => go(row, null),
      " ": () => go(row, column),
      Enter: () => table.edit({ row, column }),
      F2: () => table.edit({ row, column }),
      Delete: () => table.edit({ row, column }, ""),
      Backspace: () => table.edit({ row, column }, ""),
    };
    if (NUMBER_BEGINS.test(key)) return press(() => table.edit({ row, column }, key.replace("−", "-")));
    return press(keys[key]);
  }
}

/** @param {(() => void) | undefined} action @returns {boolean} whether the key has a use here */
function press(action) {
  action?.();
  return action !== undefined;
}
