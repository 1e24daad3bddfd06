// @ts-check
/** Rows and columns: one more, one less, in another order, and many copies. */

import { html, say } from "../dom.js";
import { errorText, whole } from "../numbers.js";
import { rowInView } from "../store.js";
import { labelled, numberField, press, tool } from "./tool.js";
import { targetNames } from "./words.js";

const ORDER = "An update is a sum over all rows, and a sum does not ask in which order: the network goes on as before, up to rounding.";
const COPIES = "The examples again and again, each time with a little noise on their inputs: the same lines train them. An update is a sum over all rows, so with 100 times the rows it is about 100 times as large: make alpha smaller by as much.";

/** @typedef {import("../lab.js").State} State */

/** @param {import("../lab.js").Lab} lab */
export function edits(lab) {
  const fields = html("span", { class: "fields" });
  const remove = press("Remove row 1");
  const constant = numberField("number in the new column", "1", 4);
  const columns = html("select", { "aria-label": "column to remove" });
  const noise = numberField("noise", "0.1", 4);
  const many = numberField("rows in all", "", 6);
  const shuffled = html("p", { class: "told", role: "status" });
  /** The frame at which a shuffle was asked for. @type {import("../messages.js").Frame | null} */
  let before = null;
  let shape = "";
  /** @type {string[]} */
  let filled = [];

  const typed = () => [...fields.querySelectorAll("input")];
  const shuffle = press("Shuffle the rows", "shuffle", { "data-explain": ORDER });
  const copies = [1000, 10_000].map(rows => press(whole(rows), String(rows), { "aria-label": `Copy up to ${whole(rows)} rows` }));
  const element = html("div", { class: "tools" },
    html("h3", {}, "Rows"),
    tool(lab, () => ({ type: "add_row", values: typed().map(input => input.value) }), fields, press("Add this row")),
    html("div", { class: "side-by-side" },
      tool(lab, () => ({ type: "remove_row", row: lab.state().controls?.row ?? 0 }), remove),
      tool(lab, askForShuffle, shuffle)),
    shuffled,
    html("h3", {}, "Columns"),
    html("div", { class: "side-by-side" },
      tool(lab, () => ({ type: "add_column", value: constant.value }), labelled(constant, "a column of"), press("Add")),
      tool(lab, () => ({ type: "remove_column", column: columns.selectedIndex }), columns, press("Remove", "", { "aria-label": "Remove the column" }))),
    html("h3", {}, "Noisy copies"), html("p", { class: "told" }, COPIES),
    tool(lab, pressed => ({ type: "copy_rows", rows: pressed || many.value, noise: noise.value }),
      labelled(many, "rows in all"), press("Copy"), ...copies, labelled(noise, "noise")));

  /** @returns {import("../messages.js").ClientMessage} */
  function askForShuffle() {
    before = lab.state().frame;
    return { type: "shuffle_rows" };
  }

  /** @param {import("../messages.js").Snapshot} run */
  function build(run) {
    const names = [...run.columns, ...targetNames(run.targets[0].length)];
    fields.replaceChildren(...names.map(name => labelled(numberField(`${name} of the new row`, "", 4), name)));
    columns.replaceChildren(...run.columns.map(name => html("option", {}, name)));
    shape = names.join("\n");
    filled = [];
  }

  /** The new row begins as the one that is chosen, until something is typed into it. @param {State} state */
  function fill(state) {
    const row = rowInView(state);
    const values = state.run?.inputs[row] && [...state.run.inputs[row], ...state.run.targets[row]].map(String);
    const untouched = typed().every((input, i) => input.value === (filled[i] ?? ""));
    if (!values || !untouched || fields.contains(document.activeElement)) return;
    typed().forEach((input, i) => (input.value = values[i]));
    filled = values;
  }

  return {
    element,
    /** @param {State} state @param {boolean} fresh whether the table may be another */
    show(state, fresh) {
      const { run, controls, frame } = state;
      if (!run || !controls || !frame) return;
      const names = [...run.columns, ...targetNames(run.targets[0].length)].join("\n");
      if (names !== shape) build(run);
      say(remove, `Remove row ${whole(controls.row + 1)}`);
      fill(state);
      if (fresh) say(shuffled, before ? afterShuffle(before, run.frame) : "");
      if (fresh) before = null;
    },
  };
}

/** @param {import("../messages.js").Frame} before @param {import("../messages.js").Frame} after */
function afterShuffle(before, after) {
  const order = "The rows stand in another order; a sum over them does not ask in which.";
  if (before.run !== after.run || before.iteration !== after.iteration) return order;
  return `${order} Mean error before: ${errorText(before.error)}, after: ${errorText(after.error)}.`;
}
