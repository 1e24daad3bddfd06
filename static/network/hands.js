// @ts-check
/**
 * Taking a weight in hand: a click, tap or Enter on a line chooses it and opens its field; dragging the line up or down,
 * or + and − on it, changes the weight as it goes.
 *
 * @typedef {import("./scene.js").Scene} Scene
 * @typedef {import("./walk.js").Edge} Edge
 * @typedef {import("./dragging.js").Grasp} Grasp
 */

import { html, say, svg } from "../dom.js";
import { fixed } from "../numbers.js";
import { claimOn } from "./claim.js";
import { nudged } from "./drag.js";
import { dragging } from "./dragging.js";
import { weightEditor } from "./editor.js";
import { holdOf } from "./geometry.js";
import { paced } from "./paced.js";
import { edge, keyOf, partAt } from "./walk.js";

const PAUSE_WHILE_PLAYING = 100;

/** @param {HTMLElement} element @param {import("../lab.js").Lab} lab @param {() => void} closed */
export function hands(element, lab, closed) {
  const voice = html("p", { class: "offstage", role: "status" });
  const dot = svg("circle", { class: "chosen-dot", r: 3.5 });
  const grip = svg("circle", { class: "grip", r: 8 });
  const editor = weightEditor(element, { send: (value, refused) => chosen !== null && send(chosen, value, byKey(), refused), close });
  const newest = paced(
    (/** @type {{of: Edge, value: number, grasp: Grasp}} */ { of, value, grasp }) => send(of, value, grasp, error => {
      if (error.field !== "run") editor.refuse(error.message); // that another run is in view is seen by itself
    }),
    () => (lab.state().controls?.playing ? PAUSE_WHILE_PLAYING : 0),
  );
  /** @type {Scene | null} */
  let scene = null;
  /** The line whose field was opened last. @type {Edge | null} */
  let chosen = null;
  /** The choice that is marked. @type {unknown} */
  let marked = null;
  /** Where a key has just sent a weight, until a frame shows it. @type {{frame: unknown, key: string, value: number} | null} */
  let aimed = null;
  /** Whether a line is dragged, of the run in view. */
  let moving = false;
  /** Of which run the weights are that keys move. */
  let keyed = claimOn(lab.state());
  element.append(voice);

  /** @param {Edge} of @param {number | string} value @param {Grasp} grasp @param {import("../lab.js").Refused} refused */
  function send({ layer, from, to }, value, { claim, gesture }, refused) {
    const state = lab.state();
    if (!claim.holds(state)) return false;
    return lab.send({ type: "set_weight", synapse: layer, row: from, column: to, value, run: claim.moves(state), gesture }, refused);
  }

  /** @returns {Grasp} */
  function byKey() {
    if (!keyed.holds(lab.state())) keyed = claimOn(lab.state());
    return { claim: keyed, gesture: null };
  }

  /** @param {Edge} of */
  const weightOf = ({ layer, from, to }) => lab.state().frame?.weights[layer]?.[from]?.[to] ?? NaN;

  const drag = dragging(element, {
    weightOf,
    state: lab.state,
    begin: open,
    move(of, value, grasp) {
      editor.show(value);
      newest.offer({ of, value, grasp });
    },
    end(of, value, grasp) {
      editor.show(value);
      newest.offer({ of, value, grasp });
      newest.hurry();
      say(voice, spoken(of, value));
    },
    edgeAt(event) {
      const part = event.target === grip ? chosen : partAt(event.target);
      if (part?.kind !== "edge") return null;
      // A finger scrolls the page over every line but the one it has opened.
      return event.pointerType === "mouse" || (editor.open && chosen && keyOf(part) === keyOf(chosen)) ? part : null;
    },
  });

  /** @param {Edge} of */
  function choose(of) {
    chosen = of;
    lab.chooseWeight({ synapse: of.layer, row: of.from, column: of.to });
    mark();
  }

  /** @param {Edge} of */
  function open(of) {
    choose(of);
    editor.turnTo(of, weightOf(of));
    settle();
  }

  /** The field and the grip stand at the line. */
  function settle() {
    if (!scene || !chosen || !editor.open) return;
    const { x, y } = holdOf(chosen, scene.layout);
    stand(grip, x, y);
    scene.hands.append(grip);
    scene.root.classList.add("held");
    editor.place({ x, y });
  }

  function close() {
    if (!editor.open) return;
    const line = chosen && scene?.parts.get(keyOf(chosen));
    const inside = editor.focused;
    editor.hide();
    grip.remove();
    scene?.root.classList.remove("held");
    if (line && inside) line.focus();
    closed();
  }

  /** Mark the line of the weight that is looked at, by whomever it was chosen. */
  function mark() {
    const { weight } = lab.state();
    const place = /** @type {Edge} */ (edge(weight.synapse, weight.row, weight.column));
    const line = scene?.parts.get(keyOf(place));
    marked = weight;
    element.querySelector(".chosen")?.classList.remove("chosen");
    dot.remove();
    if (!scene || !line) return;
    line.classList.add("chosen");
    const { x, y } = holdOf(place, scene.layout);
    stand(dot, x, y);
    scene.hands.prepend(dot);
  }

  /** @param {Edge} of @param {string} key @returns {boolean} whether the key moves a weight */
  function nudge(of, key) {
    const { frame } = lab.state();
    const still = aimed?.frame === frame && aimed?.key === keyOf(of);
    const value = nudged(still && aimed ? aimed.value : weightOf(of), key);
    if (value === null) return false;
    aimed = { frame, key: keyOf(of), value };
    if (chosen && keyOf(chosen) !== keyOf(of)) close();
    choose(of);
    newest.offer({ of, value, grasp: byKey() });
    say(voice, spoken(of, value));
    return true;
  }

  element.addEventListener("click", event => {
    const part = partAt(event.target);
    if (drag.justDragged) return;
    if (part?.kind === "edge") {
      open(part);
      // On a touch screen that would bring up the keyboard over the drawing.
      if (matchMedia("(pointer: fine)").matches) editor.focus();
    } else if (!editor.holds(event.target)) close();
  });
  element.addEventListener("keydown", event => {
    const part = partAt(event.target);
    if (part?.kind !== "edge" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter") {
      open(part);
      editor.focus();
    } else if (!nudge(part, event.key)) return;
    event.preventDefault();
  });

  return {
    /** Another drawing. @param {Scene} drawn */
    turnTo(drawn) {
      scene = drawn;
      if (chosen && !drawn.parts.has(keyOf(chosen))) close();
      mark();
      settle();
    },
    /** @param {import("../lab.js").State} state */
    follow(state) {
      moving = drag.isMoving();
      if (state.weight !== marked) mark();
    },
    /** The line whose field is open. */
    get open() {
      return editor.open ? chosen : null;
    },
    /** The numbers may be written. */
    refresh() {
      if (editor.open && chosen && !moving) editor.show(weightOf(chosen));
    },
  };
}

/** @param {SVGCircleElement} circle @param {number} x @param {number} y */
function stand(circle, x, y) {
  circle.setAttribute("cx", String(x));
  circle.setAttribute("cy", String(y));
}

/** @param {Edge} of @param {number} weight */
function spoken({ layer, from, to }, weight) {
  return `syn${layer}[${from}, ${to}] is ${fixed(weight, 4)}`;
}
