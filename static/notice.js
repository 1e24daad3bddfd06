// @ts-check
/** Sentences for the person: quiet ones that go by themselves, and ones that stay until they are read. */

import { html } from "./dom.js";

const QUIET_FOR = 6_000;

/** @param {HTMLElement} corner */
export function notices(corner) {
  /** @param {string} sentence @param {"status" | "alert"} role @param {Node[]} more */
  function put(sentence, role, ...more) {
    for (const old of corner.querySelectorAll("p")) if (old.textContent === sentence) old.parentElement?.remove();
    const close = html("button", { type: "button", class: "icon", "aria-label": "Dismiss" }, "×");
    const card = html("div", { class: `notice ${role}`, role }, html("p", {}, sentence), ...more, close);
    close.addEventListener("click", () => card.remove());
    corner.append(card);
    return card;
  }

  /** @type {HTMLElement | null} */
  let standing = null;

  return {
    /** A quiet remark. @param {string} sentence */
    say(sentence) {
      const card = put(sentence, "status");
      setTimeout(() => card.remove(), QUIET_FOR);
    },
    /** Something went wrong, and nothing on the page is the place to say so. @param {string} sentence */
    warn(sentence) {
      put(sentence, "alert");
    },
    /** There is no connection, for a reason. @param {string} sentence @param {() => void} again */
    stopped(sentence, again) {
      const button = html("button", { type: "button", class: "plain" }, "Try again");
      button.addEventListener("click", again);
      standing?.remove();
      standing = put(sentence, "alert", button);
    },
    /** There is one again. */
    healed() {
      standing?.remove();
    },
  };
}
