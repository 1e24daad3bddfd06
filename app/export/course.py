"""The course of a run as the lines of its program: how long it trained, and what was changed between."""

from collections.abc import Iterator
from itertools import groupby

from app.export.edits import EditWriter
from app.export.program import Program
from app.export.spelling import number, sequence
from app.export.stages import Stage
from engine.rules import Rules

MANY = 4
"""Edits of one kind that follow one another are written as a table from this many on."""


class Course:
    """Writes the course of a run; `edits` writes what was changed."""

    def __init__(self, program: Program, edits: EditWriter) -> None:
        self._program, self._edits = program, edits

    def lines(self) -> Iterator[str]:
        """Give the lines, from the first iteration to the last."""
        for kind, together in groupby(self._program.stages, key=self._kind):
            stages = list(together)
            if kind and len(stages) >= MANY:
                yield from self._table(kind[0], stages)
            else:
                for stage in stages:
                    yield from self._stage(stage)

    def _kind(self, stage: Stage) -> tuple[str, Rules, bool] | None:
        """What stages have in common that can stand in a table; None for one that can't."""
        fields = [step.edit.field for step in stage.steps]
        one_layer = self._program.taken.synapses == 2
        if stage.iterations and (fields == ["alpha"] or (fields == ["hidden_sizes"] and one_layer)):
            return fields[0], stage.rules, stage.wide
        return None

    def _stage(self, stage: Stage) -> Iterator[str]:
        if stage.steps:
            broken = any(step.edit.field == "rules" for step in stage.steps)
            yield f"# at iteration {stage.begin:,}" + (": another program" if broken else "")
        for step in stage.steps:
            yield from self._edits.lines(step)
        yield from self._wide(stage)
        if stage.iterations:
            yield f"{self._program.train(stage.rules)}({stage.iterations})"
        yield ""

    def _table(self, kind: str, stages: list[Stage]) -> Iterator[str]:
        first, last = stages[0].begin, stages[-1].begin
        yield f"# from iteration {first:,} to {last:,}"
        yield from self._wide(stages[0])
        train = self._program.train(stages[0].rules)
        if kind == "alpha":
            yield "for alpha, iterations in ["
            yield from sequence(f"({number(stage.alpha)}, {stage.iterations})" for stage in stages)
            yield "]:"
        else:
            yield "for units, iteration, iterations in ["
            yield from sequence(f"({stage.sizes[1]}, {stage.begin}, {stage.iterations})" for stage in stages)
            yield from ("]:", "    resize(units, iteration)")
        yield from (f"    {train}(iterations)", "")

    def _wide(self, stage: Stage) -> Iterator[str]:
        if self._program.exact and self._program.wide:
            yield f"wide = {stage.wide}"
