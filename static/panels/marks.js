// @ts-check
/**
 * Where a setting was changed: a dashed line at the iteration, and what changed beside it. What waits for the run, because
 * the page stands before it, is fainter.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../messages.js").Mark} Mark
 * @typedef {import("./curve-view.js").Scales} Scales
 * @typedef {{at: number, text: string}} Label
 */

import { inRows, together } from "../charts/spread.js";
import { draw, pool, say, set } from "../charts/svg.js";

/** Pixels within which the changes of one setting, as of a slider that is dragged, are told as one. */
const NEAR = 12;
/** However near each is to the next, one label tells of no more pixels than this. */
const REACH = 40;
const ROWS = 4;
const ROW_HEIGHT = 14;
const CHARACTER = 5.8;

/** @param {SVGElement} above */
export function marks(above) {
  const lines = draw(above, "path", { class: "mark-line" });
  const waiting = draw(above, "path", { class: "mark-waiting" });
  const dots = pool(above, "path", { class: "mark-dot" });
  const names = pool(above, "text", { class: "mark-name" });
  let before = /** @type {[Mark[], string, number]} */ ([[], "", 0]);

  return {
    /** @param {State} state @param {Scales} scales */
    paint({ marks, frame }, { key, area, x }) {
      const now = frame?.iteration ?? 0;
      const done = marks.filter(({ iteration }) => iteration <= now).length;
      if (before[0] === marks && before[1] === key && before[2] === done) return;
      before = [marks, key, done];
      const labels = labelled(marks, x).filter(({ at }) => at >= area.left - 1 && at <= area.right + 1);
      const placed = labels.map(label => ({ ...label, ...extent(label, area.right) }));
      const rows = inRows(placed, Math.max(1, Math.min(ROWS, Math.floor(area.height / ROW_HEIGHT / 2))));
      const isAhead = (/** @type {Label} */ { at }) => at > x(now) + 0.01;
      const upright = (/** @type {Label[]} */ some) => some.map(({ at }) => `M${at.toFixed(1)} ${area.top}V${area.bottom}`).join("");
      set(lines, { d: upright(labels.filter(label => !isAhead(label))) });
      set(waiting, { d: upright(labels.filter(isAhead)) });
      placed.forEach((label, i) => {
        const { at, start, text } = label;
        for (const part of [dots.at(i), names.at(i)]) part.classList.toggle("ahead", isAhead(label));
        set(dots.at(i), { d: `M${at.toFixed(1)} ${area.bottom - 4}l4 4l-4 4l-4 -4Z` });
        say(dots.at(i).firstElementChild ?? draw(dots.at(i), "title"), text);
        const fits = rows[i] >= 0;
        say(names.at(i), fits ? text : "");
        set(names.at(i), { x: start, y: area.top + 10 + Math.max(rows[i], 0) * ROW_HEIGHT });
      });
      dots.trim(placed.length);
      names.trim(placed.length);
    },
  };
}

/**
 * One label for every place, from left to right.
 *
 * @param {Mark[]} marks
 * @param {(iteration: number) => number} x
 * @returns {Label[]}
 */
export function labelled(marks, x) {
  const fields = [...new Set(marks.map(mark => mark.field))];
  return fields
    .flatMap(field => together(marks.filter(mark => mark.field === field), mark => x(mark.iteration), NEAR, REACH))
    .flatMap(oneWay)
    .map(group => ({ at: x(group[0].iteration), text: summary(group) }))
    .sort((a, b) => a.at - b.at);
}

/**
 * A group in parts that only rise or only fall: there and back is not "from 4 to 1".
 *
 * @param {Mark[]} group
 * @returns {Mark[][]}
 */
function oneWay(group) {
  /** @type {Mark[][]} */
  const parts = [];
  let before = 0;
  for (const mark of group) {
    const [from, to] = ends(mark).map(end => Number(end?.split(" ").pop()));
    const way = Math.sign(to - from) || before;
    const last = parts.at(-1);
    if (last && (way === before || !before)) last.push(mark);
    else parts.push([mark]);
    before = way;
  }
  return parts;
}

/** @param {Mark} mark @returns {(string | undefined)[]} what its label says it was, and what it is */
function ends({ label }) {
  const [from, to] = label.split(" → ");
  return [from, to];
}

/**
 * "alpha 2 → 3" and "alpha 3 → 4" are "alpha 2 → 4".
 *
 * @param {Mark[]} group
 */
export function summary(group) {
  const [first, last] = [group[0], group[group.length - 1]];
  const [from, to] = [ends(first)[0], ends(last)[1]];
  if (group.length === 1) return first.label;
  return to === undefined ? `${last.label} (${group.length} times)` : `${from} → ${to}`;
}

/** To the right of the line, or to the left where the chart ends. @param {Label} label @param {number} right */
function extent({ at, text }, right) {
  const width = text.length * CHARACTER;
  const start = at + 5 + width > right ? at - 5 - width : at + 5;
  return { start, end: start + width };
}
