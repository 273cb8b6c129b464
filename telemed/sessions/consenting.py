"""What patients said about their case, kept word for word: the part of `Consults` that asks and withdraws."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from telemed.infra import audit, idempotency
from telemed.infra.db import Tx
from telemed.infra.events import Event
from telemed.kernel.actor import Actor
from telemed.kernel.ids import ChangeId, ConsultId
from telemed.sessions import changes, consents, policy, store, texts, wire
from telemed.sessions.case import Case
from telemed.sessions.events import ConsentRecorded
from telemed.sessions.keeper import CaseKeeper
from telemed.sessions.model import Consent, ConsentGround, Consult, Purpose
from telemed.sessions.vitals import VitalSigns

MOMENT = timedelta(microseconds=1)


class Consenting(CaseKeeper):
    async def record_consent(
        self, actor: Actor, consult_id: ConsultId, consent_id: ChangeId, word: wire.ConsentWord
    ) -> wire.ConsultSummary:
        """Given, refused or withdrawn, at any time of the case: the patient's word needs nobody's leave.

        Raises:
            ConsentIncomplete, ConsentGroundWrong, ChildRefused, NothingToWithdraw, UnknownText: see `consents.check`.
        """
        now = self._clock.now()
        async with self._db.transaction(actor) as tx:
            case = await self._locked(tx, consult_id)
            policy.require_change(actor, case.consult)
            if not await idempotency.first_time(tx, consent_id, consult_id, word, now):
                return await self._summary(tx, case.consult)
            signs = (await store.vitals(tx, [consult_id]))[consult_id]
            consult, facts = await self._say(tx, actor, case.consult, [word], signs, now)
            return await self._keep(tx, case, replace(case, consult=consult), facts)

    async def _say(  # noqa: PLR0917 - who says what of which case, and how the patient is
        self,
        tx: Tx,
        actor: Actor,
        consult: Consult,
        words: Sequence[wire.ConsentWord],
        signs: Sequence[VitalSigns],
        now: datetime,
    ) -> tuple[Consult, list[Event]]:
        """Keep these words, one after the other, each judged by what was said before it."""
        facts: list[Event] = []
        able = consents.capacity(consult, signs)
        for word in words:
            if word.ground is ConsentGround.EMERGENCY:
                policy.require_request(actor, consult.station, send=True)  # a clinician confirms it
            before = (await store.consents(tx, [consult.id]))[consult.id]
            said = changes.consent_of(word, actor.id, _after(before, now))
            consents.check(said, able, consents.latest(before).get(word.purpose))
            consult, fact = await self._keep_word(tx, consult, said)
            facts.append(fact)
        return consult, facts

    async def _go_unasked(self, tx: Tx, case: Case, now: datetime) -> tuple[Case, list[Event]]:
        """An emergency never waits for an answer: who sends it stands for that, and the patient is asked later."""
        if not consents.goes_unasked(case.consult):
            return case, []
        digest = texts.digest(texts.CURRENT, Purpose.SHARE)
        moment = _after((await store.consents(tx, [case.consult.id]))[case.consult.id], now)
        said = Consent(
            ConsentGround.EMERGENCY, "", "", texts.CURRENT, tx.actor.id, moment, text_sha256=digest
        )  # the reason is the urgency itself
        consult, fact = await self._keep_word(tx, case.consult, said)
        return replace(case, consult=consult), [fact]

    async def _keep_word(self, tx: Tx, consult: Consult, said: Consent) -> tuple[Consult, Event]:
        await store.add_consent(tx, consult.id, said)
        await audit.record(
            tx, said.decision.value, "consent", consult.id, consult=consult.id, reason=said.purpose.value
        )
        fact = ConsentRecorded(consult.id, said.purpose.value, said.decision.value, said.ground.value)
        after = consents.with_consent(consult, said)
        return changes.with_fields(after, {}, {"consent"}), fact


def _after(before: Sequence[Consent], now: datetime) -> datetime:
    """Their order is told by their time alone: two of one moment follow each other."""
    return max(now, before[-1].recorded_at + MOMENT) if before else now
