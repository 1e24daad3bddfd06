// @ts-check
/** An address to be copied. */

import { copyText } from "../clipboard.js";
import { html } from "../dom.js";

const NOT_COPIED = "This browser does not let the page copy; select the link instead.";

/** @param {string} name @param {(sentence: string) => void} tell */
export function copyLine(name, tell) {
  const input = html("input", { type: "text", readonly: true, "aria-label": name });
  const copy = html("button", { type: "button", class: "plain", "aria-label": `Copy the ${name}` }, "Copy");
  const element = html("div", { class: "share-line" }, html("span", { class: "typed" }, input), copy);
  input.addEventListener("focus", () => input.select());
  copy.addEventListener("click", async () => tell(await copyText(input.value) ? "Copied." : NOT_COPIED));
  return {
    element,
    focus: () => copy.focus(),
    /** An empty one hides the line. @param {string} text */
    show(text) {
      if (input.value !== text) input.value = text;
      element.hidden = text === "";
    },
  };
}
