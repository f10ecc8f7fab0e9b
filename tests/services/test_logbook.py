"""The log for people: in words, checked, and as a file that anybody can verify."""

import hashlib
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from gezinsplan.domain.errors import Code, Refused
from gezinsplan.domain.logboek import Herkomst, LogActie, Resultaat
from gezinsplan.services import families, kluis, logbook
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.identity import now
from gezinsplan.services.logbook import LogRij, Vraag
from gezinsplan.services.vernietigen import destroy
from gezinsplan.storage import tries
from gezinsplan.storage.vault import Vault
from gezinsplan.texts.words import word

BAKKER = "G-2026-002"


def newest(caseload: Caseload, **vraag: Any) -> LogRij:
    return logbook.page(caseload, Vraag(**vraag)).rijen[0]


def actions(caseload: Caseload) -> list[str]:
    return [each.wat for each in logbook.rows(caseload, Vraag())]


def test_a_line_in_words(demo_caseload: Caseload) -> None:
    family = families.by_kenmerk(demo_caseload, BAKKER)
    demo_caseload.log(LogActie.GELEZEN, family.id)
    row = newest(demo_caseload)
    assert (row.wat, row.over, row.kenmerk) == ("Gelezen", family.gezin.naam, BAKKER)
    assert (row.resultaat, row.herkomst, row.wie, row.mislukt) == ("gelukt", "venster", "Sanne Dijkstra", False)


def test_what_is_shared_and_what_is_gone_have_words_too(demo_caseload: Caseload) -> None:
    family = families.by_kenmerk(demo_caseload, BAKKER)
    about = {each.over for each in logbook.rows(demo_caseload, Vraag())}
    assert {"Sociale kaart", "Mijn gegevens en lijsten", "Bakker"} <= about
    destroy(demo_caseload, family.id, family.gezin.naam, Resultaat.OP_VERZOEK)
    row = newest(demo_caseload)
    assert (row.wat, row.over, row.kenmerk) == ("Vernietigd", "een gezin dat weg is", "")
    assert row.resultaat == "op verzoek van het gezin"


def test_by_day_family_and_action(demo_caseload: Caseload, today: date) -> None:
    family = families.by_kenmerk(demo_caseload, BAKKER).id
    demo_caseload.log(LogActie.GELEZEN, family)
    assert newest(demo_caseload, vanaf=today, tot=today, gezin=family, actie=LogActie.GELEZEN).kenmerk == BAKKER
    assert len(logbook.page(demo_caseload, Vraag(gezin=family)).rijen) == 2
    yesterday = today - timedelta(days=1)
    assert logbook.page(demo_caseload, Vraag(tot=yesterday)).rijen == ()
    assert logbook.page(demo_caseload, Vraag(vanaf=today + timedelta(days=1))).rijen == ()


def test_a_long_log_comes_in_pages(demo_caseload: Caseload) -> None:
    for _again in range(logbook.PAGE):
        demo_caseload.log(LogActie.GEZOCHT)
    first = logbook.page(demo_caseload, Vraag())
    assert (len(first.rijen), first.meer) == (logbook.PAGE, True)
    rest = logbook.page(demo_caseload, Vraag(), first.rijen[-1].nummer)
    assert not rest.meer
    assert rest.rijen[0].nummer == first.rijen[-1].nummer - 1


def test_every_word_of_the_log_is_there() -> None:
    for kind in (LogActie, Resultaat, Herkomst):
        assert len({word(each) for each in kind}) == len(kind)


def test_a_whole_log_and_its_mark(demo_caseload: Caseload) -> None:
    noted = logbook.mark(demo_caseload)
    assert logbook.check(demo_caseload) == ()
    assert logbook.check(demo_caseload, noted) == ()
    assert logbook.check(demo_caseload, f" {noted.upper()} ") == ()
    assert newest(demo_caseload).wat == "Logboek gecontroleerd"
    number = noted.split("-")[0]
    (said,) = logbook.check(demo_caseload, f"{number}-{'0' * 16}")
    assert said == f"Regel {number} is niet die van het genoteerde kenteken."
    assert newest(demo_caseload).mislukt


@pytest.mark.parametrize("mark", ["12", "12-xyz", "12-3f2a", "-3f2a9c017be455d0"])
def test_what_cannot_be_a_mark_is_refused(demo_caseload: Caseload, mark: str) -> None:
    with pytest.raises(Refused) as caught:
        logbook.check(demo_caseload, mark)
    assert caught.value.code is Code.LOG_HEAD


def test_each_flaw_is_a_sentence(demo_caseload: Caseload) -> None:
    with demo_caseload.vault.write() as conn:
        for verb in ("UPDATE", "DELETE"):
            conn.exec_driver_sql(f"DROP TRIGGER logboek_kept_{verb}")
        conn.exec_driver_sql("UPDATE logboek SET actor = 'x' WHERE nummer = 2")
        conn.exec_driver_sql("DELETE FROM logboek WHERE nummer = 4")
    assert not demo_caseload.is_whole()
    said = " ".join(logbook.check(demo_caseload))
    assert "Regel 2 is veranderd" in said
    assert "Vóór regel 5 ontbreken regels" in said
    assert "zonder regel in het logboek" in said


