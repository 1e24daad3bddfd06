"""Every message that crosses the websocket, and nothing else.

The page sends verbs (`ClientMessage`), the server sends facts (`ServerMessage`); both are JSON objects told apart by
`type`. The page's types (`static/messages.d.ts`) are generated from these models. docs/protocol.md tells the order in
which they are sent. Numbers that are not finite travel as the strings "NaN", "Infinity" and "-Infinity".
"""

from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StrictFloat,
    StrictInt,
    StrictStr,
    TypeAdapter,
    WithJsonSchema,
)

PROTOCOL = 3
"""Raised by one whenever a page of the version before could misread a message."""

# A field that a person types into arrives as it was typed: the server alone decides what is a number, and says so.
Typed = Annotated[StrictInt | StrictFloat | StrictStr, WithJsonSchema({"type": ["number", "string"]})]


class Message(BaseModel):
    """What all messages share: they never change, carry no unknown field, and spell out numbers that are not finite."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="strings", use_attribute_docstrings=True)


LONGEST_LINK = 32_768
"""Characters of a run that travels in an address: more than that proxies and servers cut off."""

Place = Annotated[int, Field(ge=0, le=1_000_000)]
"""A row, a column, a line, counted from 0."""

Ticket = Annotated[int, Field(ge=0, lt=2**53)]
"""Drawn by chance by the page, so that two pages hardly ever draw the same."""


class Verb(Message):
    """What the page asks for."""

    request: int | None = None
    """Chosen by the page and returned in the `error` that answers this message, if one does."""


class Join(Verb):
    """The first message on every socket, new or again."""

    type: Literal["join"]
    session: Annotated[str, Field(max_length=64)] | None = None
    """The session this tab had before; unknown or absent: a fresh one."""
    open: dict[str, Annotated[str, Field(max_length=LONGEST_LINK + 1)]] | None = None
    """The page address's query, for a fresh session: a recipe (experiment, alpha, hidden_size, seed) or a whole run
    (run, or r with the name of a short link). It may be one character too long: so it is refused in words. With embed
    it is opened only where there is no such session any more, and is not kept."""
    owner: Annotated[str, Field(max_length=64)] | None = None
    """The secret by which this browser finds the runs of all its tabs again; a fresh session is its."""


class Painted(Verb):
    """Return the credit for the frame of this number, which is on screen, and for all before it."""

    type: Literal["painted"]
    frame: int


class Play(Verb):
    """Train until told otherwise or until a stop condition holds."""

    type: Literal["play"]


class Pause(Verb):
    """Stop training and keep everything."""

    type: Literal["pause"]


class Step(Verb):
    """Pause, and train a few iterations."""

    type: Literal["step"]
    iterations: Annotated[int, Field(ge=1, le=1000)] = 1


class Reset(Verb):
    """Start again from iteration 0 with the present settings and the seed; the run so far is kept among the others."""

    type: Literal["reset"]


class SetAlpha(Verb):
    """Change the learning rate from the present iteration on."""

    type: Literal["set_alpha"]
    alpha: Typed
    gesture: Ticket | None = None
    """Of a drag: changes that have the same are one step of undo, however long a hand rests in between."""


class SetHiddenSize(Verb):
    """Change the number of hidden units from the present iteration on; the surviving ones keep their weights."""

    type: Literal["set_hidden_size"]
    hidden_size: Typed
    gesture: Ticket | None = None
    """Of a drag: changes that have the same are one step of undo, however long a hand rests in between."""


class SetSeed(Verb):
    """Start again from the initial weights of another seed."""

    type: Literal["set_seed"]
    seed: Typed


class SetSpeed(Verb):
    """Choose how many iterations a second to train; null means as fast as the machine can."""

    type: Literal["set_speed"]
    speed: Annotated[float, Field(ge=1, le=1_000_000, allow_inf_nan=False)] | None


class SetStop(Verb):
    """Choose where training stops by itself."""

    type: Literal["set_stop"]
    iteration: Typed
    """Stop at this iteration."""
    error: Typed | None = None
    """Stop when the mean error has come down to this; null or empty: never for that reason."""


class ChooseExperiment(Verb):
    """Turn to another experiment; each keeps its own run."""

    type: Literal["choose_experiment"]
    experiment: Annotated[str, Field(max_length=64)]


class SelectRow(Verb):
    """Send another example through the drawing."""

    type: Literal["select_row"]
    row: int


class DropWeights(Verb):
    """Put the weights of a two-weight network at a point of its error surface and go on from there."""

    type: Literal["drop_weights"]
    weights: Annotated[list[Typed], Field(min_length=2, max_length=2)]


MarkField = Literal["alpha", "hidden_size", "weights", "rules", "data"]


class GoTo(Verb):
    """Pause, and show the run as it was, or will be, at an iteration that it has reached before; see `Controls.reach`.

    Of several that come while one is at work only the newest counts.
    """

    type: Literal["go_to"]
    iteration: Annotated[int, Field(ge=0)]


class RemoveEdit(Verb):
    """Take a change from the timeline; what followed is trained again without it."""

    type: Literal["remove_edit"]
    iteration: int
    field: MarkField


class MoveEdit(Verb):
    """Have a change come about at another iteration; what follows is trained again."""

    type: Literal["move_edit"]
    iteration: int
    field: MarkField
    to: Typed


class Undo(Verb):
    """Take back the last change of the timeline or of the list of runs."""

    type: Literal["undo"]


class Redo(Verb):
    """Do again what was last taken back."""

    type: Literal["redo"]


class Branch(Verb):
    """Keep the run as it is and go on from the present iteration as a branch of it."""

    type: Literal["branch"]
    alpha: Typed | None = None
    hidden_size: Typed | None = None


class ChooseRun(Verb):
    """Turn to another run of this experiment."""

    type: Literal["choose_run"]
    run: int


class RenameRun(Verb):
    """Give a run a name; an empty one takes it away."""

    type: Literal["rename_run"]
    run: int
    name: Annotated[str, Field(max_length=60)]


class HideRun(Verb):
    """Leave a run out of the charts, or show it again."""

    type: Literal["hide_run"]
    run: int
    hidden: bool


class DeleteRun(Verb):
    """Delete a run for good, once it can no longer be taken back; the present one can't be deleted."""

    type: Literal["delete_run"]
    run: int


