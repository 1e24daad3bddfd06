// @ts-check
/**
 * Why training stands still or has broken down: the sentence, whom it is about, and what could be tried.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../messages.js").Why} Why
 * @typedef {{element: HTMLElement, write: (state: State) => void}} Chip
 */

import { sayNamed } from "../code/named.js";
import { html, say, set } from "../dom.js";
import { powers } from "../numbers.js";
import { actionsFor } from "./actions.js";
import { light } from "./light.js";
import { slopeBars, slopeOf, worded } from "./slopes.js";
import { unbroken } from "./wording.js";

/** More than a handful is told as a number. */
const MOST_CHIPS = 5;
/** A unit has a bar for each example, but for no more than so many. */
const MOST_BARS = 8;

/** @param {import("../lab.js").Lab} lab */
export function autopsy(lab) {
  const finding = html("p", { class: "finding" });
  const advice = html("p", { class: "advice" });
  const actions = html("span", { class: "actions" });
  const concerned = html("div", { class: "concerned" });
  const element = html("div", { class: "autopsy", hidden: true }, finding, html("div", { class: "remedy" }, advice, actions), concerned);
  /** @type {Chip[]} */
  let chips = [];
  let drawn = "";
  let offered = "";

  /** @param {Why} why @param {number} examples in view */
  function build({ rows, units }, examples) {
    const ofRows = rows.slice(0, MOST_CHIPS).map(row => rowChip(row, lab));
    const ofUnits = units.slice(0, MOST_CHIPS).map(([layer, unit]) => unitChip(layer, unit, Math.min(MOST_BARS, examples)));
    chips = [...ofRows, ...ofUnits];
    const groups = [groupOf("examples", ofRows, rows.length), groupOf("flat units", ofUnits, units.length)];
    concerned.replaceChildren(...groups.filter(group => group !== null));
  }

  /** @param {Why} why @param {State} state */
  function offer(why, { run, controls }) {
    if (!run || !controls) return;
    const asked = actionsFor(why, run, controls);
    const labels = asked.map(({ label }) => label).join();
    if (labels === offered) return;
    offered = labels;
    actions.replaceChildren(...asked.map(({ label, verbs }) => {
      const button = html("button", { type: "button", class: "plain" }, label);
      button.addEventListener("click", () => verbs.forEach(verb => lab.send(verb)));
      return button;
    }));
  }

  return {
    element,
    /** @param {State} state */
    paint(state) {
      const why = state.frame?.why ?? null;
      element.hidden = why === null;
      if (!why) return;
      sayNamed(finding, unbroken(powers(why.sentence)), -1);
      say(advice, why.advice);
      offer(why, state);
      const examples = state.run?.inputs.length ?? 0;
      const wanted = JSON.stringify([why.rows, why.units, state.run?.run, examples]);
      if (wanted !== drawn) build(why, examples);
      drawn = wanted;
      for (const chip of chips) chip.write(state);
    },
  };
}

/** @param {string} noun @param {Chip[]} chips @param {number} count */
function groupOf(noun, chips, count) {
  if (!chips.length) return null;
  const more = count > chips.length ? [html("span", { class: "more" }, `and ${count - chips.length} more`)] : [];
  return html("p", { role: "group", "aria-label": `${noun} concerned` }, html("span", { class: "noun" }, noun), ...chips.map(chip => chip.element), ...more);
}

/** @param {number} row @param {import("../lab.js").Lab} lab @returns {Chip} */
function rowChip(row, lab) {
  const bars = slopeBars(1);
  const slope = html("span", { class: "number" });
  const button = html("button", { type: "button", class: "chip" }, String(row + 1), bars.element, slope);
  button.addEventListener("click", () => lab.chooseRow(row));
  return {
    element: button,
    write({ frame, controls }) {
      const outputs = frame?.layers[frame.layers.length - 1][row - frame.first_row];
      const text = outputs ? worded(outputs.slice(0, 1).map(slopeOf)) : "";
      bars.show(outputs ? [slopeOf(outputs[0])] : []);
      bars.element.hidden = !outputs;
      say(slope, text);
      set(button, "aria-label", `example ${row + 1}${text && `, its output has a ${text} of at most 0.25`}`);
      set(button, "aria-pressed", String(controls?.row === row));
    },
  };
}

/** @param {number} layer @param {number} unit @param {number} count of bars @returns {Chip} */
function unitChip(layer, unit, count) {
  const bars = slopeBars(count);
  const slope = html("span", { class: "number" });
  const name = `l${layer}[${unit}]`;
  const button = html("button", { type: "button", class: "chip" }, name, bars.element, slope);
  light(button, () => [`n${layer}.${unit}`]);
  return {
    element: button,
    write({ frame }) {
      const slopes = (frame?.layers[layer - 1] ?? []).map(outputs => slopeOf(outputs[unit]));
      bars.show(slopes);
      say(slope, slopes.length ? worded(slopes) : "");
      set(button, "aria-label", `unit ${name}: ${slopes.length ? worded(slopes) : "no slopes"} of at most 0.25 in the examples in view`);
    },
  };
}
