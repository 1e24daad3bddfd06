"""What a link carries, as bytes: version 1. Tables here only ever grow at their end: old links must stay readable."""

import json
from dataclasses import dataclass, fields
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, cast

from engine.changes import Replace, change_from_dict
from engine.data import Rows
from engine.edit import Edit, Field, Value
from engine.extent import Extent
from engine.packing import MOST_BYTES, MOST_NUMBERS, Reader, TooLarge, Writer
from engine.recipe import Recipe
from engine.rules import Rules

if TYPE_CHECKING:
    from engine.run import Run

DIGEST_DIGITS = 16
"""Digits of the digest that travel, of 64: 64 bits, so that other numbers are told but once in 2e19."""

MOST_EDITS = 10_000
MOST_LAYERS = 64
MOST_ITERATIONS = 2**53

_BASES = ("xor", "one-layer", "two-weights")
"""The recipe from which the difference is written down."""

_PARTS = ("experiment", "data", "columns", "hidden_sizes", "seed", "alpha", "rules", "start")
"""What may differ from the base: a bit each, the first the lowest."""

_FIELDS: tuple[Field, ...] = ("alpha", "hidden_sizes", "weights", "rules", "data")


@dataclass(frozen=True)
class Shared:
    """A run that travels.

    Attributes
    ----------
    recipe, timeline : what decides every number; edits that wait for later iterations too
    iteration : where it is
    digest : the first 16 digits of `Run.digest` there: 64 bits
    name : what somebody called it; decides nothing
    """

    recipe: Recipe
    timeline: list[Edit]
    iteration: int
    digest: str
    name: str = ""

    @cached_property
    def extent(self) -> Extent:
        """How large it becomes on its way; see `engine.extent.Extent.of`, whose errors it raises."""
        return Extent.of(self.recipe, self.timeline)

    def matches(self, run: "Run") -> bool:
        """Tell whether a run has come to the same bits."""
        return run.digest.startswith(self.digest)


def write(shared: Shared) -> bytes:
    """Return the bytes; raise `engine.packing.TooLarge` if there are more numbers or edits than would be read."""
    writer = Writer()
    writer.whole(shared.iteration)
    writer.bytes += bytes.fromhex(shared.digest)
    writer.text(shared.name)
    _write_recipe(writer, shared.recipe)
    _write_timeline(writer, shared.timeline)
    return bytes(writer.bytes)


