"""Pictures of a case, from asking to filing: long because each fault on their way has its test."""

import asyncio
import io
import random
import unicodedata
from collections.abc import AsyncIterator
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pypdf
import pytest
from pydantic import ValidationError
from sqlalchemy import update

from telemed.infra.blobs import Blobs
from telemed.infra.jobs import JobRunner
from telemed.kernel.actor import Actor
from telemed.kernel.errors import Denied, DomainError, Missing, OtherBody
from telemed.kernel.ids import CallId, CameraId, ConsultId, DrawingId, FileId, MinutesId, uuid7
from telemed.kernel.values import FacilityKind, Role, Specialty
from telemed.records import timers
from telemed.records import wire_files as wire
from telemed.records.model_file import (
    UNFINISHED_FOR,
    CaseOver,
    FileState,
    HashDiffers,
    NoPicture,
    NotArriving,
    NotKept,
    Quota,
    QuotaUsed,
    TellsPlace,
    TooLarge,
    WrongOffset,
)
from telemed.records.service.files import Files
from telemed.records.tables import file as file_table
from telemed.sessions import CallOver, CameraEntry, CameraOut, CameraSession, Phone, Wanted
from telemed.sessions.second_cameras import BadCode, TooManyCameras
from tests import build
from tests.db.records.conftest import Desk

JPEG = b"\xff\xd8\xff\xe0" + random.Random(1).randbytes(200_000)


@pytest.fixture
async def case(desk: Desk) -> ConsultId:
    return ConsultId((await desk.accepted()).consult_id)


async def call_of(desk: Desk, case: ConsultId) -> CallId:
    summary = await desk.world.consults.summary(case)
    assert summary.call is not None
    return CallId(summary.call.id)


def new(case: ConsultId, content: bytes = JPEG, **changes: Any) -> wire.NewFile:
    said = {"size": len(content), "sha256": sha256(content).hexdigest(), "content_type": "image/jpeg"}
    about = {"consult_id": case, "kind": "photo", "taken_at": "2026-11-22T03:00:00Z"}
    return wire.NewFile.model_validate(about | said | changes)


async def pieces(*them: bytes) -> AsyncIterator[bytes]:
    for one in them:
        yield one


async def put(desk: Desk, case: ConsultId, content: bytes = JPEG, by: Actor | None = None, **changes: Any) -> FileId:
    """A whole picture in the record."""
    file = FileId(uuid7())
    await desk.records.files.create(by or desk.doctor, file, new(case, content, **changes))
    await desk.records.files.append(by or desk.doctor, file, 0, pieces(content))
    return file


async def state(desk: Desk, file: FileId) -> FileState:
    view = await desk.records.files.now(file)
    assert view is not None
    return view.state


async def content(desk: Desk, file: FileId, by: Actor | None = None) -> bytes:
    return (await desk.records.files.content(by or desk.chair, file)).path.read_bytes()


# -- arriving ----------------------------------------------------------------------------------------------------------


