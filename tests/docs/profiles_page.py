"""The reference of the profiles: every limit, reading and severity with its source."""

from __future__ import annotations

from collections.abc import Iterator

from spotifymodel.profiles import Profile, load_profile, profile_names
from tests.docs.rule_pages import built_in
from tests.docs.tables import spoken, table

__all__ = ["profiles_page"]

FOUNDATION = "brunel-2017"
OPENING = """# The profiles

A profile is a named set of limits, readings and severities, each with its source. `--profile NAME` chooses one;
`--profile brunel-2017,ing-2015` judges by both, shows where they disagree, and lets the first decide the exit code.
[A profile of your own](../how-to/own-profile.md) says only what it changes. What the sources are worth is
[a page of its own](../explanation/sources.md).

*stated*: the source says it. *inferred*: it follows from what the source says. *guess*: nobody published it; an error never
rests on one.
"""


def profiles_page() -> str:
    """Return all built-in profiles: the foundation in full, the others by what they change."""
    return "\n".join([OPENING, *(part for name in profile_names() for part in _profile(name))])


def _profile(name: str) -> Iterator[str]:
    profile = load_profile(name)
    base = load_profile(FOUNDATION) if name != FOUNDATION else None
    yield f"## {name}\n"
    if name == "strict":
        yield _strict()
        return
    yield f"{profile.title}. {' '.join(profile.summary.split())}\n"
    if base is not None:
        yield f"Everything that is not listed here is as in [{FOUNDATION}](#{FOUNDATION}).\n"
    for heading, made in (
        ("Limits", _limits(profile, base)),
        ("Readings", _readings(profile, base)),
        ("Severities", _grades(profile, base)),
    ):
        if made:
            yield f"### {heading} of {name}\n\n{made}"


def _strict() -> str:
    rows = []
    for base in profile_names()[:-1]:
        before, after = load_profile(base), load_profile(f"{base}+strict")
        raised = [r.code for r in built_in() if before.severity(r.code) != after.severity(r.code)]
        spared = [r.code for r in built_in() if before.severity(r.code, r.severity) == "warning" == after.severity(r.code, r.severity)]
        rows.append((f"`{base}+strict`", str(len(raised)), ", ".join(spared) or "–"))
    return (
        "An overlay: it is laid over any profile, as in `--profile ing-2015+strict`; alone it stands over `brunel-2017`. Warnings become "
        "errors, except those of rules that compare with a guess, and WV001, which no source grades.\n\n"
        + table(("profile", "warnings that become errors", "warnings that stay"), rows)
    )


def _limits(profile: Profile, base: Profile | None) -> str:
    rows = []
    for name, limit in profile.limits.items():
        if base is not None and base.limits.get(name) == limit:
            continue
        rows.append((f"`{name}`", spoken(limit.value), limit.unit, limit.confidence, str(limit.source), limit.note or "–"))
    return table(("limit", "value", "unit", "how sure", "source", "note"), rows) if rows else ""


def _readings(profile: Profile, base: Profile | None) -> str:
    rows = []
    for name, reading in profile.readings.items():
        if base is not None and base.readings.get(name) == reading:
            continue
        choices = ", ".join(f"`{c}`" for c in reading.choices) if len(reading.choices) > 1 else "fixed"
        rows.append((f"`{name}`", reading.question, f"`{spoken(reading.value)}`", choices, reading.confidence, reading.note or "–"))
    return table(("reading", "question", "answer", "choices", "how sure", "note"), rows) if rows else ""


def _grades(profile: Profile, base: Profile | None) -> str:
    rows = []
    for rule in built_in():
        grade = profile.severity(rule.code, rule.severity)
        if base is not None and base.severity(rule.code, rule.severity) == grade:
            continue
        choice = profile.severities.get(rule.code)
        sure = choice.confidence if choice is not None else rule.confidence
        source = choice.source if choice is not None and choice.source is not None else None
        rows.append((f"[{rule.code}](rules/{rule.code}.md)", rule.name, grade, sure, "–" if source is None else str(source)))
    return table(("rule", "name", "severity", "how sure", "source"), rows) if rows else ""
