"""From bytes that came to what is kept of them: opened in the guarded process, sizes made, all put in its place."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from typing import Final

from telemed.infra.blobs import Blobs
from telemed.infra.decoder import Decoder, Opened
from telemed.infra.decoding.terms import Answer, Ask
from telemed.kernel.errors import DomainError
from telemed.records.model_file import Facts, File, NoPage, NoPicture, Rendition, Size, TooLong, Unreadable

PREAMBLE: Final = 128
"""Bytes before DICOM's own mark (PS3.10 7.1), in which another program can hide: they are kept as zeros."""
_REFUSALS: Final[dict[str, type[DomainError]]] = {
    "unreadable": Unreadable,
    "no_picture": NoPicture,
    "too_long": TooLong,
    "no_page": NoPage,
}


@dataclass(frozen=True, slots=True)
class Prepared:
    facts: Facts
    sizes: tuple[Rendition, ...]


class Preparing:
    def __init__(self, blobs: Blobs, decoder: Decoder) -> None:
        self._blobs, self.decoder = blobs, decoder

    async def part(self, file: File) -> Prepared:
        """Of a part that is whole. Nothing refers yet to what it leaves in the store.

        Raises:
            Unreadable, NoPicture, TooLong: nothing is kept of it.
        """
        said = file.announced
        opened = await self._open(Ask(said.content_type), self._blobs.read_part(file.id))
        sizes = await self._keep(opened)
        original = next((one for one in sizes if one.name is Size.ORIGINAL), None)
        if original is None:
            original = Rendition(Size.ORIGINAL, 0, said.content_type, said.size, await self._as_it_came(file))
            sizes = (*sizes, original)
        return Prepared(_facts(opened.answer, original), sizes)

    async def kept_before(self, file: File) -> Prepared:
        """The sizes of a picture that the release before kept."""
        said = file.announced
        opened = await self._open(Ask(said.content_type), self._blobs.read(said.sha256))
        sizes = await self._keep(opened)
        if not any(one.name is Size.ORIGINAL for one in sizes):
            sizes = (*sizes, Rendition(Size.ORIGINAL, 0, said.content_type, said.size, said.sha256))
        original = next(one for one in sizes if one.name is Size.ORIGINAL)
        return Prepared(_facts(opened.answer, original), sizes)

    async def drawn(self, file: File, page: int, window: tuple[int, int] | None) -> bytes:
        """One page as a JPEG picture, made for who looks now.

        Raises:
            NoPage, Unreadable.
        """
        center, width = window or (None, None)
        ask = Ask(file.content_type, page, center, width)
        opened = await self._open(ask, self._blobs.read(file.sha256))
        for made, content in opened.contents:
            if made.name == "preview":
                return content
        raise NoPage()

    async def _open(self, ask: Ask, chunks: AsyncIterator[bytes]) -> Opened:
        opened = await self.decoder.open(ask, chunks)
        if opened.answer.refused:
            raise _REFUSALS[opened.answer.refused]()
        return opened

    async def _keep(self, opened: Opened) -> tuple[Rendition, ...]:
        kept = []
        for made, content in opened.contents:
            sha256 = await self._blobs.keep(content)
            name = Size(made.name)
            kept.append(Rendition(name, made.page, made.content_type, len(content), sha256, made.width, made.height))
        return tuple(kept)

    async def _as_it_came(self, file: File) -> str:
        said = file.announced
        is_dicom = said.content_type == "application/dicom"
        if is_dicom and any((await self._blobs.head(file.id, PREAMBLE))[:PREAMBLE]):
            content = bytearray()
            async for chunk in self._blobs.read_part(file.id):
                content += chunk
            content[:PREAMBLE] = bytes(PREAMBLE)
            return await self._blobs.keep(bytes(content))
        await self._blobs.keep_part(file.id, said.sha256)
        return said.sha256


def _facts(answer: Answer, original: Rendition) -> Facts:
    return replace(
        Facts(
            pages=answer.pages,
            columns=answer.columns,
            rows=answer.rows,
            spacing_um=answer.spacing_um,
            at_detector=answer.at_detector,
            duration_ms=answer.duration_ms,
            tags=answer.tags,
            windows=tuple(answer.windows),
        ),
        kept_size=original.size,
        kept_type=original.content_type,
        kept_sha256=original.sha256,
    )
