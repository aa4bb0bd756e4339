"""Composes the roles over Haines' life cycle: a bar per role from block to block, 1.0 above 2.0, and how many hold a block."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from spotifymodel.model.citation import Confidence
from spotifymodel.plot.figures.paper import Paper
from spotifymodel.plot.metrics import MIDDLE, text_width
from spotifymodel.plot.parts.pen import BADGE_HEIGHT
from spotifymodel.plot.scene import Dot, Line, Ribbon, Scene, Text
from spotifymodel.plot.shortening import wrapped
from spotifymodel.plot.theme import mixed
from spotifymodel.whitepaper.blocks import blocks
from spotifymodel.whitepaper.coverage import blocks_by_role
from spotifymodel.whitepaper.roles import Role, roles_1, roles_2
from spotifymodel.words.paper_figures import phrase

__all__ = ["WIDTHS", "life_cycle_scene"]

#: The narrowest shows blocks by their numbers only.
WIDTHS: Final = (720.0, 640.0, 560.0, 480.0, 400.0, 320.0, 270.0, 252.0)
_POINT, _ZONE, _ROW, _BAR, _BETWEEN, _LINE = 7.0, 24.0, 27.0, 15.0, 5.0, 9.6
_NARROW, _LEAST_NAMES, _RING = 104.0, 46.0, 5.2
_ORDER: Final = ("strategic", "technical", "marketing", "product_owner")


def life_cycle_scene(paper: Paper, width: float) -> Scene:
    """Return the figure at a width in points; where blocks are too narrow for their names they are told by number."""
    return _Composer(paper, width).scene()


class _Composer:
    """One figure: where its columns stand, and its parts from top to bottom."""

    def __init__(self, paper: Paper, width: float) -> None:
        self.paper, self.width = paper, width
        self.pen = paper.pen()
        margin = paper.theme.margin
        self.left, self.right = margin, width - margin
        longest = max(text_width(word, paper.theme.head, True) for role in (*roles_1, *roles_2) for word in paper.said(role.name).split())
        self.head = max(min(0.19 * (self.right - self.left), 150.0), min(longest + 6, _NARROW), 66.0)
        self.start = self.left + self.head + 8
        self.pitch = (self.right - self.start) / len(blocks)
        self.named = self.pitch - 10 >= _LEAST_NAMES
        self.columns = {block.key: self.start + i * self.pitch for i, block in enumerate(blocks)}
        roles = [f"role:{role.key}-{role.version}" for role in (*roles_1, *roles_2)]
        self.promises = (*roles, *(f"block:{block.key}" for block in blocks))
        self.lit = paper.highlighted(self.promises)

    def scene(self) -> Scene:
        paper, pen, theme = self.paper, self.pen, self.paper.theme
        title, y = paper.headed(pen, self.width, paper.said(blocks_by_role.title), paper.said(blocks.title))
        y = self._zones(y + 8)
        y = self._heads(y + 6)
        for version, roles in (("1.0", roles_1), ("2.0", roles_2)):
            y = self._version(version, tuple(sorted(roles, key=lambda role: _ORDER.index(role.key))), y + 12)
        y = self._key(y + 12)
        height = paper.sourced(pen, self.width, y + 12, "roles10")
        told = [f"{title}."]
        for column, label in zip(blocks_by_role.columns, blocks_by_role.in_language(paper.language).column_labels, strict=True):
            held = [row for row in blocks_by_role.rows if blocks_by_role.cell(row, column)]
            told.append(phrase(paper.language, "alt_role", role=label[:1].upper() + label[1:], blocks=", ".join(held)))
        return Scene(self.width, height, title, " ".join(told), tuple(pen.marks), theme.paper, paper.language, self.promises)

    # -- the life cycle -----------------------------------------------------------------------------------------------------

    def _zones(self, top: float) -> float:
        """Draw the four zones as arrows, each into the next."""
        theme, pen = self.paper.theme, self.pen
        ink = theme.node
        zones = [(zone, list(same)) for zone, same in groupby(blocks, key=lambda block: block.zone)]
        rooms = [len(same) * self.pitch - 2 * _POINT - 8 for _, same in zones]
        names = [wrapped(self.paper.said(zone), room, theme.small, True, 6) for (zone, _), room in zip(zones, rooms, strict=True)]
        # Zones whose longest word does not fit its arrow are told by the blocks alone.
        whole = all(
            max(text_width(word, theme.small, True) for word in self.paper.said(zone).split()) <= room
            for (zone, _), room in zip(zones, rooms, strict=True)
        )
        height = max(_ZONE, max(map(len, names)) * 8.6 + 9) if whole else 13.0
        x, middle = self.start, top + height / 2
        for (_, same), lines in zip(zones, names, strict=True):
            end = x + len(same) * self.pitch - 3
            notch = 0.0 if x == self.start else _POINT
            path = ((x, top), (end - _POINT, top), (end, middle), (end - _POINT, top + height), (x, top + height), (x + notch, middle))
            pen.add(Ribbon(tuple((point,) for point in path), ink))
            for i, line in enumerate(lines if whole else ()):
                baseline = middle + MIDDLE * theme.small + (i - (len(lines) - 1) / 2) * 8.6
                at = (x + notch + end - _POINT) / 2
                pen.marks.append(Text(at, baseline, line, theme.small, True, theme.paper, anchor="middle", backdrop=ink, on_shapes=True))
            x = end + 3
        return top + height

    def _heads(self, top: float) -> float:
        """Draw every block's number, and its name where there is room."""
        theme, pen = self.paper.theme, self.pen
        names = {block.key: wrapped(self.paper.said(block.name), self.pitch - 8, theme.name, lines=4) for block in blocks}
        height = 13.0 + (max(map(len, names.values())) * _LINE if self.named else 0)
        for block in blocks:
            x, of = self.columns[block.key], f"block:{block.key}"
            quiet = bool(self.lit) and not self._lit(of)
            pen.badge(x + 2, top + BADGE_HEIGHT / 2, block.key, theme.outline if quiet else theme.ink, of=of)
            for i, line in enumerate(names[block.key] if self.named else ()):
                pen.text(x + 2, top + 20 + i * _LINE, line, theme.name, fill=theme.muted if quiet else theme.ink, of=of)
        return top + height

    # -- the roles ----------------------------------------------------------------------------------------------------------

    def _version(self, version: str, roles: tuple[Role, ...], top: float) -> float:
        theme, pen = self.paper.theme, self.pen
        words = phrase(self.paper.language, "version", version=version)
        pen.add(Line(((self.left, top), (self.right, top)), theme.outline, 0.8))
        for i, line in enumerate(wrapped(words, self.right - self.left, theme.head, True)):
            pen.text(self.left, top + 13 + i * _LINE, line, theme.head, bold=True, fill=theme.muted)
        y = top + 20
        first = y
        for role in roles:
            y += self._role(role, y)
        for block in blocks[1:]:
            x = self.columns[block.key]
            pen.marks.insert(0, Line(((x - 1.5, first), (x - 1.5, y)), theme.grid, 0.6))
        return self._counts(version, y + 2)

    def _role(self, role: Role, top: float) -> float:
        """Draw a role's name and its bars; return the height."""
        theme, pen, of = self.paper.theme, self.pen, f"role:{role.key}-{role.version}"
        name = self.paper.said(role.name).removesuffix(" 2.0")
        lines = wrapped(name, self.head, theme.name, True, 4)
        if role.kind:
            lines.append(phrase(self.paper.language, role.kind))
        height = max(_ROW, len(lines) * 9.0 + 8)
        middle = top + height / 2
        lit = not self.lit or self._lit(of)
        for i, line in enumerate(lines):
            tag = bool(role.kind) and i == len(lines) - 1
            baseline = middle + MIDDLE * theme.name + (i - (len(lines) - 1) / 2) * 9.0
            pen.text(self.left, baseline, line, theme.name, bold=not tag, fill=theme.ink if lit and not tag else theme.muted, of=of)
        hue = theme.hue(_ORDER.index(role.key)).ink if lit else theme.outline
        for start, end, known in self._runs(f"{role.key} {role.version}"):
            x, w = self.columns[start] + 1, self.columns[end] - self.columns[start] + self.pitch - 5
            alone = self.lit and not lit and any(self._lit(f"block:{key}") for key in self._between(start, end))
            ink = theme.hue(_ORDER.index(role.key)).ink if alone else hue
            if known == "stated":
                pen.box(x, middle - _BAR / 2, w, _BAR, ink, radius=4, of=of)
            else:
                pen.box(x, middle - _BAR / 2, w, _BAR, mixed(ink, theme.paper, 0.1), ink, width=1.1, radius=4, dash=(3.2, 2.0), of=of)
        return height

    def _runs(self, column: str) -> Iterator[tuple[str, str, Confidence]]:
        """Yield blocks that follow each other and are known in the same way, as one bar: first, last, how."""
        cells = [(row, blocks_by_role.cell(row, column)) for row in blocks_by_role.rows]
        for known, same in groupby(cells, key=lambda cell: cell[1]):
            held = [row for row, _ in same]
            if known:
                yield held[0], held[-1], known

    def _counts(self, version: str, top: float) -> float:
        """Write how many roles hold each block; a block of one role alone stands out."""
        theme, pen = self.paper.theme, self.pen
        baseline = top + 9
        words = phrase(self.paper.language, "roles")
        lines = wrapped(words, self.head, theme.small, lines=3)
        for i, line in enumerate(lines):
            pen.text(self.left, baseline + i * 8.4, line, theme.small, fill=theme.muted)
        for block in blocks:
            count = len(blocks_by_role.holders(block.key, version=version))
            x = self.columns[block.key] + (self.pitch - 3) / 2
            self._count(x, baseline - MIDDLE * theme.name, count)
        return baseline + (len(lines) - 1) * 8.4 + 5

    def _count(self, x: float, middle: float, count: int) -> None:
        theme, pen = self.paper.theme, self.pen
        if count == 1:
            pen.add(Dot(x, middle, _RING, theme.paper, theme.ink, 0.9))
        pen.centred(x, middle, str(count), theme.name, bold=count == 1, fill=theme.ink if count == 1 else theme.muted)

    # -- the key ------------------------------------------------------------------------------------------------------------

    def _key(self, top: float) -> float:
        """Explain the two kinds of bars, and the number in a ring."""
        theme, pen, x, middle = self.paper.theme, self.pen, self.left, top + 5
        for known in ("stated", "inferred", "alone", "kinds"):
            words = phrase(self.paper.language, known)
            sign = {"stated": 23.0, "inferred": 23.0, "alone": 15.0}.get(known, 0.0)
            if x > self.left and x + sign + text_width(words, theme.legend) > self.right:
                x, middle = self.left, middle + 13
            if known == "stated":
                pen.box(x, middle - 4, 18, 8, theme.muted, radius=2.5)
            elif known == "inferred":
                pen.box(x, middle - 4, 18, 8, theme.paper, theme.muted, width=1.1, radius=2.5, dash=(3.2, 2.0))
            elif known == "alone":
                self._count(x + _RING, middle, 1)
            lines = wrapped(words, self.right - self.left - sign, theme.legend, lines=3)
            for i, line in enumerate(lines):
                pen.text(x + sign, middle + MIDDLE * theme.legend + i * 9.6, line, theme.legend, fill=theme.muted)
            middle += (len(lines) - 1) * 9.6
            x += sign + text_width(words, theme.legend) + 16
        return middle + 5

    def _lit(self, of: str) -> bool:
        return of in self.lit

    def _between(self, start: str, end: str) -> list[str]:
        keys = [block.key for block in blocks]
        return keys[keys.index(start) : keys.index(end) + 1]
