"""Files opened in the guarded process: what is found in each kind, and what hostile ones come to."""

import asyncio
import io
import os
import sys
import time
import zlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from PIL import Image

import telemed
from telemed.infra.decoder import Decoder, Opened
from telemed.infra.decoding.terms import WALL_S, Ask
from tests import files

DICOM = "application/dicom"


async def whole(content: bytes) -> AsyncIterator[bytes]:
    for at in range(0, len(content), 500_000):
        yield content[at : at + 500_000]


async def opened(content_type: str, content: bytes, *, wall_s: float = WALL_S, **of: int) -> Opened:
    return await Decoder(wall_s).open(Ask(content_type, **of), whole(content))


def picture(found: Opened, name: str, page: int = 0) -> Image.Image:
    (content,) = [content for made, content in found.contents if (made.name, made.page) == (name, page)]
    return Image.open(io.BytesIO(content))


# -- what is found -----------------------------------------------------------------------------------------------------


async def test_a_picture_with_nothing_else_in_it_is_kept_to_the_byte_and_has_two_more_sizes() -> None:
    found = await opened("image/jpeg", files.jpeg(edge=1600))

    assert found.answer.as_it_came
    assert [(made.name, made.width, made.content_type) for made, _ in found.contents] == [
        ("preview", 1280, "image/jpeg"),
        ("thumbnail", 320, "image/jpeg"),
    ]


async def test_a_picture_that_says_how_it_means_colours_as_a_browser_writes_it_is_kept_to_the_byte() -> None:
    assert (await opened("image/jpeg", files.jpeg(colours=files.SRGB))).answer.as_it_came


@pytest.mark.parametrize(
    ("content_type", "content"),
    [
        pytest.param("image/jpeg", files.jpeg(place=True), id="position"),
        pytest.param("image/jpeg", files.jpeg(colours=files.SRGB + b"<script>"), id="a-script-behind-colours"),
        pytest.param("image/jpeg", files.jpeg(colours=b"<script>" + files.SRGB[8:]), id="a-script-for-colours"),
        pytest.param("image/jpeg", files.jpeg() + b"<script>alert(1)</script>", id="a-page-behind-a-jpeg"),
        pytest.param("image/jpeg", files.jpeg() + files.pdf(), id="a-pdf-behind-a-jpeg"),
        pytest.param("image/png", files.png("<script>alert(1)</script>"), id="a-script-in-a-png"),
        pytest.param("image/png", files.png() + b"PK\x03\x04" + bytes(100), id="an-archive-behind-a-png"),
    ],
)
async def test_whatever_is_no_picture_is_gone_when_it_is_drawn_anew(content_type: str, content: bytes) -> None:
    found = await opened(content_type, content)

    (kept,) = [one for made, one in found.contents if made.name == "original"]
    assert not found.answer.as_it_came
    for trace in (b"script", b"%PDF", b"PK\x03\x04", b"Exif"):
        assert trace not in kept
    with Image.open(io.BytesIO(content)) as sent, Image.open(io.BytesIO(kept)) as seen:
        assert (seen.size, seen.format) == (sent.size, sent.format)


async def test_a_photograph_lies_the_way_it_was_held() -> None:
    exif, out = Image.Exif(), io.BytesIO()
    exif[0x0112] = 6  # turned by a quarter
    Image.new("RGB", (40, 20), "red").save(out, "JPEG", exif=exif)

    found = await opened("image/jpeg", out.getvalue())

    assert picture(found, "original").size == (20, 40)


async def test_pages_of_a_document_are_pictures_and_one_beyond_the_first_thirty_is_drawn_when_asked_for() -> None:
    content = files.pdf(32)
    found, late = await opened("application/pdf", content), await opened("application/pdf", content, page=31)
    none = await opened("application/pdf", content, page=32)

    assert found.answer.pages == 32
    assert {made.page for made, _ in found.contents} == set(range(30))
    assert [made.page for made, _ in late.contents] == [31]
    assert none.answer.refused == "no_page"


