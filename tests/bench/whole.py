"""Whole processes: start-up, a check of 150 people, a million people; and the matrix picture."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from spotifymodel.formats.loading import save
from spotifymodel.testing import company, company_document

from .measure import Row, child_cpu

__all__ = ["million_row", "picture_rows", "process_rows"]

PYTHON = sys.executable


def process_rows() -> Iterator[Row]:
    """Yield import and check against bare Python."""
    with tempfile.TemporaryDirectory() as folder:
        chart = Path(folder, "c.json")
        save(company(150, seed=5), chart)
        spent = child_cpu(
            {
                "bare": [PYTHON, "-c", "pass"],
                "import": [PYTHON, "-c", "import spotifymodel"],
                "check": [PYTHON, "-m", "spotifymodel", "check", str(chart)],
            },
            times=15,
        )
    extra = (spent["import"] - spent["bare"]) * 1000
    yield Row("`import spotifymodel` over bare Python", f"{extra:.0f} ms", "≤ 60 ms", "≤ 30 ms", extra <= 60)
    ratio = spent["check"] / spent["bare"]
    yield Row("`spotifymodel check`, 150 people, CPU over bare Python", f"{ratio:.1f} ×", "≤ 20 ×", "≤ 10 ×", ratio <= 20)


def picture_rows() -> Iterator[Row]:
    """Yield the matrix of 150 people with names, as SVG and PNG."""
    from spotifymodel import plot

    org = company(150, seed=6)
    tribe = org.tribes[0].id
    plot.matrix(org, tribe=tribe).encoded("png")  # fonts and libraries are loaded once
    start = time.process_time()
    figure = plot.matrix(org, tribe=tribe)
    figure.encoded("svg")
    svg = time.process_time() - start
    figure.encoded("png")
    both = time.process_time() - start
    yield Row("matrix of 150 people with names, SVG + PNG", f"{both:.2f} s CPU ({svg * 1000:.0f} ms of it SVG)", "≤ 1.5 s", "", both <= 1.5)


def million_row() -> Iterator[Row]:
    """Yield load and check of a million people, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        chart = Path(folder, "million.json")
        chart.write_text(json.dumps(company_document(1_000_000, seed=7)), encoding="utf-8")
        code = (
            "import time,resource,sys;t=time.perf_counter();import spotifymodel as sm;"
            "r=sm.check(sm.Org.load(sys.argv[1]),select='SQ001,TR001,MB001,PO001,PO002,SQ003,CH001');"
            "print(time.perf_counter()-t,resource.getrusage(resource.RUSAGE_SELF).ru_maxrss/2**20,len(r.findings))"
        )
        done = subprocess.run([PYTHON, "-c", code, str(chart)], capture_output=True, text=True, check=True)
    seconds, gib, _ = map(float, done.stdout.split())
    yield Row(
        "1,000,000 people: load + six rules",
        f"{seconds:.0f} s, {gib:.2f} GiB",
        "≤ 60 s, ≤ 2.5 GiB",
        "≤ 20 s, ≤ 2.0 GiB",
        seconds <= 60 and gib <= 2.5,
    )
