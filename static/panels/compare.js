// @ts-check
/**
 * The same matrix at the first iteration, at those that were pinned, and now, number by number.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../compare/matrices.js").Matrix} Matrix
 */

import { readable } from "../cadence.js";
import { toggle } from "../charts/choice.js";
import { exampleRange, pagerOf, rowRange } from "../compare/pager.js";
import { aboutMatrix, isOfExamples, lookOf, matricesOf, numbersOf } from "../compare/matrices.js";
import { pinning } from "../compare/pinning.js";
import { obstacles, pageOf, reachOf, shapeOf } from "../compare/sides.js";
import { comparison } from "../compare/table.js";
import { html, say } from "../dom.js";

const CHANGES = {
  text: "differences",
  sentence: "Beside every column: now less what was then.",
  key: "compare.differences",
  on: false,
};

/** @param {HTMLElement} element @param {import("../lab.js").Lab} lab @returns {import("../lab.js").Panel} */
export function comparePanel(element, lab) {
  const hint = element.closest("section")?.querySelector(".panel-hint");
  const select = html("select", { "aria-label": "matrix" });
  const pins = pinning(lab);
  const bar = html("div", { class: "compare-bar" }, select);
  const changes = toggle(bar, { ...CHANGES, changed: again });
  bar.append(pins.element);
  const sheet = html("div", { class: "compare-sheet", tabindex: 0, role: "group", "aria-label": "numbers" });
  const pager = pagerOf(turned);
  const note = html("p", { class: "chart-note" });
  element.classList.add("compare");
  element.append(bar, sheet, pager.element, note);
  let chosen = "";
  let page = 0;
  /** What the table was built for. */
  let built = "";
  /** @type {State["run"]} */
  let builtFor = null;
  /** @type {ReturnType<typeof comparison> | null} */
  let table = null;

  select.addEventListener("change", () => {
    [chosen, page] = [select.value, 0];
    again();
  });

  /** @param {number} wanted */
  function turned(wanted) {
    page = wanted;
    sheet.scrollTop = 0;
    again();
  }

  function again() {
    built = "";
    paint(lab.state());
  }

  /** @param {State} state */
  function paint(state) {
    const { run, pins: looks, detailed, marks } = state;
    if (!run) return;
    pins.update(state);
    const fresh = builtFor !== run;
    if (!readable(state) && !fresh && built) return;
    const matrix = offered(run.frame.weights.length);
    const now = lookOf(detailed);
    const moment = now && { title: "now", iteration: now.iteration, error: now.error, matrix: numbersOf(now, matrix) };
    const before = looks.map((look, i) => ({
      title: i === 0 ? "first" : "pinned", iteration: look.iteration, error: look.error, matrix: numbersOf(look, matrix),
    }));
    const all = [...before.map(side => side.matrix), moment?.matrix ?? null];
    const shape = shapeOf(all);
    const shown = pageOf(shape, page);
    const wanted = [run.run, matrix.name, shape.rows, shape.columns, shown.page, changes.on(), ...before.map(side => side.iteration)].join();
    if (wanted !== built || fresh) {
      const unpin = (/** @type {number} */ iteration) => lab.send({ type: "unpin", iteration });
      table = comparison({ matrix, run, before, shape, page: shown, differences: changes.on(), unpin });
      put(table.element);
      pager.show(shown, isOfExamples(matrix) ? exampleRange(run, shown) : rowRange(shape.rows, shown));
      [built, builtFor] = [wanted, run];
    }
    table?.write(moment, reachOf(matrix.kind, all));
    say(note, moment ? obstacles(matrix.name, before, moment, marks).join(" ") : "");
  }

  /** Whoever had the focus in the old table has it in the new one, or where it makes sense next. @param {HTMLElement} fresh */
  function put(fresh) {
    const held = sheet.contains(document.activeElement) && document.activeElement?.getAttribute("data-iteration");
    sheet.replaceChildren(fresh);
    if (!held) return;
    const button = /** @type {HTMLElement | null} */ (fresh.querySelector(`[data-iteration="${held}"]`));
    if (button) button.focus();
    else pins.focus();
  }

  /** @param {number} count of synapses @returns {Matrix} the chosen one */
  function offered(count) {
    const all = matricesOf(count);
    if (select.options.length !== all.length) {
      select.replaceChildren(...all.map(({ name }) => html("option", { value: name }, name)));
    }
    const matrix = all.find(({ name }) => name === chosen) ?? all[4 * (count - 1)];
    if (select.value !== matrix.name) select.value = matrix.name;
    if (hint) say(hint, aboutMatrix(matrix));
    return matrix;
  }

  return { paint };
}
