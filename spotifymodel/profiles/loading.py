"""Finding profiles by name, laying them over each other, and refusing those that contradict themselves."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, cast

from spotifymodel.errors import Place, ProfileError, Trouble
from spotifymodel.profiles.document import BUILT_IN, FOUNDATION, built_in, parse_toml, read_layer
from spotifymodel.profiles.layer import Layer, Origin
from spotifymodel.profiles.profile import Profile

__all__ = ["PROJECT", "load_profile", "profile_names"]

_MAX_BYTES: Final = 1_000_000
#: Name of the profile that a project writes into ``[tool.spotifymodel]`` itself.
PROJECT: Final = "project"
_SECTION: Final = ("tool", "spotifymodel")
#: What stands in that table and is no part of a profile.
_SETTINGS: Final = ("profile", "language", "profiles")
_ORDERED: Final = (("squad.min", "squad.max"), ("tribe.warn", "tribe.max"))


def profile_names(folder: Path | None = None) -> tuple[str, ...]:
    """Return the names that `load_profile` knows: the built-in ones, then those of a project.

    Parameters
    ----------
    folder : Path, optional
        Where to look for a ``pyproject.toml``, here or in a folder above; without it only the built-in names.

    Examples
    --------
    >>> profile_names()
    ('brunel-2017', 'spotify-2012', 'ing-2015', 'team-topologies-2019', 'strict')
    """
    if folder is None:
        return BUILT_IN
    project = _project_file(folder)
    return (*BUILT_IN, *_project_profiles(project)) if project else BUILT_IN


def load_profile(name: str | Path, *, folder: Path | None = None, codes: Collection[str] = ()) -> Profile:
    """Return a profile by name or from a file.

    Parameters
    ----------
    name : str or Path
        A built-in name; the path of a ``.toml`` file; or the name of a ``[tool.spotifymodel.profiles.<name>]`` table in
        the nearest ``pyproject.toml``, where ``project`` is the one that ``[tool.spotifymodel]`` holds itself. Overlays are
        added with a plus: ``ing-2015+strict``. An overlay alone stands over ``brunel-2017``.
    folder : Path, optional
        Where relative paths start and the search for ``pyproject.toml`` begins; the current folder unless given.
        Built-in names never touch it.
    codes : collection of str
        Codes of rules known beyond the built-in ones, so that a profile may name them.

    Returns
    -------
    Profile
        Complete: what it does not say itself comes from what it extends, in the end from ``brunel-2017``.

    Raises
    ------
    ProfileError
        When there is no such profile (with the nearest names), when a file is faulty (every fault with its line), when
        profiles extend each other in a circle, or when an error would rest on a guess.

    Notes
    -----
    A built-in profile is read once per process, in about 1 ms.

    Examples
    --------
    >>> load_profile("ing-2015").value("squad.max"), load_profile("ing-2015").severity("CL001")
    (9, 'warning')
    >>> load_profile("ing-2015+strict").severity("CL001")
    'error'
    """
    if isinstance(name, str) and folder is None and all(part in BUILT_IN for part in name.split("+")):
        return _compose_built_in(name)
    return _compose(name, folder if folder is not None else Path(), codes)


@lru_cache(maxsize=32)
def _compose_built_in(name: str) -> Profile:
    return _compose(name, Path(), ())


def _compose(name: str | Path, folder: Path, codes: Collection[str]) -> Profile:
    layers: list[Layer] = []
    tops = _stack_all(name, _Search(folder, codes), layers, ())
    profile = Profile("+".join(top.name for top in tops), tuple(layers), " + ".join(top.title for top in tops))
    if not all(layer.origin.built_in and not layer.tighten for layer in layers):
        _refuse_contradictions(profile, layers)
    return profile


@dataclass(frozen=True)
class _Search:
    """Where a name is looked for, and on whose behalf."""

    folder: Path
    codes: Collection[str]
    asked_by: Layer | None = None

    def refusal(self, message: str, wanted: str, known: tuple[str, ...] = ()) -> ProfileError:
        if self.asked_by is None:
            return ProfileError(message, wanted, known)
        from spotifymodel.profiles.faults import locate

        trouble = Trouble(message, locate(self.asked_by.origin, "extends"), kind="dangling-reference")
        return ProfileError(str(trouble), wanted, known, [trouble])


def _stack_all(name: str | Path, search: _Search, layers: list[Layer], trail: tuple[Layer, ...]) -> list[Layer]:
    """Append everything that ``a+b`` stands for to the stack; return the documents it names."""
    tops: list[Layer] = []
    for part in [name] if isinstance(name, Path) else _parts(name, search.folder):
        top, home = _find(part, search)
        if tops and not top.overlay:
            raise search.refusal(
                f"{top.name!r} cannot be laid over {tops[0].name!r}: it is a profile by itself, not an overlay. "
                "Judge by both, one after the other, or write a profile that extends both",
                str(part),
            )
        tops.append(top)
        _stack(top, _Search(home, search.codes, top), layers, trail)
    return tops


def _parts(name: str, folder: Path) -> list[str]:
    """Take ``a+b`` apart, unless it is the path of a file whose name happens to hold a plus."""
    return [name] if name.endswith(".toml") and (folder / name).is_file() else name.split("+")


def _stack(layer: Layer, search: _Search, layers: list[Layer], trail: tuple[Layer, ...]) -> None:
    """Append a document to the stack, after everything it extends."""
    if layer in trail:
        circle = [*trail[trail.index(layer) :], layer]
        raise ProfileError(f"profile {layer.name!r} extends itself: {' → '.join(x.name for x in circle)}", layer.name)
    for base in layer.extends:
        _stack_all(base, search, layers, (*trail, layer))
    foundation = built_in(FOUNDATION)
    if not layers and layer != foundation:
        layers.append(foundation)  # an overlay alone, or somebody who extends nothing: rules count on every limit
    if layer not in layers:
        layers.append(layer)


def _find(name: str | Path, search: _Search) -> tuple[Layer, Path]:
    """Return a profile's own document, and the folder its own references start from."""
    if isinstance(name, Path) or name.endswith(".toml"):
        return _from_file(search.folder / name, str(name), search)
    if name in BUILT_IN:
        return built_in(name), search.folder
    project = _project_file(search.folder)
    own = _project_profiles(project) if project else {}
    if project is not None and name in own:
        table, path = own[name]
        return read_layer(name, table, Origin(project.name, _text(project, project.name), path), search.codes), project.parent
    from spotifymodel.profiles.faults import did_you_mean

    known = (*BUILT_IN, *own)
    hint = did_you_mean(name, known)
    raise search.refusal(
        f"there is no profile {name!r}{f'; {hint[:1].lower()}{hint[1:]}' if hint else '.'} "
        f"Known here: {', '.join(known)}; or give the path of a .toml file",
        name,
        known,
    )


