// @ts-check
/**
 * While somebody walks through the loop, what is before it is folded into one line: it is done, and the matrices of the
 * line need the room.
 */

import { html, say, set } from "../dom.js";
import { settle } from "./walking.js";

/** @param {HTMLElement} list */
export function folding(list) {
  const button = html("button", { type: "button", class: "fold plain", "aria-expanded": false, hidden: true });
  let open = false;
  let drawn = "";
  button.addEventListener("click", () => {
    open = !open;
    show();
  });

  function show() {
    const folded = !button.hidden && !open;
    set(button, "aria-expanded", String(open));
    list.classList.toggle("folded", folded);
    const stop = list.querySelector("li[tabindex='0']");
    const first = list.querySelector("li:not([data-task='setup'])");
    if (folded && stop?.matches("[data-task='setup']") && first instanceof HTMLElement) settle(list, first);
  }

  return {
    button,
    /** @param {import("../messages.js").Line[]} code @param {boolean} walking */
    paint(code, walking) {
      const before = code.findIndex(({ task }) => task !== "setup");
      const now = `${before} ${walking}`;
      if (now === drawn) return;
      drawn = now;
      button.hidden = !walking || before < 2;
      list.style.setProperty("--before", String(before)); // what is not displayed is not counted
      say(button, `lines 1–${before}`);
      set(button, "aria-label", `lines 1–${before}: the data, and the first weights`);
      show();
    },
  };
}
