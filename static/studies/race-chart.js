// @ts-check
/**
 * The error curves of a race on logarithmic axes. Plotly draws the axes; the curves are ours, so that they grow while the
 * race is on, and each has its name at its end.
 *
 * @typedef {import("../messages.js").RaceResult} RaceResult
 */

import { along, errorRange, logTicks, plotlyRange } from "../charts/axes.js";
import { chart } from "../charts/chart.js";
import { draw, line, pool, set } from "../charts/svg.js";
import { thinned } from "../charts/thin.js";
import { errorText, whole } from "../numbers.js";
import { endNames } from "./end-names.js";
import { laneLook, namedLanes } from "./lane-looks.js";
import { frameOf } from "./race-frame.js";
import { raceMargin } from "./race-margin.js";
import { lanePointer } from "./race-pointer.js";
import { namesOf, shortened } from "./race-words.js";
import { acrossOf } from "./size-cost.js";
import { zeroBreak } from "./zero-break.js";

/**
 * @param {Element} parent
 * @param {import("../lab.js").Lab} lab
 * @param {object} wishes
 * @param {() => RaceResult | null} wishes.result
 * @param {() => number | null} wishes.lit the lane that is brought out
 * @param {(lane: number | null) => void} wishes.pointed
 * @param {(race: RaceResult) => number[] | null} [wishes.costs] the weights of each lane, to be drawn by what it costs
 */
export function raceChart(parent, lab, { result, lit, pointed, costs = () => null }) {
  const plot = chart(parent, { lab, name: "error-curve", margin: ({ width }) => raceMargin(result()?.lanes ?? [], width), still: true, changed: () => again() });
  const { inside, above } = plot.layers;
  const curves = pool(inside, "path", { class: "race-curve" });
  const bold = draw(inside, "path", { class: "race-lit" });
  const ends = endNames(above);
  const zero = draw(above, "path", { class: "chart-axis-break" });
  /** What is drawn: points by lane, in pixels. @type {{x: number, y: number}[][]} */
  let seen = [];
  /** @type {string[]} */
  let names = [];
  let axes = "";
  lanePointer(plot, { points: () => seen, told, pointed });
  /** @type {ReturnType<typeof thinned>[]} */
  let points = [];
  plot.box.setAttribute("role", "img");

  function again() {
    axes = "";
    redraw();
    paint();
  }

  /** @param {number} lane @param {number} i */
  function told(lane, i) {
    const { iterations, errors } = points[lane];
    return `${names[lane]}\niteration ${whole(iterations[i])}\nmean |error| ${errorText(errors[i])}`;
  }

  /** @param {RaceResult} race */
  function view(race) {
    const { lanes } = race;
    const across = acrossOf(race, costs(race));
    const { low, high } = frameOf(lanes);
    return {
      across, x: { log: true, range: across.range },
      y: { log: true, range: errorRange(low, high, true) },
    };
  }

  /** Plotly's part, where it is not so already. */
  function redraw() {
    const race = result();
    plot.box.classList.toggle("vacant", !race);
    if (!race) return undefined;
    const { x, y, across } = view(race);
    const area = plot.area();
    const key = JSON.stringify([x, y, area, across.title]);
    if (key === axes) return undefined;
    const { width, height } = area;
    const done = plot.draw(() => [], {
      xaxis: { type: "log", range: plotlyRange(x), autorange: false, tickmode: "array", ...logTicks(x.range, Math.max(3, Math.floor(width / 45)), across.zero), title: { text: across.title } },
      yaxis: { type: "log", range: plotlyRange(y), autorange: false, tickmode: "array", ...logTicks(y.range, Math.max(2, Math.floor(height / 30))) },
    });
    if (done) axes = key;
    return done ?? undefined;
  }

  function paint() {
    const race = result();
    const lanes = race?.lanes ?? [];
    names = namesOf(lanes);
    if (!race || !plot.size.width) return clear();
    const area = plot.area();
    plot.layers.resize(area); // the names of another race may take other room
    const { x, y, across } = view(race);
    const right = along(x, area.left, area.right);
    const up = along(y, area.bottom, area.top);
    const at = (/** @type {number} */ lane, /** @type {number} */ iteration) => right(across.value(lane, iteration));
    points = lanes.map(({ curve_iterations: iterations, curve_errors: errors }, lane) => {
      return thinned({ iterations, errors }, iteration => at(lane, iteration), area.left, area.right);
    });
    seen = points.map(({ iterations, errors }, lane) => iterations.map((iteration, i) => ({ x: at(lane, iteration), y: up(errors[i]) })));
    seen.forEach((own, i) => {
      const curve = curves.at(i);
      const { ink, dasharray } = laneLook(i, seen.length);
      set(curve, { d: pathOf(own), "stroke-dasharray": dasharray });
      curve.style.stroke = ink;
    });
    curves.trim(seen.length);
    set(zero, { d: across.zero ? zeroBreak(right(0.63), area.bottom, false) : "" });
    light();
    plot.box.setAttribute("aria-label", `Error curves of ${names.join("; ")}. The table has their numbers.`);
  }

  function clear() {
    [seen, points] = [[], []];
    curves.trim(0);
    ends.clear();
    set(zero, { d: "" });
    light();
  }

  function light() {
    const wanted = lit();
    const lane = wanted !== null && wanted < seen.length ? wanted : null;
    set(bold, { d: lane === null ? "" : pathOf(seen[lane]) });
    if (lane !== null) bold.style.stroke = laneLook(lane, seen.length).ink;
    plot.layers.svg.classList.toggle("one-lit", lane !== null);
    const race = result();
    if (race && seen.length) ends.paint(seen, shortened(names), plot.area(), index => laneLook(index, seen.length).ink, namedLanes(race.lanes, lane));
    ends.light(lane);
  }

  return {
    plot, redraw, paint, light, again,
    retheme() {
      plot.retheme();
      axes = "";
    },
  };
}

/** @param {{x: number, y: number}[]} points */
function pathOf(points) {
  return line(points.length, i => points[i].x, i => points[i].y);
}
