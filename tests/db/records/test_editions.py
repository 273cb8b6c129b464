"""What is signed stays as it was, whoever asks: a correction is a further edition, and counts once it is signed."""

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import delete, insert, update
from sqlalchemy.exc import DBAPIError

from telemed.infra.db import Database
from telemed.infra.outbox import event_table
from telemed.kernel.errors import Denied, DomainError, Missing
from telemed.kernel.ids import ConsultId, MinutesId, uuid7
from telemed.kernel.values import Role
from telemed.records import MinutesState, papers, wire
from telemed.records import tables as t
from telemed.records.minutes import CorrectionOpen, DocumentChanged, FieldChanged, Locked, NotACorrection, NotSigned
from telemed.records.model import DebtKind, Outcome, SignatureLine
from telemed.records.service.debts import Debts
from telemed.records.store import minutes as store
from telemed.reports import store as log
from telemed.sessions import Allergy
from tests import build
from tests.db.records.conftest import CONCLUSION, STATION_LINES, Desk

CHAIR = SignatureLine.CHAIR


async def resigned(desk: Desk, draft: wire.MinutesView) -> wire.MinutesView:
    """Confirmed and signed anew by the same two."""
    ready = await desk.records.minutes.conclude(desk.chair, MinutesId(draft.id))
    await desk.sign(ready, desk.chair, CHAIR)
    return await desk.sign(ready, desk.doctor, *STATION_LINES)


async def test_a_correction_is_a_further_edition_with_its_reason_author_and_time(desk: Desk) -> None:
    first = await desk.signed()

    draft = await desk.correct_minutes(first, reason="Ghi nhầm liều")

    assert (draft.edition, draft.state, draft.correction_reason) == (2, MinutesState.DRAFT, "Ghi nhầm liều")
    assert draft.id != first.id
    assert {item: field.text for item, field in draft.fields.items()} == {
        item: field.text for item, field in first.fields.items()
    }
    assert draft.signatures == []
    begun = draft.editions[1]
    assert begun.opened_by
    assert (begun.opened_by.id, begun.previous_hash) == (desk.chair.id, first.document_hash)
    assert ("correct", desk.chair.id) in await desk.audited("minutes", draft.id)


async def test_the_log_shows_the_edition_that_counts(desk: Desk, owner_db: Database) -> None:
    first = await desk.signed()
    draft = await desk.correct_minutes(first)

    async def shown() -> list[int]:
        async with owner_db.transaction(build.BUILDER) as tx:
            return [row.edition for row in await log.minutes_of(tx, [first.consult_id])]

    assert await shown() == [1, 2]
    await resigned(desk, draft)
    assert await shown() == [2, 1]


async def test_until_the_further_edition_is_signed_the_one_before_counts(desk: Desk) -> None:
    first = await desk.signed()
    draft = await desk.correct_minutes(first)
    draft = await desk.write(draft, "treatment", "Oxy 2 lít/phút", seen=draft.fields["treatment"].version)

    meanwhile = await desk.refer(first.consult_id)
    assert meanwhile.care_plan.startswith(CONCLUSION["treatment"])
    assert [one.in_force for one in draft.editions] == [True, False]

    second = await resigned(desk, draft)

    assert [one.in_force for one in second.editions] == [False, True]
    assert [one.intact for one in second.editions] == [True, True]
    assert second.number == first.number
    async with desk.db.transaction(build.BUILDER) as tx:
        in_force = await store.in_force(tx, ConsultId(first.consult_id))
    assert in_force
    assert in_force.fields["treatment"].text == "Oxy 2 lít/phút"


async def test_the_signed_edition_reads_and_prints_as_before(desk: Desk) -> None:
    first = await desk.signed()
    printed = await desk.records.signing.print(desk.doctor, MinutesId(first.id))
    draft = await desk.correct_minutes(first)
    await desk.write(draft, "treatment", "Oxy 2 lít/phút", seen=draft.fields["treatment"].version)
    second = await resigned(desk, await desk.minutes_of(first.consult_id))

    old = await desk.records.minutes.read_edition(desk.doctor, MinutesId(first.id))
    again = await desk.records.signing.print(desk.doctor, MinutesId(first.id))
    newer = await desk.records.signing.print(desk.doctor, MinutesId(second.id))

    assert (old.fields, old.signatures, old.document_hash) == (first.fields, first.signatures, first.document_hash)
    assert again.content == printed.content
    assert newer.content != printed.content
    assert newer.name != printed.name


