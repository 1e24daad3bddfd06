// @ts-check
/** How many moves somebody made, beside the three rules from the same start. */

import { html } from "../dom.js";
import { brief } from "../numbers.js";
import { action } from "./parts.js";
import { RULES } from "./rules.js";

const ENDS = { gone: "leaves the frame", bounce: "bounces for ever", jumping: "never settles", timid: "too slow", rest: "rests elsewhere" };

/** @typedef {{rule: string, settings: import("./rules.js").Settings, steps: number, bottom: number, end: import("./roll.js").End | null}} Result */

/** @param {(rule: string) => void} watch */
export function scoreTable(watch) {
  const rows = html("tbody");
  const heads = ["", "moves", "ends", ""].map(text => html("th", { scope: "col" }, text));
  const element = html(
    "table", { class: "bucket-score", "aria-label": "You and the three rules, from the same start" },
    html("thead", {}, html("tr", {}, ...heads)), rows,
  );

  /** @param {Result} result @param {(bottom: number) => string} which */
  function ruleRow({ rule, settings, steps, bottom, end }, which) {
    const name = `${RULES[rule].title}${setting(rule, settings)}`;
    const button = action("Watch", () => watch(rule));
    button.setAttribute("aria-label", `Watch ${name}`);
    return bottom < 0 ? row(name, "–", ENDS[end ?? "timid"], button) : row(name, String(steps), which(bottom), button);
  }

  return {
    element,
    /**
     * @param {{moves: number, ends: string}} you
     * @param {Result[]} results
     * @param {(bottom: number) => string} which
     */
    fill(you, results, which) {
      rows.replaceChildren(row("you", String(you.moves), you.ends), ...results.map(result => ruleRow(result, which)));
    },
  };
}

/** @param {string} rule @param {import("./rules.js").Settings} settings */
function setting(rule, { alpha, step }) {
  return { alpha: ` (${brief(alpha)})`, sign: ` (${brief(step)})` }[rule] ?? "";
}

/** @param {string} name @param {string} moves @param {string} ends @param {...HTMLElement} more */
function row(name, moves, ends, ...more) {
  return html("tr", {}, html("th", { scope: "row" }, name), html("td", {}, moves), html("td", { class: "bucket-where" }, ends), html("td", {}, ...more));
}
