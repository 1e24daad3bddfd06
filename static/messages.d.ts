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
  | GoTo
  | RemoveEdit
  | MoveEdit
  | Undo
  | Redo
  | Branch
  | ChooseRun
  | RenameRun
  | HideRun
  | DeleteRun
  | SetGoal
  | LookAhead
  | LookAway
  | ClearOlder
  | StepLine
  | GoToLine
  | SwitchLine
  | Mend
  | SetWeight
  | SetWeights
  | SetCell
  | AddRow
  | RemoveRow
  | AddColumn
  | RemoveColumn
  | LoadData
  | UseData
  | ShuffleRows
  | CopyRows
  | TryInputs
  | ForgetInputs
  | Pin
  | Unpin
  | LookBack
  | StartRace
  | StartSweep
  | CancelStudy
  | DeleteStudy
  | OpenFromStudy;

export type ServerMessage =
  | Welcome
  | Snapshot
  | Controls
  | Frame
  | EditApplied
  | Timeline
  | Runs
  | Ahead
  | Arrived
  | Saving
  | Pins
  | History
  | Studies
  | Notice
  | Heartbeat
  | Error;

export type StudyResult =
  | RaceResult
  | SweepResult;

/** Put one more input column behind the last, with the same number in every row: an edit. */
export interface AddColumn {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "add_column";
  value?: number | string;
}

/** Put one more example behind the last: an edit. */
export interface AddRow {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "add_row";
  /** Inputs, then targets. */
  values: (number | string)[];
}

/** Keep the run as it is and go on from the present iteration as a branch of it. */
export interface Branch {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "branch";
  alpha?: number | string | null;
  hidden_size?: number | string | null;
}

/** Stop a study; what it has found is kept. */
export interface CancelStudy {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "cancel_study";
  study: number;
}

/** Turn to another experiment; each keeps its own run. */
export interface ChooseExperiment {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "choose_experiment";
  experiment: string;
}

/** Turn to another run of this experiment. */
export interface ChooseRun {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "choose_run";
  run: number;
}

/** Delete all runs of this experiment but the present one. */
export interface ClearOlder {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "clear_older";
}

/** Repeat the examples until there are so many, the copies with a little noise: an edit. */
export interface CopyRows {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "copy_rows";
  /** How many there are to be in all. */
  rows: number | string;
  /** Standard deviation of what is added to each input of a copy. */
  noise?: number | string;
}

/** Delete a run for good, once it can no longer be taken back; the present one can't be deleted. */
export interface DeleteRun {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "delete_run";
  run: number;
}

/** Forget a study, and stop it if it is at work. */
export interface DeleteStudy {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "delete_study";
  study: number;
}

/** Put the weights of a two-weight network at a point of its error surface and go on from there. */
export interface DropWeights {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "drop_weights";
  weights: [number | string, number | string];
}

/** Ask no more about inputs that were tried. */
export interface ForgetInputs {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "forget_inputs";
  index: number;
}

/**
 * Pause, and show the run as it was, or will be, at an iteration that it has reached before; see `Controls.reach`.
 *
 * Of several that come while one is at work only the newest counts.
 */
export interface GoTo {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "go_to";
  iteration: number;
}

/** Pause, and stand on this line of the loop; null: on none, so that the iteration is whole again. */
export interface GoToLine {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "go_to_line";
  /** Counted from 0 in the listing. */
  line: number | null;
}

/** Leave a run out of the charts, or show it again. */
export interface HideRun {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "hide_run";
  run: number;
  hidden: boolean;
}

/** The first message on every socket, new or again. */
export interface Join {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "join";
  /** The session this tab had before; unknown or absent: a fresh one. */
  session?: string | null;
  /**
   * The page address's query, for a fresh session: a recipe (experiment, alpha, hidden_size, seed) or a whole run
   * (run, or r with the name of a short link). It may be one character too long: so it is refused in words. With embed
   * it is opened only where there is no such session any more, and is not kept.
   */
  open?: { [name: string]: string } | null;
  /** The secret by which this browser finds the runs of all its tabs again; a fresh session is its. */
  owner?: string | null;
}

/** Put a table in the place of the data: an edit. Commas, semicolons or tabs; the last column is the target. */
export interface LoadData {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "load_data";
  text: string;
}

/** Ask where the error would go from here with another value; `ahead` answers, and the run goes on untouched. */
export interface LookAhead {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "look_ahead";
  field: "alpha" | "hidden_size";
  value: number | string;
}

/** Ask for that no more. */
export interface LookAway {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "look_away";
}