async def test_dicom_gives_its_frames_its_tags_and_how_large_a_pixel_is() -> None:
    found = await opened(DICOM, files.dicom(3, InstitutionName="BVĐK tỉnh"))
    answer = found.answer

    assert (answer.pages, answer.columns, answer.rows, answer.spacing_um) == (3, 64, 64, (500, 700))
    assert answer.tags["PatientName"] == "GIANG THI SUA DEMO"
    assert answer.tags["InstitutionName"] == "BVĐK tỉnh"
    assert answer.windows == [(128, 256)]
    assert [made.page for made, _ in found.contents if made.name == "preview"] == [0, 1, 2]


async def test_a_window_of_grey_decides_what_is_black_and_what_is_white() -> None:
    low = await opened(DICOM, files.dicom(), page=0, center=10, width=20)
    high = await opened(DICOM, files.dicom(), page=0, center=240, width=20)

    middle = (32, 32)  # its value is 128
    assert picture(low, "preview").getpixel(middle) == 255
    assert picture(high, "preview").getpixel(middle) == 0


@pytest.mark.parametrize("deflated", [False, True])
async def test_dicom_is_read_packed_and_not(deflated: bool) -> None:
    assert (await opened(DICOM, files.dicom(deflated=deflated))).answer.pages == 1


async def test_a_film_packed_as_nothing_here_unpacks_is_kept_without_pictures_and_says_what_it_is() -> None:
    jpeg_ls = files.dicom_packed_as("1.2.840.10008.1.2.4.80")

    found = await opened(DICOM, jpeg_ls)

    assert (found.answer.refused, found.answer.pages, found.contents) == (None, 0, ())
    assert found.answer.tags["PatientName"] == "GIANG THI SUA DEMO"
    assert (await opened(DICOM, jpeg_ls, page=0)).answer.refused == "no_page"


async def test_a_video_shows_its_first_picture_and_no_longer_says_where_it_was_taken() -> None:
    content = files.video(2)
    found = await opened("video/mp4", content)

    assert b"+22.3833" in content
    assert found.answer.duration_ms == 2000
    assert picture(found, "thumbnail").size == (160, 120)
    (kept,) = [one for made, one in found.contents if made.name == "original"]
    assert b"+22.3833" not in kept
    assert (await opened("video/mp4", kept)).answer.duration_ms == 2000


async def test_a_sound_has_a_length_and_no_picture() -> None:
    found = await opened("audio/wav", files.sound(3))

    assert (found.answer.duration_ms, found.answer.pages) == (3000, 0)
    assert [made.name for made, _ in found.contents] == ["original"]
    assert (await opened("audio/wav", files.sound(16 * 60))).answer.refused == "too_long"
    assert (await opened("video/mp4", files.sound())).answer.refused == "unreadable"


# -- hostile -----------------------------------------------------------------------------------------------------------


def _dicom_bomb() -> bytes:
    """Two megabytes that unpack to 2 GB, more than the process may hold."""
    content = files.dicom(deflated=True)
    meta = 144 + int.from_bytes(content[140:144], "little")
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    block = squeeze.compress(bytes(16 * 2**20)) + squeeze.flush(zlib.Z_FULL_FLUSH)  # stands by itself, so often
    return content[:meta] + block * 128 + squeeze.flush()


HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "png-bomb": ("image/png", files.png_bomb),
    "jpeg-bomb": ("image/jpeg", files.jpeg_bomb),
    "pdf-bomb": ("application/pdf", lambda: files.pdf_of(b"0 0 1 1 re f " * 500_000)),
    "dicom-bomb": (DICOM, _dicom_bomb),
    "dicom-cut": (DICOM, lambda: files.dicom(4)[:20_000]),
    "dicom-cut-in-its-head": (DICOM, lambda: files.dicom()[:150]),
    "dicom-of-a-million-frames": (DICOM, lambda: files.dicom(NumberOfFrames="999999")),
    "dicom-of-enormous-frames": (DICOM, lambda: files.dicom(Rows=65535, Columns=65535)),
    "svg": ("image/png", lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
    "svg-behind-a-mark": ("image/png", lambda: b"\x89PNG\r\n\x1a\n<svg><script>alert(1)</script></svg>"),
    "jpeg-cut": ("image/jpeg", lambda: files.jpeg()[:40_000]),
    "pdf-of-nothing": ("application/pdf", lambda: b"%PDF-1.7\n" + os.urandom(100_000)),
    "webm-of-nothing": ("video/webm", lambda: b"\x1a\x45\xdf\xa3" + os.urandom(100_000)),
    "video-cut": ("video/mp4", lambda: files.video()[:3_000]),
}
DRAWN_ALL_THE_SAME = {"pdf-bomb"}
"""Its page is drawn, or given up on, in bounded time: what cannot be said beforehand is which."""


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_hostile_file_is_refused_in_bounded_time_while_the_loop_goes_on(name: str) -> None:
    content_type, make = HOSTILE[name]
    content = make()
    began, longest, last = time.monotonic(), 0.0, time.monotonic()
    opening = asyncio.ensure_future(opened(content_type, content))
    while not opening.done():
        await asyncio.wait({opening}, timeout=0.01)
        longest, last = max(longest, time.monotonic() - last), time.monotonic()

    found = await opening

    assert len(content) < 2_500_000
    if name not in DRAWN_ALL_THE_SAME:
        assert found == Opened(found.answer, ())
        assert found.answer.refused == "unreadable"
    assert time.monotonic() - began < WALL_S + 10
    assert longest < 2, "others were answered meanwhile"


async def test_what_takes_too_long_is_killed() -> None:
    content = files.pdf(30, edge=1000)
    began = time.monotonic()

    found = await opened("application/pdf", content, wall_s=0.1)

    assert found.answer.refused == "unreadable"
    assert time.monotonic() - began < 10


async def test_files_are_opened_one_at_a_time_and_a_bad_one_spoils_none_behind_it() -> None:
    decoder = Decoder()
    asks = [("image/png", files.png_bomb()), ("image/jpeg", files.jpeg()), (DICOM, files.dicom()[:900])]

    found = await asyncio.gather(*(decoder.open(Ask(kind), whole(content)) for kind, content in asks))

    assert [one.answer.refused for one in found] == ["unreadable", None, "unreadable"]


async def test_the_guarded_process_opens_no_file_and_no_socket_and_holds_little(tmp_path: Path) -> None:
    """Asked in such a process itself."""
    tries = tmp_path / "tries.py"
    tries.write_text(
        "import os, socket, sys\n"
        "from telemed.infra.decoding.guard import lock_down\n"
        "lock_down(256 * 2**20, 5)\n"
        "def kept(name, work):\n"
        "    try:\n"
        "        work()\n"
        "    except (OSError, MemoryError) as error:\n"
        "        print(name, type(error).__name__)\n"
        "kept('read', lambda: open('/etc/passwd'))\n"
        "kept('write', lambda: open('/tmp/by-a-stranger', 'w'))\n"
        "kept('socket', lambda: socket.socket())\n"
        "kept('pipe', os.pipe)\n"
        "kept('memory', lambda: bytearray(512 * 2**20))\n"
    )
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, str(tries)),
        stdout=asyncio.subprocess.PIPE,
        env={"PYTHONPATH": str(Path(telemed.__file__).parents[1])},
    )
    said, _ = await asyncio.wait_for(process.communicate(), 30)

    assert said.decode().split("\n")[:-1] == [
        "read OSError",
        "write OSError",
        "socket OSError",
        "pipe OSError",
        "memory MemoryError",
    ]
