"""Documents, films, video and sound of a case; and pictures that the release before kept."""

import io
from datetime import timedelta
from hashlib import sha256

import pytest
from PIL import Image
from sqlalchemy import delete, select, update

from telemed.kernel.ids import ConsultId, DrawingId, FileId, uuid7
from telemed.records import tables as t
from telemed.records import wire_files as wire
from telemed.records.model_file import FileState, NoPage, NotDicom, TooLong, Unreadable
from tests import build
from tests import files as files_of
from tests.db.records.conftest import Desk
from tests.db.records.test_files import content, new, pieces, put, state

PLAIN = wire.Window()


@pytest.fixture
async def case(desk: Desk) -> ConsultId:
    patient = await desk.patient(
        full_name="Giàng Thị Súa Demo", birth_date="1990-02-14", birth_precision="day", sex="female"
    )
    return ConsultId((await desk.accepted(patient_id=patient.id)).consult_id)


async def film(desk: Desk, case: ConsultId, sent: bytes) -> FileId:
    return await put(desk, case, sent, kind="dicom", content_type="application/dicom")


async def page(desk: Desk, file: FileId, number: int, window: wire.Window = PLAIN) -> Image.Image:
    reading = desk.records.file_reading
    found = await reading.page(desk.chair, file, number, window)
    return Image.open(io.BytesIO(b"".join([chunk async for chunk in reading.bytes_of(found, 0, found.size)])))


async def test_a_film_that_speaks_of_somebody_else_is_told_apart_from_our_patients_own(
    desk: Desk, case: ConsultId
) -> None:
    ours = await film(desk, case, files_of.dicom())
    other = await film(desk, case, files_of.dicom(PatientName="VANG^A", PatientBirthDate="19910214", PatientSex="M"))

    reading = desk.records.file_reading
    assert (await reading.dicom(desk.chair, ours)).differs == []
    found = await reading.dicom(desk.chair, other)
    assert found.differs == ["PatientName", "PatientBirthDate", "PatientSex"]
    assert found.tags["PatientName"] == "VANG A"
    assert found.windows == [[128, 256]]


async def test_a_frame_is_drawn_in_the_window_that_is_asked_for(desk: Desk, case: ConsultId) -> None:
    file = await film(desk, case, files_of.dicom())

    assert (await page(desk, file, 0)).size == (64, 64)
    low = await page(desk, file, 0, wire.Window(center=10, width=20))
    high = await page(desk, file, 0, wire.Window(center=240, width=20))

    assert (low.getpixel((32, 32)), high.getpixel((32, 32))) == (255, 0)
    with pytest.raises(NoPage):
        await page(desk, file, 1)
    with pytest.raises(NotDicom):
        await page(desk, await put(desk, case, files_of.jpeg(5)), 0, wire.Window(center=1, width=1))


async def test_a_program_hidden_before_a_film_is_kept_as_zeros(desk: Desk, case: ConsultId) -> None:
    sent = b"MZ" + b"a program" * 14 + files_of.dicom()[128:]
    assert len(sent) == len(files_of.dicom())

    file = await film(desk, case, sent)

    assert await content(desk, file) == bytes(128) + sent[128:]


async def test_what_cannot_be_kept_is_discarded_and_leaves_no_bytes(desk: Desk, case: ConsultId) -> None:
    for sent, kind, content_type, refusal in (
        (files_of.dicom(2)[:5000], "dicom", "application/dicom", Unreadable),
        (files_of.sound(16 * 60), "sound", "audio/wav", TooLong),
    ):
        file = FileId(uuid7())
        await desk.records.files.create(desk.doctor, file, new(case, sent, kind=kind, content_type=content_type))
        with pytest.raises(refusal):
            await desk.records.files.append(desk.doctor, file, 0, pieces(sent))
        assert await state(desk, file) is FileState.DISCARDED
        assert desk.blobs.received(file) == 0
        assert not await desk.blobs.has(sha256(sent).hexdigest())


async def test_what_is_drawn_belongs_to_one_page(desk: Desk, case: ConsultId) -> None:
    file = await put(desk, case, files_of.pdf(2), kind="document", content_type="application/pdf")
    ruler = wire.Shape(kind="measure", xy=[0, 0, 10_000, 0])

    await desk.records.drawings.draw(desk.chair, file, DrawingId(uuid7()), wire.NewDrawing(shape=ruler, page=1))

    (drawn,) = (await desk.records.file_reading.of_consult(desk.doctor, case)).drawings
    assert (drawn.page, drawn.shape) == (1, ruler)


async def test_a_picture_the_release_before_kept_gets_its_sizes_when_somebody_looks(
    desk: Desk, case: ConsultId
) -> None:
    file = await put(desk, case, files_of.jpeg(6))
    async with desk.db.transaction(build.BUILDER) as tx:
        await tx.execute(delete(t.rendition).where(t.rendition.c.file_id == file))
        await tx.execute(update(t.file).where(t.file.c.id == file).values(facts={}))
    view = await desk.records.file_reading.now(file)
    assert view is not None
    assert view.pages == 1
    assert await content(desk, file) == files_of.jpeg(6)

    found = await desk.records.file_reading.thumbnail(desk.chair, file)

    assert found.content_type == "image/jpeg"
    async with desk.db.transaction(build.BUILDER) as tx:
        rows = await tx.all(select(t.rendition.c.name).where(t.rendition.c.file_id == file))
    assert sorted(row.name for row in rows) == ["original", "preview", "thumbnail"]


async def test_a_part_that_no_file_waits_for_is_swept_away(desk: Desk, case: ConsultId) -> None:
    lost, coming = FileId(uuid7()), FileId(uuid7())
    await desk.records.files.create(desk.doctor, coming, new(case))
    for part in (lost, coming):
        async with desk.blobs.alone(part) as writing:
            await writing.append(pieces(b"half"), 100)
    desk.world.clock.advance(timedelta(days=400))

    async with desk.db.transaction(build.BUILDER) as tx:
        await desk.records.files.sweep(tx)

    assert (desk.blobs.received(lost), desk.blobs.received(coming)) == (0, 4)
