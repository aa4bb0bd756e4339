"""What the columns of the tables are called."""

from __future__ import annotations

from typing import Final

from spotifymodel.whitepaper.phrase import Phrase

__all__ = ["heading"]

_HEADINGS: Final = {
    name: Phrase(nl, en)
    for name, nl, en in (
        ("abbreviation", "afkorting", "abbreviation"),
        ("about", "gaat over", "about"),
        ("activities", "kant", "side"),
        ("after", "2.0", "2.0"),
        ("alignment", "afstemming", "alignment"),
        ("aspect", "aspect", "aspect"),
        ("becomes", "wordt", "becomes"),
        ("before", "1.0", "1.0"),
        ("blocks", "blokken", "blocks"),
        ("condition", "voorwaarde", "condition"),
        ("confidence", "zekerheid", "confidence"),
        ("development", "ontwikkeling", "development"),
        ("duties", "taken", "duties"),
        ("family", "familie", "family"),
        ("guess", "geraden", "guess"),
        ("inferred", "afgeleid", "inferred"),
        ("key", "sleutel", "key"),
        ("kind", "soort", "kind"),
        ("line_managers", "lijn", "line"),
        ("mandate", "mandaat", "mandate"),
        ("name", "naam", "name"),
        ("product_management", "productmanagement", "product management"),
        ("roles", "rollen", "roles"),
        ("rules", "regels", "rules"),
        ("shows_in", "te zien in", "shows in"),
        ("source", "bron", "source"),
        ("sources", "bronnen", "sources"),
        ("stated", "gezegd", "stated"),
        ("statements", "uitspraken", "statements"),
        ("strains", "wringt", "strains"),
        ("structure", "opbouw", "structure"),
        ("tasks", "taken", "tasks"),
        ("text", "tekst", "text"),
        ("theme", "thema", "theme"),
        ("to", "aan", "to"),
        ("usual_mandate", "gebruikelijk mandaat", "usual mandate"),
        ("version", "versie", "version"),
        ("weighs", "weegt", "weighs"),
        ("where", "waar", "where"),
        ("zone", "zone", "zone"),
    )
}


def heading(name: str) -> Phrase:
    """Return what a field is called above a column.

    Raises
    ------
    KeyError
        When a record has a field without a heading (a mistake in our own data).

    Examples
    --------
    >>> heading("before").en
    '1.0'
    """
    return _HEADINGS[name]
