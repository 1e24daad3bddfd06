// @ts-check
/**
 * The drawing of the network. Own SVG: at every frame only attributes of standing elements change, and only those whose
 * difference can be seen; the elements are made anew when the shape of the network or the room for it changes.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../network/scene.js").Scene} Scene
 * @typedef {import("../network/phase.js").Picture} Picture
 */

import { readable, shapeOf } from "../cadence.js";
import { saveButton } from "../charts/picture.js";
import { html, say, set } from "../dom.js";
import { hands } from "../network/hands.js";
import { paintEdges, paintNodes, writeNumbers } from "../network/paint.js";
import { phaseOf, pictureOf } from "../network/phase.js";
import { pointing } from "../network/pointing.js";
import { sceneOf } from "../network/scene.js";
import { drawStream } from "../network/stream.js";
import { keyOf } from "../network/walk.js";
import { captionOf, describe, legendOf } from "../network/words.js";
import { rowInView } from "../store.js";

const HOW_TO_HOLD = "Type the weight, or drag its line up or down";

/** @param {HTMLElement} element @param {import("../lab.js").Lab} lab @returns {import("../lab.js").Panel} */
export function networkPanel(element, lab) {
  let [width, height] = [0, 0];
  /** @type {Scene | null} */
  let scene = null;
  /** @type {Picture | null} */
  let picture = null;
  let shape = "";
  let drawnFor = "";
  const caption = html("p", { class: "network-caption" });
  element.append(caption);
  const looking = pointing(
    element,
    part => (picture ? describe(part, picture, lab.state(), rowInView(lab.state())) : ""),
    part => held.open !== null && keyOf(held.open) === keyOf(part),
  );
  const held = hands(element, lab, () => paint(lab.state()));
  const changesShown = changesSwitch(element, lab, () => paint(lab.state()));
  const tools = element.closest("section")?.querySelector(".panel-tools") ?? element;
  saveButton(tools, "the network", "network", lab, () => scene && { box: element, size: { width, height }, svg: scene.root });
  const walk = progress();

  /** @param {State} state @returns {boolean} whether the elements are new */
  function build({ run, frame }) {
    if (!run || !frame) return false;
    const sizes = sizesOf(frame);
    const wanted = [width, height, ...sizes, ...run.columns].join();
    if (wanted === shape || width === 0 || height === 0) return false;
    const drawn = sceneOf(sizes, run.columns, { width, height });
    scene?.root.remove();
    element.prepend(drawn.root);
    [scene, shape, drawnFor] = [drawn, wanted, shapeOf(frame)];
    looking.turnTo(drawn, sizes);
    held.turnTo(drawn);
    return true;
  }

  /** @param {State} state */
  function paint(state) {
    const fresh = build(state);
    const { run, frame, controls, detailed } = state;
    // A panel without any size keeps its old drawing, which may be of another network.
    if (!scene || !run || !frame || !controls || drawnFor !== shapeOf(frame)) return;
    const line = controls.line === null ? null : run.code[controls.line];
    const look = line && detailed?.iteration === frame.iteration ? detailed : frame;
    picture = pictureOf(line ? phaseOf(line.key) : null, look, run.inputs, rowInView(state), controls.alpha);
    const changes = changesShown() && !picture.stream ? detailed?.detail.changes ?? null : null;
    set(scene.root, "data-phase", picture.stream?.way ?? picture.phase?.kind ?? "none");
    const step = walk(state, fresh);
    if (step) drawStream(scene, picture.stream, picture.weights, step.on);
    paintEdges(scene, picture.weights, changes);
    paintNodes(scene, picture);
    held.follow(state);
    if (!fresh && !readable(state)) return;
    writeNumbers(scene, picture, changes);
    const targets = run.targets[rowInView(state)] ?? [];
    scene.targets.forEach((text, unit) => say(text, `target ${targets[unit]}`));
    say(caption, wordsFor(picture, line?.text ?? "", controls.row, changes));
    looking.refresh();
    held.refresh();
  }

  /** @param {Picture} picture @param {string} line @param {number} row @param {number[][][] | null} changes */
  function wordsFor(picture, line, row, changes) {
    if (line) return captionOf(picture, line, row);
    if (held.open) return matchMedia("(pointer: fine)").matches ? `${HOW_TO_HOLD}; with Shift finely, Escape puts it back.` : `${HOW_TO_HOLD}.`;
    return changes && scene ? legendOf(changes, scene.many) : "";
  }

  new ResizeObserver(([{ contentRect }]) => {
    [width, height] = [Math.floor(contentRect.width), Math.floor(contentRect.height)];
    paint(lab.state());
  }).observe(element);
  document.addEventListener("parts", event => looking.point(/** @type {CustomEvent} */ (event).detail.parts));
  return { paint };
}

/** Tells what of a walk along the lines of the program has not been drawn yet. */
function progress() {
  /** @type {{line: number | null, iteration: number, seen: unknown[]}} */
  let last = { line: null, iteration: -1, seen: [] };

  /** @param {State} state @param {boolean} fresh @returns {{on: boolean} | null} `on`: a step forward */
  return ({ frame, controls, run, detailed }, fresh) => {
    const line = controls?.line ?? null;
    const iteration = frame?.iteration ?? 0;
    const seen = line === null ? [] : [line, frame, detailed, controls?.row, controls?.alpha, run];
    if (!fresh && seen.length === last.seen.length && seen.every((one, i) => one === last.seen[i])) return null;
    const later = last.line === null || (line ?? -1) > last.line;
    const on = line !== null && (iteration === last.iteration ? later : iteration > last.iteration);
    last = { line, iteration, seen };
    return { on };
  };
}

/** @param {import("../messages.js").Frame} frame @returns {number[]} */
function sizesOf({ weights }) {
  return [...weights.map(matrix => matrix.length), weights[weights.length - 1][0].length];
}

/**
 * @param {HTMLElement} element
 * @param {import("../lab.js").Lab} lab
 * @param {() => void} repaint
 * @returns {() => boolean} whether they are to be shown
 */
function changesSwitch(element, lab, repaint) {
  const button = html("button", { type: "button", class: "plain", "aria-pressed": "false" }, "direction changes");
  lab.explain(button, "Shows on every line how often the update of its weight has changed direction: a weight that turns round and round is being overshot.");
  const pressed = () => button.getAttribute("aria-pressed") === "true";
  button.addEventListener("click", () => {
    button.setAttribute("aria-pressed", String(!pressed()));
    repaint();
  });
  element.closest("section")?.querySelector(".panel-tools")?.append(button);
  return pressed;
}
