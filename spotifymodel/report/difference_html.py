"""A difference as it shows itself in a notebook. Everything from a chart is escaped."""

from __future__ import annotations

from ..transition.differing.difference import Difference
from ..transition.differing.table import rows_of
from ..transition.differing.telling import FIELD_WORDS, STATUS_WORDS, WORDS, summary
from .escaping import escaped
from .style import STYLE

__all__ = ["difference_html"]

#: A notebook should not drown; the rest is one line, and `changes` has them all.
MOST_ROWS = 200


def difference_html(difference: Difference) -> str:
    """Return a table of people, then the edits."""
    language = difference.language if difference.language in WORDS else "en"
    if not difference:
        return f"{STYLE}<div class='spotifymodel' lang='{language}'><p>{WORDS[language]['none']}</p></div>"
    rows = rows_of(difference.people)
    cells = "".join(
        f"<tr><td>{escaped(person)}</td><td class='quiet'>{STATUS_WORDS[language][status]}</td>"
        f"<td>{FIELD_WORDS[language].get(field, '')}</td><td>{escaped(was) or '–'}</td><td>→</td><td>{escaped(now) or '–'}</td></tr>"
        for person, status, field, was, now in rows[:MOST_ROWS]
    )
    table = f"<p><b>{summary(difference, language)}</b></p><table><tbody>{cells}</tbody></table>" if rows else ""
    edits = "".join(f"<li>{escaped(edit.text(language))}</li>" for edit in difference.changes[:MOST_ROWS])
    more = max(len(rows) - MOST_ROWS, 0) + max(len(difference.changes) - MOST_ROWS, 0)
    tail = f"<p class='quiet'>+ {more}</p>" if more else ""
    return f"{STYLE}<div class='spotifymodel' lang='{language}'>{table}<ol>{edits}</ol>{tail}</div>"
