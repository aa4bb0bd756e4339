"""Accepting a finding for a while."""

from __future__ import annotations

import datetime as dt
from typing import Self

from ..chart import Chart
from ..ids import id_key
from ..line import Waiver
from .dates import day
from .resolving import known
from .validating import built
from .vetting import vet

__all__ = ["Waiving"]


class Waiving(Chart):
    """The edit ``waive``."""

    def waive(self, code: str, subject: str, reason: str, owner: str, expires: dt.date | str) -> Self:
        """Return a chart in which a finding is accepted until a day.

        Parameters
        ----------
        code : str
            Code of the rule, such as ``SQ001``.
        subject : str
            Id of what the finding is about; ``kind:id`` where that is unclear, ``organisation`` for the whole chart.
        reason : str
            Why, for whoever reads the chart next year.
        owner : str
            Id of the person who answers for it.
        expires : datetime.date or str
            First day on which the finding counts again.

        Returns
        -------
        Org
            An earlier waiver of this code for this subject is replaced, in its place.

        Raises
        ------
        NotFoundError
            When the subject or the owner does not exist.
        EditError
            When a text is empty of meaning or the day is none.

        Examples
        --------
        >>> from spotifymodel.model import Org
        >>> org = Org(people=[{"id": "tom"}], squads=[{"id": "app"}])
        >>> [w.expires.year for w in org.waive("SQ001", "app", "until the split in spring", "tom", "2027-07-01").waivers]
        [2027]
        """
        given = {"code": code, "subject": subject, "reason": reason, "expires": day("waive", expires, "expires")}
        new = built("waive", Waiver, "waiver", given | {"owner": known(self, "person", owner)})
        vet(self, "waive", "waiver", new)
        same = [w.code == code and id_key(w.subject) == id_key(subject) for w in self.waivers]
        waivers = tuple(new if alike else old for old, alike in zip(self.waivers, same, strict=True))
        return self._with(keep=("positions", "_seats_squad", "_seats_chapter"), waivers=waivers if any(same) else (*waivers, new))