def test_the_file_can_be_verified_without_this_program(demo_caseload: Caseload, tmp_path: Path) -> None:
    demo_caseload.log(LogActie.GELEZEN, families.by_kenmerk(demo_caseload, BAKKER).id)
    target = tmp_path / "logboek.json"
    logbook.export(demo_caseload, target)
    told = json.loads(target.read_text(encoding="utf-8"))
    last = "0" * 64
    for entry in told["verwerkingsacties"]:
        assert entry["regel"][-1] == last
        last = hashlib.sha256(json.dumps(entry["regel"], separators=(",", ":")).encode()).hexdigest()
        assert entry["hash"] == last
    assert told["kenteken"].split("-")[1] == last[:16]
    assert newest(demo_caseload).wat == "Logboek bewaard als bestand"


def test_the_file_has_the_names_of_the_standard_and_no_other_names(demo_caseload: Caseload, tmp_path: Path) -> None:
    family = families.by_kenmerk(demo_caseload, BAKKER)
    demo_caseload.log(LogActie.GETOOND, family.id)
    target = tmp_path / "logboek.json"
    logbook.export(demo_caseload, target)
    text = target.read_text(encoding="utf-8")
    entries = json.loads(text)["verwerkingsacties"]
    shown = entries[-1]
    assert (shown["actieNaam"], shown["handelingNaam"]) == ("Afgeschermde gegevens getoond", "inzien")
    assert shown["verwerkteObjecten"] == [
        {"objecttype": "dossier", "soortObjectId": "UUID", "objectId": str(family.id)}
    ]
    assert shown["tijdstip"] == shown["tijdstipRegistratie"]
    assert len({each["actieId"] for each in entries}) == len(entries)
    team = demo_caseload.team()
    assert team is not None
    names = {each.naam for each in team.kaart.professionals} | {each.naam for each in team.kaart.organisaties}
    names |= {each.naam for each in families.rows(demo_caseload, date.today())} | {BAKKER}
    assert not [each for each in names if each and each in text]


def test_a_file_that_cannot_be_written_is_refused_and_not_logged(demo_caseload: Caseload, tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        logbook.export(demo_caseload, tmp_path / "geen" / "logboek.json")
    assert caught.value.code is Code.FILE_NOT_WRITTEN
    assert "Logboek bewaard als bestand" not in actions(demo_caseload)


def test_opening_locking_and_wrong_tries(folder: Path, passphrase: str, tmp_path: Path) -> None:
    tried = datetime(2026, 11, 24, 8, tzinfo=UTC)
    tries.note(folder, "passphrase", tried)
    tries.note(folder, "sheet", tried)
    kluis.unlock(folder, passphrase, now(), herkomst=Herkomst.TERMINAL).lock()
    opened = kluis.unlock(folder, passphrase, now())
    rows = [*logbook.rows(opened, Vraag())]
    assert [each.wat for each in rows] == [
        *("Ontgrendelen geprobeerd",) * 2,
        "Ontgrendeld met het wachtwoord",
        "Vergrendeld",
        "Ontgrendeld met het wachtwoord",
    ]
    assert [(each.moment, each.wie) for each in rows[:2]] == [
        (tried, "met een wachtwoord"),
        (tried, "met het herstelblad"),
    ]
    assert [each.herkomst for each in rows] == [*("terminal",) * 4, "venster"]
    logbook.export(opened, tmp_path / "log.json")
    first = json.loads((tmp_path / "log.json").read_text(encoding="utf-8"))["verwerkingsacties"][0]
    assert first["tijdstipRegistratie"] is None
    opened.lock()


def test_who_opens_with_the_recovery_sheet_is_not_the_user(vault: Vault) -> None:
    opened = Caseload(vault, actor="herstelblad")
    opened.log(LogActie.GEZOCHT)
    assert newest(opened).wie == "met het herstelblad"


def test_locking_twice_leaves_one_line(folder: Path, passphrase: str) -> None:
    opened = kluis.unlock(folder, passphrase, now())
    opened.lock()
    opened.lock()
    again = kluis.unlock(folder, passphrase, now())
    assert actions(again).count("Vergrendeld") == 1
    again.lock()


def test_a_file_that_takes_no_more_keeps_nobody_from_reading(demo_caseload: Caseload) -> None:
    """The line waits in memory until the disk takes it again."""
    file = demo_caseload.folder / "dossiers.db"
    before = len(actions(demo_caseload))
    file.rename(file.with_suffix(".away"))
    demo_caseload.log(LogActie.GEZOCHT)
    file.with_suffix(".away").rename(file)
    assert len(actions(demo_caseload)) == before
    demo_caseload.log(LogActie.GELEZEN)
    assert actions(demo_caseload)[before:] == ["Gezocht", "Gelezen"]
