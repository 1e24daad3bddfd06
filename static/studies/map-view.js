// @ts-check
/** The map of alpha × hidden size: how it is asked for, how it fills in, and how one goes into one of its runs. */

import { button } from "../charts/choice.js";
import { saveButton } from "../charts/picture.js";
import { html, say } from "../dom.js";
import { capital } from "../story/wording.js";
import { workBar } from "./bar.js";
import { chosenLanes } from "./chosen-lanes.js";
import { flatDrawing } from "./flat.js";
import { studyForm } from "./form.js";
import { cellsOf, errorsOf, numberOf, placeOf, runOf } from "./map-cells.js";
import { heat, spanOf } from "./map-colour.js";
import { mapGrid } from "./map-grid.js";
import { mapLegend } from "./map-legend.js";
import { AT, PRINTED, agreementWords, matchOf, matchWords } from "./map-posts.js";
import { rampOf } from "./map-ramp.js";
import { shownChoice } from "./map-shown.js";
import { mapSketch } from "./map-sketch.js";
import { toldLine } from "./map-told.js";
import { cellWords, mapWords } from "./map-words.js";
import { openRun } from "./opening.js";
import { panelStudy } from "./painting.js";
import { sideways } from "./sideways.js";
import { sizesNone } from "./size-none.js";
import { cellsCsv, saveCsv } from "./sweep-csv.js";

/** @typedef {import("../messages.js").SweepResult} SweepResult */
/** @typedef {import("./map-cells.js").Cell} Cell @typedef {import("./map-cells.js").Shown} Shown */

const EMPTY = "How far does each alpha come with each hidden size? Every cell of this map is a few runs from different seeds, coloured by where they end; each can be opened in the lab.";
const HINT = "Point at a cell to be told of it. A click, a tap or the arrow keys choose it, and then its run can be opened.";
const POST = { alphas: ".001 .01 .1 1 10 100 1000", hidden_sizes: "4 32", seeds: "1", iterations: "50000" };

/** @param {HTMLElement} page @param {import("../lab.js").Lab} lab */
export function mapView(page, lab) {
  const form = studyForm(lab, {
    purpose: "map", verb: "start_sweep", name: "the map", of: "present", start: "Fill the map",
    fields: { alphas: ".01 .1 1 10 100", hidden_sizes: "1 2 3 4 8 16 32", seeds: "8", iterations: "10000" },
  });
  const post = html("button", {
    type: "button", class: "plain", "data-explain": "The seven alphas with 4 and with 32 units from seed 1, for 50,000 iterations: what the last lines of the second post’s two tables are of.",
  }, "The post’s two tables");
  post.addEventListener("click", () => form.start("post", POST));
  form.element.append(post);
  const none = sizesNone(form);
  const bar = workBar(lab, "the map");
  const invitation = html("button", { type: "button", class: "plain study-start" }, "Fill the map");
  invitation.addEventListener("click", () => form.element.requestSubmit());
  const empty = html("div", { class: "study-empty" }, mapSketch(), html("p", {}, EMPTY), invitation);
  const about = html("p", { class: "study-about" });
  const summary = html("p", { class: "map-summary", role: "status" });
  const agreement = html("p", { class: "map-summary" });
  const tools = html("span", { class: "map-tools" });
  const grid = mapGrid(choose, at => {
    if (pointed?.join() === at?.join()) return;
    pointed = at;
    tell();
  });
  const legend = mapLegend();
  const told = toldLine(HINT);
  const choice = shownChoice(draw);
  let shown = /** @type {Shown} */ ("middle");
  const sheet = html("div", { class: "map-sheet" }, grid.element);
  const drawing = html("div", { class: "map-drawing" }, sheet, legend.element);
  const whole = html("div", { class: "map-whole", hidden: true },
    html("div", { class: "map-head" }, ...choice.elements, tools), drawing, told.element, summary, agreement);
  page.append(form.element, none.element, bar.element, empty, about, whole);
  sideways(sheet, "alpha × hidden size");
  /** @type {ReturnType<typeof panelStudy<SweepResult>>} */
  const source = panelStudy(lab, { purpose: "map", form, bar, empty, about, changed: draw });
  /** @type {Cell[][]} */
  let cells = [];
  const kept = chosenLanes("map", () => lab.state().studies);
  /** The cells that were chosen, and that a mouse points at. */
  let [chosen, pointed] = /** @type {([row: number, column: number] | null)[]} */ ([null, null]);
  button(tools, "CSV", "Saves all that the map has found as a file of numbers, a row for each cell.", () => {
    const result = source.result();
    if (result) saveCsv(cellsCsv(result, ofPosts() ? (alpha, size) => PRINTED[size ?? 0]?.[alpha] ?? "" : undefined), "map");
  });

  saveButton(tools, "the map", "map", lab, () => {
    const words = { title: "alpha × hidden size", about: about.textContent ?? "", note: summary.textContent ?? "" };
    return source.result() ? flatDrawing(drawing, draw, words) : null;
  });

  /** Whether the post has figures of it. */
  function ofPosts() {
    return source.row()?.of === "post" && source.result()?.iterations === AT;
  }

  /** @param {number} row @param {number} column */
  function choose(row, column) {
    pointed = null;
    if (chosen?.[0] !== row || chosen[1] !== column) {
      chosen = [row, column];
      kept.choose(source.row(), numberOf(cells, row, column));
      grid.mark(chosen);
    }
    tell();
  }

  /** Of the cell that is pointed at, else of the one that was chosen; only that can be opened. */
  function tell() {
    const at = pointed ?? chosen;
    const cell = at && cells[at[0]]?.[at[1]];
    if (!cell) return told.show(null);
    const run = at.join() === chosen?.join() ? runOf(cell, shown) : undefined;
    const words = cellWords(cell, shown) + matchWords(ofPosts() ? matchOf(cell, shown) : null);
    told.show({ words: capital(words), runs: run && [{ name: `Open this run: seed ${run.seed}`, open: () => open(cell, run.seed) }] });
  }

  /** @param {Cell} cell @param {number} seed */
  function open({ alpha, size }, seed) {
    const result = source.result();
    if (result) openRun(lab, { study: result.number, alpha, hidden_size: size, seed });
  }

  function draw() {
    const result = source.result();
    whole.hidden = !result;
    if (!result) return;
    shown = choice.of(result);
    cells = cellsOf(result);
    chosen = placeOf(cells, kept.of(source.row()));
    const posts = ofPosts() && shown !== "solved";
    const kind = shown === "solved" ? "share" : "error";
    const span = spanOf(errorsOf(cells, shown));
    const ramp = rampOf(page, kind);
    grid.paint(cells, shown, cell => (kind === "error" ? heat(runOf(cell, shown)?.error ?? NaN, span) : cell.solved / cell.starts.length),
      ramp, cell => (posts ? matchOf(cell, shown) : null));
    grid.mark(chosen);
    legend.paint(shown, result.seeds, result.solved_within, span, ramp);
    say(summary, mapWords(cells, shown));
    say(agreement, posts ? agreementWords(cells, shown) : "");
    tell();
  }

  return {
    /** @param {import("../lab.js").State} state */
    paint(state) {
      source.paint(state);
      none.paint(state);
    },
    retheme: draw,
  };
}
