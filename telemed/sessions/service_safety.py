"""What guards a patient: identifiers compared at the start of a call, approvals, templates, earlier consults."""

from uuid import UUID

from telemed import identity
from telemed.infra import audit, idempotency, outbox
from telemed.infra.db import Tx
from telemed.kernel.actor import Actor
from telemed.kernel.ids import CallId, FacilityId
from telemed.kernel.rights import Right, Sees
from telemed.sessions import approvals, case_templates, policy, store, store_calls, store_safety, vitals, wire
from telemed.sessions import wire_safety as w
from telemed.sessions.approvals import Approval, Content
from telemed.sessions.events import IdentityChecked
from telemed.sessions.identifiers import IdentityCheck
from telemed.sessions.keeper import CaseKeeper


class Safety(CaseKeeper):
    # -- who is in front of the camera --------------------------------------------------------------------------------

    async def check_identity(
        self, actor: Actor, call_id: CallId, check_id: UUID, said: w.NewIdentityCheck
    ) -> wire.ConsultSummary:
        """Keep what one end compared. Nothing waits for it: an emergency goes on unconfirmed, and papers say so.

        Raises:
            TwoIdentifiers: one identifier twice.
            NotYours: neither a clinician of the station nor the doctor who took the case.
            PracticeHasNone: a practice case has no patient.
        """
        now = self._clock.now()
        async with self._db.transaction(actor) as tx:
            consult = await store.get(tx, await store_calls.consult_of(tx, call_id))
            side = policy.side_in_call(actor, consult)
            policy.require_real(consult)
            check = IdentityCheck(
                check_id, call_id, consult.id, actor.id, side, tuple(said.identifiers), said.matches, now
            )
            if await idempotency.first_time(tx, check_id, call_id, said, now):
                await store_safety.add_check(tx, check)
                fact = IdentityChecked(consult.id, call_id, actor.id, side, said.matches)
                await outbox.publish(tx, fact, now)
            await audit.record(tx, "check", "identity", call_id, consult=consult.id)
            return await self._summary(tx, consult)

    # -- limits, templates, and who approved them --------------------------------------------------------------------

    async def limits(self, actor: Actor) -> w.VitalLimits:
        """No policy: anyone signed in may know how vital signs are judged."""
        async with self._db.transaction(actor) as tx:
            return _limits(await self._sheets(tx, actor))

    async def templates(self, actor: Actor) -> w.RequestTemplates:
        """No policy: what is asked of whom is no secret."""
        async with self._db.transaction(actor) as tx:
            return w.RequestTemplates(templates=_templates(await self._sheets(tx, actor)))

    async def sheets(self, actor: Actor) -> w.Sheets:
        """All that can be approved, with who approved it for the hospitals of the one who asks."""
        policy.require_approvals(actor)
        async with self._db.transaction(actor) as tx:
            known = await self._sheets(tx, actor)
            mine = await identity.facilities(tx, set(actor.where(Right.APPROVE_CLINICAL)))
        return w.Sheets(limits=_limits(known), templates=_templates(known), mine=list(mine.values()))

    async def approve(self, actor: Actor, approval_id: UUID, new: w.NewApproval) -> w.Sheets:
        """Take responsibility for exactly these words, or take it back. Sent twice it counts once.

        Raises:
            OtherContent: it changed since the screen showed it.
        """
        now, hospital = self._clock.now(), FacilityId(new.hospital_id)
        policy.require_approve(actor, hospital)
        approvals.require_current(new.subject, new.version, new.sha256)
        async with self._db.transaction(actor) as tx:
            if await idempotency.first_time(tx, approval_id, hospital, new, now):
                said = Approval(
                    approval_id,
                    hospital,
                    new.subject,
                    new.version,
                    new.sha256,
                    new.approved,
                    new.note.strip(),
                    actor.id,
                    now,
                )
                await store_safety.add_approval(tx, said)
            await audit.record(tx, "approve" if new.approved else "unapprove", "clinical_content", hospital)
        return await self.sheets(actor)

    async def _sheets(self, tx: Tx, actor: Actor) -> dict[str, w.Sheet]:
        said = await store_safety.approvals(tx, await self._concerned(tx, actor))
        people = await identity.people(tx, {one.person for one in said})
        facilities = await identity.facilities(tx, {one.hospital for one in said})

        def sheet(content: Content) -> w.Sheet:
            lines = [
                w.ApprovalLine(hospital=facilities[one.hospital], person=people[one.person], at=one.at, note=one.note)
                for one in approvals.standing(said, content)
            ]
            return w.Sheet(
                subject=content.subject,
                version=content.version,
                sha256=content.sha256,
                made_on=content.made_on,
                approvals=lines,
            )

        return {content.subject: sheet(content) for content in approvals.contents().values()}

    async def _concerned(self, tx: Tx, actor: Actor) -> set[FacilityId] | None:
        """Whose approval counts: that of one's hospital, or of those that support one's station; else anyone's."""
        own = set(actor.where(Right.ANSWER) | actor.seeing(Sees.QUEUE) | actor.seeing(Sees.HOSPITAL))
        for station in actor.where(Right.PREPARE):
            supporting = [await self._schedules.assigned_hospital(tx, station, rank=rank) for rank in (1, 2)]
            own |= {one for one in supporting if one}
        return own or None


def _limits(known: dict[str, w.Sheet]) -> w.VitalLimits:
    return w.VitalLimits(
        limits=[
            w.VitalLimit(
                item=limit.item,
                unit=limit.unit,
                hard_low=limit.hard[0],
                hard_high=limit.hard[1],
                bands=[
                    w.VitalBand(**{name: getattr(band, name) for name in w.VitalBand.model_fields})
                    for band in limit.bands
                ],
            )
            for limit in vitals.LIMITS
        ],
        sheet=known[approvals.LIMITS],
    )


def _templates(known: dict[str, w.Sheet]) -> list[w.RequestTemplate]:
    return [
        w.RequestTemplate(
            id=one.id,
            version=one.version,
            case_type=one.case_type,
            specialty=one.specialty,
            title=w.Bilingual(**one.title),
            vitals=[w.NeededVital(field=v.field, from_months=v.from_months, to_months=v.to_months) for v in one.vitals],
            questions=[
                w.TemplateQuestion(id=q.id, kind=q.kind, flag=q.flag, text=w.Bilingual(**q.text)) for q in one.questions
            ],
            danger=[w.DangerSign(**{name: getattr(d, name) for name in w.DangerSign.model_fields}) for d in one.danger],
            sheet=known[approvals.of_template(one).subject],
        )
        for one in case_templates.current().values()
    ]
