"""The demo caseload holds all rules on any day, and shows every kind of family that it promises."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from gezinsplan import paths
from gezinsplan.domain import checks, delen, plan, regie
from gezinsplan.domain.betrokken import (
    active_on,
    counts,
    is_child,
)
from gezinsplan.domain.datum import age_on
from gezinsplan.domain.dossier import Betrokkenheid, CasusFase, Dossier, Kader, RegieVorm, Vorm
from gezinsplan.domain.gaten import GatSoort, holes
from gezinsplan.domain.kaart import Praktijk, Sector, SocialeKaart
from gezinsplan.domain.lezers import Kring
from gezinsplan.domain.personen import Persoon, PersoonSoort
from gezinsplan.domain.values import find, parts
from gezinsplan.services.demo import DemoFault, demo
from tests.services.demo_days import DAYS, counting, line, made


def counted(dossier: Dossier, op: date) -> list[Betrokkenheid]:
    return [each for each in dossier.betrokkenheden if counts(dossier, each, op)]


class TestTheWhole:
    def test_is_as_large_as_promised(self, kaart: SocialeKaart, gezinnen: tuple[Dossier, ...]) -> None:
        assert len(gezinnen) >= 12
        assert len(kaart.professionals) >= 80
        assert len(kaart.organisaties) >= 30

    def test_holds_all_rules(self, praktijk: Praktijk, kaart: SocialeKaart, gezinnen: tuple[Dossier, ...]) -> None:
        checks.check(praktijk)
        checks.check(kaart)
        for dossier in gezinnen:
            checks.check(dossier)

    def test_has_unique_ids_in_order(
        self, praktijk: Praktijk, kaart: SocialeKaart, gezinnen: tuple[Dossier, ...]
    ) -> None:
        ids = [praktijk.id, kaart.id, *(part.id for part in (*parts(praktijk), *parts(kaart)))]
        ids += [part.id for dossier in gezinnen for part in parts(dossier)]
        assert len(ids) == len(set(ids))
        for dossier in gezinnen:
            assert [each.id for each in dossier.acties] == sorted(each.id for each in dossier.acties)

    def test_is_the_same_with_the_same_ids(self, vandaag: date) -> None:
        assert demo(vandaag, counting()) == made(vandaag)

    def test_refers_only_to_what_is_there(
        self, praktijk: Praktijk, kaart: SocialeKaart, gezinnen: tuple[Dossier, ...]
    ) -> None:
        people = {each.id for each in kaart.professionals}
        places = {each.id for each in kaart.organisaties} | {None}
        domains = {each.id for each in praktijk.leefgebieden} | {None}
        assert praktijk.gebruiker.professional in people
        for dossier in gezinnen:
            assert dossier.gezin.dossierhouder in people
            assert {each.professional for each in dossier.betrokkenheden} <= people | {None}
            assert {each.organisatie for each in dossier.betrokkenheden} <= places
            assert {each.leefgebied for each in dossier.doelen} <= domains
            assert {each for helper in dossier.betrokkenheden for each in helper.leefgebieden} <= domains

    def test_kenmerken_are_unique_and_stay_the_same(self, gezinnen: tuple[Dossier, ...]) -> None:
        kenmerken = [each.gezin.kenmerk for each in gezinnen]
        assert len(set(kenmerken)) == len(kenmerken)
        assert kenmerken == [each.gezin.kenmerk for each in made(DAYS[0])[2]]

    def test_is_in_every_phase(self, gezinnen: tuple[Dossier, ...]) -> None:
        assert {each.gezin.fase for each in gezinnen} == set(CasusFase)

    def test_life_domains(self, praktijk: Praktijk) -> None:
        assert len(praktijk.leefgebieden) == 12
        gevoelig = {each.naam for each in praktijk.leefgebieden if each.gevoelig}
        assert gevoelig == {"Geld", "Gezondheid", "Hoe ik me voel", "Verslaving en gewoonten"}


class TestFamilies:
    def test_the_lines_as_promised(self, gezinnen: tuple[Dossier, ...], vandaag: date) -> None:
        lines = [(*line(each, vandaag), each.gezin.streefaantal) for each in gezinnen]
        assert (15, 4, 3) in lines
        assert (15, 2, 2) in lines

    def test_co_parents_with_a_talk_in_a_few_days(self, gezinnen: tuple[Dossier, ...], vandaag: date) -> None:
        gezin = next(each for each in gezinnen if line(each, vandaag) == (15, 4))
        kinderen = [each for each in gezin.personen if is_child(gezin, each, vandaag)]
        for kind in kinderen:
            homes = [each for each in gezin.bewoning if each.persoon == kind.id]
            assert len(homes) == 2
            assert all("om de week" in each.wanneer for each in homes)
        assert {each.roepnaam: age_on(each.geboortedatum, vandaag) for each in kinderen if each.geboortedatum} == {
            "Lisa": 13,
            "Emre": 8,
        }
        talk = plan.next_overleg(gezin.overleggen, datetime.combine(vandaag, datetime.min.time(), UTC))
        assert talk is not None
        local = talk.moment.astimezone(ZoneInfo("Europe/Amsterdam"))
        assert (local.hour, local.minute, talk.plaats) == (15, 30, "thuis")
        assert timedelta(days=4) <= local.date() - vandaag <= timedelta(days=6)
        assert len(gezin.doelen) == 4
        assert any(plan.is_late(each, vandaag) for each in gezin.acties)
        assert len(regie.line(gezin)) == 2
        assert "Minder mensen over de vloer en weer gewoon een gezin zijn." in {each.woorden for each in gezin.teksten}

    def test_scores_are_those_of_each_speaker(self, gezinnen: tuple[Dossier, ...], vandaag: date) -> None:
        gezin = next(each for each in gezinnen if line(each, vandaag) == (15, 4))
        names = {each.id: each.roepnaam for each in gezin.personen}
        second = next(each for each in gezin.doelen if each.prioriteit == 2)
        found = plan.standen(gezin.scores, second.id)
        assert [(names[each.spreker], each.eerste.cijfer, each.laatste.cijfer) for each in found] == [
            ("Lisa", 2, 4),
            ("mama", 1, 5),
            ("papa", 3, 6),
        ]

    def test_a_secret_address(self, gezinnen: tuple[Dossier, ...], kaart: SocialeKaart, vandaag: date) -> None:
        gezin = next(each for each in gezinnen if delen.shields_on(each, vandaag))
        [shield] = delen.shields_on(gezin, vandaag)
        [ander] = shield.tegen
        names = {each.id: each.naam for each in kaart.professionals}
        names |= {each.id: each.naam for each in kaart.organisaties}
        hidden = delen.shielded_helpers(gezin, ander, vandaag)
        known = {names[each] for helper in hidden for each in (helper.professional, helper.organisatie) if each}
        seen = delen.masked(delen.for_reader(gezin, ander), ander, vandaag, tuple(known))
        homes = {each.huishouden for each in gezin.bewoning if each.persoon in shield.beschermt}
        homes -= {each.huishouden for each in gezin.bewoning if each.persoon == ander}
        secret = {value for home in gezin.huishoudens if home.id in homes for value in (home.straat, home.telefoon)}
        assert len(shield.beschermt) == 3
        assert not any(each in repr(seen) for each in (secret | known) - {""})
        # nor does what the child does not dare to tell him come on his paper
        for words in ("tegen papa", "waar ze woont"):
            assert words in repr(gezin)
            assert words not in repr(seen)

    def test_a_family_without_children(self, gezinnen: tuple[Dossier, ...], vandaag: date) -> None:
        assert any(
            len(each.personen) > 1
            and not each.gezag
            and all(
                age_on(one.geboortedatum, vandaag) >= 70
                for one in each.personen
                if one.soort is PersoonSoort.GEZINSLID and one.geboortedatum
            )
            for each in gezinnen
        )

    def test_a_young_woman_who_did_it_herself(self, gezinnen: tuple[Dossier, ...], vandaag: date) -> None:
        gezin = next(each for each in gezinnen if line(each, vandaag) == (15, 2))
        term = regie.term_on(gezin, vandaag)
        assert term is not None
        holder = find(gezin, Persoon, term.houder)
        assert term.vorm is RegieVorm.ZELF
        assert holder is not None
        assert holder.soort is PersoonSoort.GEZINSLID
        assert holder.geboortedatum is not None
        assert age_on(holder.geboortedatum, vandaag) == 19

    def test_a_relative_as_regisseur(self, gezinnen: tuple[Dossier, ...], vandaag: date) -> None:
        terms = [(each, regie.term_on(each, vandaag)) for each in gezinnen]
        holders = [find(each, Persoon, term.houder) for each, term in terms if term]
        assert any(each is not None and each.soort is PersoonSoort.NETWERK for each in holders)

    def test_only_school_and_youth_work(
        self, gezinnen: tuple[Dossier, ...], kaart: SocialeKaart, vandaag: date
    ) -> None:
        sector = {each.id: each.sector for each in kaart.organisaties}
        ordinary = {Sector.ONDERWIJS, Sector.WELZIJN}

        def without_specialists(dossier: Dossier) -> bool:
            helpers = counted(dossier, vandaag)
            found = {sector[each.organisatie] for each in helpers if each.organisatie}
            term = regie.term_on(dossier, vandaag)
            from_school = term is not None and any(
                each.id == term.houder and each.organisatie and sector[each.organisatie] is Sector.ONDERWIJS
                for each in helpers
            )
            return found == ordinary and from_school

        assert any(without_specialists(each) for each in gezinnen)

    def test_a_forced_measure_by_the_judge(
        self, gezinnen: tuple[Dossier, ...], kaart: SocialeKaart, vandaag: date
    ) -> None:
        sector = {each.id: each.sector for each in kaart.organisaties}
        assert any(
            helper.kader is Kader.GEDWONGEN
            and helper.organisatie is not None
            and sector[helper.organisatie] is Sector.JEUGDBESCHERMING
            and active_on(helper, vandaag)
            for each in gezinnen
            for helper in each.betrokkenheden
        )


class TestWhatTheScreensShow:
    def test_holes_only_where_they_are_meant(self, gezinnen: tuple[Dossier, ...], vandaag: date) -> None:
        kinds = sorted({hole.soort for hole in holes(each, vandaag)} for each in gezinnen if holes(each, vandaag))
        assert kinds in (
            [{GatSoort.REGIE}, {GatSoort.KIND, GatSoort.ACTIE}],
            [{GatSoort.KIND, GatSoort.ACTIE}, {GatSoort.REGIE}],
        )

    def test_a_vacancy_of_some_weeks_with_a_reason(self, gezinnen: tuple[Dossier, ...], vandaag: date) -> None:
        terms = [term for each in gezinnen if (term := regie.term_on(each, vandaag)) and term.houder is None]
        [vacancy] = terms
        assert vacancy.reden
        assert timedelta(weeks=3) < vandaag - vacancy.vanaf < timedelta(weeks=9)

    def test_unknown_names_about_dates_and_a_waiting_list(self, gezinnen: tuple[Dossier, ...], vandaag: date) -> None:
        def uncertain(dossier: Dossier) -> bool:
            helpers = dossier.betrokkenheden
            nameless = any(each.professional is None and active_on(each, vandaag) for each in helpers)
            about = any(each.vanaf is not None and each.vanaf.ongeveer for each in helpers)
            return nameless and about and any(each.wachtlijst and each.overbrugging for each in helpers)

        assert any(uncertain(each) for each in gezinnen)

    def test_phases_tell_what_they_are(self, gezinnen: tuple[Dossier, ...], vandaag: date) -> None:
        by_phase = {each.gezin.fase: each for each in gezinnen}
        assert len(list(parts(replace(by_phase[CasusFase.AANMELDING], stappen=())))) <= 5
        assert line(by_phase[CasusFase.NAZORG], vandaag)[1] == 1
        closed = by_phase[CasusFase.GESLOTEN]
        assert closed.gezin.afsluiting is not None
        assert closed.gezin.afsluiting == regie.line(closed)[-1].tot
        assert line(closed, vandaag)[1] == 0

    def test_some_things_are_not_for_everybody(self, gezinnen: tuple[Dossier, ...]) -> None:
        assert {text.voor_wie.kring for each in gezinnen for text in each.teksten} == set(Kring)
        assert {doel.voor_wie.kring for each in gezinnen for doel in each.doelen} >= {Kring.GEZIN, Kring.PERSONEN}

    def test_the_largest_and_the_longest(self, gezinnen: tuple[Dossier, ...]) -> None:
        assert max(len(list(parts(each))) for each in gezinnen) > 60
        assert max(len(each.gezin.naam) for each in gezinnen) > 60

    def test_talks_next_week_and_history_of_two_years(self, gezinnen: tuple[Dossier, ...], vandaag: date) -> None:
        days = [talk.moment.date() - vandaag for each in gezinnen for talk in each.overleggen]
        assert sum(timedelta(0) < each < timedelta(days=12) for each in days) >= 4
        assert min(each.gezin.start for each in gezinnen) < vandaag - timedelta(days=730)
        assert all(talk.moment.weekday() < 5 for each in gezinnen for talk in each.overleggen)

    def test_who_helps_for_a_while_has_a_question_and_an_end(self, gezinnen: tuple[Dossier, ...]) -> None:
        helpers = [each for dossier in gezinnen for each in dossier.betrokkenheden if each.vorm is Vorm.BIJGESCHAKELD]
        assert helpers
        assert all(each.vraag and each.verwacht_tot for each in helpers)

    def test_the_past_is_past(self, gezinnen: tuple[Dossier, ...], vandaag: date) -> None:
        for dossier in gezinnen:
            assert all(each.datum <= vandaag for each in dossier.scores)
            assert all(each.datum <= vandaag for each in dossier.teksten)
            assert all(each.klaar_op is None or each.klaar_op <= vandaag for each in dossier.acties)
            assert all(each.tot is None or each.tot.eindigt <= vandaag for each in dossier.betrokkenheden)


class TestMistakes:
    """A demo file that is wrong says where."""

    GEZIN = """