class SetGoal(Verb):
    """Choose the error of which the table of runs says when each came down to it; null or empty: none."""

    type: Literal["set_goal"]
    error: Typed | None


class LookAhead(Verb):
    """Ask where the error would go from here with another value; `ahead` answers, and the run goes on untouched."""

    type: Literal["look_ahead"]
    field: Literal["alpha", "hidden_size"]
    value: Typed


class LookAway(Verb):
    """Ask for that no more."""

    type: Literal["look_away"]


class ClearOlder(Verb):
    """Delete all runs of this experiment but the present one."""

    type: Literal["clear_older"]


class StepLine(Verb):
    """Pause, and walk one line of the loop on, or back; behind the last line the next iteration begins."""

    type: Literal["step_line"]
    back: bool = False


class GoToLine(Verb):
    """Pause, and stand on this line of the loop; null: on none, so that the iteration is whole again."""

    type: Literal["go_to_line"]
    line: Place | None
    """Counted from 0 in the listing."""


class SwitchLine(Verb):
    """Have a line of the program do something else, or the right thing again: an edit."""

    type: Literal["switch_line"]
    line: Place
    """Counted from 0 in the listing."""
    choice: Annotated[str, Field(max_length=32)]
    """One of the line's choices."""


class Mend(Verb):
    """Have every line of the program do the right thing again."""

    type: Literal["mend"]


class SetWeight(Verb):
    """Change one weight: an edit."""

    type: Literal["set_weight"]
    synapse: Place
    """0 for syn0."""
    row: Place
    column: Place
    value: Typed
    run: int | None = None
    """The run that it is meant for; null: the one in view, whichever that is."""
    gesture: Ticket | None = None
    """Of a drag: changes that have the same are one step of undo, however long a hand rests in between."""


class SetWeights(Verb):
    """Change all weights: an edit."""

    type: Literal["set_weights"]
    values: Annotated[list[Typed], Field(max_length=10_000)]
    """syn0 first, row by row."""


class SetCell(Verb):
    """Change one number of the data: an edit."""

    type: Literal["set_cell"]
    row: Place
    column: Place
    """The input columns from 0, then the target columns."""
    value: Typed


class AddRow(Verb):
    """Put one more example behind the last: an edit."""

    type: Literal["add_row"]
    values: Annotated[list[Typed], Field(max_length=256)]
    """Inputs, then targets."""


