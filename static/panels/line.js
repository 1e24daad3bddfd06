// @ts-check
/**
 * What the line that was stepped to makes, from what and how; any number in it says where it comes from.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../lines/work.js").Work} Work
 * @typedef {import("../lines/cell.js").Place} Place
 */

import { readable } from "../cadence.js";
import { html, say, set } from "../dom.js";
import { becauseBox } from "../lines/because.js";
import { matrixBoard } from "../lines/board.js";
import { explainCell } from "../lines/cell.js";
import { windowText } from "../lines/folding.js";
import { comeToMatrices, cross } from "../lines/crossing.js";
import { lineHeading } from "../lines/heading.js";
import { tellMore } from "../lines/more.js";
import { asking, firstAsked } from "../lines/asking.js";
import { rulePieces } from "../lines/rule.js";
import { scalesText } from "../lines/tints.js";
import { giveStops, walking } from "../lines/walking.js";
import { workOf } from "../lines/work.js";
import { rowInView } from "../store.js";

/** @param {HTMLElement} element @param {import("../lab.js").Lab} lab @returns {import("../lab.js").Panel} */
export function linePanel(element, lab) {
  const rule = html("p", { class: "line-rule" });
  const stage = html("div", { class: "line-stage" });
  const legend = html("p", { class: "line-legend" });
  const box = html("div", { class: "line-because" });
  const content = html("div", {}, stage, legend);
  const scroller = html("div", { class: "line-scroll" }, content);
  element.append(rule, scroller, html("div", { class: "line-foot" }, box));
  tellMore(scroller, content);
  const heading = lineHeading(/** @type {HTMLElement} */ (element.closest("section")));
  const board = matrixBoard(stage);
  const because = becauseBox(box);
  /** @type {Work | null} */
  let work = null;
  let key = "";
  /** @type {string[]} */
  let parts = [];
  /** What was drawn last. @type {unknown[]} */
  let shown = [];

  const asked = asking(stage, { answer, fold, turn });
  walking(stage, choose);
  stage.addEventListener("click", event => {
    const head = event.target instanceof Element ? event.target.closest("[data-example]") : null;
    if (head) choose(Number(head.getAttribute("data-example")));
  });

  comeToMatrices(() => stage.querySelector("td.asked") ?? stage.querySelector("td"));
  stage.addEventListener("keydown", event => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    cross(true);
  });

  /** What the line comes to is what one walks for. */
  function showResult() {
    scroller.scrollTop = 0;
    const last = stage.lastElementChild?.getBoundingClientRect();
    if (last) scroller.scrollTop = last.bottom - scroller.getBoundingClientRect().bottom + 2;
  }

  /** @param {number} place of the example on the page */
  function choose(place) {
    if (work) lab.chooseRow(work.examples.first + place);
  }

  /** @param {Place | null} place @param {boolean} aloud @param {boolean} drawn whether the drawing is to show it */
  function answer(place, aloud, drawn) {
    const there = place && work?.matrices[place.matrix]?.matrix[place.row]?.[place.column] !== undefined;
    const found = work && there ? explainCell(work, place) : null;
    because.show(found, aloud);
    board.light(found && place, found?.from ?? []);
    point(drawn && found ? found.parts : []);
  }

  /** Have the drawing light what a number is made of. @param {string[]} wanted */
  function point(wanted) {
    if (wanted.join() === parts.join()) return;
    parts = wanted;
    document.dispatchEvent(new CustomEvent("parts", { detail: { parts } }));
  }

  /** @param {number} place */
  function fold(place) {
    board.fold(place);
    draw(lab.state());
    /** @type {HTMLElement | null} */ (stage.querySelector(`[data-fold="${place}"]`))?.focus();
  }

  /** @param {number} place */
  function turn(place) {
    board.turn(place, () => draw(lab.state()));
    /** @type {HTMLElement | null} */ (stage.querySelector(`[data-turn="${place}"]`))?.focus();
  }

  /** @param {State} state */
  function draw(state) {
    const here = workOf(state);
    if (!here) return;
    work = here;
    const wanted = `${work.key} ${work.rule}`;
    const moved = wanted !== key;
    key = wanted;
    if (moved) {
      board.forget();
      rule.replaceChildren(...rulePieces(work.matrices, work.steps).map(({ text, inner }) => html(inner ? "mark" : "span", {}, text)));
      set(element, "data-bars", String(work.rules.slopeless || work.steps.some(({ does }) => does === "difference" || does === "weigh")));
      set(element, "data-direction", work.direction ?? "");
    }
    heading.show(work, state);
    const focused = asked.focused();
    const chosen = rowInView(state);
    if (board.paint(work, chosen)) giveStops(stage);
    say(legend, [windowText(work.examples), `deepest colour: ${scalesText(work.matrices)}`].filter(Boolean).join(". "));
    asked.refresh(firstAsked(work, chosen), moved, focused && board.cell);
    if (moved) showResult();
  }

  return {
    paint(state) {
      const { run, controls, detailed } = state;
      const same = run === shown[0] && controls === shown[1] && detailed === shown[2];
      if (same || controls?.line === null || !readable(state)) return;
      shown = [run, controls, detailed];
      draw(state);
    },
  };
}
