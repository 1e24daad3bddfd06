// @ts-check
/**
 * What is wider than its place says so: its edge fades, and a word stands under it, while there is more beyond; studies.css
 * draws both. Then it can also be stood on, and moved with the arrow keys.
 */

import { html } from "../dom.js";

/** Pixels that do not count as more. */
const NOTHING = 6;

/** @param {HTMLElement} element that scrolls, and has its place in another @param {string} name of what is in it */
export function sideways(element, name) {
  element.classList.add("sideways");
  element.after(html("div", { class: "sideways-cue", "aria-hidden": "true" }));

  function look() {
    const beyond = element.scrollWidth - element.clientWidth;
    element.classList.toggle("more-left", element.scrollLeft > NOTHING);
    element.classList.toggle("more-right", beyond - element.scrollLeft > NOTHING);
    for (const [attribute, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", name]]) {
      if (beyond <= NOTHING) element.removeAttribute(attribute);
      else if (!element.hasAttribute(attribute)) element.setAttribute(attribute, value);
    }
  }

  const sizes = new ResizeObserver(look);
  const watch = () => [element, ...element.children].forEach(part => sizes.observe(part));
  new MutationObserver(watch).observe(element, { childList: true });
  watch();
  element.addEventListener("scroll", look, { passive: true });
  element.addEventListener("keydown", event => {
    if (event.target === element && /^Arrow(Left|Right)$/.test(event.key)) event.stopPropagation(); // the browser scrolls; the run makes no step
  });
}
