// @ts-check
/**
 * Dragging a line up and down, which changes its weight as it goes; Escape puts the old one back. While another run is in
 * view than the one that the weight is of, it is not in hand, though the button may still be down.
 *
 * @typedef {import("./walk.js").Edge} Edge
 * @typedef {{claim: import("./claim.js").Claim, gesture: number | null}} Grasp of which run the weight is, and in which drag
 *
 * @typedef {object} Held
 * @property {Edge} edge
 * @property {number} pointer
 * @property {number} before the weight when it was taken
 * @property {number} from the weight at `y`
 * @property {number} y
 * @property {boolean} fine
 * @property {boolean} moved
 * @property {number} value
 * @property {Grasp} grasp
 */

import { newTicket } from "../ticket.js";
import { claimOn } from "./claim.js";
import { dragged } from "./drag.js";

/** A press that moves no farther than this is a click. */
export const STILL = 3;

/**
 * @param {HTMLElement} element the drawing
 * @param {object} wires
 * @param {(event: PointerEvent) => Edge | null} wires.edgeAt what a press takes in hand
 * @param {(edge: Edge) => number} wires.weightOf
 * @param {() => import("../lab.js").State} wires.state
 * @param {(edge: Edge) => void} wires.begin
 * @param {(edge: Edge, value: number, grasp: Grasp) => void} wires.move
 * @param {(edge: Edge, value: number, grasp: Grasp) => void} wires.end where the weight is to stay
 */
export function dragging(element, { edgeAt, weightOf, state, begin, move, end }) {
  /** @type {Held | null} */
  let held = null;
  let justDragged = false;

  const inHand = () => held?.grasp.claim.holds(state()) === true;

  element.addEventListener("pointerdown", event => {
    justDragged = false;
    const edge = event.button === 0 ? edgeAt(event) : null;
    if (!edge) return;
    const before = weightOf(edge);
    held = {
      edge, pointer: event.pointerId, before, from: before, y: event.clientY, fine: event.shiftKey, moved: false, value: before,
      grasp: { claim: claimOn(state()), gesture: newTicket() },
    };
  });

  element.addEventListener("pointermove", event => {
    if (!held || event.pointerId !== held.pointer || !inHand()) return;
    if (!held.moved && Math.abs(held.y - event.clientY) <= STILL) return;
    if (!held.moved) {
      held.moved = true;
      element.setPointerCapture(event.pointerId);
      begin(held.edge);
    }
    // So that the weight does not jump when Shift is pressed on the way.
    if (held.fine !== event.shiftKey) Object.assign(held, { from: held.value, y: event.clientY, fine: event.shiftKey });
    held.value = dragged(held.from, held.y - event.clientY, held.fine);
    move(held.edge, held.value, held.grasp);
  });

  // What a style says of touch is heard at the whole drawing only, and over all else in it a finger scrolls the page.
  element.addEventListener("touchmove", event => {
    if (inHand()) event.preventDefault();
  }, { passive: false });

  /** @param {number} [value] */
  function release(value = held?.value) {
    const [was, stays] = [held, inHand()];
    held = null;
    justDragged = was?.moved === true;
    if (was?.moved && stays && value !== undefined) end(was.edge, value, was.grasp);
  }

  for (const over of ["pointerup", "pointercancel"]) element.addEventListener(over, () => release());
  onEscape(() => held?.moved === true, () => release(held?.before));

  return {
    /** Whether a weight of the run in view is on its way; to be asked of every state. */
    isMoving() {
      return inHand() && held?.moved === true;
    },
    /** Whether the click that is heard now is the end of a drag. */
    get justDragged() {
      return justDragged;
    },
  };
}

/** What is on its way goes back on Escape, and nothing else does. @param {() => boolean} moves whether it is @param {() => void} putBack */
export function onEscape(moves, putBack) {
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !moves()) return;
    event.preventDefault();
    event.stopPropagation();
    putBack();
  }, { capture: true });
}
