// @ts-check
/**
 * Everything the page knows, in one place: a pure reducer and a list of those who want to hear.
 *
 * @typedef {import("./messages.js").ServerMessage} ServerMessage
 * @typedef {import("./lab.js").State} State
 * @typedef {import("./lab.js").LocalMessage} LocalMessage
 * @typedef {import("./lab.js").Store} Store
 */

import { extend } from "./points.js";

const NO_CURVE = { iterations: [], errors: [] };
const NO_PATH = { iterations: [], w0: [], w1: [] };

/** @type {State} */
export const BLANK = {
  link: "connecting",
  trouble: null,
  welcome: null,
  run: null,
  controls: null,
  frame: null,
  curve: NO_CURVE,
  path: NO_PATH,
  marks: [],
  older: [],
};

/**
 * What the page knows after a message. The state before is left as it was.
 *
 * @param {State} state
 * @param {ServerMessage | LocalMessage} message
 * @returns {State}
 */
export function reduce(state, message) {
  switch (message.type) {
    case "link":
      return { ...state, link: message.link, trouble: message.trouble };
    case "chosen_row": // before the server has answered, so that the drawing follows the finger
      return state.controls ? { ...state, controls: { ...state.controls, row: message.row } } : state;
    case "welcome":
      return { ...state, welcome: message };
    case "snapshot":
      return joined(state, message);
    case "controls":
      return { ...state, controls: message, older: message.can_clear ? state.older : [] };
    case "frame":
      return message.run === state.run?.run ? showing(state, message) : state;
    case "edit_applied":
      return { ...state, marks: marked(state.marks, message.mark) };
    case "heartbeat":
    case "notice":
    case "error":
      return state; // heard by whoever listens; not part of what the page knows
    default:
      return unreachable(message);
  }
}

/** @param {State} state @param {import("./messages.js").Snapshot} run @returns {State} */
function joined(state, run) {
  const bare = { ...state, run, controls: run.controls, marks: run.marks, older: run.older };
  return showing({ ...bare, curve: NO_CURVE, path: NO_PATH }, run.frame);
}

/** @param {State} state @param {import("./messages.js").Frame} frame @returns {State} */
function showing(state, frame) {
  const curve = extend(state.curve, frame.curve, ["errors"]);
  const path = extend(state.path, frame.path, ["w0", "w1"]);
  return { ...state, frame, curve, path };
}

/** @param {State["marks"]} marks @param {State["marks"][number]} mark */
function marked(marks, mark) {
  const others = marks.filter(old => old.field !== mark.field || old.iteration !== mark.iteration);
  return [...others, mark].sort((a, b) => a.iteration - b.iteration);
}

/** @param {never} message @returns {State} */
function unreachable(message) {
  throw new Error(`no rule for ${JSON.stringify(message)}`);
}

/** @param {State} [start] @returns {Store} */
export function createStore(start = BLANK) {
  let state = start;
  /** @type {Set<Parameters<Store["subscribe"]>[0]>} */
  const listeners = new Set();
  return {
    state: () => state,
    receive(message) {
      state = reduce(state, message);
      for (const listener of listeners) listener(state, message);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