def _from_file(path: Path, label: str, search: _Search) -> tuple[Layer, Path]:
    if path.name == "pyproject.toml":
        raise search.refusal(
            f"{label} holds profiles by name: give the name of one of its [tool.spotifymodel.profiles] tables instead of the file",
            label,
        )
    if not path.is_file():
        raise search.refusal(f"there is no profile file {label!r}", label)
    text = _text(path, label)
    return read_layer(path.stem, parse_toml(text, label), Origin(label, text), search.codes), path.parent


def _text(path: Path, label: str) -> str:
    try:
        raw = path.read_bytes()
    except OSError as err:
        raise ProfileError(f"{label}: the profile cannot be read ({err.strerror})", label) from err
    if len(raw) > _MAX_BYTES:
        raise ProfileError(f"{label}: {len(raw):,} bytes are too many for a profile, which has at most {_MAX_BYTES:,}", label)
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as err:
        line = raw.count(b"\n", 0, err.start) + 1
        trouble = Trouble("this is not UTF-8", Place(label, line), fix="Save the file as UTF-8", kind="encoding")
        raise ProfileError(str(trouble), label, troubles=[trouble]) from err


def _project_file(folder: Path) -> Path | None:
    here = folder.resolve()
    return next((file for above in (here, *here.parents) if (file := above / "pyproject.toml").is_file()), None)


def _project_profiles(project: Path) -> dict[str, tuple[dict[str, object], tuple[str, ...]]]:
    """Return the profiles of a project by name, each with the path of its table."""
    label = project.name
    section: object = parse_toml(_text(project, label), label)
    for step in _SECTION:
        section = section.get(step, {}) if isinstance(section, dict) else {}
    own = {key: value for key, value in section.items() if key not in _SETTINGS} if isinstance(section, dict) else {}
    tables = section.get("profiles", {}) if isinstance(section, dict) else {}
    if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
        raise ProfileError(
            f"{label}: [tool.spotifymodel.profiles] holds one table per profile, such as [tool.spotifymodel.profiles.ours]", label
        )
    for name in BUILT_IN:
        if name in tables:
            raise ProfileError(
                f"{label}: the name {name!r} is taken by a built-in profile; choose another and let it extend {name!r}", name
            )
    if own and PROJECT in tables:
        raise ProfileError(f"{label}: {PROJECT!r} is what [tool.spotifymodel] says itself; give the table another name", PROJECT)
    named = {name: (cast(dict[str, object], table), (*_SECTION, "profiles", name)) for name, table in tables.items()}
    return named | ({PROJECT: (own, _SECTION)} if own else {})


def _refuse_contradictions(profile: Profile, layers: list[Layer]) -> None:
    """An error never rests on a guess, and lower bounds stay below upper ones."""
    from spotifymodel.profiles.faults import locate

    def place(*paths: str) -> Place:
        """Find which document said one of these last."""
        for layer in reversed(layers):
            for path in paths:
                table, _, name = path.partition(".")
                if name in getattr(layer, table):
                    return locate(layer.origin, path)
        return Place()

    faults = []
    for code, unsure in profile.errors_on_guesses():
        fault = f"{code} is an error and rests on {f'{unsure}, which is a guess' if unsure else 'a guess'}; an error never does"
        fix = f"Make {code} a warning" + (f", or set {unsure} to a number that you stand for" if unsure else "")
        faults.append(Trouble(fault, place(f"severities.{code}", f"limits.{unsure}"), fix=fix, kind="guess"))
    for low, high in _ORDERED:
        lower, upper = profile.value(low), profile.value(high)
        if lower is not None and upper is not None and lower > upper:
            fault = f"{low} is {lower} and {high} is {upper}"
            where = place(f"limits.{low}", f"limits.{high}")
            faults.append(Trouble(fault, where, expected=f"{low} to be at most {high}", kind="out-of-range"))
    if faults:
        faults.sort(key=lambda trouble: (trouble.place.file or "", trouble.place.line or 0))
        raise ProfileError("\n".join(map(str, faults)), profile.name, troubles=faults)
