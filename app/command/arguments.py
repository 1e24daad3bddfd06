"""What is typed after `eleven-lines race`, `trial` and `sweep`."""

import argparse
import re
from math import isinf
from typing import Any, NoReturn

from engine.choices import POSTS_ALPHAS

EXPERIMENTS = ("xor", "one-layer", "two-weights")

LONGEST = 40
"""Characters of what can't be used that are quoted."""

MOST_UNITS = 1024
"""Hidden units of a network at the command line; in Python only memory and patience set a limit."""


class Parser(argparse.ArgumentParser):
    """Says in one sentence what can't be used, and ends with status 2."""

    def error(self, message: str) -> NoReturn:
        """End the command."""
        self.exit(2, f"eleven-lines: {message}\n")


def parser_of(name: str) -> Parser:
    """Return the parser of one of the three."""
    parser = Parser(f"eleven-lines {name}", description=ABOUT[name], allow_abbrev=False)
    parser.add_argument("--experiment", choices=EXPERIMENTS, default="xor", help="what is learned (default: xor)")
    add = {"race": _race, "trial": _trial, "sweep": _sweep}[name]
    add(parser)
    parser.add_argument("--threads", type=whole, metavar="N", help="cores to use (default: all)")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    return parser


ABOUT = {
    "race": "Train the same network with several alphas and hidden sizes, side by side, and say what becomes of each.",
    "trial": "Train one network from many seeds, and tell how much is luck.",
    "sweep": "Train many seeds for each alpha and hidden size, and tell how many of them solve the task.",
}
"""What each command does, in a sentence."""


def _race(parser: Parser) -> None:
    _lists(parser)
    _iterations(parser, 60_000)
    parser.add_argument("--every", type=whole, metavar="N", help="note the errors this often (default: 10000)")
    parser.add_argument("--seed", type=whole, default=1, metavar="N", help="of the first weights (default: 1)")
    parser.add_argument(
        "--posts", action="store_true", help="set what the posts' own program prints beside each error of XOR, seed 1"
    )


def _trial(parser: Parser) -> None:
    parser.add_argument("--alpha", type=number, default=1.0, metavar="A", help="learning rate (default: 1)")
    parser.add_argument("--hidden", type=units, metavar="N", help="hidden units (default: the experiment's own)")
    parser.add_argument("--seeds", type=whole, default=1000, metavar="N", help="how many: 1, 2, … (default: 1000)")
    _iterations(parser, 10_000)


def _sweep(parser: Parser) -> None:
    _lists(parser)
    parser.add_argument("--seeds", type=whole, default=200, metavar="N", help="how many: 1, 2, … (default: 200)")
    _iterations(parser, 10_000)


def _lists(parser: Parser) -> None:
    known = " ".join(f"{alpha:g}" for alpha in POSTS_ALPHAS)
    parser.add_argument(
        "--alphas", action=Listed, nargs="+", default=POSTS_ALPHAS, metavar="A", help=f'default: "{known}"'
    )
    parser.add_argument(
        "--hidden", action=Listed, nargs="+", metavar="N", help='hidden sizes, such as "4 32" (default: its own)'
    )


def _iterations(parser: Parser, default: int) -> None:
    parser.add_argument("--iterations", type=whole, default=default, metavar="N", help=f"default: {default}")


def whole(text: str) -> int:
    """Read a whole number; its digits may be in groups, such as 60,000 or 60_000."""
    try:
        return int(re.sub(r"(?<=\d)[,_](?=\d{3}(?!\d))", "", text))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text[:LONGEST]!r} is not a whole number.") from None


def number(text: str) -> float:
    """Read a number."""
    try:
        value = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text[:LONGEST]!r} is not a number.") from None
    if isinf(value) and re.search(r"\d", text):
        raise argparse.ArgumentTypeError(f"{text[:LONGEST]!r} is too large a number.")
    return value


def units(text: str) -> int:
    """Read a hidden size."""
    size = whole(text)
    if size > MOST_UNITS:
        raise argparse.ArgumentTypeError(f"{text[:LONGEST]!r} is too many hidden units: {MOST_UNITS:,} are the limit.")
    return size


class Listed(argparse.Action):
    """Keeps numbers that were typed with spaces or commas between them, as one word or as several."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, _: Any = None
    ) -> None:
        """Keep them under the option's name."""
        read = number if self.dest == "alphas" else units
        pieces = [piece for piece in re.split(r"[\s,;]+", " ".join(values)) if piece]
        try:
            setattr(namespace, self.dest, [read(piece) for piece in pieces])
        except argparse.ArgumentTypeError as error:
            raise argparse.ArgumentError(self, str(error)) from None
