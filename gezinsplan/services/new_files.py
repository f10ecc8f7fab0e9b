"""Files that hold a key or its way in: written whole, for ourselves alone, and never over another file."""

import os
from pathlib import Path

from gezinsplan.domain.errors import Code, Refused
from gezinsplan.storage import keys


def refuse_existing(*files: Path) -> None:
    """FILE_EXISTS: what is there may be the only copy of a key."""
    if any(os.path.lexists(file) for file in files):
        raise Refused(Code.FILE_EXISTS)


def write(file: Path, data: bytes) -> None:
    """Write a new file; FILE_EXISTS, FILE_NOT_WRITTEN (`errno`)."""
    refuse_existing(file)
    try:
        keys.write_aside(file, data)
    except OSError as error:
        raise Refused(Code.FILE_NOT_WRITTEN, errno=error.errno) from None
