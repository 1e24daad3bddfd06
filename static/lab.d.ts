// What the modules of the page agree on among themselves. Nothing here reaches the browser.

import type {
  Ahead, Arrival, ClientMessage, Controls, Detail, Error as Refusal, Frame, Look, Mark, OtherRun, RunRow, ServerMessage, Snapshot,
  StudyRow, Welcome,
} from "./messages.js";

/** A frame that brought everything an iteration computes: all its numbers are of the same moment. */
export type DetailedFrame = Frame & { detail: Detail };

/** The past of a run, whole. */
export interface Past {
  iterations: number[];
  mean_errors: number[];
  /** By unit, then by iteration. */
  correlations: number[][];
  /** By row in view, then by iteration. */
  errors: number[][];
}

/** One weight: syn{synapse}[row, column]. */
export interface WeightPlace {
  synapse: number;
  row: number;
  column: number;
}

/** Everything the page knows. */
export interface State {
  link: "connecting" | "live" | "lost";
  /** One sentence when the page cannot, or should not at once, connect again by itself; else null. */
  trouble: string | null;
  welcome: Welcome | null;
  /** The last snapshot. */
  run: Snapshot | null;
  controls: Controls | null;
  /** The newest frame of that run. */
  frame: Frame | null;
  /** The newest one that has a detail; the matrices of lines, pushes and comparisons are all read from it. */
  detailed: DetailedFrame | null;
  /** The weight that is looked at. */
  weight: WeightPlace;
  /** The whole error curve. */
  curve: { iterations: number[]; errors: number[] };
  /** The whole path of two weights. */
  path: { iterations: number[]; w0: number[]; w1: number[] };
  /** Every change on the timeline, those that wait for a later iteration too. */
  marks: Mark[];
  /** All runs of this experiment, the present one among them. */
  runs: RunRow[];
  /** The curves of all but the present one. */
  others: OtherRun[];
  /** The curve up to the furthest iteration that is known; empty where the run is there. */
  known: { iterations: number[]; errors: number[] };
  /** Where the error would go with another value, while that is asked. */
  ahead: Ahead | null;
  arrival: Arrival | null;
  /** Why what is made here is not written to disk; empty: it is. */
  unsaved: string;
  /** The first iteration, then what was pinned. */
  pins: Look[];
  past: Past;
  /** What was asked of the studies, whichever experiment is in view. */
  studies: StudyRow[];
  /** The study that each panel is to show, by its key, where that is not its newest. */
  chosenStudies: Partial<Record<StudyRow["purpose"], string>>;
}

/** What the page tells itself. */
export type LocalMessage =
  | { type: "link"; link: State["link"]; trouble: string | null }
  | { type: "chosen_row"; row: number }
  | { type: "chosen_weight"; weight: WeightPlace }
  | { type: "chosen_line"; line: number | null }
  | { type: "chosen_study"; purpose: StudyRow["purpose"]; study: StudyRow | null }
  | { type: "no_ahead" };

export type Listener = (state: State, message: ServerMessage | LocalMessage) => void;

export interface Store {
  state(): State;
  receive(message: ServerMessage | LocalMessage): void;
  /** Returns the function that ends it. */
  subscribe(listener: Listener): () => void;
}

/** One panel: told when to draw, never asking. */
export interface Panel {
  /** Cheap; once per animation frame while in view and something changed. */
  paint?(state: State): void;
  /** Dear; at most one panel per animation frame. Not called again before its promise settles. */
  redraw?(state: State): void | Promise<unknown>;
  /** Something was heard of the run; also while out of sight, so it must cost next to nothing. */
  hear?(state: State): void;
  /** The colours changed. */
  retheme?(state: State): void;
}

/** What a sheet that is loaded late returns. */
export interface LateSheet {
  /** It was opened, for the first time or again. */
  opened?(): void;
  /** Something was heard, other than a frame, while it is open. */
  update?(state: State): void;
}

export type Refused = (refusal: Refusal) => void;

/** What a panel may ask of the page. */
export interface Lab {
  /** Whether it could be sent. A refusal goes to `refused`, or without one to a notice. */
  send(verb: ClientMessage, refused?: Refused): boolean;
  state(): State;
  /** Paint the row at once, then tell the server. */
  chooseRow(row: number): void;
  /** Show the line as the one that is stood on, before the server is asked. */
  chooseLine(line: number | null): void;
  /** Do something once what is known now was painted. */
  painted(then: () => void): void;
  /** The weight that is looked at, by this page alone. */
  chooseWeight(weight: WeightPlace): void;
  /** Let the panel of a purpose show this study, or with null its newest. */
  chooseStudy(purpose: StudyRow["purpose"], study: StudyRow | null): void;
  /** Draw nothing of what could be any more. */
  forgetAhead(): void;
  plotly(): Promise<any>;
  /** The address of a file under static/. */
  url(name: string): string;
  /** A sentence in the corner that goes by itself. */
  say(sentence: string, offer?: { text: string; take: () => void }): void;
  /** Give an element a sentence that shows on hover, focus and tap. */
  explain(element: Element, sentence: string): void;
}
