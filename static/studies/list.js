// @ts-check
/**
 * The studies of this session, under the runs: what each was, how far it is, and the way to its panel.
 *
 * @typedef {import("../lab.js").Lab} Lab
 * @typedef {import("../messages.js").StudyRow} StudyRow
 */

import { keyOf } from "../chosen.js";
import { find, html, say, set } from "../dom.js";
import { tabMemory } from "../memory.js";
import { styleSheet } from "../sheet.js";
import { aboutOf } from "./about.js";
import { toldOf } from "./bar.js";

/** What each is called, and where it is shown. @type {Record<StudyRow["purpose"], {name: string, panel: string, tab?: string}>} */
const PURPOSES = {
  alphas: { name: "Alpha race", panel: "alphas" },
  rule: { name: "Does the rule hold?", panel: "rule" },
  sizes: { name: "Race of hidden sizes", panel: "sizes", tab: "size-race" },
  map: { name: "Map", panel: "sizes", tab: "size-map" },
  success: { name: "Success by size", panel: "sizes", tab: "size-success" },
  luck: { name: "Luck meter", panel: "luck" },
};

/**
 * @param {Element} parent
 * @param {Lab} lab
 * @param {object} [wishes]
 * @param {string} [wishes.title]
 * @param {() => void} [wishes.before] called before the page turns to a study's panel
 */
export async function studyList(parent, lab, { title = "Experiments", before = () => {} } = {}) {
  await styleSheet(lab.url("studies.css"));
  const list = html("ul", { class: "study-list", "aria-label": "experiments" });
  const element = html("section", { class: "study-listed", hidden: true }, html("h3", {}, title), list);
  parent.append(element);
  /** @type {Map<string, ReturnType<typeof entry>>} */
  const entries = new Map();
  let drawn = /** @type {StudyRow[] | null} */ (null);

  return {
    /** @param {import("../lab.js").State} state */
    paint({ studies }) {
      if (studies === drawn) return;
      drawn = studies;
      element.hidden = studies.length === 0;
      for (const [key, { element }] of entries) {
        if (studies.some(study => keyOf(study) === key)) continue;
        leave(element);
        entries.delete(key);
      }
      for (const study of studies) {
        const own = entries.get(keyOf(study)) ?? entry(study, lab, before);
        if (!entries.has(keyOf(study))) list.prepend(own.element); // the newest first
        entries.set(keyOf(study), own);
        own.paint(study);
      }
    },
  };
}

/** @param {StudyRow} study @param {Lab} lab @param {() => void} before */
function entry(study, lab, before) {
  const { number, purpose, made_at } = study;
  const { name, panel, tab } = PURPOSES[purpose];
  const about = aboutOf(study, lab.state().welcome);
  const what = `${name}: ${about}`;
  const state = html("span", { class: "study-state" });
  const made = new Date(made_at * 1000);
  const time = html("time", { datetime: made.toISOString() }, whenOf(made, new Date()));
  const show = html("button", { type: "button", class: "chart-button", "aria-label": `Show ${what}` }, "Show");
  const bin = html("button", { type: "button", class: "chart-button", "aria-label": `Delete ${what}` }, "Delete");
  show.addEventListener("click", () => {
    before();
    lab.chooseStudy(purpose, study);
    if (tab) turnTo(panel, tab);
    const section = find(`#${panel}`);
    section.tabIndex = -1;
    section.focus({ preventScroll: true });
    section.scrollIntoView({ block: "start" }); // at once: what lies between need not be fetched
  });
  bin.addEventListener("click", () => lab.send({ type: "delete_study", study: number }));
  return {
    element: html("li", {}, html("span", { class: "study-what" }, html("b", {}, name), " ", time, html("small", {}, about)), html("span", { class: "study-doing" }, state, show, bin)),
    /** @param {StudyRow} row */
    paint(row) {
      say(state, toldOf(row) || "done");
      set(state, "data-state", row.state);
    },
  };
}

/** Also in a panel that is only fetched when one comes near it: it begins with the tab that is remembered. @param {string} panel @param {string} tab */
function turnTo(panel, tab) {
  tabMemory.set(panel, tab);
  document.getElementById(`${panel}-tab-${tab}`)?.click();
}

/** An entry that goes leaves the focus to its neighbour. @param {HTMLElement} element */
function leave(element) {
  const held = element.contains(document.activeElement);
  const next = element.nextElementSibling ?? element.previousElementSibling;
  element.remove();
  if (held) next?.querySelector("button")?.focus();
}

/** The hour, and the day too if it was another. @param {Date} made @param {Date} now */
export function whenOf(made, now) {
  const hour = made.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  if (made.toDateString() === now.toDateString()) return hour;
  return `${made.toLocaleDateString("en-GB", { day: "numeric", month: "short" })}, ${hour}`;
}
