"""Methods of the model that need a room above it ask for it by name."""

from __future__ import annotations

import pytest

import spotifymodel as sm
from spotifymodel.model import ports


@pytest.mark.parametrize("name", ports.SERVED_BY)
def test_every_port_is_served(name: str) -> None:
    assert callable(ports.port(name))
    assert ports.port(name) is ports.port(name)


def test_a_plug_in_may_serve_a_port_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ports, "_open", dict(ports._open))
    ports.register("org_html", lambda org: f"<p>{len(org.people)}</p>")
    assert sm.Org(people=[{"id": "a"}])._repr_html_() == "<p>1</p>"


def test_an_unknown_port_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        ports.port("nothing")
