// Written by `make types` from app/messages.py. Do not edit: change the models there.
//
// A message as the page holds it, after decoding: a number that is not finite travels as the string "NaN", "Infinity"
// or "-Infinity" and is a number again here.

export type ClientMessage =
  | Join
  | Painted
  | Play
  | Pause
  | Step
  | Reset
  | SetAlpha
  | SetHiddenSize
  | SetSeed
  | SetSpeed
  | SetStop
  | ChooseExperiment
  | SelectRow
  | DropWeights
  | ClearOlder;

export type ServerMessage =
  | Welcome
  | Snapshot
  | Controls
  | Frame
  | EditApplied
  | Notice
  | Heartbeat
  | Error;

/** Turn to another experiment; each keeps its own run. */
export interface ChooseExperiment {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "choose_experiment";
  experiment: string;
}

/** Forget the older runs of this experiment that are kept for comparison. */
export interface ClearOlder {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "clear_older";
}

/** Put the weights of a two-weight network at a point of its error surface and go on from there. */
export interface DropWeights {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "drop_weights";
  weights: [number | string, number | string];
}

/** The first message on every socket, new or again. */
export interface Join {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "join";
  /** The session this tab had before; unknown or absent: a fresh one. */
  session?: string | null;
  /** The page address's query (experiment, alpha, hidden_size, seed): opens that recipe in a fresh session. */
  open?: { [name: string]: string } | null;
}

/** Return the credit for the frame of this number, which is on screen, and for all before it. */
export interface Painted {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "painted";
  frame: number;
}

/** Stop training and keep everything. */
export interface Pause {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "pause";
}

/** Train until told otherwise or until a stop condition holds. */
export interface Play {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "play";
}

/** Start again from iteration 0 with the present settings and the seed; the run so far is kept for comparison. */
export interface Reset {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "reset";
}

/** Send another example through the drawing. */
export interface SelectRow {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "select_row";
  row: number;
}

/** Change the learning rate from the present iteration on. */
export interface SetAlpha {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "set_alpha";
  alpha: number | string;
}

/** Change the number of hidden units from the present iteration on; the surviving ones keep their weights. */
export interface SetHiddenSize {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "set_hidden_size";
  hidden_size: number | string;
}

/** Start again from the initial weights of another seed. */
export interface SetSeed {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "set_seed";
  seed: number | string;
}

/** Choose how many iterations a second to train; null means as fast as the machine can. */
export interface SetSpeed {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "set_speed";
  speed: number | null;
}

/** Choose where training stops by itself. */
export interface SetStop {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "set_stop";
  /** Stop at this iteration. */
  iteration: number | string;
  /** Stop when the mean error has come down to this; null or empty: never for that reason. */
  error?: number | string | null;
}

/** Pause, and train a few iterations. */
export interface Step {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "step";
  iterations?: number;
}

/** The present settings and pace, whole: sent whenever any of them changes. */
export interface Controls {
  type: "controls";
  alpha: number;
  /** Units of the first hidden layer; null when the experiment has none. */
  hidden_size: number | null;
  seed: number;
  playing: boolean;
  /** Iterations a second; null: as fast as the machine can. */
  speed: number | null;
  stop_iteration: number;
  stop_error: number | null;
  /** The example that is sent through the drawing. */
  row: number;
  /** Whether there are older runs. */
  can_clear: boolean;
  /** Playing, but waiting for somebody to look: see the setting `idle_seconds`. */
  resting: boolean;
}

/** A setting was changed at an iteration; replaces an earlier mark of the same field at the same iteration. */
export interface EditApplied {
  type: "edit_applied";
  mark: Mark;
}

/** A refusal: the run goes on as if nothing had been asked. The one error shape, of HTTP answers too. */
export interface Error {
  type: "error";
  /** For programs: bad_message, bad_value, unknown_experiment, …; docs/protocol.md lists them. */
  code: string;
  /** For people: one sentence that says what is allowed. */
  message: string;
  /** Where it was typed. */
  field: string | null;
  request: number | null;
}

/** One tab of the page. */
export interface Experiment {
  name: string;
  title: string;
  /** One sentence: what this experiment shows. */
  about: string;
}

/**
 * What the network looks like at one iteration.
 *
 * `weights`, `layers`, `sums` are the newest; `curve` and `path` are appended. Two frames merge into one (see
 * `app.view`), so numbers may be skipped.
 */
export interface Frame {
  type: "frame";
  /** To be returned in `painted`. */
  number: number;
  /** The run it belongs to: the page ignores a frame of another run than the last snapshot's. */
  run: number;
  iteration: number;
  /** Mean absolute error over all rows, of the weights after `iteration` updates. */
  error: number;
  /** syn0, syn1, …: one matrix per synapse, shape (units before, units after). */
  weights: number[][][];
  /** l1, l2, …: outputs, shape (rows, units). */
  layers: number[][][];
  /** The same before the sigmoid. */
  sums: number[][][];
  curve: Points;
  /** Empty but for networks of two weights. */
  path: Positions;
  /** A sentence when training has broken down or stands still; else null. */
  why: string | null;
}

/** Nothing has happened for a while; a page that hears nothing at all has lost the connection. */
export interface Heartbeat {
  type: "heartbeat";
}

/** What the page may offer; every one is a setting or a constant of the server. */
export interface Limits {
  /** The most hidden units. */
  hidden_size: number;
  /** The most iterations of one run. */
  iterations: number;
  /** How many older runs are kept for comparison. */
  older_runs: number;
}

/** A line of the code panel: text with holes, such as "alpha = {alpha}". */
export interface Line {
  text: string;
  task: "setup" | "predict" | "compare" | "update" | "loop";
}

/** An edit on the timeline. */
export interface Mark {
  iteration: number;
  field: "alpha" | "hidden_size" | "weights";
  /** What changed, for example "alpha 2 → 4". */
  label: string;
}

/** Something that happened by itself and deserves a sentence. */
export interface Notice {
  type: "notice";
  message: string;
}

/** A run kept for comparison. */
export interface OlderRun {
  label: string;
  iterations: number[];
  errors: number[];
}

/** A piece of the error curve: it replaces every earlier point at iteration `since` or later. */
export interface Points {
  since: number;
  iterations: number[];
  errors: number[];
}

/** A piece of the path that two weights took, by the same rule as `Points`; NaN stands where it is broken. */
export interface Positions {
  since: number;
  iterations: number[];
  w0: number[];
  w1: number[];
}

/** Everything there is to know about the run in view; sent on joining, resetting and turning to an experiment. */
export interface Snapshot {
  type: "snapshot";
  run: number;
  experiment: string;
  inputs: number[][];
  targets: number[][];
  /** Names of the input columns. */
  columns: string[];
  code: Line[];
  controls: Controls;
  marks: Mark[];
  older: OlderRun[];
  /** Holds the whole curve and path. */
  frame: Frame;
}

/** The answer to `join`; a `snapshot` follows. */
export interface Welcome {
  type: "welcome";
  protocol: number;
  version: string;
  session: string;
  /** Whether this session was opened just now. */
  fresh: boolean;
  /** Whether the server can write runs to disk; if not, the page says so. */
  saved: boolean;
  limits: Limits;
  experiments: Experiment[];
}
