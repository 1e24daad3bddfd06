// @ts-check
/**
 * Both programs as one list, or one of them alone. What is written otherwise is underlined and the line carries a sign;
 * what a line is for can be lit.
 *
 * @typedef {import("./pairs.js").Pair} Pair
 * @typedef {import("./pairs.js").Which} Which
 * @typedef {import("./pairs.js").Role} Role
 */

import { settle, walkable } from "../code/walking.js";
import { html } from "../dom.js";
import { pieces } from "../python.js";
import { cut } from "./pairs.js";

/** @type {Record<Pair["difference"], [sign: string, word: string]>} */
const SIGNS = { same: ["=", "the same"], names: ["≈", "only names differ"], other: ["≠", "differs"], new: ["+", "new"] };
/** @type {Record<Role, [sign: string, word: string]>} */
const ROLES = { carry: ["←", "carries the error back"], step: ["Δ", "changes weights"] };

/** @param {Pair[]} all @param {(pair: Pair) => void} looked */
export function listing(all, looked) {
  const list = html("ol", { class: "scripts-list" });
  /** @type {Map<HTMLLIElement, Pair>} */
  const made = new Map();
  walkable(list);
  list.addEventListener("pointerover", event => look(event.target));
  list.addEventListener("focusin", event => look(event.target));
  list.addEventListener("click", event => look(event.target));

  /** @param {EventTarget | null} target */
  function look(target) {
    const line = target instanceof Element ? target.closest("li") : null;
    const pair = line && made.get(line);
    if (!pair || line.classList.contains("looked")) return;
    for (const other of made.keys()) other.classList.toggle("looked", other === line);
    looked(pair);
  }

  return {
    element: list,
    /** @param {"both" | Which} shown */
    show(shown) {
      const label = shown === "both" ? "the eleven lines and the thirteen, line by line" : `the ${shown} lines`;
      list.setAttribute("aria-label", `${label}; the arrow keys go from line to line, and each says what it is for`);
      list.dataset.shown = shown;
      made.clear();
      for (const pair of all) {
        if (shown === "both" || pair[shown]) made.set(line(pair, shown), pair);
      }
      list.replaceChildren(...made.keys());
      const first = list.querySelector("li");
      if (first) settle(list, first);
    },
    /** @param {Role | null} role */
    light(role) {
      list.dataset.lit = role ?? "none";
    },
  };
}

/** @param {Pair} pair @param {"both" | Which} shown */
function line(pair, shown) {
  const element = html("li", { tabindex: -1, "data-difference": pair.difference, "data-role": pair.role });
  const alike = pair.eleven?.text === pair.thirteen?.text;
  const [sign, word] = SIGNS[pair.difference];
  if (shown === "both") {
    const rows = alike ? [row(pair, ["eleven", "thirteen"])] : [...(pair.eleven ? [row(pair, ["eleven"])] : []), row(pair, ["thirteen"])];
    element.append(mark(sign, word, "scripts-sign"), html("div", {}, ...rows));
  } else {
    element.append(html("div", {}, row(pair, [shown])));
  }
  if (pair.role) element.append(mark(ROLES[pair.role][0], ROLES[pair.role][1], "scripts-role"));
  return element;
}

/** @param {Pair} pair @param {Which[]} of the programs that have this line so */
function row(pair, of) {
  const side = pair[of[0]];
  const numbers = of.length === 2 ? [pair.eleven?.number, pair.thirteen?.number] : of[0] === "eleven" ? [side?.number, null] : [null, side?.number];
  const spoken = of.length === 2 ? "in both: " : `in the ${of[0]}: `;
  const indented = /^ */.exec(side?.text ?? "")?.[0].length ?? 0;
  const code = html("code", { class: indented ? "inner" : null }, " ".repeat(indented), ...(side ? parts(side, pair.role) : []));
  return html("div", { class: `scripts-row ${of.length === 2 ? "both" : of[0]}` },
    html("span", { class: "chart-voice" }, spoken),
    ...numbers.map((number, i) => html("i", { class: i ? "second" : "first" }, number == null ? "" : String(number))), code);
}

/** What stands together for one thing is one element. @param {import("./pairs.js").Side} side @param {Role | null} role */
function parts(side, role) {
  /** @type {HTMLSpanElement[]} */
  const made = [];
  for (const piece of cut({ ...side, text: side.text.trimStart() }, role)) {
    if (made.at(-1)?.dataset.role !== (piece.role ?? "none")) made.push(html("span", { "data-role": piece.role ?? "none" }));
    const kind = piece.marked ? "otherwise" : piece.renamed ? "renamed" : null;
    made.at(-1)?.append(html("span", { class: kind }, ...inked(piece.text)));
  }
  return made;
}

/** @param {string} text */
function inked(text) {
  return pieces(text).map(({ kind, text: piece }) => (kind === "text" || kind === "name" ? piece : html("span", { class: kind }, piece)));
}

/** A sign for those who see, its words for those who listen. @param {string} sign @param {string} word @param {string} kind */
function mark(sign, word, kind) {
  return html("span", { class: kind }, html("span", { "aria-hidden": "true" }, sign), html("span", { class: "chart-voice" }, ` ${word}: `));
}
