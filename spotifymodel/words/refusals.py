"""What is said where something is refused: the frame in the language that was asked for, around facts in the words of the input."""

from __future__ import annotations

from typing import Final

from ..errors import (
    EditError,
    InputRefusedError,
    LimitReachedError,
    MissingDependencyError,
    NotFoundError,
    OutputRefusedError,
    SpotifyModelError,
    Trouble,
)

__all__ = ["fault_of", "said_of"]

_KINDS: Final = {
    "agile_coach": "agile coach",
    "dependency": "afhankelijkheid",
    "gate": "poort",
    "guild": "gilde",
    "person": "persoon",
    "skill": "vaardigheid",
    "unit": "afdeling",
    "waiver": "ontheffing",
}
_WHERE: Final = {"this chart": "deze chart"}
_LIMITS: Final = {
    "interrupt": "onderbroken voordat er een antwoord was",
    "steps": "in zoveel stappen als een zoektocht mag kosten is geen antwoord gevonden. Met --time-limit gaat hij zo lang door",
    "time": "de tijd was om voordat er een antwoord was. Geef meer met --time-limit, of laat hem weg",
}


def said_of(error: SpotifyModelError, language: str | None) -> str:
    """Return what to say of something that was refused.

    Parameters
    ----------
    error : SpotifyModelError
    language : {"en", "nl"} or None
        Nothing is English. In Dutch the frame is Dutch: where it stands, what was expected, what to do; what is wrong with an input
        stays in the words of the format, as its keys do.

    Examples
    --------
    >>> print(said_of(NotFoundError("squad", "ap", ["app"]), "nl"))
    geen squad 'ap' in deze chart; bedoelde je 'app'?
    """
    if language != "nl":
        return str(error)
    if isinstance(error, InputRefusedError):
        return "\n".join(fault_of(one, language) for one in error.troubles) or str(error)
    if isinstance(error, NotFoundError):
        near = f"; bedoelde je {' of '.join(repr(one) for one in error.near)}?" if error.near else ""
        return f"geen {_KINDS.get(error.kind, error.kind)} {error.wanted!r} in {_WHERE.get(error.within, error.within)}{near}"
    if isinstance(error, OutputRefusedError):
        return f"{error.path}: kan niet worden geschreven: {error.reason}{_fix(error.fix)}"
    if isinstance(error, EditError):
        return f"{error.op} kan niet: {error.reason}{_fix(error.fix)}"
    if isinstance(error, MissingDependencyError):
        return f"hiervoor is {error.package} nodig: pip install 'spotifymodel[{error.extra}]'"
    if isinstance(error, LimitReachedError):
        return _LIMITS.get(error.limit, str(error))
    return str(error)


def fault_of(trouble: Trouble, language: str | None) -> str:
    """Return what to say of one fault of an input."""
    if language != "nl":
        return str(trouble)
    where = str(trouble.place).replace("line ", "regel ", 1) if trouble.place.file is None else str(trouble.place)
    text = f"{where}: {trouble.message}" if where else trouble.message
    if trouble.expected:
        text += f"; verwacht: {trouble.expected}"
    return text + _fix(trouble.fix)


def _fix(fix: str) -> str:
    return f". Oplossing: {fix[0].lower()}{fix[1:]}" if fix else ""
