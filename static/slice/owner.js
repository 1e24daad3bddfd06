// @ts-check
/**
 * Whose weight somebody has in hand. Pure.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {{session?: string, experiment?: string, run?: number}} Owner
 */

/** The run in view. @param {State} state @returns {Owner} */
export function ownerOf({ welcome, run }) {
  return { session: welcome?.session, experiment: run?.experiment, run: run?.run };
}

/** @param {Owner} one @param {Owner} other */
export function sameOwner(one, other) {
  return one.session === other.session && one.experiment === other.experiment && one.run === other.run;
}

/** Whether a weight that moves now moves in the past of its run: that begins a branch. @param {State} state */
export function inThePast({ frame, controls }) {
  return (frame?.iteration ?? 0) < (controls?.reach ?? 0);
}

/** Whether the run in view is a branch of that one, begun by a change of weights. @param {State} state @param {Owner} owner */
export function isBranchOf(state, owner) {
  if (!sameOwner({ ...ownerOf(state), run: owner.run }, owner)) return false;
  const fork = state.runs.find(({ run }) => run === state.run?.run)?.fork;
  return fork?.run === owner.run && state.marks.some(({ field, iteration }) => field === "weights" && iteration === fork?.iteration);
}