class RemoveRow(Verb):
    """Take an example away: an edit."""

    type: Literal["remove_row"]
    row: Place


class AddColumn(Verb):
    """Put one more input column behind the last, with the same number in every row: an edit."""

    type: Literal["add_column"]
    value: Typed = 1


class RemoveColumn(Verb):
    """Take an input column away: an edit."""

    type: Literal["remove_column"]
    column: Place


class LoadData(Verb):
    """Put a table in the place of the data: an edit. Commas, semicolons or tabs; the last column is the target."""

    type: Literal["load_data"]
    text: str


class UseData(Verb):
    """Put one of the offered tables in the place of the data: an edit."""

    type: Literal["use_data"]
    name: Annotated[str, Field(max_length=64)]


class ShuffleRows(Verb):
    """Put the examples in another order: an edit."""

    type: Literal["shuffle_rows"]


class CopyRows(Verb):
    """Repeat the examples until there are so many, the copies with a little noise: an edit."""

    type: Literal["copy_rows"]
    rows: Typed
    """How many there are to be in all."""
    noise: Typed = 0.1
    """Standard deviation of what is added to each input of a copy."""


class TryInputs(Verb):
    """Ask the network about inputs it is not taught; they stay until they are forgotten."""

    type: Literal["try_inputs"]
    values: Annotated[list[Typed], Field(max_length=256)]


class ForgetInputs(Verb):
    """Ask no more about inputs that were tried."""

    type: Literal["forget_inputs"]
    index: Place


class Pin(Verb):
    """Keep every matrix of an iteration for comparison."""

    type: Literal["pin"]
    iteration: Typed | None = None
    """One that the run has passed; null: the present one."""


class Unpin(Verb):
    """Keep it no longer."""

    type: Literal["unpin"]
    iteration: int


class LookBack(Verb):
    """Ask for the past of the run: a `history` answers."""

    type: Literal["look_back"]
    since: Annotated[int, Field(ge=0)] = 0
    """Only from this iteration on."""


TypedList = Annotated[StrictStr, Field(max_length=2000)]
"""Numbers as a person types them one after the other, with spaces or commas between; empty: the present one alone."""

Purpose = Literal["alphas", "sizes", "rule", "map", "success", "luck"]
"""What a study is made for, which is the panel that shows it: see docs/studies.md."""

Subject = Literal["present", "post"]
"""What is tried: the data, the rules and the settings of the run in view, or the posts' XOR with seed 1."""


class StartRace(Verb):
    """Train one run for each alpha and hidden size, in lockstep, each from the same seed."""

    type: Literal["start_race"]
    purpose: Literal["alphas", "sizes", "rule"]
    asking: Ticket | None = None
    """Of this asking, and returned in the study's row: so the page knows its own."""
    of: Subject = "present"
    alphas: TypedList = ""
    hidden_sizes: TypedList = ""
    iterations: Typed = 60_000


class StartSweep(Verb):
    """Train many seeds for each alpha and hidden size; of one alpha and one size it is a trial of luck."""

    type: Literal["start_sweep"]
    purpose: Literal["map", "success", "luck"]
    asking: Ticket | None = None
    """Of this asking, and returned in the study's row: so the page knows its own."""
    of: Subject = "present"
    alphas: TypedList = ""
    hidden_sizes: TypedList = ""
    seeds: Typed = 1
    """How many, from 1 on."""
    iterations: Typed = 10_000


class CancelStudy(Verb):
    """Stop a study; what it has found is kept."""

    type: Literal["cancel_study"]
    study: int


class DeleteStudy(Verb):
    """Forget a study, and stop it if it is at work."""

    type: Literal["delete_study"]
    study: int


class OpenFromStudy(Verb):
    """Turn to one of a study's runs, at its last iteration; the present run is kept among the others."""

    type: Literal["open_from_study"]
    study: int
    alpha: Annotated[float, Field(allow_inf_nan=False)]
    hidden_size: int | None = None
    """None where there is no hidden layer."""
    seed: int


ClientMessage = Annotated[
    Join
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
    | OpenFromStudy,
    Field(discriminator="type"),
]


