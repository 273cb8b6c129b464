"""What the record's papers say: values of several features put in the order of the printed forms. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime

from telemed.identity import Facility, PersonPapers
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId, UserId
from telemed.records import forms, lists
from telemed.records.copies import Form, Printing
from telemed.records.decision import Decision
from telemed.records.forms import MinutesPaper, ReferralPaper
from telemed.records.minutes import Drop, Minutes, Opinion
from telemed.records.model import BirthPrecision, SignatureLine, digest
from telemed.records.patient import Patient, cards_of
from telemed.records.referral import Lines, Referral
from telemed.sessions import Answer, Call, ConsentDecision, Consult, IdentityCheck, VitalSigns

SHORT = 12
"""Letters of a hash on paper: enough to compare by eye."""


@dataclass(frozen=True, slots=True)
class Case:
    """All that a paper about one consult draws on."""

    consult: Consult
    patient: Patient | None
    station: Facility
    hospital: Facility
    people: Mapping[UserId, PersonPapers]
    others: Mapping[FacilityId, Facility] = field(default_factory=dict)
    """Further hospitals whose people took part."""
    vitals: Sequence[VitalSigns] = ()
    calls: Sequence[Call] = ()
    checks: Sequence[IdentityCheck] = ()
    """The last word of each side on who the patient is."""
    drops: Sequence[Drop] = ()
    pictures: int = 0
    """Kept in its record."""
    printing: Printing = field(default_factory=Printing)
    incidents: str = ""
    """What the black box says of its calls."""

    def place(self, facility: FacilityId) -> Facility:
        return self.station if facility == self.station.id else self.others.get(facility, self.hospital)

    @property
    def advising(self) -> tuple[Facility, ...]:
        """The hospital that was asked, and those whose doctors answered for it."""
        return self.hospital, *(one for key, one in self.others.items() if key != self.hospital.id)


# -- minutes -----------------------------------------------------------------------------------------------------------


def minutes_paper(case: Case, minutes: Minutes) -> MinutesPaper:
    """The text that signatures cover: no number yet, no signature, and not the station's later decision."""
    consult, told, text = case.consult, case.consult.request, {k: p.text for k, p in minutes.fields.items()}
    # A summary that nobody touched only repeats the request, whose parts the form can print one by one.
    written = minutes.summary_written
    return MinutesPaper(
        head=head(case.hospital, case.printing, Form.MINUTES),
        extract_form_code=case.printing.form_codes.get(Form.EXTRACT, ""),
        code=consult.code,
        draft=True,
        requested_at=consult.sent_at,
        accepted_at=consult.accepted_at,
        urgency=consult.urgency,
        specialty=consult.specialty,
        requester=case.people[consult.requester].name,
        started_at=min((c.live_at for c in case.calls if c.live_at), default=None),
        ended_at=max((c.ended_at for c in case.calls if c.ended_at), default=None),
        channels=tuple(_channels(case)),
        asking_site=case.station.name,
        advising_sites=tuple(site.name for site in case.advising),
        attendees=tuple(_attendees(case)),
        patient=patient_of(case),
        consent=_consent(consult),
        allergies=forms.Allergies(state=told.allergy, text=told.allergies),
        identity=tuple(_identity(case)) if case.calls else None,
        reason=told.reason,
        question=told.question,
        summary=text["summary"] if written else "",
        history="" if written else told.history,
        past_history=told.past_history,
        examination="" if written else told.examination,
        vitals=tuple(_vitals(signs) for signs in case.vitals),
        test_results=lists.phrases("enclosed")["pictures"].format(case.pictures) if case.pictures else "",
        working_diagnosis=told.working_diagnosis,
        treatment_given="" if written else told.treatment_given,
        opinions=tuple(_opinion(case, opinion) for opinion in minutes.opinions),
        conclusion=forms.Conclusion(
            diagnosis=text["diagnosis"],
            treatment=text["treatment"],
            monitoring=text["monitoring"],
            place=lists.phrases("places").get(text["place"], ""),
            follow_up=text["follow_up"],
            confirmed_at=minutes.concluded_at,
        ),
        incidents=(),
        incidents_text=incidents_text(case.incidents, minutes),
        version=minutes.edition,
        amend_reason=minutes.correction.reason if minutes.correction else "",
        previous=minutes.correction.previous_hash if minutes.correction else "",
    )


