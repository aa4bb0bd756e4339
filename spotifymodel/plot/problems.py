"""What can be wrong with a picture, and how each fault is mended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from spotifymodel.plot.scene import Region

__all__ = ["CHECKS", "MENDING", "Check", "Problem"]

Check = Literal[
    "overlap", "edge", "covered", "outside", "small", "contrast", "backdrop", "faint", "alike", "ambiguous", "missing", "repeated", "empty",
    "leak", "length", "unspoken", "letters", "foreign",
]  # fmt: skip

#: What each check finds.
CHECKS: Final[dict[Check, str]] = {
    "overlap": "two texts lie on each other",
    "edge": "a text lies partly across the edge of a filled shape",
    "covered": "a shape is painted over a text",
    "outside": "something sticks out of the sheet",
    "small": "a text is smaller than 6 pt",
    "contrast": "a text has less than 4.5:1 contrast with its backdrop",
    "backdrop": "a text declares another backdrop than the one it lies on",
    "faint": "a dot has less than 3:1 contrast with the sheet",
    "ambiguous": "two people carry the same label",
    "missing": "somebody or something that the picture promises is not in it",
    "repeated": "somebody is named twice in one place",
    "empty": "a text has no visible character",
    "leak": "a stream is not as wide as what flows in it, or a place lets out another mass than it takes in",
    "length": "a bar is not as long as its number says",
    "alike": "two colours by which things are told apart look the same to somebody",
    "unspoken": "the picture has no title, or nothing in words for who does not see it",
    "letters": "a text is not a text in the SVG",
    "foreign": "the SVG refers to something outside itself, or cannot be read",
}
#: What to do about what a check finds.
MENDING: Final[dict[Check, str]] = {
    "overlap": "give the picture a larger size, or a lower level of detail",
    "edge": "give the picture a larger size, or a lower level of detail",
    "covered": "paint the text after the shape, or move it",
    "outside": "widen the sheet to the marks, or shorten the text",
    "small": "use a lower level of detail instead of smaller letters; no size of the theme may be under 6",
    "contrast": "choose a darker ink or a lighter ground in the theme",
    "backdrop": "declare the colour that really lies behind the text",
    "faint": "choose a darker colour for the dot, or give it a frame",
    "alike": "choose hues in the theme's palette that also differ in lightness",
    "ambiguous": "write more of both names, or number them",
    "missing": "draw it, or leave it out of what the picture promises",
    "repeated": "draw everybody once in each place",
    "empty": "leave the text out, or write what it should say",
    "leak": "draw every stream by one scale, and every place as high as its streams",
    "length": "draw all bars of one scale with the same points per unit",
    "unspoken": "give the scene a title, and a description that says more than it",
    "letters": "write the text as one element, in a font that the file carries",
    "foreign": "keep everything in the file: no address, no outside font, no style sheet",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong with a picture.

    Parameters
    ----------
    check : str
        Which check found it; a key of :data:`CHECKS`.
    message : str
        What is wrong, with the texts concerned.
    subjects : tuple of str
        Whom or what the marks stand for, where they say so.
    region : tuple of float, optional
        Where, in points.
    measured : float, optional
        By how much: overlap in points, share inside, contrast, size.

    Examples
    --------
    >>> print(Problem("small", "'Anna' is 5.5 pt", region=(10, 20, 30, 26), measured=5.5))
    small: 'Anna' is 5.5 pt, at 10, 20 pt. Use a lower level of detail instead of smaller letters; no size of the theme may be under 6
    """

    check: Check
    message: str
    subjects: tuple[str, ...] = ()
    region: Region | None = None
    measured: float | None = None

    @property
    def remedy(self) -> str:
        """How to mend it."""
        return MENDING[self.check]

    def __str__(self) -> str:
        where = "" if self.region is None else f", at {self.region[0]:.0f}, {self.region[1]:.0f} pt"
        return f"{self.check}: {self.message}{where}. {self.remedy[0].upper()}{self.remedy[1:]}"
