"""Rows of who is on duty, who plans it, who is away and where; no patient stands here, so few need a wall."""

from typing import Final

from sqlalchemy import (
    ARRAY,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    Interval,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
    Time,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

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
    Column("rank", SmallInteger, nullable=False, server_default="1"),  # 1: asked first; 2: a later step of the ladder
    CheckConstraint("valid_from <= valid_to", name="days"),  # equal: withdrawn before it began
    CheckConstraint("rank in (1, 2)", name="rank"),
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
    Column("roster_version", Integer, nullable=False),  # the version that made it
    Column("ended_version", Integer),  # the version that swapped or cancelled it
    Column("confirmed_at", AT),
    Column("armed_at", AT),  # nobody confirmed in time: the backup is rung beside
    Column("replaces", Uuid, ForeignKey("shift.id")),  # taken over from this one
    CheckConstraint("starts_at < ends_at", name="hours"),
    CheckConstraint("ends_at <= starts_at + interval '72 hours'", name="length"),  # look-ups rely on it
    CheckConstraint("specialty is not null or tier = 'leader'", name="specialty"),
    Index(None, "hospital_id", "ends_at"),
    Index(None, "person_id", "ends_at"),
    # The watch looks each minute at what is still to be worked: a few hundred of hundreds of thousands.
    Index("shift_ahead", "ends_at", postgresql_where=text("state in ('planned', 'confirmed')")),
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

roster_version = Table(
    "roster_version",
    metadata,
    Column("hospital_id", Uuid, ForeignKey("facility.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", String, nullable=False),  # publish | override | swap | undo
    Column("made_at", AT, nullable=False),
    Column("made_by", Uuid, ForeignKey("person.id")),
    Column("reason", Text, nullable=False, server_default=""),
    Index(None, "hospital_id", "made_at"),
)
"""What a hospital's roster was from a moment on: shifts made up to it and not ended by it."""

draft_shift = Table(
    "draft_shift",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("hospital_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("person_id", Uuid, ForeignKey("person.id"), nullable=False),
    Column("specialty", String),
    Column("tier", String, nullable=False),
    Column("starts_at", AT, nullable=False),
    Column("ends_at", AT, nullable=False),
    Column("made_by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("made_at", AT, nullable=False),
    CheckConstraint("starts_at < ends_at", name="hours"),
    CheckConstraint("ends_at <= starts_at + interval '72 hours'", name="length"),
    CheckConstraint("specialty is not null or tier = 'leader'", name="specialty"),
    Index(None, "hospital_id", "starts_at"),
)
draft_removal = Table(
    "draft_removal",
    metadata,
    Column("shift_id", Uuid, ForeignKey("shift.id"), primary_key=True),
    Column("hospital_id", Uuid, ForeignKey("facility.id"), nullable=False, index=True),
    Column("made_by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("made_at", AT, nullable=False),
)
"""A draft is what differs from the published roster: shifts to come, and shifts to go."""

roster_pattern = Table(
    "roster_pattern",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("hospital_id", Uuid, ForeignKey("facility.id"), nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("specialty", String),
    Column("tier", String, nullable=False),
    Column("weekdays", ARRAY(SmallInteger), nullable=False),  # ISO, 1 is Monday
    Column("days", String, nullable=False),  # all | working | holiday
    Column("starts", Time, nullable=False),  # local
    Column("length", Interval, nullable=False),
    Column("people", ARRAY(Uuid), nullable=False),  # they take turns
    Column("turn", String, nullable=False),  # each shift | each week
    Column("anchor", Date, nullable=False),  # when the first of them has the first turn
    Column("made_by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("made_at", AT, nullable=False),
    Column("retired_at", AT),
)

absence = Table(
    "absence",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("person_id", Uuid, ForeignKey("person.id"), nullable=False),
    Column("hospital_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("starts_at", AT, nullable=False),
    Column("ends_at", AT, nullable=False),
    Column("kind", String, nullable=False),  # leave | training | sick | other: never the illness
    Column("made_by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("made_at", AT, nullable=False),
    Column("withdrawn_at", AT),
    CheckConstraint("starts_at < ends_at", name="hours"),
    Index(None, "hospital_id", "ends_at"),
    Index(None, "person_id", "ends_at"),
)

swap = Table(
    "swap",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("hospital_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("give_id", Uuid, ForeignKey("shift.id"), nullable=False),
    Column("take_id", Uuid, ForeignKey("shift.id")),  # none: the other takes it over and gives nothing back
    Column("proposed_by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("proposed_to", Uuid, ForeignKey("person.id"), nullable=False),
    Column("state", String, nullable=False),  # proposed | agreed | refused | withdrawn | applied | rejected | undone
    Column("reason", Text, nullable=False),
    Column("proposed_at", AT, nullable=False),
    Column("answered_at", AT),
    Column("answer_reason", Text, nullable=False, server_default=""),
    Column("judged_by", Uuid, ForeignKey("person.id")),
    Column("judged_at", AT),
    Column("judged_reason", Text, nullable=False, server_default=""),
    Column("version", Integer),  # the roster version that applied it
    Column("undone_by", Uuid, ForeignKey("person.id")),
    Column("undone_at", AT),
    Column("undone_reason", Text, nullable=False, server_default=""),
    Column("undone_version", Integer),
    Index(None, "hospital_id", "state"),
    Index(None, "give_id"),
    Index(None, "take_id"),
)

rotation = Table(
    "rotation",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("person_id", Uuid, ForeignKey("person.id"), nullable=False),
    Column("hospital_id", Uuid, ForeignKey("facility.id"), nullable=False),  # where the person is from
    Column("station_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("decision_no", String, nullable=False),  # empty: not signed yet
    Column("decided_on", Date),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),  # the first day without
    Column("planned_ends_on", Date, nullable=False),
    Column("purpose", String, nullable=False),
    Column("purpose_note", Text, nullable=False),
    Column("hours", JSONB, nullable=False),  # registered at the station: [[weekday, "07:00", "17:00"], …]
    Column("made_by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("made_at", AT, nullable=False),
    Column("extension_no", String),  # the decision that made it longer
    Column("end_reason", String),
    Column("end_decision_no", String),
    Column("ended_by", Uuid, ForeignKey("person.id")),
    Column("cancelled_at", AT),
    CheckConstraint("starts_on <= ends_on", name="days"),
    Index(None, "station_id", "starts_on"),
    Index(None, "hospital_id", "ends_on"),
    Index(None, "person_id", "ends_on"),
)
"""Luân phiên có thời hạn: a hospital's doctor posted to a station."""

calendar_link = Table(
    "calendar_link",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("secret_hash", LargeBinary, nullable=False, unique=True),
    Column("person_id", Uuid, ForeignKey("person.id"), nullable=False, index=True),  # who asked for it, and may revoke
    Column("hospital_id", Uuid, ForeignKey("facility.id")),  # none: that person's own shifts
    Column("made_at", AT, nullable=False),
    Column("used_at", AT),
    Column("revoked_at", AT),
)

SHIFT_OVERLAP: Final = "shift_person_overlap"
ASSIGNMENT_OVERLAP: Final = "assignment_station_overlap"
DRAFT_OVERLAP: Final = "draft_shift_person_overlap"
ABSENCE_OVERLAP: Final = "absence_person_overlap"
ROTATION_OVERLAP: Final = "rotation_person_overlap"
"""Exclusion constraints, which `metadata` cannot say; the migrations make them."""
