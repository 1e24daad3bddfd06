// @ts-check
/** The frame in which a curve is drawn: its axes, and where a value and a pixel stand. */

import { along } from "../charts/axes.js";
import { svg } from "../dom.js";
import { FRAME } from "./curves.js";

const ROOM = { left: 26, right: 8, top: 8, bottom: 34 };
const X_TICKS = [-4, -2, 0, 2, 4];
const Y_TICKS = [0, 5, 10];
/** Pixels between two points of a curve. */
const FINE = 2;

/**
 * @param {HTMLElement} box
 * @param {() => void} resized
 */
export function plot(box, resized) {
  const picture = svg("svg", { class: "bucket-picture", "aria-hidden": "true" });
  const clip = svg("rect");
  const axes = svg("g", { class: "bucket-axes" });
  const [under, inside, over] = ["bucket-under", "bucket-inside", "bucket-over"].map(name => svg("g", { class: name }));
  inside.setAttribute("clip-path", "url(#bucket-frame)");
  const line = svg("path", { class: "bucket-curve" });
  inside.append(line);
  picture.append(svg("clipPath", { id: "bucket-frame" }, clip), axes, under, inside, over);
  box.append(picture);
  const made = {
    box, picture, under, inside, over,
    width: 0, height: 0,
    left: ROOM.left, right: 0, top: ROOM.top, bottom: 0,
    x: along({ log: false, range: [0, 1] }, 0, 1),
    y: along({ log: false, range: [0, 1] }, 0, 1),
    /** The place in the frame under a pointer. @param {{clientX: number, clientY: number}} event */
    placeUnder(event) {
      const { left, top } = box.getBoundingClientRect();
      const across = (event.clientX - left - made.left) / (made.right - made.left);
      const down = (event.clientY - top - made.top) / (made.bottom - made.top);
      return { x: FRAME.low + across * (FRAME.high - FRAME.low), y: FRAME.top * (1 - down) };
    },
    /** @param {((x: number) => number) | null} value null hides it */
    draw(value) {
      line.setAttribute("d", value ? path(value) : "");
    },
  };

  /** @param {(x: number) => number} value */
  function path(value) {
    const count = Math.max(2, Math.round((made.right - made.left) / FINE));
    const points = Array.from({ length: count + 1 }, (_, i) => FRAME.low + (i / count) * (FRAME.high - FRAME.low));
    return `M${points.map(x => `${made.x(x).toFixed(1)} ${made.y(Math.min(value(x), 10 * FRAME.top)).toFixed(1)}`).join("L")}`;
  }

  new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = box;
    if (!width || (width === made.width && height === made.height)) return;
    Object.assign(made, { width, height, right: width - ROOM.right, bottom: height - ROOM.bottom });
    made.x = along({ log: false, range: [FRAME.low, FRAME.high] }, made.left, made.right);
    made.y = along({ log: false, range: [0, FRAME.top] }, made.bottom, made.top);
    picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
    for (const [name, pixels] of Object.entries({ x: made.left, y: made.top, width: made.right - made.left, height: made.bottom - made.top })) clip.setAttribute(name, String(pixels));
    axes.replaceChildren(...ticks(made));
    resized();
  }).observe(box);

  return made;
}

/** @typedef {ReturnType<typeof plot>} Plot */

/** @param {Plot} made */
function ticks({ x, y, left, right, top, bottom }) {
  const low = bottom + 13;
  return [
    ...Y_TICKS.flatMap(value => [
      svg("path", { d: `M${left} ${y(value)}H${right}` }),
      svg("text", { class: "height", x: left - 5, y: y(value) + 3.5, "text-anchor": "end" }, String(value)),
    ]),
    ...X_TICKS.flatMap(value => [
      svg("path", { d: `M${x(value)} ${top}V${bottom}` }),
      svg("text", { x: x(value), y: low, "text-anchor": "middle" }, String(value).replace("-", "−")),
    ]),
    svg("text", { x: right, y: low, "text-anchor": "end" }, "x"),
    svg("text", { class: "height", x: left + 6, y: top + 13 }, "height: the error"),
  ];
}
