// @ts-check
/** Every number of a matrix on its way to where it stands when rows become columns. */

const DURATION = 700;
/** More cells than these are not moved one by one. */
const MOST = 400;

/** @param {Iterable<[string, Element]>} cells by their names @returns {Map<string, DOMRect>} where they stand now */
export function placesOf(cells) {
  return new Map([...cells].map(([name, cell]) => [name, cell.getBoundingClientRect()]));
}

/** @param {[string, Element][]} cells where they stand now @param {Map<string, DOMRect>} before */
export function glide(cells, before) {
  if (cells.length > MOST || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  for (const [name, cell] of cells) {
    const from = before.get(name);
    if (!from) continue;
    const to = cell.getBoundingClientRect();
    const way = `translate(${from.left - to.left}px, ${from.top - to.top}px)`;
    cell.animate([{ transform: way }, { transform: "none" }], { duration: DURATION, easing: "ease-in-out" });
  }
}
