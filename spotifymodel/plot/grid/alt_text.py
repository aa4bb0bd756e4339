"""Says in words what a matrix shows, for people who do not see it and for search."""

from __future__ import annotations

from spotifymodel.plot.grid.view import MatrixView
from spotifymodel.plot.names import Labels
from spotifymodel.plot.parts.findings_footer import sentence
from spotifymodel.words.pictures import digits, phrase

__all__ = ["described"]

_MOST = 40


def described(view: MatrixView, labels: Labels, language: str, *, named: bool) -> str:
    """Return the alternative text: size, lead, every squad with its count and owner, findings.

    Parameters
    ----------
    view : MatrixView
    labels : Labels
    language : str
    named : bool
        Whether owners are named; a picture without names must not carry them in its description.
    """
    squads, chapters = view.counts
    counts = [phrase(language, "squads", n=squads)]
    if chapters:
        counts.append(phrase(language, "chapters", n=chapters))
    people = phrase(language, "people", n=view.count)
    limit = f" {phrase(language, 'count_over', n=digits(view.limit, language))}" if view.limit else ""
    title = phrase(language, "tribe", name=view.name) if view.tribe else phrase(language, "outside")
    said = [f"{title}: {', '.join(counts)}, {people}{limit}."]
    if view.leads and named:
        said.append(phrase(language, "alt_lead", who=", ".join(labels.name(p) for p in view.leads)))
    for row in view.squads[:_MOST]:
        owners = [labels.name(seat.person) for cell in row.cells for seat in cell if "PO" in seat.roles]
        words = phrase(
            language,
            "alt_squad",
            name=row.name,
            people=phrase(language, "people", n=row.count) if row.count else phrase(language, "alt_empty"),
        )
        if row.ownerless:
            words += f", {phrase(language, 'alt_no_owner')}"
        elif owners and named:
            words += f", {phrase(language, 'alt_owner', who=', '.join(owners))}"
        said.append(f"{words}.")
    if len(view.squads) > _MOST:
        said.append(f"{phrase(language, 'and_more', n=len(view.squads) - _MOST)}.")
    told = [note for note in view.notes if note.severity == "error"]
    if told:
        said.append(phrase(language, "alt_findings", n=len(told)))
        said.extend(f"{note.code} {sentence(note, language)}." for note in told[:_MOST])
    else:
        said.append(phrase(language, "alt_sound"))
    return " ".join(said)
