// @ts-check
/** A small drawing with two axes. Its numbers are told beside it, so it is silent. */

import { along } from "../charts/axes.js";
import { svg } from "../dom.js";

const ROOM = { left: 30, right: 8, top: 8, bottom: 18 };
const POINTS = 120;

/**
 * @param {object} wishes
 * @param {number} wishes.width
 * @param {number} wishes.height
 * @param {[number, number]} wishes.x
 * @param {[number, number]} wishes.y
 * @param {number[]} wishes.xTicks
 * @param {number[]} wishes.yTicks
 * @param {string} [wishes.title] of the horizontal axis
 */
export function sketch({ width, height, x: xRange, y: yRange, xTicks, yTicks, title = "" }) {
  const element = svg("svg", { class: "sketch", viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" });
  const x = along({ log: false, range: xRange }, ROOM.left, width - ROOM.right);
  const y = along({ log: false, range: yRange }, height - ROOM.bottom, ROOM.top);
  for (const tick of yTicks) {
    element.append(
      svg("path", { class: "sketch-grid", d: `M${x(xRange[0])} ${y(tick)}H${x(xRange[1])}` }),
      svg("text", { x: x(xRange[0]) - 5, y: y(tick) + 3, "text-anchor": "end" }, minus(tick)),
    );
  }
  for (const tick of xTicks) {
    element.append(
      svg("path", { class: "sketch-grid", d: `M${x(tick)} ${y(yRange[0])}V${y(yRange[1])}` }),
      svg("text", { x: x(tick), y: height - 5, "text-anchor": "middle" }, minus(tick)),
    );
  }
  // Between the last two of its numbers.
  const [before, last] = xTicks.slice(-2).map(x);
  if (title) element.append(svg("text", { x: (before + last) / 2, y: height - 5, "text-anchor": "middle" }, title));
  return {
    element, x, y,
    /** @param {string} name @param {(value: number) => number} of */
    curve(name, of) {
      const points = Array.from({ length: POINTS + 1 }, (_, i) => xRange[0] + (i / POINTS) * (xRange[1] - xRange[0]));
      const inside = points.filter(value => of(value) <= yRange[1] * 1.0001 && of(value) >= yRange[0]);
      const d = `M${inside.map(value => `${x(value).toFixed(1)} ${y(of(value)).toFixed(1)}`).join("L")}`;
      element.append(svg("path", { class: name, d }));
    },
    /** @template {keyof SVGElementTagNameMap} Tag @param {Tag} tag @param {Record<string, string | number>} attributes @returns {SVGElementTagNameMap[Tag]} */
    mark(tag, attributes) {
      const made = svg(tag, attributes);
      element.append(made);
      return made;
    },
  };
}

/** @param {number} tick */
function minus(tick) {
  return String(tick).replace("-", "−");
}
