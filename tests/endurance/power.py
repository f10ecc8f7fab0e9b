"""The power goes while a program saves, backs up, rekeys and puts back: rebuilt from what it asked of the disk.

The writer runs under strace. A cut is any moment in its list of calls. The disk then holds what was flushed, and of the
rest any part: a write that was not flushed may be there, be torn at a sector, or not be there; of the names, which the
file system keeps in order, any number after the last flushed one may be there. It is assumed that a disk that says that
it has flushed, has.
"""

import ast
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import text

from gezinsplan.storage import shelf
from gezinsplan.storage.opening import open_vault
from gezinsplan.storage.verify import verify
from gezinsplan.storage.ways.passphrase import Argon2Parameters, Passphrase
from tests.endurance.kills import _BEGIN

SECTOR = 512

WRITER = (
    _BEGIN
    + """
vault = opening.open_vault(folder, way)
line(vault, 0)
backup.make(vault, Reason.ASKED)
line(vault, 1)
vault.lock()
vault = rekey.rekey(folder, way)
line(vault, 2)
made = backup.make(vault, Reason.ASKED)
vault.lock()
vault = restore.restore(folder, made, way)
line(vault, 3)
vault.lock()
"""
)

_CALLS = (
    "openat,close,write,pwrite64,lseek,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,"
    "rmdir"
)
_LINE = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+)")


