// @ts-check
/**
 * A slider over any scale. It shows what the server says, except while a person moves it: then the thumb is theirs, and
 * the server's answers to where it was a moment ago are let pass. What the server does not take up is not kept: the
 * thumb goes back to what the server said last.
 *
 * @typedef {import("./scale.js").Scale} Scale
 */

import { newTicket } from "./ticket.js";

/** How long an answer may take before the slider goes back to what the server said last, in ms. */
const PATIENCE = 1_500;
/** @type {Record<string, [direction: 1 | -1, far: boolean]>} */
const KEYS = {
  ArrowRight: [1, false],
  ArrowUp: [1, false],
  ArrowLeft: [-1, false],
  ArrowDown: [-1, false],
  PageUp: [1, true],
  PageDown: [-1, true],
};

/**
 * @param {HTMLInputElement} input
 * @param {object} how
 * @param {Scale} how.scale
 * @param {(value: any) => string} how.text what a screen reader says
 * @param {(value: any, gesture: number | null) => boolean} how.send at once, and then at most once per animation frame, with
 *   the number of the drag if it is one; whether it could be sent
 * @param {(value: any) => void} [how.moved] at every movement, for what is written beside
 */
export function slider(input, { scale, text, send, moved }) {
  /** @type {any} */
  let value = scale.toValue(0);
  /** What is to be sent, and what was sent last. */
  let [chosen, passed] = [value, value];
  /** What the server said last. @type {{value: any} | null} */
  let truth = null;
  /** What the person chose, until the server has taken it up. @type {{value: any} | null} */
  let asked = null;
  let timer = 0;
  let dragging = false;
  /** The last drag, and the one in which a value was chosen last. */
  let [drag, gesture] = [0, /** @type {number | null} */ (null)];
  let frame = 0;

  input.min = "0";
  input.step = "1";
  resize(scale);

  /** @param {Scale} other */
  function resize(other) {
    scale = other;
    input.max = String(other.last);
  }

  /** @param {any} shown */
  function draw(shown) {
    value = shown;
    const position = scale.toPosition(shown);
    input.value = String(position);
    input.setAttribute("aria-valuetext", text(shown));
    input.style.setProperty("--fill", String(scale.last ? position / scale.last : 0));
    moved?.(shown);
  }

  /** @param {any} wanted */
  function choose(wanted) {
    if (wanted === value) return;
    draw(wanted);
    [chosen, gesture] = [wanted, dragging ? drag : null];
    asked = { value: wanted };
    wait();
    if (frame) return;
    pass();
    frame = requestAnimationFrame(() => {
      frame = 0;
      if (chosen !== passed) pass();
    });
  }

  /** Tell the server. */
  function pass() {
    passed = chosen;
    if (!send(chosen, gesture)) settle();
  }

  function wait() {
    clearTimeout(timer);
    timer = setTimeout(() => (dragging ? wait() : settle()), PATIENCE);
  }

  function settle() {
    clearTimeout(timer);
    asked = null;
    if (truth) draw(truth.value);
  }

  input.addEventListener("pointerdown", () => ([dragging, drag] = [true, newTicket()]));
  for (const end of ["pointerup", "pointercancel", "change"]) {
    input.addEventListener(end, () => {
      dragging = false;
      if (!asked) settle();
    });
  }
  input.addEventListener("input", () => {
    const position = Number(input.value);
    choose(scale.toValue(dragging ? scale.snap(position) : position));
    input.value = String(scale.toPosition(value));
  });
  input.addEventListener("keydown", event => {
    const [direction, far] = KEYS[event.key] ?? [];
    if (direction === undefined || far === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    choose(scale.next(value, direction, far));
  });

  return {
    resize,
    /** What the server says. @param {any} value */
    show(value) {
      truth = { value };
      if (!dragging && (!asked || value === asked.value)) settle();
    },
    /** The server would not have it. */
    release: settle,
  };
}