def incidents_text(told: str, minutes: Minutes) -> str:
    """Section 11: what the secretary made of it; until somebody wrote there, what the black box says."""
    passage = minutes.fields["incidents"]
    return passage.text if passage.edited_by else told


def document_hash(paper: MinutesPaper) -> str:
    """SHA-256 of the text alone: the same before, between and after the signatures."""
    nobody = forms.Signature()
    bare = replace(paper, number="", check="", draft=True, dated_at=None, decision=None, read_back_at=None)
    return digest(replace(bare, secretary=nobody, chair=nobody, station=nobody), sparse=True)


def unbroken(editions: Sequence[Minutes]) -> list[bool]:
    """Of each signed edition, the first first: whether its text still has the hash that was signed, and names the hash
    of the one before. A draft is not judged and counts as whole."""
    found, before = [], ""
    for one in editions:
        if one.paper is None or one.document_hash is None or one.number is None:  # so is one that was given up
            found.append(True)
            continue
        named = one.correction.previous_hash if one.correction else ""
        signed = {mark.document_hash for mark in one.signatures}
        same = (not one.checkable or document_hash(one.paper) == one.document_hash) and signed == {one.document_hash}
        found.append(same and named == before == one.paper.previous)
        before = one.document_hash
    return found


def with_signatures(paper: MinutesPaper, minutes: Minutes, people: Mapping[UserId, PersonPapers]) -> MinutesPaper:
    """The same with who has signed, and who is expected to."""
    blocks = {
        s.line: replace(_signature(people[s.by], s.at, s.document_hash), means=s.means.value)
        for s in minutes.signatures
    }
    return replace(
        paper,
        secretary=blocks.get(SignatureLine.SECRETARY, forms.Signature()),
        chair=blocks.get(SignatureLine.CHAIR, forms.Signature()),
        station=blocks.get(SignatureLine.STATION, forms.Signature()),
        read_back_at=minutes.read_back_at,
    )


def final(paper: MinutesPaper, number: str, at: datetime) -> MinutesPaper:
    """Numbered and dated: the document, once all have signed."""
    return replace(paper, number=number, draft=False, dated_at=at, check=document_hash(paper)[:SHORT])


def with_decision(
    paper: MinutesPaper, decision: Decision | None, people: Mapping[UserId, PersonPapers]
) -> MinutesPaper:
    """Section 12 has an author and a time of its own and no part in the signatures: it may come after them."""
    if decision is None:
        return paper
    printed = forms.Decision(
        choice=decision.choice,
        by=people[decision.decided_by].name,
        at=decision.decided_at,
        changed_items=decision.changed_items,
        reason=decision.reason,
        outcomes=decision.outcomes,
        follow_up_on=decision.follow_up_on,
        note=decision.note,
        changes=tuple(forms.Change(item=item, text=text) for item, text in decision.changes.items()),
        died_at=decision.died_at,
    )
    return replace(paper, decision=printed)


# -- referral ----------------------------------------------------------------------------------------------------------


