// @ts-check
/**
 * The error surface of a network with two weights: a ball where the weights are, the way they came behind it. From
 * above one can drop the ball; in three dimensions one sees it roll.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../lab.js").Lab} Lab
 */

import { segments } from "../charts/choice.js";
import { saveButton } from "../charts/picture.js";
import { hasWebGL } from "../charts/webgl.js";
import { browserMemory } from "../memory.js";
import { contour } from "./contour.js";
import { dropFields } from "./drop.js";
import { mesh } from "./mesh.js";

const KEY = "surface.view";
const VIEWS = [
  { value: "contour", text: "Contour", sentence: "The surface from above, a map with lines of equal error; a click drops the ball." },
  { value: "3d", text: "3-D", sentence: "The surface as a landscape that you can turn." },
];
const NO_WEBGL = "This browser cannot draw in 3-D (it has no WebGL); the contour shows the same heights.";

/** @param {HTMLElement} element @param {Lab} lab */
export function surfacePanel(element, lab) {
  element.classList.add("chart-panel", "surface");
  const tools = element.closest("section")?.querySelector(".panel-tools") ?? element;
  const choice = segments(tools, "How to look at the surface", choose);
  choice.offer(VIEWS);
  const stage = document.createElement("div");
  stage.className = "surface-stage";
  element.append(stage);
  const fields = dropFields(element, drop);
  const views = { contour: contour(stage, lab, drop), "3d": mesh(stage, lab) };
  saveButton(tools, "the error surface", "error-surface", lab, () => views[shown].chart);
  let shown = firstView();
  if (!hasWebGL()) forbid3d(choice.group, fields.note);
  present();

  /** @param {string} value */
  function choose(value) {
    shown = value === "3d" ? "3d" : "contour";
    browserMemory.set(KEY, shown);
    present();
    redraw(lab.state());
  }

  function present() {
    choice.select(shown);
    for (const [name, view] of Object.entries(views)) {
      view.chart.box.hidden = name !== shown;
      if (name !== shown) view.leave();
    }
    fields.hint(shown);
  }

  /** @param {(number | string)[]} weights */
  function drop([w0, w1]) {
    fields.refuse(null);
    lab.send({ type: "drop_weights", weights: [w0, w1] }, fields.refuse);
  }

  /** @param {State} state */
  function redraw(state) {
    return hasTwoWeights(state) ? views[shown].redraw(state) : undefined;
  }

  /** @param {State} state */
  function paint(state) {
    if (!state.frame || !hasTwoWeights(state)) return;
    views[shown].paint(state);
    fields.paint(state);
  }

  return {
    paint,
    redraw,
    retheme() {
      for (const view of Object.values(views)) view.chart.retheme();
      views[shown].retheme();
    },
  };
}

/** What was chosen before; else 3-D where there is room and WebGL for it. @returns {"contour" | "3d"} */
function firstView() {
  // A finger on the landscape turns it, where it may have meant to scroll past.
  const flat = matchMedia("(max-width: 700px), (pointer: coarse)").matches;
  const view = browserMemory.get(KEY) ?? (flat ? "contour" : "3d");
  return view === "3d" && hasWebGL() ? "3d" : "contour";
}

/** @param {Element} group @param {Element} note */
function forbid3d(group, note) {
  const last = /** @type {HTMLButtonElement} */ (group.lastElementChild);
  last.disabled = true;
  last.dataset.explain = NO_WEBGL;
  note.textContent = NO_WEBGL;
  // It stays, instead of the hint for a view that cannot be had.
  /** @type {HTMLElement} */ (note).dataset.kept = "true";
}

/** @param {State} state */
function hasTwoWeights({ frame }) {
  return frame?.weights.length === 1 && frame.weights[0].length === 2 && frame.weights[0][0].length === 1;
}
