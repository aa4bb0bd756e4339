"""Where the records of a chart came from, found only when somebody asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..errors import Place
from .ids import KINDS

__all__ = ["Source"]

Path = tuple[str | int, ...]

LISTS = (
    *("people", "units", "tribes", "squads", "chapters", "products", "projects"),
    *("dependencies", "guilds", "skills", "gates", "waivers"),
)


class Source:
    """The origin of a chart: a file and a way to find a path in it.

    Nothing is computed at reading. On the first question the records of the chart as it was read are walked once and
    remembered by identity: a record that an edit replaced is another object, so it has no place any more, and untouched
    ones keep theirs.

    Parameters
    ----------
    file : str or None
        Name as the user gave it.
    locate : callable
        From a document path, such as ``("people", 3, "fte")``, to a :class:`~spotifymodel.errors.Place`.
    line_of : callable, optional
        From a 1-based line number to the text of that line, for carets.
    locate_key : callable, optional
        Like `locate`, to where the key of that path stands; values are found where nothing knows better.
    """

    __slots__ = ("_earlier", "_locate", "_locate_key", "_paths", "_records", "file", "line_of", "reading")

    def __init__(
        self,
        file: str | None,
        locate: Callable[[Path], Place | None],
        line_of: Callable[[int], str] | None = None,
        locate_key: Callable[[Path], Place | None] | None = None,
    ) -> None:
        self.file = file
        self.line_of = line_of
        #: What a reader of tables guessed, dropped, ignored or rejected; ``None`` for formats that leave nothing to guess.
        self.reading: Any = None
        self._locate = locate
        self._locate_key = locate_key or locate
        self._records: Any = None
        self._earlier: tuple[Source, Any] | None = None
        self._paths: dict[int, Path] | None = None

    def adopt(self, chart: Any) -> None:
        """Remember the chart as it was read; it is kept alive, so identities stay true."""
        self._records = chart

    def followed(self, before: Any, after: Any) -> Source:
        """Return the source of a chart whose records say the same as those of another: its state on a day, without dates.

        A record that an edit changed has no place any more; one that merely lost its dates still stands where it stood.
        """
        new = Source(self.file, self._locate, self.line_of, self._locate_key)
        new.reading = self.reading
        new._records = after
        new._earlier = (self, before)
        return new

    def path_of(self, record: object) -> Path | None:
        """Return the document path of a record as it was read, or ``None`` for one made since."""
        if self._paths is None:
            self._paths = self._known_paths()
        return self._paths.get(id(record))

    def _known_paths(self) -> dict[int, Path]:
        if self._records is None:
            return {}
        if self._earlier is None:
            return dict(_walk(self._records))
        source, before = self._earlier
        root = source.path_of(before)  # also finds the paths of its records
        paths = dict(source._paths or {})
        for kind in KINDS:
            for record in self._records.records(kind):
                path = source.path_of(before._seek(kind, record.id))
                if path is not None:
                    paths[id(record)] = path
        if root is not None:
            paths[id(self._records)] = root
        return paths

    def place(self, record: object, *more: str | int) -> Place | None:
        """Return where a record, or something inside it, stands in the file."""
        path = self.path_of(record)
        return None if path is None else self._locate((*path, *more))

    def place_of_path(self, path: Path) -> Place | None:
        """Return where a document path stands in the file."""
        return self._locate(path)

    def place_of_key(self, path: Path) -> Place | None:
        """Return where the key of a document path stands; its value may begin lines below."""
        return self._locate_key(path)


def _walk(chart: Any) -> list[tuple[int, Path]]:
    """List identity and path of every record that carries findings."""
    found: list[tuple[int, Path]] = [(id(chart), ())]
    for field in LISTS:
        for at, record in enumerate(getattr(chart, field)):
            found.append((id(record), (field, at)))
    for at, tribe in enumerate(chart.tribes):
        for inner in ("squads", "chapters"):
            found.extend((id(r), ("tribes", at, inner, k)) for k, r in enumerate(getattr(tribe, inner)))
    return found
