// @ts-check
/** A small chart of a quantity over the steps, on a logarithmic axis: how it shrinks, or grows. */

import { along } from "../charts/axes.js";
import { html, say, set, svg } from "../dom.js";
import { whole } from "../numbers.js";

const ROOM = { left: 30, right: 6, top: 6, bottom: 16 };
const SIZE = { width: 150, height: 104 };
const LEAST = 1e-4;
const MOST = 100;
const POWERS = [100, 1, 0.01, 0.0001];
const NAMES = ["100", "1", "0.01", "10⁻⁴"];

/** @param {string} title @param {string} className */
export function trace(title, className) {
  const picture = svg("svg", { viewBox: `0 0 ${SIZE.width} ${SIZE.height}`, "aria-hidden": "true" });
  const [right, bottom] = [SIZE.width - ROOM.right, SIZE.height - ROOM.bottom];
  const y = along({ log: true, range: [LEAST, MOST] }, bottom, ROOM.top);
  POWERS.forEach((power, i) => picture.append(
    svg("path", { class: "grid", d: `M${ROOM.left} ${y(power).toFixed(1)}H${right}` }),
    svg("text", { x: ROOM.left - 4, y: y(power) + 3.5, "text-anchor": "end" }, NAMES[i]),
  ));
  const first = svg("text", { x: ROOM.left, y: SIZE.height - 3 }, "0");
  const middle = svg("text", { x: (ROOM.left + right) / 2, y: SIZE.height - 3, "text-anchor": "middle" }, "steps");
  const last = svg("text", { x: right, y: SIZE.height - 3, "text-anchor": "end" });
  const line = svg("path", { class: className });
  const head = svg("circle", { class: className, r: 2.5 });
  picture.append(first, middle, last, line, head);
  return {
    element: html("figure", { class: "bucket-trace" }, html("figcaption", {}, title), picture),
    /** @param {{step: number, value: number}[]} points */
    paint(points) {
      const end = Math.max(10, points[points.length - 1]?.step ?? 0);
      const x = along({ log: false, range: [0, end] }, ROOM.left, right);
      const marks = points.map(({ step, value }) => [x(step), y(Math.min(MOST, Math.max(LEAST, value)))].map(pixel => pixel.toFixed(1)));
      set(line, "d", marks.length > 1 ? `M${marks.map(mark => mark.join(" ")).join("L")}` : "");
      const [cx, cy] = marks[marks.length - 1] ?? ["-9", "-9"];
      set(head, "cx", cx);
      set(head, "cy", cy);
      say(last, whole(end));
    },
  };
}
