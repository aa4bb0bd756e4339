"""Writing a file in one piece or not at all."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from secrets import token_hex
from typing import Final

from ..errors import OutputRefusedError

__all__ = ["save_bytes"]

#: Errors that say what to do; the others speak for themselves.
_FIXES: Final = {
    "FileNotFoundError": "Make the folder first",
    "PermissionError": "Choose a folder that you may write to, or close the file where it is open",
    "IsADirectoryError": "Give the name of a file in it",
    "NotADirectoryError": "A part of the path is a file",
}
#: ``/dev/stdout`` may be a regular file behind a redirection; replacing that would write past the reader.
_CHANNELS: Final = ("/dev/", "/proc/")


def save_bytes(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file so that whoever reads it finds the old content or the new, never a part.

    Parameters
    ----------
    path : path
        The file. A symbolic link stays one: the file that it points to is replaced. Pipes and devices, such as
        ``/dev/stdout``, are written to directly.
    data : bytes
        All of its content.

    Raises
    ------
    OutputRefusedError
        When the file cannot be written; it is then as it was before, and nothing is left beside it.

    Notes
    -----
    Writes a temporary file in the same folder, forces it to disk and renames it. An existing file keeps its permissions
    and, where the system lets us, its owner; one that is read-only is refused, though renaming could replace it. Other
    hard links to the old file keep the old content. After a loss of power a file ``.spotifymodel-….tmp`` may be left.
    """
    name = os.fspath(path)
    if not name:
        raise OutputRefusedError("''", "this is no file name")
    try:
        old = _status(name)
        if old is not None and stat.S_ISDIR(old.st_mode):
            raise IsADirectoryError(21, "it is a folder")
        if old is not None and (not stat.S_ISREG(old.st_mode) or os.path.abspath(name).startswith(_CHANNELS)):
            _write_through(name, data)
            return
        if old is not None and not os.access(name, os.W_OK):
            raise PermissionError(13, "the file is read-only")
        _replace(os.path.realpath(name), data, old)
    except ValueError:
        raise OutputRefusedError(repr(name), "this is no file name") from None
    except OSError as err:
        reason = (err.strerror or type(err).__name__).lower()
        raise OutputRefusedError(name, reason, _FIXES.get(type(err).__name__, "")) from err


def _status(name: str) -> os.stat_result | None:
    try:
        return os.stat(name)
    except FileNotFoundError:
        return None


def _write_through(name: str, data: bytes) -> None:
    """Append to a channel: neither truncated nor replaced, since somebody else holds its other end."""
    handle = os.open(name, os.O_WRONLY | os.O_APPEND)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
    finally:
        os.close(handle)


def _replace(target: str, data: bytes, old: os.stat_result | None) -> None:
    folder = os.path.dirname(target)
    # A short name of its own, since the target's may be as long as the system allows. 0o666 lets the umask decide, which
    # tempfile does not.
    temporary = os.path.join(folder, f".spotifymodel-{token_hex(8)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    handle = os.open(temporary, flags, 0o666)
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            if old is not None:
                _inherit(temporary, old)
            os.fsync(file.fileno())
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    _sync_folder(folder)


def _inherit(temporary: str, old: os.stat_result) -> None:
    """Give a file the owner and permissions of the one that it replaces; the owner first, since changing it clears bits."""
    if hasattr(os, "chown"):
        with suppress(OSError):
            os.chown(temporary, old.st_uid, old.st_gid)
    os.chmod(temporary, stat.S_IMODE(old.st_mode))


def _sync_folder(folder: str) -> None:
    """Force the renaming itself to disk, where folders can be opened; a failure here loses nothing that was promised."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
