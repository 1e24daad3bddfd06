// @ts-check
/** Buttons in rows of which one is a tab stop: the arrow keys lead from one to the next. */

/** @type {Record<string, [down: number, along: number]>} */
const KEYS = {
  ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], Home: [0, -Infinity], End: [0, Infinity],
  PageUp: [-Infinity, 0], PageDown: [Infinity, 0],
};

/** @param {HTMLElement} element that holds them @param {() => HTMLElement[][]} rows those that are there now */
export function roving(element, rows) {
  /** @type {HTMLElement | null} */
  let stop = null;

  element.addEventListener("keydown", event => {
    const all = rows();
    const row = all.findIndex(cells => cells.some(cell => cell === event.target));
    const move = KEYS[event.key];
    if (row < 0 || !move || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const column = all[row].findIndex(cell => cell === event.target);
    const down = clamp(row + move[0], all.length);
    all[down][clamp(column + move[1], all[down].length)].focus();
  });
  element.addEventListener("focusin", event => {
    if (event.target instanceof HTMLElement && rows().flat().includes(event.target)) stand(event.target);
  });

  /** @param {HTMLElement | null} at */
  function stand(at) {
    if (stop) stop.tabIndex = -1;
    stop = at;
    if (stop) stop.tabIndex = 0;
  }

  return {
    /** Where the keys begin when they come back. */
    stand,
    /** There may be others now: one of them is to be a tab stop. */
    refresh() {
      const all = rows().flat();
      if (!stop || !all.includes(stop)) stand(all[0] ?? null);
    },
  };
}

/** @param {number} place @param {number} count */
function clamp(place, count) {
  return Math.min(count - 1, Math.max(0, place));
}
