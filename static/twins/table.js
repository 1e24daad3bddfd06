// @ts-check
/** Every unit against every other as a table, to be pointed at and walked over. */

import { html, say, set } from "../dom.js";
import { fixed } from "../numbers.js";
import { roving } from "../studies/roving.js";
import { coupleWords, unitName } from "./words.js";

/** More units than these have smaller figures. */
const ROOMY = 8;

/** @param {(a: number, b: number) => void} looked */
export function likenessTable(looked) {
  const element = html("table", { class: "twins-table" });
  /** @type {HTMLButtonElement[][]} */
  let cells = [];
  const walk = roving(element, () => cells);

  /** @param {number} count */
  function build(count) {
    const units = Array.from({ length: count }, (_, unit) => unit);
    cells = units.map(a => units.map(b => {
      const cell = html("button", { type: "button", tabindex: -1, class: a === b ? "itself" : null });
      for (const event of ["focus", "pointerenter", "click"]) cell.addEventListener(event, () => looked(a, b));
      return cell;
    }));
    const head = html("tr", {}, html("td"), ...units.map(unit => html("th", { scope: "col" }, String(unit))));
    const rows = cells.map((row, a) => html("tr", {}, html("th", { scope: "row" }, unitName(a)), ...row.map(cell => html("td", {}, cell))));
    element.replaceChildren(html("thead", {}, head), html("tbody", {}, ...rows));
    element.style.setProperty("--units", String(count));
    element.classList.toggle("tight", count > ROOMY);
    walk.refresh();
  }

  return {
    element,
    /** @param {number[][]} likeness @param {number} least @param {import("./words.js").By} by */
    show(likeness, least, by) {
      if (cells.length !== likeness.length) build(likeness.length);
      likeness.forEach((row, a) => row.forEach((value, b) => {
        const cell = cells[a][b];
        say(cell, a === b ? "·" : fixed(value, 2).replace("0.", ".").replace("1.00", "1"));
        set(cell, "aria-label", coupleWords({ a, b, value }, least, by));
        set(cell, "class", a === b ? "itself" : `${value < 0 ? "negative" : ""}${Math.abs(value) >= least ? " same" : ""}`.trim());
        const strength = String(Number.isNaN(value) ? 0 : Math.round(Math.abs(value) * 20) / 20);
        if (cell.style.getPropertyValue("--strength") !== strength) cell.style.setProperty("--strength", strength);
      }));
    },
  };
}
