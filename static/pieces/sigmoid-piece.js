// @ts-check
/** The sigmoid, built up from e. */

import { html, say } from "../dom.js";
import { figure } from "../lines/figures.js";
import { fixed } from "../numbers.js";
import { examplesRow, opening, outcome, slide } from "./parts.js";
import { sigmoid } from "../sigmoid.js";
import { inSteps } from "./sigmoid.js";
import { sketch } from "./sketch.js";

const OPENING = "np.exp(x) is e to the power of x, and e is about 2.718. From it the sigmoid is made in three steps: any number goes in, and what comes out is above 0 and below 1.";
const FAR = 8;

/** @param {HTMLElement} page */
export function sigmoidPiece(page) {
  const slider = slide("x", { low: -FAR, high: FAR, step: 0.1, text: value => fixed(value, 1), changed: show });
  const plot = sketch({ width: 420, height: 170, x: [-FAR, FAR], y: [0, 2], xTicks: [-8, -4, 0, 4, 8], yTicks: [0, 0.5, 1, 2], title: "x" });
  plot.curve("curve-power", x => Math.exp(-x));
  plot.curve("curve-sigmoid", sigmoid);
  const names = [["e to the −x", -0.1, 1.72, "name-power"], ["sigmoid", 5.2, 1.1, "name-sigmoid"]];
  for (const [text, x, y, name] of names) {
    plot.mark("text", { class: String(name), x: plot.x(Number(x)), y: plot.y(Number(y)) }).textContent = String(text);
  }
  const guide = plot.mark("path", { class: "guide" });
  const dot = plot.mark("circle", { class: "mark-sigmoid", r: 5 });
  const other = plot.mark("circle", { class: "mark-power", r: 4 });
  const cells = [html("td"), html("td"), html("td"), html("td")];
  const heads = ["−x", "e to the −x", "1 + that", "1 ÷ that"].map(text => html("th", { scope: "col" }, text));
  const table = html("table", { class: "piece-table", "aria-label": "the sigmoid in steps" }, html("thead", {}, html("tr", {}, ...heads)), html("tbody", {}, html("tr", {}, ...cells)));
  const told = outcome();
  page.append(
    opening(OPENING), slider.element,
    examplesRow("Values of x", [-4, -1, 0, 1, 4].map(x => ({
      text: `x = ${String(x).replace("-", "−")}`, sentence: x === -1 ? "Here e to the −x is e itself." : `The sigmoid at ${String(x).replace("-", "−")}.`, pressed: () => show(x),
    }))),
    table, plot.element, told,
  );
  show(0);

  /** @param {number} x */
  function show(x) {
    const { power, below, out } = inSteps(x);
    slider.show(x);
    [-x + 0, power, below, out].forEach((value, i) => say(cells[i], figure(value).text));
    dot.setAttribute("cx", plot.x(x).toFixed(1));
    dot.setAttribute("cy", plot.y(out).toFixed(1));
    other.setAttribute("cx", plot.x(x).toFixed(1));
    other.setAttribute("cy", plot.y(Math.min(power, 2)).toFixed(1));
    other.toggleAttribute("hidden", power > 2);
    guide.setAttribute("d", `M${plot.x(x).toFixed(1)} ${plot.y(0)}V${plot.y(out).toFixed(1)}H${plot.x(-FAR)}`);
    say(told, `sigmoid(${fixed(x, 1)}) = 1 / (1 + ${figure(power).text}) = ${fixed(out, 3)}${remark(out)}`);
  }

  return {};
}

/** @param {number} out */
function remark(out) {
  if (out > 0.95) return ": read as a probability, all but certain.";
  if (out < 0.05) return ": read as a probability, all but ruled out.";
  return out === 0.5 ? ": undecided, exactly in the middle." : ".";
}
