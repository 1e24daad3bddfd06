// @ts-check
/** The three rules as three pieces of code to choose from, each with the numbers of the step it would take now. */

import { html, say, set } from "../dom.js";
import { RULES } from "./rules.js";

/** @param {(rule: string) => void} chosen */
export function cards(chosen) {
  const element = html("div", { class: "bucket-cards", role: "group", "aria-label": "The rule of the ball" });
  const made = Object.values(RULES).map((rule, i) => {
    const now = html("code", { class: "now" });
    const button = html(
      "button", { type: "button", class: "bucket-card", "aria-pressed": "false", "aria-label": `Rule ${i + 1}: ${rule.title}. ${rule.idea}` },
      html("span", { class: "idea" }, html("b", {}, `${i + 1}`), ` ${rule.idea}`),
      html("code", {}, rule.code.join("\n")),
      now,
    );
    button.addEventListener("click", () => chosen(rule.name));
    element.append(button);
    return { rule, button, now };
  });
  return {
    element,
    /** @param {string} name @param {{x: number, slope: number, settings: import("./rules.js").Settings} | null} at null: there is no ball */
    paint(name, at) {
      for (const { rule, button, now } of made) {
        set(button, "aria-pressed", String(rule.name === name));
        say(now, at ? rule.now(at.x, at.slope, at.settings) : " ");
      }
    },
  };
}
