// @ts-check
/** Pictures are made in the light colours, whatever the page has on: they go into other pages, and on paper. */

const root = document.documentElement;

/**
 * Do something while the page's styles are the light ones. Nothing is painted meanwhile, and nothing fades.
 *
 * @template T
 * @param {() => T} work
 * @returns {T}
 */
export function inLight(work) {
  const own = root.dataset.theme ?? "";
  root.dataset.still = "true";
  root.dataset.theme = "light";
  try {
    return work();
  } finally {
    root.dataset.theme = own;
    void getComputedStyle(root).color; // the old colours are back before anything may fade again
    document.querySelectorAll(".line, .disc").forEach(element => void getComputedStyle(element).stroke);
    delete root.dataset.still;
  }
}
