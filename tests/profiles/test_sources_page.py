"""The page on sources says what the profiles say.

Its lists and tables stand between ``<!-- name -->`` and ``<!-- end -->``. When a profile changes, run this file as a program to
write them anew: ``python -m tests.profiles.test_sources_page``.
"""

import re
from pathlib import Path

import pytest

from spotifymodel.profiles import load_profile
from spotifymodel.profiles.literature import literature

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "sources.md"
COMPARED = ("brunel-2017", "spotify-2012", "ing-2015", "team-topologies-2019")


def spoken(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def guesses() -> str:
    limits = load_profile("brunel-2017").limits.values()
    return "\n".join(f"* `{limit.name}` = {limit.value} {limit.unit}" for limit in limits if limit.confidence == "guess")


def limits() -> str:
    profiles = [load_profile(name) for name in COMPARED]
    names = dict.fromkeys(name for profile in profiles for name in profile.limits)
    rows = []
    for name in names:
        cells = []
        for profile in profiles:
            limit = profile.limits.get(name)
            cells.append(f"{spoken(limit.value)} {limit.confidence[0]}" if limit else "–")
        unit = next(profile.limits[name].unit for profile in profiles if name in profile.limits)
        rows.append((f"`{name}`", unit, *cells))
    return table(("limit", "unit", *COMPARED), rows)


def readings() -> str:
    rows = []
    for reading in load_profile("brunel-2017").readings.values():
        choices = "fixed" if len(reading.choices) == 1 else "open to change"
        rows.append((f"`{reading.name}`", reading.question, spoken(reading.value), reading.confidence, choices, reading.note))
    return table(("reading", "question", "answer", "how sure", "", "why"), rows)


def works() -> str:
    rows = []
    for work in literature().values():
        title = f"[{work.title}]({work.address})" if work.address else work.title
        year = str(work.year) if work.year else ""
        rows.append((title, work.authors, year, "read" if work.seen == "seen" else "memory", work.note))
    return table(("work", "authors", "year", "", "what it says that matters here"), rows)


PARTS = {"guesses": guesses, "limits": limits, "readings": readings, "works": works}


def between(name: str) -> re.Pattern[str]:
    return re.compile(rf"(<!-- {name} -->\n)(.*?)(<!-- end -->)", re.DOTALL)


@pytest.mark.parametrize("name", PARTS)
def test_the_page_shows_what_the_profiles_say(name: str) -> None:
    found = between(name).search(PAGE.read_text(encoding="utf-8"))
    assert found, f"the page has no part called {name}"
    assert found[2].strip() == PARTS[name](), "run: python -m tests.profiles.test_sources_page"


def test_the_average_tribe_at_ing_is_above_the_bound() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert f"350 × 9 ÷ 13 = **{round(350 * 9 / 13)} people per tribe**" in text
    assert load_profile("ing-2015").value("tribe.max") < 350 * 9 / 13


def test_the_profile_on_the_page_loads(tmp_path: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert example
    (tmp_path / "ours.toml").write_text(example[1], encoding="utf-8")
    limit = load_profile(tmp_path / "ours.toml").limits["tribe.max"]
    assert (limit.value, limit.source.document) == (180, "Our handbook")


def write() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for name, part in PARTS.items():
        before, after = text.split(f"<!-- {name} -->\n", 1)
        text = f"{before}<!-- {name} -->\n{part()}\n<!-- end -->{after.split('<!-- end -->', 1)[1]}"
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
