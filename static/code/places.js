// @ts-check
/**
 * Whoever walks through the program sees the line, what it makes and the drawing side by side: on what is no desk the
 * panels change places for that, and the page goes with them, so that nobody loses the line that was just gone to.
 */

/** @param {HTMLElement} board @param {HTMLElement} code the panel of the program @param {boolean} isWalked */
export function takePlaces(board, code, isWalked) {
  if (board.dataset.line === String(isWalked)) return;
  const { top: above, bottom } = board.getBoundingClientRect();
  const { top } = code.getBoundingClientRect();
  board.dataset.line = String(isWalked);
  const moved = code.getBoundingClientRect().top - top;
  if (moved === 0 || bottom <= 0) return; // nothing changed places, or somebody is farther down the page
  if (!isWalked) scrollBy({ top: moved, behavior: "instant" });
  else if (above < 0) board.scrollIntoView({ behavior: "instant" });
}
