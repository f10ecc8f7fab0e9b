"""A file that leaves the vault because the user chose so: written whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from gezinsplan.domain.errors import Code, Refused


def write_out(target: Path, pieces: Iterable[bytes]) -> None:
    """Write the pieces where the user chose, in place of what was there; FILE_NOT_WRITTEN (`errno`)."""
    try:
        if target.exists() and not target.is_file():
            raise OSError(errno.EEXIST, "not a file")  # a device or pipe is not to be replaced
        handle, aside = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=target.suffix)
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(pieces)
                file.flush()
                os.fsync(file.fileno())
            os.replace(aside, target)
        except BaseException:
            with suppress(OSError):
                os.unlink(aside)
            raise
    except OSError as error:
        raise Refused(Code.FILE_NOT_WRITTEN, errno=error.errno) from None
