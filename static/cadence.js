// @ts-check
/** Which frames are written out in numbers: those that change faster than eight times a second cannot be read. */

const PAUSE = 125;

/**
 * Panels that ask about the same frame get the same answer, so that they show the numbers of the same moment.
 *
 * @param {() => number} [clock] milliseconds
 */
export function cadence(clock = () => performance.now()) {
  /** @type {unknown[]} */
  let asked = [];
  let answer = false;
  let shown = { shape: "", at: -Infinity };

  /** Whether to write the frame of this state. @param {import("./lab.js").State} state */
  return ({ frame, run, controls, link }) => {
    if (!frame) return false;
    // While nothing moves, this frame may be the last.
    if (!(controls?.playing || controls?.catching_up != null) || link !== "live") return true;
    if (frame === asked[0] && controls.row === asked[1]) return answer;
    const shape = `${run?.run} ${controls.row} ${shapeOf(frame)}`;
    answer = shape !== shown.shape || clock() - shown.at >= PAUSE;
    asked = [frame, controls.row];
    if (answer) shown = { shape, at: clock() };
    return answer;
  };
}

/** @param {import("./messages.js").Frame} frame */
export function shapeOf({ weights }) {
  return weights.map(matrix => `${matrix.length}x${matrix[0]?.length}`).join();
}

/** The one that all panels with numbers share. */
export const readable = cadence();
