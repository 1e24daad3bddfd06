// @ts-check
/** The step as code, with the numbers of the ball that is looked at. */

import { html, say } from "../dom.js";
import { brief, fixed, powers, signed } from "../numbers.js";

/** Each line with what it is of the three: slope, step, repeat. */
const CODE = [
  ["for iter in range(10000):", "repeat"],
  [" layer_1 = sigmoid(layer_0.dot(synapse_0))", ""],
  [" layer_1_delta = (layer_1 - y) * slope(layer_1)", "slope"],
  [" synapse_0_derivative = layer_0.T.dot(layer_1_delta)", "slope"],
  [" synapse_0 -= alpha * synapse_0_derivative", "step"],
];
const ROWS = ["synapse_0", "synapse_0_derivative", "−alpha × derivative", "synapse_0, next"];

export function stepPage() {
  const listing = html("pre", { class: "plane-code" }, ...CODE.map(([text, part]) => html("span", { class: `plane-line ${part}` }, html("i", {}, part), html("code", {}, text))));
  const heads = ["", "[0]", "[1]"].map(text => (text ? html("th", { scope: "col" }, text) : html("td")));
  const rows = ROWS.map(name => ({ name: html("th", { scope: "row" }, name), cells: [html("td"), html("td")] }));
  const table = html("table", { class: "plane-step" },
    html("thead", {}, html("tr", {}, ...heads)),
    html("tbody", {}, ...rows.map(({ name, cells }) => html("tr", {}, name, ...cells))));
  const note = html("p", { class: "plane-note" });
  const element = html("div", { class: "plane-page" }, listing, table, note);
  return {
    element,
    /**
     * @param {import("./ball.js").Ball | null} ball
     * @param {(weights: ArrayLike<number>) => [number, number]} derivativeOf
     * @param {number} alpha
     * @param {boolean} own whether the rows or rules are the run's
     */
    show(ball, derivativeOf, alpha, own) {
      say(heads[0], ball ? `ball ${ball.number}` : "");
      say(rows[2].name, `−${brief(alpha)} × derivative`);
      const derivative = ball ? derivativeOf(ball.weights) : [NaN, NaN];
      for (const i of [0, 1]) {
        const weight = ball ? ball.weights[i] : NaN;
        const step = -alpha * derivative[i];
        const texts = [fixed(weight, 5), signed(derivative[i], 5), signed(step, 5), fixed(weight + step, 5)];
        texts.forEach((text, j) => say(rows[j].cells[i], ball ? powers(text) : "–"));
      }
      say(note, own ? "With the rows and the rules of the run in view: where a line is switched, so is it here."
        : "Two weights instead of one: the derivative is the slope of ½ Σ error² along either, and each takes its own step. The map shows the mean |error|. Arrows show −derivative; their length is its fourth root, so that the small ones can be seen.");
    },
  };
}
