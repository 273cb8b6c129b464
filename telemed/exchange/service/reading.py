"""What a key reads: lists by id, one case as FHIR or as the insurance's tables, a patient, duty. Each look is kept."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from telemed.exchange import bhyt_xml5, bhyt_xml13, bhyt_xml14, fhir_patient, fhir_people, fhir_r4, policy, store, wire
from telemed.exchange.bhyt import Spelling, Unfit, Written
from telemed.exchange.fhir import Resource
from telemed.exchange.model import Case
from telemed.exchange.model_keys import Data
from telemed.infra import audit
from telemed.infra.db import Database, Tx
from telemed.infra.problems import FieldError, Invalid
from telemed.kernel.actor import Actor
from telemed.kernel.errors import DomainError, Kind, Missing
from telemed.kernel.ids import ConsultId, MinutesId
from telemed.records import Records

BY_KEY: Final = "key"
"""By what right, in the audit trail."""
LONGEST_SPAN: Final = timedelta(days=62)
MOST_SHIFTS: Final = 2000


class BadPlace(DomainError):
    """This place in the list cannot be found; start again without it."""

    kind, code = Kind.INVALID, "exchange.bad_place"


class BadSpan(DomainError):
    """A span of duty ends after it begins, and is at most two months."""

    kind, code = Kind.INVALID, "exchange.bad_span"


class Reading:
    def __init__(self, db: Database, records: Records, spelling: Spelling) -> None:
        self._db, self._records, self._spelling = db, records, spelling

    async def cases(self, key: Actor, query: wire.CasesQuery) -> wire.CasePage:
        """Raises BadPlace."""
        facility = policy.require_kind(key, Data.CASES)
        after = _place(query.after)
        async with self._db.transaction(key) as tx:
            found = await store.changed(tx, facility, query.since, after, query.limit + 1)
            await audit.record(tx, "exchange.list", "consult", None, because=BY_KEY)
        page = found[: query.limit]
        return wire.CasePage(
            cases=[wire.CaseLine.model_validate(dict(row._mapping)) for row in page],
            next=f"{page[-1].sent_at.isoformat()}~{page[-1].id}" if len(found) > query.limit else None,
        )

    async def bundle(self, key: Actor, consult: ConsultId) -> Resource:
        """One case as FHIR R4, with what the key was given; signed minutes with their paper."""
        async with self._db.transaction(key) as tx:
            case = await self._case(tx, key, consult, "exchange.fhir")
            if case.minutes is not None:
                pdf = await self._records.signing.signed_paper(tx, MinutesId(case.minutes.id))
                case = replace(case, minutes=replace(case.minutes, pdf=pdf))
            return fhir_r4.of(case, tx.at)

    async def patient(self, key: Actor, patient_id: UUID) -> Resource:
        """Raises Missing: nobody of this facility's cases."""
        policy.require_kind(key, Data.IDENTITY)
        async with self._db.transaction(key) as tx:
            found = await store.patient_of(tx, patient_id)
            if found is None:
                raise Missing
            await audit.record(tx, "exchange.fhir", "patient", patient_id, because=BY_KEY)
        return fhir_patient.resource(*found)

    async def bhyt(self, key: Actor, consult: ConsultId, table: str) -> wire.BhytDocuments:
        """XML5, XML13 or XML14 of one case: one document for each paper.

        Raises:
            Missing: there is no such table.
            Invalid: a value does not fit; each column is named.
        """
        policy.require_kind(key, Data.CASES, Data.IDENTITY, Data.PAPERS)
        if table not in {"xml5", "xml13", "xml14"}:
            raise Missing
        async with self._db.transaction(key) as tx:
            case = await self._case(tx, key, consult, f"exchange.{table}")
        try:
            made = _documents(case, table, self._spelling)
        except Unfit as unfit:
            raise Invalid(
                [
                    FieldError(pointer=f"/{table}/{one.column}", code=one.code, message=unfit.title)
                    for one in unfit.faults
                ]
            ) from None
        return wire.BhytDocuments(
            documents=[
                wire.BhytDocument(
                    table=table.upper(),
                    variant=self._spelling.variant,
                    number=number,
                    xml=written.xml,
                    shortened=list(written.shortened),
                )
                for number, written in made
            ]
        )

    async def duty(self, key: Actor, query: wire.DutyQuery) -> Resource:
        """Who is on duty at the key's hospital. Raises BadSpan."""
        facility = policy.require_kind(key, Data.DUTY)
        if not timedelta(0) < query.until - query.since <= LONGEST_SPAN:
            raise BadSpan(pointer="/query/until", days=LONGEST_SPAN.days)
        async with self._db.transaction(key) as tx:
            shifts = await store.duties(tx, facility, query.since, query.until, MOST_SHIFTS)
            people = await store.clinicians(tx, {shift.person for shift in shifts})
            places = await store.facilities(tx, {shift.hospital for shift in shifts})
            await audit.record(tx, "exchange.duty", "facility", facility, because=BY_KEY)
            return fhir_people.duty(shifts, people, places, tx.at)

    @staticmethod
    async def _case(tx: Tx, key: Actor, consult: ConsultId, action: str) -> Case:
        policy.require_kind(key, Data.CASES)
        case = await store.case(tx, consult, papers_too=policy.has(key, Data.PAPERS))
        if case is None:
            raise Missing
        await audit.record(tx, action, "consult", consult, consult=consult, because=BY_KEY)
        return case


def _documents(case: Case, table: str, spelling: Spelling) -> list[tuple[str | None, Written]]:
    match table:
        case "xml5":
            return [(case.minutes.number if case.minutes else None, bhyt_xml5.of(case, spelling))]
        case "xml13":
            live = [one for one in case.referrals if one.state != "cancelled"]
            return [(one.number, bhyt_xml13.of(case, one, spelling)) for one in live]
        case _:
            return [(slip.number or None, bhyt_xml14.of(case, slip, spelling)) for slip in case.follow_ups]


def _place(given: str | None) -> tuple[datetime, UUID] | None:
    if given is None:
        return None
    at, _, last = given.partition("~")
    try:
        return datetime.fromisoformat(at), UUID(last)
    except ValueError:
        raise BadPlace(pointer="/query/after") from None
