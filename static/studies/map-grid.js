// @ts-check
/** A map as a table: alphas across, hidden sizes down, and in every cell a button that tells of its runs and opens one. */

import { html, say, set } from "../dom.js";
import { brief, whole } from "../numbers.js";
import { signOf } from "./map-cells.js";
import { between, inkOn } from "./map-colour.js";
import { roving } from "./map-roving.js";
import { tellAndOpen } from "./map-told.js";
import { cellWords, textOf } from "./map-words.js";

/** @typedef {import("./map-cells.js").Cell} Cell */
/** @typedef {import("./map-cells.js").Shown} Shown */

/** @param {(row: number, column: number) => void} tell @param {(row: number, column: number) => void} open */
export function mapGrid(tell, open) {
  const [head, body] = [html("thead"), html("tbody")];
  const element = html("table", { class: "map-grid", "aria-label": "alpha × hidden size" }, head, body);
  /** @type {{button: HTMLButtonElement, sign: HTMLElement, text: HTMLElement}[][]} */
  let grid = [];
  let shape = "";
  const keys = roving(element, () => grid.map(row => row.map(({ button }) => button)));

  /** @param {Cell[][]} cells */
  function build(cells) {
    grid = cells.map((row, i) => row.map((_, j) => cellButton(() => tell(i, j), () => open(i, j))));
    const alphas = cells[0].map(({ alpha }) => html("th", { scope: "col" }, brief(alpha)));
    head.replaceChildren(html("tr", {}, html("th", { class: "map-corner" }, "units ", html("span", {}, "\\ alpha")), ...alphas));
    body.replaceChildren(...cells.map((row, i) => html("tr", {},
      html("th", { scope: "row" }, row[0].size === null ? "–" : whole(row[0].size)),
      ...grid[i].map(({ button }) => html("td", {}, button)))));
    keys.refresh();
  }

  return {
    element,
    /**
     * @param {Cell[][]} cells by hidden size, then by alpha
     * @param {Shown} shown
     * @param {(cell: Cell) => number} heat from 0 to 1
     * @param {string[]} ramp of colours
     */
    paint(cells, shown, heat, ramp) {
      const wanted = JSON.stringify(cells.map(row => row.map(({ alpha, size }) => [alpha, size])));
      if (wanted !== shape) build(cells);
      shape = wanted;
      cells.forEach((row, i) => row.forEach((cell, j) => {
        const { button, sign, text } = grid[i][j];
        const known = cell.starts.length > 0;
        const colour = known ? between(ramp, heat(cell)) : "";
        say(sign, signOf(cell));
        say(text, textOf(cell, shown));
        set(button, "aria-label", cellWords(cell, shown));
        set(button, "data-known", String(known));
        if (button.dataset.colour === colour) return;
        button.dataset.colour = colour;
        button.style.background = colour;
        button.style.color = known ? inkOn(colour) : "";
      }));
    },
  };
}

/** @param {() => void} tell @param {() => void} open */
function cellButton(tell, open) {
  const [sign, text] = [html("i", { "aria-hidden": "true" }), html("span")];
  const button = html("button", { type: "button", class: "map-cell", tabindex: -1 }, sign, text);
  tellAndOpen(button, tell, open);
  return { button, sign, text };
}
