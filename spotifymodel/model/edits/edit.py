"""One edit as a value: what fixes, repairs, differences and moves consist of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Self

from ...errors import EditError, UsageError
from ..ids import nearest
from .plain import plain
from .resolving import either
from .wording import in_words

if TYPE_CHECKING:
    from ..org import Org

__all__ = ["VOCABULARY", "Edit"]

#: Operation -> argument -> its type, ``!`` where it is required. The names are those of files: an interval begins ``from``.
VOCABULARY: Final[dict[str, dict[str, str]]] = {
    "add": {"kind": "text!", "id": "text", "tribe": "text", "fields": "fields"},
    "change": {"kind": "text!", "id": "text!", "fields": "fields!"},
    "remove": {"kind": "text!", "id": "text!", "cascade": "flag"},
    "join": {"person": "text!", "squad": "text!", "role": "text", "allocation": "share", "from": "text", "until": "text"},
    "quit": {"person": "text!", "squad": "text!", "role": "text"},
    "move": {"person": "text!", "to": "text!", "from_squad": "text"},
    "appoint": {
        "person": "text!",
        "role": "text!",
        "of": "text!",
        "replace": "flag",
        "join": "flag",
        "allocation": "share",
        "from": "text",
        "until": "text",
    },
    "relieve": {"person": "text!", "role": "text!", "of": "text!"},
    "split": {"subject": "text!", "into": "parts!"},
    "merge": {"subjects": "texts!", "into": "text!"},
    "waive": {"code": "text!", "subject": "text!", "reason": "text!", "owner": "text!", "expires": "text!"},
}


@dataclass(frozen=True)
class Edit:
    """Something that can be done to a chart; it can be said in words, written to a file, and done again.

    Parameters
    ----------
    op : str
        ``add``, ``change``, ``remove``, ``join``, ``quit``, ``move``, ``appoint``, ``relieve``, ``split``, ``merge`` or
        ``waive``: the name of the method of :class:`~spotifymodel.model.org.Org`.
    args : mapping
        The arguments of that method, as JSON holds them: dates as ISO text, ``from`` for ``start``, the fields of ``add``
        and ``change`` under ``fields``, parts of a ``split`` as ``[[id, [ids]], …]``. Dates, records and tuples are put into
        that form, and arguments that are ``None`` left out, so equal edits compare equal. Not to be changed.

    Raises
    ------
    EditError
        When there is no such operation, an argument is missing, unknown or of another type.

    Examples
    --------
    >>> from spotifymodel.model import Org
    >>> org = Org(people=[{"id": "anna"}], squads=[{"id": "app", "members": ["anna"]}, {"id": "verhuizen"}])
    >>> edit = Edit("move", {"person": "anna", "to": "verhuizen"})
    >>> print(edit.text("en"), "/", edit.text("nl"))
    Move “anna” to “verhuizen” / Verplaats ‘anna’ naar ‘verhuizen’
    >>> edit.apply(org).squad("verhuizen").members
    ('anna',)
    >>> Edit.from_dict(edit.to_dict()) == edit
    True
    """

    op: str
    args: Mapping[str, Any]

    def __post_init__(self) -> None:
        expected = VOCABULARY.get(self.op) if isinstance(self.op, str) else None
        if expected is None:
            near = nearest(str(self.op), VOCABULARY)
            fix = f"Did you mean {either(map(repr, near))}?" if near else f"Edits are {', '.join(VOCABULARY)}"
            raise EditError("edit", f"there is no edit {self.op!r}", fix)
        object.__setattr__(self, "args", _in_order(self.op, expected, self.args))

    def __hash__(self) -> int:
        from json import dumps  # only sets and dicts of edits need it

        return hash((self.op, dumps(self.args, sort_keys=True)))

    def apply(self, org: Org) -> Org:
        """Return the chart with this edit done.

        Raises
        ------
        NotFoundError, EditError
            As the method of that name.
        """
        args = dict(self.args)
        if "from" in args:
            args["start"] = args.pop("from")
        if self.op == "add":
            return org.add(args.pop("kind"), **args.pop("fields", {}), **args)
        if self.op == "change":
            return org.change(args["kind"], args["id"], **args["fields"])
        method: Any = getattr(org, self.op)
        done: Org = method(**args)
        return done

    def text(self, language: str = "en") -> str:
        """Return one sentence that says what it does, in ``en`` or ``nl``; ids only, never names of people."""
        if language not in {"en", "nl"}:
            raise UsageError(f"there is no wording in {language!r}; choose en or nl", language, ("en", "nl"))
        return in_words(self.op, self.args, language)

    def to_dict(self, language: str = "en") -> dict[str, Any]:
        """Return ``{"op", "args", "text"}``, ready for JSON; the dict may be changed freely."""
        return {"op": self.op, "args": plain(self.args), "text": self.text(language)}

    @classmethod
    def from_dict(cls, document: Mapping[str, Any]) -> Self:
        """Read what :meth:`to_dict` wrote; ``text`` is not needed.

        Raises
        ------
        EditError
            When it is no edit.
        """
        if not isinstance(document, Mapping) or not isinstance(document.get("args"), Mapping) or "op" not in document:
            raise EditError("edit", "this is not an edit", 'Give {"op": …, "args": {…}}')
        unknown = [key for key in document if key not in {"op", "args", "text"}]
        if unknown:
            raise EditError("edit", f"an edit has no key {unknown[0]!r}", 'Give {"op": …, "args": {…}}')
        return cls(document["op"], document["args"])

    def __repr__(self) -> str:
        return f"Edit({self.op!r}, {dict(self.args)!r})"


def _in_order(op: str, expected: Mapping[str, str], given: Mapping[str, Any]) -> dict[str, Any]:
    """Return arguments in the order of the vocabulary, in the form that JSON holds; refuse what does not fit."""
    if not isinstance(given, Mapping):
        raise EditError(op, "the arguments are not a mapping", f"Give a mapping with {_and(expected)}")
    named = {"from" if key == "start" and "from" in expected else key: value for key, value in given.items()}
    unknown = [key for key in named if key not in expected]
    if unknown:
        near = nearest(str(unknown[0]), expected, most=1)
        fix = f"Did you mean {near[0]!r}?" if near else f"Arguments are {', '.join(expected)}"
        raise EditError(op, f"it has no argument {unknown[0]!r}", fix)
    args: dict[str, Any] = {}
    for name, kind in expected.items():
        value = named.get(name)
        if value is None:
            if kind.endswith("!"):
                raise EditError(op, f"the argument {name!r} is missing", f"It needs {_and(n for n, k in expected.items() if k[-1] == '!')}")
            continue
        value = plain(value)
        form, words = _FORMS[kind.rstrip("!")]
        if not form(value):
            raise EditError(op, f"the argument {name!r} is not {words}")
        if kind == "parts!" and isinstance(value, dict):
            value = [[part, inside] for part, inside in value.items()]
        if name == "fields" and isinstance(value, dict):
            value = {"from" if field == "start" else field: one for field, one in value.items()}
        if value is not False and not (name == "fields" and not value):
            args[name] = value
    if op in {"change"} and "fields" not in args:
        raise EditError(op, "it is not said what to change", "Give fields; null clears one")
    return args


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _is_parts(value: Any) -> bool:
    parts = list(value.items()) if isinstance(value, dict) else value
    return isinstance(parts, list) and all(
        isinstance(part, list | tuple) and len(part) == 2 and _is_text(part[0]) and _is_texts(part[1]) for part in parts
    )


_FORMS: Final = {
    "text": (_is_text, "text"),
    "texts": (_is_texts, "a list of ids"),
    "flag": (lambda value: isinstance(value, bool), "true or false"),
    "share": (lambda value: isinstance(value, int | float) and not isinstance(value, bool), "a number"),
    "fields": (lambda value: isinstance(value, dict), "a mapping of fields"),
    "parts": (_is_parts, "a list of parts, each an id with a list of ids"),
}


def _and(names: Any) -> str:
    every = list(names)
    return f"{', '.join(every[:-1])} and {every[-1]}" if len(every) > 1 else every[0]
