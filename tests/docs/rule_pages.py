"""The reference of the rules: a table of all of them, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import spotifymodel as sm
from spotifymodel.model.org import Org
from spotifymodel.profiles import Profile, load_profile, profile_names
from spotifymodel.report.rule_page import rule_markdown
from spotifymodel.rules.catalogue import all_rules
from spotifymodel.rules.examples import chart_of, charts_of
from spotifymodel.rules.rule import Rule
from tests.docs.tables import spoken, table

__all__ = ["PROFILES", "built_in", "own_page", "rules_page"]

PROFILES = tuple(load_profile(name) for name in profile_names() if name != "strict")
DAYS = {"WV001": "2099-12-31"}  # every waiver of an example has expired; any other rule is shown with its waivers in force
FAMILIES = {
    "SQ": "Squads",
    "PO": "Product owners",
    "MB": "Membership",
    "CH": "Chapters",
    "CL": "Chapter leads",
    "TR": "Tribes",
    "TL": "Tribe leads",
    "AC": "Agile coaches",
    "SK": "Skills",
    "DP": "Dependencies and domains",
    "RG": "Regulation",
    "HY": "The half-way state",
    "TX": "Transitions: charts in sequence",
    "WV": "Waivers",
}


def built_in() -> list[Rule]:
    """Return the rules of this package, by family in the order above, then by code."""
    families = list(FAMILIES)
    ours = [rule for rule in all_rules().values() if rule.judge.__module__.startswith("spotifymodel.")]
    return sorted(ours, key=lambda rule: (families.index(rule.family), rule.code))


def rules_page() -> str:
    """Return the tables of all rules with their severity under every profile."""
    strict = load_profile("brunel-2017+strict")
    parts = [
        "# The rules\n",
        "What a rule finds, why that matters, its definition, its source and what a finding says stand on the rule's own page; "
        "`spotifymodel explain SQ001` prints it. How heavily a rule is taken is for [the profile](profiles.md) to say; `off` means that "
        "it does not run. `spotifymodel rules --profile ing-2015` lists what is in force.\n",
        "Codes and names are never reused. Rules of your own come [from a package of your own](../how-to/own-rule.md).\n",
    ]
    for family, rules in groupby(built_in(), key=lambda rule: rule.family):
        rows = []
        for rule in rules:
            grades = [profile.severity(rule.code, rule.severity) for profile in (*PROFILES, strict)]
            rows.append((f"[{rule.code}](rules/{rule.code}.md)", rule.name, rule.kind, *grades))
        parts.append(f"## {FAMILIES[family]}\n")
        parts.append(table(("code", "name", "judges a", *(p.name for p in PROFILES), "brunel-2017+strict"), rows))
    parts.append("```{toctree}\n:hidden:\n\n" + "".join(f"rules/{rule.code}\n" for rule in built_in()) + "```\n")
    return "\n".join(parts)


def own_page(rule: Rule) -> str:
    """Return the page of a rule: its own text, what a finding says, and what the profiles make of it."""
    bad, good = rule_markdown(rule).split("\n## Example that keeps it\n")
    good, source = good.split("\n## Source\n")
    says = "\n".join(_sayings(rule))
    rows = [(f"[{p.name}](../profiles.md#{p.name})", p.severity(rule.code, rule.severity), _values(rule, p)) for p in PROFILES]
    grades = table(("profile", "severity", "limits and readings"), rows)
    return f"{bad}\n{says}\n## Example that keeps it\n{good}\n## Under the profiles\n\n{grades}\n## Source\n{source}"


def _values(rule: Rule, profile: Profile) -> str:
    return ", ".join(f"`{p.name}` = {spoken(profile.value(p.name, p.default))}" for p in rule.parameters) or "–"


def _sayings(rule: Rule) -> Iterator[str]:
    """Yield what the finding on the first faulty chart says, in both languages, and the edits that it offers."""
    texts: dict[str, list[str]] = {}
    for language in ("en", "nl"):
        finding = next(f for f in _findings(rule, language) if f.code == rule.code)
        texts[language] = [finding.message, *(edit.text(language) for edit in finding.fixes[:3])]
    yield "## What it says of that example\n"
    yield f"> {texts['en'][0]}\n>\n> {texts['nl'][0]}\n"
    if len(texts["en"]) > 1:
        yield "Edits that it offers, the best one first:\n"
        yield "\n".join(f"{n}. {text}" for n, text in enumerate(texts["en"][1:], 1)) + "\n"


def _findings(rule: Rule, language: str) -> sm.Report:
    profile = next(p.name for p in PROFILES if p.severity(rule.code, rule.severity) != "off")
    select = None if rule.kind == "waiver" else rule.code
    charts: Org | list[Org] = chart_of(rule.bad[0]) if rule.whole_charts else charts_of(rule.bad[0])
    return sm.check(charts, profile=profile, select=select, today=DAYS.get(rule.code), language=language)
