// @ts-check
/**
 * What is under the pointer on the error curve, or was gone to by keyboard. Plotly finds what is pointed at; the words
 * are ours, to lie over our marks.
 *
 * @typedef {import("./curve-view.js").Scales} Scales
 * @typedef {{customdata: number, y: number, data: {name?: string}}} Point
 */

import { between } from "../charts/axes.js";
import { say } from "../charts/svg.js";
import { errorText, whole } from "../numbers.js";

/** As in app/figures.py. */
const THIS_RUN = "this run";

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
    tip.hidden = left < area.left - 1 || left > area.right + 1;
    const name = point.data.name === THIS_RUN ? "" : `\n${point.data.name}`;
    say(tip, `iteration ${whole(point.customdata)}\nmean |error| ${errorText(point.y)}${name}`);
    const late = left > (area.left + area.right) / 2;
    tip.style.left = `${late ? left - 12 : left + 12}px`;
    tip.classList.toggle("to-the-left", late);
    tip.style.top = `${between(top - 44, 0, area.bottom) || 0}px`;
  }

  return {
    paint,
    /** @param {{points: Point[]}} event of Plotly */
    point(event) {
      point = event.points[0];
    },
    /** A point of this run. @param {number} iteration @param {number} error */
    show(iteration, error) {
      point = { customdata: iteration, y: error, data: { name: THIS_RUN } };
    },
    /** A finger that is lifted leaves what it tapped on; it goes with the next tap elsewhere. */
    leave() {
      if (!finger) point = null;
    },
  };
}
