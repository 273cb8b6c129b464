"""Rows of consults, rings and calls; seen by the store alone. What each row is walled by stands in the migrations."""

from sqlalchemy import (
    ARRAY,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    Interval,
    LargeBinary,
    Numeric,
    SmallInteger,
    String,
    Table,
    Text,
    Uuid,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

from telemed.infra.tables import APP_MAY, APPEND_ONLY, metadata
from telemed.sessions.tables_safety import clinical_approval as clinical_approval  # noqa: PLC0414 - seen from here too
from telemed.sessions.tables_safety import identity_check as identity_check  # noqa: PLC0414 - seen from here too

At = DateTime(timezone=True)
Code = String(32, collation="C")

consult = Table(
    "consult",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("code", Code, nullable=False, unique=True),
    Column("station_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("hospital_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("requester_id", Uuid, ForeignKey("person.id"), nullable=False),
    Column("patient_id", Uuid, ForeignKey("patient.id"), nullable=True),
    Column("urgency", Code, nullable=False),
    Column("specialty", Code, nullable=False),
    Column("answer", Code, nullable=False),
    Column("state", Code, nullable=False),
    Column("version", Integer, nullable=False),
    Column("case_type", Code, nullable=False),
    Column("subject_sex", Code, nullable=False),
    Column("subject_age_months", Integer),
    Column("subject_age_estimated", Boolean, nullable=False),
    Column("reason", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("history", Text, nullable=False),
    Column("past_history", Text, nullable=False),
    Column("examination", Text, nullable=False),
    Column("working_diagnosis", Text, nullable=False),
    Column("treatment_given", Text, nullable=False),
    Column("onset_at", At),
    Column("pregnant", Boolean),
    Column("field_versions", JSONB, nullable=False),
    Column("created_at", At, nullable=False),
    Column("sent_at", At),
    Column("answer_due_at", At),
    Column("expires_at", At),
    Column("round", SmallInteger, nullable=False),
    Column("ladder_ended_at", At),
    Column("specialist_id", Uuid, ForeignKey("person.id")),
    Column("accepted_at", At),
    Column("first_answer_at", At),
    Column("taker_absent_since", At),
    Column("returned_at", At),
    Column("returned_question", Text),
    Column("hospital_paused", Interval, nullable=False),
    Column("scheduled_at", At),
    Column("concluded_at", At),
    Column("closed_at", At),
    Column("cancel_reason", Text),
    Column("labels", ARRAY(String), nullable=False, server_default="{}"),
    Column("sharing", Code, nullable=False, server_default="unasked"),
    Column("ladder_id", Uuid, ForeignKey("ladder_plan.id")),  # whom it rings in which order; none: the built-in ladder
    Column("practice", Boolean, nullable=False, server_default="false"),  # rings for training and is never counted
    Column("rotation_id", Uuid, ForeignKey("rotation.id")),  # the one who asked was posted here (luân phiên)
    Column("answering_id", Uuid, ForeignKey("facility.id")),  # the taker's own hospital, where it is another
    Column("allergy", Code, nullable=False, server_default="unasked"),
    Column("allergies", Text, nullable=False, server_default=""),
    Column("icd_code", Code, nullable=False, server_default=""),
    Column("icd_list", Code),  # the list whose code it is: never rewritten
    Column("template_id", Code),  # which questions the answers answer, and which signs were needed
    Column("template_version", SmallInteger),
    Column("answers", JSONB, nullable=False, server_default="{}"),
    Column("without", Text, nullable=False, server_default=""),  # why it was sent without all that was needed
    Column("lacked", ARRAY(String), nullable=False, server_default="{}"),
    Column("vitals_at", At),
    Column("vitals_asked_at", At),
    Column("erased_at", At),  # kept as long as the law asks, then nothing but what counts need
    CheckConstraint(
        "(state in ('accepted', 'scheduled', 'concluded')) <= (specialist_id is not null)", name="taken_has_specialist"
    ),
    Index("consult_station_sent", "station_id", "sent_at", "id"),
    Index("consult_hospital_sent", "hospital_id", "sent_at", "id"),
    Index("consult_station_state", "station_id", "state"),
    Index("consult_hospital_state", "hospital_id", "state"),
    Index("consult_patient", "patient_id"),
)

consult_counter = Table(
    "consult_counter",
    metadata,
    Column("station_id", Uuid, ForeignKey("facility.id"), primary_key=True),
    Column("last", Integer, nullable=False),
)

vital_signs = Table(
    "vital_signs",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("consult_id", Uuid, ForeignKey("consult.id"), nullable=False, index=True),
    Column("taken_at", At, nullable=False),
    Column("taken_by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("pulse", SmallInteger),
    Column("temperature", Numeric(3, 1)),
    Column("systolic", SmallInteger),
    Column("diastolic", SmallInteger),
    Column("respiration", SmallInteger),
    Column("spo2", SmallInteger),
    Column("on_oxygen", Boolean),
    Column("weight", Numeric(5, 2)),
    Column("height", SmallInteger),
    Column("gcs", SmallInteger),
    Column("glucose", Numeric(3, 1)),
)

consent = Table(
    "consent",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("consult_id", Uuid, ForeignKey("consult.id"), nullable=False, index=True),
    Column("ground", Code, nullable=False),
    Column("given_by", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("text_version", Code, nullable=False),
    Column("recorded_by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("recorded_at", At, nullable=False),
    Column("purpose", Code, nullable=False, server_default="share"),
    Column("decision", Code, nullable=False, server_default="given"),
    Column("representative", Code),
    Column("relation", Text, nullable=False, server_default=""),
    Column("child_agreed", Boolean),
    Column("text_sha256", LargeBinary),
    Column("interpreter", Text, nullable=False, server_default=""),
    info={APP_MAY: APPEND_ONLY},
)
"""Never rewritten: a withdrawal, or a new answer, is a further row; the last one of each purpose holds."""

care_team = Table(
    "care_team",
    metadata,
    Column("consult_id", Uuid, ForeignKey("consult.id"), primary_key=True),
    Column("person_id", Uuid, ForeignKey("person.id"), primary_key=True),
    Column("since", At, nullable=False),
    Column("answered", Boolean, nullable=False),
    Index(None, "person_id"),
)
"""Who was asked about a case, and who took it: they may open it whatever becomes of shifts and specialties."""

phone_note = Table(
    "phone_note",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("consult_id", Uuid, ForeignKey("consult.id"), nullable=False, index=True),
    Column("at", At, nullable=False),
    Column("by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("number", Text, nullable=False),
    Column("spoke_with", Text, nullable=False),
    Column("advice", Text, nullable=False),
)

ring = Table(
    "ring",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("consult_id", Uuid, ForeignKey("consult.id"), nullable=False),
    Column("round", SmallInteger, nullable=False),
    Column("step", SmallInteger, nullable=False),
    Column("step_kind", Code, nullable=False),
    Column("state", Code, nullable=False),
    Column("started_at", At, nullable=False),
    Column("user_id", Uuid, ForeignKey("person.id")),
    Column("why", Code),
    Column("tier", Code),
    Column("shift_id", Uuid, ForeignKey("shift.id")),
    Column("roster_version", Integer),
    Column("deadline_at", At),
    Column("ended_at", At),
    Column("note", Text),
    Column("hospital_id", Uuid, ForeignKey("facility.id")),  # where that step looked; none: at the consult's hospital
    Column("ladder_id", Uuid, ForeignKey("ladder_plan.id")),
    CheckConstraint("(state = 'skipped') = (user_id is null)", name="skipped_has_nobody"),
    Index("ring_consult", "consult_id", "round", "step", "id"),
    Index("ring_user_started", "user_id", "started_at"),
    Index("ring_shift", "shift_id"),
    Index("ring_user_open", "user_id", postgresql_where=text("state = 'ringing'")),
    # What two requests could break together: one person is never rung twice at once for one consult.
    Index("ring_once", "consult_id", "user_id", unique=True, postgresql_where=text("state = 'ringing'")),
)

call = Table(
    "call",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("consult_id", Uuid, ForeignKey("consult.id"), nullable=False),
    Column("number", SmallInteger, nullable=False),
    Column("state", Code, nullable=False),
    Column("opened_at", At, nullable=False),
    Column("live_at", At),
    Column("empty_since", At),
    Column("ended_at", At),
    Column("ended_by", Uuid, ForeignKey("person.id")),
    Index("call_consult", "consult_id", "number", unique=True),
    Index("call_one_open", "consult_id", unique=True, postgresql_where=text("state <> 'ended'")),
)

participant = Table(
    "participant",
    metadata,
    Column("call_id", Uuid, ForeignKey("call.id"), primary_key=True),
    Column("user_id", Uuid, ForeignKey("person.id"), primary_key=True),
    Column("facility_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("side", Code, nullable=False),
    Column("joined_at", At, nullable=False),
    Column("linked", Boolean, nullable=False),
    Column("left_at", At),
    Index("participant_linked", "user_id", postgresql_where=text("linked")),
)

measurement = Table(
    "measurement",
    metadata,
    Column("call_id", Uuid, ForeignKey("call.id"), primary_key=True),
    Column("user_id", Uuid, ForeignKey("person.id"), primary_key=True),
    Column("at", At, primary_key=True),
    Column("rtt_ms", Integer),
    Column("out_kbps", Integer),
    Column("in_kbps", Integer),
    Column("loss_pct", Float),
    Column("fps", SmallInteger),
    Column("concealed_pct", Float),
)

presence = Table(
    "presence",
    metadata,
    Column("user_id", Uuid, ForeignKey("person.id"), primary_key=True),
    Column("linked", Boolean, nullable=False),
    Column("seen_at", At, nullable=False),
)

ladder_plan = Table(
    "ladder_plan",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("hospital_id", Uuid, ForeignKey("facility.id"), nullable=False),
    Column("specialty", Code),  # none: for every specialty that has no ladder of its own
    Column("number", Integer, nullable=False),
    Column("steps", JSONB, nullable=False),
    Column("options", JSONB, nullable=False),
    Column("reason", Text, nullable=False),
    Column("made_by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("made_at", At, nullable=False),
    Index("ladder_plan_number", "hospital_id", "specialty", "number", unique=True, postgresql_nulls_not_distinct=True),
    info={APP_MAY: APPEND_ONLY},
)
"""Each version for ever: the highest number rings new cases, a case that rings keeps its own."""

delivery = Table(
    "delivery",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("about", Uuid, nullable=False),  # a ring, or the shift whose confirmation sent a test
    Column("kind", Code, nullable=False),  # ring | test
    Column("person_id", Uuid, ForeignKey("person.id"), nullable=False),
    Column("channel", Code, nullable=False),  # page | push | gateway
    Column("state", Code, nullable=False),  # queued | delivered | seen | missed | failed
    Column("queued_at", At, nullable=False),
    Column("delivered_at", At),
    Column("seen_at", At),
    Column("ended_at", At),
    Column("error", Code),
    Index("delivery_about", "about", "person_id", "channel", unique=True),
)
"""How far a ring, or a test of one, came on each channel."""

reach = Table(
    "reach",
    metadata,
    Column("person_id", Uuid, ForeignKey("person.id"), primary_key=True),
    Column("channel", Code, primary_key=True),  # push | gateway
    Column("works", Boolean, nullable=False),
    Column("at", At, nullable=False),
)
"""Whether a channel besides an open page worked when it was last used."""

handover = Table(
    "handover",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("consult_id", Uuid, ForeignKey("consult.id"), nullable=False, index=True),
    Column("from_id", Uuid, ForeignKey("person.id"), nullable=False),
    Column("to_id", Uuid, ForeignKey("person.id"), nullable=False),
    Column("words", Text, nullable=False),
    Column("state", Code, nullable=False),  # offered | taken | refused | withdrawn
    Column("offered_at", At, nullable=False),
    Column("answered_at", At),
    Column("answer_words", Text, nullable=False, server_default=""),
    Column("from_shift_id", Uuid, ForeignKey("shift.id")),
    Column("to_shift_id", Uuid, ForeignKey("shift.id")),
    Index("handover_one_open", "consult_id", unique=True, postgresql_where=text("state = 'offered'")),
)
"""A case passed to the relief in words; it changes hands when the other says so too."""

black_box = Table(
    "black_box",
    metadata,
    Column("call_id", Uuid, ForeignKey("call.id"), primary_key=True),
    Column("user_id", Uuid, ForeignKey("person.id"), primary_key=True),
    Column("from_at", At, primary_key=True),
    Column("samples", LargeBinary, nullable=False),  # `black_box.py` packs and unpacks them
)
"""How one side's link did: a row a minute while the call runs, one row for the whole call afterwards."""

incident = Table(
    "incident",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("call_id", Uuid, ForeignKey("call.id"), nullable=False),
    Column("user_id", Uuid, ForeignKey("person.id")),  # none: of the server
    Column("at", At, nullable=False),
    Column("kind", Code, nullable=False),
    Column("value", Code, nullable=False, server_default=""),
    Index(None, "call_id", "at"),
    info={APP_MAY: APPEND_ONLY},
)
"""What happened to a call's media besides figures: a rung changed, a path was rebuilt, a microphone was refused."""

verdict = Table(
    "verdict",
    metadata,
    Column("consult_id", Uuid, ForeignKey("consult.id"), primary_key=True),
    Column("call_number", SmallInteger, primary_key=True, autoincrement=False),  # 0: it never came to a call
    Column("cause", Code, nullable=False),
    Column("side", Code),  # station | hospital
    Column("facts", JSONB, nullable=False),
    Column("at", At, nullable=False),
    Index(None, "cause", "at"),
)
"""One of nine causes for how a call, or a consult without one, went: derived, never typed."""

second_camera = Table(
    "second_camera",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("call_id", Uuid, ForeignKey("call.id"), nullable=False, index=True),
    Column("admitted_by", Uuid, ForeignKey("person.id"), nullable=False),
    Column("secret_hash", LargeBinary, nullable=False, unique=True),
    Column("code_hash", LargeBinary, unique=True),  # the six digits; null once they are used
    Column("token_hash", LargeBinary, unique=True),  # what the phone shows from then on
    Column("made_at", At, nullable=False),
    Column("expires_at", At, nullable=False),  # the code on the screen; who came in stays until the call ends
    Column("joined_at", At),
    Column("ended_at", At),
)
"""A phone that the station let into one call by a code on its screen."""

phone_advice = Table(
    "phone_advice",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("code", Code, nullable=False, index=True),
    Column("hospital_id", Uuid, ForeignKey("facility.id"), nullable=False, index=True),
    Column("person_id", Uuid, ForeignKey("person.id"), nullable=False),
    Column("caller", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("told", Text, nullable=False),
    Column("advice", Text, nullable=False),
    Column("given_at", At, nullable=False),
    Column("made_at", At, nullable=False),
    Column("consult_id", Uuid, ForeignKey("consult.id"), index=True),
    Column("merged_at", At),
)
"""What a specialist advised over the phone while the station had no link; joined to its case by the code read out."""
