// @ts-check
/** The number that the chosen rule goes by, right under Roll; each rule's in the same place, so that nothing moves. */

import { html } from "../dom.js";
import { named } from "./parts.js";

/** @param {HTMLElement} step the cell of the sign rule @param {HTMLElement} alpha its slider and cell */
export function settings(step, alpha) {
  const parts = {
    sign: html("div", { class: "bucket-step" }, named("step", step)),
    slope: html("p", { class: "bucket-step" }, html("code", {}, "x −= slope"), html("span", { class: "name" }, "There is no number to choose.")),
    alpha,
  };
  return {
    element: html("div", { class: "bucket-setting" }, ...Object.values(parts)),
    /** @param {string} rule */
    show(rule) {
      for (const [name, part] of Object.entries(parts)) part.classList.toggle("other", name !== rule);
    },
  };
}
