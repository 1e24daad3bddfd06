// @ts-check
/** What the network answers to inputs that it is not taught. It is the page that reckons: it takes the weights and no more. */

import { readable, shapeOf } from "../cadence.js";
import { askedRow, writeAnswers } from "../data/asked.js";
import { MOST_INPUTS, combinations, isAmong } from "../data/binary.js";
import { answer } from "../data/forward.js";
import { complaint, labelled, numberField } from "../data/tool.js";
import { count, inView, isPartial, outputNames } from "../data/words.js";
import { html, say } from "../dom.js";
import { isStep } from "../sigmoid.js";

const FORM = "try-inputs";

/** @typedef {import("../data/asked.js").Asked} Asked */

/** @param {HTMLElement} element @param {import("../lab.js").Lab} lab @returns {import("../lab.js").Panel} */
export function triesPanel(element, lab) {
  const [lead, note, refusal] = [html("p", { class: "told" }), html("p", { class: "told" }), complaint()];
  const told = html("p", { class: "offstage", role: "status" });
  const form = html("form", { id: FORM, novalidate: true });
  const [head, all, own, foot] = [html("thead"), html("tbody"), html("tbody"), html("tfoot")];
  const table = html("table", { class: "tries", "aria-label": "inputs to try" }, head, all, own, foot);
  element.append(lead, form, table, refusal.element, note, told);
  /** @type {Asked[]} */
  let asked = [];
  /** @type {Asked[]} */
  let tried = [];
  let [shape, columns] = ["", ""];
  /** @type {unknown} */
  let drawn = null;
  /** @type {number[][] | null} */
  let kept = null;

  const fields = () => [...foot.querySelectorAll("input")];
  form.addEventListener("submit", event => {
    event.preventDefault();
    refusal.tell("");
    lab.send({ type: "try_inputs", values: fields().map(input => input.value) }, ({ message }) => refusal.tell(message));
  });
  foot.addEventListener("input", () => refusal.tell(""));

  /** @param {import("../messages.js").Snapshot} run @param {number} outputs */
  function build(run, outputs) {
    const inputs = run.columns.length;
    const layer = `l${run.frame.weights.length}`;
    table.classList.toggle("several", outputs > 1);
    const taught = html("th", { scope: "col", "aria-label": "taught" });
    /** @param {string[]} names */
    const titles = names => names.map(name => html("th", { scope: "col" }, name));
    head.replaceChildren(html("tr", {}, ...titles(run.columns), taught, ...titles(outputNames(layer, outputs)), html("td")));
    asked = inputs <= MOST_INPUTS ? combinations(inputs).map(row => askedRow(row, inputs, outputs)) : [];
    all.replaceChildren(...asked.map(row => row.element));
    const wanted = `${run.columns.join("\n")}|${outputs}`;
    if (columns !== wanted) buildFields(run.columns, outputs);
    columns = wanted;
    kept = null;
  }

  /** @param {string[]} names @param {number} outputs */
  function buildFields(names, outputs) {
    const old = fields().map(input => input.value);
    const button = html("button", { type: "submit", class: "plain", form: FORM }, "Try");
    const last = html("td", {}, button);
    last.colSpan = outputs + 2;
    foot.replaceChildren(html("tr", {}, ...names.map((name, i) => {
      const input = numberField(`${name} to try`, old[i] ?? "", 3);
      input.setAttribute("form", FORM);
      return html("td", {}, labelled(input));
    }), last));
  }

  /** @param {number[][]} rows @param {number} inputs @param {number} outputs */
  function keep(rows, inputs, outputs) {
    const held = own.contains(document.activeElement);
    tried = rows.map((row, index) => {
      const forget = html("button", { type: "button", class: "plain", "aria-label": `Forget ${row.join(", ")}` }, "×");
      forget.addEventListener("click", () => lab.send({ type: "forget_inputs", index }, ({ message }) => refusal.tell(message)));
      return askedRow(row, inputs, outputs, forget);
    });
    own.replaceChildren(...tried.map(row => row.element));
    if (held) (own.querySelector("button") ?? fields()[0])?.focus();
    kept = rows;
  }

  return {
    paint(state) {
      const { run, frame, controls, welcome } = state;
      if (!run || !frame || !controls) return;
      const [inputs, outputs] = [frame.weights[0].length, frame.weights[frame.weights.length - 1][0].length];
      const wanted = `${shapeOf(frame)} ${run.columns.join("\n")}`;
      const fresh = shape !== wanted || drawn !== run || kept !== controls.tried;
      if (shape !== wanted) build(run, outputs);
      const newest = kept && controls.tried.length === kept.length + 1;
      if (kept !== controls.tried) keep(controls.tried, inputs, outputs);
      if (!fresh && !readable(state)) return;
      const step = isStep(run.code);
      for (const row of [...asked, ...tried]) {
        writeAnswers(row, row.inputs.length === inputs ? answer(row.inputs, frame.weights, step) : []);
        if (fresh) say(row.taught, isAmong(row.inputs, run.inputs) ? "taught" : "");
      }
      if (newest) tell(frame.weights, step);
      if (fresh) explain(run, controls.tried.length, welcome?.limits.tried ?? 0);
      [shape, drawn] = [wanted, run];
    },
  };

  /** @param {number[][][]} weights @param {boolean} step */
  function tell(weights, step) {
    const { inputs } = tried[tried.length - 1];
    say(told, `${inputs.join(", ")}: the network answers ${answer(inputs, weights, step).map(value => value.toFixed(5)).join(", ")}`);
  }

  /** @param {import("../messages.js").Snapshot} run @param {number} rows @param {number} most */
  function explain(run, rows, most) {
    const names = run.frame.weights.map((_, i) => `syn${i}`).join(" and ");
    say(lead, `The network answers from its weights alone: ${names}.`);
    const inputs = run.columns.length;
    const many = inputs > MOST_INPUTS ? `${inputs} inputs have ${count(2 ** inputs, "combination")} of 0 and 1: try rows of your own. ` : "";
    const partly = isPartial(run) ? `“taught” marks what is among ${inView(run)}. ` : "";
    const own = rows ? `${count(rows, "row")} of your own; up to ${most} are kept.` : `Up to ${most} rows of your own are kept.`;
    say(note, many + partly + own);
  }
}
