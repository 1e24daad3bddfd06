// @ts-check
/**
 * Hidden units that do the same: each against each, by their weights or by what they answer, live.
 *
 * @typedef {import("../../lab.js").State} State
 * @typedef {import("../../twins/words.js").By} By
 */

import { readable } from "../../cadence.js";
import { segments } from "../../charts/choice.js";
import { html, say, set } from "../../dom.js";
import { tabMemory } from "../../memory.js";
import { fixed } from "../../numbers.js";
import { slide } from "../../pieces/parts.js";
import { styleSheet } from "../../sheet.js";
import { heat } from "../../twins/heat.js";
import { closest, correlations, cosines, found, silent } from "../../twins/likeness.js";
import { pairCard } from "../../twins/pair.js";
import { likenessTable } from "../../twins/table.js";
import { telling } from "../../twins/told.js";
import { ABOUT, likenessText, said, unitName } from "../../twins/words.js";

/** With more units than this their likeness is drawn and not written; on a tablet and a phone there is room for fewer. */
const WRITTEN = 12;
const WRITTEN_NARROW = 8;
const LISTED = 8;
const [BY, LEAST] = ["twins-by", "twins-likeness"];
const FLAT = "This network has no hidden units: nothing in it could be there twice. “Hidden layer (XOR)” above has some.";
const BROKEN = "The weights are no ordinary numbers any more, so nothing can be compared.";
const REMARK =
  "A large hidden layer is many random starts at once: each unit looks for something to do from its own. Where two end at the same, " +
  "one search was for nothing. Dropout, which is made against that, is not in the lab yet.";

/** @param {HTMLElement} element @param {import("../../lab.js").Lab} lab @returns {Promise<import("../../lab.js").Panel>} */
export async function twinsPanel(element, lab) {
  await styleSheet(lab.url("twins.css"));
  /** @type {By} */
  let by = tabMemory.get(BY) === "answers" ? "answers" : "weights";
  let least = likenessOf(tabMemory.get(LEAST));
  /** @type {{a: number, b: number} | null} */
  let couple = null;
  /** What is lit in the drawing of the network. */
  let lit = "";
  /** What was compared last. @type {Parameters<typeof pair.show>[1] | null} */
  let compared = null;
  /** @type {unknown[]} */
  let drawn = [];

  const choice = segments(html("div"), "Compare", value => {
    by = value === "answers" ? "answers" : "weights";
    tabMemory.set(BY, by);
    again();
  });
  choice.offer([
    { value: "weights", text: "by weights", sentence: ABOUT.weights },
    { value: "answers", text: "by answers", sentence: ABOUT.answers },
  ]);
  const slider = slide("likeness", { low: 0.5, high: 1, step: 0.005, text: value => fixed(value, 3), changed: value => {
    least = value;
    tabMemory.set(LEAST, String(value));
    again();
  } });
  const told = telling();
  const [table, picture, pair] = [likenessTable(look), heat(look), pairCard()];
  const list = html("ol", { class: "twins-list", "aria-label": "the closest pairs" });
  const buttons = Array.from({ length: LISTED }, () => html("button", { type: "button", class: "chart-button" }));
  list.append(...buttons.map(button => html("li", {}, button)));
  for (const button of buttons) {
    for (const event of ["focus", "pointerenter", "click"]) button.addEventListener(event, () => look(Number(button.dataset.a), Number(button.dataset.b)));
  }
  const many = html("div", { class: "twins-many" }, picture.element, list);
  const all = html("div", { class: "twins-all" }, html("div", { class: "twins-bar" }, choice.group, slider.element), told.element, table.element, many, pair.element);
  const flat = html("p");
  element.replaceChildren(flat, all, html("p", { class: "twins-remark" }, REMARK));
  for (const event of ["pointerleave", "focusout"]) all.addEventListener(event, () => point(false));

  function again() {
    drawn = [];
    paint(lab.state());
  }

  /** @param {number} a @param {number} b */
  function look(a, b) {
    couple = { a, b };
    point(true);
    if (compared) pair.show(couple, compared);
  }

  /** Both in the drawing of the network. @param {boolean} wanted */
  function point(wanted) {
    const parts = wanted && couple ? [...new Set([couple.a, couple.b])].map(unit => `n1.${unit}`) : [];
    if (parts.join() === lit) return;
    lit = parts.join();
    document.dispatchEvent(new CustomEvent("parts", { detail: { parts } }));
  }

  /** @param {State} state */
  function paint(state) {
    const { frame, run, controls } = state;
    if (!frame || !run || !readable(state)) return;
    if (drawn[0] === frame && drawn[1] === run) return;
    drawn = [frame, run];
    choice.select(by);
    slider.show(least);
    const [syn0, answers] = [frame.weights[0], frame.layers[0]];
    const broken = !syn0.flat().every(Number.isFinite);
    flat.hidden = frame.weights.length > 1 && !broken;
    all.hidden = !flat.hidden;
    say(flat, broken ? BROKEN : FLAT);
    compared = null;
    if (all.hidden) return;
    const units = syn0[0].length;
    if (couple && Math.max(couple.a, couple.b) >= units) couple = null;
    const matrix = by === "weights" ? syn0 : answers;
    const likeness = by === "weights" ? cosines(syn0) : correlations(answers);
    const part = run.rows > answers.length ? ` Answers are those to the ${answers.length} examples in view.` : "";
    set(told.element, "aria-live", controls?.playing ? "off" : "polite");
    told.show(said(found(likeness, least), units, least, silent(answers), by), part);
    const written = units <= (matchMedia("(max-width: 1179px)").matches ? WRITTEN_NARROW : WRITTEN);
    table.element.hidden = !written;
    many.hidden = written;
    if (written) table.show(likeness, least, by);
    else showMany(likeness, units);
    compared = { likeness, matrix, least, by };
    pair.show(couple, compared);
  }

  /** @param {number[][]} likeness @param {number} units */
  function showMany(likeness, units) {
    picture.show(likeness, `the likeness of ${units} units, each with each: blue alike, orange mirrored; the arrow keys go from pair to pair`);
    const pairs = closest(likeness, LISTED);
    buttons.forEach((button, i) => {
      button.hidden = !pairs[i];
      if (!pairs[i]) return;
      const { a, b, value } = pairs[i];
      Object.assign(button.dataset, { a, b });
      say(button, `${unitName(a)} ${unitName(b)} ${likenessText(value)}`);
      set(button, "class", `chart-button${value < 0 ? " negative" : ""}${Math.abs(value) >= least ? " same" : ""}`);
    });
  }

  return { paint, retheme: again };
}

/** @param {string | null} text */
function likenessOf(text) {
  const number = Number(text ?? NaN);
  return number >= 0.5 && number <= 1 ? number : 0.99;
}
