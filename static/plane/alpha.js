// @ts-check
/** The plane's own alpha: a slider by powers of ten, and a field for any number between its ends. */

import { html } from "../dom.js";
import { field } from "../field.js";
import { brief } from "../numbers.js";

export const ALPHA = { low: 0.01, high: 1000 };
const PER_DECADE = 20;
const REFUSAL = "Type a number from 0.01 to 1000.";

/** What was typed, null if it is none that is allowed. @param {string} text */
export function alphaOf(text) {
  const plain = text.trim().replace(",", ".");
  const value = Number(plain);
  return /^[\d.]+(e[+-]?\d+)?$/i.test(plain) && value >= ALPHA.low && value <= ALPHA.high ? value : null;
}

/** @param {number} alpha */
export const positionOf = alpha => Math.round(Math.log10(alpha / ALPHA.low) * PER_DECADE);

/** Two figures: nobody means 1.122018. @param {number} position */
export const alphaAt = position => Number((ALPHA.low * 10 ** (position / PER_DECADE)).toPrecision(2));

/** @param {(alpha: number) => void} changed */
export function alphaControl(changed) {
  const input = html("input", { id: "plane-alpha", type: "text", inputmode: "decimal", autocomplete: "off", "aria-label": "alpha of the plane" });
  const range = html("input", { type: "range", min: 0, max: positionOf(ALPHA.high), step: 1, "aria-label": "alpha of the plane, as a slider" });
  const element = html("div", { class: "plane-alpha" }, html("span", {}, "alpha"), html("span", { class: "typed" }, input), range);
  const typed = field(input, (text, refused) => {
    const alpha = alphaOf(text);
    if (alpha !== null) changed(alpha);
    else refused({ type: "error", code: "bad_value", message: REFUSAL, field: null, request: null });
    return true;
  });
  range.addEventListener("input", () => changed(alphaAt(Number(range.value))));
  return {
    element,
    /** @param {number} alpha */
    show(alpha) {
      typed.show(brief(alpha));
      range.value = String(positionOf(alpha));
      range.setAttribute("aria-valuetext", brief(alpha));
      range.style.setProperty("--fill", String(positionOf(alpha) / positionOf(ALPHA.high)));
    },
  };
}
