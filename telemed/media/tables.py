"""Rows of line tests and of what each facility's link carries; seen by the store alone."""

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    Uuid,
)
from sqlalchemy.dialects.postgresql import JSONB

from telemed.infra.tables import APP_MAY, APPEND_ONLY, AT, metadata

Code = String(32, collation="C")

line_probe = Table(
    "line_probe",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("facility_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("person_id", Uuid, ForeignKey("person.id"), nullable=False),
    Column("at", AT, nullable=False),
    Column("kind", Code, nullable=False),  # person | night
    Column("up_kbps", Integer),
    Column("down_kbps", Integer),
    Column("rtt_ms", Integer),
    Column("jitter_ms", Integer),
    Column("loss_pct", Float),
    Column("paths", JSONB, nullable=False),  # which of direct, udp, tcp, tls went through, and how fast
    Column("microphone", Code, nullable=False),
    Column("camera", Code, nullable=False),
    Column("rung", Code, nullable=False),  # what it would begin a call with
    Column("bytes", BigInteger, nullable=False, server_default="0"),  # what it cost itself
    Index(None, "facility_id", "at"),
    info={APP_MAY: APPEND_ONLY},
)
"""One line test: what went through, how much, how well."""

link_hour = Table(
    "link_hour",
    metadata,
    Column("facility_id", Uuid, ForeignKey("facility.id"), primary_key=True),
    Column("hour_at", AT, primary_key=True),
    Column("source", Code, primary_key=True),  # call | probe
    Column("looks", Integer, nullable=False),
    Column("up_kbps", Integer),
    Column("down_kbps", Integer),
    Column("rtt_ms", Integer),
    Column("loss_pct", Float),
    Column("concealed_pct", Float),
    Column("rungs", JSONB, nullable=False),  # seconds on each
    Column("bytes", BigInteger, nullable=False),
)
"""What a facility's link carried in one hour: the link passport and the megabytes of a month are sums of these."""

facility_link = Table(
    "facility_link",
    metadata,
    Column("facility_id", Uuid, ForeignKey("facility.id"), primary_key=True),
    Column("relay_until", AT),
    Column("sim", Text, nullable=False, server_default=""),
    Column("sim_since", AT),
    Column("cap_mb", Integer),  # a month; none: no cap
    Column("capped_rung", Code, nullable=False, server_default="voice"),
    Column("billing_day", SmallInteger, nullable=False, server_default="1"),
    Column("changed_at", AT),  # by a person; none: nobody set anything
)
"""What is known or set for a facility's link: only the relay gets through, how many megabytes a month it has."""
