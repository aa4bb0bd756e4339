"""What the library raises on purpose.

Everything derives from :class:`SpotifyModelError`, so one ``except`` is enough. Facts are attributes; the text is built
from them. A broken *constraint* is never an exception: it is a finding of a report.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = [
    "ConflictError",
    "EditError",
    "FigureTooSmallError",
    "FindingsError",
    "InputRefusedError",
    "LimitReachedError",
    "MissingDependencyError",
    "NotFoundError",
    "OutputRefusedError",
    "Place",
    "ProfileError",
    "RuleError",
    "SpotifyModelError",
    "Trouble",
    "UsageError",
]


class SpotifyModelError(Exception):
    """The root of everything raised on purpose."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in an input.

    Parameters
    ----------
    file : str or None
        Name of the file as the user gave it; ``None`` for data made in Python.
    line, column : int or None
        1-based position in a text file.
    path : str or None
        Path inside the document, such as ``$.tribes[0].squads[1].product_owner``.
    sheet, cell : str or None
        Worksheet and cell of a spreadsheet, such as ``B7``.

    Examples
    --------
    >>> str(Place("chart.yaml", 3, 7, "$.people[0].fte"))
    'chart.yaml:3:7 ($.people[0].fte)'
    >>> str(Place("list.xlsx", sheet="Team", cell="B7"))
    'list.xlsx: Team!B7'
    """

    file: str | None = None
    line: int | None = None
    column: int | None = None
    path: str | None = None
    sheet: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        head = self.file or ""
        if self.line is not None:
            head += f":{self.line}" if head else f"line {self.line}"
            if self.column is not None:
                head += f":{self.column}"
        if self.cell is not None:
            cell = f"{self.sheet}!{self.cell}" if self.sheet else self.cell
            head = f"{head}: {cell}" if head else cell
        if self.path and self.path != "$":
            head = f"{head} ({self.path})" if head else self.path
        return head


@dataclass(frozen=True, slots=True)
class Trouble:
    """One fault of an input: where it is, what is wrong, what was expected, the likely fix.

    Parameters
    ----------
    message : str
        What is wrong, in one sentence without a full stop; carries ids at most, never names or values of people.
    place : Place
        Where it stands.
    expected : str
        What was expected there; may be empty.
    fix : str
        The likely mend; may be empty.
    kind : str
        A stable word for programs: ``unknown-key``, ``duplicate-key``, ``duplicate-id``, ``dangling-reference``,
        ``wrong-type``, ``missing``, ``out-of-range``, ``syntax``, ``limit``, ``encoding``, ``cycle`` …
    """

    message: str
    place: Place = Place()
    expected: str = ""
    fix: str = ""
    kind: str = "invalid"

    def __str__(self) -> str:
        where = str(self.place)
        text = f"{where}: {self.message}" if where else self.message
        if self.expected:
            text += f"; expected {self.expected}"
        if self.fix:
            text += f". {self.fix[0].upper()}{self.fix[1:]}"
        return text


class InputRefusedError(SpotifyModelError):
    """An input cannot be read as a chart. Carries every fault found, not just the first.

    Attributes
    ----------
    file : str or None
        The input's name.
    troubles : tuple of Trouble
        All faults, in the order of the file.
    """

    def __init__(self, troubles: Iterable[Trouble], file: str | None = None) -> None:
        self.troubles = tuple(troubles)
        self.file = file if file is not None else next((t.place.file for t in self.troubles if t.place.file), None)
        super().__init__("\n".join(map(str, self.troubles)))


class NotFoundError(SpotifyModelError, KeyError):
    """A look-up missed. Carries what was asked and the nearest ids that exist.

    Attributes
    ----------
    kind, wanted : str
        What kind of thing was asked for, and under which id.
    near : tuple of str
        Up to three existing ids that resemble it.
    within : str
        Where it was looked for.
    """

    def __init__(self, kind: str, wanted: str, near: Iterable[str] = (), within: str = "this chart") -> None:
        self.kind, self.wanted, self.near, self.within = kind, wanted, tuple(near), within
        hint = f"; did you mean {' or '.join(repr(n) for n in self.near)}?" if self.near else ""
        self.text = f"no {kind} {wanted!r} in {within}{hint}"
        super().__init__(self.text)

    def __str__(self) -> str:  # KeyError would show the repr
        return self.text


class EditError(SpotifyModelError):
    """An edit cannot be carried out as asked.

    Attributes
    ----------
    op : str
        The edit's name in the edit vocabulary.
    reason, fix : str
        Why not, and what to do instead.
    """

    def __init__(self, op: str, reason: str, fix: str = "") -> None:
        self.op, self.reason, self.fix = op, reason, fix
        super().__init__(f"cannot {op}: {reason}" + (f". {fix}" if fix else ""))


class UsageError(SpotifyModelError):
    """An argument or flag makes no sense: an unknown rule code, profile, language, picture, format.

    Attributes
    ----------
    wanted : str
        What was given.
    known : tuple of str
        What may be given.
    """

    def __init__(self, message: str, wanted: str = "", known: Iterable[str] = ()) -> None:
        self.wanted, self.known = wanted, tuple(known)
        super().__init__(message)


class OutputRefusedError(UsageError):
    """A file cannot be written; what stood there before stands there still.

    Attributes
    ----------
    path : str
        The file that was to be written.
    reason, fix : str
        Why not, and what to do instead.
    """

    def __init__(self, path: str, reason: str, fix: str = "") -> None:
        self.path, self.reason, self.fix = path, reason, fix
        super().__init__(f"{path}: cannot be written: {reason}" + (f". {fix}" if fix else ""), wanted=path)


class ProfileError(UsageError):
    """A profile is unknown, faulty, or extends itself.

    Attributes
    ----------
    troubles : tuple of Trouble
        Every fault of a faulty profile; empty when it is merely unknown.
    """

    def __init__(self, message: str, wanted: str = "", known: Iterable[str] = (), troubles: Iterable[Trouble] = ()) -> None:
        self.troubles = tuple(troubles)
        super().__init__(message, wanted, known)


class RuleError(SpotifyModelError):
    """A rule file breaks the promises that every rule makes (names the rule and the promise)."""


class FindingsError(SpotifyModelError):
    """Raised by ``Report.raise_for_errors`` when findings reach the severity asked for.

    Attributes
    ----------
    report : object
        The report that holds them.
    """

    def __init__(self, message: str, report: object) -> None:
        self.report = report
        super().__init__(message)


class ConflictError(SpotifyModelError):
    """Locks or hard limits contradict each other; carries a smallest such set.

    Attributes
    ----------
    conflict : tuple
        The smallest set of wishes that cannot hold together.
    """

    def __init__(self, message: str, conflict: Iterable[object] = ()) -> None:
        self.conflict = tuple(conflict)
        super().__init__(message)


class LimitReachedError(SpotifyModelError):
    """A limit (time, size) came before an answer.

    Attributes
    ----------
    limit : str
        Which limit.
    """

    def __init__(self, message: str, limit: str = "") -> None:
        self.limit = limit
        super().__init__(message)


class FigureTooSmallError(SpotifyModelError):
    """Not even the lowest level of detail fits the space that was given.

    Attributes
    ----------
    minimum : tuple of float
        Width and height in inches that would do.
    """

    def __init__(self, minimum: tuple[float, float], given: tuple[float, float]) -> None:
        self.minimum, self.given = minimum, given
        super().__init__(
            f"the picture needs at least {minimum[0]:.1f} × {minimum[1]:.1f} inch, {given[0]:.1f} × {given[1]:.1f} were given. "
            "Give it more room, draw a part (a tribe, a unit, fewer people), or leave the size out: then the figure grows to fit"
        )


class MissingDependencyError(SpotifyModelError):
    """An optional package is needed for this and is not installed.

    Attributes
    ----------
    package, extra : str
        The package, and the extra of ours that brings it.
    """

    def __init__(self, package: str, extra: str, why: str) -> None:
        self.package, self.extra = package, extra
        super().__init__(f"{why} needs {package}: pip install 'spotifymodel[{extra}]'")
