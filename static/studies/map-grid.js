// @ts-check
/** A map as a table: alphas across, hidden sizes down, and in every cell a button that chooses it. */

import { html, say, set } from "../dom.js";
import { brief, whole } from "../numbers.js";
import { signOf } from "./map-cells.js";
import { between, inkOn } from "./map-colour.js";
import { matchWords } from "./map-posts.js";
import { cellWords, textOf } from "./map-words.js";
import { roving } from "./roving.js";

/** @typedef {import("./map-cells.js").Cell} Cell */
/** @typedef {import("./map-cells.js").Shown} Shown */

/** Pixels that a cell needs for its number, and the names of the rows. */
const [NARROWEST, HEADER] = [58, 44];

/**
 * @param {(row: number, column: number) => void} choose
 * @param {(at: [row: number, column: number] | null) => void} point by a mouse, which is not chosen yet; null: at none any more
 */
export function mapGrid(choose, point) {
  const [head, body] = [html("thead"), html("tbody")];
  const element = html("table", { class: "map-grid", "aria-label": "alpha × hidden size" }, head, body);
  /** @type {ReturnType<typeof cellButton>[][]} */
  let grid = [];
  let shape = "";
  /** The button of the cell that is chosen. @type {HTMLButtonElement | null} */
  let pressed = null;
  const keys = roving(element, () => grid.map(row => row.map(({ button }) => button)));
  element.addEventListener("pointerleave", () => point(null));

  /** @param {Cell[][]} cells */
  function build(cells) {
    grid = cells.map((row, i) => row.map((_, j) => cellButton(() => choose(i, j), () => point([i, j]))));
    const alphas = cells[0].map(({ alpha }) => html("th", { scope: "col" }, brief(alpha)));
    element.style.minWidth = `${alphas.length * NARROWEST + HEADER}px`; // then it scrolls
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
     * @param {(cell: Cell) => import("./map-posts.js").Match | null} matched how it compares with the post's figure
     */
    paint(cells, shown, heat, ramp, matched) {
      const wanted = JSON.stringify(cells.map(row => row.map(({ alpha, size }) => [alpha, size])));
      if (wanted !== shape) build(cells);
      shape = wanted;
      cells.forEach((row, i) => row.forEach((cell, j) => {
        const { button, sign, text, post } = grid[i][j];
        const match = matched(cell);
        const known = cell.starts.length > 0;
        const colour = known ? between(ramp, heat(cell)) : "";
        say(sign, signOf(cell));
        say(text, textOf(cell, shown));
        say(post, match?.text ?? "");
        set(button, "aria-label", cellWords(cell, shown) + matchWords(match));
        set(button, "data-known", String(known));
        if (button.dataset.colour === colour) return;
        button.dataset.colour = colour;
        button.style.background = colour;
        button.style.color = known ? inkOn(colour) : "";
      }));
    },
    /** The one that is chosen, and where the keys begin; null: none. @param {[row: number, column: number] | null} chosen */
    mark(chosen) {
      const button = chosen && grid[chosen[0]][chosen[1]].button;
      if (pressed && pressed !== button) set(pressed, "aria-pressed", "false");
      pressed = button;
      if (!pressed) return;
      set(pressed, "aria-pressed", "true");
      keys.stand(pressed);
    },
  };
}

/** @param {() => void} choose @param {() => void} point */
function cellButton(choose, point) {
  const [sign, text, post] = [html("i", { "aria-hidden": "true" }), html("span"), html("small")];
  const button = html("button", { type: "button", class: "map-cell", tabindex: -1, "aria-pressed": "false" }, html("b", {}, sign, text), post);
  for (const event of ["focus", "click"]) button.addEventListener(event, choose);
  button.addEventListener("pointermove", event => {
    if (event.pointerType !== "touch") point(); // one that rests, while the map scrolls under it, points at nothing
  });
  return { button, sign, text, post };
}
