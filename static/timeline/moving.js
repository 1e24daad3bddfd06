// @ts-check
/**
 * Moving a change along the timeline: with the pointer, or with Shift and the arrow keys. The server is told where it
 * came to rest, because what follows is trained again for it.
 *
 * @typedef {import("../messages.js").Mark} Mark
 * @typedef {import("./groups.js").Group} Group
 */

import { whole } from "../numbers.js";
import { between } from "./scale.js";
import { stepOf } from "./steps.js";

/** Pixels: a press that moves less is a press. */
const STILL = 4;
/** Keys that follow each other faster than this, in ms, are one move. */
const REST = 600;

/**
 * @param {HTMLElement} element
 * @param {object} wires
 * @param {import("../lab.js").Lab} wires.lab
 * @param {ReturnType<typeof import("./track.js").track>} wires.track
 * @param {(target: EventTarget | null) => {group: Group, button: HTMLElement} | null} wires.groupOf
 * @param {() => void} wires.settle draw everything where it is
 * @param {(mark: Mark, sentence: string) => void} wires.refused
 * @param {(mark: Mark) => void} wires.moved where it will be
 */
export function moving(element, { lab, track, groupOf, settle, refused, moved }) {
  /** @type {{mark: Mark, button: HTMLElement, from: number, to: number, x: number, held: boolean} | null} */
  let move = null;
  let timer = 0;
  let quiet = false;

  /** @param {number} to */
  function draw(to) {
    if (!move) return;
    const { toShare } = track.scale();
    move.to = between(to, 0, lab.state().controls?.reach ?? 0);
    const share = toShare(move.to);
    move.button.removeAttribute("data-explain"); // what it is would be said over where it goes
    move.button.style.transform = `translateX(${((share - toShare(move.from)) * track.width()).toFixed(1)}px)`;
    track.tip.show(share, `${move.mark.label}: at ${whole(move.to)}`);
  }

  function finish() {
    clearTimeout(timer);
    if (!move) return;
    const { mark, from, to } = move;
    move = null;
    track.tip.hide();
    if (to === from) return settle();
    moved({ ...mark, iteration: to });
    const { iteration, field } = mark;
    if (!lab.send({ type: "move_edit", iteration, field, to }, refusal => refused(mark, refusal.message))) settle();
  }

  function cancel() {
    clearTimeout(timer);
    move = null;
    track.tip.hide();
    settle();
  }

  /** @param {EventTarget | null} target @param {number} x @param {boolean} held */
  function begin(target, x, held) {
    const found = groupOf(target);
    if (found?.group.marks.length !== 1) return false;
    const [mark] = found.group.marks;
    move = { mark, button: found.button, from: mark.iteration, to: mark.iteration, x, held };
    return true;
  }

  element.addEventListener("pointerdown", event => {
    quiet = false;
    if (event.button !== 0 || !begin(event.target, event.clientX, false) || !move) return;
    move.button.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", event => {
    if (!move || !move.button.hasPointerCapture(event.pointerId)) return;
    move.held ||= Math.abs(event.clientX - move.x) > STILL;
    event.stopPropagation(); // the track would show where the pointer is
    if (move.held) draw(track.scale().toIteration(track.shareAt(event.clientX)));
  });
  element.addEventListener("pointerup", () => {
    quiet = move?.held === true;
    if (quiet) finish();
    else move = null;
  });
  element.addEventListener("pointercancel", cancel);
  // What was dragged was not pressed.
  element.addEventListener("click", event => {
    if (quiet) event.stopImmediatePropagation();
    quiet = false;
  }, { capture: true });
  element.addEventListener("keydown", event => {
    if (event.key === "Escape" && move) {
      event.preventDefault();
      return cancel();
    }
    if (!event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || !groupOf(event.target)) return;
    const here = { at: move?.to ?? groupOf(event.target)?.group.marks[0].iteration ?? 0, reach: Infinity, scale: track.scale() };
    const to = event.key === "Home" || event.key === "End" ? null : stepOf(event.key, here);
    if (to === null) return;
    event.preventDefault();
    if (!move && !begin(event.target, 0, true)) return;
    draw(to);
    clearTimeout(timer);
    timer = setTimeout(finish, REST);
  });
  element.addEventListener("focusout", () => move?.held && !quiet && finish());
}
