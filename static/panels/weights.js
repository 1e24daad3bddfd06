// @ts-check
/** The matrices that training changes, number by number: the whole of what a network has learned. */

import { readable, shapeOf } from "../cadence.js";
import { html, say, set } from "../dom.js";
import { strength } from "../network/geometry.js";
import { largest } from "../network/phase.js";
import { fixed, whole } from "../numbers.js";
import { histogram } from "../weights/histogram.js";
import { matrices, WIDE } from "../weights/matrices.js";
import { pasting } from "../weights/pasting.js";
import { hiddenWords, spanInView } from "../weights/places.js";

/** With no more numbers than this there is room to write them large. */
const FEW = 6;

/** @param {HTMLElement} element @param {import("../lab.js").Lab} lab @returns {import("../lab.js").Panel} */
export function weightsPanel(element, lab) {
  const board = html("div", { class: "matrices", tabindex: -1, role: "group", "aria-label": "matrices" });
  const foot = html("p", { class: "weights-foot", hidden: true });
  const counts = html("button", { type: "button", class: "plain", "aria-pressed": "false" }, "direction changes");
  const counting = () => counts.getAttribute("aria-pressed") === "true";
  const tables = matrices(board, lab, () => !counting());
  const spread = histogram();
  const texts = pasting(lab);
  let shape = "";
  lab.explain(counts, "Shows in the place of each weight how often its update has changed direction.");
  element.append(board, foot);
  element.closest("section")?.querySelector(".panel-tools")?.append(counts, texts.copy, texts.paste);

  counts.addEventListener("click", () => {
    counts.setAttribute("aria-pressed", String(!counting()));
    paint(lab.state());
  });

  /** The histogram stays where there is room, and what is out of view is said. */
  function fit() {
    if (board.clientHeight === 0) return;
    foot.hidden = true;
    spread.element.hidden = false;
    if (board.scrollHeight > board.clientHeight + 1) spread.element.hidden = true;
    const words = tables.figures.map(figure => outOfView(figure, board.getBoundingClientRect())).filter(Boolean).join("; ");
    say(foot, words);
    foot.hidden = !words;
    board.classList.toggle("more", !foot.hidden);
  }

  /** @param {number[][][]} weights */
  function build(weights) {
    tables.build(weights);
    board.append(spread.element);
    board.classList.toggle("few", weights.flat(2).length <= FEW);
  }

  /** @param {import("../lab.js").State} state */
  function paint(state) {
    const { frame, detailed, pins, weight } = state;
    texts.follow(state);
    if (!frame) return;
    tables.mark(weight);
    if (!readable(state)) return;
    const wanted = shapeOf(frame);
    const fresh = wanted !== shape;
    if (fresh) build(frame.weights);
    shape = wanted;
    if (fresh) tables.mark(weight);
    if (counting()) writeCounts(tables.figures, frame.weights, detailed?.detail.changes ?? []);
    else writeWeights(tables.figures, frame.weights);
    if (!spread.element.hidden) spread.paint(frame.weights.flat(2), (pins[0]?.weights ?? []).flat(2));
    if (fresh) fit();
  }

  new ResizeObserver(fit).observe(element);
  board.addEventListener("scroll", () => requestAnimationFrame(fit), { passive: true });
  return { paint };
}

/** @param {import("../weights/matrices.js").Figure} figure @param {DOMRect} view */
function outOfView({ name, table, element }, view) {
  const named = element.querySelector("figcaption")?.getBoundingClientRect();
  const left = named && table.matches(".narrow") ? named.right : view.left; // that name stands before the numbers, and over them
  const rows = [...table.rows];
  const boxes = rows.map(row => row.getBoundingClientRect());
  const across = [...rows[0].cells].map(cell => cell.getBoundingClientRect());
  const inRows = spanInView(boxes.map(({ top, bottom }) => [top, bottom]), view.top, view.bottom);
  const inColumns = spanInView(across.map(({ left, right }) => [left, right]), left, view.right);
  return hiddenWords(name.split(" ")[0], inRows, inColumns, [rows.length, across.length]);
}

/** @param {import("../weights/matrices.js").Figure[]} figures @param {number[][][]} weights */
function writeWeights(figures, weights) {
  const digits = weights[0][0].length > WIDE ? 2 : 3;
  weights.forEach((matrix, i) => matrix.forEach((row, j) => row.forEach((weight, k) => {
    const cell = figures[i].cells[j][k];
    write(cell, fixed(weight, Math.abs(weight) < 100 ? digits : digits - 2), strength(weight));
    set(cell, "class", weight < 0 ? "negative" : "positive");
  })));
}

/** @param {import("../weights/matrices.js").Figure[]} figures @param {number[][][]} weights @param {number[][][]} changes */
function writeCounts(figures, weights, changes) {
  const most = Math.max(1, ...changes.map(largest));
  weights.forEach((matrix, i) => matrix.forEach((row, j) => row.forEach((_, k) => {
    const count = changes[i]?.[j]?.[k] ?? 0;
    write(figures[i].cells[j][k], whole(count), count / most);
    set(figures[i].cells[j][k], "class", "count");
  })));
}

/** Of a cell that somebody types in only what is under the field changes. @param {HTMLElement} cell @param {string} text @param {number} strong */
function write(cell, text, strong) {
  if (cell.firstChild) say(cell.firstChild, text);
  else cell.prepend(text);
  set(cell, "style", `--strength: ${strong.toFixed(2)}`);
}
