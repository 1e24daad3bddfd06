// @ts-check
/** What became of one lane, in the facts that say so, and how often each of its weights changed direction. */

import { html, say } from "../dom.js";
import { powers, whole } from "../numbers.js";
import { capital } from "../story/wording.js";
import { postFigures } from "./race-post.js";
import { largestText, namesOf, remarkOf, turnsText } from "./race-words.js";
import { sideways } from "./sideways.js";

/** Units above each other, and beside each other. */
const [TALL, BESIDE] = [8, 16];

export function laneDetail() {
  const title = html("b");
  const sentence = html("span");
  const remark = html("span", { class: "race-remark" });
  const matrices = html("div", { class: "race-matrices" });
  const lead = html("p", { class: "race-matrices-lead" });
  const post = postFigures();
  const element = html("div", { class: "race-detail" }, html("div", { class: "race-told" }, html("p", {}, title, " ", sentence, " ", remark), post.element), html("div", { class: "race-counts" }, lead, matrices));
  let drawn = "";
  sideways(matrices, "direction changes, weight by weight");

  return {
    element,
    /** For those who hear it. */
    told: () => [title, sentence, remark].map(part => part.textContent).join(" "),
    /** @param {import("../messages.js").RaceResult | null} race @param {number} chosen @param {boolean} beside the post's figures too */
    paint(race, chosen, beside) {
      const lane = race?.lanes[chosen];
      element.hidden = !lane;
      if (!race || !lane) return;
      const what = lane.verdict ? `: ${lane.verdict.title}.` : ".";
      say(title, capital(namesOf(race.lanes)[chosen]) + what);
      say(sentence, powers(lane.verdict?.sentence ?? ""));
      say(remark, remarkOf(lane));
      post.paint(race, lane, beside);
      const counts = `largest |w| ${largestText(lane)}; changes of direction ${turnsText(lane)}`;
      say(lead, `${capital(counts)}${lane.turns_each.length ? ", weight by weight:" : "; too many weights to count them one by one here."}`);
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
  const blocks = blocksOf(matrix);
  const wide = blocks.length > 1 || blocks[0].rows !== matrix;
  return html("figure", {}, ...blocks.map(({ rows, label }) => block(rows, most, `direction changes of syn${synapse}${label}`, wide)),
    html("figcaption", {}, `syn${synapse}${wide && matrix[0]?.length === 1 ? ", its one column laid down" : ""}`));
}

/**
 * What would be very tall or very wide, in pieces that are neither: a column lies down, and no more than so many units
 * stand beside each other.
 *
 * @param {number[][]} matrix
 * @returns {{rows: number[][], label: string}[]}
 */
export function blocksOf(matrix) {
  const rows = matrix.length > TALL && matrix[0].length === 1 ? [matrix.flat()] : matrix;
  const width = rows[0]?.length ?? 0;
  if (width <= BESIDE) return [{ rows, label: rows === matrix ? "" : " laid down" }];
  return Array.from({ length: Math.ceil(width / BESIDE) }, (_, i) => ({
    rows: rows.map(row => row.slice(i * BESIDE, (i + 1) * BESIDE)), label: `, units ${i * BESIDE + 1} to ${Math.min(width, (i + 1) * BESIDE)}`,
  }));
}

/** @param {number[][]} matrix @param {number} most @param {string} label @param {boolean} dense */
function block(matrix, most, label, dense) {
  const rows = matrix.map(row => html("tr", {}, ...row.map(count => {
    const cell = html("td", {}, whole(count));
    cell.style.setProperty("--strength", (count / most).toFixed(2));
    return cell;
  })));
  return html("table", { class: `matrix race-turns${dense ? " dense" : ""}`, "aria-label": label }, html("tbody", {}, ...rows));
}
