"""The privacy officer's look at every opened case: facts beside the reader's own words, a verdict, a question."""

import builtins
from collections.abc import Sequence
from datetime import date

from telemed import identity
from telemed.identity import CaseAccess, PersonRef
from telemed.infra import audit
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.errors import Missing
from telemed.kernel.ids import AccessId
from telemed.privacy import policy, wire
from telemed.privacy.model import (
    EXPLAIN_WITHIN,
    AlreadyReviewed,
    Ground,
    OwnAccess,
    QuestionNeeded,
    Review,
    Verdict,
)
from telemed.privacy.store import cases
from telemed.privacy.store import reviews as store
from telemed.schedules import Schedules

AT_MOST = 200


class Reviews:
    def __init__(self, db: Database, schedules: Schedules) -> None:
        self._db, self._schedules = db, schedules

    async def list(self, actor: Actor, *, done: bool) -> wire.ReviewList:
        """Those that wait for a review, the longest due first; or those done, the newest first."""
        policy.require_reviews(actor)
        async with self._db.transaction(actor) as tx:
            ids = await store.opened(tx, done=done, limit=AT_MOST)
            found = await identity.some_accesses(tx, ids)
            known = await store.reviews(tx, ids)
            # The wall also shows people what they opened themselves.
            wanted = [one for one in map(found.__getitem__, ids) if policy.may_review(actor, one.station, one.hospital)]
            await audit.record(tx, "read", "access_review", None)
        return wire.ReviewList(accesses=await self._views(actor, [(one, known.get(one.id)) for one in wanted]))

    async def judge(self, actor: Actor, access_id: AccessId, new: wire.NewReview) -> wire.ReviewedAccess:
        """Find it justified, or ask. Every verdict stays in the audit trail, whatever follows.

        Raises:
            OwnAccess: it is the reviewer's own.
            QuestionNeeded: an explanation is asked for without a question.
            AlreadyReviewed
        """
        async with self._db.transaction(actor) as tx:
            access = (await identity.some_accesses(tx, [access_id])).get(access_id)
            if access is None:
                raise Missing
            policy.require_review(actor, access.station, access.hospital)
            if access.person == actor.id:
                raise OwnAccess
            before = await store.lock_review(tx, access_id)
            after = await self._judged(tx, access_id, before, new)
            await store.keep_review(tx, after)
            await audit.record(
                tx, f"review.{new.verdict}", "access", access_id, consult=access.consult, reason=new.question or None
            )
        return (await self._views(actor, [(access, after)]))[0]

    async def explain(self, actor: Actor, access_id: AccessId, text: str) -> None:
        """The reader's answer. No policy: only one's own is found.

        Raises:
            Missing: it is nobody's, or another person's.
            AlreadyReviewed: nothing is asked.
        """
        async with self._db.transaction(actor) as tx:
            access = (await identity.some_accesses(tx, [access_id])).get(access_id)
            if access is None or access.person != actor.id:
                raise Missing
            review = await store.lock_review(tx, access_id)
            if review is None:
                raise AlreadyReviewed
            await store.keep_review(tx, review.explained(text, tx.at))
            await audit.record(tx, "explain", "access", access_id, consult=access.consult, reason=text)

    async def _judged(self, tx: Tx, access: AccessId, before: Review | None, new: wire.NewReview) -> Review:
        by, now = tx.actor.id, tx.at
        if new.verdict is Verdict.JUSTIFIED:
            return before.found_justified(by, now) if before else Review(access, new.verdict, "", by, now)
        if not new.question:
            raise QuestionNeeded(pointer="/body/question")
        explain_by = await self._explain_by(tx)
        if before:
            return before.asked_again(new.question, by, now, explain_by)
        return Review(access, new.verdict, new.question, by, now, explain_by)

    async def _explain_by(self, tx: Tx) -> date:
        working = await self._schedules.working_time(tx)
        return working.add_days(tx.at, EXPLAIN_WITHIN).astimezone(LOCAL).date()

    async def _views(
        self, actor: Actor, these: Sequence[tuple[CaseAccess, Review | None]]
    ) -> builtins.list[wire.ReviewedAccess]:
        """Only its code is told of a case, and that is behind the wall."""
        async with self._db.transaction(Actor.system("codes of opened cases")) as tx:
            names = await cases.case_names(tx, {access.consult for access, _ in these})
        async with self._db.transaction(actor) as tx:
            return [await _view(tx, access, names[access.consult], review) for access, review in these]


async def _view(tx: Tx, access: CaseAccess, case: cases.CaseName, review: Review | None) -> wire.ReviewedAccess:
    people = await identity.people(tx, {access.person} | ({review.reviewed_by} if review else set()))
    places = await identity.facilities(tx, {access.station, access.hospital})
    reads, last = await cases.reads(tx, access.person, access.consult, access.opened_at, access.until_at)
    return wire.ReviewedAccess(
        access_id=access.id,
        code=case.code,
        labelled=case.labelled,
        person=people[access.person],
        station=places[access.station],
        hospital=places[access.hospital],
        ground=Ground(access.ground),
        reason=access.reason,
        on_duty=access.on_duty,
        opened_at=access.opened_at,
        until_at=access.until_at,
        reads=reads,
        used_ms=round((last - access.opened_at).total_seconds() * 1000) if last else 0,
        review_on=access.review_on,
        overdue=not _is_done(review) and tx.at.astimezone(LOCAL).date() > access.review_on,
        review=review and _review_view(review, people[review.reviewed_by]),
    )


def _review_view(review: Review, by: PersonRef) -> wire.ReviewView:
    return wire.ReviewView(
        verdict=review.verdict,
        question=review.question,
        reviewed_by=by,
        reviewed_at=review.reviewed_at,
        explain_by=review.explain_by,
        explanation=review.explanation,
        explained_at=review.explained_at,
    )


def _is_done(review: Review | None) -> bool:
    return review is not None and review.verdict is Verdict.JUSTIFIED
