// @ts-check
/** The curve, the ball on it, its tangent, and where the next step leads; all our own, because all of it moves. */

import { along, between } from "../charts/axes.js";
import { draw, line, pool, say, set, show } from "../charts/svg.js";
import { html } from "../dom.js";
import { ticksOf } from "./range.js";

/** @typedef {import("./range.js").Range} Range */

const ROOM = { left: 52, right: 12, top: 10, bottom: 38 };
/** Pixels of the tangent on either side of the ball, and of the shortest arrow that can be seen. */
const [TANGENT, ARROW] = [70, 3];
let clips = 0;

/**
 * @typedef {object} Picture
 * @property {Range} across
 * @property {Range} up
 * @property {number[]} places
 * @property {number[]} heights
 * @property {[number, number]} ball weight and height
 * @property {number} slope
 * @property {number} next the weight after the next iteration; NaN if nobody knows
 * @property {{at: number, height: number}[]} dips
 * @property {string} title of the axis of weights
 */

/** @param {() => void} changed it has another size */
export function drawing(changed) {
  const box = html("div", { class: "chart slice-chart", role: "group", "aria-label": "" });
  const root = draw(box, "svg", { class: "chart-overlay", "aria-hidden": "true" });
  const id = `slice-clip-${clips++}`;
  const clip = draw(draw(draw(root, "defs"), "clipPath", { id }), "rect");
  const grid = draw(root, "g");
  const [rules, labels] = [pool(grid, "path", { class: "slice-rule" }), pool(grid, "text", { class: "slice-tick" })];
  const titleText = draw(root, "text", { class: "slice-tick" });
  const inside = draw(root, "g", { "clip-path": `url(#${id})` });
  const curve = draw(inside, "path", { class: "slice-curve" });
  const tangent = draw(inside, "path", { class: "slice-tangent" });
  const plumb = draw(inside, "path", { class: "slice-plumb" });
  const [rings, names] = [pool(root, "circle", { class: "slice-dip", r: 4 }), pool(root, "text", { class: "slice-dip-name" })];
  const arrow = draw(inside, "path", { class: "slice-arrow" });
  const ball = draw(root, "circle", { class: "ball", r: 7 });
  const size = { width: 0, height: 0 };
  let axes = "";

  new ResizeObserver(([{ contentRect: { width, height } }]) => {
    Object.assign(size, { width, height });
    changed();
  }).observe(box);

  /** Where the ball is and how wide 1 is, in pixels; null: it is not to be seen. @param {Picture} picture */
  function paint({ across, up, places, heights, ball: [weight, height], slope, next, dips, title }) {
    const [left, right, top, bottom] = [ROOM.left, size.width - ROOM.right, ROOM.top, size.height - ROOM.bottom];
    if (right - left < 40 || bottom - top < 40) return null;
    const x = along({ log: false, range: across }, left, right);
    const y = along({ log: false, range: up }, bottom, top);
    const key = [left, right, top, bottom, across, up, title].join();
    if (key !== axes) drawAxes(key, across, up, x, y, title);
    set(curve, { d: line(places.length, i => x(places[i]), i => y(heights[i])) });
    const [bx, by] = [x(weight), y(height)];
    const seen = bx >= left - 1 && bx <= right + 1 && Number.isFinite(by);
    for (const part of [ball, tangent, plumb]) show(part, seen);
    show(arrow, seen && Math.abs(x(next) - bx) >= ARROW);
    if (seen) {
      set(ball, { cx: bx, cy: by });
      set(plumb, { d: `M${bx.toFixed(1)} ${by.toFixed(1)}V${bottom}` });
      const rise = (y(slope) - y(0)) / (x(1) - x(0)); // pixels down per pixel to the right
      const reach = TANGENT / Math.hypot(1, rise);
      set(tangent, { d: `M${(bx - reach).toFixed(1)} ${(by - reach * rise).toFixed(1)}L${(bx + reach).toFixed(1)} ${(by + reach * rise).toFixed(1)}` });
      set(arrow, { d: arrowTo(bx, between(x(next), left - 20, right + 20), bottom - 7) });
    }
    const shown = dips.filter(({ at }) => at >= across[0] && at <= across[1]);
    shown.forEach((dip, i) => {
      set(rings.at(i), { cx: x(dip.at), cy: y(dip.height) });
      const label = names.at(i);
      say(label, "minimum");
      const at = between(x(dip.at), left + 30, right - 30);
      set(label, { x: at, y: Math.min(y(dip.height) + 18, bottom - 14), "text-anchor": "middle" });
    });
    rings.trim(shown.length);
    names.trim(shown.length);
    return seen ? { x: bx, y: by, unit: x(1) - x(0) } : null;
  }

  /** @param {string} key @param {Range} across @param {Range} up @param {(v: number) => number} x @param {(v: number) => number} y @param {string} title */
  function drawAxes(key, across, up, x, y, title) {
    axes = key;
    const [left, right, bottom, top] = [x(across[0]), x(across[1]), y(up[0]), y(up[1])];
    set(clip, { x: left, y: top - 8, width: right - left, height: bottom - top + 8 });
    let count = 0;
    for (const { value, text } of ticksOf(up)) {
      set(rules.at(count), { d: `M${left} ${y(value).toFixed(1)}H${right}` });
      set(labels.at(count), { x: left - 7, y: y(value) + 3.5, "text-anchor": "end" });
      say(labels.at(count++), text);
    }
    for (const { value, text } of ticksOf(across)) {
      set(rules.at(count), { d: `M${x(value).toFixed(1)} ${bottom}v4` });
      set(labels.at(count), { x: x(value), y: bottom + 16, "text-anchor": "middle" });
      say(labels.at(count++), text);
    }
    rules.trim(count);
    labels.trim(count);
    say(titleText, title);
    set(titleText, { x: (left + right) / 2, y: bottom + 32, "text-anchor": "middle" });
  }

  return { box, paint };
}

/** @param {number} from @param {number} to @param {number} y */
function arrowTo(from, to, y) {
  const head = Math.sign(to - from) * Math.min(7, Math.abs(to - from));
  return `M${from.toFixed(1)} ${y}H${to.toFixed(1)}m${(-head).toFixed(1)} -4l${head.toFixed(1)} 4l${(-head).toFixed(1)} 4`;
}
