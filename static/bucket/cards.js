// @ts-check
/**
 * The three rules as three pieces of code to choose from, each with the numbers of the step it would take now. Where
 * there is no room for that each is its title, and the code of the one that is chosen stands elsewhere.
 */

import { html, say, set } from "../dom.js";
import { RULES } from "./rules.js";

/** @param {(rule: string) => void} choose */
export function cards(choose) {
  const element = html("div", { class: "bucket-cards", role: "group", "aria-label": "The rule of the ball" });
  const chosen = html("div", { class: "bucket-rule" });
  const made = Object.values(RULES).map((rule, i) => {
    const parts = codeOf(rule, i);
    const button = html(
      "button", { type: "button", class: "bucket-card", "aria-pressed": "false", "aria-label": `Rule ${i + 1}: ${rule.title}. ${rule.idea}` },
      html("span", { class: "short" }, rule.title), ...parts.all,
    );
    button.addEventListener("click", () => choose(rule.name));
    element.append(button);
    const alone = codeOf(rule, i);
    return { rule, button, alone: alone.all, nows: [parts.now, alone.now] };
  });
  let shown = "";
  return {
    element, chosen,
    /** @param {string} name @param {{x: number, slope: number, settings: import("./rules.js").Settings} | null} at null: there is no ball */
    paint(name, at) {
      for (const { rule, button, alone, nows } of made) {
        set(button, "aria-pressed", String(rule.name === name));
        for (const now of nows) say(now, at ? rule.now(at.x, at.slope, at.settings) : " ");
        if (rule.name === name && shown !== name) chosen.replaceChildren(...alone);
      }
      shown = name;
    },
  };
}

/** @param {import("./rules.js").Rule} rule @param {number} i */
function codeOf({ idea, code }, i) {
  const now = html("code", { class: "now" });
  return { now, all: [html("span", { class: "idea" }, html("b", {}, `${i + 1}`), ` ${idea}`), html("code", {}, code.join("\n")), now] };
}
