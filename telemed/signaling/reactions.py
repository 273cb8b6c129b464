"""What others' facts mean for open pages: which frame goes to whom. Facts that come together are read once."""

import asyncio
from collections import defaultdict
from functools import partial
from typing import Final, Literal, Protocol, TypeAlias
from uuid import UUID

from telemed import identity, records, sessions
from telemed.infra.outbox import Event
from telemed.infra.relay import Relay
from telemed.kernel.actor import HOSPITAL, Actor
from telemed.kernel.ids import ConsultId, FacilityId, MinutesId, RingId, UserId
from telemed.kernel.rights import Right
from telemed.sessions import Consults, Deliveries, Presence
from telemed.signaling import frames as f
from telemed.signaling.commands import Commands
from telemed.signaling.errands import Errands
from telemed.signaling.hub import Close, Hub, side_of, works_with

CONSULT_NEWS: Final[tuple[type[Event], ...]] = (
    sessions.ConsultDrafted,
    sessions.ConsultSent,
    sessions.ConsultChanged,
    sessions.ConsentRecorded,
    sessions.UrgencyRaised,
    sessions.RingStarted,
    sessions.RingEnded,
    sessions.RingDelivered,
    sessions.StepSkipped,
    sessions.LadderEnded,
    sessions.LadderRestarted,
    sessions.ConsultAccepted,
    sessions.ConsultReleased,
    sessions.ConsultReturned,
    sessions.SpecialtyChanged,
    sessions.ConsultScheduled,
    sessions.ConsultCancelled,
    sessions.ConsultTransferred,
    sessions.ConsultExpired,
    sessions.ConsultConcluded,
    sessions.ConsultClosed,
    sessions.PhoneCallLogged,
    sessions.PhoneAdviceJoined,
    sessions.PracticeEnded,
    sessions.HandoverOffered,
    sessions.HandoverTaken,
    sessions.HandoverRefused,
    sessions.HandoverWithdrawn,
    sessions.CallOpened,
    sessions.ParticipantJoined,
    sessions.ParticipantLeft,
    sessions.CallLive,
    sessions.CallInterrupted,
    sessions.CallEnded,
    sessions.VitalsAsked,
    sessions.IdentityChecked,
)
OfMinutes: TypeAlias = (
    records.MinutesOpened
    | records.MinutesCorrected
    | records.MinutesDiscarded
    | records.MinutesFieldChanged
    | records.OpinionAdded
    | records.ConclusionReadBack
    | records.MinutesConcluded
    | records.MinutesSigned
    | records.MinutesLocked
    | records.MinutesSealed
)
MINUTES_NEWS: Final[tuple[type[OfMinutes], ...]] = (
    records.MinutesOpened,
    records.MinutesCorrected,
    records.MinutesDiscarded,
    records.OpinionAdded,
    records.ConclusionReadBack,
    records.MinutesConcluded,
    records.MinutesSigned,
    records.MinutesLocked,
    records.MinutesSealed,
)
OfReferral: TypeAlias = (
    records.ReferralDrafted
    | records.ReferralChanged
    | records.ReferralSigned
    | records.ReferralSent
    | records.ReferralMoved
    | records.ReferralCancelled
)
REFERRAL_NEWS: Final[tuple[type[OfReferral], ...]] = (
    records.ReferralDrafted,
    records.ReferralChanged,
    records.ReferralSigned,
    records.ReferralSent,
    records.ReferralMoved,
    records.ReferralCancelled,
)


class MinutesReader(Protocol):
    """What `records` tells of minutes as they stand now, to the system."""

    async def field_news(self, minutes: MinutesId, field: str) -> f.MinutesFieldNews | None: ...

    async def version(self, minutes: MinutesId) -> int: ...


