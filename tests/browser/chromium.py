"""Runs Chromium without a window on a page and reads what the page says of itself."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def executable() -> str:
    """Return Chromium's path, or skip the test saying how to get it."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("needs Chromium: apt-get install --no-install-recommends chromium")
    return found


def measured(body: str, script: str, folder: Path) -> Any:
    """Return the JSON value of a script's expression, in a page with this body once its fonts are loaded; a promise is awaited."""
    page = folder / "page.html"
    page.write_text(
        f"<!doctype html><meta charset=utf-8><body style='margin:0'>{body}<pre id=said></pre><script>"
        "document.fonts.ready.then(async () => {"
        f"document.getElementById('said').textContent = JSON.stringify(await {script}) }})</script>",
        encoding="utf-8",
    )
    dumped = subprocess.run(
        [
            executable(), "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            f"--user-data-dir={folder / 'profile'}",
            "--virtual-time-budget=5000", "--dump-dom", page.as_uri(),
        ],
        capture_output=True, text=True, timeout=120, check=True,
    ).stdout  # fmt: skip
    said = re.search(r"<pre id=\"said\">(.*?)</pre>", dumped, re.S)
    assert said, "the page said nothing"
    return json.loads(unescape(said[1]))
