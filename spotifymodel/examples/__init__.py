"""Charts that are shipped: a mortgage tribe, the same with mistakes, and the department it came from. All people are fictional."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import UsageError
from ..model.ids import nearest

if TYPE_CHECKING:
    from ..model.org import Org

__all__ = ["example", "example_file", "example_names"]

_HERE = Path(__file__).parent


def example_names() -> tuple[str, ...]:
    """Return the names that :func:`example` takes.

    Examples
    --------
    >>> "hypotheek" in example_names()
    True
    """
    return tuple(sorted(f.stem for f in _HERE.iterdir() if f.suffix in (".yaml", ".csv")))


def example_file(name: str) -> Path:
    """Return the path of a shipped file, for opening it in an editor.

    Raises
    ------
    UsageError
        Where no example is called so.
    """
    found = [f for f in sorted(_HERE.iterdir()) if f.stem == name and f.suffix in (".yaml", ".csv")]
    if not found:
        near = nearest(name, example_names())
        hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(example_names())}"
        raise UsageError(f"no example {name!r}; {hint}", name, example_names())
    return found[0]


@cache
def example(name: str) -> Org:
    """Return a shipped chart.

    Parameters
    ----------
    name : str
        ``"hypotheek"``: the tribe of the whitepaper's figure, filled with plausible people; no errors.
        ``"hypotheek-broken"``: the same with six mistakes of the kind that people make.
        ``"polderbank"``: the traditional mortgage department of 106 people, read from an HR list.
        ``"polderbank-tribe"``: the tribe that it could become: 104 people in thirteen squads and nine chapters, no errors.

    Raises
    ------
    UsageError
        Where no example is called so.

    Examples
    --------
    >>> example("hypotheek").tribe("hypotheek").label
    'Hypotheek'
    """
    from ..formats.loading import load_bytes

    file = example_file(name)
    return load_bytes(file.read_bytes(), file.name)
