"""Modules of the page put together into one script, which needs no server to fetch them from.

Each becomes a function that is called once and gives what the module exports, after those it imports from. But for
comments, which are left away, its text stays as it is.
"""

import re
from collections.abc import Callable
from posixpath import dirname, join, normpath

_IMPORT = re.compile(r"^import \{([^}]*)\} from \"(\.[^\"]+)\";\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.MULTILINE)
_OTHER = re.compile(r"^(?:import|export)\b.*|^[^*/\n]*\bimport\(.*", re.MULTILINE)
_COMMENT = re.compile(r"^ *(?://.*|/\*(?:[^*]|\*(?!/))*\*/ *)\n", re.MULTILINE)
_MARKUP = re.compile(r"</script|<!--", re.IGNORECASE)


def together(entry: str, source: Callable[[str], str]) -> str:
    """Return one expression that runs a module, and whatever it imports before it; its value is what it exports.

    Parameters
    ----------
    entry : the module's path
    source : returns the text of the module at a path

    Raises
    ------
    ValueError
        If a module imports or exports in another way than by names in braces, or by way of others from itself, if it
        could not stand inside a script element, or if two would have one name.
    """
    written: list[str] = []
    done: dict[str, bool] = {}  # False: what it imports is being written
    paths: dict[str, str] = {}  # by the names that they have in the script

    def write(path: str) -> None:
        other = paths.setdefault(_name(path), path)
        if other != path:
            raise ValueError(f"{path} and {other} would have the same name in one script.")
        text = source(path)
        done[path] = False
        for _, target in _IMPORT.findall(text):
            wanted = normpath(join(dirname(path), target))
            if done.get(wanted) is False:
                raise ValueError(f"{path} imports {wanted}, which imports it.")
            if wanted not in done:
                write(wanted)
        written.append(_wrapped(path, text))
        done[path] = True

    write(entry)
    return f'(() => {{\n"use strict";\n\n{"".join(written)}return {_name(entry)};\n}})();\n'


def without_comments(text: str) -> str:
    """Return a script or a style sheet without the comments that have lines to themselves."""
    return re.sub(r"\n{2,}", "\n", _COMMENT.sub("", text)).lstrip("\n")


def _wrapped(path: str, text: str) -> str:
    def imported(match: re.Match[str]) -> str:
        names = ", ".join(name.strip().replace(" as ", ": ") for name in match[1].split(",") if name.strip())
        return f"const {{ {names} }} = {_name(normpath(join(dirname(path), match[2])))};\n"

    exported = ", ".join(_EXPORT.findall(text))
    body = _EXPORT.sub("", _IMPORT.sub(imported, without_comments(text)))
    if other := _OTHER.search(body):
        raise ValueError(f"{path} can't be put into one script with others: {other[0]}")
    if markup := _MARKUP.search(body):
        raise ValueError(f"{path} can't stand inside a script element: {markup[0]}")
    return f"// {path}\nconst {_name(path)} = (() => {{\n{body}return {{ {exported} }};\n}})();\n\n"


def _name(path: str) -> str:
    return "$" + re.sub(r"\W", "_", path.removesuffix(".js"))
