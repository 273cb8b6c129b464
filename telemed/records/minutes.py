"""The minutes of a consult: written together, confirmed, signed on three lines, never changed after. Pure.

It is long because all that may happen to one paper is read in one place.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal
from uuid import UUID

from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import ConsultId, FacilityId, MinutesId, UserId
from telemed.records.events import (
    ConclusionReadBack,
    Event,
    MinutesConcluded,
    MinutesCorrected,
    MinutesDiscarded,
    MinutesFieldChanged,
    MinutesLocked,
    MinutesOpened,
    MinutesSigned,
    OpinionAdded,
)
from telemed.records.forms.paper import MinutesPaper
from telemed.records.model import CONCLUSION, ITEMS, Item, MinutesState, SignatureLine, SigningMeans

Side = Literal["station", "hospital"]
SIDES: tuple[Side, ...] = ("station", "hospital")

PLACES = frozenset({"at_station", "transfer_today", "emergency_transfer"})
"""Where to treat: the one item that is chosen, not written."""


class Locked(DomainError):
    """The minutes are signed; only a further edition could say otherwise."""

    kind, code = Kind.CONFLICT, "minutes.locked"


class FieldChanged(DomainError):
    """Somebody else changed this field meanwhile."""

    kind, code = Kind.CONFLICT, "minutes.field_changed"


class UnknownPlace(DomainError):
    """The place of treatment is one of three."""

    kind, code = Kind.INVALID, "minutes.unknown_place"


class ConclusionIncomplete(DomainError):
    """An item of the conclusion is empty."""

    kind, code = Kind.INVALID, "minutes.conclusion_incomplete"

    def __init__(self, missing: Iterable[Item]) -> None:
        self.missing = tuple(missing)
        super().__init__(pointer=f"/fields/{self.missing[0]}", missing=len(self.missing))


class NotConcluded(DomainError):
    """The chair has not confirmed the conclusion yet."""

    kind, code = Kind.CONFLICT, "minutes.not_concluded"


class ConsultOver(DomainError):
    """The consult was withdrawn; nothing more is written about it."""

    kind, code = Kind.CONFLICT, "minutes.consult_over"


class DocumentChanged(DomainError):
    """The text is no longer the one that was read before signing."""

    kind, code = Kind.CONFLICT, "minutes.document_changed"


class LineSigned(DomainError):
    """Somebody else has signed this line."""

    kind, code = Kind.CONFLICT, "minutes.line_signed"


class SamePerson(DomainError):
    """Chair and secretary are two people."""

    kind, code = Kind.CONFLICT, "minutes.same_person"


class NotSigned(DomainError):
    """Only what is signed is corrected by a further edition; a draft is simply written on."""

    kind, code = Kind.CONFLICT, "minutes.not_signed"


class CorrectionOpen(DomainError):
    """A further edition is being written already; `edition` says which."""

    kind, code = Kind.CONFLICT, "minutes.correction_open"


class NotACorrection(DomainError):
    """Only a further edition is given up; the first one is the case's own."""

    kind, code = Kind.CONFLICT, "minutes.not_a_correction"


class NothingToRead(DomainError):
    """Only an item of the conclusion that says something is read back."""

    kind, code = Kind.INVALID, "minutes.nothing_to_read"


@dataclass(frozen=True, slots=True)
class Passage:
    """One field's text. Version 0 was never written to; without an editor the program filled it from the request."""

    text: str = ""
    version: int = 0
    edited_by: UserId | None = None
    edited_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Opinion:
    id: UUID
    by: UserId
    facility: FacilityId
    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Signature:
    id: UUID
    line: SignatureLine
    by: UserId
    at: datetime
    document_hash: str
    means: SigningMeans = SigningMeans.PASSWORD
    evidence: Mapping[str, str] | None = None
    """What a passkey answered, so that anyone can check it again: its challenge ends with the document's hash."""


@dataclass(frozen=True, slots=True)
class ReadBack:
    """One side says that an item was read out and is as it was meant. It holds for that version of the item alone."""

    item: Item
    side: Side
    version: int
    by: UserId
    at: datetime


@dataclass(frozen=True, slots=True)
class Correction:
    """Why there is a further edition, and on which it stands."""

    of: MinutesId
    previous_hash: str
    reason: str
    by: UserId
    at: datetime


@dataclass(frozen=True, slots=True)
class Drop:
    """One end of a call lost its line. `back_at` is None when the call ended without it."""

    lost_at: datetime
    back_at: datetime | None


