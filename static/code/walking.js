// @ts-check
/**
 * One tab stop for the whole listing: up and down from line to line, left and right along what there is in a line.
 * In the line that is come to, its buttons are tab stops too.
 */

const BUTTONS = "button[data-walk]";

/** @param {HTMLElement} list */
export function walkable(list) {
  list.addEventListener("keydown", event => {
    const { target } = event;
    const line = target instanceof HTMLElement ? target.closest("li") : null;
    const to = line && target instanceof HTMLElement ? leads(event.key, target, line) : null;
    if (!(to instanceof HTMLElement)) return;
    event.preventDefault();
    to.focus();
  });
  list.addEventListener("focusin", ({ target }) => {
    const line = target instanceof Element ? target.closest("li") : null;
    if (line) settle(list, line);
  });
}

/** The line that the tab key comes to. @param {HTMLElement} list @param {HTMLElement} line */
export function settle(list, line) {
  for (const other of list.querySelectorAll("li")) {
    const index = other === line ? 0 : -1;
    if (other.tabIndex === index) continue;
    other.tabIndex = index;
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (other.querySelectorAll(BUTTONS))) button.tabIndex = index;
  }
}

/** @param {string} key @param {HTMLElement} target @param {HTMLElement} line @returns {Element | null | undefined} */
function leads(key, target, line) {
  if (key === "ArrowDown") return line.nextElementSibling;
  if (key === "ArrowUp") return line.previousElementSibling;
  const stops = [line, ...stopsIn(line)];
  const at = stops.indexOf(target);
  if (key === "ArrowRight") return stops[at + 1];
  return key === "ArrowLeft" ? stops[at - 1] : null;
}

/** @param {HTMLElement} line @returns {HTMLElement[]} */
export function stopsIn(line) {
  const stops = /** @type {NodeListOf<HTMLElement>} */ (line.querySelectorAll("[data-walk]"));
  return [...stops].filter(stop => !stop.hidden);
}
