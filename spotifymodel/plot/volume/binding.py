"""Binds the pages of a PDF: bookmarks, links between pages, title and language.

matplotlib writes pages, but no outline. What is missing is appended as an *incremental update*, which PDF offers for just
this: the file stays as it was, and a new catalogue behind it takes the place of the old one.

References
----------
ISO 32000-1:2008, 7.5.6 (incremental updates), 12.3.3 (document outline), 12.5.6.5 (link annotations).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from spotifymodel.plot.scene import Region

__all__ = ["Bookmark", "Link", "bound"]

_START: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_REFERENCE: Final = rb"%s (\d+) 0 R"
_KIDS: Final = re.compile(rb"/Kids \[([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline.

    Parameters
    ----------
    title : str
    page : int
        Where it leads, from 0.
    """

    title: str
    page: int


@dataclass(frozen=True, slots=True)
class Link:
    """An area of a page that leads to another page; pages count from 0, the region is in points with y pointing down."""

    page: int
    region: Region
    target: int


def bound(pdf: bytes, bookmarks: Sequence[Bookmark], links: Sequence[Link] = (), language: str = "en") -> bytes:
    """Return a PDF of matplotlib with an outline and links.

    Parameters
    ----------
    pdf : bytes
    bookmarks : sequence of Bookmark
        In the order of the outline, which is flat; may be empty.
    links : sequence of Link
    language : str
        Language of the texts, for a reader that speaks them.
    """
    file = _File(pdf)
    pages = file.pages()
    heights = [file.height(page) for page in pages]
    outline = file.size
    entries = range(outline + 1, outline + 1 + len(bookmarks))
    objects: dict[int, bytes] = {}
    for at, (entry, number) in enumerate(zip(bookmarks, entries, strict=True)):
        around = b" /Prev %d 0 R" % entries[at - 1] if at else b""
        around += b" /Next %d 0 R" % entries[at + 1] if at + 1 < len(entries) else b""
        place = b"[ %d 0 R /Fit ]" % pages[entry.page]
        objects[number] = b"<< /Title %s /Parent %d 0 R%s /Dest %s >>" % (_text(entry.title), outline, around, place)
    catalogue = b"<< /Type /Catalog /Pages %d 0 R /Lang %s" % (file.root_pages, _text(language))
    catalogue += b" /ViewerPreferences << /DisplayDocTitle true >>"
    if bookmarks:
        objects[outline] = b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>" % (entries[0], entries[-1], len(entries))
        catalogue += b" /Outlines %d 0 R /PageMode /UseOutlines" % outline
    objects[file.root] = catalogue + b" >>"
    for page in sorted({link.page for link in links}):
        areas = [_link(link, heights[page], pages[link.target]) for link in links if link.page == page]
        objects[file.annotations(pages[page])] = b"[ " + b"\n".join(areas) + b" ]"
    return file.with_(objects)


def _link(link: Link, height: float, target: int) -> bytes:
    left, top, right, bottom = link.region
    rect = b"[ %.2f %.2f %.2f %.2f ]" % (left, height - bottom, right, height - top)
    return b"<< /Type /Annot /Subtype /Link /Rect %s /Border [ 0 0 0 ] /Dest [ %d 0 R /Fit ] >>" % (rect, target)


def _text(words: str) -> bytes:
    """Write a text of any alphabet as a string of PDF."""
    return b"<FEFF" + words.encode("utf-16-be").hex().upper().encode() + b">"


class _File:
    """What must be known of a PDF to add to it: where its objects begin, and which are the pages."""

    def __init__(self, data: bytes) -> None:
        found = _START.search(data)
        assert found, "this PDF has no end matter"
        self.data, self.table = data, int(found[1])
        head, _, trailer = data[self.table :].partition(b"trailer")
        lines = head.split(b"\n")
        self.size = int(lines[1].split()[1])
        self.offsets = [int(line[:10]) for line in lines[2 : 2 + self.size]]
        self.root = self._reference(trailer, b"/Root")
        info = re.search(_REFERENCE % b"/Info", trailer)
        self.info = int(info[1]) if info else None
        self.root_pages = self._reference(self._object(self.root), b"/Pages")

    def _object(self, number: int) -> bytes:
        start = self.offsets[number]
        return self.data[start : self.data.index(b"endobj", start)]

    @staticmethod
    def _reference(text: bytes, key: bytes) -> int:
        found = re.search(_REFERENCE % key, text)
        assert found, f"this PDF has no {key.decode()}"
        return int(found[1])

    def pages(self) -> list[int]:
        """Return the numbers of the objects of the pages."""
        kids = _KIDS.search(self._object(self.root_pages))
        assert kids, "this PDF has no pages"
        return [int(number) for number in kids[1].split()[::3]]

    def height(self, page: int) -> float:
        """Return the height of a page in points."""
        box = re.search(rb"/MediaBox \[ ([^\]]*) \]", self._object(page))
        assert box, "this page has no size"
        return float(box[1].split()[3])

    def annotations(self, page: int) -> int:
        """Return the number of the object that lists what can be clicked on a page."""
        return self._reference(self._object(page), b"/Annots")

    def with_(self, objects: dict[int, bytes]) -> bytes:
        """Append objects, new ones and ones that take the place of others, with the table that finds them."""
        parts, at, places = [self.data], len(self.data), {}
        for number, body in sorted(objects.items()):
            written = b"%d 0 obj\n%s\nendobj\n" % (number, body)
            places[number] = at
            parts.append(written)
            at += len(written)
        parts.append(b"xref\n0 1\n0000000000 65535 f \n")
        parts += [b"%d 1\n%010d 00000 n \n" % (number, place) for number, place in sorted(places.items())]
        size = max(self.size, *(number + 1 for number in objects))
        info = b" /Info %d 0 R" % self.info if self.info is not None else b""
        parts.append(b"trailer\n<< /Size %d /Root %d 0 R%s /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (size, self.root, info, self.table, at))
        return b"".join(parts)
