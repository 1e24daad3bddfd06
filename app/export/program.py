"""The program that trains a run again: its parts, of which a script and a notebook are made."""

from dataclasses import dataclass, field
from functools import cached_property

from app.export import loop
from app.export.beside import Table
from app.export.stages import Stage
from app.export.taken import Taken
from engine.backend import BACKEND
from engine.rules import Rules


@dataclass(frozen=True)
class Part:
    """Some lines of the program, with a title and a sentence or two for people."""

    title: str
    words: str
    lines: list[str]


@dataclass
class Program:
    """The program of a run.

    Attributes
    ----------
    stages : the stretches between its edits
    exact : its sums are taken in the lab's order, because the run would end elsewhere with numpy's
    tables : the files that it reads
    """

    taken: Taken
    stages: list[Stage]
    exact: bool
    parts: list[Part] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    @cached_property
    def wide(self) -> bool:
        """Whether the lab left some of its sums to BLAS, which has an order of its own on every machine."""
        return any(stage.wide and stage.iterations for stage in self.stages)

    @property
    def edited(self) -> bool:
        """Whether it was changed on the way."""
        return len(self.stages) > 1 or bool(self.stages[0].steps)

    @cached_property
    def rules(self) -> list[Rules]:
        """All rules by which it trains, in order of their first use."""
        return list(dict.fromkeys(stage.rules for stage in self.stages if stage.iterations))

    def train(self, rules: Rules) -> str:
        """Return what the function that trains by these rules is called."""
        return loop.train_name(rules, only=len(self.rules) < 2)

    @property
    def arithmetic(self) -> str:
        """In what order it adds up, and why, in a sentence or two."""
        if BACKEND.kind == "numpy":
            return (
                "Its sums are numpy's own, as the lab's were: where the last bit of one decides how a run ends, it may "
                "end elsewhere on another machine."
            )
        if not self.exact:
            return "Its sums are numpy's own: how they are rounded makes no difference to this run that could be seen."
        if self.wide:
            return (
                "The last bit of a sum may decide where this run ends, and the lab leaves the sums of a network this "
                "large to the BLAS library of the machine: on another machine it may end elsewhere."
            )
        return (
            "The last bit of a sum may decide where this run ends, so its sums and its exp are taken in the lab's own "
            "order: the weights come out the same to the last bit, on any machine."
        )


def ending(program: Program) -> list[str]:
    """Return the lines that find the mean error at the end."""
    synapses = program.taken.synapses
    lines = list(loop.forward(synapses, program.stages[-1].rules, program.exact))
    return [*lines, f"error = float(np.mean(np.abs(y - l{synapses})))"]
