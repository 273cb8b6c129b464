"""All SQL of reviews of opened cases."""

from collections.abc import Collection
from dataclasses import asdict

from sqlalchemy import or_, select
from sqlalchemy.dialects.postgresql import insert

from telemed.identity.tables import case_access
from telemed.infra.db import AnyRow, Tx
from telemed.kernel.ids import AccessId, UserId
from telemed.privacy.model import Review, Verdict
from telemed.privacy.tables import access_review

_r = access_review.c
_a = case_access.c


async def reviews(tx: Tx, accesses: Collection[AccessId]) -> dict[AccessId, Review]:
    if not accesses:
        return {}
    rows = await tx.all(select(access_review).where(_r.access_id.in_(accesses)))
    return {AccessId(row.access_id): _review(row) for row in rows}


async def opened(tx: Tx, *, done: bool, limit: int) -> list[AccessId]:
    """Of what the wall lets through: those to review, the longest due first; or those found justified, newest first."""
    joined = select(_a.id).join_from(case_access, access_review, _r.access_id == _a.id, isouter=True)
    justified = _r.verdict == Verdict.JUSTIFIED.value
    if done:
        query = joined.where(justified).order_by(_r.reviewed_at.desc(), _a.id)
    else:
        query = joined.where(or_(_r.access_id.is_(None), ~justified)).order_by(_a.review_on, _a.opened_at, _a.id)
    return [AccessId(row.id) for row in await tx.all(query.limit(limit))]


async def lock_review(tx: Tx, access: AccessId) -> Review | None:
    row = await tx.first(select(access_review).where(_r.access_id == access).with_for_update())
    return _review(row) if row else None


async def keep_review(tx: Tx, review: Review) -> None:
    row = asdict(review) | {"access_id": review.access, "verdict": review.verdict.value}
    del row["access"]
    put = insert(access_review).values(row)
    await tx.execute(put.on_conflict_do_update(index_elements=["access_id"], set_=row))


def _review(row: AnyRow) -> Review:
    return Review(
        AccessId(row.access_id),
        Verdict(row.verdict),
        row.question,
        UserId(row.reviewed_by),
        row.reviewed_at,
        row.explain_by,
        row.explanation,
        row.explained_at,
    )
