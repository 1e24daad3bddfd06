// @ts-check
/** The slope of the sigmoid, by its formula and by measuring it. */

import { segments } from "../charts/choice.js";
import { html, say } from "../dom.js";
import { fixed, small } from "../numbers.js";
import { opening, outcome, outside, slide } from "./parts.js";
import { sigmoid, slope } from "../sigmoid.js";
import { measured } from "./sigmoid.js";
import { sketch } from "./sketch.js";

const OPENING = "A slope says how much the output rises for a small step to the right. Measure it: go h to both sides, and divide the rise by the way.";
const KHAN = "https://www.khanacademy.org/math/differential-calculus";
const FAR = 6;
const STEPS = [2, 1, 0.5, 0.1, 0.001];
const DIGITS = 7;

/** @param {HTMLElement} page */
export function slopePiece(page) {
  let [x, h] = [1, 1];
  const slider = slide("x", { low: -FAR, high: FAR, step: 0.1, text: value => fixed(value, 1), changed: value => show(value, h) });
  const steps = segments(html("div"), "h, how far to either side", value => show(x, Number(value)));
  steps.offer(STEPS.map(value => ({ value: String(value), text: String(value), sentence: `Measures from x − ${value} to x + ${value}.` })));
  const curve = sketch({ width: 250, height: 150, x: [-FAR, FAR], y: [-0.1, 1.1], xTicks: [-6, -3, 0, 3, 6], yTicks: [0, 0.5, 1], title: "x" });
  curve.curve("curve-sigmoid", sigmoid);
  const tangent = curve.mark("path", { class: "line-tangent" });
  const secant = curve.mark("path", { class: "line-secant" });
  const ends = [curve.mark("circle", { class: "mark-secant", r: 3 }), curve.mark("circle", { class: "mark-secant", r: 3 })];
  const dot = curve.mark("circle", { class: "mark-sigmoid", r: 4.5 });
  const hill = sketch({ width: 170, height: 150, x: [0, 1], y: [0, 0.3], xTicks: [0, 0.5, 1], yTicks: [0, 0.25], title: "out" });
  hill.curve("curve-slope", out => out * (1 - out));
  hill.mark("text", { class: "name-slope", x: hill.x(0.5), y: hill.y(0.262), "text-anchor": "middle" }).textContent = "out × (1 − out)";
  const top = hill.mark("circle", { class: "mark-slope", r: 4.5 });
  const cells = [html("td"), html("td"), html("td")];
  const heads = ["out × (1 − out)", "measured with h", "difference"].map(text => html("th", { scope: "col" }, text));
  const table = html("table", { class: "piece-table", "aria-label": "the slope in two ways" }, html("thead", {}, html("tr", {}, ...heads)), html("tbody", {}, html("tr", {}, ...cells)));
  const told = outcome();
  page.append(
    opening(OPENING), slider.element,
    html("div", { class: "piece-row" }, html("span", {}, "h ="), steps.group),
    table, html("div", { class: "sketches" }, curve.element, hill.element), told,
    html("p", { class: "piece-more" }, "More on slopes, not needed here: ", outside("derivatives at Khan Academy", KHAN)),
  );
  show(x, h);

  /** @param {number} place @param {number} step */
  function show(place, step) {
    [x, h] = [place, step];
    const [exact, rough] = [slope(x), measured(x, h)];
    slider.show(x);
    steps.select(String(h));
    say(cells[0], fixed(exact, DIGITS));
    say(cells[1], fixed(rough, DIGITS));
    say(cells[2], difference(rough - exact));
    tangent.setAttribute("d", line(x, sigmoid(x), exact, 2.4));
    // Both its ends lie on the curve; it is drawn a little beyond them.
    secant.setAttribute("d", line(x, (sigmoid(x + h) + sigmoid(x - h)) / 2, rough, Math.max(h, 0.6) + 0.4));
    [x - h, x + h].forEach((end, i) => {
      ends[i].setAttribute("cx", curve.x(end).toFixed(1));
      ends[i].setAttribute("cy", curve.y(sigmoid(end)).toFixed(1));
    });
    dot.setAttribute("cx", curve.x(x).toFixed(1));
    dot.setAttribute("cy", curve.y(sigmoid(x)).toFixed(1));
    top.setAttribute("cx", hill.x(sigmoid(x)).toFixed(1));
    top.setAttribute("cy", hill.y(exact).toFixed(1));
    say(told, `At x = ${fixed(x, 1)} the output is ${fixed(sigmoid(x), 3)} and the slope ${small(exact)}: ${remark(exact)} The program takes out × (1 − out), because the output is there already.`);
  }

  /** @param {number} at @param {number} height @param {number} rise @param {number} reach */
  function line(at, height, rise, reach) {
    const [from, to] = [at - reach, at + reach].map(place => `${curve.x(place).toFixed(1)} ${curve.y(height + (place - at) * rise).toFixed(1)}`);
    return `M${from}L${to}`;
  }

  return {};
}

/** @param {number} value */
function difference(value) {
  if (Math.abs(value) < 1e-9) return "under 10⁻⁹";
  return Math.abs(value) < 5e-8 ? value.toExponential(1).replaceAll("-", "−") : fixed(value, DIGITS);
}

/** @param {number} exact */
function remark(exact) {
  if (exact >= 0.25) return "its ceiling, for out × (1 − out) is nowhere above 0.25.";
  return exact < 0.02 ? "almost flat." : "never above 0.25.";
}
