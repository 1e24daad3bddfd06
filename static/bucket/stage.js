// @ts-check
/** What a hand does on the stage: it draws, or goes to the page in view. */

/**
 * @param {HTMLElement} box
 * @param {object} what
 * @param {ReturnType<typeof import("./pencil.js").pencil>} what.pen
 * @param {(event: PointerEvent) => {x: number, y: number}} what.place
 * @param {() => import("./parts.js").Page} what.page
 */
export function stage(box, { pen, place, page }) {
  let held = false;

  /** @param {PointerEvent} event @param {boolean} first */
  function point(event, first) {
    // All places since the last event: a quick hand leaves no gaps.
    if (pen.isOn()) pen.pointed((first ? [] : event.getCoalescedEvents?.() ?? []).concat(event).map(place), first);
    else page().pointed?.(place(event).x, first);
  }

  box.addEventListener("pointerdown", event => {
    if (event.button !== 0) return;
    held = true;
    box.setPointerCapture(event.pointerId);
    point(event, true);
  });
  box.addEventListener("pointermove", event => {
    if (held) point(event, false);
  });
  for (const end of /** @type {const} */ (["pointerup", "pointercancel"])) box.addEventListener(end, () => (held = false));

  box.addEventListener("keydown", event => {
    if (event.target !== box || event.ctrlKey || event.metaKey || event.altKey || pen.isOn()) return;
    if (page().pressed?.(event.key, event.shiftKey)) event.preventDefault();
  });
}
