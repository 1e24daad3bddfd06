// @ts-check
/**
 * Which study a panel shows where that is not its newest. This tab remembers it over a reload, as it does the session
 * whose studies they are, and forgets what there is no more.
 *
 * @typedef {import("./lab.js").State["chosenStudies"]} Chosen
 * @typedef {import("./messages.js").StudyRow} StudyRow
 */

import { parsed, tabMemory } from "./memory.js";

const KEY = "chosen-studies";

/**
 * What tells a study from every other. A session that was lost, or whose newest study was deleted, may give its number
 * again; not at the same time.
 *
 * @param {StudyRow | null} row
 */
export function keyOf(row) {
  return row ? `${row.number} ${row.made_at}` : "";
}

/** Those that are there still. @param {Chosen} chosen @param {StudyRow[]} studies @returns {Chosen} */
export function stillThere(chosen, studies) {
  const there = studies.map(keyOf);
  return Object.fromEntries(Object.entries(chosen).filter(([, key]) => there.includes(key)));
}

/** What was chosen before the page was reloaded. @returns {Chosen} */
export function recalled() {
  return parsed(tabMemory.get(KEY));
}

/** @param {Chosen} chosen */
export function remember(chosen) {
  const text = JSON.stringify(chosen);
  if (tabMemory.get(KEY) !== text) tabMemory.set(KEY, text); // studies at work are told of five times a second
}
