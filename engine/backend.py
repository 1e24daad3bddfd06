"""What advances runs in this process: the compiled kernel, its loops interpreted while that loads, or numpy.

The first two give the same bits, so one takes over from the other between two bursts. Where numba is missing, numpy
advances every run from its first iteration to its last.
"""

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from threading import Lock, Thread
from typing import Any, Literal, Protocol
from warnings import warn

from engine import loops
from engine.shapes import Shapes, is_wide, operations_in_lanes, operations_of_burst

Kind = Literal["compiled", "interpreted", "numpy"]


class Machine(Protocol):
    """A way to run the loops.

    Attributes
    ----------
    burst : multiplications in one call at the most, a few hundredths of a second: then a faster way may take over
    """

    burst: int

    def train(self, *arguments: Any) -> tuple[int, int, int, int, bool]:
        """Do `engine.loops.train`."""

    def mean_error(self, *arguments: Any) -> float:
        """Do `engine.loops.mean_error`."""

    def indexable(self, *arrays: Any) -> Sequence[Any]:
        """Return arrays in the form that is quickest to index."""

    def shaped(self, sizes: tuple[int, ...], rows: int) -> int:
        """Return the address of a burst for this shape, 0 if there is none."""

    def want_shape(self, sizes: tuple[int, ...], rows: int) -> None:
        """Have a burst made for this shape, in the background."""


class WideParts(Protocol):
    """The parts of an iteration that are not a product of matrices; see `engine.loops`."""

    def squash(self, layer: Any) -> None:
        """Put every number through the sigmoid."""

    def output_delta(self, y: Any, output: Any, delta: Any) -> float:
        """Fill the last layer's delta; return the mean absolute error."""

    def times_slope(self, delta: Any, layer: Any) -> None:
        """Multiply what was carried back by the slopes."""

    def apply(self, weights: Any, update: Any, alpha: float, direction: Any, changes: Any) -> None:
        """Change every weight, and count the directions that changed."""


class Interpreted:
    """The loops as they stand: hundreds of times slower, but there at once."""

    burst = 40_000
    train = staticmethod(loops.train)
    mean_error = staticmethod(loops.mean_error)

    def indexable(self, *arrays: Any) -> Sequence[Any]:
        """Return memory views, which are many times faster to index than arrays."""
        return [memoryview(array) for array in arrays]

    def shaped(self, sizes: tuple[int, ...], rows: int) -> int:
        """Return 0: only machine code can call an address."""
        return 0

    def want_shape(self, sizes: tuple[int, ...], rows: int) -> None:
        """Do nothing."""


class Compiled:
    """The loops as machine code, and more of it made for the shapes that work hardest."""

    burst = 4_000_000

    def __init__(self, module: Any) -> None:
        self.train, self.mean_error = module.train, module.mean_error
        self.wide_parts: WideParts = module
        self.bursts = Shapes(module.shaped_burst, operations_of_burst)
        self.training = Shapes(module.lanes_training, operations_in_lanes)
        self.measuring = Shapes(module.lanes_measuring, operations_in_lanes)
        self.shaped, self.want_shape = self.bursts.found, self.bursts.want

    def indexable(self, *arrays: Any) -> Sequence[Any]:
        """Return the arrays as they are."""
        return arrays


class Backend:
    """Knows which machine there is at present, and gets the better one."""

    def __init__(self) -> None:
        self._machine: Machine | None = None
        self._missing = find_spec("numba") is None
        self._failed = False
        self._loading: Thread | None = None
        self._lock = Lock()

    @property
    def kind(self) -> Kind:
        """What advances runs now."""
        if self._missing:
            return "numpy"
        return "compiled" if isinstance(self._machine, Compiled) else "interpreted"

    @property
    def is_loading(self) -> bool:
        """Whether the compiled loops are on their way: then whoever can wait is done sooner."""
        return self._loading is not None and self._loading.is_alive()

    @property
    def runs_loops(self) -> bool:
        """Whether there is a machine; if not, numpy must do."""
        if self._machine is None:
            self.load()
        return self._machine is not None

    def wide_parts(self) -> WideParts | None:
        """Return what `engine.wide` needs, None where nothing is compiled. It waits for the compiler if it must."""
        self.load()
        return self._machine.wide_parts if isinstance(self._machine, Compiled) else None

    def lanes_training(self, sizes: tuple[int, ...], rows: int) -> int:
        """Return the address of code that trains eight networks of a shape; 0, and have it made, if there is none."""
        return self._code("training", sizes, rows, at_once=False)

    def lanes_measuring(self, sizes: tuple[int, ...], rows: int, at_once: bool) -> int:
        """Return the address of code that finds errors of networks of a shape; 0, and have it made, if there is none.

        With `at_once` it is waited for.
        """
        return self._code("measuring", sizes, rows, at_once)

    def _code(self, kind: Literal["training", "measuring"], sizes: tuple[int, ...], rows: int, at_once: bool) -> int:
        self.load()
        if not isinstance(self._machine, Compiled) or is_wide(sizes, rows):
            return 0
        shapes = self._machine.training if kind == "training" else self._machine.measuring
        if at_once:
            return shapes.made(sizes, rows)
        address = shapes.found(sizes, rows)
        if not address:
            shapes.want(sizes, rows)
        return address

    def machine(self) -> Machine:
        """Return what runs the loops now."""
        assert self._machine is not None  # noqa: S101  # see runs_loops
        return self._machine

    def load(self) -> Kind:
        """Get the compiled loops: a third of a second, or a few when they must be compiled first."""
        with self._lock:
            if self.kind == "interpreted" and not self._failed:
                try:
                    module = import_module("engine.compiled")
                    self._machine = Compiled(module) if module.COMPILES else Interpreted()
                except Exception as error:  # a broken installation shows itself in many ways
                    self._failed = True
                    self._missing = self._machine is None  # once the loops have begun, they go on interpreted
                    warn(f"The kernel can't be compiled: {error!r}", stacklevel=2)
        return self.kind

    def load_in_background(self) -> None:
        """Get the compiled loops while the interpreted ones do their work."""
        if self._machine is None and not self._missing:
            self._machine = Interpreted()
            self._loading = Thread(target=self.load, name="load-kernel")
            self._loading.start()


BACKEND = Backend()
"""The one of this process."""
