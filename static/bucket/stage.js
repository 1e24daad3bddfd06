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
  /** Whose hand is on the stage; others that come down meanwhile, a second finger or a palm, mean nothing. @type {number | null} */
  let pointer = null;
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
    if (event.button !== 0 || (pointer !== null && pointer !== event.pointerId)) return;
    pointer = event.pointerId;
    box.setPointerCapture(pointer);
    if (event.pointerType === "touch" && !pen.isOn()) {
      finger = event;
      return;
    }
    held = true;
    point(event, true);
  });
  box.addEventListener("pointermove", event => {
    if (event.pointerId !== pointer) return;
    if (held) return point(event, false);
    if (!finger) return;
    const [aside, along] = [Math.abs(event.clientX - finger.clientX), Math.abs(event.clientY - finger.clientY)];
    if (Math.max(aside, along) <= TAP) return;
    [finger, held] = [null, aside > along];
    if (held) point(event, true);
  });
  box.addEventListener("pointerup", event => {
    if (finger?.pointerId === event.pointerId) point(finger, true);
    letGo(event);
  });
  // The browser scrolls, or the hand went elsewhere.
  for (const over of ["pointercancel", "lostpointercapture"]) box.addEventListener(over, event => letGo(/** @type {PointerEvent} */ (event)));

  /** @param {PointerEvent} event */
  function letGo({ pointerId }) {
    if (pointerId === pointer) [pointer, finger, held] = [null, null, false];
  }

  box.addEventListener("keydown", event => {
    if (event.target !== box || event.ctrlKey || event.metaKey || event.altKey || pen.isOn()) return;
    if (page().pressed?.(event.key, event.shiftKey)) event.preventDefault();
  });
}
