// @ts-check
/**
 * One figure of each lane against its alpha, both axes logarithmic: a line for each hidden size. Plotly draws the axes.
 *
 * @typedef {import("./rule-words.js").Group} Group
 * @typedef {import("../messages.js").Lane} Lane
 */

import { along, errorRange, logTicks, plotlyRange, ZERO_PLACE } from "../charts/axes.js";
import { chart } from "../charts/chart.js";
import { draw, line, pool, say, set } from "../charts/svg.js";
import { looksOf } from "../runs/palette.js";
import { inkOf } from "../runs/swatch.js";
import { endNames } from "./end-names.js";
import { lanePointer } from "./race-pointer.js";
import { unitsOf } from "./race-words.js";
import { zeroBreak } from "./zero-break.js";

const MARGIN = { l: 50, r: 62, t: 26, b: 36 };
const BELOW_ZERO = 0.3;
/** A dot, a square, a diamond, a triangle: by size, so that nobody needs to tell colours apart. */
const SHAPES = ["M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z", "M-3.5-3.5h7v7h-7Z", "M0-5 5 0 0 5-5 0Z", "M0-4.5 4.5 4-4.5 4Z"];

/**
 * @param {Element} parent
 * @param {import("../lab.js").Lab} lab
 * @param {object} wishes
 * @param {string} wishes.title of the axis
 * @param {(lane: Lane) => number} wishes.value
 * @param {(value: number) => string} wishes.text
 * @param {boolean} wishes.zero whether it may be 0, which then has a place of its own
 * @param {() => Group[]} wishes.groups
 * @param {(group: Group) => {lane: Lane, name: string, beside: boolean}[]} wishes.notable points that are pointed out, above them or beside
 */
export function ruleChart(parent, lab, { title, value, text, zero, groups, notable }) {
  const plot = chart(parent, { lab, name: "error-curve", margin: () => MARGIN, still: true, changed: again });
  const { inside, above } = plot.layers;
  const lines = pool(inside, "path", { class: "race-curve" });
  const rings = pool(above, "circle", { class: "rule-ring", r: 8 });
  const dots = pool(above, "path", { class: "rule-dot" });
  const ends = endNames(above);
  const notes = pool(above, "text", { class: "rule-note" });
  const axisBreak = draw(above, "path", { class: "chart-axis-break" });
  /** @type {{x: number, y: number}[][]} */
  let seen = [];
  let axes = "";
  plot.box.setAttribute("role", "img");
  lanePointer(plot, { points: () => seen, pointed: () => {}, told: (group, i) => told(groups()[group], i) });

  /** @param {Group} group @param {number} i */
  function told({ size, lanes }, i) {
    return `alpha ${lanes[i].alpha}, ${unitsOf(size)}\n${title} ${text(value(lanes[i]))}\nmean |error| ${lanes[i].error.toPrecision(4)}`;
  }

  function again() {
    axes = "";
    redraw();
    paint();
  }

  function view() {
    const lanes = groups().flatMap(group => group.lanes);
    const alphas = lanes.map(lane => lane.alpha);
    const values = lanes.map(value).filter(number => number > 0 && number < Infinity);
    const [low, high] = errorRange(Math.min(...values, Infinity), Math.max(...values, 0), true);
    return {
      x: { log: true, range: /** @type {[number, number]} */ ([Math.min(...alphas) / 1.7, Math.max(...alphas) * 1.7]) },
      y: { log: true, range: /** @type {[number, number]} */ (zero ? [BELOW_ZERO, Math.max(high, 10)] : [low, high]) },
    };
  }

  function redraw() {
    if (!groups().length) return undefined;
    const { x, y } = view();
    const key = JSON.stringify([x, y, plot.size]);
    if (key === axes) return undefined;
    const { width, height } = plot.area();
    const axis = (/** @type {typeof x} */ of, /** @type {number} */ room, /** @type {string} */ words, own = false) => ({
      type: "log", range: plotlyRange(of), autorange: false, tickmode: "array", title: { text: words },
      ...logTicks(of.range, Math.max(2, Math.floor(room)), own),
    });
    const done = plot.draw(() => [], { xaxis: axis(x, width / 45, "alpha"), yaxis: axis(y, height / 30, title, zero) });
    if (done) axes = key;
    return done ?? undefined;
  }

  function paint() {
    const all = groups();
    const area = plot.area();
    if (!all.length || !plot.size.width) {
      seen = [];
      for (const parts of [lines, rings, dots, notes]) parts.trim(0);
      ends.clear();
      set(axisBreak, { d: "" });
      return;
    }
    const { x, y } = view();
    const [across, up] = [along(x, area.left, area.right), along(y, area.bottom, area.top)];
    const point = (/** @type {Lane} */ lane) => ({ x: across(lane.alpha), y: up(zero && value(lane) === 0 ? ZERO_PLACE : value(lane)) });
    seen = all.map(group => group.lanes.map(point));
    let [dot, note] = [0, 0];
    all.forEach((group, i) => {
      const own = seen[i];
      const path = lines.at(i);
      set(path, { d: line(own.length, k => own[k].x, k => own[k].y), "stroke-dasharray": looksOf(i).dasharray });
      path.style.stroke = inkOf(i);
      for (const { x, y } of own.filter(place => Number.isFinite(place.y))) {
        const mark = dots.at(dot++);
        set(mark, { d: SHAPES[i % SHAPES.length], transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` });
        mark.style.fill = inkOf(i);
      }
      for (const { lane, name, beside } of notable(group)) {
        const { x, y } = point(lane);
        if (!Number.isFinite(y)) continue;
        set(rings.at(note), { cx: x, cy: y });
        rings.at(note).style.stroke = inkOf(i);
        set(notes.at(note), { "text-anchor": beside ? "start" : "middle", x: beside ? x + 12 : x, y: beside ? y + 4 : y - 13 });
        say(notes.at(note++), name);
      }
    });
    lines.trim(all.length);
    dots.trim(dot);
    rings.trim(note);
    notes.trim(note);
    set(axisBreak, { d: zero ? zeroBreak(area.left, up(0.63), true) : "" });
    ends.paint(seen, all.map(({ size }) => unitsOf(size)), area);
    plot.box.setAttribute("aria-label", `${title} against alpha, a line for each hidden size. The table has the numbers.`);
  }

  return {
    redraw, paint, plot,
    retheme() {
      plot.retheme();
      axes = "";
    },
  };
}
