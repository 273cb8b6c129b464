"""Gathers what a paper about one consult draws on, from the features that have it."""

from collections.abc import Iterable
from dataclasses import dataclass

from telemed import identity, sessions
from telemed.identity import PersonPapers
from telemed.infra.db import Tx
from telemed.kernel.ids import UserId
from telemed.records import incidents_told
from telemed.records.copies import Printing
from telemed.records.forms import MinutesPaper
from telemed.records.minutes import Minutes
from telemed.records.papers import Case, document_hash, minutes_paper
from telemed.records.store import files, patients
from telemed.records.store import minutes as minutes_store
from telemed.sessions import Consult, Consults


@dataclass(frozen=True, slots=True)
class Pdf:
    """A printed paper and what to call its file: our codes, never a name."""

    content: bytes
    name: str


class Dossier:
    def __init__(self, consults: Consults, printing: Printing | None = None) -> None:
        self._consults, self._printing = consults, printing or Printing()

    async def case(self, tx: Tx, consult: Consult, others: Iterable[UserId] = ()) -> Case:
        """`others`: who else is named on the paper."""
        calls = await self._consults.calls(tx, consult.id)
        checks = await self._consults.identity_checks(tx, consult.id)
        drops = await minutes_store.drops(tx, consult.id)
        told = await sessions.call_incidents(tx, [call.id for call in calls])
        seats = {p.user for call in calls for p in call.participants} | {one.person for one in checks}
        places = {consult.answers_from, *(p.facility for call in calls for p in call.participants)}
        elsewhere = places - {consult.station, consult.hospital}
        return Case(
            consult=await self._consults.get(tx, consult.id),  # read, not locked: every look gives the same text
            patient=await patients.kept(tx, consult.patient) if consult.patient else None,
            station=await identity.facility(tx, consult.station),
            hospital=await identity.facility(tx, consult.hospital),
            others={other: await identity.facility(tx, other) for other in sorted(elsewhere)},
            people=await people(tx, {consult.requester, consult.specialist, *seats, *others} - {None}),
            vitals=await self._consults.vitals(tx, consult.id),
            calls=calls,
            checks=checks,
            drops=drops,
            incidents=incidents_told.in_words(calls, told, drops, await sessions.put_down_to(tx, consult.id)),
            pictures=len(await files.numbers(tx, consult.id)),
            printing=self._printing,
        )

    async def text(self, tx: Tx, consult: Consult, minutes: Minutes) -> tuple[MinutesPaper, str]:
        """What a signature covers now, with its hash: frozen once somebody signed, else as things stand."""
        if minutes.paper is not None and minutes.document_hash is not None:
            return minutes.paper, minutes.document_hash
        paper = minutes_paper(await self.case(tx, consult, {o.by for o in minutes.opinions}), minutes)
        return paper, document_hash(paper)


async def people(tx: Tx, ids: Iterable[UserId | None]) -> dict[UserId, PersonPapers]:
    return {user: await identity.person_papers(tx, user) for user in ids if user is not None}
