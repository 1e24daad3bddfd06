// @ts-check
/** Lighting up parts of the drawing from elsewhere on the page. */

/** @param {string[]} parts as "n1.2" or "e0.1.2" */
function lightParts(parts) {
  document.dispatchEvent(new CustomEvent("parts", { detail: { parts } }));
}

/** While an element is pointed at or has the focus. @param {Element} element @param {() => string[]} parts */
export function light(element, parts) {
  for (const event of ["pointerenter", "focusin"]) element.addEventListener(event, () => lightParts(parts()));
  for (const event of ["pointerleave", "focusout"]) element.addEventListener(event, () => lightParts([]));
}
