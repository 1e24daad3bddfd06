// @ts-check
/** The luck meter: the present recipe from many seeds, where they all end, and where among them one's own does. */

import { button } from "../../charts/choice.js";
import { saveButton } from "../../charts/picture.js";
import { html, say } from "../../dom.js";
import { whole } from "../../numbers.js";
import { styleSheet } from "../../sheet.js";
import { workBar } from "../../studies/bar.js";
import { flatDrawing } from "../../studies/flat.js";
import { studyForm } from "../../studies/form.js";
import { binned, middleStart } from "../../studies/luck-bins.js";
import { luckEnds } from "../../studies/luck-ends.js";
import { luckHistogram } from "../../studies/luck-histogram.js";
import { allAlike, ranked } from "../../studies/luck-ranks.js";
import { alikeWords, drawsWeights, isOf, lostWords, mineOf, outdatedWords, presentKey, rankWords, solvedWords } from "../../studies/luck-words.js";
import { columnsSketch } from "../../studies/map-sketch.js";
import { toldLine } from "../../studies/map-told.js";
import { openRun } from "../../studies/opening.js";
import { panelStudy } from "../../studies/painting.js";
import { saveCsv, seedsCsv } from "../../studies/sweep-csv.js";

/** @typedef {import("../../lab.js").State} State */
/** @typedef {import("../../messages.js").SweepResult} SweepResult */

const EMPTY = "Was it the recipe, or the luck of the start? Train the same recipe from a thousand random starts and see where they all end, and how many of them your seed has beaten.";
const HINT = "Point at a bar, tap it, or go through them with the arrow keys; a click, a second tap or Enter opens the run in its middle.";
/** Of about six pixels each on a desk. */
const MOST_BINS = 64;

/** @param {HTMLElement} element @param {import("../../lab.js").Lab} lab @returns {Promise<import("../../lab.js").Panel>} */
export async function luckPanel(element, lab) {
  await Promise.all(["studies.css", "luck.css"].map(name => styleSheet(lab.url(name))));
  const form = studyForm(lab, {
    purpose: "luck", verb: "start_sweep", name: "the luck meter", fields: { seeds: "1000", iterations: "10000" }, of: "present",
    start: "Try them all",
  });
  const bar = workBar(lab, "the luck meter");
  const invitation = html("button", { type: "button", class: "plain study-start" }, "Try a thousand starts");
  invitation.addEventListener("click", () => form.element.requestSubmit());
  const empty = html("div", { class: "study-empty" }, columnsSketch(), html("p", {}, EMPTY), invitation);
  const about = html("p", { class: "study-about" });
  const outdated = html("p", { class: "study-outdated" });
  const rank = html("p", { class: "luck-rank", role: "status" });
  const rest = html("p", { class: "luck-rest" });
  const told = toldLine(HINT);
  const histogram = luckHistogram(
    (bin, words) => {
      const middle = middleStart(bin);
      told.show({ words, runs: middle && [{ name: `Open seed ${middle.seed}`, open: () => open(middle) }] });
    },
    open,
  );
  const ends = luckEnds(open);
  const shown = html("div", { class: "luck-shown", hidden: true }, outdated, rank, histogram.element, told.element, ends.element, rest);
  element.append(form.element, bar.element, empty, about, shown);
  /** @type {ReturnType<typeof panelStudy<SweepResult>>} */
  const source = panelStudy(lab, { purpose: "luck", form, bar, empty, about, changed: () => draw(lab.state()) });
  const tools = element.closest("section")?.querySelector(".panel-tools") ?? element;
  const csv = button(tools, "CSV", "Saves where every seed ended as a file of numbers.", () => {
    const result = source.result();
    if (result) saveCsv(seedsCsv(result), "luck");
  });
  csv.hidden = true;
  saveButton(tools, "the luck meter", "luck", lab, () => {
    const words = { title: "The luck meter", about: about.textContent ?? "", note: rank.textContent ?? "" };
    return histogram.element.checkVisibility() ? flatDrawing(histogram.element, () => {}, words) : null;
  });
  let drawn = "";

  /** @param {{seed: number}} start */
  function open({ seed }) {
    const result = source.result();
    if (result) openRun(lab, { study: result.number, alpha: result.alphas[0], hidden_size: result.hidden_sizes[0], seed });
  }

  /** @param {State} state */
  function draw({ run, controls }) {
    const [result, row] = [source.result(), source.row()];
    const starts = ranked(result?.errors[0][0] ?? []);
    shown.hidden = csv.hidden = !starts.length;
    if (!result || !row || !run || !controls || !starts.length) return;
    const present = { basis: run.basis, alpha: controls.alpha, hidden_size: controls.hidden_size };
    const same = isOf(result, row, present);
    const mine = mineOf(result, same, controls.seed);
    say(outdated, outdatedWords(same, row, present));
    outdated.hidden = !outdated.textContent;
    const alike = allAlike(starts);
    say(rank, alike ? alikeWords(starts, !same || drawsWeights(run.code)) : mine ? rankWords(starts, mine, result.iterations) : `${whole(starts.length)} of ${whole(result.seeds)} seeds have ended.`);
    const bins = binned(starts, MOST_BINS);
    histogram.element.hidden = told.element.hidden = !bins.length;
    ends.element.hidden = alike;
    if (bins.length) histogram.paint(bins, starts.length, mine, { seeds: result.seeds, iterations: result.iterations });
    ends.paint(starts);
    const solved = solvedWords(result.solved[0][0], result.known[0][0], result.solved_within);
    say(rest, [solved, lostWords(starts)].filter(Boolean).join(" "));
  }

  return {
    paint(state) {
      source.paint(state);
      const key = [source.row()?.number, source.row()?.state, presentKey(state)].join();
      if (key !== drawn) draw(state);
      drawn = key;
    },
  };
}
