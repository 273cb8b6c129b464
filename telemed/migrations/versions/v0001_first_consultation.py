"""All tables of the first consultation, in one file longer than a screen because a schema is read as one."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from telemed.infra import wall

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


AFTER = (
    """create type uuidrange as range (subtype = uuid)""",
    """alter table shift add constraint shift_person_overlap exclude using gist
        (uuidrange(person_id, person_id, '[]') with &&, tstzrange(starts_at, ends_at) with &&)
        where (state not in ('swapped', 'cancelled'))""",
    """alter table assignment add constraint assignment_station_overlap exclude using gist
        (uuidrange(station_id, station_id, '[]') with &&, daterange(valid_from, valid_to) with &&)""",
)

# One policy on each table that bears patient data: what a transaction's actor may see, and so write.
WALL = {
    "consult": """(select telemed_is_system()) or station_id = any ((select telemed_facilities())::uuid[]) or hospital_id = any ((select telemed_facilities())::uuid[])""",
    "vital_signs": """exists (select 1 from consult c where c.id = vital_signs.consult_id)""",
    "consent": """exists (select 1 from consult c where c.id = consent.consult_id)""",
    "phone_note": """exists (select 1 from consult c where c.id = phone_note.consult_id)""",
    "ring": """exists (select 1 from consult c where c.id = ring.consult_id)""",
    "call": """exists (select 1 from consult c where c.id = call.consult_id)""",
    "patient": """(select telemed_is_system()) or station_id = any ((select telemed_facilities())::uuid[]) or exists (select 1 from consult c where c.patient_id = patient.id)""",
    "patient_word": """(select telemed_is_system()) or station_id = any ((select telemed_facilities())::uuid[]) or exists (select 1 from consult c where c.patient_id = patient_word.patient_id)""",
    "minutes": """exists (select 1 from consult c where c.id = minutes.consult_id)""",
    "minutes_field": """exists (select 1 from minutes m where m.id = minutes_field.minutes_id)""",
    "opinion": """exists (select 1 from minutes m where m.id = opinion.minutes_id)""",
    "signature": """exists (select 1 from minutes m where m.id = signature.minutes_id)""",
    "decision": """exists (select 1 from consult c where c.id = decision.consult_id)""",
    "referral": """(select telemed_is_system()) or station_id = any ((select telemed_facilities())::uuid[]) or to_facility_id = any ((select telemed_facilities())::uuid[]) or exists (select 1 from consult c where c.id = referral.consult_id)""",
    "event": """(select telemed_is_system()) or consult_id is null or exists (select 1 from consult c where c.id = event.consult_id)""",
}


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.BIGINT(), sa.Identity(always=True), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=False),
        sa.Column("system", sa.String(), nullable=True),
        sa.Column("request_id", sa.String(), nullable=True),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("entity", sa.String(), nullable=False),
        sa.Column("entity_id", sa.Uuid(), nullable=True),
        sa.Column("consult_id", sa.Uuid(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("audit_pkey")),
        sa.UniqueConstraint("seq", name=op.f("audit_seq_key")),
        info={"app_may": "select, insert"},
    )
    op.create_index(op.f("audit_actor_id_at_idx"), "audit", ["actor_id", "at"], unique=False)
    op.create_index(op.f("audit_at_idx"), "audit", ["at"], unique=False)
    op.create_index(op.f("audit_consult_id_at_idx"), "audit", ["consult_id", "at"], unique=False)
    op.create_index(op.f("audit_entity_id_at_idx"), "audit", ["entity_id", "at"], unique=False)
    op.create_table(
        "change",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("entity_id", sa.Uuid(), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=False),
        sa.Column("body_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("change_pkey")),
        info={"app_may": "select, insert"},
    )
    op.create_table(
        "event",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.BIGINT(), sa.Identity(always=True), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("consult_id", sa.Uuid(), nullable=True),
        sa.Column("actor_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("data", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("relayed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("retry_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("event_pkey")),
        sa.UniqueConstraint("seq", name=op.f("event_seq_key")),
        info={"app_may": "select, insert, update (relayed_at, attempts, retry_at)"},
    )
    op.create_index(op.f("event_consult_id_seq_idx"), "event", ["consult_id", "seq"], unique=False)
    op.create_index("event_waiting_idx", "event", ["seq"], unique=False, postgresql_where=sa.text("relayed_at is null"))
    op.create_table(
        "facility",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("short_name", sa.String(), nullable=False),
        sa.Column("prefix", sa.String(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("commune_code", sa.String(), nullable=True),
        sa.Column("authority", sa.String(), nullable=False),
        sa.Column("emergency_phone", sa.String(), nullable=True),
        sa.Column("leader_phone", sa.String(), nullable=True),
        sa.Column("signing_professions", sa.ARRAY(sa.String()), nullable=False),
        sa.Column("signing_document", sa.String(), nullable=True),
        sa.CheckConstraint("kind <> 'station' or prefix is not null", name=op.f("facility_station_has_prefix_check")),
        sa.CheckConstraint("prefix ~ '^[A-Z]{2,3}$'", name=op.f("facility_prefix_check")),
        sa.CheckConstraint(
            "signing_document is not null or signing_professions <@ '{doctor}'::varchar[]",
            name=op.f("facility_signing_document_check"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("facility_pkey")),
        sa.UniqueConstraint("code", name=op.f("facility_code_key")),
        sa.UniqueConstraint("prefix", name=op.f("facility_prefix_key")),
    )
    op.create_table(
        "holiday",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.CheckConstraint("kind in ('holiday', 'working')", name=op.f("holiday_kind_check")),
        sa.PrimaryKeyConstraint("day", name=op.f("holiday_pkey")),
    )
    op.create_table(
        "job",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("run_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("payload", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("error", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("job_pkey")),
        sa.UniqueConstraint("kind", "key", name=op.f("job_kind_key_key")),
    )
    op.create_index(op.f("job_run_at_idx"), "job", ["run_at"], unique=False)
    op.create_table(
        "person",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("username", sa.String(), nullable=False),
        sa.Column("full_name", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("profession", sa.String(), nullable=False),
        sa.Column("license_no", sa.String(), nullable=True),
        sa.Column("password_hash", sa.String(), nullable=True),
        sa.Column("disabled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("demo", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.CheckConstraint("username = lower(username)", name=op.f("person_username_lower_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("person_pkey")),
        sa.UniqueConstraint("username", name=op.f("person_username_key")),
    )
    op.create_table(
        "assignment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("station_id", sa.Uuid(), nullable=False),
        sa.Column("hospital_id", sa.Uuid(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.CheckConstraint("valid_from < valid_to", name=op.f("assignment_days_check")),
        sa.ForeignKeyConstraint(["hospital_id"], ["facility.id"], name=op.f("assignment_hospital_id_fkey")),
        sa.ForeignKeyConstraint(["station_id"], ["facility.id"], name=op.f("assignment_station_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("assignment_pkey")),
    )
    op.create_index(
        op.f("assignment_station_id_valid_from_idx"), "assignment", ["station_id", "valid_from"], unique=False
    )
    op.create_table(
        "consult_counter",
        sa.Column("station_id", sa.Uuid(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["station_id"], ["facility.id"], name=op.f("consult_counter_station_id_fkey")),
        sa.PrimaryKeyConstraint("station_id", name=op.f("consult_counter_pkey")),
    )
    op.create_table(
        "patient",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("station_id", sa.Uuid(), nullable=False),
        sa.Column("full_name", sa.Text(), nullable=False),
        sa.Column("sex", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("birth_precision", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("national_id", sa.Text(), nullable=False),
        sa.Column("insurance_no", sa.Text(), nullable=False),
        sa.Column("ethnicity_code", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("commune_code", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("village", sa.Text(), nullable=False),
        sa.Column("occupation", sa.Text(), nullable=False),
        sa.Column("representative", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("field_versions", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(["station_id"], ["facility.id"], name=op.f("patient_station_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("patient_pkey")),
        sa.UniqueConstraint("code", name=op.f("patient_code_key")),
    )
    op.create_index(op.f("patient_station_id_idx"), "patient", ["station_id"], unique=False)
    op.create_table(
        "presence",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("linked", sa.Boolean(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["person.id"], name=op.f("presence_user_id_fkey")),
        sa.PrimaryKeyConstraint("user_id", name=op.f("presence_pkey")),
    )
    op.create_table(
        "refresh_token",
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("family", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("signed_in_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("length(hash) = 32", name=op.f("refresh_token_hash_length_check")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("refresh_token_person_id_fkey")),
        sa.PrimaryKeyConstraint("hash", name=op.f("refresh_token_pkey")),
    )
    op.create_index(op.f("refresh_token_family_idx"), "refresh_token", ["family"], unique=False)
    op.create_index(op.f("refresh_token_person_id_idx"), "refresh_token", ["person_id"], unique=False)
    op.create_table(
        "role_grant",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("facility_id", sa.Uuid(), nullable=False),
        sa.Column("specialty", sa.String(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("source_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("valid_from < valid_to", name=op.f("role_grant_days_check")),
        sa.ForeignKeyConstraint(["facility_id"], ["facility.id"], name=op.f("role_grant_facility_id_fkey")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("role_grant_person_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("role_grant_pkey")),
    )
    op.create_index(op.f("role_grant_facility_id_role_idx"), "role_grant", ["facility_id", "role"], unique=False)
    op.create_index(op.f("role_grant_person_id_idx"), "role_grant", ["person_id"], unique=False)
    op.create_table(
        "series",
        sa.Column("facility_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["facility_id"], ["facility.id"], name=op.f("series_facility_id_fkey")),
        sa.PrimaryKeyConstraint("facility_id", "name", name=op.f("series_pkey")),
    )
    op.create_table(
        "shift",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("hospital_id", sa.Uuid(), nullable=False),
        sa.Column("specialty", sa.String(), nullable=True),
        sa.Column("tier", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("roster_version", sa.Integer(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("specialty is not null or tier = 'leader'", name=op.f("shift_specialty_check")),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("shift_hours_check")),
        sa.ForeignKeyConstraint(["hospital_id"], ["facility.id"], name=op.f("shift_hospital_id_fkey")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("shift_person_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("shift_pkey")),
    )
    op.create_index(op.f("shift_hospital_id_ends_at_idx"), "shift", ["hospital_id", "ends_at"], unique=False)
    op.create_index(op.f("shift_person_id_ends_at_idx"), "shift", ["person_id", "ends_at"], unique=False)
    op.create_table(
        "socket_ticket",
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("socket_ticket_person_id_fkey")),
        sa.PrimaryKeyConstraint("hash", name=op.f("socket_ticket_pkey")),
    )
    op.create_index(op.f("socket_ticket_person_id_idx"), "socket_ticket", ["person_id"], unique=False)
    op.create_table(
        "working_hours",
        sa.Column("hospital_id", sa.Uuid(), nullable=False),
        sa.Column("weekday", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("opens", sa.Time(), nullable=False),
        sa.Column("closes", sa.Time(), nullable=False),
        sa.CheckConstraint("weekday between 1 and 7 and opens < closes", name=op.f("working_hours_hours_check")),
        sa.ForeignKeyConstraint(["hospital_id"], ["facility.id"], name=op.f("working_hours_hospital_id_fkey")),
        sa.PrimaryKeyConstraint("hospital_id", "weekday", "opens", name=op.f("working_hours_pkey")),
    )
    op.create_table(
        "consult",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("station_id", sa.Uuid(), nullable=False),
        sa.Column("hospital_id", sa.Uuid(), nullable=False),
        sa.Column("requester_id", sa.Uuid(), nullable=False),
        sa.Column("patient_id", sa.Uuid(), nullable=True),
        sa.Column("urgency", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("specialty", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("answer", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("state", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("case_type", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("subject_sex", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("subject_age_months", sa.Integer(), nullable=True),
        sa.Column("subject_age_estimated", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("history", sa.Text(), nullable=False),
        sa.Column("past_history", sa.Text(), nullable=False),
        sa.Column("examination", sa.Text(), nullable=False),
        sa.Column("working_diagnosis", sa.Text(), nullable=False),
        sa.Column("treatment_given", sa.Text(), nullable=False),
        sa.Column("onset_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("pregnant", sa.Boolean(), nullable=True),
        sa.Column("field_versions", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer_due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("round", sa.SmallInteger(), nullable=False),
        sa.Column("ladder_ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("specialist_id", sa.Uuid(), nullable=True),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("first_answer_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("taker_absent_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("returned_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("returned_question", sa.Text(), nullable=True),
        sa.Column("hospital_paused", sa.Interval(), nullable=False),
        sa.Column("scheduled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("concluded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cancel_reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(state in ('accepted', 'scheduled', 'concluded')) <= (specialist_id is not null)",
            name=op.f("consult_taken_has_specialist_check"),
        ),
        sa.ForeignKeyConstraint(["hospital_id"], ["facility.id"], name=op.f("consult_hospital_id_fkey")),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("consult_patient_id_fkey")),
        sa.ForeignKeyConstraint(["requester_id"], ["person.id"], name=op.f("consult_requester_id_fkey")),
        sa.ForeignKeyConstraint(["specialist_id"], ["person.id"], name=op.f("consult_specialist_id_fkey")),
        sa.ForeignKeyConstraint(["station_id"], ["facility.id"], name=op.f("consult_station_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("consult_pkey")),
        sa.UniqueConstraint("code", name=op.f("consult_code_key")),
    )
    op.create_index("consult_hospital_sent", "consult", ["hospital_id", "sent_at", "id"], unique=False)
    op.create_index("consult_hospital_state", "consult", ["hospital_id", "state"], unique=False)
    op.create_index("consult_patient", "consult", ["patient_id"], unique=False)
    op.create_index("consult_station_sent", "consult", ["station_id", "sent_at", "id"], unique=False)
    op.create_index("consult_station_state", "consult", ["station_id", "state"], unique=False)
    op.create_table(
        "patient_word",
        sa.Column("patient_id", sa.Uuid(), nullable=False),
        sa.Column("word", sa.Text(collation="C"), nullable=False),
        sa.Column("station_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("patient_word_patient_id_fkey")),
        sa.ForeignKeyConstraint(["station_id"], ["facility.id"], name=op.f("patient_word_station_id_fkey")),
        sa.PrimaryKeyConstraint("patient_id", "word", name=op.f("patient_word_pkey")),
    )
    op.create_index(op.f("patient_word_word_patient_id_idx"), "patient_word", ["word", "patient_id"], unique=False)
    op.create_table(
        "call",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("consult_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False),
        sa.Column("state", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("live_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("empty_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["consult_id"], ["consult.id"], name=op.f("call_consult_id_fkey")),
        sa.ForeignKeyConstraint(["ended_by"], ["person.id"], name=op.f("call_ended_by_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("call_pkey")),
    )
    op.create_index("call_consult", "call", ["consult_id", "number"], unique=True)
    op.create_index("call_one_open", "call", ["consult_id"], unique=True, postgresql_where=sa.text("state <> 'ended'"))
    op.create_table(
        "consent",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("consult_id", sa.Uuid(), nullable=False),
        sa.Column("ground", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("given_by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("text_version", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["consult_id"], ["consult.id"], name=op.f("consent_consult_id_fkey")),
        sa.ForeignKeyConstraint(["recorded_by"], ["person.id"], name=op.f("consent_recorded_by_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("consent_pkey")),
    )
    op.create_index(op.f("consent_consult_id_idx"), "consent", ["consult_id"], unique=False)
    op.create_table(
        "decision",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("consult_id", sa.Uuid(), nullable=False),
        sa.Column("choice", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("changed_items", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("outcomes", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("follow_up_on", sa.Date(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["consult_id"], ["consult.id"], name=op.f("decision_consult_id_fkey")),
        sa.ForeignKeyConstraint(["decided_by"], ["person.id"], name=op.f("decision_decided_by_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("decision_pkey")),
        sa.UniqueConstraint("consult_id", name=op.f("decision_consult_id_key")),
        info={"app_may": "select, insert"},
    )
    op.create_table(
        "minutes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("consult_id", sa.Uuid(), nullable=False),
        sa.Column("station_id", sa.Uuid(), nullable=False),
        sa.Column("hospital_id", sa.Uuid(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("concluded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("chair_id", sa.Uuid(), nullable=True),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("paper", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("document_hash", sa.String(length=64, collation="C"), nullable=True),
        sa.ForeignKeyConstraint(["chair_id"], ["person.id"], name=op.f("minutes_chair_id_fkey")),
        sa.ForeignKeyConstraint(["consult_id"], ["consult.id"], name=op.f("minutes_consult_id_fkey")),
        sa.ForeignKeyConstraint(["hospital_id"], ["facility.id"], name=op.f("minutes_hospital_id_fkey")),
        sa.ForeignKeyConstraint(["station_id"], ["facility.id"], name=op.f("minutes_station_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("minutes_pkey")),
        sa.UniqueConstraint("consult_id", name=op.f("minutes_consult_id_key")),
    )
    op.create_table(
        "phone_note",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("consult_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("spoke_with", sa.Text(), nullable=False),
        sa.Column("advice", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("phone_note_by_fkey")),
        sa.ForeignKeyConstraint(["consult_id"], ["consult.id"], name=op.f("phone_note_consult_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("phone_note_pkey")),
    )
    op.create_index(op.f("phone_note_consult_id_idx"), "phone_note", ["consult_id"], unique=False)
    op.create_table(
        "ring",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("consult_id", sa.Uuid(), nullable=False),
        sa.Column("round", sa.SmallInteger(), nullable=False),
        sa.Column("step", sa.SmallInteger(), nullable=False),
        sa.Column("step_kind", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("state", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=True),
        sa.Column("why", sa.String(length=32, collation="C"), nullable=True),
        sa.Column("tier", sa.String(length=32, collation="C"), nullable=True),
        sa.Column("shift_id", sa.Uuid(), nullable=True),
        sa.Column("roster_version", sa.Integer(), nullable=True),
        sa.Column("deadline_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.CheckConstraint("(state = 'skipped') = (user_id is null)", name=op.f("ring_skipped_has_nobody_check")),
        sa.ForeignKeyConstraint(["consult_id"], ["consult.id"], name=op.f("ring_consult_id_fkey")),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("ring_shift_id_fkey")),
        sa.ForeignKeyConstraint(["user_id"], ["person.id"], name=op.f("ring_user_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("ring_pkey")),
    )
    op.create_index("ring_consult", "ring", ["consult_id", "round", "step", "id"], unique=False)
    op.create_index(
        "ring_once", "ring", ["consult_id", "user_id"], unique=True, postgresql_where=sa.text("state = 'ringing'")
    )
    op.create_index("ring_user_open", "ring", ["user_id"], unique=False, postgresql_where=sa.text("state = 'ringing'"))
    op.create_table(
        "vital_signs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("consult_id", sa.Uuid(), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_by", sa.Uuid(), nullable=False),
        sa.Column("pulse", sa.SmallInteger(), nullable=True),
        sa.Column("temperature", sa.Numeric(precision=3, scale=1), nullable=True),
        sa.Column("systolic", sa.SmallInteger(), nullable=True),
        sa.Column("diastolic", sa.SmallInteger(), nullable=True),
        sa.Column("respiration", sa.SmallInteger(), nullable=True),
        sa.Column("spo2", sa.SmallInteger(), nullable=True),
        sa.Column("on_oxygen", sa.Boolean(), nullable=True),
        sa.Column("weight", sa.Numeric(precision=5, scale=2), nullable=True),
        sa.Column("height", sa.SmallInteger(), nullable=True),
        sa.Column("gcs", sa.SmallInteger(), nullable=True),
        sa.Column("glucose", sa.Numeric(precision=3, scale=1), nullable=True),
        sa.ForeignKeyConstraint(["consult_id"], ["consult.id"], name=op.f("vital_signs_consult_id_fkey")),
        sa.ForeignKeyConstraint(["taken_by"], ["person.id"], name=op.f("vital_signs_taken_by_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("vital_signs_pkey")),
    )
    op.create_index(op.f("vital_signs_consult_id_idx"), "vital_signs", ["consult_id"], unique=False)
    op.create_table(
        "measurement",
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("rtt_ms", sa.Integer(), nullable=True),
        sa.Column("out_kbps", sa.Integer(), nullable=True),
        sa.Column("in_kbps", sa.Integer(), nullable=True),
        sa.Column("loss_pct", sa.Float(), nullable=True),
        sa.Column("fps", sa.SmallInteger(), nullable=True),
        sa.Column("concealed_pct", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("measurement_call_id_fkey")),
        sa.ForeignKeyConstraint(["user_id"], ["person.id"], name=op.f("measurement_user_id_fkey")),
        sa.PrimaryKeyConstraint("call_id", "user_id", "at", name=op.f("measurement_pkey")),
    )
    op.create_table(
        "minutes_field",
        sa.Column("minutes_id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("edited_by", sa.Uuid(), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["edited_by"], ["person.id"], name=op.f("minutes_field_edited_by_fkey")),
        sa.ForeignKeyConstraint(["minutes_id"], ["minutes.id"], name=op.f("minutes_field_minutes_id_fkey")),
        sa.PrimaryKeyConstraint("minutes_id", "field", name=op.f("minutes_field_pkey")),
    )
    op.create_table(
        "opinion",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("minutes_id", sa.Uuid(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("facility_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("opinion_by_fkey")),
        sa.ForeignKeyConstraint(["facility_id"], ["facility.id"], name=op.f("opinion_facility_id_fkey")),
        sa.ForeignKeyConstraint(["minutes_id"], ["minutes.id"], name=op.f("opinion_minutes_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("opinion_pkey")),
        info={"app_may": "select, insert"},
    )
    op.create_index(op.f("opinion_minutes_id_idx"), "opinion", ["minutes_id"], unique=False)
    op.create_table(
        "participant",
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("facility_id", sa.Uuid(), nullable=False),
        sa.Column("side", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("linked", sa.Boolean(), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("participant_call_id_fkey")),
        sa.ForeignKeyConstraint(["facility_id"], ["facility.id"], name=op.f("participant_facility_id_fkey")),
        sa.ForeignKeyConstraint(["user_id"], ["person.id"], name=op.f("participant_user_id_fkey")),
        sa.PrimaryKeyConstraint("call_id", "user_id", name=op.f("participant_pkey")),
    )
    op.create_index("participant_linked", "participant", ["user_id"], unique=False, postgresql_where=sa.text("linked"))
    op.create_table(
        "referral",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("consult_id", sa.Uuid(), nullable=False),
        sa.Column("patient_id", sa.Uuid(), nullable=True),
        sa.Column("minutes_id", sa.Uuid(), nullable=True),
        sa.Column("station_id", sa.Uuid(), nullable=False),
        sa.Column("answered_by", sa.Uuid(), nullable=True),
        sa.Column("shift_id", sa.Uuid(), nullable=True),
        sa.Column("to_facility_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("clinical_signs", sa.Text(), nullable=False),
        sa.Column("test_results", sa.Text(), nullable=False),
        sa.Column("diagnosis", sa.Text(), nullable=False),
        sa.Column("icd_code", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("procedures", sa.Text(), nullable=False),
        sa.Column("treatment", sa.Text(), nullable=False),
        sa.Column("condition_at_transfer", sa.Text(), nullable=False),
        sa.Column("transfer_reason", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("care_plan", sa.Text(), nullable=False),
        sa.Column("transfer_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("valid_one_year", sa.Boolean(), nullable=False),
        sa.Column("transport", sa.Text(), nullable=False),
        sa.Column("escort", sa.Text(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("field_versions", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("signed_by", sa.Uuid(), nullable=True),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cancel_reason", sa.Text(), nullable=True),
        sa.Column("paper", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.ForeignKeyConstraint(["answered_by"], ["person.id"], name=op.f("referral_answered_by_fkey")),
        sa.ForeignKeyConstraint(["consult_id"], ["consult.id"], name=op.f("referral_consult_id_fkey")),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("referral_created_by_fkey")),
        sa.ForeignKeyConstraint(["minutes_id"], ["minutes.id"], name=op.f("referral_minutes_id_fkey")),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("referral_patient_id_fkey")),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("referral_shift_id_fkey")),
        sa.ForeignKeyConstraint(["signed_by"], ["person.id"], name=op.f("referral_signed_by_fkey")),
        sa.ForeignKeyConstraint(["station_id"], ["facility.id"], name=op.f("referral_station_id_fkey")),
        sa.ForeignKeyConstraint(["to_facility_id"], ["facility.id"], name=op.f("referral_to_facility_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("referral_pkey")),
    )
    op.create_index(op.f("referral_consult_id_idx"), "referral", ["consult_id"], unique=False)
    op.create_index(
        "referral_open_key",
        "referral",
        [sa.literal_column("coalesce(patient_id, consult_id)"), "to_facility_id"],
        unique=True,
        postgresql_where="is_open",
    )
    op.create_index(op.f("referral_patient_id_idx"), "referral", ["patient_id"], unique=False)
    op.create_index(op.f("referral_station_id_is_open_idx"), "referral", ["station_id", "is_open"], unique=False)
    op.create_index(
        op.f("referral_to_facility_id_is_open_idx"), "referral", ["to_facility_id", "is_open"], unique=False
    )
    op.create_table(
        "signature",
        sa.Column("minutes_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("line", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("document_hash", sa.String(length=64, collation="C"), nullable=False),
        sa.Column("cleared_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("signature_by_fkey")),
        sa.ForeignKeyConstraint(["minutes_id"], ["minutes.id"], name=op.f("signature_minutes_id_fkey")),
        sa.PrimaryKeyConstraint("minutes_id", "id", "line", name=op.f("signature_pkey")),
        info={"app_may": "select, insert, update (cleared_at)"},
    )
    op.create_index(
        "signature_line_key",
        "signature",
        ["minutes_id", "line"],
        unique=True,
        postgresql_where=sa.text("cleared_at is null"),
    )
    for statement in AFTER:
        op.execute(statement)
    for table, using in WALL.items():
        for statement in wall.enable(table, using):
            op.execute(statement)


def downgrade() -> None:
    for table in reversed(WALL):
        for statement in wall.disable(table):
            op.execute(statement)
    op.drop_index("signature_line_key", table_name="signature", postgresql_where=sa.text("cleared_at is null"))
    op.drop_table("signature")
    op.drop_index(op.f("referral_to_facility_id_is_open_idx"), table_name="referral")
    op.drop_index(op.f("referral_station_id_is_open_idx"), table_name="referral")
    op.drop_index(op.f("referral_patient_id_idx"), table_name="referral")
    op.drop_index("referral_open_key", table_name="referral", postgresql_where="is_open")
    op.drop_index(op.f("referral_consult_id_idx"), table_name="referral")
    op.drop_table("referral")
    op.drop_index("participant_linked", table_name="participant", postgresql_where=sa.text("linked"))
    op.drop_table("participant")
    op.drop_index(op.f("opinion_minutes_id_idx"), table_name="opinion")
    op.drop_table("opinion")
    op.drop_table("minutes_field")
    op.drop_table("measurement")
    op.drop_index(op.f("vital_signs_consult_id_idx"), table_name="vital_signs")
    op.drop_table("vital_signs")
    op.drop_index("ring_user_open", table_name="ring", postgresql_where=sa.text("state = 'ringing'"))
    op.drop_index("ring_once", table_name="ring", postgresql_where=sa.text("state = 'ringing'"))
    op.drop_index("ring_consult", table_name="ring")
    op.drop_table("ring")
    op.drop_index(op.f("phone_note_consult_id_idx"), table_name="phone_note")
    op.drop_table("phone_note")
    op.drop_table("minutes")
    op.drop_table("decision")
    op.drop_index(op.f("consent_consult_id_idx"), table_name="consent")
    op.drop_table("consent")
    op.drop_index("call_one_open", table_name="call", postgresql_where=sa.text("state <> 'ended'"))
    op.drop_index("call_consult", table_name="call")
    op.drop_table("call")
    op.drop_index(op.f("patient_word_word_patient_id_idx"), table_name="patient_word")
    op.drop_table("patient_word")
    op.drop_index("consult_station_state", table_name="consult")
    op.drop_index("consult_station_sent", table_name="consult")
    op.drop_index("consult_patient", table_name="consult")
    op.drop_index("consult_hospital_state", table_name="consult")
    op.drop_index("consult_hospital_sent", table_name="consult")
    op.drop_table("consult")
    op.drop_table("working_hours")
    op.drop_index(op.f("socket_ticket_person_id_idx"), table_name="socket_ticket")
    op.drop_table("socket_ticket")
    op.drop_index(op.f("shift_person_id_ends_at_idx"), table_name="shift")
    op.drop_index(op.f("shift_hospital_id_ends_at_idx"), table_name="shift")
    op.drop_table("shift")
    op.drop_table("series")
    op.drop_index(op.f("role_grant_person_id_idx"), table_name="role_grant")
    op.drop_index(op.f("role_grant_facility_id_role_idx"), table_name="role_grant")
    op.drop_table("role_grant")
    op.drop_index(op.f("refresh_token_person_id_idx"), table_name="refresh_token")
    op.drop_index(op.f("refresh_token_family_idx"), table_name="refresh_token")
    op.drop_table("refresh_token")
    op.drop_table("presence")
    op.drop_index(op.f("patient_station_id_idx"), table_name="patient")
    op.drop_table("patient")
    op.drop_table("consult_counter")
    op.drop_index(op.f("assignment_station_id_valid_from_idx"), table_name="assignment")
    op.drop_table("assignment")
    op.drop_table("person")
    op.drop_index(op.f("job_run_at_idx"), table_name="job")
    op.drop_table("job")
    op.drop_table("holiday")
    op.drop_table("facility")
    op.drop_index("event_waiting_idx", table_name="event", postgresql_where=sa.text("relayed_at is null"))
    op.drop_index(op.f("event_consult_id_seq_idx"), table_name="event")
    op.drop_table("event")
    op.drop_table("change")
    op.drop_index(op.f("audit_entity_id_at_idx"), table_name="audit")
    op.drop_index(op.f("audit_consult_id_at_idx"), table_name="audit")
    op.drop_index(op.f("audit_at_idx"), table_name="audit")
    op.drop_index(op.f("audit_actor_id_at_idx"), table_name="audit")
    op.drop_table("audit")
    op.execute("drop type if exists uuidrange")
