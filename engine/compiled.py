"""The kernel as machine code. The only module that imports numba, and so the only one that is slow to import."""

import hashlib
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from llvmlite import ir
from numba import config, njit, types
from numba.core.compiler_lock import global_compiler_lock
from numba.core.registry import cpu_target
from numba.extending import intrinsic, overload, register_jitable

from engine import arithmetic, curve, history, loops, shaped
from engine.lanes import MEASURING, TRAINING, Lanes
from engine.vectors import DOUBLE, INTEGER

COMPILES = not config.DISABLE_JIT
"""numba can be told by its environment to leave everything interpreted."""

OPTIONS = {"error_model": "numpy", "forceinline": True}  # a division need not be looked at first


class Code(NamedTuple):
    """Machine code: where it is, and what keeps it there."""

    address: int
    library: Any


_NUMBERS, _WHOLE = DOUBLE.as_pointer(), INTEGER.as_pointer()
_BURST = ir.FunctionType(INTEGER, [_NUMBERS] * 3 + [_WHOLE] * 2 + [_NUMBERS, DOUBLE, INTEGER, INTEGER, DOUBLE])


@intrinsic
def _power_of_two(context: Any, shifted: Any) -> Any:
    def write(context: Any, builder: ir.IRBuilder, signature: Any, arguments: Sequence[ir.Value]) -> ir.Value:
        bits = builder.add(builder.bitcast(arguments[0], INTEGER), INTEGER(1023))
        return builder.bitcast(builder.shl(bits, INTEGER(52)), DOUBLE)

    return types.float64(types.float64), write


@intrinsic
def _call(context, shaped, data, scratch, weights, direction, changes, bucket, alpha, iteration, end, stop_error):
    def write(context: Any, builder: ir.IRBuilder, signature: Any, arguments: Sequence[ir.Value]) -> ir.Value:
        address, *rest = arguments
        function = builder.inttoptr(address, _BURST.as_pointer())
        pointers = [
            context.make_array(kind)(context, builder, value).data if isinstance(kind, types.Array) else value
            for kind, value in zip(signature.args[1:], rest, strict=True)
        ]
        return builder.call(function, pointers)

    arrays = (data, scratch, weights, direction, changes, bucket)
    return types.int64(shaped, *arrays, types.float64, types.int64, types.int64, types.float64), write


# numba wants the two signatures of an overload to be alike to the letter, so the outer ones go without annotations.


@overload(arithmetic.power_of_two, jit_options=OPTIONS)
def _overload_power_of_two(shifted):
    return lambda shifted: _power_of_two(shifted)


@overload(loops.call, jit_options=OPTIONS)
def _overload_call(shaped, data, scratch, weights, direction, changes, bucket, alpha, iteration, end, stop_error):
    return lambda shaped, data, scratch, weights, direction, changes, bucket, alpha, iteration, end, stop_error: _call(
        shaped, data, scratch, weights, direction, changes, bucket, alpha, iteration, end, stop_error
    )


for function in (
    arithmetic.power_of_e, arithmetic.exp, arithmetic.sigmoid, arithmetic.step,
    curve.bucket_width, history.next_sample,
    loops.sum_of_lanes, loops.clear_lanes, loops.distance, loops.product, loops.gather,
    loops.forward, loops.backward, loops.burst, loops.turn_over, loops.mean_error,
):  # fmt: skip
    register_jitable(**OPTIONS)(function)

_F, _I = types.float64[::1], types.int64[::1]
_TRAIN = types.Tuple([types.int64, types.int64, types.int64, types.int64, types.boolean])(
    types.int64, _I, types.int64, _F, _F, _F, _I, _I, _F, _F, _F, _F,
    types.float64, types.int64, types.int64, types.float64,
)  # fmt: skip
_MEAN_ERROR = types.float64(_I, types.int64, _F, _F, _F)


def _cache_folder() -> str:
    """Return where compiled loops may be kept, empty for nowhere.

    numba looks only at the file in which a function stands; other files are compiled into it too, so every version of
    the whole has a folder of its own.
    """
    sources = sorted(Path(__file__).parent.glob("*.py"))
    version = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:16]
    beside, at_home = str(Path(__file__).parent / "__pycache__"), "~/.cache/eleven-lines"
    for place in [config.CACHE_DIR] if config.CACHE_DIR else [beside, at_home]:
        with suppress(OSError, RuntimeError):  # it can't be written to, or nobody is at home
            folder = Path(place).expanduser() / f"kernel-{version}"
            folder.mkdir(parents=True, exist_ok=True)
            if os.access(folder, os.W_OK):
                return str(folder)
    return ""


def _compiled(function: Any, signature: Any) -> Any:
    """Compile a function now, or take it from the cache on disk."""
    given, config.CACHE_DIR = config.CACHE_DIR, _CACHE
    try:
        return njit(signature, nogil=True, cache=bool(_CACHE), error_model="numpy")(function)
    except Exception:  # whatever can be wrong with files on disk must not keep the kernel from working
        return njit(signature, nogil=True, error_model="numpy")(function)
    finally:
        config.CACHE_DIR = given


_CACHE = _cache_folder()


train = _compiled(loops.train, _TRAIN)
mean_error = _compiled(loops.mean_error, _MEAN_ERROR)
squash = _compiled(loops.squash, types.void(_F))
output_delta = _compiled(loops.output_delta, types.float64(_F, _F, _F))
times_slope = _compiled(loops.times_slope, types.void(_F, _F))
apply = _compiled(loops.apply, types.void(_F, _F, types.float64, _I, _I))


def shaped_burst(sizes: Sequence[int], rows: int) -> Code:
    """Compile a burst for one shape, to be called by `train`."""
    return _assembled("burst", _BURST, sizes, rows, lambda function: shaped.Burst(function, sizes, rows).write())


def lanes_training(sizes: Sequence[int], rows: int) -> Code:
    """Compile the training of eight networks of one shape; see `engine.lanes.TRAINING`."""
    return _assembled("lanes", TRAINING, sizes, rows, lambda function: Lanes(function, sizes, rows).write_training())


def lanes_measuring(sizes: Sequence[int], rows: int) -> Code:
    """Compile the finding of errors for one shape; see `engine.lanes.MEASURING`."""
    return _assembled("errors", MEASURING, sizes, rows, lambda function: Lanes(function, sizes, rows).write_measuring())


def _assembled(
    kind: str, type_: ir.FunctionType, sizes: Sequence[int], rows: int, write: Callable[[ir.Function], None]
) -> Code:
    """Have a function written and turned into machine code for this processor."""
    name = f"{kind}_{rows}_" + "_".join(map(str, sizes))
    with global_compiler_lock:
        library = cpu_target.target_context.codegen().create_library(name)
        module = library.create_ir_module(name)
        function = ir.Function(module, type_, name)
        for argument in function.args:
            if isinstance(argument.type, ir.PointerType):
                argument.add_attribute("noalias")
        write(function)
        library.add_ir_module(module)
        library.finalize()
        return Code(library.get_pointer_to_function(name), library)