async def test_a_picture_cut_at_forty_percent_goes_on_there_and_is_the_same_to_the_byte(
    desk: Desk, case: ConsultId
) -> None:
    files, file, cut = desk.records.files, FileId(uuid7()), len(JPEG) * 4 // 10
    told: list[int] = []
    files.on_progress = lambda now: told.append(now.received)
    await files.create(desk.doctor, file, new(case))

    assert await files.append(desk.doctor, file, 0, pieces(JPEG[: cut // 2], JPEG[cut // 2 : cut])) == cut
    assert await files.offset(desk.doctor, file) == (cut, len(JPEG))
    assert await files.append(desk.doctor, file, cut, pieces(JPEG[cut:])) == len(JPEG)

    assert told == [cut]
    assert await state(desk, file) is FileState.KEPT
    assert await content(desk, file) == JPEG
    assert [kind for kind in await desk.told(case) if kind == "file_moved"] == ["file_moved"] * 2
    assert [action for action, _ in await desk.audited("file", file)] == ["create", "keep", "read"]


async def test_whoever_comes_back_stops_the_line_that_died_and_nothing_is_written_twice(
    desk: Desk, case: ConsultId
) -> None:
    files, file = desk.records.files, FileId(uuid7())
    await files.create(desk.doctor, file, new(case))
    begun, silent = asyncio.Event(), asyncio.Event()

    async def dying() -> AsyncIterator[bytes]:
        yield JPEG[:1000]
        begun.set()
        await silent.wait()
        yield JPEG[1000:2000]  # never wanted any more

    old = asyncio.ensure_future(files.append(desk.doctor, file, 0, dying()))
    await begun.wait()
    await asyncio.sleep(0)

    assert await files.offset(desk.doctor, file) == (1000, len(JPEG))
    silent.set()
    assert await old == 1000
    await files.append(desk.doctor, file, 1000, pieces(JPEG[1000:]))

    assert await content(desk, file) == JPEG


async def test_a_piece_for_another_place_is_refused_with_the_right_one(desk: Desk, case: ConsultId) -> None:
    files, file = desk.records.files, FileId(uuid7())
    await files.create(desk.doctor, file, new(case))
    await files.append(desk.doctor, file, 0, pieces(JPEG[:100]))

    for wrong in (0, 99, 101):
        with pytest.raises(WrongOffset) as refused:
            await files.append(desk.doctor, file, wrong, pieces(b"x"))
        assert refused.value.params == {"offset": 100}


@pytest.mark.parametrize(
    ("sent", "refusal"),
    [
        pytest.param(b"\xff\xd8\xff" + b"?" * (len(JPEG) - 3), HashDiffers, id="other-bytes"),
        pytest.param(b"MZ" + JPEG[2:], NoPicture, id="a-program"),
    ],
)
async def test_what_is_not_what_was_announced_is_thrown_away_and_may_begin_anew(
    desk: Desk, case: ConsultId, sent: bytes, refusal: type[DomainError]
) -> None:
    files, file = desk.records.files, FileId(uuid7())
    await files.create(desk.doctor, file, new(case))

    with pytest.raises(refusal):
        await files.append(desk.doctor, file, 0, pieces(sent))

    assert await state(desk, file) is FileState.ARRIVING
    assert await files.offset(desk.doctor, file) == (0, len(JPEG))
    await files.append(desk.doctor, file, 0, pieces(JPEG))
    assert await content(desk, file) == JPEG


async def test_a_picture_that_tells_where_it_was_taken_is_not_kept(desk: Desk, case: ConsultId) -> None:
    tiff = b"II*\0\x08\0\0\0\x01\0" + b"\x25\x88\x04\0\x01\0\0\0\x1a\0\0\0" + b"\0\0\0\0"
    exif = b"Exif\0\0" + tiff
    told = b"\xff\xd8\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + b"\xff\xda" + b"picture"
    file = FileId(uuid7())
    await desk.records.files.create(desk.doctor, file, new(case, told))

    with pytest.raises(TellsPlace):
        await desk.records.files.append(desk.doctor, file, 0, pieces(told))

    await put(desk, case, told.replace(b"\x25\x88", b"\x12\x01"))  # which way up it is tells nobody where


async def test_a_server_that_fell_between_the_last_byte_and_its_place_finishes_when_asked(
    desk: Desk, case: ConsultId, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files, file = desk.records.files, FileId(uuid7())
    await files.create(desk.doctor, file, new(case))
    keep = Blobs.keep

    async def falls(self: Blobs, part: Any, digest: str) -> bool:
        await keep(self, part, digest)
        raise ConnectionResetError

    with monkeypatch.context() as patch:
        patch.setattr(Blobs, "keep", falls)
        with pytest.raises(ConnectionResetError):
            await files.append(desk.doctor, file, 0, pieces(JPEG))
    assert await state(desk, file) is FileState.ARRIVING

    assert await files.offset(desk.doctor, file) == (len(JPEG), len(JPEG))
    assert await state(desk, file) is FileState.KEPT
    assert await content(desk, file) == JPEG


async def test_announced_twice_is_one_picture_and_another_under_its_id_is_refused(desk: Desk, case: ConsultId) -> None:
    files, file, said = desk.records.files, FileId(uuid7()), new(case)
    first = await files.create(desk.doctor, file, said)

    assert await files.create(desk.doctor, file, said) == first
    with pytest.raises(OtherBody):
        await files.create(desk.doctor, file, new(case, JPEG + b"."))


# -- limits ------------------------------------------------------------------------------------------------------------


async def test_a_case_holds_no_more_than_its_quota(desk: Desk, case: ConsultId, tmp_path: Path) -> None:
    quota = Quota(file_bytes=300_000, case_bytes=450_000, case_files=60)
    files = Files(desk.db, desk.world.consults, desk.cameras, Blobs(tmp_path / "files"), quota)
    await files.create(desk.doctor, FileId(uuid7()), new(case))
    await files.create(desk.doctor, FileId(uuid7()), new(case))

    with pytest.raises(QuotaUsed):
        await files.create(desk.doctor, FileId(uuid7()), new(case))
    with pytest.raises(TooLarge) as refused:
        await files.create(desk.doctor, FileId(uuid7()), new(case, size=300_001))
    assert refused.value.params == {"at_most": 300_000}


async def test_what_stopped_coming_is_given_up_on_and_may_come_again(desk: Desk, case: ConsultId) -> None:
    files, file, runner = desk.records.files, FileId(uuid7()), JobRunner(desk.db, desk.world.clock)
    timers.register(runner, desk.records)
    await files.create(desk.doctor, file, new(case))
    await files.append(desk.doctor, file, 0, pieces(JPEG[:5000]))
    kept = await put(desk, case)

    desk.world.clock.advance(UNFINISHED_FOR + timedelta(seconds=1))
    await runner.run_due()

    assert await state(desk, file) is FileState.DISCARDED
    assert await state(desk, kept) is FileState.KEPT
    with pytest.raises(NotArriving):
        await files.offset(desk.doctor, file)
    await files.create(desk.doctor, file, new(case))
    assert await files.offset(desk.doctor, file) == (0, len(JPEG))


async def test_bytes_that_no_case_holds_any_more_leave_the_disk(desk: Desk, case: ConsultId) -> None:
    kept, erased = await put(desk, case), await put(desk, case, JPEG + b".")
    shared = await put(desk, case)
    async with desk.db.transaction(build.BUILDER) as tx:
        for gone in (erased, shared):
            await tx.execute(update(file_table).where(file_table.c.id == gone).values(state="discarded"))
    desk.world.clock.advance(timedelta(days=400))

    async with desk.db.transaction(build.BUILDER) as tx:
        assert await desk.records.files.sweep(tx) == 1
        assert await desk.records.files.sweep(tx) == 0

    assert await content(desk, kept) == JPEG
    assert not desk.blobs.has(sha256(JPEG + b".").hexdigest())


async def test_nothing_is_added_to_a_case_that_is_over(desk: Desk) -> None:
    minutes = await desk.signed()
    case = ConsultId(minutes.consult_id)
    kept = await put(desk, case)
    await desk.decide(case)

    with pytest.raises(CaseOver):
        await desk.records.files.create(desk.doctor, FileId(uuid7()), new(case))
    with pytest.raises(CaseOver):
        await draw(desk, kept)
    assert await content(desk, kept) == JPEG


# -- who may -----------------------------------------------------------------------------------------------------------


async def test_another_station_neither_sees_nor_sends(desk: Desk, case: ConsultId) -> None:
    away = await build.add_facility(desk.db, "Trạm Xa Demo", FacilityKind.STATION, "TX")
    elsewhere = await build.add_person(desk.db, "Xa Demo", Role.STATION_DOCTOR, away)
    kept, coming = await put(desk, case), FileId(uuid7())
    await desk.records.files.create(desk.doctor, coming, new(case))

    files = desk.records.files
    for work in (
        files.content(elsewhere, kept),
        files.of_consult(elsewhere, case),
        files.create(elsewhere, FileId(uuid7()), new(case)),
        files.offset(elsewhere, coming),
        files.append(elsewhere, coming, 0, pieces(JPEG)),
        files.discard(elsewhere, coming),
        draw(desk, kept, elsewhere),
    ):
        with pytest.raises((Missing, Denied)):
            await work


async def test_a_colleague_of_the_department_looks_and_does_not_add(desk: Desk, case: ConsultId) -> None:
    colleague = await build.add_person(desk.db, "Nội Demo", Role.SPECIALIST, desk.world.hospital, Specialty.INTERNAL)
    kept = await put(desk, case)

    assert await content(desk, kept, colleague) == JPEG
    with pytest.raises(Denied):
        await desk.records.files.create(colleague, FileId(uuid7()), new(case))


# -- wishes ------------------------------------------------------------------------------------------------------------


async def test_what_the_specialist_asks_for_comes_under_that_id_and_is_numbered(desk: Desk, case: ConsultId) -> None:
    call, wish = await call_of(desk, case), FileId(uuid7())
    await put(desk, case, JPEG + b"first")
    desk.world.clock.advance(timedelta(minutes=1))
    asked = await desk.records.files.ask(desk.chair, call, wish, wire.AskStill(caption="Lồng ngực khi hít vào"))
    assert (asked.state, asked.asked_by and asked.asked_by.id) == (FileState.ASKED, desk.chair.id)

    taken = await desk.records.files.create(desk.doctor, wish, new(case, kind="still", call_id=call))
    await desk.records.files.append(desk.doctor, wish, 0, pieces(JPEG))

    assert (taken.caption, taken.made_by.id) == ("Lồng ngực khi hít vào", desk.doctor.id)
    found = (await desk.records.files.of_consult(desk.chair, case)).files
    assert [(file.number, file.asked_by is not None) for file in found] == [(1, False), (2, True)]


async def test_only_who_holds_the_case_asks_and_open_wishes_end_with_the_call(desk: Desk, case: ConsultId) -> None:
    call, wish = await call_of(desk, case), FileId(uuid7())
    with pytest.raises(Denied):
        await desk.records.files.ask(desk.doctor, call, wish, wire.AskStill(caption="Họng"))
    await desk.records.files.ask(desk.chair, call, wish, wire.AskStill(caption="Họng"))

    await desk.world.calls.end(desk.chair, call)
    await desk.relay.drain()

    assert await state(desk, wish) is FileState.DISCARDED
    with pytest.raises(CallOver):
        await desk.records.files.ask(desk.chair, call, FileId(uuid7()), wire.AskStill(caption="Họng"))


async def test_the_minutes_say_how_many_pictures_the_record_holds(desk: Desk, case: ConsultId) -> None:
    for n in range(3):
        await put(desk, case, JPEG + bytes([n]))
    await desk.records.files.create(desk.doctor, FileId(uuid7()), new(case))  # one is still on its way

    minutes = await desk.minutes_of(case)
    pdf = await desk.records.signing.print(desk.chair, MinutesId(minutes.id))

    text = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.content)).pages)
    assert "Kèm 3 ảnh trong hồ sơ ca." in unicodedata.normalize("NFC", " ".join(text.split()))


# -- drawing -----------------------------------------------------------------------------------------------------------


async def draw(desk: Desk, file: FileId, by: Actor | None = None, **changes: Any) -> wire.DrawingView:
    said = {"shape": {"kind": "line", "xy": [10, 10, 500, 900]}} | changes
    return await desk.records.drawings.draw(
        by or desk.chair, file, DrawingId(uuid7()), wire.NewDrawing.model_validate(said)
    )


async def test_both_ends_draw_and_each_stroke_can_be_taken_back(desk: Desk, case: ConsultId) -> None:
    file = await put(desk, case)
    theirs = await draw(desk, file)
    ours = await draw(desk, file, desk.doctor, shape={"kind": "arrow", "xy": [0, 0, 9, 9]})

    gone = await draw(desk, file, shape=None, erases=theirs.id)

    found = (await desk.records.files.of_consult(desk.doctor, case)).drawings
    assert [(one.id, one.by.id, one.erases) for one in found] == [
        (theirs.id, desk.chair.id, None),
        (ours.id, desk.doctor.id, None),
        (gone.id, desk.chair.id, theirs.id),
    ]


async def test_both_ends_write_words_at_a_place_and_each_letter_has_one_spelling(desk: Desk, case: ConsultId) -> None:
    file = await put(desk, case)
    typed = "Phù nề, đỏ hơn hôm qua"

    theirs = await draw(
        desk, file, shape={"kind": "text", "xy": [2500, 4000], "text": f" {unicodedata.normalize('NFD', typed)} "}
    )
    ours = await draw(desk, file, desk.doctor, shape={"kind": "text", "xy": [0, 10_000], "text": "Ấn đau ở đây"})
    await draw(desk, file, desk.doctor, shape=None, erases=ours.id)

    drawings = (await desk.records.files.of_consult(desk.doctor, case)).drawings
    assert drawings[0].shape == wire.Words(kind="text", xy=[2500, 4000], text=typed)
    assert (theirs.by.id, drawings[2].erases) == (desk.chair.id, ours.id)


@pytest.mark.parametrize(
    ("shape", "why"),
    [
        ({"kind": "text", "xy": [1, 1], "text": " "}, "string_too_short"),
        ({"kind": "text", "xy": [1, 1]}, "missing"),
        ({"kind": "text", "xy": [1, 1, 2, 2], "text": "Đau"}, "too_long"),
        ({"kind": "text", "xy": [1, 1], "text": "ế" * 81}, "string_too_long"),
        ({"kind": "text", "xy": [1, 1], "text": "hai\ndòng"}, "string_pattern_mismatch"),
        ({"kind": "text", "xy": [1, 10_001], "text": "Đau"}, "less_than_equal"),
        ({"kind": "line", "xy": [1, 1], "text": "Đau"}, "extra_forbidden"),
        ({"kind": "arrow", "xy": [1, 1]}, "arrow_of_two_points"),
    ],
)
def test_words_are_a_short_line_at_one_place(shape: dict[str, Any], why: str) -> None:
    with pytest.raises(ValidationError) as refused:
        wire.NewDrawing.model_validate({"shape": shape})

    assert [fault["type"] for fault in refused.value.errors()] == [why]


async def test_nobody_draws_on_what_is_not_there_yet(desk: Desk, case: ConsultId) -> None:
    file = FileId(uuid7())
    await desk.records.files.create(desk.doctor, file, new(case))

    with pytest.raises(NotKept):
        await draw(desk, file)


# -- a phone as second camera ------------------------------------------------------------------------------------------


async def let_in(desk: Desk, call: CallId, digits: bool = False) -> Phone:
    cameras = desk.cameras
    code = await cameras.admit(desk.doctor, call, CameraId(uuid7()))
    by = {"digits": code.digits} if digits else {"secret": code.secret}
    return await cameras.enter(CameraEntry.model_validate(by | {"token": f"{uuid7().hex}{uuid7().hex}"}), "10.0.0.9")


@pytest.mark.parametrize("digits", [False, True], ids=["scanned", "typed"])
async def test_a_phone_that_was_let_in_sends_its_own_pictures_and_no_others(
    desk: Desk, case: ConsultId, digits: bool
) -> None:
    files = desk.records.files
    others = FileId(uuid7())
    await files.create(desk.doctor, others, new(case))
    phone = await let_in(desk, await call_of(desk, case), digits)

    mine = FileId(uuid7())
    said = wire.NewPicture.model_validate(new(case).model_dump(exclude={"consult_id", "call_id"}))
    view = await files.create_by_phone(phone, mine, said)
    await files.append(phone, mine, 0, pieces(JPEG))

    assert (view.by_phone, view.made_by.id, view.call_id) == (True, desk.doctor.id, phone.call.id)
    assert await content(desk, mine) == JPEG
    with pytest.raises(CameraOut):
        await files.append(phone, others, 0, pieces(JPEG))


async def test_a_code_lets_in_one_phone_and_the_same_phone_again(desk: Desk, case: ConsultId) -> None:
    cameras, call = desk.cameras, await call_of(desk, case)
    code = await cameras.admit(desk.doctor, call, CameraId(uuid7()))
    mine, another = "a" * 32, "b" * 32

    first = await cameras.enter(CameraEntry(secret=code.secret, token=mine), "10.0.0.9")
    again = await cameras.enter(CameraEntry(secret=code.secret, token=mine), "10.0.0.9")

    assert first.camera.id == again.camera.id
    for entry in (CameraEntry(secret=code.secret, token=another), CameraEntry(digits=code.digits, token=another)):
        with pytest.raises(BadCode):
            await cameras.enter(entry, "10.0.0.8")


async def test_a_new_code_voids_the_one_before_and_each_is_good_for_five_minutes(desk: Desk, case: ConsultId) -> None:
    cameras, call, camera = desk.cameras, await call_of(desk, case), CameraId(uuid7())
    old = await cameras.admit(desk.doctor, call, camera)
    code = await cameras.admit(desk.doctor, call, camera)
    with pytest.raises(BadCode):
        await cameras.enter(CameraEntry(secret=old.secret, token="a" * 32), "10.0.0.9")

    desk.world.clock.advance(timedelta(minutes=5))

    with pytest.raises(BadCode):
        await cameras.enter(CameraEntry(secret=code.secret, token="a" * 32), "10.0.0.9")


async def test_a_phone_is_out_with_its_call_and_when_the_station_says_so(desk: Desk, case: ConsultId) -> None:
    cameras, call = desk.cameras, await call_of(desk, case)
    token = "c" * 32
    code = await cameras.admit(desk.doctor, call, CameraId(uuid7()))
    await cameras.enter(CameraEntry(secret=code.secret, token=token), "10.0.0.9")
    sent_away = await let_in(desk, call)
    await cameras.end(desk.doctor, sent_away.camera.id)
    assert [one.state for one in (await cameras.list_of(desk.doctor, call)).cameras] == ["in"]

    await desk.world.calls.end(desk.chair, call)

    with pytest.raises(CameraOut):
        await cameras.by_token(token)
    with pytest.raises(CallOver):
        await cameras.admit(desk.doctor, call, CameraId(uuid7()))
    await desk.relay.drain()
    async with desk.db.transaction(build.BUILDER) as tx:
        assert (await cameras.of_call(tx, call))[1].id == call


async def test_phone_and_station_find_each_other_by_letters_in_memory(desk: Desk, case: ConsultId) -> None:
    cameras, call = desk.cameras, await call_of(desk, case)
    phone = await let_in(desk, call)

    await cameras.offer(phone, CameraSession(number=7, sdp="offer"))
    (shown,) = (await cameras.list_of(desk.doctor, call)).cameras
    waiting = asyncio.ensure_future(cameras.news(phone, (await cameras.news(phone, -1, 0)).turn, 20))
    await cameras.answer(desk.doctor, phone.camera.id, CameraSession(number=6, sdp="to an older offer"))
    await cameras.answer(desk.doctor, phone.camera.id, CameraSession(number=7, sdp="answer"))
    box = await waiting
    wanted = Wanted(still_id=uuid7(), caption="Họng", asked_by=None)
    await cameras.take(desk.doctor, phone.camera.id, wanted)

    assert shown.offer == CameraSession(number=7, sdp="offer")
    assert box.answer == CameraSession(number=7, sdp="answer")
    assert (await cameras.news(phone, box.turn - 1, 20)).wanted == [wanted]


async def test_only_the_station_lets_phones_in_and_only_four(desk: Desk, case: ConsultId) -> None:
    cameras, call = desk.cameras, await call_of(desk, case)
    with pytest.raises(Denied):
        await cameras.admit(desk.chair, call, CameraId(uuid7()))
    for _ in range(4):
        await cameras.admit(desk.doctor, call, CameraId(uuid7()))

    with pytest.raises(TooManyCameras):
        await cameras.admit(desk.doctor, call, CameraId(uuid7()))
