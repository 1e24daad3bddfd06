// @ts-check
/**
 * The pushes of all examples in view, one below the other, and what they add up to.
 *
 * @typedef {import("./pushes.js").Pushes} Pushes
 * @typedef {import("./pushes.js").Push} Push
 *
 * @typedef {object} Row
 * @property {HTMLTableRowElement} element
 * @property {HTMLElement[]} texts example, input, delta, push
 * @property {HTMLElement} bar
 * @property {number} row the example it shows
 */

import { html, say, set } from "../dom.js";
import { whole } from "../numbers.js";
import { change, given, writingOf } from "./figures.js";
import { ordered } from "./pushes.js";

/** @param {import("../lab.js").Lab} lab */
export function pushTable(lab) {
  const heads = ["example", "", "", "= push"].map(text => html("th", { scope: "col" }, text));
  const body = html("tbody");
  const others = footRow("");
  const sum = footRow("sum");
  const table = html("table", { class: "push-table" },
    html("thead", {}, html("tr", {}, ...heads, html("td"))), body, html("tfoot", {}, others.element, sum.element));
  const element = html("div", { class: "push-rows", tabindex: 0, role: "group", "aria-label": "the pushes" }, table);
  /** @type {Row[]} */
  let rows = [];

  /** @param {Pushes} pushes */
  function build({ all }) {
    rows = all.map(() => rowOf());
    body.replaceChildren(...rows.map(row => row.element));
    rows.forEach(row => {
      row.element.addEventListener("click", () => lab.chooseRow(row.row));
      row.element.addEventListener("keydown", event => walk(event, row));
    });
  }

  /** @param {KeyboardEvent} event @param {Row} row */
  function walk(event, row) {
    const at = rows.indexOf(row);
    /** @type {Record<string, Row | undefined>} */
    const moves = { ArrowDown: rows[at + 1], ArrowUp: rows[at - 1], Home: rows[0], End: rows[rows.length - 1], Enter: row, " ": row };
    if (!(event.key in moves)) return;
    event.preventDefault();
    const next = moves[event.key];
    if (!next) return;
    lab.chooseRow(next.row);
    next.element.focus();
  }

  return {
    element,
    /** @param {Pushes} pushes @param {number} chosen @param {boolean} bySize */
    paint(pushes, chosen, bySize) {
      if (rows.length !== pushes.all.length) build(pushes);
      set(table, "aria-label", `what each example asks of ${pushes.update.replace("_update", "")}`);
      say(heads[1], pushes.input);
      say(heads[2], `× ${pushes.delta}`);
      const { decimals, adds, multiplies } = writingOf(pushes);
      say(heads[3], pushes.flipped ? "→ −push" : `${multiplies ? "=" : "≈"} push`);
      const most = Math.max(...pushes.all.map(({ push }) => Math.abs(push))) || 1;
      const anyChosen = pushes.all.some(({ row }) => row === chosen);
      ordered(pushes.all, bySize).forEach((push, i) => write(rows[i], push, most, anyChosen ? push.row === chosen : i === 0, chosen, decimals));
      others.element.hidden = pushes.hidden === 0;
      others.show(`${whole(pushes.hidden)} more`, pushes.others, decimals);
      const all = pushes.hidden ? `all ${whole(pushes.hidden + pushes.all.length)}` : "sum";
      sum.show(adds ? all : `${all} ≈`, pushes.sum, decimals);
    },
  };
}

/** @returns {Row} */
function rowOf() {
  const texts = [html("th", { scope: "row" }), html("td"), html("td"), html("td", { class: "push" })];
  const bar = html("i");
  const element = html("tr", {}, ...texts, html("td", { class: "gauge", role: "presentation" }, html("span", {}, bar)));
  return { element, texts, bar, row: 0 };
}

/** @param {Row} row @param {Push} push @param {number} most @param {boolean} stop whether the tab key stops here @param {number} chosen @param {number} decimals */
function write(row, push, most, stop, chosen, decimals) {
  row.row = push.row;
  const words = [String(push.row + 1), given(push.input, decimals), change(push.delta, decimals), change(push.push, decimals)];
  words.forEach((text, i) => say(row.texts[i], text));
  // One that leaves its weight alone is worth noticing too.
  set(row.element, "class", push.push < 0 ? "down" : push.push > 0 ? "up" : "none");
  set(row.element, "aria-current", String(push.row === chosen));
  if (row.element.tabIndex !== (stop ? 0 : -1)) row.element.tabIndex = stop ? 0 : -1;
  const length = Number.isFinite(push.push) ? push.push / most : 0;
  set(row.bar, "style", `transform: scaleX(${length.toFixed(3)})`);
}

/** @param {string} name */
function footRow(name) {
  const title = html("th", { scope: "row", colspan: 3 }, name);
  const value = html("td", { class: "push" });
  return {
    element: html("tr", {}, title, value, html("td")),
    /** @param {string} text @param {number} sum @param {number} decimals */
    show(text, sum, decimals) {
      say(title, text);
      say(value, change(sum, decimals));
    },
  };
}
