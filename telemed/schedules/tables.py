"""Rows of assignments, shifts, working hours and holidays. No patient stands here, so no wall."""

from typing import Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Time,
    Uuid,
)

from telemed.infra.tables import AT, metadata

assignment = Table(
    "assignment",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("station_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("hospital_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("source", String, nullable=False),
    CheckConstraint("valid_from <= valid_to", name="days"),  # equal: withdrawn before it began
    Index(None, "station_id", "valid_from"),
)

shift = Table(
    "shift",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("person_id", Uuid, ForeignKey("person.id"), nullable=False),
    Column("hospital_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("specialty", String),
    Column("tier", String, nullable=False),
    Column("starts_at", AT, nullable=False),
    Column("ends_at", AT, nullable=False),
    Column("state", String, nullable=False),
    Column("roster_version", Integer, nullable=False),
    Column("confirmed_at", AT),
    CheckConstraint("starts_at < ends_at", name="hours"),
    CheckConstraint("specialty is not null or tier = 'leader'", name="specialty"),
    Index(None, "hospital_id", "ends_at"),
    Index(None, "person_id", "ends_at"),
)

working_hours = Table(
    "working_hours",
    metadata,
    Column("hospital_id", Uuid, ForeignKey("facility.id"), primary_key=True),
    Column("weekday", SmallInteger, primary_key=True, autoincrement=False),
    Column("opens", Time, primary_key=True),
    Column("closes", Time, nullable=False),
    CheckConstraint("weekday between 1 and 7 and opens < closes", name="hours"),
)

holiday = Table(
    "holiday",
    metadata,
    Column("day", Date, primary_key=True),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
    CheckConstraint("kind in ('holiday', 'working')", name="kind"),
)

SHIFT_OVERLAP: Final = "shift_person_overlap"
ASSIGNMENT_OVERLAP: Final = "assignment_station_overlap"

DDL_AFTER: Final[tuple[str, ...]] = (
    # Lends uuid equality to GiST without the extension btree_gist: a range of one.
    "create type uuidrange as range (subtype = uuid)",
    f"""alter table shift add constraint {SHIFT_OVERLAP} exclude using gist
        (uuidrange(person_id, person_id, '[]') with &&, tstzrange(starts_at, ends_at) with &&)
        where (state not in ('swapped', 'cancelled'))""",
    f"""alter table assignment add constraint {ASSIGNMENT_OVERLAP} exclude using gist
        (uuidrange(station_id, station_id, '[]') with &&, daterange(valid_from, valid_to) with &&)""",
)
"""What `metadata` cannot say; the migration that makes these tables runs it after them."""
