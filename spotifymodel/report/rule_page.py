"""A rule as a page: for `explain`, for the reference, for SARIF help. All made from the rule's record."""

from __future__ import annotations

import textwrap

from ..rules.rule import Rule

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
        "fixes": "De oplossingen zijn getypeerde bewerkingen: `finding.fixes[0].apply(org)` geeft een nieuwe chart.",
    },
}


def rule_markdown(rule: Rule, language: str = "en") -> str:
    """Return the reference page of a rule in Markdown."""
    heads = _HEADS[language]
    lines = [
        f"# {rule.code} {rule.name}",
        "",
        f"{heads['subject']}: {rule.kind} · {heads['severity']}: {rule.severity} · {heads['confidence']}: {rule.confidence}",
        "",
        *_part(heads["finds"], rule.finds[language]),
        *_part(heads["matters"], rule.matters[language]),
        *_part(heads["formal"], f"`{rule.formal}`"),
        *_part(heads["fix"], f"{rule.remedy[language]}. {heads['fixes']}"),
    ]
    if rule.parameters:
        rows = [f"- `{p.name}` ({p.unit}): {p.meaning[language]}" for p in rule.parameters]
        lines += _part(heads["parameters"], "\n".join(rows))
    if rule.needs:
        lines += _part(heads["needs"], ", ".join(f"`{n.replace('|', '` / `')}`" for n in rule.needs))
    lines += _part(heads["bad"], _chart(rule.bad[0]))
    lines += _part(heads["good"], _chart(rule.good[0]))
    cited = rule.source.citation()
    quote = f": “{cited.quote}”" if cited.quote else ""
    section = f", {cited.section}" if cited.section else ""
    lines += _part(heads["source"], f"{cited.document}{section}{quote}")
    if rule.references:
        lines += _part(heads["references"], "\n".join(f"- {r.citation()}" for r in rule.references))
    return "\n".join(lines).rstrip() + "\n"


def _part(head: str, body: str) -> list[str]:
    return [f"## {head}", "", body, ""]


def _chart(text: str) -> str:
    return f"```yaml\nformat: spotifymodel/1\n{textwrap.dedent(text).strip()}\n```"


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
