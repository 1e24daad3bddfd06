// @ts-check
/**
 * The weight that somebody has in hand. The ball stands where they put it, and the server is told as when a line of the
 * network is dragged: the newest value, at most once an animation frame, and less often while the run trains. What the
 * server says meanwhile is of where it was a moment ago.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../lab.js").WeightPlace} WeightPlace
 * @typedef {{place: WeightPlace, value: number}} Put
 */

import { paced } from "../network/paced.js";

/** Milliseconds between two values while the run trains: each is a change on its timeline. */
const PAUSE_WHILE_PLAYING = 100;
/** Until the ball goes back to what the server says, where it does not take up the value. */
const PATIENCE = 1_500;

/**
 * @param {Pick<import("../lab.js").Lab, "send" | "state" | "say">} lab
 * @param {() => void} changed
 * @param {Parameters<typeof paced>[2]} [time]
 */
export function hand(lab, changed, time) {
  /** @type {(Put & {marks: unknown}) | null} marks: of the timeline when it was sent; null: it was not yet */
  let put = null;
  /** What is held, and the weight before. @type {Put | null} */
  let held = null;
  let timer = 0;
  const newest = paced(send, () => (lab.state().controls?.playing ? PAUSE_WHILE_PLAYING : 0), time);

  /** @param {Put} wanted */
  function send({ place, value }) {
    if (put) put.marks = lab.state().marks;
    const sent = lab.send({ type: "set_weight", ...place, value }, ({ message }) => {
      if (put) lab.say(message);
      drop();
    });
    if (!sent) drop();
  }

  /** Nothing is in hand any more. */
  function drop() {
    clearTimeout(timer);
    newest.drop();
    [put, held] = [null, null];
    changed();
  }

  /** @param {WeightPlace} place @param {number} value */
  function offer(place, value) {
    put = { place, value, marks: null };
    newest.offer({ place, value });
    clearTimeout(timer);
    if (!held) timer = setTimeout(drop, PATIENCE);
    changed();
  }

  /** Let it go, there. @param {Put} last */
  function settle({ place, value }) {
    held = null;
    offer(place, value);
    newest.hurry();
  }

  return {
    /** Whether it is dragged just now. */
    get holds() {
      return held !== null;
    },
    /** The weight when it was taken; NaN: nothing is held. */
    get before() {
      return held?.value ?? NaN;
    },
    drop,
    /** @param {WeightPlace} place @param {number} value the present one */
    take(place, value) {
      held = { place, value };
    },
    /** @param {number} value */
    move(value) {
      if (held) offer(held.place, value);
    },
    /** The weight stays where it is. */
    release() {
      if (held) settle(put ?? held);
    },
    /** It goes where it was taken from. */
    putBack() {
      if (held) settle(held);
    },
    /** Moved at once, by a key. @param {WeightPlace} place @param {number} value */
    set(place, value) {
      if (!held) offer(place, value);
    },
    /** Where the ball is to be; null: where the server says. @param {State} state @param {WeightPlace} place @returns {number | null} */
    valueOf({ frame, controls, marks }, place) {
      if (!put || !samePlace(put.place, place)) return null;
      const truth = frame?.weights[place.synapse]?.[place.row]?.[place.column];
      // A run that trains leaves the value at once: that it was there is on its timeline.
      const isTaken = truth === put.value || (controls?.playing && put.marks && put.marks !== marks);
      if (held || !isTaken) return put.value;
      clearTimeout(timer);
      put = null;
      return null;
    },
  };
}

/** @param {WeightPlace} one @param {WeightPlace} other */
function samePlace(one, other) {
  return one.synapse === other.synapse && one.row === other.row && one.column === other.column;
}