def referral_paper(case: Case, referral: Referral, destination: Facility) -> ReferralPaper:
    lines, left = referral.lines, referral.departure
    return ReferralPaper(
        head=head(case.station, case.printing, Form.REFERRAL),
        code=case.consult.code,
        draft=True,
        to_facility=destination.name,
        patient=(patient := patient_of(case)),
        insurance_until=lines.insurance_until or patient.insurance_until,
        insurance_expiry=_expiry(lines, patient, referral.created_at),
        stays=_stays(case, referral),
        clinical_signs=lines.clinical_signs,
        test_results=lines.test_results,
        diagnosis=lines.diagnosis,
        icd_code=lines.icd_code,
        procedures=lines.procedures,
        treatment=lines.treatment,
        condition_at_transfer=lines.condition_at_transfer,
        transfer_reason=lines.transfer_reason,
        care_plan=lines.care_plan,
        transfer_at=lines.transfer_at or (left.at if left else None),
        valid_one_year=lines.valid_one_year,
        fit_for_transfer=left.fit_for_transfer if left else None,
        fit_note=left.fit_note if left else "",
        transport=lines.transport,
        escort=", ".join(filter(None, (lines.escort, lines.escort_title))),
        clinician=spelled(case.people[case.consult.requester]),
    )


def _stays(case: Case, referral: Referral) -> tuple[forms.Stay, ...]:
    """Where the patient was before, as the station wrote it; else the station itself."""
    if referral.lines.stays:
        return tuple(
            forms.Stay(facility=s.facility, from_on=s.treated_from, until_on=s.treated_to) for s in referral.lines.stays
        )
    until = referral.lines.transfer_at or referral.created_at
    return (forms.Stay(facility=case.station.name, from_on=case.consult.created_at, until_on=until),)


def signed_referral(
    paper: ReferralPaper, number: str, valid_until: datetime, by: PersonPapers, at: datetime
) -> ReferralPaper:
    check = digest(paper)
    return replace(
        paper,
        number=number,
        draft=False,
        check=check[:SHORT],
        valid_until=valid_until.astimezone(LOCAL).date(),
        signature=_signature(by, at, check),
    )


# -- parts -------------------------------------------------------------------------------------------------------------


def head(facility: Facility, printing: Printing, form: Form) -> forms.Letterhead:
    commune = lists.commune_name(facility.commune_code or "").partition(",")[0]
    place = commune.partition(" ")[2]  # “xã Bình Lư” signs as “Bình Lư”
    return forms.Letterhead(
        parent=facility.authority,
        facility=facility.name,
        place=place,
        form_code=printing.form_codes.get(form, ""),
        font=printing.font,
    )


def spelled(person: PersonPapers) -> str:
    """A name with its title in full: papers for patients have no abbreviations (`domain.md` 4.5)."""
    return f"{title_in_full(person.title)} {person.full_name}".strip()


def title_in_full(title: str) -> str:
    """“ThS. BSCKII.” as “Thạc sĩ, bác sĩ chuyên khoa II”. A word that is not on the list stays as it is."""
    known = lists.phrases("titles")
    words = [known.get(word, known.get(f"{word}.", word)) for word in title.replace(".", ". ").split()]
    return ", ".join([*words[:1], *(word[:1].lower() + word[1:] for word in words[1:])])


def patient_of(case: Case) -> forms.Patient:
    told, patient = case.consult.request.subject, case.patient
    if patient is None:
        precision = BirthPrecision.ESTIMATED if told.age_estimated else BirthPrecision.UNKNOWN
        return forms.Patient(
            code=case.consult.code, sex=told.sex, age_months=told.age_months, birth_precision=precision
        )
    known, at = patient.particulars, case.consult.sent_at or case.consult.created_at
    return forms.Patient(
        name=known.full_name,
        code=patient.code,
        sex=known.sex,
        birth_date=known.birth_date,
        birth_precision=known.birth_precision,
        age_months=patient.age_months(at) if known.birth_date else told.age_months,
        age_days=patient.age_days(at),
        ethnicity=lists.ethnic_group_name(known.ethnicity_code),
        nationality=lists.phrases("nationalities").get(known.nationality_code, ""),
        occupation=known.occupation,
        workplace=known.workplace,
        address=", ".join(filter(None, [known.village, lists.commune_name(known.commune_code)]))
        or known.legacy_address,
        phone=known.phone,
        national_id=known.national_id,
        other_id=lists.phrases("identity").get(known.other_id_kind, "{}").format(known.other_id)
        if known.other_id
        else "",
        insurance_no=cards[0] if (cards := cards_of(known.insurance_no)) else known.social_insurance_no,
        insurance_from=known.insurance_valid_from,
        insurance_until=known.insurance_valid_to,
        living_area=known.living_area,
        birth_time=known.birth_time,
        representative=", ".join(filter(None, (known.representative_name, known.representative_relation)))
        or known.representative,
        representative_phone=known.representative_phone,
        interpreter=known.interpreter_needed or None,
    )