async def test_what_the_request_says_of_allergies_is_part_of_the_text_that_is_signed(desk: Desk) -> None:
    taken = await desk.accepted()
    consult = await desk.world.consults.summary(ConsultId(taken.consult_id))

    await desk.change_request(taken.consult_id, consult.version, allergy=Allergy.NONE)

    seen = await desk.minutes_of(taken.consult_id)
    assert taken.allergies
    assert seen.allergies
    assert (taken.allergies.state, seen.allergies.state) == (Allergy.UNASKED, Allergy.NONE)
    assert seen.document_hash != taken.document_hash


async def test_each_edition_names_the_hash_of_the_one_before_and_a_forged_one_is_found(desk: Desk) -> None:
    first = await desk.signed()
    second = await resigned(desk, await desk.correct_minutes(first))
    await resigned(desk, await desk.correct_minutes(second))

    async with desk.db.transaction(build.BUILDER) as tx:
        chain = await store.editions(tx, ConsultId(first.consult_id))

    assert [one.correction.previous_hash if one.correction else None for one in chain] == [
        None,
        chain[0].document_hash,
        chain[1].document_hash,
    ]
    assert papers.unbroken(chain) == [True, True, True]
    assert chain[0].paper
    forged = replace(chain[0], paper=replace(chain[0].paper, reason="khác"))
    assert papers.unbroken([forged, *chain[1:]]) == [False, True, True]
    assert papers.unbroken([chain[0], chain[2]]) == [True, False]


async def test_a_draft_is_not_corrected_and_two_corrections_do_not_run_beside_each_other(desk: Desk) -> None:
    concluded = await desk.concluded()
    with pytest.raises(NotSigned):
        await desk.correct_minutes(concluded)
    await desk.sign(concluded, desk.chair, CHAIR)
    first = await desk.sign(concluded, desk.doctor, *STATION_LINES)

    answers = await asyncio.gather(
        desk.correct_minutes(first, desk.chair), desk.correct_minutes(first, desk.doctor), return_exceptions=True
    )

    assert sorted(type(one).__name__ for one in answers) == ["CorrectionOpen", "MinutesView"]
    with pytest.raises(CorrectionOpen):
        await desk.correct_minutes(first)


async def test_a_correction_begun_by_mistake_is_given_up_and_the_signed_one_goes_on(desk: Desk) -> None:
    first = await desk.signed()
    draft = await desk.correct_minutes(first, desk.doctor)
    with pytest.raises(NotACorrection):
        await desk.records.minutes.discard(desk.chair, MinutesId((await desk.concluded()).id))

    shown = await desk.records.minutes.discard(desk.doctor, MinutesId(draft.id))

    assert (shown.id, shown.may_correct, shown.document_hash) == (first.id, True, first.document_hash)
    assert [(one.edition, one.state, one.in_force) for one in shown.editions] == [
        (1, MinutesState.SIGNED, True),
        (2, MinutesState.DISCARDED, False),
    ]
    assert ("discard", desk.doctor.id) in await desk.audited("minutes", draft.id)
    with pytest.raises(Locked):
        await desk.write(draft, "treatment", "Không ai viết nữa", desk.chair)
    with pytest.raises(Locked):
        await desk.records.minutes.discard(desk.doctor, MinutesId(draft.id))
    again = await resigned(desk, await desk.correct_minutes(shown, desk.chair))
    assert (again.edition, again.number, again.may_discard) == (3, first.number, False)
    async with desk.db.transaction(desk.chair) as tx:
        assert papers.unbroken(await store.editions(tx, ConsultId(first.consult_id))) == [True, True, True]


async def test_only_who_began_it_or_the_chair_gives_a_correction_up(desk: Desk) -> None:
    first = await desk.signed()
    draft = await desk.correct_minutes(first, desk.chair)

    assert not (await desk.minutes_of(first.consult_id, desk.doctor)).may_discard
    with pytest.raises(Denied):
        await desk.records.minutes.discard(desk.doctor, MinutesId(draft.id))
    assert (await desk.minutes_of(first.consult_id, desk.chair)).may_discard