class Limits(Message):
    """What the page may offer; every one is a setting or a constant of the server."""

    hidden_size: int
    """The most hidden units."""
    iterations: int
    """The most iterations of one run."""
    other_runs: int
    """How many runs an experiment holds beside the present one."""
    rows: int
    """The most examples."""
    columns: int
    """The most input columns."""
    pins: int
    """How many iterations can be pinned."""
    tried: int
    """How many rows of inputs can be tried at once."""
    message_bytes: int
    """The longest message, and so the longest table that can be pasted or uploaded."""


class Experiment(Message):
    """One tab of the page."""

    name: str
    title: str
    about: str
    """One sentence: what this experiment shows."""


class Table(Message):
    """A set of data that is offered."""

    name: str
    title: str
    about: str


class Welcome(Message):
    """The answer to `join`; a `snapshot` follows."""

    type: Literal["welcome"] = "welcome"
    protocol: int = PROTOCOL
    version: str
    session: str
    fresh: bool
    """Whether this session was opened just now."""
    saved: bool
    """Whether the server can write runs to disk; if not, the page says so."""
    limits: Limits
    experiments: list[Experiment]
    tables: list[Table]


class Controls(Message):
    """The present settings and pace, whole: sent whenever any of them changes."""

    type: Literal["controls"] = "controls"
    alpha: float
    hidden_size: int | None
    """Units of the first hidden layer; null when the experiment has none."""
    seed: int
    playing: bool
    speed: float | None
    """Iterations a second; null: as fast as the machine can."""
    stop_iteration: int
    stop_error: float | None
    row: int
    """The example that is sent through the drawing."""
    reach: int
    """The furthest iteration to which this timeline has been trained: `go_to` goes anywhere up to it."""
    catching_up: int | None
    """The iteration to which the run is trained again just now, as fast as can be; null when it is not."""
    undo: str | None
    """What `undo` would take back, in words such as "alpha 2 → 4"; null: nothing."""
    redo: str | None
    """What `redo` would do again."""
    goal: float | None
    """See `set_goal`."""
    resting: bool
    """Playing, but waiting for somebody to look: see the setting `idle_seconds`."""
    line: int | None
    """The line of the listing that was stepped to; null: the iteration is whole."""
    tried: list[list[float]]
    """Inputs that the network is asked about, though it is not taught them."""


class Points(Message):
    """A piece of the error curve: it replaces every earlier point at iteration `since` or later."""

    since: int
    iterations: list[int]
    errors: list[float]


class Positions(Message):
    """A piece of the path that two weights took, by the same rule as `Points`; NaN stands where it is broken."""

    since: int
    iterations: list[int]
    w0: list[float]
    w1: list[float]


class Why(Message):
    """What has gone wrong with a run, or why it stands still."""

    kind: str
    """For programs; docs/protocol.md lists them."""
    sentence: str
    """What is wrong, and why: built from the numbers."""
    advice: str
    """What could be tried."""
    rows: list[int]
    """Examples concerned, from 0."""
    units: list[Annotated[list[int], Field(min_length=2, max_length=2)]]
    """Units concerned: layer, unit."""


class Detail(Message):
    """What else an iteration computes. It comes with every frame of a run that stands, and some of one that trains.

    All numbers are those of the frame that brings it. Of errors and deltas there are the rows of the frame; updates and
    correlations are over all rows.
    """

    errors: list[list[list[float]]]
    """l1_error, l2_error, …: shape (rows, units)."""
    deltas: list[list[list[float]]]
    """l1_delta, l2_delta, …."""
    updates: list[list[list[float]]]
    """What alpha is multiplied with and is then added to syn0, syn1, …: l0.T @ l1_delta and so on."""
    changes: list[list[list[int]]]
    """How often each weight's update has changed direction, in the shapes of the weights."""
    correlations: list[list[float]]
    """Of l1, l2, …: the correlation of each unit with the first target; NaN where one of them is constant."""


class Frame(Message):
    """What the network looks like at one iteration.

    `weights`, `layers`, `sums` are the newest; `curve` and `path` are appended; `detail` stays until another one comes.
    Two frames merge into one (see `app.view`), so numbers may be skipped.
    """

    type: Literal["frame"] = "frame"
    number: int
    """To be returned in `painted`."""
    run: int
    """The run it belongs to: the page ignores a frame of another run than the last snapshot's."""
    iteration: int
    error: float
    """Mean absolute error over all rows, of the weights after `iteration` updates."""
    weights: list[list[list[float]]]
    """syn0, syn1, …: one matrix per synapse, shape (units before, units after)."""
    first_row: int
    """The example whose numbers come first in `layers`, `sums` and `detail`: of many rows only some are sent."""
    layers: list[list[list[float]]]
    """l1, l2, …: outputs, shape (rows, units)."""
    sums: list[list[list[float]]]
    """The same before the sigmoid."""
    curve: Points
    path: Positions
    """Empty but for networks of two weights."""
    detail: Detail | None
    why: Why | None
    """Why training has broken down or stands still; else null."""


