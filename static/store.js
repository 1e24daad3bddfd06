// @ts-check
/**
 * Everything the page knows, in one place: a pure reducer and a list of those who want to hear.
 *
 * @typedef {import("./messages.js").ServerMessage} ServerMessage
 * @typedef {import("./lab.js").State} State
 * @typedef {import("./lab.js").LocalMessage} LocalMessage
 * @typedef {import("./lab.js").Store} Store
 */

import { keyOf, stillThere } from "./chosen.js";
import { extend, firstFrom } from "./points.js";

const NO_CURVE = { iterations: [], errors: [] };
const NO_PATH = { iterations: [], w0: [], w1: [] };
/** @type {import("./lab.js").Past} */
const NO_PAST = { iterations: [], mean_errors: [], correlations: [], errors: [] };

/** @type {State} */
export const BLANK = {
  link: "connecting",
  trouble: null,
  welcome: null,
  run: null,
  controls: null,
  frame: null,
  detailed: null,
  weight: { synapse: 0, row: 0, column: 0 },
  curve: NO_CURVE,
  path: NO_PATH,
  marks: [],
  runs: [],
  others: [],
  known: NO_CURVE,
  ahead: null,
  arrival: null,
  unsaved: "",
  pins: [],
  past: NO_PAST,
  studies: [],
  chosenStudies: {},
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
    case "chosen_line":
      return state.controls ? { ...state, controls: { ...state.controls, line: message.line } } : state;
    case "chosen_weight":
      return { ...state, weight: message.weight };
    case "chosen_study":
      return { ...state, chosenStudies: { ...state.chosenStudies, [message.purpose]: keyOf(message.study) } };
    case "welcome":
      return { ...state, welcome: message, unsaved: "" }; // a `saving` follows if that is not so
    case "snapshot":
      return joined(state, message);
    case "controls":
      return { ...state, controls: message };
    case "frame":
      return message.run === state.run?.run ? showing(state, message) : state;
    case "edit_applied":
      return { ...state, marks: marked(state.marks, message.mark) };
    case "timeline":
      return message.run === state.run?.run ? { ...state, marks: message.marks } : state;
    case "runs":
      return message.run === state.run?.run ? { ...state, runs: message.rows } : state;
    case "ahead":
      return message.run === state.run?.run ? { ...state, ahead: message.curves.length ? message : null } : state;
    case "no_ahead":
      return state.ahead ? { ...state, ahead: null } : state;
    case "arrived":
      return message.run === state.run?.run ? { ...state, arrival: message.arrival } : state;
    case "saving":
      return { ...state, unsaved: message.saved ? "" : message.why };
    case "pins":
      return message.run === state.run?.run ? { ...state, pins: message.pins } : state;
    case "history":
      return message.run === state.run?.run ? { ...state, past: recalled(state.past, message) } : state;
    case "studies":
      return { ...state, studies: message.studies, chosenStudies: stillThere(state.chosenStudies, message.studies) };
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
  const { controls, marks, runs, others, known, arrival, pins } = run;
  const known_now = { runs, others, known, arrival, ahead: null };
  const bare = { ...state, ...known_now, run, controls, marks, pins, past: NO_PAST, detailed: null };
  return showing({ ...bare, curve: NO_CURVE, path: NO_PATH }, run.frame);
}

/** @param {State} state @param {import("./messages.js").Frame} frame @returns {State} */
function showing(state, frame) {
  const curve = extend(state.curve, frame.curve, ["errors"]);
  const path = extend(state.path, frame.path, ["w0", "w1"]);
  const { detail } = frame;
  return { ...state, frame, curve, path, detailed: detail ? { ...frame, detail } : state.detailed };
}

/** @param {State["past"]} past @param {import("./messages.js").History} piece @returns {State["past"]} */
function recalled(past, piece) {
  // An answer to what was asked before the past was forgotten: there would be a hole before it.
  if (piece.since > (past.iterations.at(-1) ?? 0)) return past;
  const keep = firstFrom(past.iterations, piece.since);
  const added = piece.iterations.length;
  /** @param {number[][]} lines @param {number[][]} more by unit or row; NaN where there is none yet, or no more */
  const joined = (lines, more) => Array.from({ length: Math.max(lines.length, more.length) }, (_, i) => {
    return [...padded(lines[i] ?? [], keep), ...padded(more[i] ?? [], added)];
  });
  return {
    iterations: [...past.iterations.slice(0, keep), ...piece.iterations],
    mean_errors: [...past.mean_errors.slice(0, keep), ...piece.mean_errors],
    correlations: joined(past.correlations, piece.correlations),
    errors: joined(past.errors, piece.errors),
  };
}

/** @param {number[]} line @param {number} length */
function padded(line, length) {
  return Array.from({ length }, (_, i) => line[i] ?? NaN);
}

/**
 * Where the selected example stands among the rows in view; beyond them while others are on their way.
 *
 * @param {Pick<State, "run" | "controls">} state
 */
export function rowInView({ run, controls }) {
  return (controls?.row ?? 0) - (run?.first_row ?? 0);
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
