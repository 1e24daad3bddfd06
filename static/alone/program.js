// @ts-check
/** The program that the run follows, in the colours of the lab. */

import { html } from "../dom.js";
import { pieces } from "../python.js";

/** @param {HTMLElement} element @param {string} text */
export function program(element, text) {
  const lines = text.trimEnd().split("\n").map(line => html("li", {}, html("span", { class: "text" },
    ...pieces(line).map(({ kind, text }) => (kind === "text" || kind === "name" ? text : html("span", { class: kind }, text))))));
  element.append(html("ol", { class: "code", tabindex: 0, "aria-label": "the program" }, ...lines));
}
