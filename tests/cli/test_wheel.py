"""The wheel holds everything that the demo needs: built, installed into an environment of its own, and run from elsewhere."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent.parent


def run(*command: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    ran = subprocess.run([str(one) for one in command], cwd=cwd, capture_output=True, text=True, timeout=600)
    assert ran.returncode == 0, ran.stdout[-2000:] + ran.stderr[-2000:]
    return ran


@pytest.mark.deep
def test_the_demo_runs_from_the_built_wheel(tmp_path: Path) -> None:
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", tmp_path / "dist", PROJECT, cwd=tmp_path)
    (wheel,) = (tmp_path / "dist").glob("spotifymodel-*.whl")
    venv.create(tmp_path / "venv", with_pip=True)
    binaries = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    run(binaries / "python", "-m", "pip", "install", "--quiet", "--constraint", PROJECT / "constraints.txt", wheel, cwd=tmp_path)
    said = run(binaries / "spotifymodel", "demo", "--output", "out", cwd=tmp_path)
    assert said.stderr == ""
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert [name for name in written if name.startswith("hypotheek.")] == ["hypotheek.png", "hypotheek.svg", "hypotheek.yaml"]
    where = run(binaries / "python", "-c", "import spotifymodel; print(spotifymodel.__file__)", cwd=tmp_path).stdout
    assert Path(where.strip()).is_relative_to(tmp_path / "venv")
    assert run(binaries / "spotifymodel", "check", "out/hypotheek.yaml", cwd=tmp_path).stdout
