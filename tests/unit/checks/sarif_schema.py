"""What SARIF 2.1.0 says of the parts of a log that we write, as a JSON schema; nothing else may stand in them.

Written after the text of the standard (sections 3.13 log, 3.14 run, 3.19 toolComponent, 3.27 result, 3.28 location,
3.29 physicalLocation, 3.30 region, 3.49 reportingDescriptor).
"""

from __future__ import annotations

from typing import Any

TEXT = {"type": "string", "minLength": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}


def _object(required: tuple[str, ...], **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(required),
        "properties": properties,
        "additionalProperties": False,
    }


def _list(items: dict[str, Any], *, unique: bool = False, fewest: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": items, "uniqueItems": unique, "minItems": fewest}


_MESSAGE = _object(("text",), text=TEXT)
_PROPERTIES = _object((), tags=_list(TEXT, unique=True))
_RULE = _object(
    ("id",),
    id=TEXT,
    shortDescription=_MESSAGE,
    fullDescription=_MESSAGE,
    help=_MESSAGE,
    defaultConfiguration=_object((), level=LEVEL),
    properties=_PROPERTIES,
)
_SEMANTIC = {"type": "string", "pattern": r"^\d+\.\d+\.\d+(?:[-+].+)?$"}
_DRIVER = _object(("name",), name=TEXT, semanticVersion=_SEMANTIC, rules=_list(_RULE, unique=True))
_NUMBER = {"type": "integer", "minimum": 1}
_URI = {"type": "string", "pattern": r"^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})+$"}
_ARTIFACT = _object((), uri=_URI, uriBaseId=TEXT)
_PHYSICAL = _object((), artifactLocation=_ARTIFACT, region=_object((), startLine=_NUMBER, startColumn=_NUMBER))
_RESULT = _object(
    ("message",),
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": -1},
    level=LEVEL,
    message=_MESSAGE,
    locations=_list(_object((), physicalLocation=_PHYSICAL)),
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
)
_RUN = _object(
    ("tool",),
    tool=_object(("driver",), driver=_DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    originalUriBaseIds={"type": "object", "additionalProperties": _object((), description=_MESSAGE)},
    results=_list(_RESULT),
)
SCHEMA: dict[str, Any] = _object(
    ("version", "runs"),
    **{"$schema": {"type": "string", "format": "uri"}},
    version={"const": "2.1.0"},
    runs=_list(_RUN),
)
