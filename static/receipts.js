// @ts-check
/**
 * Which frames the server still waits to hear of. Pure.
 *
 * It sends up to three ahead, so that one receipt does for two frames: half as many messages, and the page is told of
 * nothing older.
 */

const TOGETHER = 2;

export function receipts() {
  /** Numbers of the frames that came, in order. @type {number[]} */
  let open = [];
  return {
    /** @param {number} frame */
    came(frame) {
      open.push(frame);
    },
    /** This frame is on screen, and no older one is to come. @param {number} frame @returns {boolean} whether to say so */
    due(frame) {
      if (open.filter(number => number <= frame).length < TOGETHER) return false;
      open = open.filter(number => number > frame);
      return true;
    },
    /** A new connection owes nothing. */
    forget() {
      open = [];
    },
  };
}
