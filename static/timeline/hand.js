// @ts-check
/** A pointer on the track: it hovers, drags and lets go. A thumb that is taken hold of beside its middle does not jump. */

/** Pixels around the middle of the thumb that take hold of it: a finger covers more than it points at. */
const HOLD = 11;
const FINGER = 22;

/**
 * @param {HTMLElement} element
 * @param {HTMLElement} rail what the shares are of
 * @param {object} wishes
 * @param {() => number} wishes.thumb where it is
 * @param {(share: number | null) => void} wishes.hover null: no more
 * @param {(share: number) => void} wishes.drag
 * @param {() => void} wishes.drop
 */
export function hand(element, rail, { thumb, hover, drag, drop }) {
  let held = false;
  let beside = 0;

  /** @param {PointerEvent} event */
  function shareOf(event) {
    const { left, width } = rail.getBoundingClientRect();
    return (event.clientX - beside - left) / Math.max(1, width);
  }

  /** A change has a use of its own for the pointer. @param {Event} event */
  const isElsewhere = event => event.target instanceof Element && event.target.closest("button, .sheet") !== null;

  element.addEventListener("pointerdown", event => {
    if (event.button !== 0 || isElsewhere(event)) return;
    element.setPointerCapture(event.pointerId);
    const { left, width } = rail.getBoundingClientRect();
    const away = event.clientX - (left + thumb() * width);
    [held, beside] = [true, Math.abs(away) <= (event.pointerType === "mouse" ? HOLD : FINGER) ? away : 0];
    if (!beside) drag(shareOf(event));
    element.querySelector("input")?.focus({ preventScroll: true });
  });
  element.addEventListener("pointermove", event => {
    if (held) drag(shareOf(event));
    else if (event.pointerType === "mouse") hover(isElsewhere(event) ? null : shareOf(event));
  });
  for (const end of ["pointerup", "pointercancel"]) {
    element.addEventListener(end, () => {
      if (!held) return;
      [held, beside] = [false, 0];
      drop();
    });
  }
  element.addEventListener("pointerleave", () => !held && hover(null));
  // The focus stays with the slider, and nothing is marked as text.
  element.addEventListener("mousedown", event => isElsewhere(event) || event.preventDefault());
}
