// @ts-check
/** The map of alpha × hidden size: how it is asked for, how it fills in, and how one goes into one of its runs. */

import { segments } from "../charts/choice.js";
import { html, say } from "../dom.js";
import { browserMemory } from "../memory.js";
import { resultOf } from "./asking.js";
import { workBar } from "./bar.js";
import { following } from "./following.js";
import { studyForm } from "./form.js";
import { cellsOf, errorsOf, runOf } from "./map-cells.js";
import { heat, spanOf } from "./map-colour.js";
import { mapGrid } from "./map-grid.js";
import { mapLegend } from "./map-legend.js";
import { rampOf } from "./map-ramp.js";
import { mapSketch } from "./map-sketch.js";
import { toldLine } from "./map-told.js";
import { cellWords, mapWords } from "./map-words.js";
import { openRun } from "./opening.js";

/** @typedef {import("../messages.js").SweepResult} SweepResult */
/** @typedef {import("./map-cells.js").Cell} Cell */
/** @typedef {import("./map-cells.js").Shown} Shown */

const EMPTY = "How far does each alpha come with each hidden size? Every cell of this map is a few runs from different seeds, coloured by where they end; press one to open it in the lab.";
const HINT = "Point at a cell, or go through them with the arrow keys; pressing one opens its run.";
const POST = { alphas: ".001 .01 .1 1 10 100 1000", hidden_sizes: "4 32", seeds: "1", iterations: "50000" };
const KEY = "map-shown";
const CHOICES = /** @type {{value: Shown, text: string, sentence: string}[]} */ ([
  { value: "middle", text: "middle", sentence: "The error of the seed in the middle; of an even count the better of the two." },
  { value: "best", text: "best", sentence: "The error of the luckiest seed." },
  { value: "worst", text: "worst", sentence: "The error of the unluckiest seed." },
  { value: "solved", text: "share solved", sentence: "How many of the seeds have every answer within 0.1 of its target." },
]);

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
  const bar = workBar(lab, "the map");
  const invitation = html("button", { type: "button", class: "plain study-start" }, "Fill the map");
  invitation.addEventListener("click", () => form.element.requestSubmit());
  const empty = html("div", { class: "study-empty" }, mapSketch(), html("p", {}, EMPTY), invitation);
  const about = html("p", { class: "study-about" });
  const summary = html("p", { class: "map-summary", role: "status" });
  const grid = mapGrid((i, j) => tell(i, j), (i, j) => open(i, j));
  const legend = mapLegend();
  const told = toldLine(HINT);
  const choice = segments(html("span"), "what a cell shows", value => {
    shown = /** @type {Shown} */ (value);
    browserMemory.set(KEY, value);
    draw();
  });
  choice.offer(CHOICES);
  let shown = CHOICES.find(({ value }) => value === browserMemory.get(KEY))?.value ?? "middle";
  const whole = html("div", { class: "map-whole", hidden: true },
    html("div", { class: "map-head" }, html("span", {}, "each cell:"), choice.group, about), html("div", { class: "map-sheet" }, grid.element),
    told.element, legend.element, summary);
  page.append(form.element, bar.element, empty, whole);
  /** @type {ReturnType<typeof following<SweepResult>>} */
  const source = following({
    state: lab.state, purpose: "map", ask: number => resultOf(lab.state().welcome?.session ?? "", number), changed: draw,
  });
  /** @type {Cell[][]} */
  let cells = [];
  /** @type {[number, number] | null} */
  let pointed = null;

  /** @param {number} row @param {number} column */
  function tell(row, column) {
    pointed = [row, column];
    const cell = cells[row]?.[column];
    if (!cell) return told.show(null);
    const run = runOf(cell, shown);
    const words = cellWords(cell, shown);
    told.show({ words: words.charAt(0).toUpperCase() + words.slice(1), runs: run && [{ name: `Open seed ${run.seed}`, open: () => open(row, column) }] });
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
    choice.select(shown);
    cells = cellsOf(result);
    const kind = shown === "solved" ? "share" : "error";
    const span = spanOf(errorsOf(cells, shown));
    const ramp = rampOf(page, kind);
    grid.paint(cells, shown, cell => (kind === "error" ? heat(runOf(cell, shown)?.error ?? NaN, span) : cell.solved / cell.starts.length), ramp);
    legend.paint(kind, span, ramp);
    say(summary, mapWords(cells, shown));
    if (pointed && cells[pointed[0]]?.[pointed[1]]) tell(...pointed);
    else told.show(pointed = null);
  }

  return {
    /** @param {import("../lab.js").State} state */
    paint(state) {
      form.paint(state);
      source.look();
      const row = source.row();
      bar.paint(row);
      empty.hidden = row !== null;
      say(about, row ? [row.title, row.about].filter(Boolean).join(" · ") : "");
    },
    retheme: draw,
  };
}
