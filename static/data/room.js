// @ts-check
/** A table in less room than it would like. */

/** What is left out, little by little (see panels.css). */
const LEANER = ["lean", "tight", "bare"];

/** Leave out what can be spared, until the table fits or nothing more can be. @param {HTMLElement} scroller @returns {boolean} whether it fits */
export function fit(scroller) {
  const table = scroller.firstElementChild;
  const fits = () => !table || table.scrollWidth <= scroller.clientWidth;
  scroller.classList.remove(...LEANER);
  for (const step of LEANER) if (!fits()) scroller.classList.add(step);
  return fits();
}

/**
 * Scroll a row out from under the titles and the last line, and move nothing else of the page.
 *
 * @param {HTMLElement} scroller
 * @param {HTMLElement} row
 */
export function reveal(scroller, row) {
  const [view, { top, bottom }] = [scroller.getBoundingClientRect(), row.getBoundingClientRect()];
  const head = scroller.querySelector("thead")?.clientHeight ?? 0;
  const foot = scroller.querySelector("tfoot")?.clientHeight ?? 0;
  if (top < view.top + head) scroller.scrollTop -= view.top + head - top;
  else if (bottom > view.bottom - foot) scroller.scrollTop += bottom - (view.bottom - foot);
}
