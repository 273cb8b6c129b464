"""What the extract says, out of signed minutes, and the slip of an appointment, out of its case. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from telemed.identity import PersonPapers
from telemed.records import forms, lists, papers
from telemed.records.copies import Form
from telemed.records.follow_up import FollowUp
from telemed.records.forms import ExtractPaper, FollowUpPaper, MinutesPaper
from telemed.records.minutes import Minutes
from telemed.records.model import digest


def extract_paper(paper: MinutesPaper) -> ExtractPaper:
    """Out of signed minutes, word for word: nothing in it can differ from what was signed."""
    done = paper.conclusion
    said = lists.phrases("conclusion")
    items = {"diagnosis": done.diagnosis, "treatment": done.treatment, "place": done.place}
    seats = {seat: [a for a in paper.attendees if a.seat is seat] for seat in forms.Seat}
    others = [a for a in paper.attendees if a.seat not in {forms.Seat.CHAIR, forms.Seat.SECRETARY}]
    return ExtractPaper(
        head=replace(paper.head, form_code=paper.extract_form_code),
        number=paper.number,
        code=paper.code,
        check=paper.check,
        draft=paper.draft,
        version=paper.version,
        dated_at=paper.dated_at,
        patient=paper.patient,
        department=paper.asking_site,
        diagnosis=done.diagnosis or paper.working_diagnosis,
        held_at=paper.started_at or done.confirmed_at,
        chair=_seated(seats[forms.Seat.CHAIR]) or _signer(paper.chair),
        secretary=_seated(seats[forms.Seat.SECRETARY]) or _signer(paper.secretary),
        members=tuple(_seated([a]) for a in others),
        course="\n".join(
            filter(None, (paper.summary, paper.history, paper.examination, paper.test_results, paper.treatment_given))
        ),
        conclusion="\n".join(said[item].format(text) for item, text in items.items() if text),
        care_plan="\n".join(filter(None, (done.monitoring, done.follow_up))),
        secretary_signature=paper.secretary,
        chair_signature=paper.chair,
    )


def _seated(people: Sequence[forms.Attendee]) -> str:
    return "; ".join(f"{papers.title_in_full(a.title)} {a.name}".strip() for a in people)


def _signer(signature: forms.Signature) -> str:
    return f"{signature.title} {signature.name}".strip()


def follow_up_paper(
    case: papers.Case, planned: FollowUp, by: PersonPapers, proposed: PersonPapers | None, minutes: Minutes | None
) -> FollowUpPaper:
    """Issued at the station, signed there with a pen: who made the appointment stands under it."""
    told = minutes.fields["diagnosis"].text if minutes else ""
    diagnosis = told or case.consult.request.working_diagnosis
    place = case.place(planned.hospital).name if planned.hospital else ""
    paper = FollowUpPaper(
        head=papers.head(case.station, case.printing, Form.FOLLOW_UP),
        number=planned.number,
        code=case.consult.code,
        draft=False,
        patient=papers.patient_of(case),
        visited_on=case.consult.sent_at or case.consult.created_at,
        diagnosis=diagnosis,
        reason=planned.reason,
        on=planned.on,
        at_facility=place,
        with_person=papers.spelled(proposed) if proposed else "",
        dated_at=planned.created_at,
        signature=forms.Signature(name=by.full_name, title=papers.title_in_full(by.title)),
    )
    return replace(paper, check=digest(paper)[: papers.SHORT])
