// @ts-check
/**
 * How the units came to agree with the answer, how the error of every example went, and what the posts' program prints
 * meanwhile. Plotly draws the axes; the lines are our own, because they grow with every frame.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../time/lines.js").View} View
 */

import { readable } from "../cadence.js";
import { chart } from "../charts/chart.js";
import { segments, toggle } from "../charts/choice.js";
import { saveButton } from "../charts/picture.js";
import { reader } from "../charts/reader.js";
import { html, say } from "../dom.js";
import { whole } from "../numbers.js";
import { rowInView } from "../store.js";
import { asking } from "../time/asking.js";
import { iterationsOf, layoutOf, scalesOf } from "../time/axes.js";
import { lengthOf, linesOf, momentOf, outstanding, toned } from "../time/lines.js";
import { picture } from "../time/picture.js";
import { printOuts } from "../time/printouts.js";
import { told, timeTip } from "../time/tip.js";
import { heading, remark, VIEWS } from "../time/words.js";

const MARGIN = { l: 46, r: 76, t: 8, b: 36 };
const LOG_X = {
  text: "log x",
  sentence: "A logarithmic axis of iterations: the first get as much room as the last. 0 stands before the break.",
  key: "time.log-x",
  on: true,
};

/** @param {HTMLElement} element @param {import("../lab.js").Lab} lab @returns {import("../lab.js").Panel} */
export function timePanel(element, lab) {
  element.classList.add("chart-panel");
  const tools = element.closest("section")?.querySelector(".panel-tools") ?? element;
  const bar = html("div", { class: "time-bar" });
  element.append(bar);
  const views = segments(bar, "What is shown through time", choose);
  views.offer(VIEWS);
  const logX = toggle(tools, { ...LOG_X, changed: again });
  // The axes of the error curve, with others' names on them.
  const plot = chart(element, { lab, name: "error-curve", margin: () => MARGIN, changed: again, still: true });
  saveButton(tools, "the chart through time", "through-time", lab, () => plot);
  const prints = printOuts();
  const note = html("p", { class: "chart-note" });
  element.append(prints.element, note);
  const drawing = picture(plot.layers);
  const past = asking({ state: lab.state, send: since => lab.send({ type: "look_back", since }) });
  const tip = timeTip(plot.box, { nearest, changed: () => paint(lab.state()) });
  const read = reader(plot, { spoken, show: tip.go, leave: () => tip.go(null) });
  /** @type {View | "prints"} */
  let view = "units";
  let looks = "";
  /** The axis of iterations that is on screen. @type {import("../charts/axes.js").Axis | null} */
  let drawn = null;
  /** Which lines stand out, and how. @type {Map<number, number>} */
  let tones = new Map();
  let chosenFor = "";
  choose(view);

  /** @param {string} wanted */
  function choose(wanted) {
    view = /** @type {typeof view} */ (wanted);
    tones = new Map();
    chosenFor = "";
    views.select(view);
    plot.box.hidden = view === "prints";
    prints.element.hidden = view !== "prints";
    tools.toggleAttribute("hidden", view === "prints");
    tip.go(null);
    again();
  }

  function again() {
    looks = "";
    redraw(lab.state());
    paint(lab.state());
  }

  /** @param {State} state */
  function redraw(state) {
    if (!state.frame || view === "prints" || !plot.size.width) return undefined;
    const axis = iterationsOf(state, logX.on());
    const title = heading(state, view);
    const wanted = JSON.stringify([axis, title, plot.size]);
    if (wanted === looks) return undefined;
    const done = plot.draw(() => [], layoutOf(axis, title, plot.area()));
    if (done) [looks, drawn] = [wanted, axis];
    return done ?? undefined;
  }

  /** @param {State} state */
  function scales(state) {
    return scalesOf(drawn ?? iterationsOf(state, logX.on()), plot.area(), view);
  }

  /** @param {State} state */
  function paint(state) {
    if (!state.frame || !state.run) return;
    past.look();
    const written = readable(state) || looks === "";
    if (view === "prints") {
      if (written) prints.write(state);
      say(note, remark(state, view, 0));
      return;
    }
    const lines = linesOf(state, view);
    standOut(state, lines);
    if (plot.size.width) {
      const present = scales(state);
      drawing.paint(lines, tones, present, tip.paint(lines, tones, present));
    }
    if (!written) return;
    say(note, remark(state, view, lines.names.length));
    read.refresh(lengthOf(lines), `${heading(state, view)} through time. Arrow keys read it iteration by iteration.`);
  }

  /** Chosen anew when the past has grown, not with every frame: else the names would flicker. @param {State} state @param {import("../time/lines.js").Lines} lines */
  function standOut(state, lines) {
    const always = view === "examples" ? rowInView(state) : null;
    const wanted = [state.run?.run, lines.names.length, lines.iterations.length, always].join();
    if (wanted === chosenFor) return;
    chosenFor = wanted;
    tones = toned(tones, outstanding(momentOf(lines, lengthOf(lines) - 1).values, always));
  }

  function shown() {
    return linesOf(lab.state(), view === "examples" ? view : "units");
  }

  /** @param {number} x pixel @returns {number} which moment stands nearest */
  function nearest(x) {
    const lines = shown();
    const { x: along } = scales(lab.state());
    let [best, least] = [0, Infinity];
    for (let i = 0; i < lengthOf(lines); i++) {
      const away = Math.abs(along(momentOf(lines, i).iteration) - x);
      if (away <= least) [best, least] = [i, away];
    }
    return best;
  }

  /** @param {number} at */
  function spoken(at) {
    const lines = shown();
    const { iteration, values } = momentOf(lines, Math.min(at, lengthOf(lines) - 1));
    return `iteration ${whole(iteration)}: ${told(lines, tones, values, " ").join(", ")}`;
  }

  return {
    paint,
    redraw,
    retheme() {
      plot.retheme();
      looks = "";
    },
  };
}