async def test_a_correction_is_owed_by_its_signers_until_it_is_signed_or_given_up(desk: Desk) -> None:
    first = await desk.signed()
    await desk.decide(first.consult_id, outcomes=[Outcome.TREAT_AT_STATION])
    debts = Debts(desk.db, desk.world.consults)

    async def owing() -> list[list[str]]:
        found = [(await debts.of(one)).debts for one in (desk.doctor, desk.chair)]
        return [[debt.kind for debt in some if debt.kind is DebtKind.MINUTES] for some in found]

    assert await owing() == [[], []]
    draft = await desk.correct_minutes(first, desk.doctor)
    assert await owing() == [[DebtKind.MINUTES], [DebtKind.MINUTES]]
    await desk.records.minutes.discard(desk.doctor, MinutesId(draft.id))
    assert await owing() == [[], []]


async def test_who_did_not_write_them_corrects_nothing(desk: Desk) -> None:
    first = await desk.signed()
    nurse = await build.add_person(desk.db, "Vàng Dợ Demo", Role.STATION_NURSE, desk.world.station)

    with pytest.raises(Denied):
        await desk.correct_minutes(first, nurse)
    seen = await desk.records.minutes.read_edition(nurse, MinutesId(first.id))
    assert not seen.may_correct


async def test_a_manager_reads_what_counts_and_not_what_is_being_written(desk: Desk) -> None:
    first = await desk.signed()
    draft = await desk.correct_minutes(first)
    manager = await build.add_person(desk.db, "Phạm Quản Demo", Role.HOSPITAL_MANAGER, desk.world.hospital)

    seen = await desk.minutes_of(first.consult_id, manager)

    assert (seen.id, [one.edition for one in seen.editions]) == (first.id, [1])
    with pytest.raises(Missing):
        await desk.records.minutes.read_edition(manager, MinutesId(draft.id))


async def test_the_database_itself_refuses_to_change_what_is_signed(desk: Desk) -> None:
    """Whatever a fault in the program asks for, as the role it runs with."""
    signed = await desk.signed()
    other = await desk.accepted()
    of = signed.id
    opinion = {"id": uuid7(), "minutes_id": of, "by": desk.chair.id, "facility_id": desk.world.hospital}
    signature = {"minutes_id": of, "id": uuid7(), "line": "chair", "by": desk.chair.id, "document_hash": "0" * 64}
    attempts = [
        update(t.minutes).where(t.minutes.c.id == of).values(document_hash="0" * 64),
        update(t.minutes).where(t.minutes.c.id == of).values(state="draft"),
        delete(t.minutes).where(t.minutes.c.id == of),
        update(t.minutes_field).where(t.minutes_field.c.minutes_id == of).values(text="khác"),
        update(t.minutes_field).where(t.minutes_field.c.minutes_id == other.id).values(minutes_id=of),
        delete(t.minutes_field).where(t.minutes_field.c.minutes_id == of),
        insert(t.opinion).values(at=desk.world.clock.now(), text="sau khi ký", **opinion),
        insert(t.signature).values(at=desk.world.clock.now(), **signature),
        update(t.signature).where(t.signature.c.minutes_id == of).values(cleared_at=desk.world.clock.now()),
        insert(t.read_back).values(
            minutes_id=of, field="place", side="station", version=9, by=desk.chair.id, at=desk.world.clock.now()
        ),
    ]

    for attempt in attempts:
        with pytest.raises(DBAPIError, match=r"never change|permission denied"):
            async with desk.db.transaction(desk.chair) as tx:
                await tx.execute(attempt)

    now = await desk.records.minutes.read_edition(desk.chair, MinutesId(of))
    assert (now.fields, now.signatures) == (signed.fields, signed.signatures)
    assert now.editions[0].intact


async def test_of_an_edit_and_a_last_signature_at_once_one_comes_first_and_the_other_hears_of_it(desk: Desk) -> None:
    """Two connections: either the edit takes the chair's signature away, or it meets locked minutes. Never both."""
    for _ in range(5):
        ready = await desk.concluded()
        await desk.sign(ready, desk.chair, CHAIR)
        edit = desk.write(ready, "treatment", "Oxy mặt nạ", by=desk.chair, seen=1)
        sign = desk.sign(ready, desk.doctor, *STATION_LINES)

        edited, signed = await both(edit, sign)

        after = await desk.minutes_of(ready.consult_id)
        if isinstance(edited, DomainError):
            assert isinstance(edited, Locked)
            assert after.state is MinutesState.SIGNED
            assert after.fields["treatment"].text == CONCLUSION["treatment"]
        else:
            assert isinstance(signed, DocumentChanged)
            assert (after.state, after.signatures) == (MinutesState.SIGNING, [])
            assert after.fields["treatment"].text == "Oxy mặt nạ"