/** Ask for the past of the run: a `history` answers. */
export interface LookBack {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "look_back";
  /** Only from this iteration on. */
  since?: number;
}

/** Have every line of the program do the right thing again. */
export interface Mend {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "mend";
}

/** Have a change come about at another iteration; what follows is trained again. */
export interface MoveEdit {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "move_edit";
  iteration: number;
  field: "alpha" | "hidden_size" | "weights" | "rules" | "data";
  to: number | string;
}

/** Turn to one of a study's runs, at its last iteration; the present run is kept among the others. */
export interface OpenFromStudy {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "open_from_study";
  study: number;
  alpha: number;
  /** None where there is no hidden layer. */
  hidden_size?: number | null;
  seed: number;
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

/** Keep every matrix of an iteration for comparison. */
export interface Pin {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "pin";
  /** One that the run has passed; null: the present one. */
  iteration?: number | string | null;
}

/** Train until told otherwise or until a stop condition holds. */
export interface Play {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "play";
}

/** Do again what was last taken back. */
export interface Redo {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "redo";
}

/** Take an input column away: an edit. */
export interface RemoveColumn {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "remove_column";
  column: number;
}

/** Take a change from the timeline; what followed is trained again without it. */
export interface RemoveEdit {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "remove_edit";
  iteration: number;
  field: "alpha" | "hidden_size" | "weights" | "rules" | "data";
}

/** Take an example away: an edit. */
export interface RemoveRow {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "remove_row";
  row: number;
}

/** Give a run a name; an empty one takes it away. */
export interface RenameRun {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "rename_run";
  run: number;
  name: string;
}

/** Start again from iteration 0 with the present settings and the seed; the run so far is kept among the others. */
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
  /** Of a drag: changes that have the same are one step of undo, however long a hand rests in between. */
  gesture?: number | null;
}

/** Change one number of the data: an edit. */
export interface SetCell {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "set_cell";
  row: number;
  /** The input columns from 0, then the target columns. */
  column: number;
  value: number | string;
}

/** Choose the error of which the table of runs says when each came down to it; null or empty: none. */
export interface SetGoal {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "set_goal";
  error: number | string | null;
}

