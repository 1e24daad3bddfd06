// @ts-check
/**
 * The lanes of a race in numbers: their errors at the marks, what their weights did, and what became of them.
 *
 * @typedef {import("../messages.js").RaceResult} RaceResult
 * @typedef {import("../messages.js").Lane} Lane
 *
 * @typedef {object} Wishes
 * @property {string} name of the table, for a reader
 * @property {(lane: number | null) => void} pointed by pointer or by keyboard
 * @property {(lane: number) => void} chosen to be told more of
 * @property {(lane: Lane) => void} open as a run of the lab
 */

import { html, say, set } from "../dom.js";
import { errorText, whole } from "../numbers.js";
import { capital } from "../story/wording.js";
import { laneSwatch } from "./lane-looks.js";
import { columnsFor } from "./race-columns.js";
import { markOf } from "./race-marks.js";
import { largestText, namesOf, turnsText } from "./race-words.js";

const TURNS = "How often an update changed the direction of its weight, in syn0 and in syn1: the post counts these.";
const LARGEST = "The largest weight of syn0 and of syn1, signs left out.";
const VERDICT = "What became of it, from measured facts: choose the run, and they are told below.";

/** @param {Wishes} wishes */
export function raceTable(wishes) {
  const [head, body] = [html("thead"), html("tbody")];
  const table = html("table", { class: "race-table", "aria-label": wishes.name }, head, body);
  /** The last mark, and until it is reached the present iteration. */
  const newest = html("th", { scope: "col" });
  let shape = "";
  /** @type {ReturnType<typeof laneRow>[]} */
  let rows = [];

  /** @param {RaceResult} race @param {string[]} names @param {import("./race-columns.js").Columns} columns */
  function build({ lanes, marks }, names, columns) {
    const column = (/** @type {string} */ text, /** @type {string} */ about) => html("th", { scope: "col", rowspan: 2, "data-explain": about || null }, text);
    head.replaceChildren(
      html("tr", {}, column("run", ""), html("th", { scope: "colgroup", colspan: columns.marks.length, class: "race-marks" }, columns.marks.length > 2 ? "mean |error| at iteration" : "mean |error| at"),
        ...(columns.turns ? [column("direction changes", TURNS)] : []), ...(columns.largest ? [column("largest |w|", LARGEST)] : []),
        html("th", { scope: "col", rowspan: 2, class: "race-verdict", "data-explain": VERDICT }, "verdict"), html("td", { rowspan: 2, class: "race-open" })),
      html("tr", {}, ...columns.marks.slice(0, -1).map(mark => html("th", { scope: "col" }, whole(marks[mark]))), newest),
    );
    const held = rows.findIndex(row => row.element.contains(document.activeElement));
    rows = lanes.map((_, i) => laneRow(i, names, columns, wishes));
    body.replaceChildren(...rows.map(row => row.element));
    if (held >= 0) rows[held]?.focus();
  }

  return {
    element: table,
    /** @param {RaceResult | null} race @param {number} chosen @param {number | null} lit */
    paint(race, chosen, lit) {
      table.hidden = !race;
      if (!race) return;
      const names = namesOf(race.lanes);
      const columns = columnsFor(table.parentElement?.clientWidth ?? 0, race.marks.length, {
        names, turns: race.lanes.map(turnsText), largest: race.lanes.map(largestText),
      });
      const wanted = `${race.number} ${race.marks} ${names} ${JSON.stringify(columns)}`;
      if (wanted !== shape) build(race, names, columns);
      shape = wanted;
      say(newest, whole(race.iteration));
      rows.forEach((row, i) => row.paint(race.lanes[i], i === chosen, i === lit));
    },
  };
}

/** @param {number} index @param {string[]} names @param {import("./race-columns.js").Columns} columns @param {Wishes} wishes */
function laneRow(index, names, columns, { pointed, chosen, open }) {
  const name = names[index];
  const choose = html("button", { type: "button", class: "race-lane", "aria-label": `${capital(name)}: tell more` }, laneSwatch(index, names.length), html("b", {}, name.replaceAll(/(?<!,) /g, "\u00a0"))); // in little room it breaks between its parts
  const cells = columns.marks.map(at => {
    const [value, mark] = [html("span"), html("small")];
    return { at, value, mark, element: html("td", { class: "race-error" }, value, mark) };
  });
  const [turns, largest] = [html("td"), html("td")];
  const verdict = html("td", { class: "race-verdict" });
  const button = html("button", {
    type: "button", class: "chart-button", "aria-label": `Open ${name} as a run`, "data-explain": "Turns to this run in the lab; the present one is kept among the others.",
  }, "Open");
  const element = html("tr", {}, html("th", { scope: "row" }, choose), ...cells.map(cell => cell.element),
    ...(columns.turns ? [turns] : []), ...(columns.largest ? [largest] : []), verdict, html("td", { class: "race-open" }, button));
  let shown = /** @type {Lane | null} */ (null);

  choose.addEventListener("click", () => chosen(index));
  element.addEventListener("click", event => {
    if (event.target instanceof Element && !event.target.closest("button")) chosen(index);
  });
  button.addEventListener("click", () => shown && open(shown));
  for (const event of ["pointerenter", "focusin"]) element.addEventListener(event, () => pointed(index));
  for (const event of ["pointerleave", "focusout"]) element.addEventListener(event, () => pointed(null));

  return {
    element,
    focus: () => choose.focus(),
    /** @param {Lane} lane @param {boolean} selected @param {boolean} lit */
    paint(lane, selected, lit) {
      shown = lane;
      cells.forEach(({ at, value, mark, element }) => {
        const last = at === columns.marks[columns.marks.length - 1];
        say(value, at < lane.errors.length ? errorText(lane.errors[at]) : last ? errorText(lane.error) : "");
        const { text, kind, sentence } = markOf(lane, at);
        say(mark, text);
        mark.className = `race-${kind}`;
        set(element, "data-explain", sentence);
      });
      say(turns, turnsText(lane));
      say(largest, largestText(lane));
      say(verdict, lane.verdict?.title ?? "");
      set(verdict, "data-kind", lane.verdict?.kind ?? "");
      set(choose, "aria-pressed", String(selected));
      element.classList.toggle("chosen", selected);
      element.classList.toggle("lit", lit);
    },
  };
}