class Mark(Message):
    """An edit on the timeline."""

    iteration: int
    field: MarkField
    label: str
    """What changed, for example "alpha 2 → 4"."""


class EditApplied(Message):
    """A setting was changed at an iteration; replaces an earlier mark of the same field at the same iteration."""

    type: Literal["edit_applied"] = "edit_applied"
    mark: Mark


class Look(Message):
    """Everything that one iteration computes, of the rows in view."""

    iteration: int
    error: float
    weights: list[list[list[float]]]
    layers: list[list[list[float]]]
    """l1, l2, …."""
    sums: list[list[list[float]]]
    errors: list[list[list[float]]]
    deltas: list[list[list[float]]]
    updates: list[list[list[float]]]


class Arrival(Message):
    """A run that came by a link, once it is where the link says, and before."""

    iteration: int
    """Where the link says it is."""
    same: bool | None
    """Whether every bit of its weights is as it was where the link was made; null: it is not there yet."""


class Fork(Message):
    """Where a branch begins."""

    run: int
    """The run that it shares its past with; it may have been deleted since."""
    iteration: int


class RunRow(Message):
    """A run of this experiment in the table of runs."""

    run: int
    name: str
    """What the learner called it; empty: nothing."""
    label: str
    """Its settings: "alpha 1 → 10, hidden size 4, seed 1, 600 iterations"."""
    colour: int
    """Which of the page's colours for runs is its own, from 0; it keeps it."""
    hidden: bool
    fork: Fork | None
    """null: it began at iteration 0 by itself."""
    iteration: int
    """How far it has been trained."""
    error: float
    largest_weight: float
    """The largest |weight|."""
    direction_changes: int
    """Of all its weights together."""
    goal_reached: int | None
    """The first iteration whose error was down to the goal; null: none yet, or there is no goal."""


class OtherRun(Message):
    """The curve of a run that is not the present one."""

    run: int
    label: str
    iterations: list[int]
    errors: list[float]
    path: Positions
    """Empty but for networks of two weights."""


class Choice(Message):
    """Something that a line of the program can do instead."""

    name: str
    text: str
    """How the line reads then."""
    about: str
    """One sentence: what that changes."""


Task = Literal["setup", "predict", "compare", "update", "loop"]


class Line(Message):
    """A line of the code panel: text with holes, such as "alpha = {alpha}"."""

    text: str
    task: Task
    key: str
    """What the line makes: "X", "syn0" (its first numbers), "l1", "l2_error", "l1_delta", "syn1_update", …."""
    choices: list[Choice]
    """The right way first, if there are others; empty where nothing can be switched."""
    chosen: str
    """Name of the choice in force; empty where there are none."""


class Snapshot(Message):
    """Everything there is to know about the run in view; sent on joining, resetting and turning to an experiment."""

    type: Literal["snapshot"] = "snapshot"
    run: int
    experiment: str
    inputs: list[list[float]]
    """Of the rows from `first_row` on, as many as a frame has."""
    targets: list[list[float]]
    first_row: int
    rows: int
    """How many examples there are in all."""
    columns: list[str]
    """Names of the input columns."""
    correlations: list[float]
    """Of each input column with the first target, over all rows; NaN where one of them is constant."""
    own_data: bool
    """Whether the data is another than the experiment's."""
    basis: str
    """A fingerprint of the present data and program, without alpha, hidden size and seed; see `StudyRow`."""
    broken: bool
    """Whether any line of the program does something else than it should."""
    pins: list[Look]
    """The first iteration, then those that were pinned, in order."""
    code: list[Line]
    controls: Controls
    marks: list[Mark]
    """Every change on the timeline, those that wait for a later iteration too."""
    runs: list[RunRow]
    """As in `runs`."""
    others: list[OtherRun]
    known: Points
    """The whole curve up to `controls.reach`; empty where the run is there."""
    arrival: Arrival | None
    """Of a run that came by a link: what became of it."""
    frame: Frame
    """Holds the whole curve and path up to its iteration."""


