// @ts-check
/**
 * A run that was trained further than where the page stands: all of it is drawn faintly, and over it, on every frame,
 * what has come about. So nothing is drawn anew while somebody goes to and fro. Pure.
 *
 * @typedef {import("../lab.js").State} State
 */

/** How faint what is still to come is. */
export const FAINT = 0.38;

/** What is known of the curve, beyond the present too. @param {Pick<State, "curve" | "known" | "frame">} state */
export function wholeOf({ curve, known, frame }) {
  return (known.iterations.at(-1) ?? 0) > (frame?.iteration ?? 0) ? known : curve;
}
