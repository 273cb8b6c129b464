from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from telemed.identity.model import DatedGrant
from telemed.identity.model_posting import moved, stand_still
from telemed.kernel.ids import FacilityId, GrantId, UserId, uuid7
from telemed.kernel.values import Role, Specialty

PERSON, HOSPITAL = UserId(uuid7()), FacilityId(uuid7())
FIRST = date(2026, 11, 1)
DAYS = [FIRST + timedelta(days=n) for n in range(60)]
ROLES = ((Role.SPECIALIST, Specialty.INTERNAL), (Role.DEPT_HEAD, Specialty.INTERNAL), (Role.COORDINATOR, None))


def day(n: int) -> date:
    return FIRST + timedelta(days=n)


def held(role: Role, specialty: Specialty | None, begins: int, ends: int | None) -> DatedGrant:
    until = None if ends is None else day(ends)
    return DatedGrant(GrantId(uuid7()), PERSON, role, HOSPITAL, day(begins), until, specialty, "employment")


@dataclass
class Book:
    """A person's grants, and the postings that run through them, as `telemed/identity/postings.py` writes them."""

    grants: dict[GrantId, DatedGrant]
    postings: dict[UUID, tuple[int, int]] = field(default_factory=dict)

    def post(self, begins: int, ends: int) -> UUID:
        posting = uuid7()
        self.postings[posting] = (begins, ends)
        self._still(posting, begins, ends)
        return posting

    def extend(self, posting: UUID, ends: int) -> None:
        begins, was = self.postings[posting]
        self.postings[posting] = (begins, ends)
        self._move(posting, ends)
        self._still(posting, was, ends)

    def end(self, posting: UUID, on: int) -> None:
        self.postings[posting] = (self.postings[posting][0], on)
        self._move(posting, on)

    def holds(self, role: Role, on: date) -> bool:
        return any(
            one.role is role and one.valid_from <= on and (one.valid_to is None or on < one.valid_to)
            for one in self.grants.values()
        )

    def free(self, begins: int, ends: int) -> bool:
        return all(ends <= b or e <= begins for b, e in self.postings.values())

    def _still(self, posting: UUID, begins: int, ends: int) -> None:
        for cut in stand_still(list(self.grants.values()), day(begins), day(ends), posting):
            self.grants |= {cut.ended.id: cut.ended, cut.going_on.id: cut.going_on}

    def _move(self, posting: UUID, since: int) -> None:
        self.grants |= {one.id: one for one in moved(list(self.grants.values()), posting, day(since))}


@st.composite
def books(draw: st.DrawFn) -> Book:
    grants = []
    for role, specialty in ROLES:
        begins = draw(st.integers(0, 40))
        grants.append(held(role, specialty, begins, draw(st.none() | st.integers(begins + 1, 59))))
    return Book({one.id: one for one in grants})


PLANS = st.lists(
    st.tuples(st.sampled_from(["post", "extend", "end", "cancel"]), st.integers(0, 50), st.integers(1, 20)), max_size=10
)


@given(books(), PLANS)
def test_clinical_rights_hold_on_each_day_that_was_given_and_is_not_a_posting(
    book: Book, plans: list[tuple[str, int, int]]
) -> None:
    given_days = {(role, one): book.holds(role, one) for role, _ in ROLES for one in DAYS}

    for plan, at, length in plans:
        known = sorted(book.postings)
        chosen = known[at % len(known)] if known else None
        if plan == "post" and book.free(at, at + length):
            book.post(at, at + length)
        elif chosen is not None:
            begins, ends = book.postings[chosen]
            if plan == "extend" and begins < ends and book.free(ends, ends + length):
                book.extend(chosen, ends + length)
            elif plan == "end" and begins < ends:
                book.end(chosen, begins + at % (ends - begins))
            elif plan == "cancel" and begins < ends:
                book.end(chosen, begins)

    for role, _ in ROLES:
        for n, one in enumerate(DAYS):
            posted = role is not Role.COORDINATOR and any(b <= n < e for b, e in book.postings.values())
            assert book.holds(role, one) == (given_days[role, one] and not posted), (role, n)


@given(books(), st.integers(0, 30), st.integers(1, 20))
def test_no_row_is_ever_lost_or_turned_round(book: Book, begins: int, length: int) -> None:
    before = set(book.grants)

    book.end(book.post(begins, begins + length), begins)

    assert before <= set(book.grants)
    assert all(one.valid_to is None or one.valid_from <= one.valid_to for one in book.grants.values())


def test_what_goes_on_names_the_posting_and_what_it_continues() -> None:
    grant = held(Role.SPECIALIST, Specialty.INTERNAL, 0, None)
    posting = uuid7()

    (cut,) = stand_still([grant], day(10), day(20), posting)

    assert (cut.ended.id, cut.ended.valid_to) == (grant.id, day(10))
    assert (cut.going_on.valid_from, cut.going_on.valid_to) == (day(20), None)
    assert (cut.going_on.source_id, cut.going_on.continues, cut.going_on.source) == (posting, grant.id, grant.source)
