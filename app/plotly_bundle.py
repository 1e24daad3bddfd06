"""What the page needs from the installed plotly package: its script, and what a strict content policy needs beside it.

plotly.js adds style sheets to the page while it loads, which the policy forbids. It leaves that be when it finds an
element of a certain id for each of them: a link to its rules as a file of ours, and an empty guard for the map
library's. Both are read out of the installed script, so that another version of plotly brings its own.
"""

import re
from ast import literal_eval
from functools import cache

import plotly
from plotly.offline import get_plotlyjs

STYLE_ID = "plotly.js-style-global"
"""The id of the link to `stylesheet()`; its class must be "no-inline-styles"."""

_RULES = re.compile(r'=(\{"X,X div":(?:"[^"\\]*"|\'[^\'\\]*\'|[^{}"\'])*\});for\(')
_RULE = re.compile(r"""(?:"(?P<quoted>[^"]*)"|(?P<bare>\w+)):(?P<declarations>"[^"]*"|'[^']*')[,}]""")
_SCOPES = re.compile(r'\.replace\(/X/g,"(?P<plot>[^"]+)"\)\.replace\(/Y/g,"(?P<notice>[^"]+)"\)')
_GUARD = re.compile(r'getElementById\("([0-9a-f]{64})"\)\)\{var (\w+)=document\.createElement\("style"\)')


class BundleError(RuntimeError):
    """The installed plotly.js is not written the way this module reads it."""

    def __init__(self, missing: str) -> None:
        super().__init__(
            f"plotly {plotly.__version__} has no {missing} where app/plotly_bundle.py looks for it; "
            "install a version that is known to work, or teach the module the new one."
        )


def script() -> bytes:
    """Return plotly.min.js."""
    return _bundle().encode()


@cache
def stylesheet() -> str:
    """Return the rules that plotly.js would add to the page itself."""
    bundle = _bundle()
    scopes = _found(_SCOPES, bundle, "scopes of its style rules")
    rules = _rules(_found(_RULES, bundle, "style rules")[1])
    # plotly.js inserts every rule before the one it inserted last.
    return "\n".join(
        f"{selector.replace('X', scopes['plot']).replace('Y', scopes['notice'])} {{ {declarations} }}"
        for selector, declarations in reversed(rules)
    )


@cache
def style_guard_id() -> str:
    """Return the id whose presence in the page keeps plotly.js from adding the map library's rules."""
    return _found(_GUARD, _bundle(), "guard of the map library's rules")[1]


def _bundle() -> str:
    return str(get_plotlyjs())


def _rules(table: str) -> list[tuple[str, str]]:
    """Read `{"selector":"declarations",...}`, a JavaScript object whose values may be in either kind of quotes."""
    matches = list(_RULE.finditer(table))
    if 1 + sum(len(match[0]) for match in matches) != len(table):
        raise BundleError("style rules that can be read one by one")
    return [(match["quoted"] or match["bare"], literal_eval(match["declarations"])) for match in matches]


def _found(pattern: re.Pattern[str], bundle: str, what: str) -> re.Match[str]:
    match = pattern.search(bundle)
    if match is None:
        raise BundleError(what)
    return match
