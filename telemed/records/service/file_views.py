"""Files as screens see them."""

from collections.abc import Sequence

from telemed import identity
from telemed.infra.db import Tx
from telemed.kernel.ids import UserId
from telemed.records import wire_files as wire
from telemed.records.model_file import File
from telemed.records.store import files as store


async def view_of(tx: Tx, file: File) -> wire.FileView:
    return (await views_of(tx, [file]))[0]


async def views_of(tx: Tx, files: Sequence[File]) -> list[wire.FileView]:
    """Of one case."""
    if not files:
        return []
    numbers = await store.numbers(tx, files[0].consult)
    people = {file.made_by for file in files} | {file.asked_by for file in files if file.asked_by}
    names = await identity.people(tx, people)
    return [_view(file, numbers.get(file.id), names) for file in files]


def _view(file: File, number: int | None, names: dict[UserId, identity.PersonRef]) -> wire.FileView:
    said, facts = file.announced, file.facts
    return wire.FileView(
        id=file.id,
        consult_id=file.consult,
        call_id=file.call,
        kind=said.kind,
        state=file.state,
        number=number,
        content_type=file.content_type,
        size=facts.kept_size or said.size,
        received=facts.kept_size or file.received,
        sha256=file.sha256,
        width=said.width,
        height=said.height,
        caption=said.caption,
        made_by=names[file.made_by],
        by_phone=file.camera is not None,
        asked_by=names[file.asked_by] if file.asked_by else None,
        taken_at=said.taken_at,
        made_at=file.made_at,
        kept_at=file.kept_at,
        pages=file.pages,
        duration_ms=facts.duration_ms,
        columns=facts.columns,
        rows=facts.rows,
        spacing_um=None if facts.spacing_um is None else list(facts.spacing_um),
        at_detector=facts.at_detector,
    )
