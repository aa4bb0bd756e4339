"""What the shipped profiles say, against oracles written by hand."""

import subprocess
import sys

import pytest

from spotifymodel.model.citation import WHITEPAPER, WHITEPAPER_SECTIONS
from spotifymodel.profiles import load_profile, profile_names
from spotifymodel.profiles.document import BUILT_IN, _known, built_in
from spotifymodel.profiles.faults import Faults, Known
from spotifymodel.profiles.layer import TAIL_MARK
from spotifymodel.profiles.literature import literature

from .severity_table import PROFILES, TABLE

BRUNEL_LIMITS = {
    "squad.max": 9, "squad.min": 3, "squad.min_chapters": 2, "squad.min_fte": 4.0, "squad.core": 0.5, "squad.legacy_share": 0.75,
    "tribe.max": 150, "tribe.shared_share": 0.15, "membership.max": 2, "po.max_squads": 1,
    "owner.min_agile_years": 2, "owner.min_skills": 3, "owner.skill_level": 2, "owner.min_free": 0.5,
    "chapter.max": 12, "chapter.max_player_coach": 7, "coach.max": 4, "coach.shared_below": 0.5,
    "tshape.depth": 1, "tshape.breadth": 2, "tshape.depth_level": 3, "tshape.breadth_level": 1, "bus.min": 2, "bus.level": 2,
    "domain.max_complex": 1, "domain.complex_alone": True, "domain.max_complicated": 1, "domain.max_simple": 3,
}  # fmt: skip

LIMITS = {
    "brunel-2017": BRUNEL_LIMITS,
    "spotify-2012": BRUNEL_LIMITS | {"squad.max": 8, "tribe.max": 100, "membership.max": 1},
    "ing-2015": BRUNEL_LIMITS,
    "team-topologies-2019": BRUNEL_LIMITS | {"squad.min": 5, "tribe.warn": 50, "membership.max": 1},
}

BRUNEL_READINGS = {
    "count.po": "union", "po.line": "chapter", "po.line_manages": False, "count.cl": "member", "allow.cl_as_po": True,
    "role_load": "declared", "allow.tl_as_po": "by_severity", "count.unit": "head", "count.external": True, "mode": "design",
    "squad.po_vacancy_ok": True, "dates": "half_open", "membership.binds": "members_and_owners", "chapter.local": "by_severity",
    "chapter.home": "one", "count.two_tribes": "both", "count.coach": False, "mt.includes_po": False, "allow.several_po": "by_severity",
    "tribe.kind": "separate", "limit.inclusive": True, "bench.exempt": "leads_and_leave", "coverage.mode": "expert", "locale": "nl",
    "count.tribe": {"members", "owners", "chapter_members", "chapter_leads", "lead", "support", "coaches"},
}  # fmt: skip

READINGS = {
    "brunel-2017": BRUNEL_READINGS,
    "spotify-2012": BRUNEL_READINGS | {"count.po": "member"},
    "ing-2015": BRUNEL_READINGS,
    "team-topologies-2019": BRUNEL_READINGS | {"count.po": "member"},
}

SHIPPED = (*BUILT_IN, "ing-2015+strict", "spotify-2012+strict", "team-topologies-2019+strict")


def test_the_shipped_profiles_are_these() -> None:
    assert profile_names() == ("brunel-2017", "spotify-2012", "ing-2015", "team-topologies-2019", "strict")


@pytest.mark.parametrize("profile", PROFILES)
def test_severities_equal_the_catalogue(profile: str) -> None:
    choices = load_profile(profile).severities
    assert {code: choice.severity for code, choice in choices.items()} == {code: row[profile] for code, row in TABLE.items()}


@pytest.mark.parametrize("profile", PROFILES)
def test_severity_and_severities_agree(profile: str) -> None:
    loaded = load_profile(profile)
    assert all(loaded.severity(code, "off") == choice.severity for code, choice in loaded.severities.items())


@pytest.mark.parametrize("profile", PROFILES)
def test_limits_equal_the_table_and_there_are_no_others(profile: str) -> None:
    loaded = load_profile(profile)
    assert {name: loaded.value(name) for name in loaded.limits} == LIMITS[profile]
    assert loaded.value("tribe.warn") == LIMITS[profile].get("tribe.warn")


