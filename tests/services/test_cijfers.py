"""Figures without names: the same numbers in the table, the picture and the file, and nothing of few families."""

import csv
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from gezinsplan.domain.betrokken import aantal_professionals, start_on
from gezinsplan.domain.cijfers import LEAST
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.errors import Code, Refused
from gezinsplan.domain.logboek import LogActie
from gezinsplan.services import cijfers, families, logbook
from gezinsplan.services.caseload import Caseload
from gezinsplan.services.logbook import Vraag
from gezinsplan.storage.vault import Vault


def test_the_whole_is_what_the_list_adds_up_to(demo_caseload: Caseload, today: date) -> None:
    found = cijfers.figures(demo_caseload, today)
    rows = [row for row in families.rows(demo_caseload, today) if row.fase != "gesloten"]
    assert found.totaal is not None
    assert (found.totaal.start, found.totaal.nu) == (sum(row.start for row in rows), sum(row.nu for row in rows))


def test_against_a_slow_count(demo_caseload: Caseload, today: date) -> None:
    dossiers = [demo_caseload.dossier(row.id) for row in families.rows(demo_caseload, today)]
    going = [each for each in dossiers if each.gezin.afsluiting is None]
    by_wijk: dict[str, list[Dossier]] = {}
    for each in going:
        by_wijk.setdefault(each.gezin.wijk, []).append(each)
    large = {wijk: found for wijk, found in by_wijk.items() if len(found) >= LEAST}
    shown = {
        each.groep: (each.regel.van, each.regel.naar)
        for each in cijfers.table(cijfers.figures(demo_caseload, today))
        if each.regel.cijfer == "wijk" and each.regel.groep
    }
    assert shown
    assert shown == {
        wijk: (
            sum(aantal_professionals(each, start_on(each)) for each in found),
            sum(aantal_professionals(each, today) for each in found),
        )
        for wijk, found in large.items()
    }


def test_table_picture_and_file_are_one(demo_caseload: Caseload, today: date, tmp_path: Path) -> None:
    found = cijfers.figures(demo_caseload, today)
    table = cijfers.table(found)
    cijfers.save_csv(demo_caseload, found, tmp_path / "cijfers.csv")
    raw = (tmp_path / "cijfers.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    head, *lines = csv.reader(StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";")
    assert head[0] == "Cijfer"
    said = [(each.cijfer, each.groep, each.regel.gezinnen, each.regel.van, each.regel.naar) for each in table]
    assert [tuple(line[:5]) for line in lines] == [
        tuple("" if part is None else str(part) for part in row) for row in said
    ]
    assert {line[5] for line in lines} == {today.isoformat()}
    for soort in ("totaal", "wijk", "sector"):
        rows = [each.regel for each in table if each.regel.cijfer == soort]
        bars = cijfers.bars(found, soort)
        assert [(each.van, each.naar) for each in bars] == [(each.van, each.naar) for each in rows]
        assert {each.meest for each in bars} == {max(max(each.van or 0, each.naar) for each in rows)}
    assert all(bar.naam for bar in cijfers.bars(found, "totaal"))
    written = [row.wat for row in logbook.rows(demo_caseload, Vraag(actie=LogActie.CIJFERS_BEWAARD))]
    assert written == ["Cijfers bewaard als bestand"]


def test_nothing_of_fewer_than_five_families_and_no_name(demo_caseload: Caseload, today: date) -> None:
    text = cijfers.as_csv(cijfers.figures(demo_caseload, today)).decode("utf-8-sig")
    for row in families.rows(demo_caseload, today):
        assert row.naam not in text
        assert row.kenmerk not in text
    assert "Bloemendaal" not in text, "two families live there"
    assert "Korte Akkeren" in text
    assert "andere, samen" in text


def test_a_formula_stays_a_text(demo_caseload: Caseload, today: date) -> None:
    found = cijfers.figures(demo_caseload, today)
    evil = replace(found, wijken=tuple(replace(each, naam='=1+1;"x"') for each in found.wijken if each.naam))
    text = cijfers.as_csv(evil).decode("utf-8-sig")
    assert '"\'=1+1;""x"""' in text


def test_an_unknown_wijk_is_called_so(demo_caseload: Caseload, today: date) -> None:
    found = cijfers.figures(demo_caseload, today)
    nameless = replace(found, wijken=tuple(replace(each, naam="") for each in found.wijken if each.naam))
    assert "wijk niet ingevuld" in {each.groep for each in cijfers.table(nameless)}


def test_an_empty_vault_has_no_figures(vault: Vault, today: date) -> None:
    found = cijfers.figures(Caseload(vault), today)
    assert cijfers.table(found) == ()
    assert cijfers.bars(found, "totaal") == ()


def test_a_place_that_cannot_be_written_is_told(demo_caseload: Caseload, today: date, tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        cijfers.save_csv(demo_caseload, cijfers.figures(demo_caseload, today), tmp_path / "geen" / "x.csv")
    assert caught.value.code is Code.FILE_NOT_WRITTEN
