// @ts-check
/** What several of the pieces are handled with: cells and sliders for numbers, steppers, rows of buttons. */

import { button } from "../charts/choice.js";
import { html, say } from "../dom.js";
import { field } from "../field.js";
import { numberOf } from "./typed.js";

/** @typedef {(text: string) => {value: number} | {refusal: string}} Reading */

let count = 0;

/**
 * A cell to type a number into; what is none is refused there.
 *
 * @param {string} label
 * @param {(value: number) => void} changed
 * @param {Reading} [read]
 * @param {"text" | "decimal" | "numeric"} [keypad] of a phone: only "text" has a minus, and "numeric" has no point
 */
export function numberCell(label, changed, read = numberOf, keypad = "text") {
  const input = html("input", {
    id: `piece-${count++}`, type: "text", inputmode: keypad, autocomplete: "off", "aria-label": label,
  });
  const element = html("span", { class: "typed" }, input);
  const typed = field(input, (text, refused) => {
    const found = read(text);
    if ("value" in found) changed(found.value);
    else refused({ type: "error", code: "bad_value", message: found.refusal, field: null, request: null });
    return true;
  });
  return { element, input, show: (/** @type {number} */ value) => typed.show(plain(value)) };
}

/** As a person would type it. @param {number} value */
function plain(value) {
  return String(Number(value.toPrecision(10))).replace("-", "−");
}

/**
 * A whole number with a button on either side.
 *
 * @param {string} label
 * @param {number} low
 * @param {number} high
 * @param {(value: number) => void} changed
 */
export function stepper(label, low, high, changed) {
  let value = low;
  const shown = html("output", { "aria-label": label });
  const element = html("span", { class: "stepper", role: "group", "aria-label": label });
  const fewer = button(element, "−", "", () => changed(value - 1));
  element.append(shown);
  const more = button(element, "+", "", () => changed(value + 1));
  fewer.setAttribute("aria-label", `fewer ${label}`);
  more.setAttribute("aria-label", `more ${label}`);
  return {
    element,
    /** @param {number} now */
    show(now) {
      value = now;
      say(shown, String(now));
      // Not disabled: whoever pressed it last would lose the focus.
      fewer.setAttribute("aria-disabled", String(now <= low));
      more.setAttribute("aria-disabled", String(now >= high));
    },
  };
}

/**
 * A slider over plain numbers, with the number beside its name.
 *
 * @param {string} name as it is shown: "x", "h"
 * @param {{low: number, high: number, step: number, text?: (value: number) => string, changed: (value: number) => void}} wishes
 */
export function slide(name, { low, high, step, text = plain, changed }) {
  const input = html("input", { type: "range", min: low, max: high, step, "aria-label": name });
  const shown = html("output", { class: "slide-value" });
  const element = html("div", { class: "slide" }, html("span", {}, `${name} =`), shown, input);
  input.addEventListener("input", () => changed(Number(input.value)));
  return {
    element,
    /** @param {number} value */
    show(value) {
      if (Number(input.value) !== value) input.value = String(value);
      input.style.setProperty("--fill", String((value - low) / (high - low)));
      input.setAttribute("aria-valuetext", text(value));
      say(shown, text(value));
    },
  };
}

/**
 * A row of buttons, each of which sets an example up.
 *
 * @param {string} label
 * @param {{text: string, sentence: string, pressed: () => void}[]} examples
 */
export function examplesRow(label, examples) {
  const row = html("div", { class: "piece-row", role: "group", "aria-label": label });
  for (const { text, sentence, pressed } of examples) button(row, text, sentence, pressed);
  return row;
}

/** What the piece is, in a sentence or two. @param {string} text */
export function opening(text) {
  return html("p", { class: "piece-opening" }, text);
}

/** Where the outcome is told, also to those who do not see it. @param {string} [className] */
export function outcome(className = "piece-outcome") {
  return html("p", { class: className, role: "status" });
}

/** A link that leaves the lab; nothing here needs it. @param {string} text @param {string} address */
export function outside(text, address) {
  const mark = html("span", { class: "outside-mark", "aria-hidden": "true" }, " ↗");
  const spoken = html("span", { class: "chart-voice" }, " (outside the lab, in a new tab)");
  return html("a", { class: "outside", href: address, target: "_blank", rel: "noopener noreferrer" }, text, mark, spoken);
}
