"""All edits that a repair may consist of, and the fewest that make a tiny chart valid: found by trying."""

from __future__ import annotations

from collections.abc import Iterator

import spotifymodel as sm
from spotifymodel.errors import SpotifyModelError
from spotifymodel.model.edits import Edit


def edits_of_a_repair(org: sm.Org) -> Iterator[Edit]:
    """Yield every single edit that a repair may make; additions are left out."""
    people = [p.id for p in org.people]
    squads = [s.id for _, s in org.all_squads()]
    chapters = [c.id for _, c in org.all_chapters()]
    tribes = [t.id for t in org.tribes]
    for p in people:
        for s in squads:
            yield Edit("quit", {"person": p, "squad": s})
            yield Edit("quit", {"person": p, "squad": s, "role": "member"})
            yield Edit("relieve", {"person": p, "role": "product_owner", "of": s})
            yield from (Edit("move", {"person": p, "to": r, "from_squad": s}) for r in squads if r != s)
        for c in chapters:
            yield Edit("join", {"person": p, "squad": f"chapter:{c}"})
            yield Edit("quit", {"person": p, "squad": f"chapter:{c}"})
            yield from (Edit("move", {"person": p, "to": f"chapter:{d}", "from_squad": f"chapter:{c}"}) for d in chapters if d != c)
            yield Edit("relieve", {"person": p, "role": "chapter_lead", "of": c})
        for t in tribes:
            yield Edit("relieve", {"person": p, "role": "tribe_lead", "of": t})
        for role, teams in (("product_owner", squads), ("chapter_lead", chapters), ("tribe_lead", tribes)):
            for where in teams:
                yield Edit("appoint", {"person": p, "role": role, "of": where})
                yield Edit("appoint", {"person": p, "role": role, "of": where, "replace": True})
    for kind, teams in (("squad", squads), ("chapter", chapters)):
        for where in teams:
            yield from (Edit("change", {"kind": kind, "id": where, "fields": {"tribe": t}}) for t in tribes)


def fewest(org: sm.Org, profile: str | None, most: int) -> int | None:
    """Return the least number of edits after which the chart is valid, up to `most`; ``None`` where that is not enough."""
    seen, layer = {org}, [org]
    for n in range(most + 1):
        if any(sm.check(one, profile).ok for one in layer):
            return n
        if n == most:
            break
        after: list[sm.Org] = []
        for one in layer:
            for edit in edits_of_a_repair(one):
                try:
                    new = edit.apply(one)
                except SpotifyModelError:
                    continue
                if new not in seen:
                    seen.add(new)
                    after.append(new)
        layer = after
    return None
