// @ts-check
/** What can be measured of the columns: the given ones, and those that the hidden units make of them. */

import { html, say, set } from "../dom.js";
import { fixed } from "../numbers.js";
import { columnStatistics } from "./column.js";
import { WHAT_A_CORRELATION_IS, correlationSpoken, correlationText, inView, isPartial, outputNames, targetNames } from "./words.js";

const HIDDEN = "Each hidden unit is a new column, made of all the inputs: here is how closely it goes with the target.";

/** @typedef {{name: HTMLElement, numbers: HTMLElement[], correlation: HTMLElement, bar: HTMLElement}} Line */

export function statistics() {
  const [given, made] = [block("Input columns", ["", "min", "mean", "max"]), block("Hidden units", [""])];
  const note = html("p", { class: "told" });
  const none = html("p", { class: "told" }, "This network has no hidden units.");
  const element = html("div", { class: "statistics" },
    given.heading, given.table, note, made.heading, html("p", { class: "told" }, HIDDEN), made.table, none);

  return {
    element,
    /** @param {import("../messages.js").Snapshot} run */
    showGiven(run) {
      given.lines(run.columns, 3);
      for (const { title } of [given, made]) say(title, `correlation with ${targetNames(run.targets[0].length)[0]}`);
      run.columns.forEach((_, i) => {
        const line = given.line(i);
        const { min, mean, max } = columnStatistics(run.inputs.map(row => row[i]));
        [min, mean, max].forEach((value, j) => say(line.numbers[j], fixed(value, 3)));
        correlate(line, run.correlations[i]);
      });
      note.hidden = !isPartial(run);
      say(note, `Minimum, mean and maximum are of ${inView(run)}; the correlation is over all rows.`);
    },
    /** @param {number[][]} correlations of l1, l2, …, the output last */
    showMade(correlations) {
      const last = correlations.length - 1;
      const names = correlations.flatMap((layer, i) => (
        i === last ? outputNames(`l${i + 1}`, layer.length).map(name => `${name} · output`) : layer.map((_, j) => `l${i + 1}[${j}]`)));
      made.lines(names, 0);
      correlations.flat().forEach((value, i) => correlate(made.line(i), value));
      none.hidden = last > 0;
    },
  };
}

/** @param {string} name @param {string[]} head before the correlation */
function block(name, head) {
  const body = html("tbody");
  const heading = html("h3", {}, name);
  const titles = head.map(text => (text ? html("th", { scope: "col" }, text) : html("td")));
  const title = html("th", { scope: "col", "data-explain": WHAT_A_CORRELATION_IS });
  const table = html("table", { class: "columns", "aria-label": name },
    html("thead", {}, html("tr", {}, ...titles, title, html("td"))), body);
  /** @type {Line[]} */
  let made = [];
  let written = "";

  return {
    heading,
    table,
    title,
    /** @param {number} i */
    line: i => made[i],
    /** As many lines as there are names. @param {string[]} names @param {number} numbers before the correlation */
    lines(names, numbers) {
      if (written === names.join("\n")) return;
      written = names.join("\n");
      made = names.map(name => ({
        name: html("th", { scope: "row" }, name),
        numbers: Array.from({ length: numbers }, () => html("td")),
        correlation: html("td"),
        bar: html("i"),
      }));
      body.replaceChildren(...made.map(line => html("tr", {}, line.name, ...line.numbers, line.correlation,
        html("td", { class: "gauge" }, html("span", {}, line.bar)))));
    },
  };
}

/** @param {Line} line @param {number} value */
function correlate(line, value) {
  say(line.correlation, correlationText(value));
  set(line.correlation, "aria-label", correlationSpoken(value));
  line.bar.style.transform = `scaleX(${Number.isFinite(value) ? value.toFixed(3) : 0})`;
}
