"""The papers of one consult of the past: minutes, decision, referral, made by their own models on what was lived."""

from datetime import date

from telemed.demo import boxes
from telemed.demo.lived import Lived
from telemed.identity import Facility
from telemed.kernel.actor import SYSTEM_ID
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FacilityId, MinutesId, ReferralId, ShiftId, UserId
from telemed.records import incidents_told, prefill
from telemed.records.decision import Decision
from telemed.records.events import DecisionRecorded
from telemed.records.minutes import Drop, Minutes, Opinion
from telemed.records.model import Advice, Choice, Item, Outcome, ReferralKind, SignatureLine
from telemed.records.papers import (
    Case,
    document_hash,
    final,
    minutes_paper,
    referral_paper,
    signed_referral,
    with_signatures,
)
from telemed.records.referral import VALID_WORKING_DAYS, Referral
from telemed.sessions import CallEnded, CallInterrupted, CallLive, RingState

STATION_LINES = (SignatureLine.SECRETARY, SignatureLine.STATION)


class Papers:
    def __init__(self, lived: Lived) -> None:
        self.lived = lived
        self.minutes: Minutes | None = None
        self.decision: Decision | None = None
        self.referral: Referral | None = None

    # -- minutes ---------------------------------------------------------------------------------------------------

    def open_minutes(self) -> None:
        """When somebody took the consult; taken again, the same minutes go on."""
        if self.minutes is None:
            one = self.lived
            consult = one.consult
            self.minutes, opened = Minutes.open(
                MinutesId(one.new_id()),
                consult.id,
                station=consult.station,
                hospital=consult.hospital,
                summary=prefill.summary(consult),
                now=one.now,
            )
            one.tell(SYSTEM_ID, opened)

    def write(self, item: Item, text: str, by: UserId) -> None:
        minutes = self._minutes
        self.minutes, told = minutes.write(item, text, minutes.fields[item].version, by, self.lived.now)
        self.lived.tell(by, *told)

    def say(self, text: str, by: UserId) -> None:
        consult = self.lived.consult
        side = consult.hospital if by == consult.specialist else consult.station
        said = Opinion(self.lived.new_id(), by, side, self.lived.now, text)
        self.minutes, told = self._minutes.add_opinion(said)
        self.lived.tell(by, *told)

    def conclude(self, by: UserId) -> None:
        one = self.lived
        self.minutes, told = self._minutes.conclude(by, one.now)
        one.become(by, *one.case.conclude(by, one.now))
        one.tell(by, *told)
        one.did(by, "conclude", "minutes", self._minutes.id)

    def sign(self, by: UserId, *lines: SignatureLine) -> None:
        one, minutes = self.lived, self._minutes
        paper = minutes.paper or minutes_paper(self._dossier(), minutes)
        paper_hash = minutes.document_hash or document_hash(paper)
        mark = one.new_id()
        minutes, told = minutes.sign(
            dict.fromkeys(lines, mark), by, paper=paper, paper_hash=paper_hash, seen=paper_hash, now=one.now
        )
        if minutes.all_signed:
            number = self._number(minutes.hospital, f"minutes-{self._today.year}", "BBHC")
            assert minutes.paper is not None
            signed = with_signatures(minutes.paper, minutes, one.past.papers)
            minutes, locked = minutes.lock(number, final(signed, number, one.now))
            told.append(locked)
        self.minutes = minutes
        one.tell(by, *told)
        one.did(by, "sign", "minutes", minutes.id)
        self._close_if_done(by)

    # -- decision --------------------------------------------------------------------------------------------------

    def decide(
        self,
        by: UserId,
        *outcomes: Outcome,
        choice: Choice = Choice.FOLLOW,
        reason: str = "",
        changed: tuple[Advice, ...] = (),
        follow_up_on: date | None = None,
    ) -> None:
        one = self.lived
        self.decision = Decision(
            one.new_id(), one.consult.id, choice, outcomes, by, one.now, reason, changed, follow_up_on
        )
        self.decision.check()
        one.tell(by, DecisionRecorded(one.consult.id, self.decision.id, choice, by))
        one.did(by, "create", "decision", self.decision.id)
        self._close_if_done(by)

    # -- referral --------------------------------------------------------------------------------------------------

    def refer(self, by: UserId, to: FacilityId, kind: ReferralKind) -> None:
        """A draft, filled from the consult."""
        one = self.lived
        self.referral = Referral(
            id=ReferralId(one.new_id()),
            consult=one.consult.id,
            patient=one.patient.id,
            minutes=self.minutes.id if self.minutes else None,
            station=one.consult.station,
            answered_by=one.consult.specialist,
            shift=self._answering_shift(),
            lines=prefill.referral(
                to,
                kind,
                one.consult,
                one.vitals,
                self.minutes,
                self.decision,
                station=self._place(one.consult.station).name,
                now=one.now,
            ),
            created_by=by,
            created_at=one.now,
        )
        one.tell(by, self.referral.drafted())
        one.did(by, "create", "referral", self.referral.id)

    def fill_referral(self, by: UserId, **lines: object) -> None:
        assert self.referral is not None
        self.referral, told = self.referral.changed(lines, self.referral.version, by)
        self.lived.tell(by, *told)
        self.lived.did(by, "change", "referral", self.referral.id)

    def sign_referral(self, by: UserId) -> None:
        one, referral = self.lived, self.referral
        assert referral is not None
        referral.require_signable(referral.version)
        number = self._number(referral.station, f"referral-{self._today.year}", "PCCSKBCB", prefixed=False)
        until = one.past.working.add_days(one.now, VALID_WORKING_DAYS)
        text = referral_paper(self._dossier(), referral, self._place(referral.destination))
        paper = signed_referral(text, number, until, one.past.papers[by], one.now)
        self.referral, told = referral.sign(by, number, until.astimezone(LOCAL).date(), paper, one.now)
        one.tell(by, *told)
        one.did(by, "sign", "referral", referral.id)

    def send_referral(self, by: UserId) -> None:
        assert self.referral is not None
        self.referral, told = self.referral.send(by, self.lived.now)
        self.lived.tell(by, *told)
        self.lived.did(by, "send", "referral", self.referral.id)

    def cancel_referral(self, by: UserId, reason: str) -> None:
        assert self.referral is not None
        self.referral, told = self.referral.cancel(reason, by)
        self.lived.tell(by, *told)
        self.lived.did(by, "cancel", "referral", self.referral.id)

    # -- within ----------------------------------------------------------------------------------------------------

    @property
    def _minutes(self) -> Minutes:
        assert self.minutes is not None
        return self.minutes

    @property
    def _today(self) -> date:
        return self.lived.now.astimezone(LOCAL).date()

    def _place(self, facility: FacilityId) -> Facility:
        return self.lived.past.facilities[facility]

    def _number(self, facility: FacilityId, series: str, kind: str, *, prefixed: bool = True) -> str:
        count = self.lived.past.next_number(facility, series)
        prefix = self._place(facility).prefix if prefixed else None
        return f"{count}/{kind}-{prefix}" if prefix else f"{count}/{kind}"

    def _close_if_done(self, by: UserId) -> None:
        signed = self.minutes is not None and self.minutes.number is not None
        transferred = self.lived.consult.state == "transferred"
        if self.decision and (signed or transferred) and self.lived.consult.state in {"concluded", "transferred"}:
            self.lived.close(by)

    def _answering_shift(self) -> ShiftId | None:
        taken = [r for r in self.lived.case.rings if r.state is RingState.ACCEPTED]
        return taken[-1].shift if taken else None

    def _dossier(self) -> Case:
        one, drops = self.lived, self._drops()
        told = {call.id: boxes.told(one, call.id) for call in one.calls}
        return Case(
            consult=one.consult,
            patient=one.patient,
            station=self._place(one.consult.station),
            hospital=self._place(one.consult.hospital),
            people=one.past.papers,
            vitals=one.vitals,
            calls=one.calls,
            drops=drops,
            incidents=incidents_told.in_words(one.calls, told, drops, boxes.put_down_to(one)),
        )

    def _drops(self) -> list[Drop]:
        """As `records/store/minutes.py` reads them from the history."""
        found: list[Drop] = []
        lost_at = None
        for at, _, event in self.lived.told:
            match event:
                case CallInterrupted():
                    lost_at = at
                case CallLive() if lost_at is not None:
                    found.append(Drop(lost_at, at))
                    lost_at = None
                case CallEnded():
                    lost_at = None
        return found