async def test_two_who_write_different_items_at_once_both_are_heard(desk: Desk) -> None:
    minutes = await desk.accepted()

    ours = desk.write(minutes, "diagnosis", "Viêm phổi", by=desk.chair)
    await both(ours, desk.write(minutes, "summary", "Sốt", by=desk.doctor))

    after = await desk.minutes_of(minutes.consult_id)
    by = {item: field.edited_by.id for item, field in after.fields.items() if field.edited_by}
    assert by == {"diagnosis": desk.chair.id, "summary": desk.doctor.id}


async def test_reading_back_is_kept_item_by_item_with_who_and_when_from_both_ends(desk: Desk) -> None:
    ready = await desk.concluded()

    half = await desk.read_back(ready, desk.doctor)
    whole = await desk.read_back(half, desk.chair)

    assert {(mark.field, mark.side, mark.by.id) for mark in whole.read_back} == {
        (item, side, who.id)
        for item in CONCLUSION
        for side, who in (("station", desk.doctor), ("hospital", desk.chair))
    }
    assert half.document_hash == whole.document_hash == ready.document_hash  # nobody has to sign anew for it


async def test_an_item_edited_after_it_was_read_back_was_not_read_back(desk: Desk) -> None:
    ready = await desk.concluded()
    await desk.read_back(ready, desk.doctor)

    edited = await desk.write(ready, "treatment", "Oxy mặt nạ", seen=1)

    assert "treatment" not in {mark.field for mark in edited.read_back}
    with pytest.raises(FieldChanged):
        await desk.read_back(ready, desk.doctor, "treatment")


async def test_the_paper_says_when_both_ends_had_heard_all_of_it_and_only_then(desk: Desk) -> None:
    ready = await desk.concluded()
    await desk.sign(ready, desk.chair, CHAIR)
    await desk.read_back(ready, desk.doctor)
    await desk.sign(ready, desk.doctor, *STATION_LINES)
    other = await desk.concluded()
    await desk.read_back(other, desk.doctor)
    await desk.read_back(other, desk.chair)
    await desk.sign(other, desk.chair, CHAIR)
    signed = await desk.sign(other, desk.doctor, *STATION_LINES)

    async with desk.db.transaction(build.BUILDER) as tx:
        half, whole = [(await store.get(tx, MinutesId(one.id))).paper for one in (ready, signed)]

    assert half
    assert whole
    assert half.read_back_at is None
    assert whole.read_back_at == desk.world.clock.now()
    with pytest.raises(Locked):
        await desk.read_back(signed, desk.doctor, "treatment")


async def test_section_11_begins_with_the_black_box_and_is_the_secretarys_to_edit(desk: Desk) -> None:
    minutes = await desk.accepted()
    consult = ConsultId(minutes.consult_id)
    await dropped(desk.db, consult, desk)

    told = await desk.minutes_of(consult)
    edited = await desk.write(told, "incidents", "Mất mạng 2 phút, hỏi lại phần thuốc.", by=desk.doctor)

    assert "mất kết nối" in told.fields["incidents"].text
    assert told.fields["incidents"].edited_by is None
    assert edited.fields["incidents"].text == "Mất mạng 2 phút, hỏi lại phần thuốc."
    assert edited.document_hash != told.document_hash


async def dropped(db: Database, consult: ConsultId, desk: Desk) -> None:
    """The history of a call whose line went and came back."""
    now = desk.world.clock.now()
    async with db.transaction(build.BUILDER) as tx:
        for kind, at in (("call_interrupted", now), ("call_live", now + timedelta(minutes=2))):
            row = {"id": uuid7(), "kind": kind, "at": at, "consult_id": consult, "actor_id": desk.chair.id, "data": {}}
            await tx.execute(insert(event_table).values(**row))


async def both(one: Awaitable[object], other: Awaitable[object]) -> tuple[object, object]:
    first, second = await asyncio.gather(one, other, return_exceptions=True)
    return first, second
