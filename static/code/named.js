// @ts-check
/**
 * Texts in which every name of the code explains itself: on hover, on focus and on a tap.
 *
 * Names in running text are tab stops only where asked for: a paragraph with ten names must not cost ten presses.
 */

import { html, say } from "../dom.js";
import { cutAtNames } from "./names.js";

/** One name. @param {string} name @param {number} [tabindex] @param {string} [text] what stands there, if not the name itself */
export function nameSpan(name, tabindex = 0, text = name) {
  return html("span", { class: "name", "data-name": name, tabindex }, text);
}

/** @param {string} text @param {number} [tabindex] of each name @returns {Node[]} */
export function named(text, tabindex = 0) {
  return cutAtNames(text).map((piece, i) => (i % 2 ? nameSpan(piece, tabindex) : document.createTextNode(piece)));
}

/**
 * Write such a text into an element, when it differs. As long as the names are the same they stay, and with them the
 * focus and what is being explained, while the numbers around them change.
 *
 * @param {Element} element
 * @param {string} text
 * @param {number} [tabindex]
 */
export function sayNamed(element, text, tabindex = 0) {
  if (element.textContent === text) return;
  const cut = cutAtNames(text);
  const nodes = [...element.childNodes];
  const same = nodes.length === cut.length && cut.every((piece, i) => i % 2 === 0 || nodes[i].textContent === piece);
  if (same) cut.forEach((piece, i) => say(nodes[i], piece));
  else element.replaceChildren(...named(text, tabindex));
}
