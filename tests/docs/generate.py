"""``python -m tests.docs.generate [--check]``: write the pages and pictures that come from the code, or say which are stale."""

from __future__ import annotations

import argparse
import io
import os
import sys
from contextlib import redirect_stdout
from pathlib import Path

import spotifymodel as sm
from spotifymodel.cli.running import commands
from spotifymodel.profiles import load_profile, profile_names
from spotifymodel.report.rule_page import rule_markdown
from spotifymodel.rules.catalogue import all_rules

DOCS = Path(__file__).parents[2] / "docs"
PICTURES = {"hypotheek": "hypotheek", "hypotheek-broken": "hypotheek-broken"}


def pages() -> dict[Path, str]:
    """Return every generated page by its path."""
    made = {DOCS / "reference" / "rules" / f"{code}.md": rule_markdown(rule) for code, rule in all_rules().items()}
    made[DOCS / "reference" / "rules.md"] = rules_page()
    made[DOCS / "reference" / "command-line.md"] = command_page()
    for name in PICTURES:
        made[DOCS / "pictures" / f"{name}.svg"] = sm.plot.matrix(sm.example(name), language="en").svg()
    return made


def rules_page() -> str:
    """Return the table of all rules with their severity under every profile."""
    profiles = [load_profile(name) for name in profile_names() if name != "strict"]
    head = ["code", "name", "subject", *(p.name for p in profiles)]
    lines = [
        "# The rules",
        "",
        "Generated from the rules. Severities per profile: `strict` tightens any of them. `spotifymodel explain CODE` prints a page.",
        "",
        f"| {' | '.join(head)} |",
        "|" + "---|" * len(head),
    ]
    for code, rule in all_rules().items():
        grades = " | ".join(p.severity(code, rule.severity) for p in profiles)
        lines.append(f"| [{code}](rules/{code}.md) | {rule.name} | {rule.kind} | {grades} |")
    toctree = ["```{toctree}", ":hidden:", "", *(f"rules/{code}" for code in all_rules()), "```"]
    return "\n".join([*lines, "", *toctree]) + "\n"


def command_page() -> str:
    """Return the help of every command."""
    os.environ["COLUMNS"] = "100"
    parts = ["# The command line", "", "Generated from the commands' own help.", ""]
    for command in commands():
        said = io.StringIO()
        parser = argparse.ArgumentParser(prog=f"spotifymodel {command.name}", description=command.help)
        command.arguments(parser)
        with redirect_stdout(said):
            parser.print_help()
        parts += [f"## {command.name}", "", "```text", said.getvalue().rstrip(), "```", ""]
    parts += [
        "## Exit codes",
        "",
        "0 nothing at or above `--fail-on` · 1 findings · 2 wrong usage · 3 input refused or missing (outranks 1) · 4 a bug of ours",
        "",
    ]
    return "\n".join(parts)


def main(check: bool) -> int:
    """Write everything, or list what is stale."""
    stale = []
    for path, text in pages().items():
        if check:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                stale.append(path)
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    if not check:
        for name in PICTURES:
            sm.plot.matrix(sm.example(name), language="en").save(DOCS / "pictures" / f"{name}.png")
    for path in stale:
        print(f"stale: {path.relative_to(DOCS.parent)} (make docs-generate)")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
