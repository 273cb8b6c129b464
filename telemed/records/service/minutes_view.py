"""How minutes look to the one who asks: this edition with its words, marks and signatures, and the others by name."""

from collections.abc import Sequence

from telemed import identity
from telemed.identity import PersonRef
from telemed.infra.db import Tx
from telemed.kernel.ids import UserId
from telemed.records import masking, papers, policy, wire
from telemed.records.forms import IdentityLine
from telemed.records.minutes import SIDES, Minutes
from telemed.records.model import CONCLUSION, ITEMS, MinutesState, SignatureLine
from telemed.records.service.dossier import Dossier
from telemed.records.store import minutes as store
from telemed.records.store import seals
from telemed.sessions import Consult


async def lines_of(tx: Tx, consult: Consult) -> frozenset[SignatureLine]:
    """The lines that the actor may sign of this case, signed or not."""
    profession = (await identity.person_papers(tx, tx.actor.id)).profession
    signers = (await identity.facility(tx, consult.station)).signing_professions
    return policy.lines_of(tx.actor, profession, consult, signers)


async def view(tx: Tx, dossier: Dossier, consult: Consult, minutes: Minutes, *, sealing: bool) -> wire.MinutesView:
    paper, document_hash = await dossier.text(tx, consult, minutes)
    editions = await store.editions(tx, consult.id)
    mine = await lines_of(tx, consult) & minutes.unsigned_lines
    names = await identity.people(tx, _named(consult, minutes, editions))
    places = await identity.facilities(tx, {o.facility for o in minutes.opinions})
    newest = not any(one.edition > minutes.edition for one in editions if one.state is not MinutesState.DISCARDED)
    being_corrected = minutes.correction is not None and minutes.state in {MinutesState.DRAFT, MinutesState.SIGNING}
    shown = wire.MinutesView(
        id=minutes.id,
        consult_id=consult.id,
        number=minutes.number,
        state=minutes.state,
        version=minutes.version,
        fields={
            item: wire.MinutesField(
                text=paper.incidents_text if item == "incidents" else p.text,
                version=p.version,
                edited_by=names[p.edited_by] if p.edited_by else None,
                edited_at=p.edited_at,
            )
            for item in ITEMS
            for p in [minutes.fields[item]]
        },
        opinions=[
            wire.Opinion(id=o.id, by=names[o.by], facility=places[o.facility], at=o.at, text=o.text)
            for o in minutes.opinions
        ],
        missing=minutes.missing,
        concluded_at=minutes.concluded_at,
        chair=names[consult.specialist] if consult.specialist else None,
        requester=names[consult.requester],
        signatures=[
            wire.SignatureView(line=s.line, by=names[s.by], at=s.at, document_hash=s.document_hash, means=s.means)
            for s in minutes.signatures
        ],
        my_lines=sorted(mine),
        document_hash=document_hash,
        incidents=[
            f"{code}:{at.isoformat()}"
            for drop in await store.drops(tx, consult.id)
            for code, at in (("link_lost", drop.lost_at), ("link_back", drop.back_at))
            if at is not None
        ],
        edition=minutes.edition,
        correction_reason=minutes.correction.reason if minutes.correction else "",
        editions=_editions(editions, names),
        read_back=[
            wire.ReadBackView(field=item, side=side, by=names[mark.by], at=mark.at)
            for item in CONCLUSION
            for side in SIDES
            if (mark := minutes.read_back(item, side))
        ],
        allergies=paper.allergies and wire.AllergiesOnPaper(state=paper.allergies.state, text=paper.allergies.text),
        identity=None if paper.identity is None else [_identity(line) for line in paper.identity],
        seal=await _seal(tx, minutes, sealing=sealing),
        may_correct=minutes.state is MinutesState.SIGNED and newest and policy.may_write_minutes(tx.actor, consult),
        may_discard=being_corrected and policy.may_discard(tx.actor, consult, minutes),
    )
    return masking.minutes(tx.actor, consult, shown)


def _named(consult: Consult, minutes: Minutes, editions: Sequence[Minutes]) -> set[UserId]:
    editors = {p.edited_by for p in minutes.fields.values() if p.edited_by}
    authors = {o.by for o in minutes.opinions} | {s.by for s in minutes.signatures} | {m.by for m in minutes.read_backs}
    correctors = {one.correction.by for one in editions if one.correction}
    return {consult.requester, *authors, *editors, *correctors} | (
        {consult.specialist} if consult.specialist else set()
    )


def _editions(editions: Sequence[Minutes], names: dict[UserId, PersonRef]) -> list[wire.EditionRef]:
    signed = [one for one in editions if one.state is MinutesState.SIGNED]
    return [
        wire.EditionRef(
            id=one.id,
            edition=one.edition,
            state=one.state,
            in_force=bool(signed) and one is signed[-1],
            opened_at=one.opened_at,
            opened_by=names[one.correction.by] if one.correction else None,
            reason=one.correction.reason if one.correction else "",
            signed_at=max((s.at for s in one.signatures), default=None) if one in signed else None,
            document_hash=one.document_hash if one in signed else None,
            previous_hash=one.correction.previous_hash if one.correction else None,
            intact=intact,
        )
        for one, intact in zip(editions, papers.unbroken(editions), strict=True)
    ]


def _identity(line: IdentityLine) -> wire.IdentityOnPaper:
    return wire.IdentityOnPaper(
        side=line.side, by=line.by, at=line.at, identifiers=list(line.identifiers), matches=line.matches
    )


async def _seal(tx: Tx, minutes: Minutes, *, sealing: bool) -> wire.SealView:
    if minutes.state is not MinutesState.SIGNED:
        return wire.SealView(state="off")
    if kept := await seals.of(tx, minutes.id):
        return wire.SealView(
            state="sealed",
            subject=kept.subject,
            serial=kept.serial,
            sha256=kept.sha256,
            sealed_at=kept.sealed_at,
        )
    if problem := await seals.fault(tx, minutes.id):
        return wire.SealView(state="failed", problem=problem)
    return wire.SealView(state="waiting" if sealing else "off")
