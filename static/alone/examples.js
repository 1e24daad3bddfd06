// @ts-check
/** What the network was taught, what it answers, and how far off that is; one row is chosen for the drawing. */

import { fit } from "../data/room.js";
import { cellText, draw, rowOf, write } from "../data/rows.js";
import { headOf } from "../data/titles.js";
import { html, say, set } from "../dom.js";
import { whole } from "../numbers.js";

/** Rows in view at once. */
const PAGE = 40;

/** @typedef {import("./moment.js").Moment} Moment */

/** @param {HTMLElement} element @param {HTMLElement} tools @param {() => void} changed another row was chosen */
export function examples(element, tools, changed) {
  /** @type {ReturnType<typeof rowOf>[]} */
  let rows = [];
  /** @type {number[][]} */
  let all = [];
  let shape = "";
  let [first, chosen, drawn] = [0, 0, -1];
  const where = html("span", { class: "where" });
  const back = html("button", { type: "button", class: "plain", "aria-label": "Rows before" }, "‹");
  const on = html("button", { type: "button", class: "plain", "aria-label": "Rows after" }, "›");
  tools.append(where, back, on);
  new ResizeObserver(() => fit(element)).observe(element);
  back.addEventListener("click", () => choose(first - PAGE));
  on.addEventListener("click", () => choose(first + PAGE));

  /** @param {number} row */
  function choose(row) {
    chosen = Math.max(0, Math.min(all.length - 1, row));
    changed();
  }

  element.addEventListener("click", event => {
    const row = rows.findIndex(row => row.element.contains(/** @type {Node} */ (event.target)));
    if (row >= 0) choose(first + row);
  });
  element.addEventListener("keydown", event => {
    const to = { ArrowDown: chosen + 1, ArrowUp: chosen - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    choose(to);
    requestAnimationFrame(() => rows[chosen - first]?.element.focus());
  });

  /** @param {Moment} moment */
  function build({ sizes, columns }) {
    const [inputs, outputs] = [sizes[0], sizes[sizes.length - 1]];
    const count = Math.min(PAGE, all.length - first);
    const wanted = [inputs, outputs, sizes.length, count, ...columns].join();
    if (wanted === shape) return;
    shape = wanted;
    rows = Array.from({ length: count }, () => rowOf(inputs, outputs));
    const named = { columns, targets: [Array(outputs)], frame: { layers: Array(sizes.length - 1) } };
    element.replaceChildren(html("table", { class: "examples", role: "grid", "aria-label": "examples" },
      headOf(/** @type {any} */ (named)), html("tbody", { role: "rowgroup" }, ...rows.map(row => row.element))));
    fit(element);
  }

  function page() {
    chosen = Math.min(chosen, all.length - 1);
    first = Math.floor(chosen / PAGE) * PAGE;
    tools.hidden = all.length <= PAGE;
    say(where, `rows ${whole(first + 1)}–${whole(Math.min(all.length, first + PAGE))} of ${whole(all.length)}`);
    back.disabled = first === 0;
    on.disabled = first + PAGE >= all.length;
  }

  return {
    get chosen() {
      return chosen;
    },
    /** @param {Moment} moment @param {boolean} readable */
    paint(moment, readable) {
      const fresh = all !== moment.rows;
      all = moment.rows;
      page();
      build(moment);
      const [inputs, last] = [moment.sizes[0], moment.sizes.length - 1];
      rows.forEach((row, i) => {
        const given = all[first + i];
        const outputs = moment.outputs(last, first + i);
        const targets = given.slice(inputs);
        if (fresh || drawn !== first) given.forEach((value, j) => say(row.given[j], cellText(value)));
        draw(row, outputs, targets);
        if (readable || drawn !== first) write(row, outputs, targets);
        set(row.element, "aria-selected", String(first + i === chosen));
        row.element.tabIndex = first + i === chosen ? 0 : -1;
      });
      drawn = first;
    },
  };
}
