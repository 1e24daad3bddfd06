// @ts-check
/** The rule part by part, size by size: whether it holds, and the numbers that say so. */

import { html } from "../dom.js";
import { brief, errorText, fixed, powers, whole } from "../numbers.js";
import { lowest, unitsOf } from "./race-words.js";
import { groupsOf, largestOf, partsOf, turnsOf } from "./rule-words.js";

/** @typedef {import("../messages.js").RaceResult} RaceResult */
/** @typedef {import("./rule-words.js").Group} Group */

export function ruleParts() {
  const element = html("div", { class: "rule-parts" });
  let drawn = "";
  return {
    element,
    /** @param {Group[]} groups */
    paint(groups) {
      const told = groups.map(group => ({ name: unitsOf(group.size), parts: partsOf(group) }));
      const wanted = JSON.stringify(told);
      if (wanted === drawn) return;
      drawn = wanted;
      element.replaceChildren(...told.map(({ name, parts }) => html("section", { "aria-label": `The rule with ${name}` },
        html("h3", {}, name),
        html("ul", {}, ...parts.map(part => html("li", { "data-holds": String(part.holds) },
          html("b", {}, `${part.holds ? "✓ holds" : "✗ fails"} · ${part.title}`), html("span", {}, powers(part.sentence))))))));
    },
  };
}

export function ruleTable() {
  const [head, body] = [html("thead"), html("tbody")];
  const element = html("table", { class: "race-table rule-table", "aria-label": "changes of direction by alpha" }, head, body);
  let drawn = "";
  return {
    element,
    /** @param {RaceResult | null} race */
    paint(race) {
      element.hidden = !race;
      if (!race) return;
      const wanted = `${race.number} ${race.version}`;
      if (wanted === drawn) return;
      drawn = wanted;
      const groups = groupsOf(race.lanes);
      const column = (/** @type {string} */ text) => html("th", { scope: "col" }, text);
      head.replaceChildren(
        html("tr", {}, html("th", { scope: "col", rowspan: 2 }, "alpha"),
          ...groups.map(({ size }) => html("th", { scope: "colgroup", colspan: 3, class: "race-marks" }, unitsOf(size)))),
        html("tr", {}, ...groups.flatMap(() => [column("mean |error|"), column("changes"), column("largest |w|")])));
      body.replaceChildren(...[...new Set(race.lanes.map(lane => lane.alpha))].sort((a, b) => a - b).map(alpha => row(alpha, groups)));
    },
  };
}

/** @param {number} alpha @param {Group[]} groups */
function row(alpha, groups) {
  return html("tr", {}, html("th", { scope: "row" }, brief(alpha)), ...groups.flatMap(({ lanes }) => {
    const lane = lanes.find(own => own.alpha === alpha);
    if (!lane) return [html("td"), html("td"), html("td")];
    const error = html("td", {}, errorText(lane.error));
    if (lanes.length > 1 && lane === lowest(lanes)) error.append(html("small", { class: "race-same" }, "lowest"));
    return [error, html("td", {}, whole(turnsOf(lane))), html("td", {}, fixed(largestOf(lane), 2))];
  }));
}
