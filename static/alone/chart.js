// @ts-check
/** The error curve of all that is known, and where on it the run is shown; it is also a place to go from. */

import { along, errorRange, logTicks, place } from "../charts/axes.js";
import { draw, line, pool, say, set, show } from "../charts/svg.js";
import { thinned } from "../charts/thin.js";
import { errorText, whole } from "../numbers.js";
import { ended, extent, linearTicks } from "./extent.js";
import { spread } from "./spread.js";

const [LEFT, RIGHT, TOP, BOTTOM] = [50, 14, 10, 24];
/** Where a logarithmic axis of iterations begins: a little before the place of iteration 0. */
const LOG_START = 0.3;
/** Labels on an axis, and pixels that each wants. */
const MOST = 8;
const ROOM = 62;
/** Pixels that an edit wants for itself. */
const EDIT = 12;

/** @typedef {import("./extent.js").Points} Points */

/** @param {HTMLElement} element @param {(iteration: number) => void} go @param {() => void} repaint */
export function errorChart(element, go, repaint) {
  const root = draw(element, "svg", { class: "curve", role: "img" });
  const grid = draw(root, "g", { class: "axes" });
  const [rules, ticks] = [pool(grid, "path"), pool(grid, "text")];
  const edits = pool(draw(root, "g", { class: "edits" }), "path");
  const path = draw(root, "path", { class: "error-line" });
  const here = draw(root, "path", { class: "here" });
  const dot = draw(root, "circle", { class: "dot", r: 4.5 });
  let [width, height, log, drawn] = [0, 0, false, ""];
  let x = (/** @type {number} */ iteration) => iteration;
  let y = (/** @type {number} */ error) => error;
  let back = (/** @type {number} */ pixel) => pixel;

  new ResizeObserver(([{ contentRect }]) => {
    [width, height] = [Math.floor(contentRect.width), Math.floor(contentRect.height)];
    repaint();
  }).observe(element);

  /** @param {PointerEvent} event */
  function point(event) {
    const { left } = root.getBoundingClientRect();
    go(Math.round(back(Math.min(width - RIGHT, Math.max(LEFT, event.clientX - left)))));
  }
  root.addEventListener("pointerdown", event => {
    if (event.button) return;
    root.setPointerCapture(event.pointerId);
    point(event);
  });
  root.addEventListener("pointermove", event => root.hasPointerCapture(event.pointerId) && point(event));

  /** @param {Points} points @param {number} last @param {number[]} marks */
  function redraw(points, last, marks) {
    set(root, { width: String(width), height: String(height) });
    const [low, high] = extent(points.errors);
    const across = { log, range: /** @type {[number, number]} */ (log ? [LOG_START, last * 1.05] : [0, last]) };
    const up = { log: true, range: errorRange(low, high, true) };
    const pixel = along(across, LEFT, width - RIGHT);
    x = iteration => pixel(place(iteration, log));
    y = along(up, height - BOTTOM, TOP);
    const [from, to] = log ? across.range.map(Math.log10) : across.range;
    back = at => {
      const value = from + ((at - LEFT) / (width - RIGHT - LEFT)) * (to - from);
      return log ? (10 ** value < 0.7 ? 0 : 10 ** value) : value;
    };
    drawAxes(across, up);
    const apart = spread(marks.map(x), EDIT);
    apart.forEach((i, place) => edits.at(place).setAttribute("d", `M${x(marks[i]).toFixed(1)} ${TOP}V${height - BOTTOM}`));
    edits.trim(apart.length);
    const { iterations, errors } = thinned(points, x, LEFT, width - RIGHT);
    path.setAttribute("d", line(iterations.length, i => x(iterations[i]), i => y(errors[i])));
  }

  /** @param {import("../charts/axes.js").Axis} across @param {import("../charts/axes.js").Axis} up */
  function drawAxes(across, up) {
    const most = Math.max(2, Math.min(MOST, Math.floor((width - LEFT) / ROOM)));
    const down = logTicks(up.range, Math.max(2, Math.floor((height - TOP - BOTTOM) / 26)));
    const below = log ? logTicks(across.range, most, true) : linearTicks(across.range[1], most);
    let count = 0;
    down.tickvals.forEach((value, i) => {
      rules.at(count).setAttribute("d", `M${LEFT} ${y(value).toFixed(1)}H${width - RIGHT}`);
      const label = ticks.at(count++);
      set(label, { x: LEFT - 7, y: y(value) + 3.5, "text-anchor": "end" });
      say(label, down.ticktext[i]);
    });
    below.tickvals.forEach((value, i) => {
      rules.at(count).setAttribute("d", `M${x(value).toFixed(1)} ${height - BOTTOM}v4`);
      const label = ticks.at(count++);
      set(label, { x: x(value), y: height - BOTTOM + 17, "text-anchor": "middle" });
      say(label, below.ticktext[i]);
    });
    rules.trim(count);
    ticks.trim(count);
  }

  return {
    /** Iterations on a logarithmic axis, or not. @param {boolean} wanted */
    setLog(wanted) {
      log = wanted;
      repaint();
    },
    /**
     * @param {() => Points} points
     * @param {number} reach @param {number} last the last iteration that the axis shows
     * @param {number[]} marks iterations of edits
     * @param {number} iteration @param {number} error
     * @param {boolean} readable whether there is time to read; without, only the dot moves
     */
    paint(points, reach, last, marks, iteration, error, readable) {
      if (width < LEFT + RIGHT || height < TOP + BOTTOM) return;
      const key = [width, height, log, reach, last].join();
      if (key !== drawn && (readable || !drawn)) {
        const known = points();
        redraw(reach === iteration ? ended(known, iteration, error) : known, Math.max(last, 10), marks);
        drawn = key;
      }
      const at = x(iteration);
      const seen = Number.isFinite(y(error));
      set(here, { d: `M${at.toFixed(1)} ${TOP}V${height - BOTTOM}` });
      set(dot, { cx: at, cy: seen ? y(error) : height - BOTTOM });
      show(dot, seen);
      root.setAttribute("aria-label", `mean error up to iteration ${whole(reach)}; ${errorText(error)} at iteration ${whole(iteration)}`);
    },
  };
}
