"""What Chromium makes of the page of a picture: it runs under its own policy, tells, searches, and walks by key."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import spotifymodel as sm

from .chromium import measured

pytestmark = pytest.mark.browser

#: The page stands in a frame of a page without a policy, so that a test can act in it; its own policy holds within the frame.
FRAME = """<iframe id=frame width=1200 height=800></iframe><script>
const html = {html};
async function play() {{
  const frame = document.getElementById('frame');
  const ready = new Promise(done => frame.onload = done);
  frame.srcdoc = html;
  await ready;
  const page = frame.contentDocument, view = frame.contentWindow;
  const refused = [];
  page.addEventListener('securitypolicyviolation', e => refused.push(e.violatedDirective));
  const $ = id => page.getElementById(id);
  const type = words => {{ $('seek').value = words; $('seek').dispatchEvent(new view.Event('input')); }};
  const press = (node, key) => node.dispatchEvent(new view.KeyboardEvent('keydown', {{key, bubbles: true, cancelable: true}}));
  const seen = () => page.querySelectorAll('.hit').length;
  return await (async () => {{ {steps} }})();
}}
</script>"""


def played(figure: Any, steps: str, folder: Path) -> Any:
    """Return what steps in the page return."""
    html = json.dumps(figure.to_html()).replace("</", "<\\/")
    return measured(FRAME.format(html=html, steps=steps), "play()", folder)


@pytest.fixture(scope="module")
def figure() -> Any:
    return sm.plot.matrix(sm.example("hypotheek-broken"), language="en")


def test_style_and_script_are_let_through_by_the_policy_of_the_page(figure: Any, tmp_path: Path) -> None:
    found = played(
        figure,
        """return {tools: !$('tools').hidden, font: view.getComputedStyle(page.querySelector('svg text')).fontFamily,
        panel: view.getComputedStyle($('tools')).position, loaded: [...page.fonts].filter(f => f.status === 'loaded').length,
        errors: refused}""",
        tmp_path,
    )
    assert found["tools"]
    assert found["panel"] == "sticky"
    assert found["font"].startswith("sm")
    assert found["loaded"] == 2
    assert found["errors"] == []


def test_another_script_is_not_let_through(figure: Any, tmp_path: Path) -> None:
    steps = """const more = page.createElement('script'); more.textContent = 'window.ran = 1'; page.body.append(more);
    await new Promise(done => setTimeout(done, 50)); return [view.ran || 0, refused.length]"""
    assert played(figure, steps, tmp_path) == [0, 1]


def test_a_search_lights_what_it_finds_lists_it_and_says_how_much(figure: Any, tmp_path: Path) -> None:
    steps = """type('HANNA jan'); const one = [seen(), $('count').textContent, $('list').textContent.trim()];
    type('celik'); const accent = $('list').textContent.trim();
    type('xyzzy'); const none = [seen(), $('count').textContent, page.querySelector('svg').classList.contains('seeking')];
    type('Verhuizen &'); const squad = $('list').firstChild.textContent;
    return {one, accent, none, squad}"""
    found = played(figure, steps, tmp_path)
    assert found["one"] == [1, "1 found", "Hanna Jansen person"]
    assert found["accent"] == "Zoë Çelik person"
    assert found["none"] == [0, "Nothing found", False]
    assert found["squad"].startswith("Verhuizen & meenemen")


def test_keys_walk_through_the_picture_and_what_is_reached_is_said_aloud(figure: Any, tmp_path: Path) -> None:
    steps = """press($('picture'), 'ArrowRight'); const first = $('said').textContent;
    press($('picture'), 'ArrowRight'); const second = $('said').textContent;
    press($('picture'), 'ArrowLeft'); const back = $('said').textContent;
    press($('picture'), 'End'); const rings = page.querySelectorAll('.ring rect').length;
    press($('picture'), 'Escape'); const quiet = [$('card').hidden, $('said').textContent];
    type('anna'); press($('seek'), 'Enter'); const hit = $('said').textContent;
    press($('seek'), 'Escape'); press($('seek'), 'Escape'); const cleared = [$('seek').value, seen(), $('list').hidden];
    return {first, second, back, rings, quiet, hit, cleared}"""
    found = played(figure, steps, tmp_path)
    assert found["first"].startswith("Hypotheek. tribe.")
    assert found["second"] != found["first"] == found["back"]
    assert found["rings"] >= 1
    assert found["quiet"] == [True, ""]
    assert found["hit"].startswith("Anna ")
    assert found["cleared"] == ["", 0, True]


def test_pointing_shows_the_facts_within_the_window(figure: Any, tmp_path: Path) -> None:
    steps = """const node = [...page.querySelectorAll('svg text')].find(t => t.textContent.includes('Lars'));
    const box = node.getBoundingClientRect();
    node.dispatchEvent(new view.PointerEvent('pointermove', {clientX: box.x, clientY: box.y, bubbles: true}));
    const rings = page.querySelectorAll('.ring rect').length, card = $('card').getBoundingClientRect();
    const shared = [...page.querySelectorAll('svg text')].find(t => t.textContent.includes('Thijs'));
    const told = $('card').textContent, hidden = $('card').hidden;
    shared.dispatchEvent(new view.PointerEvent('pointermove', {clientX: box.x, clientY: box.y, bubbles: true}));
    const both = page.querySelectorAll('.ring rect').length;
    page.querySelector('svg').dispatchEvent(new view.PointerEvent('pointerleave', {bubbles: false}));
    return {rings, both, left: [$('card').hidden, page.querySelectorAll('.ring rect').length], text: told, hidden,
    right: card.right <= view.innerWidth, bottom: card.bottom <= view.innerHeight}"""
    found = played(figure, steps, tmp_path)
    assert found["text"].startswith("Lars Smit")
    assert "MB002" in found["text"]
    assert (found["rings"], found["both"]) == (1, 2)
    assert found["left"] == [True, 0]
    assert (found["hidden"], found["right"], found["bottom"]) == (False, True, True)


@pytest.mark.parametrize("picture", ["company", "network", "units"])
def test_every_kind_of_picture_can_be_walked_through(picture: str, tmp_path: Path) -> None:
    chart = sm.example("polderbank" if picture == "units" else "polderbank-tribe")
    drawn = getattr(sm.plot, picture)(chart, language="nl")
    steps = (
        "press($('picture'), 'End'); const last = $('said').textContent; press($('picture'), 'Home'); return [last, $('said').textContent]"
    )
    last, first = played(drawn, steps, tmp_path)
    assert last
    assert first
    assert last != first
