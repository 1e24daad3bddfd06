"""The maths of the lab: a fully connected sigmoid network, trained step by step with full-batch gradient descent.

It imports numpy and, in one file, numba, and knows no web, no clock and no logging.

Dimension names used in every docstring: n_rows examples, n_inputs input columns, n_outputs target columns, n_weights
weights in all. syn0 leads from the inputs l0 to layer l1, syn1 from l1 to l2, and so on, as in the posts
"A Neural Network in 11 lines of Python" and its sequel on gradient descent.
"""

from engine.batch import Batch
from engine.changes import (
    AddColumn,
    AddRow,
    Change,
    Copies,
    RemoveColumn,
    RemoveRow,
    Replace,
    SetCell,
    Shuffle,
    change_from_dict,
)
from engine.data import Data
from engine.edit import Edit
from engine.history import History, Sample
from engine.parcel import Shared
from engine.picture import error_curves
from engine.races import Race, race
from engine.recipe import Recipe
from engine.rules import Rules
from engine.run import Run
from engine.surface import error_slice, error_surface
from engine.sweeps import Sweep, sweep
from engine.trace import Trace
from engine.trials import Trial, trial

__all__ = [
    "AddColumn", "AddRow", "Batch", "Change", "Copies", "Data", "Edit", "History", "Race", "Recipe", "RemoveColumn",
    "RemoveRow", "Replace", "Rules", "Run", "Sample", "SetCell", "Shared", "Shuffle", "Sweep", "Trace", "Trial",
    "change_from_dict", "error_curves", "error_slice", "error_surface", "race", "sweep", "trial",
]  # fmt: skip
