// @ts-check
/** What the network is taught, and how far off it is on every row. Inputs and targets can be typed over. */

import { readable } from "../cadence.js";
import { cellEditor } from "../data/cells.js";
import { moves } from "../data/moves.js";
import { pager } from "../data/pager.js";
import { fit, reveal } from "../data/room.js";
import { cellText, draw, rowOf, write } from "../data/rows.js";
import { footOf, headOf, namesOf } from "../data/titles.js";
import { correlationSpoken, correlationText } from "../data/words.js";
import { find, html, say, set } from "../dom.js";
import { rowInView } from "../store.js";

const SIDEWAYS = "scroll sideways for all columns";

/**
 * @typedef {import("../messages.js").Snapshot} Snapshot
 * @typedef {import("../data/cells.js").Place} Place
 */

/** @param {HTMLElement} element @param {import("../lab.js").Lab} lab @returns {import("../lab.js").Panel} */
export function examplesPanel(element, lab) {
  /** @type {Snapshot | null} */
  let run = null;
  let shape = "";
  /** @type {ReturnType<typeof rowOf>[]} */
  let rows = [];
  let first = 0;
  /** @type {number | null} */
  let chosen = null;
  /** What is to have the focus once it is in view. @type {{row: number, column: number | null} | null} */
  let wanted = null;
  const section = element.closest("section") ?? document;
  const [pages, hint] = [pager(lab), find(".panel-hint", section)];
  const usual = hint.textContent ?? "";
  find(".panel-tools", section).append(pages.element);
  new ResizeObserver(arrange).observe(element);

  const editor = cellEditor({
    cell: ({ row, column }) => rows[row - first]?.given[column] ?? null,
    truth: place => String(valueAt(place) ?? ""),
    name: ({ row, column }) => `${namesOf(run)[column]} of row ${row + 1}`,
    commit: (place, value, refused) => lab.send({ type: "set_cell", ...place, value }, refused),
    beside: nextPlace,
  });
  moves(element, {
    shape: () => ({ first, last: first + rows.length - 1, columns: rows[0]?.given.length ?? 0, rows: run?.rows ?? 0 }),
    isChosen: row => lab.state().controls?.row === row,
    choose: lab.chooseRow,
    focus,
    edit: editor.edit,
  });

  /** @param {Place} place */
  function valueAt({ row, column }) {
    return run && [...run.inputs[row - first], ...run.targets[row - first]][column];
  }

  /** Row after row, as one reads. @param {Place} from @param {number} across @param {number} down @returns {Place | null} */
  function nextPlace({ row, column }, across, down) {
    const columns = rows[0].given.length;
    const at = (row - first + down) * columns + column + across;
    return at < 0 || at >= rows.length * columns ? null : { row: first + Math.floor(at / columns), column: at % columns };
  }

  /** @param {number} row @param {number | null} column */
  function focus(row, column) {
    const found = rows[row - first];
    wanted = found ? null : { row, column };
    if (found) (column === null ? found.element : found.given[column]).focus();
  }

  /** @param {Snapshot} next */
  function show(next) {
    run = next;
    const wide = `${next.columns.join("\n")}|${next.targets[0].length}|${next.frame.layers.length}|${next.inputs.length}`;
    const held = heldPlace();
    editor.through(() => {
      first = next.first_row;
      if (wide !== shape) build(next);
      shape = wide;
    });
    rows.forEach(({ given }, i) => [...next.inputs[i], ...next.targets[i]].forEach((value, j) => {
      if (given[j].firstChild) say(given[j].firstChild, cellText(value));
    }));
    element.querySelectorAll("tfoot td").forEach((cell, i) => {
      say(cell, correlationText(next.correlations[i]));
      set(cell, "aria-label", `${next.columns[i]}: ${correlationSpoken(next.correlations[i])}`);
    });
    pages.show(next);
    arrange();
    chosen = null;
    if (held && !element.contains(document.activeElement)) focus(Math.min(held.row, first + rows.length - 1), held.column);
  }

  /** As wide as there is room for; the pager needs the room of the hint, unless there is more to say. */
  function arrange() {
    const fits = fit(element);
    say(hint, fits ? usual : SIDEWAYS);
    hint.hidden = fits && !pages.element.hidden;
  }

  /** The cell or row that has the focus. */
  function heldPlace() {
    const row = rows.findIndex(({ element }) => element.contains(document.activeElement));
    const column = row < 0 ? -1 : rows[row].given.findIndex(cell => cell === document.activeElement);
    return row < 0 ? null : { row: first + row, column: column < 0 ? null : column };
  }

  /** @param {Snapshot} next */
  function build(next) {
    const [inputs, targets] = [next.columns.length, next.targets[0].length];
    rows = next.inputs.map(() => rowOf(inputs, targets));
    element.replaceChildren(html("table", { class: "examples", role: "grid", "aria-labelledby": "examples-title" },
      headOf(next), html("tbody", { role: "rowgroup" }, ...rows.map(row => row.element)), footOf(inputs, targets)));
  }

  /** @param {number} row in view */
  function choose(row) {
    rows.forEach(({ element }, i) => {
      set(element, "aria-selected", String(i === row));
      element.tabIndex = i === row || (i === 0 && !rows[row]) ? 0 : -1;
    });
    chosen = row;
    if (rows[row]) reveal(element, rows[row].element);
  }

  return {
    paint(state) {
      const { frame, controls } = state;
      if (!state.run || !frame || !controls) return;
      const fresh = run !== state.run;
      if (fresh) show(state.run);
      if (chosen !== rowInView(state)) choose(rowInView(state));
      if (wanted && rows[wanted.row - first]) focus(wanted.row, wanted.column);
      // A frame of other rows belongs to a table that is on its way.
      if (frame.first_row !== first) return;
      const outputs = frame.layers[frame.layers.length - 1];
      const written = readable(state) || fresh;
      rows.forEach((row, i) => {
        draw(row, outputs[i] ?? [], state.run?.targets[i] ?? []);
        if (written) write(row, outputs[i] ?? [], state.run?.targets[i] ?? []);
      });
    },
  };
}
