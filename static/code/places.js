// @ts-check
/**
 * Which panels stand where: the landscape takes the middle where there is one, and whoever walks through the program
 * sees the line, what it makes and the drawing side by side. On what is no desk the panels change places for a walk, and
 * the page goes with them, so that nobody loses the line that was just gone to.
 */

import { tabMemory } from "../memory.js";

const KEY = "places"; // early.js reads it too

/** @param {HTMLElement} board @param {HTMLElement} code the panel of the program */
export function places(board, code) {
  /** @param {boolean} isWalked */
  function walk(isWalked) {
    if (board.dataset.line === String(isWalked)) return;
    const { top: above, bottom } = board.getBoundingClientRect();
    const { top } = code.getBoundingClientRect();
    board.dataset.line = String(isWalked);
    const moved = code.getBoundingClientRect().top - top;
    if (moved === 0 || bottom <= 0) return; // nothing changed places, or somebody is farther down the page
    if (isWalked) {
      if (above < 0) board.scrollIntoView({ behavior: "instant" });
    } else if (code.contains(document.activeElement)) scrollBy({ top: moved, behavior: "instant" });
  }

  return {
    /** @param {import("../lab.js").State} state */
    update({ run, frame, controls }) {
      if (!run || !frame || !controls) return; // it stands as it was left
      board.dataset.experiment = run.experiment;
      board.dataset.surface = String(frame.weights.flat(2).length === 2);
      walk(controls.line !== null);
      const now = `${board.dataset.surface} ${board.dataset.line}`;
      if (tabMemory.get(KEY) !== now) tabMemory.set(KEY, now);
    },
  };
}