def read(data: bytes) -> Shared:
    """Return what `write` wrote; raise ValueError, or what constructors raise, if it did not."""
    reader = Reader(data)
    iteration = reader.whole(MOST_ITERATIONS)
    digest, name = reader.take(DIGEST_DIGITS // 2).hex(), reader.text()
    recipe = _read_recipe(reader)
    timeline = _read_timeline(reader)
    if not reader.at_end:
        raise ValueError("There is more than there should be.")
    return Shared(recipe, timeline, iteration, digest, name)


def _write_recipe(writer: Writer, recipe: Recipe) -> None:
    base = _BASES.index(recipe.experiment) if recipe.experiment in _BASES else 0
    named = Recipe.named(_BASES[base])
    differing = [part for part in _PARTS if _part(recipe, part) != _part(named, part)]
    writer.whole(base)
    writer.whole(sum(1 << _PARTS.index(part) for part in differing))
    for part in differing:
        if part == "data":
            _write_table(writer, recipe.inputs, recipe.targets)
        else:
            _write_part(writer, part, getattr(recipe, part))


def _part(recipe: Recipe, part: str) -> Any:
    return (recipe.inputs, recipe.targets) if part == "data" else getattr(recipe, part)


def _write_part(writer: Writer, part: str, value: Any) -> None:
    if part in ("experiment", "start"):
        writer.text(value)
    elif part == "columns":
        _write_names(writer, value)
    elif part == "hidden_sizes":
        _write_sizes(writer, value)
    elif part == "seed":
        writer.whole(value)
    elif part == "alpha":
        writer.numbers([value])
    else:
        _write_json(writer, value.to_dict())


def _read_recipe(reader: Reader) -> Recipe:
    base, differing = reader.whole(), reader.whole()
    if base >= len(_BASES) or differing >> len(_PARTS):
        raise ValueError("There is no such recipe.")
    parts: dict[str, Any] = {}
    for place, part in enumerate(_PARTS):
        if differing >> place & 1:
            if part == "data":
                parts["inputs"], parts["targets"] = _read_table(reader)
            else:
                parts[part] = _read_part(reader, part)
    named = Recipe.named(_BASES[base])
    return Recipe(**{**{field.name: getattr(named, field.name) for field in fields(named)}, **parts})


def _read_part(reader: Reader, part: str) -> Any:
    if part in ("experiment", "start"):
        return reader.text()
    if part == "columns":
        return _read_names(reader)
    if part == "hidden_sizes":
        return _read_sizes(reader)
    if part == "seed":
        return reader.whole()
    return reader.numbers(1)[0] if part == "alpha" else Rules.from_dict(json.loads(reader.text(MOST_BYTES)))


def _write_timeline(writer: Writer, timeline: list[Edit]) -> None:
    if len(timeline) > MOST_EDITS:
        raise TooLarge(f"{MOST_EDITS:,} edits are the most.")
    writer.whole(len(timeline))
    for earlier, later in pairwise([0, *(edit.iteration for edit in timeline)]):
        writer.whole(later - earlier)
    for edit in timeline:
        writer.whole(_FIELDS.index(edit.field))
    alphas = [cast(float, edit.value) for edit in timeline if edit.field == "alpha"]
    if alphas:
        writer.numbers(alphas)
    for edit in timeline:
        if edit.field != "alpha":
            _write_value(writer, edit)


def _read_timeline(reader: Reader) -> list[Edit]:
    count = reader.whole(MOST_EDITS)
    iterations = list(accumulate(reader.whole(MOST_ITERATIONS) for _ in range(count)))
    names = [_FIELDS[place] for place in reader.take(count) if place < len(_FIELDS)]
    if iterations and iterations[-1] > MOST_ITERATIONS:
        raise TooLarge(f"{MOST_ITERATIONS:,} iterations are the most.")
    alphas = iter(reader.numbers(names.count("alpha")) if "alpha" in names else [])
    return [
        Edit(iteration, name, next(alphas) if name == "alpha" else _read_value(reader, name))
        for iteration, name in zip(iterations, names, strict=True)
    ]


def _write_value(writer: Writer, edit: Edit) -> None:
    value: Any = edit.value
    if edit.field == "hidden_sizes":
        _write_sizes(writer, value)
    elif edit.field == "weights":
        writer.whole(len(value))
        writer.numbers(value)
    elif isinstance(value, Replace):
        writer.text("")
        _write_table(writer, value.inputs, value.targets)
        _write_names(writer, value.columns)
    else:
        _write_json(writer, value.to_dict())


def _read_value(reader: Reader, name: Field) -> Value:
    if name == "hidden_sizes":
        return _read_sizes(reader)
    if name == "weights":
        return tuple(reader.numbers(reader.whole(MOST_NUMBERS)))
    text = reader.text(MOST_BYTES)
    if name == "rules":
        return Rules.from_dict(json.loads(text))
    return change_from_dict(json.loads(text)) if text else Replace(*_read_table(reader), _read_names(reader))


def _write_table(writer: Writer, inputs: Rows, targets: Rows) -> None:
    """Append the numbers column by column, the targets last: they are the most alike."""
    writer.whole(len(inputs))
    writer.whole(len(inputs[0]))
    writer.whole(len(targets[0]))
    writer.numbers([value for column in (*zip(*inputs, strict=True), *zip(*targets, strict=True)) for value in column])


def _read_table(reader: Reader) -> tuple[Rows, Rows]:
    rows, n_inputs, n_outputs = (reader.whole(MOST_NUMBERS) for _ in range(3))
    numbers = reader.numbers(rows * (n_inputs + n_outputs))
    table = list(zip(*(numbers[start : start + rows] for start in range(0, len(numbers), rows or 1)), strict=True))
    return tuple(row[:n_inputs] for row in table), tuple(row[n_inputs:] for row in table)


def _write_sizes(writer: Writer, sizes: tuple[int, ...]) -> None:
    if len(sizes) > MOST_LAYERS:
        raise TooLarge(f"{MOST_LAYERS} hidden layers are the most.")
    writer.whole(len(sizes))
    for size in sizes:
        writer.whole(size)


def _read_sizes(reader: Reader) -> tuple[int, ...]:
    return tuple(reader.whole() for _ in range(reader.whole(MOST_LAYERS)))


def _write_names(writer: Writer, names: tuple[str, ...]) -> None:
    writer.whole(len(names))
    for name in names:
        writer.text(name)


def _read_names(reader: Reader) -> tuple[str, ...]:
    return tuple(reader.text() for _ in range(reader.whole(MOST_NUMBERS)))


def _write_json(writer: Writer, document: dict[str, Any]) -> None:
    writer.text(json.dumps(document, separators=(",", ":")), MOST_BYTES)
