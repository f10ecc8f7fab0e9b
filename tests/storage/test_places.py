import os
from collections.abc import Mapping
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from gezinsplan.domain.errors import Code
from gezinsplan.storage import places
from gezinsplan.storage.creating import create
from gezinsplan.storage.opening import open_vault
from gezinsplan.storage.places import Mount, Place, Surroundings, decide
from gezinsplan.storage.ways.passphrase import Argon2Parameters, Passphrase
from tests.storage.harm import refused

ROOT = (Mount("/", "ext4"),)
C = (Mount("C:\\", "NTFS", "rw,fixed"), Mount("H:\\", "NTFS", "rw,remote"), Mount("E:\\", "FAT32", "rw,removable"))


def seen(
    folder: str, *mounts: Mount, marks: frozenset[str] = frozenset(), environment: Mapping[str, str] | None = None
) -> Surroundings:
    path: PurePath = PureWindowsPath(folder) if ":" in folder or folder.startswith("\\\\") else PurePosixPath(folder)
    return Surroundings(path, environment or {}, marks, mounts)


@pytest.mark.parametrize(
    "folder",
    [
        r"C:\Users\anne\OneDrive\kluis",
        r"C:\Users\anne\OneDrive - Gemeente Zwolle\Documenten\kluis",
        r"C:\Users\anne\Dropbox\kluis",
        r"C:\Users\anne\iCloudDrive\kluis",
        r"C:\Users\anne\Nextcloud\kluis",
        r"C:\Users\anne\SharePoint\Jeugd - Documenten\kluis",
        "/home/anne/Nextcloud/kluis",
        "/home/anne/ownCloud/kluis",
        "/home/anne/Google Drive/kluis",
        "/home/anne/Box/kluis",
        "/Users/anne/Library/CloudStorage/OneDrive-Gemeente/kluis",
        "/Users/anne/Library/Mobile Documents/com~apple~CloudDocs/kluis",
    ],
)
def test_folders_of_cloud_programs(folder: str) -> None:
    assert decide(seen(folder, *ROOT, *C)) is Place.SYNCED


def test_what_the_environment_and_the_marks_say() -> None:
    told = {"OneDriveCommercial": r"D:\Werk"}
    assert decide(seen(r"d:\werk\kluis", environment=told)) is Place.SYNCED
    assert decide(seen(r"D:\Werkplek\kluis", environment=told)) is Place.LOCAL
    assert decide(seen("/data/kluis", *ROOT, marks=frozenset({".nextcloudsync.log"}))) is Place.SYNCED


@pytest.mark.parametrize(
    ("folder", "mounts"),
    [
        ("/mnt/team/kluis", (*ROOT, Mount("/mnt/team", "nfs4"))),
        ("/mnt/team/kluis", (*ROOT, Mount("/mnt/team", "cifs"))),
        ("/mnt/team/kluis", (*ROOT, Mount("/mnt/team", "smb3"))),
        ("/home/a/web/kluis", (*ROOT, Mount("/home/a/web", "fuse.davfs"))),
        ("/home/a/ver/kluis", (*ROOT, Mount("/home/a/ver", "fuse.sshfs"))),
        ("/home/a/ver/kluis", (*ROOT, Mount("/home/a/ver", "fuse.rclone"))),
        ("/Volumes/team/kluis", (Mount("/", "apfs"), Mount("/Volumes/team", "smbfs"))),
        (r"H:\kluis", C),
        (r"\\server\team\kluis", C),
    ],
)
def test_network_drives(folder: str, mounts: tuple[Mount, ...]) -> None:
    assert decide(seen(folder, *mounts)) is Place.NETWORK


@pytest.mark.parametrize(
    ("folder", "mounts"),
    [
        ("/root/kluis", (Mount("/", "overlay"),)),
        ("/run/kluis", (*ROOT, Mount("/run", "tmpfs"))),
        ("/mnt/c/Users/anne/kluis", (*ROOT, Mount("/mnt/c", "9p"))),
        ("/mnt/c/Users/anne/kluis", (*ROOT, Mount("/mnt/c", "drvfs"))),
        ("/media/anne/stick/kluis", (*ROOT, Mount("/media/anne/stick", "vfat"))),
        ("/home/anne/kluis", (*ROOT, Mount("/home/anne", "fuse.encfs"))),
        ("/mnt/teamwerk/kluis", (*ROOT, Mount("/mnt/team", "nfs4"))),
        ("/mnt/team/lokaal/kluis", (*ROOT, Mount("/mnt/team", "nfs4"), Mount("/mnt/team/lokaal", "ext4"))),
        ("/home/box/kluis", ROOT),
        ("/home/anne/dozen/inbox/kluis", ROOT),
        (r"C:\Users\anne\AppData\Local\Gezinsplan\kluis", C),
        (r"E:\kluis", C),
        ("/home/anne/kluis", ()),
    ],
)
def test_everything_else_is_local(folder: str, mounts: tuple[Mount, ...]) -> None:
    assert decide(seen(folder, *mounts)) is Place.LOCAL


def test_the_folder_of_these_tests_is_local(folder: Path) -> None:
    assert decide(places.surroundings(folder)) is Place.LOCAL


def test_a_vault_in_such_a_folder_is_neither_made_nor_opened(
    tmp_path: Path, folder: Path, passphrase: str, fast: Argon2Parameters
) -> None:
    for synced in (tmp_path / "Dropbox", tmp_path / "gewoon"):
        synced.mkdir()
        (synced / ".owncloudsync.log").touch()
        with refused(Code.VAULT_SYNCED):
            create(synced / "nieuw" / "kluis", Passphrase(passphrase, fast))
        assert not (synced / "nieuw").exists()
    moved = folder.rename(tmp_path / "Dropbox" / "kluis")
    with refused(Code.VAULT_SYNCED):
        open_vault(moved, Passphrase(passphrase))
    link = tmp_path / "link"
    os.symlink(moved, link)
    with refused(Code.VAULT_SYNCED):
        open_vault(link, Passphrase(passphrase))
