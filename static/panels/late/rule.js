// @ts-check
/** Does the rule hold? How often weights change direction, against alpha, for a small network and a large one. */

import { saveButton } from "../../charts/picture.js";
import { html, say } from "../../dom.js";
import { fixed, powers, whole } from "../../numbers.js";
import { styleSheet } from "../../sheet.js";
import { workBar } from "../../studies/bar.js";
import { studyForm } from "../../studies/form.js";
import { panelStudy } from "../../studies/painting.js";
import { lowest } from "../../studies/race-words.js";
import { ruleChart } from "../../studies/rule-chart.js";
import { ruleSketch } from "../../studies/rule-sketch.js";
import { ruleParts, ruleTable } from "../../studies/rule-told.js";
import { busiest, chaosOf, groupsOf, headline, largestOf, turnsOf } from "../../studies/rule-words.js";
import { scrolls } from "../../studies/scrolling.js";
import { sideways } from "../../studies/sideways.js";

/** @typedef {import("../../messages.js").RaceResult} RaceResult */

const FIELDS = { alphas: ".001 .01 .1 1 10 100 1000", hidden_sizes: "4 32", iterations: "60000" };
const RULE = "The post counts how often the update of a weight turns round, and reads a rule from seven runs of 4 units: a tiny alpha " +
  "hardly ever turns, the best one turns most, a huge one in between; and weights grow with alpha. Here the same is counted for other " +
  "sizes too, and each part of the rule is held against the numbers.";

/** @param {HTMLElement} element @param {import("../../lab.js").Lab} lab @returns {Promise<import("../../lab.js").Panel>} */
export async function rulePanel(element, lab) {
  await Promise.all(["studies.css", "alphas.css", "rule.css"].map(name => styleSheet(lab.url(name))));
  element.classList.add("rule-panel");
  const form = studyForm(lab, { purpose: "rule", verb: "start_race", name: "the rule", fields: FIELDS, of: "post", start: "Count" });
  const bar = workBar(lab, "counting");
  const about = html("p", { class: "study-about" });
  const head = html("div", { class: "study-head" }, about, bar.element);
  const start = html("button", { type: "button", class: "plain study-start" }, "Count for 4 and 32 units");
  const empty = html("div", { class: "study-empty" }, ruleSketch(), html("p", {}, RULE), start);
  /** @type {ReturnType<typeof panelStudy<RaceResult>>} */
  const study = panelStudy(lab, { purpose: "rule", form, bar, empty, about, changed });
  const told = html("p", { class: "race-summary chart-note" });
  const heard = html("p", { class: "offstage", role: "status" });
  const charts = html("div", { class: "rule-charts" });
  const parts = ruleParts();
  const table = ruleTable();
  const note = html("p", { class: "race-legend" });
  const numbers = html("div", { class: "race-sheet" }, table.element);
  const sheet = html("div", { class: "rule-whole" }, charts, parts.element, note, numbers);
  element.append(form.element, head, told, heard, empty, sheet);
  scrolls(element);
  sideways(numbers, "changes of direction by alpha");
  start.addEventListener("click", () => form.start("post", FIELDS));

  const groups = () => groupsOf(study.result()?.lanes ?? []);
  const turns = ruleChart(charts, lab, { title: "changes of direction", value: turnsOf, text: whole, zero: true, groups, notable });
  const weights = ruleChart(charts, lab, {
    title: "largest |w|", value: largestOf, text: value => fixed(value, 2), zero: false, groups, notable: () => [],
  });
  const tools = element.closest("section")?.querySelector(".panel-tools") ?? element;
  saveButton(tools, "the changes of direction", "direction-changes", lab, () => {
    const { box, size, layers } = turns.plot;
    return study.result() ? { box, size, svg: layers.svg, chart: turns.plot, about: about.textContent ?? "" } : null;
  });

  function changed() {
    const race = study.result();
    sheet.hidden = !race;
    if (!race) return say(told, "");
    say(told, powers(race.iteration < race.iterations ? `So far, at iteration ${whole(race.iteration)}. ${headline(groups())}` : headline(groups())));
    if (race.iteration === race.iterations) say(heard, told.textContent ?? "");
    parts.paint(groups());
    const chaos = study.row()?.of === "post" && race.iteration === race.iterations ? chaosOf(race) : "";
    say(note, `Both axes are logarithmic; 0 stands below the break. ${chaos}`.trim());
    table.paint(race);
    for (const chart of [turns, weights]) {
      chart.redraw();
      chart.paint();
    }
  }

  changed();
  return {
    paint(state) {
      study.paint(state);
      head.hidden = study.row() === null;
    },
    redraw: () => Promise.all([turns.redraw(), weights.redraw()]),
    retheme() {
      turns.retheme();
      weights.retheme();
    },
  };
}

/** Where the error is lowest, and where direction changes most if that is elsewhere. @param {import("../../studies/rule-words.js").Group} group */
function notable({ lanes }) {
  const [best, most] = [lowest(lanes), busiest(lanes)];
  if (!best || lanes.length === 1) return [];
  const lead = { lane: best, name: "lowest error", beside: best !== most };
  return best === most ? [lead] : [lead, { lane: most, name: "most changes, higher error", beside: false }];
}
