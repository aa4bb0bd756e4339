"""A rule as a page: for `explain`, for the reference, for SARIF help. All made from the rule's record."""

from __future__ import annotations

import textwrap

from ..profiles import Profile, load_profile
from ..rules.rule import Parameter, Rule, no_fixes
from ..words.reports import CONFIDENCE_NAMES, KIND_NAMES, SEVERITY_NAMES, UNIT_NAMES

__all__ = ["rule_markdown", "rule_text"]

_HEADS = {
    "en": {
        "finds": "What it finds",
        "matters": "Why it matters",
        "formal": "Formally",
        "fix": "What to do",
        "parameters": "Parameters",
        "needs": "Needs",
        "source": "Source",
        "references": "See also",
        "bad": "Example that breaks it",
        "good": "Example that keeps it",
        "subject": "subject",
        "severity": "severity",
        "confidence": "confidence",
        "under": "under",
        "unknown": "Where nobody in the chart says this, the rule answers *unknown*: {fields}.",
        "fixes": "The fixes are typed edits: `finding.fixes[0].apply(org)` returns a new chart.",
    },
    "nl": {
        "finds": "Wat de regel vindt",
        "matters": "Waarom dit ertoe doet",
        "formal": "Formeel",
        "fix": "Wat te doen",
        "parameters": "Parameters",
        "needs": "Heeft nodig",
        "source": "Bron",
        "references": "Zie ook",
        "bad": "Voorbeeld dat de regel breekt",
        "good": "Voorbeeld dat de regel volgt",
        "subject": "onderwerp",
        "severity": "ernst",
        "confidence": "zekerheid",
        "under": "onder",
        "unknown": "Zegt niemand in de chart dit, dan antwoordt de regel *onbekend*: {fields}.",
        "fixes": "De oplossingen zijn getypeerde bewerkingen: `finding.fixes[0].apply(org)` geeft een nieuwe chart.",
    },
}


def rule_markdown(rule: Rule, language: str = "en", profile: str = "brunel-2017") -> str:
    """Return the reference page of a rule in Markdown.

    Parameters
    ----------
    rule : Rule
    language : {"en", "nl"}
    profile : str
        The profile whose severity and limits are shown.

    Examples
    --------
    >>> from spotifymodel.rules.catalogue import find_rule
    >>> print(rule_markdown(find_rule("SQ001")).splitlines()[2])
    subject: squad · severity: error under brunel-2017 · confidence: stated
    """
    heads = _HEADS[language]
    judged = load_profile(profile)
    severity = SEVERITY_NAMES[language][judged.severity(rule.code, rule.severity)]
    lines = [
        f"# {rule.code} {rule.name}",
        "",
        f"{heads['subject']}: {KIND_NAMES[language][rule.kind]} · {heads['severity']}: {severity} {heads['under']} {judged.name} · "
        f"{heads['confidence']}: {CONFIDENCE_NAMES[language][rule.confidence]}",
        "",
        *_part(heads["finds"], rule.finds[language]),
        *_part(heads["matters"], rule.matters[language]),
        *_part(heads["formal"], f"`{rule.formal}`"),
        *_part(heads["fix"], f"{rule.remedy[language]}." + ("" if rule.fixes is no_fixes else f" {heads['fixes']}")),
    ]
    if rule.parameters:
        lines += _part(heads["parameters"], "\n".join(_parameter(p, judged, language) for p in rule.parameters))
    if rule.needs:
        fields = ", ".join(f"`{n.replace('|', '` / `')}`" for n in rule.needs)
        lines += _part(heads["needs"], heads["unknown"].format(fields=fields))
    lines += _part(heads["bad"], _charts(rule.bad[0]))
    lines += _part(heads["good"], _charts(rule.good[0]))
    cited = rule.source.citation()
    quote = f": “{cited.quote}”" if cited.quote else ""
    section = f", {cited.section}" if cited.section else ""
    lines += _part(heads["source"], f"{cited.document}{section}{quote}")
    if rule.references:
        lines += _part(heads["references"], "\n".join(f"- {r.citation()}" for r in rule.references))
    return "\n".join(lines).rstrip() + "\n"


def _parameter(parameter: Parameter, profile: Profile, language: str) -> str:
    """Return the line of a limit or reading: its name, what it is under the profile, what it means."""
    value = profile.value(parameter.name, parameter.default)
    shown = str(value).lower() if isinstance(value, bool) else "+".join(value) if isinstance(value, tuple) else str(value)
    named = UNIT_NAMES.get(parameter.unit, parameter.unit) if language == "nl" else parameter.unit
    unit = "" if parameter.unit in ("reading", "switch") else f" ({named})"
    return f"- `{parameter.name}` = {shown}{unit}: {parameter.meaning[language]}"


def _part(head: str, body: str) -> list[str]:
    return [f"## {head}", "", body, ""]


def _charts(text: str) -> str:
    """Return an example as it would stand in a file; the charts of a sequence one below the other."""
    charts = textwrap.dedent(text).strip("\n").split("\n---\n")
    return "\n\n".join(f"```yaml\nformat: spotifymodel/1\n{chart.strip()}\n```" for chart in charts)


def rule_text(rule: Rule, language: str = "en", width: int = 88) -> str:
    """Return the page of a rule for a terminal."""
    lines: list[str] = []
    fenced = False
    for line in rule_markdown(rule, language).splitlines():
        if line.startswith("```"):
            fenced = not fenced
        elif fenced:
            lines.append(f"    {line}")
        elif line.startswith("## "):
            lines.append(line[3:].upper())
        elif line.startswith("# "):
            lines += [line[2:], "=" * len(line[2:])]
        elif line:
            indent = "  " if line.startswith("- ") else ""
            plain = line.replace("`", "")
            lines += textwrap.wrap(plain, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
        else:
            lines.append("")
    return "\n".join(lines) + "\n"