[gezin]
kenmerk = "G-1"
naam = "Proef"
fase = "aanmelding"
start = "-1w"
dossierhouder = "sanne"
[personen]
mama = { naam = "Mama" }
[betrokkenheden]
sanne = { vanaf = "-1w" }
[regisseurschappen]
nu = { houder = "sanne", vanaf = "-1w", reden = "zo begon het" }
"""

    @staticmethod
    def load(folder: Path, text: str) -> Dossier:
        source = paths.resources() / "demo"
        for name in ("sociale_kaart.toml", "praktijk.toml"):
            (folder / "gezinnen").mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes((source / name).read_bytes())
        (folder / "gezinnen" / "proef.toml").write_text(text, encoding="utf-8")
        [dossier] = demo(date(2026, 11, 22), counting(), folder)[2]
        return dossier

    def test_none(self, tmp_path: Path) -> None:
        assert self.load(tmp_path, self.GEZIN).gezin.naam == "Proef"

    @pytest.mark.parametrize(
        ("old", "new", "where"),
        [
            ('naam = "Mama"', 'naam = "Mama", leeftijd = 3', r"proef\.toml \[personen\.mama\].*leeftijd"),
            ('naam = "Mama"', "naam = 3", r"proef\.toml \[personen\.mama\].*naam is not a str"),
            ('naam = "Mama"', 'soort = "vriend", naam = "Mama"', r"proef\.toml \[personen\.mama\].*vriend"),
            ('vanaf = "-1w" }', 'vanaf = "gisteren" }', r"\[betrokkenheden\.sanne\].*gisteren"),
            ('vanaf = "-1w" }', 'vanaf = "-1w maand jaar" }', r"\[betrokkenheden\.sanne\].*maand jaar"),
            ('houder = "sanne"', 'houder = "jeroen"', r"\[regisseurschappen\].*jeroen"),
            ('houder = "sanne", vanaf = "-1w", reden = "zo begon het"', 'reden = "x"', r"\[regisseurschappen\].*vanaf"),
            ('{ vanaf = "-1w" }', '{ vanaf = "-2d" }', r"\[regisseurschappen\].*regie_holder_not_involved"),
            ("[personen]", "[personages]", r"proef\.toml.*personen"),
            ("[betrokkenheden]", "[helpers]", r"proef\.toml.*helpers"),
            ("mama =", "sanne =", r"both a person and a helper: sanne"),
            ("[gezin]", "[gezin", r"proef\.toml"),
            ('dossierhouder = "sanne"', 'dossierhouder = "mama"', r"\[gezin\].*mama"),
        ],
    )
    def test_are_told_with_their_place(self, tmp_path: Path, old: str, new: str, where: str) -> None:
        assert old in self.GEZIN
        with pytest.raises(DemoFault, match=where):
            self.load(tmp_path, self.GEZIN.replace(old, new))
