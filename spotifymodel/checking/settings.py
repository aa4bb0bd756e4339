"""What the nearest ``pyproject.toml`` says under ``[tool.spotifymodel]``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..errors import Place, UsageError
from ..model.ids import nearest
from ..profiles.loading import PROJECT

__all__ = ["Settings", "settings_near"]

#: What the table may say besides a profile of its own, which is read by who loads it.
_KEYS: Final = ("profile", "language", "profiles")


@dataclass(frozen=True, slots=True)
class Settings:
    """Defaults of a project: profile and language, and the file that says so.

    A table that says what a profile says (``extends``, ``limits`` …) is a profile itself, and the one that is used.
    """

    profile: str | None = None
    language: str | None = None
    file: Path | None = None

    def refusal(self, wrong: UsageError, key: str) -> UsageError:
        """Return an error as one about a key of this file, with its line."""
        assert self.file is not None
        return type(wrong)(f"{_place(self.file, key)}: {wrong}", wrong.wanted, wrong.known)


def settings_near(folder: Path | None = None) -> Settings:
    """Return the settings of the nearest ``pyproject.toml`` at or above a folder; none where no file says anything.

    Raises
    ------
    UsageError
        Where that table holds something else than text, a key that means nothing, or both the name of a profile and one.
    """
    start = Path.cwd() if folder is None else folder
    for place in (start, *start.parents):
        file = place / "pyproject.toml"
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        return _settings(file, text) if "tool.spotifymodel" in text else Settings()
    return Settings()


def _settings(file: Path, text: str) -> Settings:
    import tomllib

    try:
        table = tomllib.loads(text).get("tool", {}).get("spotifymodel", {})
    except tomllib.TOMLDecodeError as err:
        raise UsageError(f"{file}: {err}") from err
    if not isinstance(table, dict):
        raise UsageError(f"{file}: tool.spotifymodel is a table, with the keys {', '.join(_KEYS)}", "tool.spotifymodel", _KEYS)
    own = [name for name in table if name not in _KEYS]
    if own:
        _vet(file, table, own)
    for name in ("profile", "language"):
        if not isinstance(table.get(name, ""), str):
            raise UsageError(f"{_place(file, name)}: tool.spotifymodel.{name} takes text", name)
    return Settings(PROJECT if own else table.get("profile"), table.get("language"), file)


def _vet(file: Path, table: dict[str, object], own: list[str]) -> None:
    """Refuse what is neither a setting nor part of a profile, and a profile beside the name of another."""
    from ..profiles.faults import KEYS

    for name in own:
        if name not in KEYS:
            known = (*_KEYS, *KEYS)
            near = f"did you mean {found!r}?" if (found := "".join(nearest(name, known, 1))) else f"there are {', '.join(known)}"
            raise UsageError(f"{_place(file, name)}: tool.spotifymodel has no key {name!r}; {near}", name, known)
    if "profile" in table:
        fix = f"write extends = [{table['profile']!r}] instead of profile" if "extends" not in table else "take profile out"
        raise UsageError(f"{_place(file, 'profile')}: tool.spotifymodel names a profile and is one ({own[0]}); {fix}", "profile")


def _place(file: Path, key: str) -> Place:
    """Return where a key of the table stands."""
    from ..profiles.positions import key_positions  # only an error needs lines

    line, column = key_positions(file.read_text(encoding="utf-8")).get(("tool", "spotifymodel", key), (None, None))
    return Place(str(file), line, column)
