// @ts-check
/**
 * What is under the pointer on the error curve. Plotly finds the point; the words are ours, to lie over our marks.
 *
 * @typedef {import("./curve-view.js").Scales} Scales
 * @typedef {{customdata: number, y: number, data: {name?: string}}} Point
 */

import { say } from "../charts/svg.js";
import { errorText, whole } from "../numbers.js";

/** @param {HTMLElement} box */
export function curveTip(box) {
  const tip = document.createElement("div");
  tip.className = "chart-tip";
  tip.setAttribute("aria-hidden", "true");
  tip.hidden = true;
  box.append(tip);
  /** @type {Point | null} */
  let point = null;
  let finger = false;

  addEventListener("pointerdown", event => {
    finger = event.pointerType !== "mouse";
    if (!box.contains(/** @type {Node} */ (event.target))) point = null;
  }, true);

  /** @param {unknown} _ @param {Scales} scales */
  function paint(_, { area, x, y }) {
    tip.hidden = point === null;
    if (!point) return;
    const [left, top] = [x(point.customdata), y(point.y)];
    const name = point.data.name === "this run" ? "" : `\n${point.data.name}`;
    say(tip, `iteration ${whole(point.customdata)}\nmean |error| ${errorText(point.y)}${name}`);
    const late = left > (area.left + area.right) / 2;
    tip.style.left = `${late ? left - 12 : left + 12}px`;
    tip.classList.toggle("to-the-left", late);
    tip.style.top = `${Math.max(0, top - 44)}px`;
  }

  return {
    paint,
    /** @param {{points: Point[]}} event of Plotly */
    point(event) {
      point = event.points[0];
    },
    /** A finger that is lifted leaves what it tapped on; it goes with the next tap elsewhere. */
    leave() {
      if (!finger) point = null;
    },
  };
}
