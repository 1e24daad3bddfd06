// @ts-check
/**
 * One run in the table: its line, its name, its numbers, and what can be done with it.
 *
 * @typedef {import("../lab.js").Lab} Lab
 * @typedef {import("../messages.js").RunRow} RunRow
 */

import { html, say, set, svg } from "../dom.js";
import { COLUMNS } from "./columns.js";
import { titleOf } from "./names.js";
import { rename } from "./rename.js";
import { swatch } from "./swatch.js";

const PENCIL = "M4 16l.6-3.2L13 4.4a1.4 1.4 0 0 1 2 0l.6.6a1.4 1.4 0 0 1 0 2L7.2 15.4 4 16Z";
const EYE = "M2.2 10S5 5 10 5s7.8 5 7.8 5-2.8 5-7.8 5-7.8-5-7.8-5Z M10 7.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4Z";
const SLASH = "M4 16.5 16 3.5";
const BIN = "M4 6h12M8 6V4h4v2M6 6l.7 10h6.6L14 6";

/** @param {number} run @param {Lab} lab */
export function runRow(run, lab) {
  /** @type {RunRow | null} */
  let shown = null;
  let doomed = false;
  const line = html("span", { class: "runs-line" });
  const name = html("b", { class: "runs-name" });
  const pencil = icon(PENCIL, "runs-icon runs-pencil");
  const here = html("span", { class: "runs-here", hidden: true }, "present");
  const about = html("small", { class: "runs-about" });
  const folded = html("small", { class: "runs-folded" });
  const head = html("th", { scope: "row", role: "rowheader" }, html("span", { class: "runs-title" }, line, name, pencil, here), about, folded);
  const cells = COLUMNS.map(({ key }) => html("td", { class: `runs-${key}`, role: "cell" }));
  const turn = html("button", { type: "button", class: "chart-button runs-turn" }, "Turn to it");
  const eye = icon(EYE, "runs-icon");
  eye.firstElementChild?.append(svg("path", { d: SLASH, class: "slash" }));
  const bin = icon(BIN, "runs-icon runs-bin");
  const element = html("tr", { "data-run": run, role: "row" }, head, ...cells, html("td", { class: "runs-doing", role: "cell" }, html("span", {}, turn, eye, bin)));

  const title = () => (shown ? titleOf(shown) : "");
  const edit = () => {
    if (!name.isConnected) return; // its field is open
    rename(name, `name of ${title()}`, shown?.name ?? "", typed => lab.send({ type: "rename_run", run, name: typed }), () => pencil.focus());
  };
  pencil.addEventListener("click", edit);
  name.addEventListener("dblclick", edit);
  element.addEventListener("keydown", event => {
    if (event.key !== "F2") return;
    event.preventDefault();
    edit();
  });
  turn.addEventListener("click", () => lab.send({ type: "choose_run", run }));
  eye.addEventListener("click", () => shown && lab.send({ type: "hide_run", run, hidden: !shown.hidden }));
  bin.addEventListener("click", () => (doomed = lab.send({ type: "delete_run", run })));

  return {
    element,
    /** It is in no list any more. */
    gone() {
      if (doomed) lab.say(`Deleted ${title()}: Undo brings it back.`);
    },
    /** The numbers alone. @param {RunRow} row @param {boolean} goal whether there is one */
    write(row, goal) {
      COLUMNS.forEach(({ text }, i) => say(cells[i], text(row)));
      say(folded, [
        ...(goal ? [`goal ${COLUMNS[2].text(row)}`] : []), `largest |w| ${COLUMNS[3].text(row)}`, `turns ${COLUMNS[4].text(row)}`,
      ].join(" · "));
    },
    /** @param {RunRow} row @param {{present: boolean, about: string}} told */
    update(row, { present, about: words }) {
      const [before, was] = [shown, turn.hidden];
      shown = row;
      if (!before || before.colour !== row.colour || was !== present) line.replaceChildren(swatch(present ? null : row.colour));
      say(name, title());
      say(about, words);
      here.hidden = !present;
      turn.hidden = eye.hidden = bin.hidden = present;
      element.classList.toggle("present", present);
      element.classList.toggle("unseen", row.hidden && !present);
      set(name, "data-explain", row.label);
      label(pencil, `Rename ${title()}`);
      label(turn, `Turn to ${title()}`);
      label(eye, `${row.hidden ? "Show" : "Hide"} ${title()} in the charts`);
      set(eye, "aria-pressed", String(row.hidden));
      label(bin, `Delete ${title()}`);
    },
  };
}

/** @param {Element} button @param {string} words */
function label(button, words) {
  set(button, "aria-label", words);
  set(button, "data-explain", words);
}

/** @param {string} d @param {string} name class */
function icon(d, name) {
  return html("button", { type: "button", class: name }, svg("svg", { viewBox: "0 0 20 20", "aria-hidden": "true" }, svg("path", { d })));
}
