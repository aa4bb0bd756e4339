"""What is refused on the command line is told in the language that was asked for; the English is that of the error itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from spotifymodel.cli import main
from spotifymodel.errors import (
    ConflictError,
    EditError,
    InputRefusedError,
    LimitReachedError,
    MissingDependencyError,
    NotFoundError,
    OutputRefusedError,
    Place,
    SpotifyModelError,
    Trouble,
)
from spotifymodel.transition.repairing.effort import Effort
from spotifymodel.words.refusals import said_of

BROKEN = "format: spotifymodel/1\npeople:\n  - id: a\n    nmae: x\n    fte: 3\ntribes:\n  - id: t\n    lead: zz\n"
EXPECTED = {
    "en": ("unknown key 'nmae'", "; expected a number from 0 to 1.5", ". Declare the person"),
    "nl": ("unknown key 'nmae'", "; verwacht: a number from 0 to 1.5", ". Oplossing: declare the person"),
}
ERRORS: tuple[tuple[SpotifyModelError, str], ...] = (
    (NotFoundError("person", "ana", ["anna", "hana"]), "geen persoon 'ana' in deze chart; bedoelde je 'anna' of 'hana'?"),
    (NotFoundError("squad", "x", within="tribe t"), "geen squad 'x' in tribe t"),
    (EditError("join", "the squad is full", "Take somebody out"), "join kan niet: the squad is full. Oplossing: take somebody out"),
    (OutputRefusedError("a.yaml", "it is a folder"), "a.yaml: kan niet worden geschreven: it is a folder"),
    (LimitReachedError("too short", "time"), "de tijd was om voordat er een antwoord was. Geef meer met --time-limit, of laat hem weg"),
    (LimitReachedError("stopped", "interrupt"), "onderbroken voordat er een antwoord was"),
    (
        Effort().ended(),
        "in zoveel stappen als een zoektocht mag kosten is geen antwoord gevonden. Met --time-limit gaat hij zo lang door",
    ),
    (Effort(until=0.0).ended(), "de tijd was om voordat er een antwoord was. Geef meer met --time-limit, of laat hem weg"),
    (Effort(wished=lambda: True).ended(), "onderbroken voordat er een antwoord was"),
    (LimitReachedError("too large", "size"), "too large"),
    (MissingDependencyError("pandas", "frames", "a table"), "hiervoor is pandas nodig: pip install 'spotifymodel[frames]'"),
    (InputRefusedError([Trouble("bad", Place(line=3))]), "regel 3: bad"),
    (InputRefusedError([Trouble("bad", Place("line 3.yaml", 4))]), "line 3.yaml:4: bad"),
    (ConflictError("de grenzen laten geen plaats over"), "de grenzen laten geen plaats over"),
)


@pytest.mark.parametrize(("error", "dutch"), ERRORS)
def test_dutch_puts_a_dutch_frame_around_the_facts_and_english_is_the_error_itself(error: SpotifyModelError, dutch: str) -> None:
    assert said_of(error, "nl") == dutch
    assert said_of(error, "en") == said_of(error, None) == str(error)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_file_that_is_refused_is_told_in_the_language_of_the_command(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chart = tmp_path / "chart.yaml"
    chart.write_text(BROKEN, encoding="utf-8")
    assert main(["check", str(chart), "--lang", language]) == 3
    said = capsys.readouterr().err
    assert all(part in said for part in EXPECTED[language])
    assert all(f"chart.yaml:{line}:" in said for line in (4, 5, 8))


def test_a_look_up_that_misses_is_told_in_dutch(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chart = tmp_path / "chart.yaml"
    chart.write_text("format: spotifymodel/1\npeople:\n  - id: anna\n", encoding="utf-8")
    assert main(["propose", str(chart), "--without", "ana", "--lang", "nl"]) == 2
    assert capsys.readouterr().err == "spotifymodel: geen persoon 'ana' in deze chart; bedoelde je 'anna'?\n"
