// @ts-check
/**
 * Cross hairs over the contour: where a click, or Enter, would drop the ball. The weights are exactly those under the
 * pointer, not those of the nearest grid point.
 *
 * @typedef {[number, number]} Weights
 */

import { draw, say, set, show } from "../charts/svg.js";
import { voice } from "../charts/voice.js";
import { fixed } from "../numbers.js";

const LABEL = "Contour of the error surface. Arrow keys move the cross hairs, Enter drops the ball there.";
const STEP = 0.25;
const LEAP = 2;
/** @type {Record<string, Weights>} */
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] };

/**
 * @param {import("../charts/chart.js").Chart} chart
 * @param {object} wishes
 * @param {Weights} wishes.range of both weights
 * @param {() => Weights} wishes.start where the ball is
 * @param {(weights: Weights) => void} wishes.drop
 */
export function aim({ box, area, layers }, { range: [low, high], start, drop }) {
  const cross = draw(layers.inside, "path", { class: "aim" });
  const words = draw(layers.above, "text", { class: "aim-name" });
  const speak = voice(box, LABEL);
  /** @type {Weights | null} */
  let at = null;

  /** @param {number} weight */
  const within = weight => (Number.isFinite(weight) ? Math.min(high, Math.max(low, weight)) : 0);

  /** @param {MouseEvent} event @returns {Weights | null} */
  function under({ clientX, clientY }) {
    const frame = box.getBoundingClientRect();
    const { left, top, width, height } = area();
    const across = (clientX - frame.left - left) / width;
    const up = 1 - (clientY - frame.top - top) / height;
    if (!(across >= 0 && across <= 1 && up >= 0 && up <= 1)) return null;
    return [low + across * (high - low), low + up * (high - low)];
  }

  /** @param {Weights | null} weights */
  function point(weights) {
    at = weights;
    paint();
  }

  function paint() {
    for (const part of [cross, words]) show(part, at !== null);
    box.classList.toggle("aiming", at !== null);
    if (!at) return;
    const { left, right, top, bottom, width, height } = area();
    const x = left + ((at[0] - low) / (high - low)) * width;
    const y = bottom - ((at[1] - low) / (high - low)) * height;
    set(cross, { d: `M${left} ${y.toFixed(1)}H${right}M${x.toFixed(1)} ${top}V${bottom}` });
    say(words, `drop at ${fixed(at[0], 2)}, ${fixed(at[1], 2)}`);
    const late = x > (left + right) / 2;
    set(words, { x: late ? x - 8 : x + 8, y: y < top + 24 ? y + 18 : y - 8, "text-anchor": late ? "end" : "start" });
  }

  box.addEventListener("pointermove", event => event.pointerType === "mouse" && point(under(event)));
  box.addEventListener("pointerleave", () => point(null));
  box.addEventListener("blur", () => point(null));
  box.addEventListener("click", event => {
    // A click is told in whole pixels, and what the cross hairs said is where they are.
    const weights = event instanceof PointerEvent && event.pointerType === "mouse" && at ? at : under(event);
    if (weights) drop(weights);
  });
  box.addEventListener("keydown", event => {
    const direction = DIRECTIONS[event.key];
    if (event.key === "Enter" && at) drop(at);
    if (!direction) return;
    event.preventDefault();
    const step = event.shiftKey ? LEAP : STEP;
    const from = at ?? start();
    point([within(from[0] + direction[0] * step), within(from[1] + direction[1] * step)]);
    speak(words.textContent ?? "");
  });
  point(null);
  return { paint };
}
