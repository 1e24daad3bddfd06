"""The parts of the program of a run, from its arithmetic to its last iteration."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.export import loop
from app.export.beside import data_lines
from app.export.course import Course
from app.export.edits import EditWriter, Matrix, resizing
from app.export.program import Part, Program
from app.export.retraining import Patience, TooLong, is_steady, weights_before
from app.export.spelling import number
from app.export.stages import stages_of
from app.export.taken import Taken
from engine.backend import BACKEND
from engine.weights import NEW_UNITS, Start

STARTS: dict[Start, str] = {
    "random": "2 * np.random.random({shape}) - 1",
    "zeros": "np.zeros({shape})",
    "equal": "np.full({shape}, 0.5)",
}


def program_of(taken: Taken, seconds: float, recording: bool = False) -> Program:
    """Return the program of a run; it takes up to so many seconds to find out how it is best written.

    Parameters
    ----------
    recording : it is to keep the mean error of every iteration, and the path of two weights, for charts
    """
    patience = Patience(seconds)
    before: dict[int, Sequence[Matrix]] = {}
    try:
        before.update(weights_before(taken, patience))
        exact = BACKEND.kind != "numpy" and not is_steady(taken, patience)
    except TooLong:
        exact = BACKEND.kind != "numpy"
    program = Program(taken, stages_of(taken), exact)
    program.parts = list(_Parts(program, before, recording).all())
    return program


class _Parts:
    def __init__(self, program: Program, before: dict[int, Sequence[Matrix]], recording: bool) -> None:
        self._program, self._taken, self._stages = program, program.taken, program.stages
        self._recording = recording
        self._edits = EditWriter(self._taken.recipe.seed, before, program.tables)
        self._traces_path = recording and all(stage.sizes == (2, 1) for stage in self._stages)

    def all(self) -> Iterator[Part]:
        """Give the parts in order."""
        program, taken = self._program, self._taken
        if program.exact:
            words = "Sums and exp in a fixed order of operations, which gives the same bits everywhere."
            yield Part("The lab's arithmetic", words, loop.in_order(program.wide))
        words = "It squeezes any sum into 0..1. Given its own output, and deriv=True, it returns its slope there."
        yield Part("The sigmoid", words, loop.nonlin(program.exact))
        data = taken.recipe.data
        words = f"{data.n_rows:,} examples, one a row: the inputs in X, and in y what is wanted of each."
        yield Part("The examples", words, list(data_lines(data, program.tables)))
        yield Part("The weights", "Where they start, and how fast they learn.", list(self._start()))
        hidden = "hidden_sizes" in {edit.field for edit in taken.timeline}
        if hidden:
            words = "More hidden units, or fewer: those that stay keep their weights."
            lines = list(resizing(taken.synapses, taken.recipe.seed, NEW_UNITS))
            yield Part("Another hidden size", words, _trimmed(lines))
        if program.edited or self._recording:
            words = "Every iteration sends all examples forward, all errors back, and moves every weight once."
            yield Part("Training", words, _trimmed(list(self._functions())))
            words = "So many iterations, with what was changed between them." if program.edited else "The whole run."
            yield Part("The run", words, _trimmed(list(Course(program, self._edits).lines())))
        else:
            words = "Every iteration sends all examples forward, all errors back, and moves every weight once."
            yield Part("Training", words, list(self._plain_loop()))

    def _start(self) -> Iterator[str]:
        recipe = self._taken.recipe
        yield f"alpha = {number(recipe.alpha)}"
        yield f"np.random.seed({recipe.seed})"
        for i, shape in enumerate(pairwise(recipe.sizes)):
            yield f"syn{i} = " + STARTS[recipe.start].format(shape=shape)

    def _plain_loop(self) -> Iterator[str]:
        (stage,) = self._stages
        if self._program.exact and self._program.wide:
            yield f"wide = {stage.wide}"
        yield f"for j in range({stage.iterations}):"
        yield from _indented(loop.iteration(self._taken.synapses, stage.rules, self._program.exact))

    def _functions(self) -> Iterator[str]:
        synapses = range(self._taken.synapses)
        if self._recording:
            yield "errors = []  # the mean error before every update"
            yield from ["path = []  # and where the two weights are"] if self._traces_path else []
            yield from ("", "")
        recording = [f"errors.append(np.abs(l{len(synapses)}_error).mean())"] if self._recording else []
        recording += ["path.append(syn0.flatten())"] if self._traces_path else []
        for rules in self._program.rules or [self._taken.recipe.rules]:
            yield f"def {self._program.train(rules)}(iterations):"
            yield f"    global {', '.join(f'syn{i}' for i in synapses)}"
            yield "    for j in range(iterations):"
            lines = loop.iteration(len(synapses), rules, self._program.exact, tuple(recording))
            yield from _indented(_indented(lines))
            yield from ("", "")


def _indented(lines: Iterator[str]) -> Iterator[str]:
    return (f"    {line}" if line else "" for line in lines)


def _trimmed(lines: list[str]) -> list[str]:
    while lines and not lines[-1]:
        lines.pop()
    return lines
