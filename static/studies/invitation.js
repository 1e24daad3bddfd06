// @ts-check
/** What stands in an empty panel goes when there is something to show; who held one of its buttons is led to the heading. */

/** @param {HTMLElement} empty @param {boolean} hidden */
export function inviting(empty, hidden) {
  if (empty.hidden === hidden) return;
  const held = empty.contains(document.activeElement);
  empty.hidden = hidden;
  if (!hidden || !held) return;
  const heading = empty.closest("section")?.querySelector("h2, h3");
  if (!(heading instanceof HTMLElement)) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
