// @ts-check
/** Of many examples some are in view: which, and the way to others. */

import { html, say } from "../dom.js";
import { whole } from "../numbers.js";
import { refusalBubble } from "./bubble.js";
import { inView, isPartial } from "./words.js";

/** @param {import("../lab.js").Lab} lab */
export function pager(lab) {
  const where = html("output", { "aria-label": "rows in view" });
  const back = html("button", { type: "button", class: "plain", "aria-label": "Earlier rows" }, "‹");
  const on = html("button", { type: "button", class: "plain", "aria-label": "Later rows" }, "›");
  const jump = html("input", { type: "text", inputmode: "numeric", autocomplete: "off", size: 5, "aria-label": "go to row", placeholder: "row" });
  const element = html("div", { class: "pager", role: "group", "aria-label": "rows", hidden: true },
    where, back, on, html("span", { class: "typed" }, jump));
  const bubble = refusalBubble();
  let [first, last, rows] = [0, 0, 0];

  function go() {
    const wanted = jump.value.trim();
    if (!wanted) return;
    const row = Number(wanted);
    if (!Number.isInteger(row) || row < 1 || row > rows) {
      jump.setAttribute("aria-invalid", "true");
      return bubble.show(jump, `The rows are numbered from 1 to ${whole(rows)}.`);
    }
    lab.chooseRow(row - 1);
    jump.value = "";
  }

  back.addEventListener("click", () => lab.chooseRow(first - 1));
  on.addEventListener("click", () => lab.chooseRow(last + 1));
  jump.addEventListener("change", go);
  jump.addEventListener("input", () => {
    jump.removeAttribute("aria-invalid");
    bubble.hide();
  });

  return {
    element,
    /** @param {import("../messages.js").Snapshot} run */
    show(run) {
      element.hidden = !isPartial(run);
      [first, last, rows] = [run.first_row, run.first_row + run.inputs.length - 1, run.rows];
      say(where, inView(run));
      back.disabled = first === 0;
      on.disabled = last === rows - 1;
    },
  };
}
