// @ts-check
/**
 * Something that can be done to the data: fields and buttons in a form, and under them the server's sentence when it
 * says no. What was typed stays.
 *
 * @typedef {import("../messages.js").ClientMessage} ClientMessage
 */

import { html, say } from "../dom.js";

/** A sentence under what it is about; an empty one takes it back. */
export function complaint() {
  const element = html("p", { class: "complaint", role: "alert", hidden: true });
  /** @param {string} sentence */
  function tell(sentence) {
    say(element, sentence);
    element.hidden = !sentence;
  }
  return { element, tell };
}

/** What was refused is forgotten once something else was granted. @param {Element} element with all its tools */
export function forgive(element) {
  for (const told of element.querySelectorAll(".complaint:not([hidden])")) {
    told.textContent = "";
    told.setAttribute("hidden", "");
  }
  for (const field of element.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
}

/**
 * @param {import("../lab.js").Lab} lab
 * @param {(pressed: string) => ClientMessage | string} ask by the value of the button pressed; a string is said instead
 * @param {...(Node | string)} children
 */
export function tool(lab, ask, ...children) {
  const refusal = complaint();
  const form = html("form", { class: "tool", novalidate: true }, ...children, refusal.element);
  form.addEventListener("input", () => refusal.tell(""));
  form.addEventListener("submit", event => {
    event.preventDefault();
    refusal.tell("");
    const verb = ask(event.submitter?.getAttribute("value") ?? "");
    if (typeof verb === "string") refusal.tell(verb);
    else if (lab.send(verb, ({ message }) => answered(message))) form.setAttribute("aria-busy", "true");
  });
  /** @param {string} sentence */
  function answered(sentence) {
    form.removeAttribute("aria-busy");
    refusal.tell(sentence);
  }
  return form;
}

/** @param {string} label @param {string} [value] @param {Record<string, string>} [more] */
export function press(label, value = "", more = {}) {
  return html("button", { type: "submit", class: "plain", value, ...more }, label);
}

/** @param {string} name for those who hear it @param {string} value @param {number} size */
export function numberField(name, value, size) {
  return html("input", { type: "text", inputmode: "decimal", autocomplete: "off", "aria-label": name, value, size });
}

/** @param {HTMLInputElement} input @param {...string} words beside it */
export function labelled(input, ...words) {
  return html("label", { class: "typed" }, ...words.map(word => html("span", {}, word)), input);
}
