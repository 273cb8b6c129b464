"""What came after an advice of the past: the way to the hospital and back, appointments, how patients were days later.

The models decide, as in `demo/lived.py`; what would lie in the future has not happened yet. Its luck is its own, so
that the month before it stays as it is.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Final, TypeAlias
from uuid import UUID

from telemed.demo.lived import uuid7_at
from telemed.demo.papered import Papers
from telemed.demo.scenes import Ending, Plan
from telemed.infra.events import Event
from telemed.kernel.actor import SYSTEM_ID
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import FollowUpId, ReferralId, UserId
from telemed.kernel.values import Role
from telemed.records.events import ResultRecorded
from telemed.records.follow_up import OPEN, FollowUp, Proposal, proposal
from telemed.records.model import CareResult, Condition, Fitness, FollowUpState, ReferralKind, ReferralState
from telemed.records.referral import Referral
from telemed.records.referral_way import Departure, Feedback, Signs
from telemed.records.store.after import Result
from telemed.schedules import Duty

BRING: Final = ("Vào thẳng khoa Cấp cứu, đã báo kíp trực.", "Mang theo phim và đơn thuốc cũ.", "")
DONE: Final = (
    "Khám lại, xét nghiệm máu, siêu âm, truyền dịch, kháng sinh tĩnh mạch.",
    "Thở oxy, theo dõi máy, dùng thuốc theo phác đồ, hội chẩn khoa.",
    "Khám chuyên khoa, chụp phim, xử trí và theo dõi 24 giờ.",
)
ADVICE: Final = (
    "Trạm theo dõi hằng ngày, cho uống hết đơn, chuyển lại nếu sốt hoặc đau tăng.",
    "Dặn gia đình dấu hiệu nặng, trạm khám lại theo hẹn.",
)
NOT_COME: Final = "Quá giờ hẹn 2 lần chưa thấy, gọi trạm không ai nghe máy."
TURNED_BACK: Final = "Gia đình quay về giữa đường, trạm đã tìm thấy, điều trị tại trạm."
AGAIN: Final = ("Khám lại, đo lại sinh hiệu.", "Xem đáp ứng thuốc.", "Nghe phổi lại, cân lại.")
FOUND: Final = {
    Condition.BETTER: ("Đỡ, ăn ngủ được.", 46),
    Condition.CURED: ("Hết triệu chứng, đi làm lại.", 34),
    Condition.SAME: ("Chưa đổi, trạm hẹn khám thêm.", 12),
    Condition.UNKNOWN: ("Gia đình đi làm xa, gọi không được.", 5),
    Condition.WORSE: ("Nặng hơn, trạm đã hội chẩn lại.", 3),
}
MEANT: Final = {CareResult.ADMITTED: 30, CareResult.TREATED: 58, CareResult.MOVED_ON: 8, CareResult.LEFT: 4}
Step: TypeAlias = Callable[[Referral, datetime], tuple[Referral, Sequence[Event]]]
VISITING: Final = (time(8), time(14))


class After:
    def __init__(self, papers: Papers, plan: Plan, now: datetime) -> None:
        self.papers, self.plan, self.now, self.one = papers, plan, now, papers.lived
        self.rng = Random(f"after {self.one.consult.id}")  # noqa: S311 - the same month each time
        self.follow_ups: list[FollowUp] = []
        self.results: list[Result] = []

    def go_on(self) -> None:
        self._go()
        decision = self.papers.decision
        if decision is not None and decision.follow_up_on is not None:
            self._appoint(decision.follow_up_on, decision.decided_at, decision.decided_by, self.rng.choice(AGAIN))
        self._say_how_they_are()
        self.one.told.sort(key=lambda told: told[0])  # it happened between what was told before

    # -- the way ---------------------------------------------------------------------------------------------------

    def _go(self) -> None:
        sent = self.papers.referral
        if sent is None or sent.state is not ReferralState.SENT or self.plan.ending is Ending.JUST_SENT:
            return
        assert sent.sent_at is not None
        on_road = self.plan.ending is Ending.ON_THE_ROAD
        leaves_at = sent.sent_at + self._minutes(5, 25)
        travel = self.rng.randint(35, 140)
        if on_road:
            leaves_at, travel = max(sent.sent_at + timedelta(minutes=2), self.now - timedelta(minutes=40)), 65
        there = self._at_hospital(sent.sent_at)
        self._step(
            sent.sent_at + self._minutes(4, 35), there, "accept", lambda one, at: one.accept(there, self._bring(), at)
        )
        self._step(leaves_at, self._doctor, "depart", lambda one, at: one.depart(self._departure(at, travel)))
        if on_road:
            return
        if self.rng.random() < 0.04:
            self._turn_back(leaves_at, travel)
            return
        here_at = leaves_at + timedelta(minutes=travel * self.rng.uniform(0.85, 1.25))
        self._step(here_at, there, "arrive", lambda one, at: one.arrive(there, "", at))
        if self.rng.random() >= 0.05:  # else the hospital forgets to tell
            told_at = here_at + self._minutes(5 * 60, 66 * 60)
            self._step(told_at, there, "close", lambda one, at: one.close(self._feedback(one, there, at)))
        told = self._referral.feedback
        if told is not None and told.follow_up_on is not None:
            self._appoint(told.follow_up_on, told.at, told.by, told.advice, self._referral.id)

    def _turn_back(self, left_at: datetime, travel: int) -> None:
        """They never came; the station looks for them and calls the paper off the day after."""
        missed_at = left_at + timedelta(minutes=2 * travel)
        there = self._at_hospital(missed_at)
        self._step(missed_at, there, "miss", lambda one, at: one.miss(there, NOT_COME, at))
        found_at = missed_at + self._minutes(14 * 60, 26 * 60)
        self._step(found_at, self._doctor, "cancel", lambda one, at: one.cancel(TURNED_BACK, self._doctor))

    def _step(self, at: datetime, by: UserId, action: str, step: Step) -> None:
        if at >= self.now or not self._referral.is_open:
            return
        self.papers.referral, told = step(self._referral, at)
        self._tell(at, by, action, "referral", self._referral.id, told)

    def _departure(self, at: datetime, travel: int) -> Departure:
        seen, urgent = self.one.vitals[-1], self._referral.lines.kind is ReferralKind.EMERGENCY_TRANSFER
        names = ("pulse", "temperature", "systolic", "diastolic", "respiration", "spo2", "on_oxygen", "gcs")
        return Departure(
            at=at,
            by=self._doctor,
            fit_for_transfer=Fitness.WITH_CARE if urgent else Fitness.FIT,
            signs=Signs(**{name: getattr(seen, name) for name in names}),
            travel_minutes=travel,
        )

    def _feedback(self, one: Referral, by: UserId, at: datetime) -> Feedback:
        result = self.rng.choices(list(MEANT), list(MEANT.values()))[0]
        comes_back = result is CareResult.TREATED and self.rng.random() < 0.6
        day = at.astimezone(LOCAL).date() + timedelta(days=self.rng.randint(4, 10))
        return Feedback(
            final_diagnosis=one.lines.diagnosis,
            final_icd_code=one.lines.icd_code,
            done=self.rng.choice(DONE),
            advice=self.rng.choice(ADVICE),
            result=result,
            by=by,
            at=at,
            follow_up_on=day if comes_back else None,
        )

    # -- appointments, results -------------------------------------------------------------------------------------

    def _appoint(self, day: date, at: datetime, by: UserId, reason: str, referral: ReferralId | None = None) -> None:
        one, consult = self.one, self.one.consult
        if any(other.on == day and other.state in OPEN for other in self.follow_ups):
            return
        number = one.past.next_number(consult.station, f"follow-up-{at.astimezone(LOCAL).year}")
        made = FollowUp(
            id=FollowUpId(uuid7_at(at, self.rng)),
            consult=consult.id,
            referral=referral,
            patient=one.patient.id,
            station=consult.station,
            hospital=consult.answers_from,
            on=day,
            reason=reason,
            proposed=self._proposed(day),
            number=f"{number}/PHKL",
            created_by=by,
            created_at=at,
        )
        self._tell(at, by, "create", "follow_up", made.id, [made.planned()])
        if made.remind_at < self.now:
            made, told = made.remind(made.proposed, made.remind_at)
            self._tell(made.reminded_at or at, SYSTEM_ID, None, "follow_up", made.id, told)
        self.follow_ups.append(self._marked(made))

    def _marked(self, made: FollowUp) -> FollowUp:
        """Most come, some do not; of the last days a few are still to be marked."""
        came_at = datetime.combine(made.on, time(8), LOCAL) + self._minutes(0, 150)
        luck, lately = self.rng.random(), came_at > self.now - timedelta(days=3)
        missed, forgotten = luck < 0.12, luck > 0.9 and lately
        at = came_at + timedelta(days=1) if missed else came_at
        if at >= self.now or forgotten:
            return made
        state = FollowUpState.MISSED if missed else FollowUpState.DONE
        marked, told = made.mark(state, "", self._doctor, at)
        self._tell(at, self._doctor, "mark", "follow_up", made.id, told)
        return marked

    def _proposed(self, day: date) -> Proposal:
        """As `follow_ups.py` asks the roster: who stands on it when patients come."""
        consult, found = self.one.consult, list[Duty]()
        for hour in VISITING:
            for shift in self.one.past.on_duty(consult.answers_from, datetime.combine(day, hour, LOCAL)):
                found.append(
                    Duty(
                        person=shift.person,
                        specialty=shift.specialty,
                        tier=shift.tier,
                        shift_id=shift.id,
                        roster_version=0,
                        starts_at=shift.starts_at,
                        ends_at=shift.ends_at,
                        confirmed=True,
                    )
                )
        return proposal(found, consult.specialist, consult.specialty)

    def _say_how_they_are(self) -> None:
        concluded_at = self.one.consult.concluded_at
        if concluded_at is None:
            return
        for day, slowest in ((7, 34), (30, 12)):
            at = concluded_at + timedelta(days=day, hours=self.rng.uniform(1, slowest))
            if at >= self.now:
                return  # due or not yet: somebody will say
            condition = self.rng.choices(list(FOUND), [weight for _, weight in FOUND.values()])[0]
            self.results.append(Result(self.one.consult.id, day, condition, FOUND[condition][0], self._doctor, at))
            told = ResultRecorded(self.one.consult.id, day, self._doctor)
            self._tell(at, self._doctor, "record", "result", None, [told])

    # -- within ----------------------------------------------------------------------------------------------------

    @property
    def _referral(self) -> Referral:
        assert self.papers.referral is not None
        return self.papers.referral

    @property
    def _doctor(self) -> UserId:
        return self.one.past.stations[self.one.consult.station, Role.STATION_DOCTOR]

    def _at_hospital(self, at: datetime) -> UserId:
        """Who advised; where nobody did, whoever is on duty."""
        if self.one.consult.specialist is not None:
            return self.one.consult.specialist
        return self.one.past.on_duty(self._referral.destination, at)[0].person

    def _bring(self) -> str:
        return self.rng.choice(BRING)

    def _minutes(self, low: float, high: float) -> timedelta:
        return timedelta(seconds=round(self.rng.uniform(low, high) * 60))

    def _tell(  # noqa: PLR0917 - one deed: when, who, what, of which thing, with which facts
        self, at: datetime, by: UserId, action: str | None, entity: str, entity_id: UUID | None, told: Iterable[Event]
    ) -> None:
        self.one.now = at
        self.one.tell(by, *told)
        if action is not None:
            self.one.did(by, action, entity, entity_id)


def go_on(papers: Papers, plan: Plan, now: datetime) -> After:
    after = After(papers, plan, now)
    after.go_on()
    return after
