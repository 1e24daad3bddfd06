// @ts-check
/** A button that opens a small sheet; Escape and a press outside close it. */

/**
 * @param {HTMLElement} button
 * @param {HTMLElement} sheet
 * @param {HTMLElement} [inside] what else may be pressed while the sheet stays open
 */
export function disclosure(button, sheet, inside = sheet) {
  const isClosed = () => Boolean(sheet.hidden);

  /** @param {boolean} open */
  function set(open) {
    sheet.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    // On a phone that would bring up the keyboard, and hide half of what was asked for.
    if (open && matchMedia("(pointer: fine)").matches) sheet.querySelector("input")?.focus();
  }

  button.addEventListener("click", () => set(isClosed()));
  document.addEventListener("keydown", event => {
    // A field with a refused value has the first use of Escape.
    if (event.key !== "Escape" || event.defaultPrevented || sheet.hidden) return;
    event.preventDefault();
    set(false);
    button.focus();
  });
  document.addEventListener("pointerdown", event => {
    const { target } = event;
    const kept = target instanceof Node && [sheet, button, inside].some(element => element.contains(target));
    if (!kept && !sheet.hidden) set(false);
  });
  set(false);
  return { toggle: () => set(isClosed()) };
}
