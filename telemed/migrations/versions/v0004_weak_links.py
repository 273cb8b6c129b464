"""What a call needs on a weak link: pictures, black box, verdicts, second camera, link passport, advice by phone."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from telemed.infra import wall
from telemed.migrations.versions.v0002_identity_access_privacy_audit import ACTOR, OF_CALL, OF_TREATED, SYSTEM, ids

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

NEW_WALL = {
    "file": f"{SYSTEM} or {OF_TREATED.format(table='file')}",
    "drawing": f"{SYSTEM} or {OF_TREATED.format(table='drawing')}",
    "black_box": OF_CALL.format(table="black_box"),
    "incident": OF_CALL.format(table="incident"),
    "second_camera": OF_CALL.format(table="second_camera"),
    "verdict": "exists (select 1 from consult c where c.id = verdict.consult_id)",
    "phone_advice": (
        f"{SYSTEM} or person_id = {ACTOR} or {ids('hospital_id', 'hospitals')}"
        f" or {OF_TREATED.format(table='phone_advice')}"
    ),
}


def upgrade() -> None:
    op.create_table(
        "link_hour",
        sa.Column("facility_id", sa.Uuid(), nullable=False),
        sa.Column("hour_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("source", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("looks", sa.Integer(), nullable=False),
        sa.Column("up_kbps", sa.Integer(), nullable=True),
        sa.Column("down_kbps", sa.Integer(), nullable=True),
        sa.Column("rtt_ms", sa.Integer(), nullable=True),
        sa.Column("loss_pct", sa.Float(), nullable=True),
        sa.Column("concealed_pct", sa.Float(), nullable=True),
        sa.Column("rungs", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["facility_id"], ["facility.id"], name=op.f("link_hour_facility_id_fkey")),
        sa.PrimaryKeyConstraint("facility_id", "hour_at", "source", name=op.f("link_hour_pkey")),
    )
    op.create_table(
        "facility_link",
        sa.Column("facility_id", sa.Uuid(), nullable=False),
        sa.Column("relay_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sim", sa.Text(), server_default="", nullable=False),
        sa.Column("sim_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cap_mb", sa.Integer(), nullable=True),
        sa.Column("capped_rung", sa.String(length=32, collation="C"), server_default="voice", nullable=False),
        sa.Column("billing_day", sa.SmallInteger(), server_default="1", nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["facility_id"], ["facility.id"], name=op.f("facility_link_facility_id_fkey")),
        sa.PrimaryKeyConstraint("facility_id", name=op.f("facility_link_pkey")),
    )
    op.create_table(
        "line_probe",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("facility_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("up_kbps", sa.Integer(), nullable=True),
        sa.Column("down_kbps", sa.Integer(), nullable=True),
        sa.Column("rtt_ms", sa.Integer(), nullable=True),
        sa.Column("jitter_ms", sa.Integer(), nullable=True),
        sa.Column("loss_pct", sa.Float(), nullable=True),
        sa.Column("paths", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("microphone", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("camera", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("rung", sa.String(length=32, collation="C"), nullable=False),
        sa.ForeignKeyConstraint(["facility_id"], ["facility.id"], name=op.f("line_probe_facility_id_fkey")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("line_probe_person_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("line_probe_pkey")),
        info={"app_may": "select, insert"},
    )
    op.create_index(op.f("line_probe_facility_id_at_idx"), "line_probe", ["facility_id", "at"], unique=False)
    op.create_table(
        "phone_advice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("hospital_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("caller", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("advice", sa.Text(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("consult_id", sa.Uuid(), nullable=True),
        sa.Column("merged_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["consult_id"], ["consult.id"], name=op.f("phone_advice_consult_id_fkey")),
        sa.ForeignKeyConstraint(["hospital_id"], ["facility.id"], name=op.f("phone_advice_hospital_id_fkey")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("phone_advice_person_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("phone_advice_pkey")),
    )
    op.create_index(op.f("phone_advice_code_idx"), "phone_advice", ["code"], unique=False)
    op.create_index(op.f("phone_advice_consult_id_idx"), "phone_advice", ["consult_id"], unique=False)
    op.create_index(op.f("phone_advice_hospital_id_idx"), "phone_advice", ["hospital_id"], unique=False)
    op.create_table(
        "verdict",
        sa.Column("consult_id", sa.Uuid(), nullable=False),
        sa.Column("call_number", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("cause", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("side", sa.String(length=32, collation="C"), nullable=True),
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["consult_id"], ["consult.id"], name=op.f("verdict_consult_id_fkey")),
        sa.PrimaryKeyConstraint("consult_id", "call_number", name=op.f("verdict_pkey")),
    )
    op.create_index(op.f("verdict_cause_at_idx"), "verdict", ["cause", "at"], unique=False)
    op.create_table(
        "black_box",
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("from_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("samples", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("black_box_call_id_fkey")),
        sa.ForeignKeyConstraint(["user_id"], ["person.id"], name=op.f("black_box_user_id_fkey")),
        sa.PrimaryKeyConstraint("call_id", "user_id", "from_at", name=op.f("black_box_pkey")),
    )
    op.create_table(
        "incident",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("value", sa.String(length=32, collation="C"), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("incident_call_id_fkey")),
        sa.ForeignKeyConstraint(["user_id"], ["person.id"], name=op.f("incident_user_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("incident_pkey")),
        info={"app_may": "select, insert"},
    )
    op.create_index(op.f("incident_call_id_at_idx"), "incident", ["call_id", "at"], unique=False)
    op.create_table(
        "second_camera",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("call_id", sa.Uuid(), nullable=False),
        sa.Column("admitted_by", sa.Uuid(), nullable=False),
        sa.Column("secret_hash", sa.LargeBinary(), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=True),
        sa.Column("token_hash", sa.LargeBinary(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["admitted_by"], ["person.id"], name=op.f("second_camera_admitted_by_fkey")),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("second_camera_call_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("second_camera_pkey")),
        sa.UniqueConstraint("code_hash", name=op.f("second_camera_code_hash_key")),
        sa.UniqueConstraint("secret_hash", name=op.f("second_camera_secret_hash_key")),
        sa.UniqueConstraint("token_hash", name=op.f("second_camera_token_hash_key")),
    )
    op.create_index(op.f("second_camera_call_id_idx"), "second_camera", ["call_id"], unique=False)
    op.create_table(
        "file",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("consult_id", sa.Uuid(), nullable=False),
        sa.Column("call_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("content_type", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64, collation="C"), nullable=False),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("received", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("caption", sa.Text(), server_default="", nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("second_camera_id", sa.Uuid(), nullable=True),
        sa.Column("asked_by", sa.Uuid(), nullable=True),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["asked_by"], ["person.id"], name=op.f("file_asked_by_fkey")),
        sa.ForeignKeyConstraint(["call_id"], ["call.id"], name=op.f("file_call_id_fkey")),
        sa.ForeignKeyConstraint(["consult_id"], ["consult.id"], name=op.f("file_consult_id_fkey")),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("file_made_by_fkey")),
        sa.ForeignKeyConstraint(["second_camera_id"], ["second_camera.id"], name=op.f("file_second_camera_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("file_pkey")),
    )
    op.create_index("file_arriving", "file", ["made_at"], unique=False, postgresql_where=sa.text("state = 'arriving'"))
    op.create_index(op.f("file_consult_id_made_at_idx"), "file", ["consult_id", "made_at"], unique=False)
    op.create_table(
        "drawing",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("file_id", sa.Uuid(), nullable=False),
        sa.Column("consult_id", sa.Uuid(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("shape", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("erases", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["consult_id"], ["consult.id"], name=op.f("drawing_consult_id_fkey")),
        sa.ForeignKeyConstraint(["erases"], ["drawing.id"], name=op.f("drawing_erases_fkey")),
        sa.ForeignKeyConstraint(["file_id"], ["file.id"], name=op.f("drawing_file_id_fkey")),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("drawing_made_by_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("drawing_pkey")),
        info={"app_may": "select, insert"},
    )
    op.create_index(op.f("drawing_file_id_made_at_idx"), "drawing", ["file_id", "made_at"], unique=False)
    for table, using in NEW_WALL.items():
        for statement in wall.enable(table, using):
            op.execute(statement)


def downgrade() -> None:
    for table in NEW_WALL:
        for statement in wall.disable(table):
            op.execute(statement)
    op.drop_index(op.f("drawing_file_id_made_at_idx"), table_name="drawing")
    op.drop_table("drawing")
    op.drop_index(op.f("file_consult_id_made_at_idx"), table_name="file")
    op.drop_index("file_arriving", table_name="file", postgresql_where=sa.text("state = 'arriving'"))
    op.drop_table("file")
    op.drop_index(op.f("second_camera_call_id_idx"), table_name="second_camera")
    op.drop_table("second_camera")
    op.drop_index(op.f("incident_call_id_at_idx"), table_name="incident")
    op.drop_table("incident")
    op.drop_table("black_box")
    op.drop_index(op.f("verdict_cause_at_idx"), table_name="verdict")
    op.drop_table("verdict")
    op.drop_index(op.f("phone_advice_hospital_id_idx"), table_name="phone_advice")
    op.drop_index(op.f("phone_advice_consult_id_idx"), table_name="phone_advice")
    op.drop_index(op.f("phone_advice_code_idx"), table_name="phone_advice")
    op.drop_table("phone_advice")
    op.drop_index(op.f("line_probe_facility_id_at_idx"), table_name="line_probe")
    op.drop_table("line_probe")
    op.drop_table("facility_link")
    op.drop_table("link_hour")
