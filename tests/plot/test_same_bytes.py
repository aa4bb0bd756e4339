"""The same chart gives the same bytes in two processes, however Python scatters its sets."""

from __future__ import annotations

import os
import subprocess
import sys

SCRIPT = """
import hashlib
import spotifymodel as sm
from spotifymodel.testing import company_document
from spotifymodel.model.org import Org
document = company_document(190, seed=4)
first, second = (tribe["squads"] for tribe in document["tribes"])
for at in range(12):
    second[at % len(second)]["members"].append(first[at]["members"][-1])
org = Org.from_dict(document)
made = [sm.plot.book(org).encoded("pdf"), *(sm.plot.network(org, detail=level).encoded("svg") for level in ("dots", "counts"))]
print(*(hashlib.sha256(one).hexdigest() for one in made))
"""


def test_a_bound_book_and_the_network_of_a_company_are_the_same_bytes_in_two_processes() -> None:
    said = [
        subprocess.run(
            [sys.executable, "-W", "error", "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    ]
    assert said[0] == said[1]
    assert len(said[0].split()) == 3
