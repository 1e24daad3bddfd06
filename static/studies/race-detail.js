// @ts-check
/** What became of one lane, in the facts that say so, and how often each of its weights changed direction. */

import { html, say } from "../dom.js";
import { powers, whole } from "../numbers.js";
import { capital, namesOf, remarkOf } from "./race-words.js";

export function laneDetail() {
  const title = html("b");
  const sentence = html("span");
  const remark = html("span", { class: "race-remark" });
  const matrices = html("div", { class: "race-matrices" });
  const lead = html("p", { class: "race-matrices-lead" });
  const element = html("div", { class: "race-detail" }, html("p", {}, title, " ", sentence, " ", remark), html("div", { class: "race-counts" }, lead, matrices));
  let drawn = "";

  return {
    element,
    /** For those who hear it. */
    told: () => [title, sentence, remark].map(part => part.textContent).join(" "),
    /** @param {import("../messages.js").RaceResult | null} race @param {number} chosen */
    paint(race, chosen) {
      const lane = race?.lanes[chosen];
      element.hidden = !lane;
      if (!race || !lane) return;
      const what = lane.verdict ? `: ${lane.verdict.title}.` : ".";
      say(title, capital(namesOf(race.lanes)[chosen]) + what);
      say(sentence, powers(lane.verdict?.sentence ?? ""));
      say(remark, remarkOf(lane));
      say(lead, lane.turns_each.length ? "Changes of direction, weight by weight:" : "This network is too large to count its changes weight by weight here.");
      const wanted = JSON.stringify(lane.turns_each);
      if (wanted === drawn) return;
      drawn = wanted;
      const most = lane.turns_each.flat(2).reduce((high, count) => Math.max(high, count), 1);
      matrices.replaceChildren(...lane.turns_each.map((matrix, i) => turnsTable(matrix, i, most)));
    },
  };
}

/** @param {number[][]} matrix @param {number} synapse @param {number} most of all weights */
function turnsTable(matrix, synapse, most) {
  const rows = matrix.map(row => html("tr", {}, ...row.map(count => {
    const cell = html("td", {}, whole(count));
    cell.style.setProperty("--strength", (count / most).toFixed(2));
    return cell;
  })));
  const table = html("table", { class: "matrix race-turns", "aria-label": `direction changes of syn${synapse}` }, html("tbody", {}, ...rows));
  return html("figure", {}, table, html("figcaption", {}, `syn${synapse}`));
}
