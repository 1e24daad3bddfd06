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

PROTOCOL = 1
"""Raised by one whenever a page of the version before could misread a message."""

# A field that a person types into arrives as it was typed: the server alone decides what is a number, and says so.
Typed = Annotated[StrictInt | StrictFloat | StrictStr, WithJsonSchema({"type": ["number", "string"]})]


class Message(BaseModel):
    """What all messages share: they never change, carry no unknown field, and spell out numbers that are not finite."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="strings", use_attribute_docstrings=True)


class Verb(Message):
    """What the page asks for."""

    request: int | None = None
    """Chosen by the page and returned in the `error` that answers this message, if one does."""


class Join(Verb):
    """The first message on every socket, new or again."""

    type: Literal["join"]
    session: Annotated[str, Field(max_length=64)] | None = None
    """The session this tab had before; unknown or absent: a fresh one."""
    open: dict[str, Annotated[str, Field(max_length=64)]] | None = None
    """The page address's query (experiment, alpha, hidden_size, seed): opens that recipe in a fresh session."""


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
    """Start again from iteration 0 with the present settings and the seed; the run so far is kept for comparison."""

    type: Literal["reset"]


class SetAlpha(Verb):
    """Change the learning rate from the present iteration on."""

    type: Literal["set_alpha"]
    alpha: Typed


class SetHiddenSize(Verb):
    """Change the number of hidden units from the present iteration on; the surviving ones keep their weights."""

    type: Literal["set_hidden_size"]
    hidden_size: Typed


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


class ClearOlder(Verb):
    """Forget the older runs of this experiment that are kept for comparison."""

    type: Literal["clear_older"]


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
    | ClearOlder,
    Field(discriminator="type"),
]


class Limits(Message):
    """What the page may offer; every one is a setting or a constant of the server."""

    hidden_size: int
    """The most hidden units."""
    iterations: int
    """The most iterations of one run."""
    older_runs: int
    """How many older runs are kept for comparison."""


class Experiment(Message):
    """One tab of the page."""

    name: str
    title: str
    about: str
    """One sentence: what this experiment shows."""


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
    can_clear: bool
    """Whether there are older runs."""
    resting: bool
    """Playing, but waiting for somebody to look: see the setting `idle_seconds`."""


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


class Frame(Message):
    """What the network looks like at one iteration.

    `weights`, `layers`, `sums` are the newest; `curve` and `path` are appended. Two frames merge into one (see
    `app.view`), so numbers may be skipped.
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
    layers: list[list[list[float]]]
    """l1, l2, …: outputs, shape (rows, units)."""
    sums: list[list[list[float]]]
    """The same before the sigmoid."""
    curve: Points
    path: Positions
    """Empty but for networks of two weights."""
    why: str | None
    """A sentence when training has broken down or stands still; else null."""


class Mark(Message):
    """An edit on the timeline."""

    iteration: int
    field: Literal["alpha", "hidden_size", "weights"]
    label: str
    """What changed, for example "alpha 2 → 4"."""


class EditApplied(Message):
    """A setting was changed at an iteration; replaces an earlier mark of the same field at the same iteration."""

    type: Literal["edit_applied"] = "edit_applied"
    mark: Mark


class OlderRun(Message):
    """A run kept for comparison."""

    label: str
    iterations: list[int]
    errors: list[float]


class Line(Message):
    """A line of the code panel: text with holes, such as "alpha = {alpha}"."""

    text: str
    task: Literal["setup", "predict", "compare", "update", "loop"]


class Snapshot(Message):
    """Everything there is to know about the run in view; sent on joining, resetting and turning to an experiment."""

    type: Literal["snapshot"] = "snapshot"
    run: int
    experiment: str
    inputs: list[list[float]]
    targets: list[list[float]]
    columns: list[str]
    """Names of the input columns."""
    code: list[Line]
    controls: Controls
    marks: list[Mark]
    older: list[OlderRun]
    frame: Frame
    """Holds the whole curve and path."""


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
    Welcome | Snapshot | Controls | Frame | EditApplied | Notice | Heartbeat | Error, Field(discriminator="type")
]

CLIENT_MESSAGES: TypeAdapter[Any] = TypeAdapter(ClientMessage)
SERVER_MESSAGES: TypeAdapter[Any] = TypeAdapter(ServerMessage)
