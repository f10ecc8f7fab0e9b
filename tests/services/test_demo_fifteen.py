"""The demo caseload shows a family on the way from fifteen to two, and what asks for a decision."""

from datetime import date

from gezinsplan.domain import dubbel, ontdubbelen
from gezinsplan.domain.banden import Bandsterkte, KlikSoort
from gezinsplan.domain.dossier import Dossier
from gezinsplan.domain.dubbel import Gelijkenis
from gezinsplan.domain.kaart import SocialeKaart
from gezinsplan.domain.minder import EerstVeiligheid, Mogelijkheden, kan_het_met_minder
from gezinsplan.domain.veilig import Veiligheidsreden
from tests.services.demo_days import line


class TestFromFifteenToTwo:
    def test_a_family_of_fifteen_that_can_go_to_two(self, gezinnen: tuple[Dossier, ...], vandaag: date) -> None:
        [gezin] = [each for each in gezinnen if line(each, vandaag) == (15, 15)]
        found = kan_het_met_minder(gezin, vandaag)
        assert isinstance(found, Mogelijkheden)
        assert (found.nu, found.grootte, gezin.gezin.streefaantal) == (15, 2, 2)

    def test_some_have_several_answers_and_some_safety_first(
        self, gezinnen: tuple[Dossier, ...], vandaag: date
    ) -> None:
        found = [kan_het_met_minder(each, vandaag) for each in gezinnen]
        assert any(isinstance(each, Mogelijkheden) and each.aantal > 1 for each in found)
        reasons = {reden for each in found if isinstance(each, EerstVeiligheid) for reden in each.redenen}
        assert reasons == {*Veiligheidsreden} - {Veiligheidsreden.MELDCODE}

    def test_every_part_of_this_round_is_there(self, gezinnen: tuple[Dossier, ...]) -> None:
        for name in (
            "agendapunten",
            "besprekingen",
            "checks",
            "veiligheidsafspraken",
            "maatregelen",
            "doorbraken",
            "banden",
            "klikken",
        ):
            assert any(getattr(each, name) for each in gezinnen), name
        assert {each.sterkte for dossier in gezinnen for each in dossier.banden} == {*Bandsterkte}
        assert {each.soort for dossier in gezinnen for each in dossier.klikken} == {*KlikSoort}
        assert all(each.over == (each.lid,) for dossier in gezinnen for each in dossier.klikken)

    def test_a_child_in_two_families_nobody_decided_about(self, gezinnen: tuple[Dossier, ...], vandaag: date) -> None:
        people = [each for dossier in gezinnen for each in dubbel.leden(dossier, vandaag)]
        alike = {each for one in people for each in dubbel.voorstellen(one, people)}
        assert {each.gelijkenis for each in alike} == {Gelijkenis.GELIJK}
        assert len(alike) == 2
        assert len(dubbel.twee_regisseurs(people, ())) == 2

    def test_somebody_is_written_down_twice(self, kaart: SocialeKaart) -> None:
        double = [each for each in kaart.professionals if ontdubbelen.dubbelgangers(kaart, each)]
        assert {each.naam for each in double} == {"Petra Zwanenburg", "Petra Zwanenberg"}

    def test_who_was_met_and_what_they_are_for(self, kaart: SocialeKaart) -> None:
        assert any(each.kennisgemaakt_op for each in kaart.organisaties)
        assert any(each.waar_ga_ik_over for each in kaart.professionals)
