// @ts-check
/**
 * When a question about what would be has to be asked again. Pure.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {Pick<State, "run" | "controls" | "marks">} Origin
 */

/** As much of what was looked at may have come about before it is looked ahead anew. */
const SPENT = 0.25;

/** What the answer depends on, but for the iteration: the server answers no more once it is another. @param {Origin} state */
export function originOf({ run, controls, marks }) {
  const changes = marks.map(({ iteration, field, label }) => `${iteration} ${field} ${label}`);
  return [run?.run, controls?.alpha, controls?.hidden_size, controls?.seed, ...changes].join();
}

/**
 * Whether the answer on the page is about a run that was changed since, or that has gone too far on its way.
 *
 * @param {Origin & Pick<State, "ahead" | "frame">} state
 * @param {string} origin of the question
 */
export function isStale(state, origin) {
  if (originOf(state) !== origin) return true;
  const { ahead, frame } = state;
  if (!ahead || !frame) return false;
  const end = Math.max(...ahead.curves.map(({ iterations }) => iterations.at(-1) ?? 0));
  return frame.iteration < ahead.iteration || frame.iteration - ahead.iteration > SPENT * (end - ahead.iteration);
}
