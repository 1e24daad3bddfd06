// @ts-check
/** How many random starts solve the task with each hidden size, beside what the post says of it. */

import { button } from "../charts/choice.js";
import { saveButton } from "../charts/picture.js";
import { html, say } from "../dom.js";
import { small } from "../numbers.js";
import { capital } from "../story/wording.js";
import { workBar } from "./bar.js";
import { flatDrawing } from "./flat.js";
import { studyForm } from "./form.js";
import { ranked } from "./luck-ranks.js";
import { barsSketch } from "./map-sketch.js";
import { toldLine } from "./map-told.js";
import { openRun } from "./opening.js";
import { panelStudy } from "./painting.js";
import { sizeBars } from "./size-bars.js";
import { sizesNone } from "./size-none.js";
import { claimWords, talliesOf, tallyWords, worstName } from "./size-words.js";
import { cellsCsv, saveCsv } from "./sweep-csv.js";

/** @typedef {import("../messages.js").SweepResult} SweepResult */

const EMPTY = "The post says that no more than three hidden units are needed for XOR. Train every size from two hundred random starts, and count how many of them find the answer.";
const HINT = "Point at a bar, tap it, or go through them with the arrow keys, for its figures and two of its runs to open.";

/** @param {HTMLElement} page @param {import("../lab.js").Lab} lab */
export function successView(page, lab) {
  const form = studyForm(lab, {
    purpose: "success", verb: "start_sweep", name: "success by size", of: "post", start: "Try all starts",
    fields: { alphas: "1", hidden_sizes: "1 2 3 4 8 16 32", seeds: "200", iterations: "10000" },
  });
  const none = sizesNone(form);
  const bar = workBar(lab, "success by size");
  const invitation = html("button", { type: "button", class: "plain study-start" }, "Try all starts");
  invitation.addEventListener("click", () => form.element.requestSubmit());
  const empty = html("div", { class: "study-empty" }, barsSketch(), html("p", {}, EMPTY), invitation);
  const about = html("p", { class: "study-about" });
  const tools = html("span", { class: "map-tools", hidden: true });
  const claims = paragraphs("size-claim");
  const told = toldLine(HINT);
  const bars = sizeBars((size, alpha) => {
    pointed = [size, alpha];
    draw();
  });
  const whole = html("div", { class: "size-whole", hidden: true }, claims.element, bars.element, told.element);
  page.append(form.element, none.element, bar.element, empty, html("div", { class: "map-head" }, about, tools), whole);
  /** @type {ReturnType<typeof panelStudy<SweepResult>>} */
  const source = panelStudy(lab, { purpose: "success", form, bar, empty, about, changed: draw });
  /** @type {[number, number] | null} */
  let pointed = null;
  button(tools, "CSV", "Saves all that was found as a file of numbers, a row for each bar.", () => {
    const result = source.result();
    if (result) saveCsv(cellsCsv(result), "success-by-size");
  });

  saveButton(tools, "success by size", "success-by-size", lab, () => {
    const words = { title: "Success by size", about: about.textContent ?? "", note: claims.element.textContent ?? "" };
    return source.result() ? flatDrawing(bars.element, () => {}, words) : null;
  });

  function draw() {
    const result = source.result();
    whole.hidden = tools.hidden = !result;
    if (!result) return;
    const tallies = talliesOf(result);
    if (pointed && !tallies[pointed[0]]?.[pointed[1]]) pointed = null;
    bars.paint(tallies, pointed, result.seeds);
    const claimed = source.row()?.is_posts === true;
    claims.show(tallies[0].map((_, j) => claimWords(tallies.map(group => group[j]), claimed && j === 0, result.seeds)));
    if (pointed) tell(result, tallies[pointed[0]][pointed[1]], ...pointed);
    else told.show(null);
  }

  /** @param {SweepResult} result @param {import("./size-words.js").Tally} tally @param {number} i of the hidden size @param {number} j of the alpha */
  function tell(result, tally, i, j) {
    const starts = ranked(result.errors[i][j]);
    const [best, worst] = [starts[0], starts[starts.length - 1]];
    const open = (/** @type {number} */ seed) => () => {
      openRun(lab, { study: result.number, alpha: result.alphas[j], hidden_size: result.hidden_sizes[i], seed });
    };
    const runs = best && [
      { name: `Open the best start: seed ${best.seed}, ${small(best.error)}`, open: open(best.seed) },
      { name: worstName(worst, result.solved_within), open: open(worst.seed) },
    ];
    told.show({ words: capital(tallyWords(tally)), runs });
  }

  return {
    /** @param {import("../lab.js").State} state */
    paint(state) {
      source.paint(state);
      none.paint(state);
    },
  };
}

/** Sentences that are written only when they are others. @param {string} name class of each */
function paragraphs(name) {
  const element = html("div", { role: "status" });
  return {
    element,
    /** @param {string[]} sentences */
    show(sentences) {
      while (element.children.length > sentences.length) element.lastElementChild?.remove();
      while (element.children.length < sentences.length) element.append(html("p", { class: name }));
      sentences.forEach((sentence, i) => say(element.children[i], sentence));
    },
  };
}
