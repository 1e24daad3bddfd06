// @ts-check
/** Many units against each other: a square a pair, blue for alike and orange for mirrored. */

import { html, set } from "../dom.js";

/** Pixels of the picture for each pair. */
const SCALE = 4;
/** @type {Record<string, [down: number, along: number]>} */
const KEYS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** @param {(a: number, b: number) => void} looked */
export function heat(looked) {
  const canvas = html("canvas", { role: "img", tabindex: 0 });
  const spot = html("i", { hidden: true });
  const element = html("div", { class: "twins-heat" }, canvas, spot);
  let count = 0;
  let at = { a: 0, b: 1 };

  /** @param {number} a @param {number} b */
  function look(a, b) {
    at = { a, b };
    spot.hidden = false;
    spot.style.inset = `${(a / count) * 100}% auto auto ${(b / count) * 100}%`;
    spot.style.width = spot.style.height = `${100 / count}%`;
    looked(a, b);
  }

  canvas.addEventListener("pointermove", event => pointed(event));
  canvas.addEventListener("pointerdown", event => pointed(event));
  canvas.addEventListener("focus", () => canvas.matches(":focus-visible") && look(at.a, at.b));
  canvas.addEventListener("keydown", event => {
    const move = KEYS[event.key];
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    look(within(at.a + move[0]), within(at.b + move[1]));
  });

  /** @param {PointerEvent} event */
  function pointed(event) {
    const box = canvas.getBoundingClientRect();
    look(within(Math.floor(((event.clientY - box.top) / box.height) * count)), within(Math.floor(((event.clientX - box.left) / box.width) * count)));
  }

  /** @param {number} unit */
  function within(unit) {
    return Math.min(count - 1, Math.max(0, unit));
  }

  return {
    element,
    /** @param {number[][]} likeness @param {string} label */
    show(likeness, label) {
      if (likeness.length !== count) {
        [count, at, spot.hidden] = [likeness.length, { a: 0, b: 1 }, true];
        canvas.width = canvas.height = count * SCALE;
      }
      set(canvas, "aria-label", label);
      paint(canvas, likeness);
    },
  };
}

/** @param {HTMLCanvasElement} canvas @param {number[][]} likeness */
function paint(canvas, likeness) {
  const context = canvas.getContext("2d");
  if (!context) return;
  const style = getComputedStyle(canvas);
  const [alike, mirrored, none] = ["--pos", "--neg", "--edge"].map(token => style.getPropertyValue(token).trim());
  context.clearRect(0, 0, canvas.width, canvas.height);
  likeness.forEach((row, a) => row.forEach((value, b) => {
    context.fillStyle = Number.isNaN(value) ? none : value < 0 ? mirrored : alike;
    // Squared, so that those that do the same stand out.
    context.globalAlpha = Number.isNaN(value) ? 0.4 : value * value;
    context.fillRect(b * SCALE, a * SCALE, SCALE, SCALE);
  }));
}
