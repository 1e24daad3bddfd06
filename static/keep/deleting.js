// @ts-check
/** A run is deleted by two presses: the first asks, and forgets about it after a while. */

import { html, svg } from "../dom.js";

const PATIENCE = 5_000;

/** @param {string} title @param {() => void} remove */
export function deleting(title, remove) {
  const bin = svg("svg", { viewBox: "0 0 20 20", "aria-hidden": "true" },
    svg("path", { d: "M4 5.6h12M8 5.4V3.6h4v1.8M5.6 5.8l.7 10.6h7.4l.7-10.6M8.4 8.6v5M11.6 8.6v5" }));
  const button = html("button", { type: "button", class: "icon run-tool" }, bin);
  let timer = 0;

  function calm() {
    clearTimeout(timer);
    button.classList.remove("sure");
    button.setAttribute("aria-label", `Delete ${title}`);
    button.replaceChildren(bin);
  }

  button.addEventListener("click", () => {
    if (button.classList.contains("sure")) {
      calm();
      return remove();
    }
    button.classList.add("sure");
    button.setAttribute("aria-label", `Delete ${title} for good: press again`);
    button.replaceChildren("Delete for good?");
    timer = setTimeout(calm, PATIENCE);
  });
  button.addEventListener("blur", calm);
  calm();
  return button;
}
