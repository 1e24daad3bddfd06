// @ts-check
/**
 * Of which run a weight is that somebody has in hand. It is in hand while that run is in view, and where moving it in the
 * past begins a branch it is of that branch from then on. Pure.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {{session?: string, experiment?: string, run?: number}} Owner
 * @typedef {ReturnType<typeof claimOn>} Claim
 */

/** What is taken in hand now. @param {State} state */
export function claimOn(state) {
  let owner = ownerOf(state);
  /** Whether it was moved in the past of that run. */
  let branches = false;

  return {
    /** Whether it is of the run in view; to be asked of every state. @param {State} state */
    holds(state) {
      const present = ownerOf(state);
      if (branches && isBranchOf(state, owner)) [owner, branches] = [present, false];
      return sameOwner(owner, present);
    },
    /** It is moved now. @param {State} state @returns {number | undefined} the run that the server is to be told */
    moves(state) {
      branches ||= inThePast(state);
      return owner.run;
    },
  };
}

/** The run in view. @param {State} state @returns {Owner} */
function ownerOf({ welcome, run }) {
  return { session: welcome?.session, experiment: run?.experiment, run: run?.run };
}

/** @param {Owner} one @param {Owner} other */
function sameOwner(one, other) {
  return one.session === other.session && one.experiment === other.experiment && one.run === other.run;
}

/** Whether a weight that moves now moves in the past of its run: that begins a branch. @param {State} state */
function inThePast({ frame, controls }) {
  return (frame?.iteration ?? 0) < (controls?.reach ?? 0);
}

/** Whether the run in view is a branch of that one, begun by a change of weights. @param {State} state @param {Owner} owner */
function isBranchOf(state, owner) {
  if (!sameOwner({ ...ownerOf(state), run: owner.run }, owner)) return false;
  const fork = state.runs.find(({ run }) => run === state.run?.run)?.fork;
  return fork?.run === owner.run && state.marks.some(({ field, iteration }) => field === "weights" && iteration === fork?.iteration);
}
