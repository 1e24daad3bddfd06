// @ts-check
/** The program of the experiment, with the present settings in it: what is being run, until something is changed. */

import { html, say } from "../dom.js";
import { fillings, pieces, script } from "../python.js";
import { explainLine } from "../words.js";

/**
 * @typedef {import("../messages.js").Line} Line
 * @typedef {{name: string, element: HTMLElement}} Hole
 */

/** With no more lines than this there is room to set them wider. */
const AIRY = 15;

const AS_IT_RUNS = "the whole training, in the present settings";
const CHANGED = "what Reset would run, from the start";

/** @param {HTMLElement} element @param {import("../lab.js").Lab} lab @returns {import("../lab.js").Panel} */
export function codePanel(element, lab) {
  const list = html("ol", { class: "code", "aria-label": "the program, line by line" });
  element.append(list);
  copyButton(element, lab);
  walkable(list);
  /** @type {Line[] | null} */
  let drawn = null;
  const hint = element.closest("section")?.querySelector(".panel-hint");
  /** @type {Hole[]} */
  let holes = [];

  /** @param {Line[]} lines */
  function build(lines) {
    holes = [];
    list.replaceChildren(...lines.map(line => lineOf(line, holes)));
    list.classList.toggle("airy", lines.length <= AIRY);
    list.querySelector("li")?.setAttribute("tabindex", "0");
    drawn = lines;
  }

  return {
    paint({ run, controls, marks }) {
      if (!run || !controls) return;
      if (hint) say(hint, marks.length ? CHANGED : AS_IT_RUNS);
      const fresh = drawn !== run.code;
      if (fresh) build(run.code);
      const values = fillings(controls);
      for (const hole of holes) fill(hole.element, values[hole.name] ?? "", fresh);
    },
  };
}

/** @param {Line} line @param {Hole[]} holes @returns {HTMLLIElement} */
function lineOf(line, holes) {
  const parts = pieces(line.text).map(({ kind, text }) => {
    if (kind === "text") return text;
    const part = html("span", { class: kind }, kind === "hole" ? "" : text);
    if (kind === "hole") holes.push({ name: text, element: part });
    return part;
  });
  return html("li", { "data-task": line.task, "data-explain": explainLine(line.text), tabindex: -1 }, ...parts);
}

/** @param {HTMLElement} hole @param {string} value @param {boolean} quietly */
function fill(hole, value, quietly) {
  if (hole.textContent === value) return;
  say(hole, value);
  if (quietly || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  hole.animate([{ backgroundColor: "var(--focus)" }, { backgroundColor: "transparent" }], 900);
}

/** One tab stop for the whole listing; the arrows go from line to line. @param {HTMLElement} list */
function walkable(list) {
  list.addEventListener("keydown", event => {
    const line = event.target instanceof HTMLElement ? event.target.closest("li") : null;
    const next = { ArrowDown: line?.nextElementSibling, ArrowUp: line?.previousElementSibling }[event.key];
    if (!line || !(next instanceof HTMLElement)) return;
    event.preventDefault();
    line.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
}

/** @param {HTMLElement} element @param {import("../lab.js").Lab} lab */
function copyButton(element, lab) {
  const button = html("button", { type: "button", class: "plain" }, "Copy");
  lab.explain(button, "Copies the program as it stands; in Python it trains from the start, with the present settings all the way.");
  button.addEventListener("click", async () => {
    const { run, controls } = lab.state();
    if (!run || !controls) return;
    const copied = await copy(script(run.code, fillings(controls)));
    lab.say(copied ? "Copied: paste it into Python." : "This browser does not let the page copy; select the code instead.");
  });
  element.closest("section")?.querySelector(".panel-tools")?.append(button);
}

/** @param {string} text */
async function copy(text) {
  // Over plain http from another machine, as in a workshop, there is no clipboard object: then the old way.
  if (navigator.clipboard) return navigator.clipboard.writeText(text).then(() => true, () => false);
  const area = html("textarea", { readonly: true, class: "offstage" });
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  return copied;
}