class Reactions:
    """Turns facts into frames, and open sockets into presence. `app` subscribes it and runs `run`."""

    def __init__(
        self,
        hub: Hub,
        commands: Commands,
        consults: Consults,
        *,
        presence: Presence,
        deliveries: Deliveries,
        minutes: MinutesReader,
        record: records.Records,
    ) -> None:
        self._hub, self._commands, self._consults = hub, commands, consults
        self._presence, self._deliveries, self._minutes, self._record = presence, deliveries, minutes, record
        # Apart, because neither a thousand pages that come back nor the news of other cases may delay a ring.
        self._rings, self._news, self._presences = Errands(), Errands(), Errands()
        self._to_ring: defaultdict[ConsultId, dict[RingId, UserId]] = defaultdict(dict)
        """Rings not yet told: a step that rings five people tells them of one look at the case."""
        self._moved: set[ConsultId] = set()
        """Consults whose specialty changed: those who had it before must hear that it left them."""
        hub.on_presence = self._presence_changed
        hub.on_arrival = self._arrived

    def subscribe(self, relay: Relay) -> None:
        relay.live(sessions.RingStarted, self._ring_started)
        relay.live(sessions.RingEnded, self._ring_ended)
        relay.live(sessions.RingTested, self._ring_tested)
        relay.live(sessions.SpecialtyChanged, self._specialty_changed)
        relay.live(sessions.CallEnded, self._call_ended)
        for kind in CONSULT_NEWS:
            relay.live(kind, self._consult_changed)
        relay.live(records.MinutesFieldChanged, self._field_changed)
        for kind in MINUTES_NEWS:
            relay.live(kind, self._minutes_changed)
        relay.live(records.DecisionRecorded, self._decided)
        relay.live(records.DecisionCorrected, self._decided)
        for kind in REFERRAL_NEWS:
            relay.live(kind, self._referral_changed)
        relay.live(records.FollowUpMoved, self._appointed)
        relay.live(records.ResultRecorded, self._result_told)
        relay.live(records.FileMoved, self._file_moved)
        relay.live(records.DrawingAdded, self._drawn)
        relay.live(sessions.SecondCameraMoved, self._camera_moved)
        relay.live(identity.SignInEnded, self._sign_in_ended)
        relay.live(identity.AccountDisabled, self._account_disabled)
        relay.live(identity.RightsChanged, self._rights_changed)
        relay.live(identity.ScreenLockChanged, self._lock_changed)

    async def run(self) -> None:
        async with asyncio.TaskGroup() as all_of_them:
            all_of_them.create_task(self._rings.run(), name="rings")
            all_of_them.create_task(self._news.run(), name="news")
            all_of_them.create_task(self._presences.run(), name="presence")

    async def drain(self) -> None:
        """Tell all that is known now."""
        await self._rings.drain()
        await self._news.drain()
        await self._presences.drain()

    # -- consults, rings, calls --------------------------------------------------------------------------------------

    async def _ring_started(self, event: sessions.RingStarted) -> None:
        if event.consult and self._hub.of_user(event.user):
            self._to_ring[event.consult][event.ring] = event.user
            self._rings.give(("rings", event.consult), partial(self._tell_rings, event.consult))

    async def _ring_ended(self, event: sessions.RingEnded) -> None:
        self._rings.give(("over", event.ring), partial(self._tell_ring_over, event))

    async def _ring_tested(self, event: sessions.RingTested) -> None:
        self._hub.tell(f.RingTest(shift_id=event.shift), partial(_is, event.user), event.shift)

    async def _specialty_changed(self, event: sessions.SpecialtyChanged) -> None:
        if event.consult:
            self._moved.add(event.consult)

    async def _call_ended(self, event: sessions.CallEnded) -> None:
        self._commands.ended(event.call)

    async def _consult_changed(self, event: Event) -> None:
        if event.consult:
            self._news.give(("consult", event.consult), partial(self._tell_consult, event.consult))

    async def _tell_rings(self, consult: ConsultId) -> None:
        due = dict(self._to_ring[consult])
        for card in await self._consults.ring_cards(consult, due):
            user = due[RingId(card.ring_id)]
            self._hub.tell(f.RingNews(ring=card), partial(_is, user), card.ring_id)
        left = {ring: user for ring, user in self._to_ring[consult].items() if ring not in due}
        if left:
            self._to_ring[consult] = left
        else:
            del self._to_ring[consult]

    async def _tell_ring_over(self, event: sessions.RingEnded) -> None:
        if event.consult is None or not self._hub.of_user(event.user):
            return
        taken = event.outcome in {"accepted", "superseded"}
        over = f.RingOver(
            ring_id=event.ring,
            consult_id=event.consult,
            outcome=event.outcome,
            taken_by=await self._consults.taker(event.consult) if taken else None,
        )
        self._hub.tell(over, partial(_is, event.user))

    async def _tell_consult(self, consult: ConsultId) -> None:
        summary = await self._consults.summary(consult)
        moved = consult in self._moved
        self._moved.discard(consult)
        hospital = FacilityId(summary.hospital.id)

        def lost_it(actor: Actor) -> bool:
            return actor.has(HOSPITAL, hospital) and not works_with(actor, summary)

        self._hub.tell(f.ConsultNews(consult=summary), lambda actor: works_with(actor, summary))
        if moved:
            outside = await self._consults.summary(consult, outside=True)
            self._hub.tell(f.ConsultNews(consult=outside), lost_it)

    # -- the record --------------------------------------------------------------------------------------------------

    async def _field_changed(self, event: records.MinutesFieldChanged) -> None:
        self._news.give(("field", event.minutes, event.field), partial(self._tell_field, event))
        if event.unsigned:
            await self._minutes_changed(event)

    async def _minutes_changed(self, event: OfMinutes) -> None:
        self._news.give(("minutes", event.minutes), partial(self._tell_minutes, event))

    async def _decided(self, event: records.DecisionRecorded | records.DecisionCorrected) -> None:
        self._record_changed(event.consult, "decision", event.decision)

    async def _referral_changed(self, event: OfReferral) -> None:
        self._record_changed(event.consult, "referral", event.referral)
        to = None if isinstance(event, records.ReferralChanged | records.ReferralSigned) else event.to
        if event.consult and to:
            news = f.RecordNews(consult=event.consult, kind="referral", id=event.referral)
            self._news.give(("arrival", event.referral), partial(self._tell_hospital, to, news))

    async def _appointed(self, event: records.FollowUpMoved) -> None:
        self._record_changed(event.consult, "follow_up", event.follow_up)

    async def _result_told(self, event: records.ResultRecorded) -> None:
        if event.consult:
            self._record_changed(event.consult, "result", event.consult)

    def _record_changed(
        self,
        consult: ConsultId | None,
        kind: Literal["decision", "referral", "follow_up", "result"],
        record: UUID,
    ) -> None:
        if consult:
            news = f.RecordNews(consult=consult, kind=kind, id=record)
            self._news.give((kind, record), partial(self._tell_participants, consult, news))

    async def _tell_hospital(self, hospital: FacilityId, news: f.Reliable) -> None:
        """Whoever answers cases where the patient goes: their board shows who is on the way."""
        self._hub.tell(news, lambda actor: not actor.locked and actor.may(Right.ANSWER, hospital))

    async def _tell_field(self, event: records.MinutesFieldChanged) -> None:
        news = await self._minutes.field_news(event.minutes, event.field)
        if event.consult and news:
            await self._tell_participants(event.consult, news)

    async def _tell_minutes(self, event: OfMinutes) -> None:
        if event.consult:
            version = await self._minutes.version(event.minutes)
            news = f.MinutesNews(consult=event.consult, minutes=event.minutes, version=version)
            await self._tell_participants(event.consult, news)

    async def _tell_participants(self, consult: ConsultId, news: f.Reliable) -> None:
        summary = await self._consults.summary(consult)
        self._hub.tell(news, lambda actor: not actor.locked and side_of(actor, summary) is not None)

    # -- pictures ----------------------------------------------------------------------------------------------------

    async def _file_moved(self, event: records.FileMoved) -> None:
        self._news.give(("file", event.file), partial(self._tell_file, event))

    async def _drawn(self, event: records.DrawingAdded) -> None:
        self._news.give(("drawing", event.drawing), partial(self._tell_drawing, event))

    async def _camera_moved(self, event: sessions.SecondCameraMoved) -> None:
        if event.consult:
            news = f.SecondCameraNews.model_validate(
                {"consult": event.consult, "call": event.call, "camera": event.camera, "state": event.state}
            )
            self._news.give(("camera", event.camera), partial(self._tell_participants, event.consult, news))

    async def _tell_file(self, event: records.FileMoved) -> None:
        view = await self._record.file_reading.now(event.file)
        if event.consult and view:
            await self._tell_participants(event.consult, f.FileNews(file=view))

    async def _tell_drawing(self, event: records.DrawingAdded) -> None:
        view = await self._record.drawings.now(event.drawing)
        if event.consult:
            await self._tell_participants(event.consult, f.DrawingNews(consult=event.consult, drawing=view))

    def tell_progress(self, consult: ConsultId, file: UUID, received: int, size: int) -> None:
        """A piece of a picture came; whoever misses it sees the next."""
        news = f.FileProgress(consult=consult, file=file, received=received, size=size)
        self._news.give(("progress", file), partial(self._mention, consult, news))

    async def _mention(self, consult: ConsultId, news: f.Droppable) -> None:
        summary = await self._consults.summary(consult)
        self._hub.mention(news, lambda actor: not actor.locked and side_of(actor, summary) is not None)

    # ----------------------------------------------------------------------------------------------------------------

    def tell_notice(self, user: UserId, notice: UUID, kind: str, unseen: int) -> None:
        """Somebody has something new to read."""
        self._hub.tell(f.NoticeNews(id=notice, kind=kind, unseen=unseen), lambda actor: actor.id == user)

    # -- who may be here ---------------------------------------------------------------------------------------------

    async def _sign_in_ended(self, event: identity.SignInEnded) -> None:
        self._hub.dismiss(lambda actor: actor.sign_in == event.sign_in, Close.NOT_SIGNED_IN)

    async def _account_disabled(self, event: identity.AccountDisabled) -> None:
        self._hub.dismiss(lambda actor: actor.id == event.user, Close.NOT_SIGNED_IN)

    async def _rights_changed(self, event: identity.RightsChanged) -> None:
        self._hub.dismiss(lambda actor: actor.id == event.user, Close.OTHER_RIGHTS)

    async def _lock_changed(self, event: identity.ScreenLockChanged) -> None:
        self._hub.lock(event.sign_in, event.locked)

    # -- presence ----------------------------------------------------------------------------------------------------

    def _presence_changed(self, user: UserId) -> None:
        self._presences.give(user, partial(self._report_presence, user))

    def _arrived(self, user: UserId, about: UUID) -> None:
        self._presences.give(("arrived", user, about), partial(self._deliveries.reached, user, about))

    async def _report_presence(self, user: UserId) -> None:
        """What is true now, however often it changed meanwhile."""
        if self._hub.is_present(user):
            await self._presence.linked(user)
        else:
            await self._presence.unlinked(user)


def _is(user: UserId, actor: Actor) -> bool:
    return actor.id == user
