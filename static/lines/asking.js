// @ts-check
/**
 * Which number is asked about: the one under the pointer, else the one that was tapped or has the focus, else one that
 * tells most about the line.
 *
 * @typedef {import("./work.js").Work} Work
 * @typedef {import("./cell.js").Place} Place
 *
 * @typedef {object} Answers
 * @property {(place: Place | null, aloud: boolean, drawn: boolean) => void} answer
 * @property {(matrix: number) => void} fold
 * @property {(matrix: number) => void} turn
 */

/** @param {HTMLElement} board @param {Answers} answers */
export function asking(board, { answer, fold, turn }) {
  /** @type {Place | null} */
  let hovered = null;
  /** @type {Place | null} */
  let kept = null;
  let drawn = false;
  /** Whether somebody asked about it; else it is the one that tells most. */
  let own = false;

  const show = (aloud = false) => answer(hovered ?? kept, aloud, hovered !== null || drawn);

  /** @param {Place | null} place */
  function hover(place) {
    if (JSON.stringify(place) === JSON.stringify(hovered)) return;
    hovered = place;
    show();
  }

  board.addEventListener("pointerover", event => event.pointerType === "mouse" && hover(placeAt(event.target)));
  board.addEventListener("pointerleave", () => hover(null));
  board.addEventListener("focusin", event => keep(placeAt(event.target), true));
  board.addEventListener("focusout", () => {
    drawn = false;
    show();
  });
  board.addEventListener("click", event => {
    const target = event.target instanceof Element ? event.target : board;
    const [folded, turned] = [target.closest("[data-fold]"), target.closest("[data-turn]")];
    if (folded) fold(Number(folded.getAttribute("data-fold")));
    else if (turned) turn(Number(turned.getAttribute("data-turn")));
    else keep(placeAt(target), false);
  });

  /** @param {Place | null} place @param {boolean} aloud */
  function keep(place, aloud) {
    if (!place) return;
    [kept, drawn, own] = [place, true, true];
    show(aloud);
  }

  return {
    /** The place that has the focus. */
    focused: () => placeAt(document.activeElement),
    /**
     * The numbers have changed, or with them the line.
     *
     * @param {Place | null} telling the one that tells most
     * @param {boolean} moved whether it is another line
     * @param {((place: Place) => HTMLElement | undefined) | null} cell to give the focus back, where it was in the board
     */
    refresh(telling, moved, cell) {
      if (moved) [hovered, drawn, own] = [null, false, false];
      if (!own) kept = telling;
      if (cell && kept && !board.contains(document.activeElement)) cell(kept)?.focus();
      show();
    },
  };
}

/** @param {EventTarget | null} target @returns {Place | null} */
function placeAt(target) {
  const cell = target instanceof Element ? target.closest("td[data-row]") : null;
  const matrix = cell?.closest("[data-matrix]");
  if (!(cell instanceof HTMLElement) || !(matrix instanceof HTMLElement)) return null;
  return { matrix: Number(matrix.dataset.matrix), row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}

/** Of the last thing that the line makes by reckoning: the chosen example's largest number. @param {Work} work @param {number} chosen @returns {Place | null} */
export function firstAsked({ matrices, steps }, chosen) {
  if (!steps.length) return null;
  const matrix = steps[0].to;
  const { matrix: numbers, examples } = matrices[matrix];
  const rows = examples === "rows" && numbers[chosen] ? [chosen] : [...numbers.keys()];
  let first = { matrix, row: rows[0], column: 0 };
  for (const row of rows) {
    numbers[row].forEach((value, column) => {
      if (Math.abs(value) > Math.abs(numbers[first.row][first.column])) first = { matrix, row, column };
    });
  }
  return first;
}
