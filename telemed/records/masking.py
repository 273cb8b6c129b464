"""What a manager sees of the papers of a case with a restricted label: that they are there and signed. Pure."""

from telemed import sessions
from telemed.kernel.actor import Actor
from telemed.kernel.ids import FacilityId
from telemed.kernel.rights import Right
from telemed.records import wire, wire_referral
from telemed.sessions import Consult


def minutes(actor: Actor, consult: Consult, view: wire.MinutesView) -> wire.MinutesView:
    if not sessions.is_masked(actor, consult):
        return view
    fields = {name: field.model_copy(update={"text": ""}) for name, field in view.fields.items()}
    opinions = [one.model_copy(update={"text": ""}) for one in view.opinions]
    editions = [one.model_copy(update={"reason": ""}) for one in view.editions]
    hidden = {"fields": fields, "opinions": opinions, "editions": editions, "correction_reason": "", "allergies": None}
    return view.model_copy(update={**hidden, "masked": True})


def decision(actor: Actor, consult: Consult, view: wire.DecisionView) -> wire.DecisionView:
    if not sessions.is_masked(actor, consult):
        return view
    words = {"reason": "", "note": "", "changed_items": [], "changes": {}, "correction_reason": ""}
    earlier = [one.model_copy(update=words) for one in view.earlier]
    return view.model_copy(update={**words, "earlier": earlier, "masked": True})


def referral(actor: Actor, consult: Consult | None, view: wire_referral.ReferralView) -> wire_referral.ReferralView:
    """Who takes the patient over there reads it whole: they treat from then on."""
    station, destination = FacilityId(view.from_facility.id), FacilityId(view.to_facility.id)
    own = actor.may(Right.PREPARE, station) or actor.may(Right.ANSWER, destination)
    if own or consult is None or not sessions.is_masked(actor, consult):
        return view
    texts = ("clinical_signs", "test_results", "diagnosis", "icd_code", "procedures", "treatment")
    blank = dict.fromkeys((*texts, "condition_at_transfer", "care_plan"), "")
    return view.model_copy(update={**blank, "missing": [], "masked": True})
