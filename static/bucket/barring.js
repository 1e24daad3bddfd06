// @ts-check
/** Everything in a part of the panel greyed, with the reason, while there is nothing for it to work on. */

const BUTTONS = "button";
const FIELDS = "input";

/** @param {HTMLElement} part */
export function barring(part) {
  /** What they say of themselves otherwise. @type {WeakMap<Element, string | null>} */
  const own = new WeakMap();
  let reason = "";
  part.addEventListener("click", event => {
    if (reason && event.target instanceof Element && event.target.closest(BUTTONS)) event.stopPropagation();
  }, true);

  /** @param {Element} element @param {string | null} sentence */
  function explain(element, sentence) {
    if (sentence === null) element.removeAttribute("data-explain");
    else element.setAttribute("data-explain", sentence);
  }

  /** @param {string} why empty: they work */
  return why => {
    reason = why;
    part.classList.toggle("barred", why !== "");
    explain(part, why || null);
    for (const button of part.querySelectorAll(BUTTONS)) {
      if (why) {
        if (!own.has(button)) own.set(button, button.getAttribute("data-explain"));
        button.setAttribute("aria-disabled", "true");
        explain(button, why);
      } else if (own.has(button)) {
        button.removeAttribute("aria-disabled");
        explain(button, own.get(button) ?? null);
        own.delete(button);
      }
    }
    // Buttons stay in reach of the keyboard, to say why; a field has no such half state.
    for (const field of part.querySelectorAll(FIELDS)) field.disabled = why !== "";
  };
}