@pytest.mark.parametrize("profile", PROFILES)
def test_readings_have_the_default_answers_or_their_own(profile: str) -> None:
    loaded = load_profile(profile)
    said = {name: set(v) if isinstance(v := loaded.value(name), tuple) else v for name in loaded.readings}
    assert said == READINGS[profile]


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_shipped_document_has_no_fault_and_a_source_for_everything(name: str) -> None:
    import tomllib

    layer = built_in(name)
    faults = Faults(tomllib.loads(layer.origin.text), layer.origin, Known(*_known()))
    assert not faults, faults.error(name)


@pytest.mark.parametrize("name", SHIPPED)
def test_everything_has_a_named_source_and_a_confidence(name: str) -> None:
    profile = load_profile(name)
    known = {WHITEPAPER} | {work.document for work in literature().values()}
    for item in (*profile.limits.values(), *profile.readings.values(), *profile.severities.values()):
        assert item.confidence in ("stated", "inferred", "guess")
        assert item.source is not None
        assert item.source.document in known
        assert item.source.language in ("nl", "en")
        assert len(item.source.quote.split()) <= 15
        if item.source.document == WHITEPAPER:
            assert item.source.section in WHITEPAPER_SECTIONS.values()
            assert item.source.quote
            assert item.source.language == "nl"


@pytest.mark.parametrize("name", SHIPPED)
def test_an_error_never_rests_on_a_guess(name: str) -> None:
    profile = load_profile(name)
    assert profile.errors_on_guesses() == []
    for choice in profile.severities.values():
        if choice.severity == "error":
            assert choice.confidence != "guess"
            assert all(profile.limits[limit].confidence != "guess" for limit in choice.rests_on)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_rule_rests_on_limits_that_exist(name: str) -> None:
    profile = load_profile(name)
    assert all(limit in profile.limits for choice in profile.severities.values() for limit in choice.rests_on)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_answer_is_among_the_choices(name: str) -> None:
    for reading in load_profile(name).readings.values():
        answers = reading.value if isinstance(reading.value, tuple) else (reading.value,)
        assert {str(a).lower() if isinstance(a, bool) else a for a in answers} <= set(reading.choices)
        assert reading.question.endswith("?")


def test_the_four_hard_limits_are_quoted_from_the_paper() -> None:
    severities = load_profile("brunel-2017").severities
    quotes = {code: severities[code].source.quote for code in ("SQ001", "TR001", "MB001", "PO001")}  # type: ignore[union-attr]
    assert quotes == {
        "SQ001": "maximaal negen leden",
        "TR001": "max. 150 medewerkers",
        "MB001": "in maximaal twee squads tegelijk",
        "PO001": "Een squad wordt aangestuurd door de product owner",
    }


def test_the_numbers_of_the_paper_stand_in_one_document_alone() -> None:
    own = {name: built_in(name).limits for name in BUILT_IN}
    assert own["strict"] == {}
    assert own["brunel-2017"]["squad.max"] == 9
    assert {name for name, limits in own.items() if limits.get("tribe.max") == 150} == {"brunel-2017", "ing-2015", "team-topologies-2019"}


@pytest.mark.parametrize("name", BUILT_IN)
def test_what_a_check_needs_stands_before_the_evidence_and_is_short(name: str) -> None:
    head, mark, tail = built_in(name).origin.text.partition(TAIL_MARK)
    assert len(head) < 4_000, "0.9 ms at start-up came from keeping this short"
    assert mark or name == "strict"
    assert "[limits]" not in tail
    assert "[severities]" not in tail


def test_loading_touches_neither_the_literature_nor_any_heavy_library() -> None:
    program = (
        "import sys; from spotifymodel.profiles import load_profile; p = load_profile('brunel-2017'); "
        "assert (p.value('squad.max'), p.severity('SQ001', 'off')) == (9, 'error'); "
        "print([m for m in ('networkx', 'numpy', 'matplotlib', 'spotifymodel.profiles.literature', 'spotifymodel.profiles.faults', "
        "'spotifymodel.profiles.positions') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_work_in_the_literature_says_whether_it_was_read() -> None:
    works = literature()
    assert {work.seen for work in works.values()} == {"seen", "memory"}
    assert all(work.title and work.note and work.language in ("nl", "en") for work in works.values())
    assert works["brunel"].document == WHITEPAPER
