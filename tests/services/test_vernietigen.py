"""Gone means gone: after a destruction no byte of the family is in the vault, and the log still verifies."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, datetime
from pathlib import Path
from shutil import copytree

import apsw
import pytest

from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import Code
from gezinsplan.domain.logboek import LogActie, Melding, Resultaat
from gezinsplan.domain.values import Part, parts, put
from gezinsplan.domain.versies import Bevroren, PlanVersie
from gezinsplan.services import backups, families, vernietigen
from gezinsplan.services.caseload import Caseload, Family, Rule
from gezinsplan.services.vernietigen import destroy
from gezinsplan.storage import logbook, markers, shelf
from gezinsplan.storage.keys import VaultKey
from gezinsplan.storage.logbook import Choice
from gezinsplan.storage.vault import DATABASE, Vault, hold
from gezinsplan.texts.dates import today
from tests import make
from tests.storage.test_values import a_full_dossier

CANARY = "Kanarie"
NAAM = f"{CANARY}gezin"


def marked(part: Part) -> Part:
    """The part with the canary in every text that it has."""
    texts = {each.name: f"{CANARY} {each.name}" for each in fields(part) if type(getattr(part, each.name)) is str}
    texts = {name: word for name, word in texts.items() if name != "kenmerk"}
    if isinstance(part, PlanVersie):
        texts["inhoud"] = Bevroren(f"{CANARY} in a version")
    return replace(part, **texts)


def saying(words: str) -> Rule:
    def rule(family: Family) -> Family:
        return replace(family, dossier=put(family.dossier, replace(family.dossier.teksten[0], woorden=words)))

    return rule


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, template: tuple[Path, bytes]) -> Path:
    """A family with the canary in every text, changed and changed back, with drafts; and another family."""
    folder = Path(copytree(template[0], tmp_path_factory.mktemp("filled") / "kluis"))
    opened = Caseload(Vault(folder, VaultKey(bytearray(template[1])), hold(folder)))
    canaries = put(a_full_dossier(), *(marked(each) for each in parts(a_full_dossier())))
    canaries = put(canaries, replace(canaries.gezin, naam=NAAM))
    opened.do("begin", (None, make.a_kaart()), (None, make.a_praktijk()), (None, canaries))
    team = opened.team()
    assert team is not None
    families.new_family(opened, team, families.NieuwGezin("Bakker", today(), ik_ben_regisseur=True))
    for number in range(30):
        before = opened.family(make.GEZIN, today())
        opened.change("Tekst", before, saying(f"{CANARY} {number}" * (number * 7 + 1)))
    opened.keep_draft(f"{make.GEZIN}/actie/new", {"wat": CANARY * 500})
    opened.lock()
    return folder


@pytest.fixture
def caseload(filled: Path, template: tuple[Path, bytes], tmp_path: Path) -> Iterator[Caseload]:
    """A copy of it, open."""
    folder = Path(copytree(filled, tmp_path / "kluis"))
    opened = Caseload(Vault(folder, VaultKey(bytearray(template[1])), hold(folder)))
    yield opened
    opened.lock()


def pages(caseload: Caseload) -> bytes:
    return decrypted(caseload.folder / DATABASE, caseload.vault.key.raw.hex())


def decrypted(path: Path, key: str) -> bytes:
    """Every page of the file, also those that are in no table, as another program decrypts them."""
    source = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    for pragma in ("cipher = 'sqlcipher'", "legacy = 4", f"key = \"x'{key}'\""):
        source.execute(f"PRAGMA {pragma}").fetchall()
    return source.serialize("main")


def test_this_test_sees_what_is_there(caseload: Caseload) -> None:
    assert pages(caseload).count(CANARY.encode()) > 100


def test_no_byte_of_the_family_stays(caseload: Caseload) -> None:
    assert destroy(caseload, make.GEZIN, NAAM, Resultaat.OP_VERZOEK).opgeruimd
    assert CANARY.encode() not in pages(caseload)
    for path in caseload.folder.rglob("*"):
        assert path.is_dir() or CANARY.encode() not in path.read_bytes()
    assert [each.naam for each in families.rows(caseload, today())] == ["Bakker"]
    assert caseload.is_whole()


def test_the_log_verifies_and_says_why_in_a_word(caseload: Caseload) -> None:
    destroy(caseload, make.GEZIN, NAAM, Resultaat.BEWAARTERMIJN)
    with caseload.vault.read() as conn:
        assert logbook.verify(conn) == []
        (line,) = logbook.page(conn, Choice(actie=LogActie.VERNIETIGD), 5)
        (marker,) = markers.load(conn)
    assert (line.object, line.resultaat, line.digest) == (make.GEZIN, Resultaat.BEWAARTERMIJN, None)
    assert (marker.root, f"{marker.moment:%H%M%S}") == (make.GEZIN, f"{line.moment:%H%M%S}")
    assert markers.read_beside(caseload.folder / shelf.FOLDER, caseload.vault.key) == (marker,)


@pytest.mark.parametrize(
    ("naam", "reden", "code"),
    [
        ("Bakker", Resultaat.OP_VERZOEK, Code.NAME_DIFFERS),
        (NAAM, None, Code.DESTROY_REASON),
        (NAAM, Resultaat.GELUKT, Code.DESTROY_REASON),
    ],
)
def test_a_refusal_changes_nothing(caseload: Caseload, naam: str, reden: Resultaat | None, code: Code) -> None:
    before = caseload.dossier(make.GEZIN)
    with make.refused(code):
        destroy(caseload, make.GEZIN, naam, reden)
    assert caseload.dossier(make.GEZIN) == before
    with caseload.vault.read() as conn:
        assert logbook.count(conn, LogActie.VERNIETIGD) == 0


def test_it_is_not_undone_and_not_done_twice(caseload: Caseload) -> None:
    destroy(caseload, make.GEZIN, NAAM, Resultaat.VERGISSING)
    assert caseload.steps.undo_name(make.GEZIN) == ""
    with make.refused(Code.NOTHING_TO_UNDO):
        caseload.undo(make.GEZIN)
    with make.refused(Code.UNKNOWN_PART):
        destroy(caseload, make.GEZIN, NAAM, Resultaat.VERGISSING)


def test_a_step_of_another_page_that_touched_it_is_forgotten_too(caseload: Caseload) -> None:
    team, dossier = caseload.team(), caseload.dossier(make.GEZIN)
    assert team is not None
    other = next(each for each in families.rows(caseload, today()) if each.naam == "Bakker").id
    bakker: Dossier = caseload.dossier(other)
    named = [put(each, replace(each.gezin, wijk="Noord")) for each in (bakker, dossier)]
    caseload.do("beide", (bakker, named[0]), (dossier, named[1]))
    alone = put(caseload.dossier(other), replace(bakker.gezin, wijk="Zuid"))
    caseload.do("alleen", (caseload.dossier(other), alone))
    destroy(caseload, make.GEZIN, NAAM, Resultaat.VERGISSING)
    assert caseload.steps.undo_name(other) == "alleen"
    caseload.undo(other)
    assert caseload.steps.undo_name(other) == ""


def test_a_new_family_is_not_touched_by_an_old_marker(caseload: Caseload) -> None:
    destroy(caseload, make.GEZIN, NAAM, Resultaat.VERGISSING)
    team = caseload.team()
    assert team is not None
    made = families.new_family(caseload, team, families.NieuwGezin(NAAM, date(2026, 1, 1), ik_ben_regisseur=True))
    markers.settle(caseload.vault)
    assert caseload.dossier(made.id).gezin.naam == NAAM
    assert caseload.is_whole()


FULL = """
import resource, sys
from pathlib import Path
from shutil import copytree
from uuid import UUID
from gezinsplan.domain.logboek import Resultaat
from gezinsplan.services.caseload import Caseload, Family, Rule
from gezinsplan.services.vernietigen import destroy
from gezinsplan.storage import keys, vault
folder, key, root, naam = Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), UUID(sys.argv[3]), sys.argv[4]

