"""Files appear in one piece or not at all."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from spotifymodel.errors import OutputRefusedError, SpotifyModelError
from spotifymodel.formats.saving import save_bytes

needs_posix = pytest.mark.skipif(os.name != "posix", reason="links, permissions and limits of POSIX")


def left_beside(folder: Path, *expected: str) -> bool:
    return sorted(p.name for p in folder.iterdir()) == sorted(expected)


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run code in a process of its own, which may die."""
    return subprocess.run([sys.executable, "-c", textwrap.dedent(code), *arguments], capture_output=True, text=True, timeout=60)


def test_a_new_file_holds_what_was_saved(tmp_path: Path) -> None:
    save_bytes(tmp_path / "chart.yaml", b"people: []\n")
    assert (tmp_path / "chart.yaml").read_bytes() == b"people: []\n"
    assert left_beside(tmp_path, "chart.yaml")


def test_an_existing_file_is_replaced_whole(tmp_path: Path) -> None:
    chart = tmp_path / "chart.yaml"
    chart.write_bytes(b"x" * 100_000)
    save_bytes(str(chart), b"")
    assert chart.read_bytes() == b""
    assert left_beside(tmp_path, "chart.yaml")


@needs_posix
def test_a_new_file_gets_the_permissions_that_the_umask_gives(tmp_path: Path) -> None:
    save_bytes(tmp_path / "chart.yaml", b"")
    (tmp_path / "plain").touch()
    assert (tmp_path / "chart.yaml").stat().st_mode == (tmp_path / "plain").stat().st_mode


@needs_posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_an_existing_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    chart = tmp_path / "chart.yaml"
    chart.write_bytes(b"old")
    chart.chmod(mode)
    save_bytes(chart, b"new")
    assert stat.S_IMODE(chart.stat().st_mode) == mode
    assert chart.read_bytes() == b"new"


@needs_posix
def test_a_symbolic_link_stays_one_and_its_target_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "chart.yaml"
    target.write_bytes(b"old")
    link = tmp_path / "link.yaml"
    link.symlink_to(target)
    save_bytes(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert left_beside(tmp_path / "real", "chart.yaml")


@needs_posix
def test_a_dangling_link_gets_its_target(tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to("chart.yaml")
    save_bytes(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "chart.yaml").read_bytes() == b"new"


@needs_posix
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        save_bytes(pipe, b"chart")
        assert os.read(reader, 100) == b"chart"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@needs_posix
def test_standard_output_can_be_named_even_where_it_is_redirected_to_a_file(tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    code = "from spotifymodel.formats.saving import save_bytes; save_bytes('/dev/stdout', b'chart')"
    with out.open("wb") as file:
        subprocess.run([sys.executable, "-c", code], stdout=file, check=True, timeout=60)
    assert out.read_bytes() == b"chart"


@pytest.mark.parametrize(
    ("name", "words"),
    [("nowhere/chart.yaml", "Make the folder first"), (".", "it is a folder"), ("", "no file name"), ("a\0b", "no file name")],
)
def test_what_cannot_be_written_is_refused_by_name(tmp_path: Path, name: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OutputRefusedError, match=words) as caught:
        save_bytes(name, b"x")
    assert isinstance(caught.value, SpotifyModelError)
    assert name in caught.value.path or repr(name) == caught.value.path
    assert left_beside(tmp_path)


@needs_posix
def test_a_circle_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OutputRefusedError):
        save_bytes(tmp_path / "a", b"x")


@needs_posix
def test_a_failure_in_the_middle_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    chart = tmp_path / "chart.yaml"
    chart.write_bytes(b"old")
    # A real failure, not a pretended one: the system allows this process files of 4 KB only.
    ended = run(
        """
        import resource, signal, sys
        from spotifymodel.errors import OutputRefusedError
        from spotifymodel.formats.saving import save_bytes
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        try:
            save_bytes(sys.argv[1], b"new" * 100_000)
        except OutputRefusedError as err:
            print(err)
        """,
        str(chart),
    )
    assert ended.stdout.startswith(f"{chart}: cannot be written: ")
    assert ended.stderr == ""
    assert chart.read_bytes() == b"old"
    assert left_beside(tmp_path, "chart.yaml")


@pytest.mark.parametrize("moment", ["write", "fsync", "replace"])
def test_a_process_that_dies_leaves_the_old_file_whole(tmp_path: Path, moment: str) -> None:
    chart = tmp_path / "chart.yaml"
    chart.write_bytes(b"old")
    # The system's own calls are made to end the process, as a loss of power would.
    ended = run(
        """
        import builtins, os, sys
        from spotifymodel.formats.saving import save_bytes
        def die(*arguments, **more):
            os._exit(42)
        moment = sys.argv[2]
        if moment == "write":
            real_open = builtins.open
            def half_open(*arguments, **more):
                file = real_open(*arguments, **more)
                class Half:
                    def __enter__(self): return self
                    def __exit__(self, *rest): pass
                    def write(self, data):
                        file.write(data[: len(data) // 2]); file.flush(); die()
                return Half()
            builtins.open = half_open
        else:
            setattr(os, moment, die)
        save_bytes(sys.argv[1], b"new" * 1000)
        """,
        str(chart),
        moment,
    )
    assert ended.returncode == 42, ended.stderr
    assert chart.read_bytes() == b"old"


def test_a_reader_never_sees_a_part(tmp_path: Path) -> None:
    chart = tmp_path / "chart.yaml"
    sizes = (0, 1_000_000)
    save_bytes(chart, b"a" * sizes[1])
    writer = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys; from spotifymodel.formats.saving import save_bytes\n"
            "for n in range(40): save_bytes(sys.argv[1], b'ab'[n % 2 : n % 2 + 1] * 1_000_000)",
            str(chart),
        ]
    )
    try:
        while writer.poll() is None:
            seen = chart.read_bytes()
            assert len(seen) == 1_000_000
            assert len(set(seen)) == 1
    finally:
        assert writer.wait(60) == 0
    assert left_beside(tmp_path, "chart.yaml")
