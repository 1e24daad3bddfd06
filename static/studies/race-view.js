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
import { download } from "../download.js";
import { powers } from "../numbers.js";
import { NOT_FETCHED, aboutOf } from "./about.js";
import { resultOf } from "./asking.js";
import { workBar } from "./bar.js";
import { raceSketch } from "./race-sketch.js";
import { following } from "./following.js";
import { inviting } from "./invitation.js";
import { openRun } from "./opening.js";
import { raceChart } from "./race-chart.js";
import { laneDetail } from "./race-detail.js";
import { raceTable } from "./race-table.js";
import { csvOf, leavingText, lowest, matchText, summaryOf } from "./race-words.js";
import { scrolls } from "./scrolling.js";

/**
 * @param {HTMLElement} panel
 * @param {Lab} lab
 * @param {object} wishes
 * @param {"alphas" | "sizes"} wishes.purpose
 * @param {string} wishes.name "the alpha race"
 * @param {string} wishes.file what it is saved as, without ending
 * @param {string} wishes.empty what one is going to see, while there is nothing
 * @param {HTMLElement[]} wishes.invitations buttons that start one
 * @param {(race: RaceResult) => number[] | null} [wishes.costs] see `raceChart`
 */
export function raceView(panel, lab, { purpose, name, file, empty: promise, invitations, costs }) {
  const study = following({ state: lab.state, purpose, changed, ask: number => resultOf(lab.state().welcome?.session ?? "", number) });
  const bar = workBar(lab, name);
  const about = html("p", { class: "study-about" });
  const head = html("div", { class: "study-head" }, about, bar.element);
  const summary = html("p", { class: "race-summary chart-note" });
  const empty = html("div", { class: "study-empty" }, raceSketch(), html("p", {}, promise), ...invitations);
  const heard = html("p", { class: "offstage", role: "status" });
  const legend = html("p", { class: "race-legend" });
  const stage = html("div", { class: "race-stage" });
  const chart = raceChart(stage, lab, { result: shown, pointed: light, costs });
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
  const tools = panel.closest("section")?.querySelector(".panel-tools") ?? panel;
  const csv = button(tools, "CSV", `Saves the table of ${name} as a file of numbers.`, save);
  saveButton(tools, name, file, lab, () => {
    const { box, size, layers } = chart.plot;
    return shown() ? { box, size, svg: layers.svg, chart: chart.plot, about: aboutText() } : null;
  });
  /** The lane that was chosen, in which study; where nobody chose it is the lowest. */
  let choice = { study: -1, lane: 0 };
  let lit = /** @type {number | null} */ (null);

  function shown() {
    return /** @type {RaceResult | null} */ (study.result());
  }

  function aboutText() {
    return aboutOf(study.row(), lab.state().welcome);
  }

  function lane() {
    const race = shown();
    if (!race || choice.study === race.number) return choice.lane;
    const best = lowest(race.lanes);
    return best ? race.lanes.indexOf(best) : 0;
  }

  /** @param {number} wanted */
  function choose(wanted) {
    choice = { study: shown()?.number ?? -1, lane: wanted };
    numbersAgain();
    say(heard, detail.told());
  }

  /** @param {number | null} wanted */
  function light(wanted) {
    lit = wanted;
    chart.light(wanted);
    table.paint(shown(), lane(), lit);
  }

  /** @param {import("../messages.js").Lane} lane */
  function open({ alpha, hidden_size, seed }) {
    const number = shown()?.number;
    if (number !== undefined) openRun(lab, { study: number, alpha, hidden_size, seed });
  }

  function save() {
    const race = shown();
    if (!race) return;
    const address = URL.createObjectURL(new Blob([csvOf(race)], { type: "text/csv" }));
    download(address, `eleven-lines-${file}.csv`);
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  function numbersAgain() {
    const race = shown();
    table.paint(race, lane(), lit);
    detail.paint(race, lane(), post.getAttribute("aria-pressed") === "true");
    post.hidden = !race?.lanes.some(own => own.matched.length);
    say(leaving, race ? leavingText(race.lanes) : "");
    say(summary, race ? powers(summaryOf(race)) : study.failed() ? NOT_FETCHED : "");
    say(legend, race ? matchText(race.lanes) : "");
  }

  function changed() {
    const race = shown();
    whole.hidden = csv.hidden = !race;
    numbersAgain();
    if (race?.iteration === race?.iterations) say(heard, summary.textContent ?? "");
    chart.redraw();
    chart.paint();
  }

  changed();
  new ResizeObserver(() => table.paint(shown(), lane(), lit)).observe(sheet);
  scrolls(sheet);
  return {
    elements: [head, summary, heard, empty, whole],
    paint() {
      const body = panel.closest(".panel-body"); // where it is a tab it is seated later
      if (body instanceof HTMLElement) scrolls(body);
      study.look();
      const row = study.row();
      bar.paint(row);
      inviting(empty, shown() !== null || (row !== null && (row.version > 0 || row.state === "waiting" || row.state === "running")));
      head.hidden = row === null;
      say(about, aboutText());
    },
    shown,
    again: chart.again,
    redraw: () => chart.redraw(),
    retheme: () => chart.retheme(),
  };
}