@dataclass(frozen=True, slots=True)
class Minutes:
    id: MinutesId
    consult: ConsultId
    station: FacilityId
    hospital: FacilityId
    opened_at: datetime
    state: MinutesState = MinutesState.DRAFT
    version: int = 1
    fields: Mapping[Item, Passage] = field(default_factory=lambda: dict.fromkeys(ITEMS, Passage()))
    opinions: tuple[Opinion, ...] = ()
    signatures: tuple[Signature, ...] = ()
    concluded_at: datetime | None = None
    chair: UserId | None = None
    """Who confirmed the conclusion."""
    number: str | None = None
    paper: MinutesPaper | None = None
    """Frozen with the first signature, so that all sign the same; let go when an edit takes the signatures away."""
    document_hash: str | None = None
    """Of `paper`."""
    edition: int = 1
    correction: Correction | None = None
    """Of edition 2 and on."""
    read_backs: tuple[ReadBack, ...] = ()
    checkable: bool = True
    """False: signed by a program that hashed papers in a way no later one can repeat."""

    @classmethod
    def open(
        cls,
        new_id: MinutesId,
        consult: ConsultId,
        *,
        station: FacilityId,
        hospital: FacilityId,
        summary: str,
        now: datetime,
    ) -> tuple["Minutes", MinutesOpened]:
        blank = cls(new_id, consult, station, hospital, now)
        return blank._with_text("summary", Passage(summary)), MinutesOpened(consult, new_id)

    @property
    def missing(self) -> list[Item]:
        """Items of the conclusion that are still empty."""
        return [item for item in CONCLUSION if not self.fields[item].text]

    @property
    def unsigned_lines(self) -> frozenset[SignatureLine]:
        """What can be signed now."""
        if self.state is not MinutesState.SIGNING:
            return frozenset()
        return frozenset(SignatureLine) - {s.line for s in self.signatures}

    def read_back(self, item: Item, side: Side) -> ReadBack | None:
        """The mark of one side that holds for the item as it stands."""
        version = self.fields[item].version
        return next((m for m in self.read_backs if (m.item, m.side, m.version) == (item, side, version)), None)

    @property
    def read_back_at(self) -> datetime | None:
        """When the last item was read back at both ends; None: not all were, as they now stand."""
        marks = [self.read_back(item, side) for item in CONCLUSION for side in SIDES]
        return None if None in marks else max(mark.at for mark in marks if mark)

    @property
    def summary_written(self) -> bool:
        """Somebody wrote the summary; until then it follows the request."""
        return self.fields["summary"].edited_by is not None

    def write(self, item: Item, text: str, seen: int, by: UserId, now: datetime) -> tuple["Minutes", list[Event]]:
        """Give one field a new text. In `signing` this takes away every signature: nobody signed the new text.

        Raises:
            Locked: signed already.
            FieldChanged: it moved on since version `seen`; `version` names where it is.
            UnknownPlace: `place` is none of `PLACES`.
            ConclusionIncomplete: an item of a confirmed conclusion would become empty.
        """
        old = self.fields[item]
        self._require_open()
        if old.text == text:
            return self, []
        if old.version != seen:
            raise FieldChanged(pointer="/body/seen_version", field=item, version=old.version)
        if item == "place" and text and text not in PLACES:
            raise UnknownPlace(pointer="/body/text")
        if self.state is MinutesState.SIGNING and item in CONCLUSION and not text:
            raise ConclusionIncomplete([item])
        new = self._with_text(item, Passage(text, old.version + 1, by, now))._edited()
        return new, [MinutesFieldChanged(self.consult, self.id, item, old.version + 1, by, len(self.signatures))]

    def refill_summary(self, text: str, by: UserId) -> tuple["Minutes", list[Event]]:
        """The request was completed while nobody had touched the summary made from it."""
        old = self.fields["summary"]
        if self.state is not MinutesState.DRAFT or self.summary_written or old.text == text:
            return self, []
        new = self._with_text("summary", Passage(text, old.version + 1))._edited()
        return new, [MinutesFieldChanged(self.consult, self.id, "summary", old.version + 1, by)]

    def add_opinion(self, opinion: Opinion) -> tuple["Minutes", list[Event]]:
        """What one participant said, with name, place and time. Also takes away signatures.

        Raises:
            Locked: signed already.
        """
        self._require_open()
        new = replace(self, opinions=(*self.opinions, opinion))._edited()
        return new, [OpinionAdded(self.consult, self.id, opinion.id, opinion.by, len(self.signatures))]

    def mark_read(self, mark: ReadBack) -> tuple["Minutes", list[Event]]:
        """One side has read out an item, or heard it read. Twice changes nothing; no signature covers it, as it has its
        own author and time.

        Raises:
            Locked: it is too late.
            FieldChanged: the item moved on since it was read.
            NothingToRead: it is empty, or no item of the conclusion.
        """
        self._require_open()
        now = self.fields[mark.item]
        if now.version != mark.version:
            raise FieldChanged(pointer="/body/seen_version", field=mark.item, version=now.version)
        if mark.item not in CONCLUSION or not now.text:
            raise NothingToRead(pointer="/body/field")
        if self.read_back(mark.item, mark.side):
            return self, []
        new = replace(self, read_backs=(*self.read_backs, mark), version=self.version + 1)
        return new, [ConclusionReadBack(self.consult, self.id, mark.item, mark.by)]

    def conclude(self, by: UserId, now: datetime) -> tuple["Minutes", list[Event]]:
        """The chair confirms the conclusion; confirming twice changes nothing.

        Raises:
            ConclusionIncomplete: an item is empty.
            Locked: this edition was given up.
        """
        if self.state is MinutesState.DISCARDED:
            raise Locked()
        if self.state is not MinutesState.DRAFT:
            return self, []
        if self.missing:
            raise ConclusionIncomplete(self.missing)
        done = replace(self, state=MinutesState.SIGNING, concluded_at=now, chair=by, version=self.version + 1)
        return done, [MinutesConcluded(self.consult, self.id, by)]

    def sign(
        self,
        lines: Mapping[SignatureLine, UUID],
        by: UserId,
        *,
        paper: MinutesPaper,
        paper_hash: str,
        seen: str,
        now: datetime,
        means: SigningMeans = SigningMeans.PASSWORD,
        evidence: Mapping[str, str] | None = None,
    ) -> tuple["Minutes", list[Event]]:
        """Sign some lines, each with the id of its signature. The first signature freezes `paper` for the others.

        Raises:
            Locked, NotConcluded: it is not time.
            DocumentChanged: the text that was seen (its hash) is not the one to be signed.
            LineSigned: somebody else has the line. One's own line again changes nothing.
            SamePerson: one person as chair and secretary.
        """
        self._require_open()
        if self.state is MinutesState.DRAFT:
            raise NotConcluded()
        document_hash = self.document_hash or paper_hash
        if seen != document_hash:
            raise DocumentChanged(pointer="/body/document_hash")
        signed = {s.line: s for s in self.signatures}
        facts: list[Event] = []
        for line, signature_id in lines.items():
            if line in signed and signed[line].by != by:
                raise LineSigned(pointer="/body/lines")
            if line not in signed:
                signed[line] = Signature(signature_id, line, by, now, document_hash, means, evidence)
                facts.append(MinutesSigned(self.consult, self.id, line, by))
        chair, secretary = signed.get(SignatureLine.CHAIR), signed.get(SignatureLine.SECRETARY)
        if chair and secretary and chair.by == secretary.by:
            raise SamePerson(pointer="/body/lines")
        if not facts:
            return self, []
        kept = replace(self, paper=self.paper or paper, document_hash=document_hash, version=self.version + 1)
        return replace(kept, signatures=tuple(signed.values())), facts

    @property
    def all_signed(self) -> bool:
        return {s.line for s in self.signatures} == set(SignatureLine)

    def lock(self, number: str, paper: MinutesPaper) -> tuple["Minutes", MinutesLocked]:
        """All lines are signed: the numbered paper is final."""
        assert self.state is MinutesState.SIGNING
        assert self.all_signed
        final = replace(self, state=MinutesState.SIGNED, version=self.version + 1, number=number, paper=paper)
        return final, MinutesLocked(self.consult, self.id)

    def correct(
        self, new_id: MinutesId, reason: str, by: UserId, now: datetime, edition: int | None = None
    ) -> tuple["Minutes", list[Event]]:
        """A further edition with the same words, to be changed, confirmed and signed anew. This one stays as it is, and
        in force until the further one is signed. `edition`: its number, where others between were given up.

        Raises:
            NotSigned: there is nothing signed to correct.
        """
        if self.state is not MinutesState.SIGNED or self.document_hash is None:
            raise NotSigned()
        new = replace(
            self,
            id=new_id,
            opened_at=now,
            state=MinutesState.DRAFT,
            version=self.version + 1,
            signatures=(),
            read_backs=(),
            concluded_at=None,
            chair=None,
            paper=None,
            document_hash=None,
            edition=edition or self.edition + 1,
            correction=Correction(self.id, self.document_hash, reason, by, now),
        )
        return new, [MinutesCorrected(self.consult, new_id, new.edition, by)]

    def discard(self, by: UserId) -> tuple["Minutes", list[Event]]:
        """Give up a further edition: its words stay readable, nobody writes or signs it any more.

        Raises:
            NotACorrection: these are the first minutes of the case.
            Locked: it is signed by all, or given up already.
        """
        if self.correction is None:
            raise NotACorrection()
        self._require_open()
        gone = replace(self._edited(), state=MinutesState.DISCARDED)
        return gone, [MinutesDiscarded(self.consult, self.id, self.edition, by)]

    def _require_open(self) -> None:
        if self.state in {MinutesState.SIGNED, MinutesState.DISCARDED}:
            raise Locked()

    def _with_text(self, item: Item, passage: Passage) -> "Minutes":
        return replace(self, fields={**self.fields, item: passage})

    def _edited(self) -> "Minutes":
        return replace(self, version=self.version + 1, signatures=(), paper=None, document_hash=None)
