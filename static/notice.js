// @ts-check
/** Sentences for the person: one quiet one at a time, that goes by itself, and others that stay until they are read. */

import { html } from "./dom.js";

/** Milliseconds of a quiet remark, and of one with a button, which somebody may be on the way to. */
const [QUIET_FOR, OFFERED_FOR] = [6_000, 20_000];

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
  /** @type {HTMLElement | null} */
  let quiet = null;

  return {
    /**
     * A quiet remark, in place of the one before; an empty one only takes that back. It may offer something to do.
     *
     * @param {string} sentence @param {{text: string, take: () => void}} [offer]
     */
    say(sentence, offer) {
      quiet?.remove();
      if (!sentence) return;
      const button = html("button", { type: "button", class: "plain" }, offer?.text ?? "");
      const card = put(sentence, "status", ...(offer ? [button] : []));
      quiet = card;
      button.addEventListener("click", () => {
        card.remove();
        offer?.take();
      });
      const leave = () => (card.contains(document.activeElement) ? setTimeout(leave, QUIET_FOR) : card.remove());
      setTimeout(leave, offer ? OFFERED_FOR : QUIET_FOR);
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
