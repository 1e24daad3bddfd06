// @ts-check
/** The bottoms of a curve as a table: how many balls each has, with its colour and number. */

import { html, say, svg } from "../dom.js";
import { fixed } from "../numbers.js";
import { isEdgeLowest } from "./cost.js";
import { colourOf } from "./marks.js";

export function bottomsTable() {
  const body = html("tbody");
  const rest = html("td");
  const strays = html("tr", {}, html("th", { scope: "row", colspan: 3 }, "in no bottom"), rest);
  const edge = html("tr");
  const element = html(
    "table", { class: "bucket-score bucket-bottoms", "aria-label": "The bottoms, and how many balls end in each" },
    html("thead", {}, html("tr", {}, ...["bottom", "x", "height", "balls"].map(text => html("th", { scope: "col" }, text)))), body, html("tfoot", {}, edge, strays),
  );
  /** @type {HTMLTableCellElement[]} */
  let counts = [];
  /** @type {import("./survey.js").Survey | null} */
  let shown = null;

  /** @param {import("./survey.js").Survey} found */
  function fill(found) {
    shown = found;
    counts = found.bottoms.map(() => html("td"));
    body.replaceChildren(...found.bottoms.map(({ x, y }, i) => html(
      "tr", {},
      html("th", { scope: "row" }, disc(i), i === found.lowest ? "lowest" : ""),
      html("td", {}, fixed(x, 2)), html("td", {}, fixed(y, 2)), counts[i],
    )));
    // Whoever looks for the lowest place sees it there, and no ball can rest in it.
    edge.hidden = !isEdgeLowest(found);
    edge.replaceChildren(html("th", { scope: "row" }, "edge, lower"), ...[fixed(found.edge.x, 2), fixed(found.edge.y, 2), "–"].map(text => html("td", {}, text)));
  }

  return {
    element,
    /** There is no curve. */
    blank() {
      element.hidden = true;
    },
    /** @param {import("./survey.js").Survey} found @param {ReturnType<typeof import("./balls.js").counted>} now @param {boolean} all */
    paint(found, now, all) {
      element.hidden = false;
      if (found !== shown) fill(found);
      counts.forEach((cell, i) => say(cell, String(now.ends[i])));
      say(rest, all ? String(now.homeless) : "–");
    },
  };
}

/** @param {number} bottom */
function disc(bottom) {
  const circle = svg("circle", { cx: 8, cy: 8, r: 8 });
  circle.style.fill = colourOf(bottom);
  const number = svg("text", { x: 8, y: 11.6, "text-anchor": "middle", class: "bucket-number" }, String(bottom + 1));
  return svg("svg", { class: "bucket-badge", viewBox: "0 0 16 16", width: 16, height: 16 }, circle, number);
}