/** Change the number of hidden units from the present iteration on; the surviving ones keep their weights. */
export interface SetHiddenSize {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "set_hidden_size";
  hidden_size: number | string;
  /** Of a drag: changes that have the same are one step of undo, however long a hand rests in between. */
  gesture?: number | null;
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

/** Change one weight: an edit. */
export interface SetWeight {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "set_weight";
  /** 0 for syn0. */
  synapse: number;
  row: number;
  column: number;
  value: number | string;
  /** The run that it is meant for; null: the one in view, whichever that is. */
  run?: number | null;
  /** Of a drag: changes that have the same are one step of undo, however long a hand rests in between. */
  gesture?: number | null;
}

/** Change all weights: an edit. */
export interface SetWeights {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "set_weights";
  /** syn0 first, row by row. */
  values: (number | string)[];
}

/** Put the examples in another order: an edit. */
export interface ShuffleRows {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "shuffle_rows";
}

/** Train one run for each alpha and hidden size, in lockstep, each from the same seed. */
export interface StartRace {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "start_race";
  purpose: "alphas" | "sizes" | "rule";
  /** Of this asking, and returned in the study's row: so the page knows its own. */
  asking?: number | null;
  of?: "present" | "post";
  alphas?: string;
  hidden_sizes?: string;
  iterations?: number | string;
}

/** Train many seeds for each alpha and hidden size; of one alpha and one size it is a trial of luck. */
export interface StartSweep {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "start_sweep";
  purpose: "map" | "success" | "luck";
  /** Of this asking, and returned in the study's row: so the page knows its own. */
  asking?: number | null;
  of?: "present" | "post";
  alphas?: string;
  hidden_sizes?: string;
  /** How many, from 1 on. */
  seeds?: number | string;
  iterations?: number | string;
}

/** Pause, and train a few iterations. */
export interface Step {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "step";
  iterations?: number;
}

/** Pause, and walk one line of the loop on, or back; behind the last line the next iteration begins. */
export interface StepLine {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "step_line";
  back?: boolean;
}

/** Have a line of the program do something else, or the right thing again: an edit. */
export interface SwitchLine {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "switch_line";
  /** Counted from 0 in the listing. */
  line: number;
  /** One of the line's choices. */
  choice: string;
}

/** Ask the network about inputs it is not taught; they stay until they are forgotten. */
export interface TryInputs {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "try_inputs";
  values: (number | string)[];
}

/** Take back the last change of the timeline or of the list of runs. */
export interface Undo {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "undo";
}

/** Keep it no longer. */
export interface Unpin {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "unpin";
  iteration: number;
}

/** Put one of the offered tables in the place of the data: an edit. */
export interface UseData {
  /** Chosen by the page and returned in the `error` that answers this message, if one does. */
  request?: number | null;
  type: "use_data";
  name: string;
}

/** The answer to `look_ahead`: with the value asked for, with a third and with three times it. */
export interface Ahead {
  type: "ahead";
  run: number;
  /** From where they go on. */
  iteration: number;
  field: "alpha" | "hidden_size";
  /** The value that was asked for. */
  value: number;
  /** Complete or not: the next `ahead` replaces this one. Empty: nobody asks any more. */
  curves: AheadCurve[];
}

/** Where the error would go with one value. */
export interface AheadCurve {
  value: number;
  iterations: number[];
  errors: number[];
}

/** A run that came by a link, once it is where the link says, and before. */
export interface Arrival {
  /** Where the link says it is. */
  iteration: number;
  /** Whether every bit of its weights is as it was where the link was made; null: it is not there yet. */
  same: boolean | null;
}

/** A run that came by a link is where the link says. */
export interface Arrived {
  type: "arrived";
  run: number;
  arrival: Arrival;
}

/** Something that a line of the program can do instead. */
export interface Choice {
  name: string;
  /** How the line reads then. */
  text: string;
  /** One sentence: what that changes. */
  about: string;
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
  /** The furthest iteration to which this timeline has been trained: `go_to` goes anywhere up to it. */
  reach: number;
  /** The iteration to which the run is trained again just now, as fast as can be; null when it is not. */
  catching_up: number | null;
  /** What `undo` would take back, in words such as "alpha 2 → 4"; null: nothing. */
  undo: string | null;
  /** What `redo` would do again. */
  redo: string | null;
  /** See `set_goal`. */
  goal: number | null;
  /** Playing, but waiting for somebody to look: see the setting `idle_seconds`. */
  resting: boolean;
  /** The line of the listing that was stepped to; null: the iteration is whole. */
  line: number | null;
  /** Inputs that the network is asked about, though it is not taught them. */
  tried: number[][];
}

/**
 * What else an iteration computes. It comes with every frame of a run that stands, and some of one that trains.
 *
 * All numbers are those of the frame that brings it. Of errors and deltas there are the rows of the frame; updates and
 * correlations are over all rows.
 */
export interface Detail {
  /** l1_error, l2_error, …: shape (rows, units). */
  errors: number[][][];
  /** l1_delta, l2_delta, …. */
  deltas: number[][][];
  /** What alpha is multiplied with and is then added to syn0, syn1, …: l0.T @ l1_delta and so on. */
  updates: number[][][];
  /** How often each weight's update has changed direction, in the shapes of the weights. */
  changes: number[][][];
  /** Of l1, l2, …: the correlation of each unit with the first target; NaN where one of them is constant. */
  correlations: number[][];
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

/** Where a branch begins. */
export interface Fork {
  /** The run that it shares its past with; it may have been deleted since. */
  run: number;
  iteration: number;
}

/**
 * What the network looks like at one iteration.
 *
 * `weights`, `layers`, `sums` are the newest; `curve` and `path` are appended; `detail` stays until another one comes.
 * Two frames merge into one (see `app.view`), so numbers may be skipped.
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
  /** The example whose numbers come first in `layers`, `sums` and `detail`: of many rows only some are sent. */
  first_row: number;
  /** l1, l2, …: outputs, shape (rows, units). */
  layers: number[][][];
  /** The same before the sigmoid. */
  sums: number[][][];
  curve: Points;
  /** Empty but for networks of two weights. */
  path: Positions;
  detail: Detail | null;
  /** Why training has broken down or stands still; else null. */
  why: Why | null;
}

/** Nothing has happened for a while; a page that hears nothing at all has lost the connection. */
export interface Heartbeat {
  type: "heartbeat";
}

/** A piece of the past, by the same rule as `Points`. Where there was no such unit or row, NaN stands. */
export interface History {
  type: "history";
  run: number;
  since: number;
  iterations: number[];
  mean_errors: number[];
  /** By unit of l1 (of the last layer where there is no hidden one), then by iteration: with the first target. */
  correlations: number[][];
  /** By row in view, then by iteration: the first target less the output, with its sign. */
  errors: number[][];
}

/** What the page may offer; every one is a setting or a constant of the server. */
export interface Limits {
  /** The most hidden units. */
  hidden_size: number;
  /** The most iterations of one run. */
  iterations: number;
  /** How many runs an experiment holds beside the present one. */
  other_runs: number;
  /** The most examples. */
  rows: number;
  /** The most input columns. */
  columns: number;
  /** How many iterations can be pinned. */
  pins: number;
  /** How many rows of inputs can be tried at once. */
  tried: number;
  /** The longest message, and so the longest table that can be pasted or uploaded. */
  message_bytes: number;
}

/** A line of the code panel: text with holes, such as "alpha = {alpha}". */
export interface Line {
  text: string;
  task: "setup" | "predict" | "compare" | "update" | "loop";
  /** What the line makes: "X", "syn0" (its first numbers), "l1", "l2_error", "l1_delta", "syn1_update", …. */
  key: string;
  /** The right way first, if there are others; empty where nothing can be switched. */
  choices: Choice[];
  /** Name of the choice in force; empty where there are none. */
  chosen: string;
}

/** Everything that one iteration computes, of the rows in view. */
export interface Look {
  iteration: number;
  error: number;
  weights: number[][][];
  /** l1, l2, …. */
  layers: number[][][];
  sums: number[][][];
  errors: number[][][];
  deltas: number[][][];
  updates: number[][][];
}

/** An edit on the timeline. */
export interface Mark {
  iteration: number;
  field: "alpha" | "hidden_size" | "weights" | "rules" | "data";
  /** What changed, for example "alpha 2 → 4". */
  label: string;
}

/** Something that happened by itself and deserves a sentence. */
export interface Notice {
  type: "notice";
  message: string;
}

/** The curve of a run that is not the present one. */
export interface OtherRun {
  run: number;
  label: string;
  iterations: number[];
  errors: number[];
  /** Empty but for networks of two weights. */
  path: Positions;
}

/** What is kept for comparison, whole: sent whenever it changes. */
export interface Pins {
  type: "pins";
  run: number;
  pins: Look[];
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

/** A run of this experiment in the table of runs. */
export interface RunRow {
  run: number;
  /** What the learner called it; empty: nothing. */
  name: string;
  /** Its settings: "alpha 1 → 10, hidden size 4, seed 1, 600 iterations". */
  label: string;
  /** Which of the page's colours for runs is its own, from 0; it keeps it. */
  colour: number;
  hidden: boolean;
  /** null: it began at iteration 0 by itself. */
  fork: Fork | null;
  /** How far it has been trained. */
  iteration: number;
  error: number;
  /** The largest |weight|. */
  largest_weight: number;
  /** Of all its weights together. */
  direction_changes: number;
  /** The first iteration whose error was down to the goal; null: none yet, or there is no goal. */
  goal_reached: number | null;
}

/** The runs of this experiment, the present one too: sent when the list changes and when the present run pauses. */
export interface Runs {
  type: "runs";
  /** The present one. */
  run: number;
  rows: RunRow[];
}

/** Whether what is made here is written to disk, sent when that changes. */
export interface Saving {
  type: "saving";
  saved: boolean;
  /** One sentence for people when it is not; else empty. */
  why: string;
}

/** Everything there is to know about the run in view; sent on joining, resetting and turning to an experiment. */
export interface Snapshot {
  type: "snapshot";
  run: number;
  experiment: string;
  /** Of the rows from `first_row` on, as many as a frame has. */
  inputs: number[][];
  targets: number[][];
  first_row: number;
  /** How many examples there are in all. */
  rows: number;
  /** Names of the input columns. */
  columns: string[];
  /** Of each input column with the first target, over all rows; NaN where one of them is constant. */
  correlations: number[];
  /** Whether the data is another than the experiment's. */
  own_data: boolean;
  /** A fingerprint of the present data and program, without alpha, hidden size and seed; see `StudyRow`. */
  basis: string;
  /** Whether any line of the program does something else than it should. */
  broken: boolean;
  /** The first iteration, then those that were pinned, in order. */
  pins: Look[];
  code: Line[];
  controls: Controls;
  /** Every change on the timeline, those that wait for a later iteration too. */
  marks: Mark[];
  /** As in `runs`. */
  runs: RunRow[];
  others: OtherRun[];
  /** The whole curve up to `controls.reach`; empty where the run is there. */
  known: Points;
  /** Of a run that came by a link: what became of it. */
  arrival: Arrival | null;
  /** Holds the whole curve and path up to its iteration. */
  frame: Frame;
}

/** All studies of the session, in the order in which they were asked for; again whenever one gets on. */
export interface Studies {
  type: "studies";
  studies: StudyRow[];
}

/** One study of a session: what was asked, and how far it is. What it has found is at /-/studies/{number}. */
export interface StudyRow {
  number: number;
  purpose: "alphas" | "sizes" | "rule" | "map" | "success" | "luck";
  of: "present" | "post";
  /** The one in view when it was asked for. */
  experiment: string;
  /** What was asked, such as 7 alphas × 60,000 iterations. */
  title: string;
  /** What all its runs have in common, such as hidden size 4, seed 1. */
  about: string;
  /** Where it is the snapshot's, these runs are of the recipe in view but for alpha, hidden size and seed. */
  basis: string;
  /** Whether they are of the posts' XOR but for alpha, hidden size and seed: what the posts claim is of these. */
  is_posts: boolean;
  state: "waiting" | "running" | "done" | "cancelled" | "failed";
  /** A sentence for people where it failed or waits; else empty. */
  why: string;
  /** The part that is done, from 0 to 1. */
  worked: number;
  /** About how long it still takes, once that can be told. */
  seconds_left: number | null;
  /** Grows whenever there is more to be seen of it. */
  version: number;
  /** Seconds since 1970. */
  made_at: number;
  /** A sentence for the page that asked: which numbers of its lists were typed more than once; else empty. */
  taken: string;
  /** That of the verb; null once the study was read from disk. */
  asking: number | null;
}

/** A set of data that is offered. */
export interface Table {
  name: string;
  title: string;
  about: string;
}

/** Every change on the timeline, whole: sent when changes were taken away, moved, or put back. */
export interface Timeline {
  type: "timeline";
  run: number;
  marks: Mark[];
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
  tables: Table[];
}

/** What has gone wrong with a run, or why it stands still. */
export interface Why {
  /** For programs; docs/protocol.md lists them. */
  kind: string;
  /** What is wrong, and why: built from the numbers. */
  sentence: string;
  /** What could be tried. */
  advice: string;
  /** Examples concerned, from 0. */
  rows: number[];
  /** Units concerned: layer, unit. */
  units: [number, number][];
}

/** One run of a race, as far as it has come. */
export interface Lane {
  alpha: number;
  hidden_size: number | null;
  seed: number;
  error: number;
  /** At every mark that has been passed. */
  errors: number[];
  /** The error curve, thinned: the lowest and the highest of every stretch are kept. */
  curve_iterations: number[];
  curve_errors: number[];
  /** How often the updates of syn0, of syn1, … have changed direction, in all. */
  turns: number[];
  /** The same weight by weight, in the shapes of syn0, syn1, …; empty for a large network. */
  turns_each: number[][][];
  /** The largest |weight| of syn0, of syn1, … */
  largest: number[];
  /** None before the first iteration. */
  verdict: Verdict | null;
  /**
   * What the posts' program prints at the marks, to 12 digits, where it is this very run; else empty.
   *
   * The last, at 60,000, is one print after its end: it prints that if it goes on.
   */
  printed: string[];
  /** Whether the error at each of these marks, written the same way, is that. */
  matched: boolean[];
}

/** The lanes, alpha by alpha within hidden size by hidden size. */
export interface RaceResult {
  type: "race";
  number: number;
  version: number;
  iteration: number;
  iterations: number;
  /** Iterations of the table of errors: 0, 10,000, … and the last. */
  marks: number[];
  lanes: Lane[];
}

/** The final errors of a grid of recipes, with many seeds each. */
export interface SweepResult {
  type: "sweep";
  number: number;
  version: number;
  iterations: number;
  alphas: number[];
  /** [None] where there is no hidden layer. */
  hidden_sizes: (number | null)[];
  /** How many: they are 1, 2, … */
  seeds: number;
  /** By hidden size, alpha and seed; None: not known yet. */
  errors: (((number | null)[])[])[];
  /** By hidden size and alpha: how many of the known runs have every example within `solved_within` of its target. */
  solved: number[][];
  /** By hidden size and alpha: how many errors are known. */
  known: number[][];
  solved_within: number;
  own_seed: number;
  /** The error of the present run's own seed in the first cell, after as many iterations; None: not known yet. */
  own_error: number | null;
}

/** What became of a lane, from measured facts. */
export interface Verdict {
  kind: "descending" | "settled" | "dead" | "parked" | "jumping" | "overflow" | "stuck";
  /** Two or three words, such as still descending. */
  title: string;
  /** The facts that say so. */
  sentence: string;
}
