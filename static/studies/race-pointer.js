// @ts-check
/** Which curve of a study is pointed at, and where: the nearest point within reach, by mouse or finger. */

import { say } from "../charts/svg.js";
import { html } from "../dom.js";

/** Pixels from a curve. */
const REACH = 40;

/**
 * @param {import("../charts/chart.js").Chart} chart
 * @param {object} wishes
 * @param {() => {x: number, y: number}[][]} wishes.points by curve
 * @param {(lane: number, point: number) => string} wishes.told
 * @param {(lane: number | null) => void} wishes.pointed
 */
export function lanePointer({ box, area }, { points, told, pointed }) {
  const tip = html("div", { class: "chart-tip", "aria-hidden": "true", hidden: true });
  box.append(tip);

  /** @param {PointerEvent} event */
  function point(event) {
    const { left, top } = box.getBoundingClientRect();
    const found = nearest(points(), event.clientX - left, event.clientY - top, REACH);
    if (!found) return leave();
    const at = points()[found.lane][found.i];
    const late = at.x > (area().left + area().right) / 2;
    say(tip, told(found.lane, found.i));
    tip.hidden = false;
    tip.classList.toggle("to-the-left", late);
    tip.style.left = `${late ? at.x - 12 : at.x + 12}px`;
    tip.style.top = `${Math.min(Math.max(at.y - 50, 0), area().bottom - 50)}px`;
    pointed(found.lane);
  }

  function leave() {
    if (tip.hidden) return;
    tip.hidden = true;
    pointed(null);
  }

  for (const type of /** @type {const} */ (["pointermove", "pointerdown"])) box.addEventListener(type, point);
  box.addEventListener("pointerleave", event => {
    if (event.pointerType === "mouse") leave(); // a finger that is lifted leaves what it tapped on
  });
  addEventListener("pointerdown", event => {
    if (!(event.target instanceof Node && box.contains(event.target))) leave();
  }, true);
}

/**
 * @param {{x: number, y: number}[][]} lanes
 * @param {number} x @param {number} y
 * @param {number} reach
 * @returns {{lane: number, i: number} | null}
 */
export function nearest(lanes, x, y, reach) {
  let [best, found] = [reach ** 2, /** @type {{lane: number, i: number} | null} */ (null)];
  lanes.forEach((points, lane) => points.forEach((point, i) => {
    const distance = (point.x - x) ** 2 + (point.y - y) ** 2;
    if (distance < best) [best, found] = [distance, { lane, i }];
  }));
  return found;
}
