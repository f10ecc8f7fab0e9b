"""The form about whatever part of a family it is: what lists of different things open."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from gezinsplan.domain.andere_plannen import AnderPlan
from gezinsplan.domain.doorbraken import Doorbraak
from gezinsplan.domain.dossier import Actie, Betrokkenheid, Doel, Regisseurschap, Score, Tekst
from gezinsplan.domain.errors import Code, RuleBroken
from gezinsplan.domain.fase_delen import Stap, Tussenfase
from gezinsplan.domain.momenten import Contactmoment
from gezinsplan.domain.overleg import Bespreking, Overleg
from gezinsplan.domain.personen import Persoon
from gezinsplan.domain.relaties import Relatie
from gezinsplan.domain.values import find, get
from gezinsplan.domain.veiligheid import Maatregel, Veiligheidsafspraak, Veiligheidscheck
from gezinsplan.domain.versies import Akkoord, PlanVersie, Verstrekking
from gezinsplan.presenters import gezin_forms, helper_forms, plan_forms, regie_forms, veiligheid_forms, versie_forms
from gezinsplan.presenters.andere_plannen import plan_form
from gezinsplan.presenters.contact import contact_form
from gezinsplan.presenters.doorbraken import doorbraak_form
from gezinsplan.presenters.fase_forms import stap_edit_form, tussen_form
from gezinsplan.presenters.fields import Form
from gezinsplan.presenters.overleg_form import overleg_form
from gezinsplan.presenters.relaties import relatie_form
from gezinsplan.services.caseload import Family

_Make = Callable[[Family, Any], Form]


def _about_helper(family: Family, talk: Bespreking) -> Form:
    return helper_forms.helper_edit_form(family, get(family.dossier, Betrokkenheid, talk.betrokkenheid))


_FORMS: dict[type[Any], _Make] = {
    Persoon: lambda family, part: gezin_forms.persoon_form(family, part.soort, part),
    Betrokkenheid: helper_forms.helper_edit_form,
    Regisseurschap: regie_forms.term_form,
    Tekst: lambda family, part: plan_forms.tekst_form(family, part.onderdeel, part),
    Doel: plan_forms.doel_form,
    Score: plan_forms.score_edit_form,
    Actie: lambda family, part: plan_forms.actie_form(family, part.doel, part),
    Overleg: overleg_form,
    Bespreking: _about_helper,
    Veiligheidscheck: veiligheid_forms.check_form,
    Veiligheidsafspraak: veiligheid_forms.afspraak_form,
    Maatregel: veiligheid_forms.maatregel_form,
    Doorbraak: doorbraak_form,
    Contactmoment: contact_form,
    PlanVersie: lambda family, part: versie_forms.geven_form(family, part.id),
    Akkoord: versie_forms.akkoord_edit_form,
    Verstrekking: versie_forms.verstrekking_form,
    Relatie: relatie_form,
    Stap: stap_edit_form,
    Tussenfase: tussen_form,
    AnderPlan: plan_form,
}


def onderdeel_form(family: Family, part: UUID) -> Form:
    """The form about that part; UNKNOWN_PART when it is there no more."""
    for kind, make in _FORMS.items():
        found = find(family.dossier, kind, part)
        if found is not None:
            return make(family, found)
    raise RuleBroken(Code.UNKNOWN_PART, id=part)