@dataclass
class Inode:
    """A file whatever its name: what is flushed, and the calls since."""

    flushed: bytes = b""
    since: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Offset and bytes; no bytes: cut off there."""

    def flush(self) -> None:
        """The disk has all of it."""
        self.flushed = self.now(random.Random(0), certain=True)
        self.since.clear()

    def now(self, chance: random.Random, certain: bool = False) -> bytes:
        """What would be read after a cut: of the calls since the flush some, some torn."""
        data = bytearray(self.flushed)
        for offset, written in self.since:
            if not certain and chance.random() < 0.4:
                continue
            if written is None:
                del data[offset:]
                data.extend(bytes(offset - len(data)))
                continue
            kept = written
            if not certain and chance.random() < 0.3:
                kept = written[: chance.randrange(0, len(written) + 1, SECTOR)] if len(written) > SECTOR else b""
            data.extend(bytes(max(0, offset + len(kept) - len(data))))
            data[offset : offset + len(kept)] = kept
        return bytes(data)


Names = dict[str, Inode | None]
"""Every path and its file; no file: a folder."""


class Disk:
    """A folder as the calls of a program make it; `names` as the program sees it, `changes` not yet flushed."""

    def __init__(self, folder: Path) -> None:
        """Begin with what is there, all of it flushed."""
        self.folder = str(folder)
        self.flushed: Names = {self.folder: None}
        for path in sorted(folder.rglob("*")):
            self.flushed[str(path)] = None if path.is_dir() else Inode(path.read_bytes())
        self.names: Names = dict(self.flushed)
        self.changes: list[tuple[str, ...] | tuple[str, str, Inode]] = []
        self.open: dict[int, tuple[str, Inode | None]] = {}
        self.at: dict[int, int] = {}
        self.acknowledged = 0

    def cut(self, target: Path, chance: random.Random) -> None:
        """Write what is left when the power goes now."""
        names = dict(self.flushed)
        for change in self.changes[: chance.randint(0, len(self.changes))]:
            _apply(names, change)
        shutil.rmtree(target, ignore_errors=True)
        for path, inode in sorted(names.items(), key=lambda each: each[0]):
            there = target / Path(path).relative_to(self.folder)
            if inode is None:
                there.mkdir(parents=True, exist_ok=True)
            else:
                there.write_bytes(inode.now(chance))

    def change(self, *change: object) -> None:
        """The program changes a name."""
        self.changes.append(change)  # type: ignore[arg-type]
        _apply(self.names, change)

    def flush_names(self, folder: str) -> None:
        """Names are kept in order: the last one in this folder, and all before it."""
        touching = [number for number, change in enumerate(self.changes) if _in(change, folder)]
        last = max(touching, default=-1) + 1
        for change in self.changes[:last]:
            _apply(self.flushed, change)
        del self.changes[:last]


def _in(change: object, folder: str) -> bool:
    return any(isinstance(each, str) and str(Path(each).parent) == folder for each in change)  # type: ignore[attr-defined]


def _apply(names: Names, change: object) -> None:
    match change:
        case ("create", str(path), Inode() as inode):
            names[path] = inode
        case ("mkdir", str(path)):
            names[path] = None
        case ("remove", str(path)):
            names.pop(path, None)
        case ("rename", str(old), str(new)):
            moved = {path: names.pop(path) for path in list(names) if path == old or path.startswith(f"{old}/")}
            names.update({new + path[len(old) :]: inode for path, inode in moved.items()})


def calls(trace: Path) -> Iterator[tuple[str, list[str], int]]:
    """Name, arguments and answer of every call that succeeded; a call that was told in two lines is put together."""
    begun: dict[str, str] = {}
    for line in trace.read_text(encoding="ascii").splitlines():
        process, _space, rest = line.partition(" ")
        if rest.endswith("<unfinished ...>"):
            begun[process] = rest.removesuffix("<unfinished ...>").rstrip()
            continue
        if "resumed>" in rest:
            line = f"{process} {begun.pop(process, '')}{rest.partition('resumed>')[2]}"  # noqa: PLW2901
        found = _LINE.match(line)
        if found and int(found[4]) >= 0:
            yield found[2], found[3].split(", "), int(found[4])


def _bytes(told: str) -> bytes:
    return bytes(ast.literal_eval(f"b{told}"))


def _path(disk: Disk, told: str, at: str | None = None) -> str:
    path = _bytes(told).decode()
    if path.startswith("/") or at in (None, "AT_FDCWD"):
        return path
    return f"{disk.open.get(int(at or 0), ('', None))[0]}/{path}"


def play(disk: Disk, name: str, told: list[str], answer: int) -> None:
    """Let one call happen."""
    if name == "write" and told[0] == "1":
        said = _bytes(told[1]).split()
        disk.acknowledged = int(said[-1]) + 1 if said else disk.acknowledged
    elif name in ("rename", "unlink", "mkdir", "rmdir"):
        _rename(disk, name, [_path(disk, each) for each in told if each.startswith('"')])
    elif name in ("renameat", "renameat2"):
        _rename(disk, "rename", [_path(disk, told[1], told[0]), _path(disk, told[3], told[2])])
    elif name in ("unlinkat", "mkdirat"):
        _rename(disk, "unlink" if name == "unlinkat" else "mkdir", [_path(disk, told[1], told[0])])
    elif name == "openat":
        _open(disk, _path(disk, told[1], told[0]), told[2], answer)
    elif int(told[0]) in disk.open:
        _on_file(disk, name, told, answer)


def _rename(disk: Disk, name: str, paths: list[str]) -> None:
    if paths[0].startswith(disk.folder):
        disk.change({"unlink": "remove", "rmdir": "remove"}.get(name, name), *paths)


def _open(disk: Disk, path: str, flags: str, number: int) -> None:
    disk.open.pop(number, None)
    if not path.startswith(disk.folder):
        return
    if path not in disk.names and "O_CREAT" in flags:
        disk.change("create", path, Inode())
    inode = disk.names.get(path)
    if inode is not None and "O_TRUNC" in flags:
        inode.since.append((0, None))
    disk.open[number], disk.at[number] = (path, inode), 0


def _on_file(disk: Disk, name: str, told: list[str], answer: int) -> None:
    number = int(told[0])
    path, inode = disk.open[number]
    if name == "close":
        del disk.open[number]
    elif inode is None:
        if name in ("fsync", "fdatasync"):
            disk.flush_names(path)
    elif name == "write":
        inode.since.append((disk.at[number], _bytes(told[1])[:answer]))
        disk.at[number] += answer
    elif name == "pwrite64":
        inode.since.append((int(told[3]), _bytes(told[1])[:answer]))
    elif name == "lseek":
        disk.at[number] = answer
    elif name == "ftruncate":
        inode.since.append((int(told[1]), None))
    else:
        inode.flush()


def traced(folder: Path, passphrase: str, trace: Path) -> None:
    """Let the writer do its work on the vault, and keep every call that matters."""
    strace = ["strace", "-f", "-xx", "-s", "4000000", "-e", f"trace={_CALLS}", "-e", "signal=none", "-o", str(trace)]
    writer = [sys.executable, "-c", WRITER, str(folder), passphrase, "0"]
    subprocess.run([*strace, *writer], check=True, capture_output=True)


def cuts(before: Path, folder: Path, trace: Path, number: int, chance: random.Random) -> Iterator[tuple[Disk, int]]:
    """The disk at so many random moments of the list. `before` is a copy of the folder as it was."""
    listed = list(calls(trace))
    disk = _before(before, folder)
    moments = set(chance.sample(range(len(listed)), min(number, len(listed))))
    for at, call in enumerate(listed):
        if at in moments:
            yield disk, at
        play(disk, *call)


def replayed(before: Path, folder: Path, trace: Path) -> Disk:
    """The disk when the writer was done."""
    disk = _before(before, folder)
    for call in calls(trace):
        play(disk, *call)
    return disk


def _before(before: Path, folder: Path) -> Disk:
    disk = Disk(before)
    disk.flushed = {str(folder) + path[len(disk.folder) :]: inode for path, inode in disk.flushed.items()}
    disk.names, disk.folder = dict(disk.flushed), str(folder)
    return disk


def looked_at(folder: Path, passphrase: str, acknowledged: int) -> None:
    """The vault opens, is whole, and has every line that was acknowledged; backups with a name can be read."""
    vault = open_vault(folder, Passphrase(passphrase, Argon2Parameters(64 * 1024)))
    try:
        assert verify(vault).ok
        with vault.read() as conn:
            lines = [int(form) for form in conn.scalars(text("SELECT form FROM drafts ORDER BY form"))]
        assert lines == list(range(len(lines)))
        assert len(lines) >= acknowledged
        assert all(each.manifest is not None for each in shelf.listed(folder / shelf.FOLDER))
    finally:
        vault.lock()