def _expiry(lines: Lines, patient: forms.Patient, at: datetime) -> forms.CardExpiry:
    """As the station ticked it; else by the card's own day. A card without one stays open for a pen."""
    until = patient.insurance_until
    ticked = lines.insurance_expiry is not forms.CardExpiry.KNOWN or lines.insurance_until is not None
    if not ticked and until is not None and until < at.astimezone(LOCAL).date():
        return forms.CardExpiry.EXPIRED
    return lines.insurance_expiry


def _channels(case: Case) -> Iterator[forms.Channel]:
    if any(call.live_at for call in case.calls):
        yield forms.Channel.VIDEO
    if case.consult.answer is Answer.WRITTEN:
        yield forms.Channel.WRITTEN


def _attendees(case: Case) -> Iterator[forms.Attendee]:
    """Each person once, whatever the number of calls and reloads: first in, last out."""
    consult = case.consult
    seats = [(p, case.place(p.facility)) for c in case.calls for p in c.participants]
    places = {consult.requester: case.station}
    if consult.specialist:
        places[consult.specialist] = case.place(consult.answers_from)
    places |= {p.user: facility for p, facility in seats if p.user not in places}
    for user, facility in places.items():
        own = [p for p, _ in seats if p.user == user]
        person = case.people[user]
        yield forms.Attendee(
            name=person.full_name,
            title=person.title,
            license_no=person.license_no or "",
            facility=facility.name,
            seat=_seat(consult, user),
            joined_at=min((p.joined_at for p in own), default=None),
            left_at=max((p.left_at for p in own if p.left_at), default=None),
        )


def _seat(consult: Consult, user: UserId) -> forms.Seat:
    if user == consult.specialist:
        return forms.Seat.CHAIR
    return forms.Seat.TREATING if user == consult.requester else forms.Seat.MEMBER


def _consent(consult: Consult) -> forms.Consent | None:
    """A refusal or a withdrawal leaves the line for a pen: nothing printed may say that they agreed."""
    given = consult.consent
    if given is None or given.decision is not ConsentDecision.GIVEN:
        return None
    return forms.Consent(
        ground=forms.ConsentGround(given.ground.value),
        given_by=", ".join(filter(None, (given.given_by, given.relation))),
        reason=given.reason,
        recorded_at=given.recorded_at,
    )


def _identity(case: Case) -> Iterator[forms.IdentityLine]:
    for one in case.checks:
        yield forms.IdentityLine(
            side=one.side,
            by=case.people[one.person].name,
            at=one.at,
            identifiers=one.identifiers,
            matches=one.matches,
        )


def _vitals(signs: VitalSigns) -> forms.Vitals:
    return forms.Vitals(**{f.name: getattr(signs, f.name) for f in fields(forms.Vitals)})


def _opinion(case: Case, opinion: Opinion) -> forms.Opinion:
    facility = case.place(opinion.facility)
    return forms.Opinion(by=case.people[opinion.by].name, at=opinion.at, text=opinion.text, facility=facility.name)


def _signature(person: PersonPapers, at: datetime, covers: str) -> forms.Signature:
    return forms.Signature(name=person.full_name, title=title_in_full(person.title), signed_at=at, check=covers[:SHORT])
