"""The JSON Schema of the file format, for editors: structure only, limits belong to profiles."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from ..model.org import Org
from ..model.record import schema_of
from .document import FORMAT

__all__ = ["chart_schema"]


def chart_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a chart document.

    It says what keys there are, of which type, in which range. That every id is declared, that intervals do not end before
    they begin, and every limit of a profile is for reading and for rules.

    Examples
    --------
    >>> chart_schema()["required"]
    ['format', 'people']
    """
    made = _tidy(_Generator(by_alias=True).generate(schema_of(Org), mode="validation"))
    properties = {
        "format": {"const": FORMAT, "description": "The format of this file."},
        **made["properties"],
    }
    definitions = dict(sorted(made["$defs"].items()))
    for definition in (made, *definitions.values()):
        text = definition.get("description", "")
        definition["description"] = text.strip().partition("\n")[0]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "spotifymodel chart",
        "description": "An organisation chart: traditional, hybrid or agile.",
        "type": "object",
        "properties": properties,
        "required": ["format", "people"],
        "additionalProperties": False,
        "$defs": definitions,
    }


class _Generator(GenerateJsonSchema):
    """Pydantic's generator; that empty mappings are no JSON defaults is no news."""

    ignored_warning_kinds = {"skipped-choice", "non-serializable-default"}  # noqa: RUF012


def _tidy(schema: dict[str, Any]) -> dict[str, Any]:
    """Drop machine-made titles and defaults; say that a role takes one holder, a list or null."""
    found: dict[str, Any] = {}
    for key, value in schema.items():
        if key in ("properties", "$defs", "patternProperties"):
            found[key] = {name: _tidy(inner) for name, inner in value.items()}
        elif key in ("items", "additionalProperties", "propertyNames") and isinstance(value, dict):
            found[key] = _tidy(value)
        elif key == "anyOf":
            found[key] = [_tidy(inner) for inner in value]
        elif key not in ("title", "default"):
            found[key] = value
    return _holders(found) if found.get("type") == "array" else found


def _holders(schema: dict[str, Any]) -> dict[str, Any]:
    choices = schema.get("items", {}).get("anyOf", [])
    if {"$ref": "#/$defs/Seat"} not in choices:
        return schema
    return {"anyOf": [*choices, schema, {"type": "null"}]}
