// @ts-check
/** What a hand does on the stage: it draws, or goes to the page in view. */

/** Pixels: a finger that goes further than this does not tap. */
const TAP = 8;

/**
 * @param {HTMLElement} box
 * @param {object} what
 * @param {ReturnType<typeof import("./pencil.js").pencil>} what.pen
 * @param {(event: PointerEvent) => {x: number, y: number}} what.place
 * @param {() => import("./parts.js").Page} what.page
 */
export function stage(box, { pen, place, page }) {
  let held = false;
  /** Where a finger came down that may be about to scroll the page: it means nothing yet. @type {PointerEvent | null} */
  let finger = null;

  /** @param {PointerEvent} event @param {boolean} first */
  function point(event, first) {
    // All places since the last event: a quick hand leaves no gaps.
    if (pen.isOn()) pen.pointed((first ? [] : event.getCoalescedEvents?.() ?? []).concat(event).map(place), first);
    else page().pointed?.(place(event).x, first);
  }

  box.addEventListener("pointerdown", event => {
    if (event.button !== 0) return;
    if (event.pointerType === "touch" && !pen.isOn()) {
      finger = event;
      return;
    }
    held = true;
    box.setPointerCapture(event.pointerId);
    point(event, true);
  });
  box.addEventListener("pointermove", event => {
    if (held) return point(event, false);
    if (!finger) return;
    const [aside, along] = [Math.abs(event.clientX - finger.clientX), Math.abs(event.clientY - finger.clientY)];
    if (Math.max(aside, along) <= TAP) return;
    [finger, held] = [null, aside > along];
    if (held) point(event, true);
  });
  box.addEventListener("pointerup", () => {
    if (finger) point(finger, true);
    [finger, held] = [null, false];
  });
  // The browser scrolls.
  box.addEventListener("pointercancel", () => {
    [finger, held] = [null, false];
  });

  box.addEventListener("keydown", event => {
    if (event.target !== box || event.ctrlKey || event.metaKey || event.altKey || pen.isOn()) return;
    if (page().pressed?.(event.key, event.shiftKey)) event.preventDefault();
  });
}
