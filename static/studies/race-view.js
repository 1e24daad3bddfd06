// @ts-check
/**
 * A race as one sees it: its curves, its table, and what is told of the lane that was chosen. Pointing at a curve brings
 * out its row, and the reverse.
 *
 * @typedef {import("../messages.js").RaceResult} RaceResult
 * @typedef {import("../lab.js").Lab} Lab
 */

import { button } from "../charts/choice.js";
import { saveButton } from "../charts/picture.js";
import { html, say } from "../dom.js";
import { powers } from "../numbers.js";
import { workBar } from "./bar.js";
import { chosenLanes } from "./chosen-lanes.js";
import { openRun } from "./opening.js";
import { panelStudy } from "./painting.js";
import { raceChart } from "./race-chart.js";
import { laneDetail } from "./race-detail.js";
import { leavingText } from "./race-frame.js";
import { matchText } from "./race-marks.js";
import { raceSketch } from "./race-sketch.js";
import { raceTable } from "./race-table.js";
import { csvOf, laneInView, summaryOf } from "./race-words.js";
import { scrolls } from "./scrolling.js";
import { sideways } from "./sideways.js";
import { saveCsv } from "./sweep-csv.js";

/**
 * @param {Lab} lab
 * @param {object} wishes
 * @param {ReturnType<typeof import("./form.js").studyForm>} wishes.form in which it is asked for
 * @param {Element} wishes.tools where the buttons that save it are
 * @param {"alphas" | "sizes"} wishes.purpose
 * @param {string} wishes.name "the alpha race"
 * @param {string} wishes.file what it is saved as, without ending
 * @param {string} wishes.empty what one is going to see, while there is nothing
 * @param {HTMLElement[]} wishes.invitations buttons that start one
 * @param {(race: RaceResult) => number[] | null} [wishes.costs] see `raceChart`
 */
export function raceView(lab, { form, tools, purpose, name, file, empty: promise, invitations, costs }) {
  const bar = workBar(lab, name);
  const about = html("p", { class: "study-about" });
  const head = html("div", { class: "study-head" }, about, bar.element);
  const summary = html("p", { class: "race-summary chart-note" });
  const empty = html("div", { class: "study-empty" }, raceSketch(), html("p", {}, promise), ...invitations);
  /** @type {ReturnType<typeof panelStudy<RaceResult>>} */
  const study = panelStudy(lab, { purpose, form, bar, empty, about, changed });
  const heard = html("p", { class: "offstage", role: "status" });
  const legend = html("p", { class: "race-legend" });
  const stage = html("div", { class: "race-stage" });
  const chart = raceChart(stage, lab, { result: study.result, lit: () => lit, pointed: light, costs });
  const table = raceTable({ name: `lanes of ${name}`, pointed: light, chosen: choose, open });
  const detail = laneDetail();
  const sheet = html("div", { class: "race-sheet" }, table.element);
  const leaving = html("p", { class: "race-legend" });
  const post = html("button", { type: "button", class: "chart-button", "aria-pressed": "false", hidden: true }, "The post’s figures");
  lab.explain(post, "Sets what the post’s program prints beside the figures of the chosen run, digit for digit.");
  post.addEventListener("click", () => {
    post.setAttribute("aria-pressed", String(post.getAttribute("aria-pressed") !== "true"));
    numbersAgain();
    detail.element.scrollIntoView({ block: "nearest" });
  });
  const numbers = html("div", { class: "race-numbers" }, sheet, html("div", { class: "race-said" }, legend, post), leaving, detail.element);
  const whole = html("div", { class: "race-whole" }, stage, numbers);
  const csv = button(tools, "CSV", `Saves the table of ${name} as a file of numbers.`, save);
  saveButton(tools, name, file, lab, () => {
    const { box, size, layers } = chart.plot;
    return study.result() ? { box, size, svg: layers.svg, chart: chart.plot, about: about.textContent ?? "" } : null;
  });
  const chosen = chosenLanes(purpose, () => lab.state().studies);
  let lit = /** @type {number | null} */ (null);

  /** The one that is told of. */
  function lane() {
    return laneInView(study.result()?.lanes ?? [], chosen.of(study.row()));
  }

  /** @param {number} wanted */
  function choose(wanted) {
    chosen.choose(study.row(), wanted);
    numbersAgain();
    say(heard, detail.told());
  }

  /** @param {number | null} wanted */
  function light(wanted) {
    if (wanted === lit) return;
    lit = wanted;
    chart.light();
    table.paint(study.result(), lane(), lit);
  }

  /** @param {import("../messages.js").Lane} lane */
  function open({ alpha, hidden_size, seed }) {
    const number = study.result()?.number;
    if (number !== undefined) openRun(lab, { study: number, alpha, hidden_size, seed });
  }

  function save() {
    const race = study.result();
    if (race) saveCsv(csvOf(race), file);
  }

  function numbersAgain() {
    const race = study.result();
    table.paint(race, lane(), lit);
    detail.paint(race, lane(), post.getAttribute("aria-pressed") === "true");
    post.hidden = !race?.lanes.some(own => own.matched.length);
    say(leaving, race ? leavingText(race.lanes) : "");
    say(summary, race ? powers(summaryOf(race)) : "");
    say(legend, race ? matchText(race) : "");
  }

  function changed() {
    const race = study.result();
    whole.hidden = csv.hidden = !race;
    numbersAgain();
    if (race?.iteration === race?.iterations) say(heard, summary.textContent ?? "");
    chart.redraw();
    chart.paint();
  }

  changed();
  new ResizeObserver(() => table.paint(study.result(), lane(), lit)).observe(sheet);
  scrolls(sheet);
  sideways(sheet, `lanes of ${name}`);
  return {
    elements: [head, summary, heard, empty, whole],
    /** @param {import("../lab.js").State} state */
    paint(state) {
      const body = head.closest(".panel-body"); // it is seated later than it is made
      if (body instanceof HTMLElement) scrolls(body);
      study.paint(state);
      head.hidden = study.row() === null;
    },
    shown: study.result,
    again: chart.again,
    redraw: () => chart.redraw(),
    retheme: () => chart.retheme(),
  };
}
