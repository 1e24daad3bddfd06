// @ts-check
/** One row of inputs that the network is asked about, and its answers as numbers and bars. */

import { html, say } from "../dom.js";
import { brief, fixed } from "../numbers.js";

const DIGITS = 5;

/** @typedef {{element: HTMLTableRowElement, inputs: number[], taught: HTMLElement, answers: {number: HTMLElement, bar: HTMLElement}[]}} Asked */

/** @param {number[]} inputs @param {number} columns that the network takes @param {number} outputs @param {...Node} more in the last cell @returns {Asked} */
export function askedRow(inputs, columns, outputs, ...more) {
  const taught = html("td", { class: "taught" });
  const answers = Array.from({ length: outputs }, () => ({ number: html("b"), bar: html("i") }));
  const element = html("tr", {},
    ...Array.from({ length: columns }, (_, i) => html("td", {}, i in inputs ? brief(inputs[i]).replace("-", "−") : "–")),
    taught,
    ...answers.map(({ number, bar }) => html("td", { class: "answer" }, html("div", {}, number, html("span", {}, bar)))),
    html("td", { class: "forget" }, ...more));
  return { element, inputs, taught, answers };
}

/** @param {Asked} row @param {number[]} answers none where the network takes another number of inputs */
export function writeAnswers(row, answers) {
  row.answers.forEach(({ number, bar }, i) => {
    say(number, i in answers ? fixed(answers[i], DIGITS) : "–");
    const length = Number.isFinite(answers[i]) ? answers[i].toFixed(3) : "0";
    if (bar.style.transform !== `scaleX(${length})`) bar.style.transform = `scaleX(${length})`;
  });
}
