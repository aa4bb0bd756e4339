"""What the nearest ``pyproject.toml`` says under ``[tool.spotifymodel]``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..errors import UsageError

__all__ = ["Settings", "settings_near"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Defaults of a project: profile and language, and the file that says so."""

    profile: str | None = None
    language: str | None = None
    file: Path | None = None


def settings_near(folder: Path | None = None) -> Settings:
    """Return the settings of the nearest ``pyproject.toml`` at or above a folder; none where no file says anything.

    Raises
    ------
    UsageError
        Where that table holds something else than text.
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
    for name in ("profile", "language"):
        if not isinstance(table.get(name, ""), str):
            raise UsageError(f"{file}: tool.spotifymodel.{name} takes text", name)
    return Settings(table.get("profile"), table.get("language"), file)
