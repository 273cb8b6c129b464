"""Video and sound: how long it is, its first picture, and the same streams in a new container without remarks."""

import io
from fractions import Fraction
from typing import Final

import av
import av.subtitles.stream
from PIL import Image

from telemed.infra.decoding import drawn
from telemed.infra.decoding.terms import LONGEST_S, Answer, Ask, Made, Refused

assert av.subtitles.stream  # imported before no file can be opened any more

_CONTAINER: Final = {
    "video/mp4": ("mov", "mp4"),
    "video/webm": ("matroska", "webm"),
    "audio/mp4": ("mov", "mp4"),
    "audio/webm": ("matroska", "webm"),
    "audio/ogg": ("ogg", "ogg"),
    "audio/mpeg": ("mp3", "mp3"),
    "audio/wav": ("wav", "wav"),
}
"""What opens it, and what it is written as."""
_CODECS: Final = {
    "video": frozenset({"h264", "hevc", "vp8", "vp9", "av1", "mpeg4"}),
    "audio": frozenset({"aac", "opus", "vorbis", "mp3", "mp3float", "flac", "pcm_s16le", "pcm_u8", "pcm_s24le"}),
}


def opened(data: bytes, ask: Ask) -> tuple[Answer, list[bytes]]:
    """Nothing is decoded but the first picture; where a phone wrote its position is left out with all other remarks."""
    kind = ask.content_type.partition("/")[0]
    reader, writer = _CONTAINER[ask.content_type]
    try:
        with av.open(io.BytesIO(data), "r", format=reader) as film:
            if not [one for one in film.streams if one.type == kind]:
                raise Refused("no_picture")
            first = _first(film) if kind == "video" else None
        with av.open(io.BytesIO(data), "r", format=reader) as film:
            content, seconds = _again(film, kind, writer)
    except av.error.FFmpegError as error:
        raise Refused("unreadable") from error
    found = [] if first is None else drawn.sizes(first, 0, thumbnail=True)
    found.append((Made("original", 0, ask.content_type, len(content)), content))
    answer = Answer(
        as_it_came=False,
        pages=0 if first is None else 1,
        columns=first.width if first else None,
        rows=first.height if first else None,
        duration_ms=round(seconds * 1000),
        made=[made for made, _ in found],
    )
    return answer, [one for _, one in found]


def _first(film: "av.container.InputContainer") -> Image.Image:
    stream = film.streams.video[0]
    drawn.check_size(stream.codec_context.width, stream.codec_context.height)
    stream.thread_type = "NONE"
    for frame in film.decode(stream):
        picture: Image.Image = frame.to_image()  # type: ignore[no-untyped-call]
        return picture
    raise Refused("unreadable")


def _again(film: "av.container.InputContainer", kind: str, writer: str) -> tuple[bytes, Fraction]:
    """Its streams as they are, in a new container. Raises Refused: longer than it may be."""
    out = io.BytesIO()
    most, seconds = LONGEST_S[kind], Fraction(0)
    with av.open(out, "w", format=writer) as copy:
        kept = {
            one.index: copy.add_stream_from_template(one)
            for one in film.streams
            if one.type in _CODECS and one.codec_context.name in _CODECS[one.type] and (kind in (one.type, "video"))
        }
        if kind not in {one.type for one in kept.values()}:
            raise Refused("unreadable")
        for packet in film.demux([film.streams[index] for index in kept]):
            if packet.dts is None:
                continue
            at = (packet.pts or packet.dts) + (packet.duration or 0)
            seconds = max(seconds, Fraction(at) * packet.time_base)
            if seconds > most:
                raise Refused("too_long")
            packet.stream = kept[packet.stream_index]
            copy.mux(packet)
    return out.getvalue(), seconds
