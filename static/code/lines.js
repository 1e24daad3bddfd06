// @ts-check
/**
 * The lines of the listing as elements. What can be walked to inside a line carries `data-walk`: its names, the numbers
 * that can be typed over, and the buttons at its end.
 *
 * @typedef {import("../messages.js").Line} Line
 * @typedef {import("../messages.js").Snapshot} Snapshot
 *
 * @typedef {object} Slot something in a line that can be typed over
 * @property {HTMLElement} element
 * @property {string} hole name of a setting, or empty
 * @property {{row: number, column: number} | null} cell of the data
 */

import { html, svg } from "../dom.js";
import { pieces } from "../python.js";
import { explainLine, meaningOfName } from "../words.js";
import { cellsOf } from "./cells.js";
import { changeOf, isChanged } from "./loop.js";
import { nameSpan } from "./named.js";

/** What the three tasks of the loop are called, and which way the numbers go in them. @type {Record<string, [word: string, way: string]>} */
const TASKS = { predict: ["predict", "forward"], compare: ["see how wrong", "backward"], update: ["update", ""] };

/** @param {Snapshot} run @param {number} i @returns {{element: HTMLLIElement, slots: Slot[]}} */
export function lineElement(run, i) {
  const line = run.code[i];
  /** @type {Slot[]} */
  const slots = [];
  const looped = Object.hasOwn(TASKS, line.task);
  const begins = looped && run.code[i - 1]?.task !== line.task;
  const element = html(
    "li",
    {
      "data-task": line.task, "data-explain": explainLine(line.text, changeOf(line)), "data-goes": looped,
      class: isChanged(line) ? "changed" : null, "data-begins": begins, "data-ends": looped && run.code[i + 1]?.task !== line.task, tabindex: -1,
    },
    html("span", {}, /^ */.exec(line.text)?.[0] ?? ""),
    html("span", { class: "text" }, ...textOf(run, line, slots)),
    ...buttonsOf(line, i),
    ...(begins ? [taskWord(line.task)] : []),
  );
  return { element, slots };
}

/** @param {Snapshot} run @param {Line} line @param {Slot[]} slots */
function textOf(run, line, slots) {
  let at = line.text.search(/\S/);
  const cut = [];
  for (const { start, end, row, column } of cellsOf(line, run)) {
    cut.push(...inked(line.text.slice(at, start), slots));
    const label = column < run.columns.length ? run.columns[column] : "y";
    const value = line.text.slice(start, end);
    const element = pressable("cell", `row ${row + 1}, ${label} = ${value}: change`, value);
    element.dataset.explain = "";
    slots.push({ element, hole: "", cell: { row, column } });
    cut.push(element);
    at = end;
  }
  return [...cut, ...inked(line.text.slice(at), slots)];
}

/** @param {string} text @param {Slot[]} slots @returns {(Node | string)[]} */
function inked(text, slots) {
  return pieces(text).map(({ kind, text: piece }) => {
    if (kind === "text") return piece;
    if (kind === "name") return meaningOfName(piece) ? walkable(nameSpan(piece, -1)) : html("span", {}, piece);
    if (kind !== "hole") return html("span", { class: kind }, piece);
    const element = pressable("hole", "", "");
    if (meaningOfName(piece)) element.dataset.name = piece;
    else element.dataset.explain = "";
    slots.push({ element, hole: piece, cell: null });
    return element;
  });
}

/** In text that is to be selected and copied a button would be a hole. @param {string} kind @param {string} label @param {string} text */
function pressable(kind, label, text) {
  return walkable(html("span", { class: kind, role: "button", "aria-label": label, tabindex: -1 }, text));
}

/** @template {HTMLElement} Any @param {Any} element @returns {Any} */
function walkable(element) {
  element.dataset.walk = "";
  return element;
}

/** @param {Line} line @param {number} i */
function buttonsOf(line, i) {
  if (line.choices.length === 0) return [];
  const icon = svg("svg", { viewBox: "0 0 20 20", "aria-hidden": true }, svg("path", { d: "M4 6.5h11M12 3.5l3 3-3 3M16 13.5H5M8 10.5l-3 3 3 3" }));
  const change = html("button", {
    type: "button", class: "switch", tabindex: -1, "aria-haspopup": "menu", "aria-expanded": "false", "aria-label": `Change line ${i + 1}`,
    "data-explain": "Have this line do something else, and see what it was good for.",
  }, icon);
  if (!isChanged(line)) return [walkable(change)];
  const mend = html("button", {
    type: "button", class: "mend", tabindex: -1, "aria-label": `Mend line ${i + 1}`, "data-explain": "Have this line do the right thing again.",
  }, "mend");
  return [walkable(change), walkable(mend)];
}

/** @param {string} task */
function taskWord(task) {
  const [word, way] = TASKS[task];
  return html("span", { class: "task" }, word, ...(way ? [html("i", { class: way, title: way })] : []));
}
