// @ts-check
/** The balls as a table: which is looked at is chosen here, and each can be taken away. */

import { html, say, set } from "../dom.js";
import { fixed, powers, small, whole } from "../numbers.js";

/** @typedef {import("./ball.js").Ball} Ball */

/** @param {{choose: (number: number) => void, remove: (number: number) => void}} actions */
export function ballList({ choose, remove }) {
  const heads = ["ball", "began at", "is at", "iteration", "error", ""].map(text => (text ? html("th", { scope: "col", class: text === "began at" ? "began" : null }, text) : html("td")));
  const body = html("tbody");
  const table = html("table", { class: "plane-balls", "aria-label": "The balls" }, html("thead", {}, html("tr", {}, ...heads)), body);
  const nobody = html("p", { class: "plane-none" }, "No ball: drop one on the map.");
  const element = html("div", { class: "plane-list" }, table, nobody);
  /** @type {{row: HTMLElement, button: HTMLElement, cells: HTMLElement[]}[]} */
  let rows = [];
  let built = "";

  /** @param {Ball} ball */
  function rowOf({ number }) {
    const button = html("button", { type: "button", class: "plane-number", style: `--ball: var(--run-${number - 1})`, "aria-label": `look at ball ${number}` }, String(number));
    const gone = html("button", { type: "button", class: "chart-button plane-remove", "aria-label": `take ball ${number} away` }, "×");
    button.addEventListener("click", () => choose(number));
    gone.addEventListener("click", () => remove(number));
    const cells = heads.slice(1, -1).map((_, i) => html("td", { class: i === 0 ? "began" : null }));
    return { button, cells, row: html("tr", {}, html("th", { scope: "row" }, button), ...cells, html("td", {}, gone)) };
  }

  return {
    element,
    /** @param {Ball[]} balls @param {Ball | null} chosen @param {(ball: Ball) => number} errorOf */
    show(balls, chosen, errorOf) {
      const wanted = balls.map(({ number }) => number).join();
      if (wanted !== built) {
        rows = balls.map(rowOf);
        body.replaceChildren(...rows.map(({ row }) => row));
        built = wanted;
      }
      table.hidden = !balls.length;
      nobody.hidden = balls.length > 0;
      balls.forEach((ball, i) => {
        set(rows[i].row, "class", ball === chosen ? "chosen" : "");
        set(rows[i].button, "aria-pressed", String(ball === chosen));
        const texts = [placeText(ball.start), placeText(ball.weights), whole(ball.iteration), powers(small(errorOf(ball)))];
        texts.forEach((text, j) => say(rows[i].cells[j], text));
      });
    },
  };
}

/** @param {ArrayLike<number>} weights */
export function placeText(weights) {
  return `${fixed(weights[0], 2)}, ${fixed(weights[1], 2)}`;
}
