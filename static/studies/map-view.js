// @ts-check
/** The map of alpha × hidden size: how it is asked for, how it fills in, and how one goes into one of its runs. */

import { button, segments } from "../charts/choice.js";
import { saveButton } from "../charts/picture.js";
import { html, say } from "../dom.js";
import { browserMemory } from "../memory.js";
import { capital } from "../story/wording.js";
import { workBar } from "./bar.js";
import { flatDrawing } from "./flat.js";
import { studyForm } from "./form.js";
import { cellsOf, errorsOf, runOf } from "./map-cells.js";
import { heat, spanOf } from "./map-colour.js";
import { mapGrid } from "./map-grid.js";
import { mapLegend } from "./map-legend.js";
import { AT, PRINTED, agreementWords, matchOf, matchWords } from "./map-posts.js";
import { rampOf } from "./map-ramp.js";
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
const HINT = "Point at a cell, tap it, or go through them with the arrow keys, to be told of it; a click, a second tap or Enter opens its run.";
const POST = { alphas: ".001 .01 .1 1 10 100 1000", hidden_sizes: "4 32", seeds: "1", iterations: "50000" };
const KEY = "map-shown";
const SHOWN = /** @type {Shown[]} */ (["middle", "best", "worst", "solved"]);

/** What a cell may show. @param {number} within how near every answer of a run that solves the task is to its target */
const choices = within => [
  { value: "middle", text: "middle", sentence: "The error of the seed in the middle: as many end better as worse. Of an even count it is the better of the two in the middle." },
  { value: "best", text: "best", sentence: "The error of the luckiest seed." },
  { value: "worst", text: "worst", sentence: "The error of the unluckiest seed." },
  { value: "solved", text: "share solved", sentence: `How many of the seeds have every answer within ${within} of its target.` },
];

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
  const grid = mapGrid((i, j) => tell(i, j), (i, j) => open(i, j));
  const legend = mapLegend();
  const told = toldLine(HINT);
  const each = html("span");
  const choice = segments(html("span"), "what a cell shows", value => show(/** @type {Shown} */ (value)));
  /** What was chosen, and what is shown: of a single seed there is nothing to choose. */
  let wanted = SHOWN.find(value => value === browserMemory.get(KEY)) ?? "middle";
  let shown = wanted;
  const sheet = html("div", { class: "map-sheet" }, grid.element);
  const drawing = html("div", { class: "map-drawing" }, sheet, legend.element);
  const whole = html("div", { class: "map-whole", hidden: true },
    html("div", { class: "map-head" }, each, choice.group, tools), drawing, told.element, summary, agreement);
  page.append(form.element, none.element, bar.element, empty, about, whole);
  sideways(sheet, "alpha × hidden size");
  /** @type {ReturnType<typeof panelStudy<SweepResult>>} */
  const source = panelStudy(lab, { purpose: "map", form, bar, empty, about, changed: draw });
  /** @type {Cell[][]} */
  let cells = [];
  /** @type {[number, number] | null} */
  let pointed = null;
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

  /** @param {Shown} value */
  function show(value) {
    wanted = value;
    browserMemory.set(KEY, value);
    draw();
  }

  /** @param {number} row @param {number} column */
  function tell(row, column) {
    pointed = [row, column];
    const cell = cells[row]?.[column];
    if (!cell) return told.show(null);
    const run = runOf(cell, shown);
    const words = cellWords(cell, shown) + matchWords(ofPosts() ? matchOf(cell, shown) : null);
    told.show({ words: capital(words), runs: run && [{ name: `Open seed ${run.seed}`, open: () => open(row, column) }] });
  }

  /** @param {number} row @param {number} column */
  function open(row, column) {
    const [result, cell] = [source.result(), cells[row][column]];
    const run = runOf(cell, shown);
    if (result && run) openRun(lab, { study: result.number, alpha: cell.alpha, hidden_size: cell.size, seed: run.seed });
  }

  function draw() {
    const result = source.result();
    whole.hidden = !result;
    if (!result) return;
    choice.offer(choices(result.solved_within));
    const single = result.seeds === 1;
    shown = single ? "middle" : wanted;
    say(each, single ? "each cell: its error" : "each cell, of its seeds:");
    choice.group.hidden = single;
    choice.select(shown);
    cells = cellsOf(result);
    const posts = ofPosts() && shown !== "solved";
    const kind = shown === "solved" ? "share" : "error";
    const span = spanOf(errorsOf(cells, shown));
    const ramp = rampOf(page, kind);
    grid.paint(cells, shown, cell => (kind === "error" ? heat(runOf(cell, shown)?.error ?? NaN, span) : cell.solved / cell.starts.length),
      ramp, cell => (posts ? matchOf(cell, shown) : null));
    legend.paint(shown, result.seeds, result.solved_within, span, ramp);
    say(summary, mapWords(cells, shown));
    say(agreement, posts ? agreementWords(cells, shown) : "");
    if (pointed && cells[pointed[0]]?.[pointed[1]]) tell(...pointed);
    else told.show(pointed = null);
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
