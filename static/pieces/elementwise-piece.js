// @ts-check
/** Two columns of numbers, a sign between them and a function around them: numpy does it row by row. */

import { segments } from "../charts/choice.js";
import { html, say } from "../dom.js";
import { equals, figure } from "../lines/figures.js";
import { rowInView } from "../store.js";
import { FUNCTIONS, mismatch, SIGNS, together } from "./elementwise.js";
import { examplesRow, numberCell, opening, outcome, stepper } from "./parts.js";

/** @typedef {import("./elementwise.js").Sign} Sign @typedef {import("./elementwise.js").Name} Name */
/** @typedef {ReturnType<typeof numberCell>} Cell */
/** @typedef {{a: number[], b: number[], sign: Sign, name: Name, call: string}} Setting `call`: what a and b are in the program, if anything */

const OPENING = "Signs and functions of numpy work on all elements at once: row meets row. A single number meets every row, which is called broadcasting.";
const MOST = 6;
/** @type {Setting} */
const FIRST = { a: [5, 4, 3], b: [1, 1, 1], sign: "-", name: "none", call: "" };

/** @param {HTMLElement} page @param {import("../lab.js").Lab} lab */
export function elementwisePiece(page, lab) {
  let now = { ...FIRST };
  /** @type {{a: Cell[], b: Cell[], outs: HTMLElement[][]}} */
  let cells = { a: [], b: [], outs: [] };
  const signs = segments(html("div"), "sign between a and b", value => change({ sign: /** @type {Sign} */ (value) }));
  signs.offer(Object.entries(SIGNS).map(([value, { sign }]) => ({ value, text: sign, sentence: `a ${value} b` })));
  const functions = segments(html("div"), "function of the outcome", value => change({ name: /** @type {Name} */ (value) }));
  functions.offer(Object.entries(FUNCTIONS).map(([value, { text, code }]) => ({ value, text, sentence: code("a b").replace("a b", "…") })));
  const lengths = {
    a: stepper("numbers in a", 1, MOST, wanted => relength("a", wanted)),
    b: stepper("numbers in b", 1, MOST, wanted => relength("b", wanted)),
  };
  const code = html("code", { class: "piece-code" });
  const table = html("table", { class: "piece-table elementwise-table" });
  const told = outcome();
  page.append(
    opening(OPENING),
    examplesRow("Examples", [
      { text: "y − l1", sentence: "The reader’s example: 5, 4, 3 less 1, 1, 1.", pressed: () => change(FIRST) },
      { text: "5, 4, 3 × 2", sentence: "One number for all rows.", pressed: () => change({ ...FIRST, b: [2], sign: "*" }) },
      { text: "sigmoid(−4, 0, 4)", sentence: "The sigmoid of three numbers at once.", pressed: () => change({ ...FIRST, a: [-4, 0, 4], b: [0], sign: "+", name: "sigmoid" }) },
      { text: "error × slope of this run", sentence: "The line that makes the delta, with the numbers of this moment, rounded to four decimals.", pressed: ofRun },
    ]),
    html("div", { class: "piece-row" }, side("a"), signs.group, side("b")),
    html("div", { class: "piece-row" }, html("span", { class: "dim" }, "then"), functions.group),
    code, html("div", { class: "piece-scroll" }, table), told,
  );
  show(true);

  /** @param {"a" | "b"} name */
  function side(name) {
    return html("span", { class: "operand" }, html("b", {}, name), lengths[name].element);
  }

  /** @param {Partial<Setting>} more */
  function change(more) {
    now = { ...now, call: "", ...more };
    show(true);
  }

  /** @param {"a" | "b"} side @param {number} wanted */
  function relength(side, wanted) {
    const length = Math.min(MOST, Math.max(1, wanted));
    const values = Array.from({ length }, (_, i) => now[side][i] ?? 1);
    now = { ...now, call: "", [side]: values };
    show(true);
  }

  function ofRun() {
    const { detailed, run, controls } = lab.state();
    const errors = detailed?.detail.errors.at(-1);
    const outputs = detailed?.layers.at(-1);
    if (!detailed || !errors || !outputs || !run) return;
    const from = Math.max(0, Math.min(rowInView({ run, controls }), errors.length - MOST));
    const rounded = (/** @type {number} */ value) => (Number.isFinite(value) ? Number(value.toFixed(4)) + 0 : 0);
    const a = errors.slice(from, from + MOST).map(row => rounded(row[0]));
    const b = outputs.slice(from, from + MOST).map(row => rounded(row[0] * (1 - row[0])));
    const layer = `l${detailed.layers.length}`;
    change({ a, b, sign: "*", name: "none", call: `${layer}_error * slope(${layer})` });
  }

  /** @param {boolean} reshaped */
  function show(reshaped) {
    const { a, b, sign, name } = now;
    const refused = mismatch(a, b);
    signs.select(sign);
    functions.select(name);
    lengths.a.show(a.length);
    lengths.b.show(b.length);
    say(code, now.call || FUNCTIONS[name].code(`${listed(a)} ${sign} ${listed(b)}`));
    if (reshaped) build();
    write();
    page.classList.toggle("refused", refused !== null);
    say(told, refused ?? summary());
  }

  function build() {
    const { a, b, name } = now;
    const rows = Math.max(a.length, b.length);
    const make = (/** @type {"a" | "b"} */ side) => now[side].map((_, i) => numberCell(`${side}[${i}]`, value => {
      now = { ...now, call: "", [side]: now[side].map((old, j) => (j === i ? value : old)) };
      show(false);
    }));
    cells = { a: make("a"), b: make("b"), outs: [] };
    const body = Array.from({ length: rows }, (_, i) => {
      const outs = [html("td", { class: "made" }), ...(name === "none" ? [] : [html("td", { class: "made" })])];
      cells.outs.push(outs);
      return html("tr", {}, operandCell(cells.a, i), html("td", { class: "sign" }, SIGNS[now.sign].sign), operandCell(cells.b, i), html("td", { class: "sign" }, "="), ...outs);
    });
    const names = ["a", "", "b", "", `a ${SIGNS[now.sign].sign} b`, ...(name === "none" ? [] : [FUNCTIONS[name].text])];
    const head = html("tr", {}, ...names.map(text => (text ? html("th", { scope: "col" }, text) : html("td"))));
    table.setAttribute("aria-label", "a and b, row by row");
    table.replaceChildren(html("thead", {}, head), html("tbody", {}, ...body));
  }

  /** One cell a row, or the same one again, faintly. @param {Cell[]} column @param {number} row */
  function operandCell(column, row) {
    if (row < column.length) return html("td", {}, column[row].element);
    return html("td", { class: column.length === 1 ? "again" : "" });
  }

  function write() {
    const { a, b, sign, name } = now;
    a.forEach((value, i) => cells.a[i].show(value));
    b.forEach((value, i) => cells.b[i].show(value));
    table.querySelectorAll(".again").forEach(cell => say(cell, figure(a.length === 1 ? a[0] : b[0]).text));
    const made = together(a, b, sign);
    cells.outs.forEach(([out, last], i) => {
      say(out, made.length ? figure(made[i].made).text : "–");
      if (last) say(last, made.length ? figure(FUNCTIONS[name].of(made[i].made)).text : "–");
    });
  }

  function summary() {
    const { a, b, sign, name } = now;
    const [first] = together(a, b, sign);
    const [one, other, made] = [first.a, first.b, first.made].map(value => figure(value));
    const told = `${one.text} ${SIGNS[sign].sign} ${other.text} ${equals(SIGNS[sign].of(one.value, other.value), made)} ${made.text}`;
    const then = name === "none" ? "" : `, and ${FUNCTIONS[name].text} of that is ${figure(FUNCTIONS[name].of(first.made)).text}`;
    const same = a.length === b.length ? "" : " The single number meets every row.";
    return `First row: ${told}${then}.${same}`;
  }

  return {};
}

/** As numpy would be given it. @param {number[]} values */
function listed(values) {
  return values.length === 1 ? String(values[0]) : `np.array([${values.join(", ")}])`;
}