class Pins(Message):
    """What is kept for comparison, whole: sent whenever it changes."""

    type: Literal["pins"] = "pins"
    run: int
    pins: list[Look]


class Timeline(Message):
    """Every change on the timeline, whole: sent when changes were taken away, moved, or put back."""

    type: Literal["timeline"] = "timeline"
    run: int
    marks: list[Mark]


class Runs(Message):
    """The runs of this experiment, the present one too: sent when the list changes and when the present run pauses."""

    type: Literal["runs"] = "runs"
    run: int
    """The present one."""
    rows: list[RunRow]


class AheadCurve(Message):
    """Where the error would go with one value."""

    value: float
    iterations: list[int]
    errors: list[float]


class Ahead(Message):
    """The answer to `look_ahead`: with the value asked for, with a third and with three times it."""

    type: Literal["ahead"] = "ahead"
    run: int
    iteration: int
    """From where they go on."""
    field: Literal["alpha", "hidden_size"]
    value: float
    """The value that was asked for."""
    curves: list[AheadCurve]
    """Complete or not: the next `ahead` replaces this one. Empty: nobody asks any more."""


class Arrived(Message):
    """A run that came by a link is where the link says."""

    type: Literal["arrived"] = "arrived"
    run: int
    arrival: Arrival


class Saving(Message):
    """Whether what is made here is written to disk, sent when that changes."""

    type: Literal["saving"] = "saving"
    saved: bool
    why: str
    """One sentence for people when it is not; else empty."""


class History(Message):
    """A piece of the past, by the same rule as `Points`. Where there was no such unit or row, NaN stands."""

    type: Literal["history"] = "history"
    run: int
    since: int
    iterations: list[int]
    mean_errors: list[float]
    correlations: list[list[float]]
    """By unit of l1 (of the last layer where there is no hidden one), then by iteration: with the first target."""
    errors: list[list[float]]
    """By row in view, then by iteration: the first target less the output, with its sign."""


class StudyRow(Message):
    """One study of a session: what was asked, and how far it is. What it has found is at /-/studies/{number}."""

    number: int
    purpose: Purpose
    of: Subject
    experiment: str
    """The one in view when it was asked for."""
    title: str
    """What was asked, such as 7 alphas × 60,000 iterations."""
    about: str
    """What all its runs have in common, such as hidden size 4, seed 1."""
    basis: str
    """Where it is the snapshot's, these runs are of the recipe in view but for alpha, hidden size and seed."""
    is_posts: bool
    """Whether they are of the posts' XOR but for alpha, hidden size and seed: what the posts claim is of these."""
    state: Literal["waiting", "running", "done", "cancelled", "failed"]
    why: str
    """A sentence for people where it failed or waits; else empty."""
    worked: float
    """The part that is done, from 0 to 1."""
    seconds_left: float | None
    """About how long it still takes, once that can be told."""
    version: int
    """Grows whenever there is more to be seen of it."""
    made_at: float
    """Seconds since 1970."""
    taken: str
    """A sentence for the page that asked: which numbers of its lists were typed more than once; else empty."""
    asking: int | None
    """That of the verb; null once the study was read from disk."""


class Studies(Message):
    """All studies of the session, in the order in which they were asked for; again whenever one gets on."""

    type: Literal["studies"] = "studies"
    studies: list[StudyRow]


class Notice(Message):
    """Something that happened by itself and deserves a sentence."""

    type: Literal["notice"] = "notice"
    message: str


class Heartbeat(Message):
    """Nothing has happened for a while; a page that hears nothing at all has lost the connection."""

    type: Literal["heartbeat"] = "heartbeat"


class Error(Message):
    """A refusal: the run goes on as if nothing had been asked. The one error shape, of HTTP answers too."""

    type: Literal["error"] = "error"
    code: str
    """For programs: bad_message, bad_value, unknown_experiment, …; docs/protocol.md lists them."""
    message: str
    """For people: one sentence that says what is allowed."""
    field: str | None = None
    """Where it was typed."""
    request: int | None = None


ServerMessage = Annotated[
    Welcome
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
    | Error,
    Field(discriminator="type"),
]

CLIENT_MESSAGES: TypeAdapter[Any] = TypeAdapter(ClientMessage)
SERVER_MESSAGES: TypeAdapter[Any] = TypeAdapter(ServerMessage)
