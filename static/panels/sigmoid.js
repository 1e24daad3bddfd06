// @ts-check
/**
 * The sigmoid, and on it one dot for every example and unit of a layer, where its sum really is. The slope there is
 * how much of an error gets through, so a second picture of it lies below: where the curve is flat, that is empty.
 *
 * Or, instead of what the run does, the posts' figure: three dots to move along the curve.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../lab.js").Lab} Lab
 */

import { readable } from "../cadence.js";
import { along, between, sumRange } from "../charts/axes.js";
import { chart } from "../charts/chart.js";
import { button, segments } from "../charts/choice.js";
import { saveButton } from "../charts/picture.js";
import { say } from "../dom.js";
import { isStep } from "../sigmoid.js";
import { rowInView } from "../store.js";
import { dotsOf, farthest, layersOf, names } from "./dots.js";
import { pointer } from "./dot-pointer.js";
import { slopes } from "./slopes.js";
import { threeDots } from "./three.js";
import { FAR } from "./three-dots.js";
import { verdict } from "./verdict.js";

const MARGIN = { l: 36, r: 12, t: 8, b: 36 };
const THREE = "The figure of the posts: three dots with their slopes, to drag along the curve or to move with the arrow keys.";
const CEILING = "Steepest in the middle: a slope lies between 0 and 0.25 (the post says 1). Drag the dots.";
const HINT = "the posts’ figure";
/** What the curve and its slope are when the program has a step in the sigmoid's place. */
const STEP = [{ x: [-1e9, 0, 0, 1e9], y: [0, 0, 1, 1] }, { x: [-1e9, 1e9], y: [0, 0] }];
const FLAT = "The program has a step now: flat on both sides, so that its slope is 0 everywhere.";

/** @param {HTMLElement} element @param {Lab} lab */
export function sigmoidPanel(element, lab) {
  element.classList.add("chart-panel", "sigmoid");
  const tools = element.closest("section")?.querySelector(".panel-tools") ?? element;
  const hint = element.closest("section")?.querySelector(".panel-hint");
  const usual = hint?.textContent ?? "";
  const three = button(tools, "three dots", THREE, turn);
  three.setAttribute("aria-pressed", "false");
  const layers = segments(tools, "Layer whose slopes are shown", choose);
  const plot = chart(element, { lab, name: "sigmoid", margin: () => MARGIN, changed: again, still: true });
  saveButton(tools, "the sigmoid slopes", "sigmoid-slopes", lab, () => plot);
  const sentence = document.createElement("p");
  sentence.className = "chart-note";
  element.append(sentence);
  const picture = slopes(plot.layers);
  const hand = pointer(plot, { changed: () => paint(lab.state()), choose: row => lab.chooseRow(row + (lab.state().run?.first_row ?? 0)) });
  const figure = threeDots(plot, () => paint(lab.state()));
  let still = false;
  /** Counted from the first hidden layer; null: the output layer. @type {number | null} */
  let chosen = null;
  let reach = 0;
  let looks = "";
  /** The row and layer that the sentence is about. */
  let told = "";

  function again() {
    looks = "";
    redraw(lab.state());
  }

  /** Between the run and the figure. */
  function turn() {
    still = !still;
    three.setAttribute("aria-pressed", String(still));
    figure.reset();
    figure.show(still);
    // A picture to those who do not see it, or a group of things that can be moved.
    plot.box.setAttribute("role", still ? "group" : "img");
    plot.box.tabIndex = still ? -1 : 0;
    if (hint) say(hint, still ? HINT : usual);
    [reach, told] = [0, ""];
    again();
  }

  /** @param {string} value */
  function choose(value) {
    chosen = value === "output" ? null : Number(value);
    reach = 0;
    again();
  }

  /** @param {State} state */
  function redraw(state) {
    if (!state.frame) return undefined;
    const { layer, count } = shown(state);
    layers.group.hidden = still || count < 2;
    layers.offer(layersOf(count));
    layers.select(chosen === null ? "output" : String(layer));
    reach = still ? FAR : calm(reach, sumRange(farthest(dotsOf(state.frame, layer))));
    const stepped = !still && isStep(state.run?.code ?? []);
    const now = `${reach} ${layer} ${still} ${stepped} ${plot.size.width} ${plot.size.height}`;
    if (now === looks) return undefined;
    const xaxis = { range: [-reach, reach], title: { text: still ? "x" : names(layer).sum } };
    const done = plot.draw(own => own.map((trace, i) => ({ ...trace, ...(stepped ? STEP[i] : {}) })), { xaxis });
    if (done) looks = now;
    paint(state);
    return done ?? undefined;
  }

  /** @param {State} state */
  function paint(state) {
    if (!state.frame || !state.controls || !plot.drawn()) return;
    const { layer } = shown(state);
    const dots = still ? [] : dotsOf(state.frame, layer);
    const scales = scalesOf(plot);
    const wanted = rowInView(state);
    picture.paint(dots, wanted, scales);
    hand.paint(dots, scales, names(layer).unit);
    if (still) {
      figure.paint(scales);
      return say(sentence, CEILING);
    }
    if (isStep(state.run?.code ?? [])) return say(sentence, FLAT);
    const about = `${wanted} ${layer}`;
    if (readable(state) || about !== told) verdict(sentence, dots.filter(dot => dot.row === wanted), names(layer));
    told = about;
  }

  /** @param {State} state */
  function shown({ frame }) {
    const count = frame?.sums.length ?? 1;
    return { layer: chosen === null || chosen >= count ? count - 1 : chosen, count };
  }

  return {
    paint,
    redraw,
    retheme() {
      plot.retheme();
      again();
    },
  };
}

/** Grow at once, shrink only when much of the room is empty. @param {number} now @param {number} wanted */
function calm(now, wanted) {
  return wanted > now || wanted < now / 2.4 ? wanted : now;
}

/** Where sums, outputs and slopes stand, by what Plotly drew last. @param {import("../charts/chart.js").Chart} chart */
function scalesOf(chart) {
  const area = chart.area();
  const { xaxis, yaxis, yaxis2 } = /** @type {any} */ (chart.plot).layout;
  const inPart = (/** @type {{domain: [number, number], range: [number, number]}} */ { domain, range }) => {
    const [low, high] = domain.map(share => area.bottom - share * area.height);
    return along({ log: false, range }, low, high);
  };
  const x = along({ log: false, range: xaxis.range }, area.left, area.right);
  return {
    area,
    x: (/** @type {number} */ z) => between(x(z), area.left, area.right),
    out: inPart(yaxis),
    slope: inPart(yaxis2),
  };
}