class Filling(vault.Vault):
    def vacuum(self):
        resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))  # the disk is full from this moment on
        super().vacuum()

opened = Caseload(Filling(folder, keys.VaultKey(bytearray(key)), vault.hold(folder)))
print(destroy(opened, root, naam, Resultaat.VERGISSING).opgeruimd)
"""


def test_on_a_full_disk_it_is_destroyed_and_told(demo_caseload: Caseload, tmp_path: Path) -> None:
    """What was deleted is overwritten, whether or not the file can be written anew."""
    family = families.by_kenmerk(demo_caseload, "G-2025-014").gezin
    key, other = demo_caseload.vault.key.raw.hex(), Path(copytree(demo_caseload.folder, tmp_path / "vol"))
    street = b"Turfsingelhof"
    assert street in decrypted(other / DATABASE, key)
    command = [sys.executable, "-c", FULL, str(other), key, str(family.id), family.naam]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "False"
    assert street not in decrypted(other / DATABASE, key)
    assert "overschreven" in vernietigen.not_tidied()


def test_no_line_holds_anything_of_a_family(caseload: Caseload) -> None:
    caseload.log(LogActie.GELEZEN, make.GEZIN)
    caseload.lines.add(Melding(LogActie.GETOOND, make.GEZIN))
    with caseload.vault.read() as conn:
        for line in logbook.lines(conn, Choice()):
            told = [line.actie, line.resultaat, line.herkomst]
            assert all(type(each) in (LogActie, Resultaat, type(line.herkomst)) for each in told)
            assert CANARY not in repr(logbook.fields(line))
            assert isinstance(line.moment, datetime)


def test_the_backups_that_still_hold_the_family_are_listed_until_they_roll_off(caseload: Caseload) -> None:
    kept = {backups.make(caseload).path for _twice in range(2)}
    destroyed = destroy(caseload, make.GEZIN, NAAM, Resultaat.OP_VERZOEK)
    held = vernietigen.still_held(caseload, make.GEZIN, destroyed.moment)
    assert {each.path for each in held} == kept
    assert all(each.tot > today() for each in held)
    for each in held:
        backups.renew(caseload, each.path)
    assert not any(each.counts and each.counts.gezinnen > 1 for each in backups.overview(caseload))
