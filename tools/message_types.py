"""Write static/messages.d.ts, the page's types, from the messages of app/messages.py and what studies find.

`python -m tools.message_types` writes the file, with `--check` it only tells whether the file is fresh. A general
schema-to-TypeScript converter was tried and put aside: it doubled shared types and made every `type` tag optional, so
that a `switch` over it narrowed nothing. What our models use of JSON Schema is small enough to be spelt out here.
"""

import json
import sys
from pathlib import Path
from typing import Any

from app.messages import CLIENT_MESSAGES, SERVER_MESSAGES
from app.studies.results import STUDY_RESULTS

TARGET = Path(__file__).parent.parent / "static" / "messages.d.ts"

HEADER = """\
// Written by `make types` from app/messages.py. Do not edit: change the models there.
//
// A message as the page holds it, after decoding: a number that is not finite travels as the string "NaN", "Infinity"
// or "-Infinity" and is a number again here.
"""

PRIMITIVES = {"integer": "number", "number": "number", "string": "string", "boolean": "boolean", "null": "null"}

Json = dict[str, Any]


def type_of(schema: Json) -> str:
    """Spell one schema as a TypeScript type."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[1]
    if "const" in schema or "enum" in schema:
        return " | ".join(json.dumps(value) for value in schema.get("enum", [schema.get("const")]))
    for choice in ("anyOf", "oneOf"):
        if choice in schema:
            return " | ".join(dict.fromkeys(type_of(option) for option in schema[choice]))
    kind = schema["type"]
    if isinstance(kind, list):
        return " | ".join(PRIMITIVES[name] for name in kind)
    if kind == "array":
        return array(type_of(schema["items"]), schema)
    if kind == "object":
        return f"{{ [name: string]: {type_of(schema['additionalProperties'])} }}"
    return PRIMITIVES[kind]


def array(item: str, schema: Json) -> str:
    """Spell an array: a tuple when its length is fixed."""
    length = schema.get("minItems")
    if length and length == schema.get("maxItems"):
        return f"[{', '.join([item] * length)}]"
    return f"({item})[]" if " | " in item else f"{item}[]"


def comment(text: str | None, indent: str) -> list[str]:
    """Turn a docstring into a JSDoc comment."""
    if not text:
        return []
    if "\n" not in text:
        return [f"{indent}/** {text} */"]
    return [f"{indent}/**", *(f"{indent} * {line}".rstrip() for line in text.splitlines()), f"{indent} */"]


def interface(name: str, model: Json, required: list[str]) -> str:
    """Spell one model."""
    lines = [*comment(model.get("description"), ""), f"export interface {name} {{"]
    for field, schema in model.get("properties", {}).items():
        lines += comment(schema.get("description"), "  ")
        lines.append(f"  {field}{'' if field in required else '?'}: {type_of(schema)};")
    return "\n".join([*lines, "}"])


def union(name: str, schema: Json) -> str:
    """Spell one union of messages, a member a line."""
    return "\n".join([f"export type {name} =", *(f"  | {type_of(option)}" for option in schema["oneOf"])]) + ";"


def generate() -> str:
    """Return the whole text of the file."""
    client = CLIENT_MESSAGES.json_schema(mode="validation")
    server = SERVER_MESSAGES.json_schema(mode="serialization")
    results = STUDY_RESULTS.json_schema(mode="serialization")
    parts = [union("ClientMessage", client), union("ServerMessage", server), union("StudyResult", results)]
    parts += [interface(name, model, model.get("required", [])) for name, model in client["$defs"].items()]
    # The page may leave out what has a default; the server always sends every field.
    told = server["$defs"] | results["$defs"]
    parts += [interface(name, model, [*model["properties"]]) for name, model in told.items()]
    return HEADER + "\n" + "\n\n".join(parts) + "\n"


def main() -> int:
    """Write the file, or with `--check` say whether it is what would be written."""
    text = generate()
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(text, encoding="utf-8")
    elif not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text:
        print("static/messages.d.ts is older than app/messages.py: run `make types`", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
