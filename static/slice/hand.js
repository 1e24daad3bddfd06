// @ts-check
/**
 * The weight that somebody has in hand. The ball stands where they put it, and the server is told as when a line of the
 * network is dragged: the newest value, at most once an animation frame, and less often while the run trains. What the
 * server says meanwhile is of where it was a moment ago. It is a weight of one run: when another comes into view it is in
 * hand no more, unless that is the branch which the change itself began. The server is told of which run it is, for it may
 * have turned to another before this page hears of it.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../lab.js").WeightPlace} WeightPlace
 * @typedef {{place: WeightPlace, value: number}} Put
 */

import { newTicket } from "../ticket.js";
import { claimOn } from "../network/claim.js";
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
  /** Of which run it is. @type {import("../network/claim.js").Claim | null} */
  let claim = null;
  /** The drag; null: it is moved by keys. @type {number | null} */
  let gesture = null;
  let timer = 0;
  const newest = paced(send, () => (lab.state().controls?.playing ? PAUSE_WHILE_PLAYING : 0), time);

  /** @param {Put} wanted */
  function send({ place, value }) {
    const state = lab.state();
    let isRefused = false;
    follow(state);
    if (!claim) return;
    if (put) put.marks = state.marks;
    const sent = lab.send({ type: "set_weight", ...place, value, run: claim.moves(state), gesture }, ({ message, field }) => {
      if (isRefused || field === "run") return; // that another run is in view is seen by itself
      isRefused = true;
      lab.say(message); // also where the ball is not waiting for it any more
      drop();
    });
    if (!sent) drop();
  }

  /** Have in hand what is of the run in view. @param {State} state */
  function follow(state) {
    if (claim && !claim.holds(state)) drop();
  }

  /** Something of the run in view is taken in hand. */
  function begin() {
    follow(lab.state());
    claim ??= claimOn(lab.state());
  }

  /** Nothing is in hand any more. */
  function drop() {
    clearTimeout(timer);
    newest.drop();
    [put, held, claim] = [null, null, null];
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

  /** Let it go, there or where it was taken from. @param {Put | null} [last] */
  function settle(last) {
    follow(lab.state());
    const there = held && (last ?? held);
    if (!there) return;
    held = null;
    offer(there.place, there.value);
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
      begin();
      held = { place, value };
      gesture = newTicket();
    },
    /** @param {number} value */
    move(value) {
      follow(lab.state());
      if (held) offer(held.place, value);
    },
    /** The weight stays where it is. */
    release() {
      settle(put);
    },
    /** It goes where it was taken from. */
    putBack() {
      settle();
    },
    /** Moved at once, by a key. @param {WeightPlace} place @param {number} value */
    set(place, value) {
      begin();
      if (held) return;
      gesture = null;
      offer(place, value);
    },
    /** Where the ball is to be; null: where the server says. @param {State} state @param {WeightPlace} place @returns {number | null} */
    valueOf(state, place) {
      follow(state);
      const { frame, controls, marks } = state;
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
