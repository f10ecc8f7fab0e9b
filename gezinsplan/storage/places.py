"""Whether a folder is a place for a vault: never a network drive, and never one that a cloud program keeps in step.

Such a program copies a file while it is being written, and puts an older one back; a network drive does not keep the
promises that a database needs. Both are welcome for backups, which are whole files that no longer change.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath

from gezinsplan.domain.errors import Code, VaultRefused


class Place(StrEnum):
    """What kind of place a folder is."""

    LOCAL = "local"
    SYNCED = "synced"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Mount:
    """A file system and where it begins, as the system tells it."""

    point: str
    kind: str
    options: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All that the decision is made of."""

    folder: PurePath
    """Absolute, with links followed."""
    environment: Mapping[str, str]
    marks: frozenset[str]
    """Names of files in the folder and in every folder above it, as far as they are a mark of `MARKS`."""
    mounts: tuple[Mount, ...]


MARKS = frozenset(
    {
        ".dropbox",  # Dropbox
        ".dropbox.cache",
        ".owncloudsync.log",  # ownCloud
        ".nextcloudsync.log",  # Nextcloud
        ".tmp.drivedownload",  # Google Drive
        ".tmp.driveupload",
        "desktop.ini.gdrive",
        ".stfolder",  # Syncthing
        ".boxsync",  # Box
    }
)
"""Files and folders that a cloud program leaves in the folder that it keeps in step; in small letters."""

# A part of the path that is one of these, or begins with one of them and " - ", as in "OneDrive - Gemeente Zwolle".
_FOLDERS = (
    "onedrive", "sharepoint", "dropbox", "google drive", "googledrive", "my drive", "mijn drive", "icloud drive",
    "iclouddrive", "com~apple~clouddocs", "mobile documents", "nextcloud", "owncloud", "box", "box sync",
    "cloudstorage",    "sync.com", "pcloud drive", "pclouddrive", "megasync", "surfdrive", "tresorit", "proton drive",
)  # fmt: skip
_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer", "NEXTCLOUD_DIR", "DROPBOX_DIR")

_NETWORK = frozenset(
    {
        "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "afs", "ncpfs", "webdav", "davfs", "davfs2",
        "fuse.davfs", "fuse.davfs2", "ceph", "fuse.ceph", "glusterfs", "fuse.glusterfs", "lustre", "beegfs", "gfs2",
        "fuse.sshfs", "sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.s3fs", "fuse.gcsfuse", "fuse.curlftpfs",
    }
)  # fmt: skip
_SYNCED = frozenset({"fuse.google-drive-ocamlfuse", "fuse.onedriver", "fuse.dropbox", "fuse.pcloud", "fuse.megafs"})


def refuse(folder: Path) -> None:
    """VAULT_SYNCED or VAULT_NETWORK when a vault must not lie in this folder; OSError when it cannot be looked at."""
    match decide(surroundings(folder)):
        case Place.SYNCED:
            raise VaultRefused(Code.VAULT_SYNCED)
        case Place.NETWORK:
            raise VaultRefused(Code.VAULT_NETWORK)


def decide(seen: Surroundings) -> Place:
    """What kind of place this is; in doubt a local one, so that nobody is kept from work by a guess."""
    mount = _mount(seen)
    kind = mount.kind.lower() if mount else ""
    if (
        str(seen.folder).startswith(("\\\\", "//"))
        or kind in _NETWORK
        or (mount and "remote" in mount.options.split(","))
    ):
        return Place.NETWORK
    inside = (_is_cloud(part) for part in _without_user(seen.folder.parts[1:]))
    if kind in _SYNCED or seen.marks or any(inside) or _is_below(seen.folder, seen.environment):
        return Place.SYNCED
    return Place.LOCAL


def _mount(seen: Surroundings) -> Mount | None:
    """The file system that the folder is on: the one that begins closest to it."""
    around = [each for each in seen.mounts if seen.folder.is_relative_to(type(seen.folder)(each.point))]
    return max(around, key=lambda each: len(type(seen.folder)(each.point).parts), default=None)


def _without_user(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Somebody may be called Box."""
    return parts[2:] if parts and parts[0].lower() in ("home", "users") else parts


def _is_cloud(part: str) -> bool:
    name = part.lower()
    return any(name == each or name.startswith((f"{each} - ", f"{each}-")) for each in _FOLDERS)


def _is_below(folder: PurePath, environment: Mapping[str, str]) -> bool:
    told = (environment.get(name, "") for name in _VARIABLES)
    return any(folder.is_relative_to(type(folder)(each)) for each in told if each)


def surroundings(folder: Path) -> Surroundings:
    """What the system tells about a folder, which need not be there yet."""
    import psutil

    real = folder.absolute().resolve()
    mounts = tuple(Mount(each.mountpoint, each.fstype, each.opts) for each in psutil.disk_partitions(all=True))
    return Surroundings(real, os.environ, _marks(real), mounts)


def _marks(folder: Path) -> frozenset[str]:
    """The marks in the folder and above it, up to the home folder: there Dropbox keeps its own program by that name."""
    home = Path.home()
    around = [each for each in (folder, *folder.parents) if each not in (home, *home.parents)]
    return frozenset(name for each in around for name in MARKS if os.path.lexists(each / name))
