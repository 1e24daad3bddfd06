// @ts-check
/** The values at the iteration that is pointed at, or was gone to by keyboard. */

import { between } from "../charts/axes.js";
import { say } from "../charts/svg.js";
import { html } from "../dom.js";
import { signed, whole } from "../numbers.js";
import { lengthOf, momentOf } from "./lines.js";

/** @typedef {import("./lines.js").Lines} Lines */

const DIGITS = 3;

/**
 * @param {HTMLElement} box
 * @param {{nearest: (x: number) => number, changed: () => void}} wires
 */
export function timeTip(box, { nearest, changed }) {
  const tip = html("div", { class: "chart-tip time-tip", "aria-hidden": "true", hidden: true });
  box.append(tip);
  /** Which of the moments. @type {number | null} */
  let at = null;

  /** @param {number | null} wanted */
  function go(wanted) {
    at = wanted;
    changed();
  }

  for (const kind of /** @type {const} */ (["pointermove", "pointerdown"])) {
    box.addEventListener(kind, event => go(nearest(event.clientX - box.getBoundingClientRect().left)));
  }
  // A finger that is lifted leaves what it tapped on.
  box.addEventListener("pointerleave", event => event.pointerType === "mouse" && go(null));

  return {
    go,
    /** @param {Lines} lines @param {Map<number, number>} tones @param {import("./picture.js").Scales} scales @returns {number | null} the iteration */
    paint(lines, tones, { area, x }) {
      tip.hidden = at === null || lengthOf(lines) === 0;
      if (at === null || tip.hidden) return null;
      const { iteration, values } = momentOf(lines, Math.min(at, lengthOf(lines) - 1));
      say(tip, [`iteration ${whole(iteration)}`, ...told(lines, tones, values, "  ")].join("\n"));
      const left = x(iteration);
      const late = left > (area.left + area.right) / 2;
      tip.style.left = `${late ? left - 10 : left + 10}px`;
      tip.style.top = `${between(area.top + 2, 0, area.bottom)}px`;
      tip.classList.toggle("to-the-left", late);
      return iteration;
    },
  };
}

/**
 * The values of those that stand out, the highest first.
 *
 * @param {Lines} lines
 * @param {Map<number, number>} tones
 * @param {number[]} values
 * @param {string} between
 */
export function told({ names }, tones, values, between) {
  /** @param {number} i */
  const size = i => (Number.isNaN(values[i]) ? -Infinity : values[i]);
  return [...tones.keys()].sort((a, b) => size(b) - size(a)).map(i => `${names[i]}${between}${Number.isNaN(values[i]) ? "none" : signed(values[i], DIGITS)}`);
}
