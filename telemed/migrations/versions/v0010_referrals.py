"""A referral's way to the hospital and back, appointments, results of days later: long because a schema's step is one."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from telemed.infra import wall
from telemed.migrations.versions.v0002_identity_access_privacy_audit import (
    ACTOR,
    AT_STATION,
    OF_MANAGED,
    OF_TREATED,
    SYSTEM,
    WALL,
    ids,
)

revision: str = "0010"
down_revision: str | None = "0009"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

CODE = sa.String(length=32, collation="C")
AT = sa.DateTime(timezone=True)


def of_referral() -> tuple[sa.Column[object], ...]:
    """New at each call: a column belongs to one table."""
    return (
        sa.Column("escort_title", sa.Text(), server_default="", nullable=False),
        sa.Column("stays", postgresql.JSONB(), server_default=sa.text("'[]'"), nullable=False),
        sa.Column("insurance_expiry", CODE, server_default="known", nullable=False),
        sa.Column("insurance_until", sa.Date()),
        sa.Column("answer", CODE, server_default="none", nullable=False),
        sa.Column("answered_at", AT),
        sa.Column("accepted_by", sa.Uuid()),
        sa.Column("answer_note", sa.Text(), server_default="", nullable=False),
        sa.Column("redirected_to", sa.Uuid()),
        sa.Column("redirected_from", sa.Uuid()),
        sa.Column("movement", CODE, server_default="none", nullable=False),
        sa.Column("departed_at", AT),
        sa.Column("departed_by", sa.Uuid()),
        sa.Column("fit_for_transfer", CODE),
        sa.Column("fit_note", sa.Text(), server_default="", nullable=False),
        sa.Column("departure_signs", postgresql.JSONB()),
        sa.Column("travel_minutes", sa.SmallInteger()),
        sa.Column("arrived_at", AT),
        sa.Column("arrival_note", sa.Text(), server_default="", nullable=False),
        sa.Column("final_diagnosis", sa.Text()),
        sa.Column("final_icd_code", CODE),
        sa.Column("done", sa.Text()),
        sa.Column("advice", sa.Text()),
        sa.Column("result", CODE),
        sa.Column("feedback_by", sa.Uuid()),
        sa.Column("feedback_at", AT),
        sa.Column("feedback_follow_up_on", sa.Date()),
    )


POINTS = {
    "accepted_by": "person",
    "redirected_to": "facility",
    "redirected_from": "referral",
    "departed_by": "person",
    "feedback_by": "person",
}
ON_THE_ROAD = "(state <> 'draft' or departed_at is not null)"
"""An emergency drives off before its paper is signed: the hospital sees it coming."""

WALLS = {
    "referral": f"""{SYSTEM} or {AT_STATION} or {OF_TREATED.format(table="referral")}
        or ({ON_THE_ROAD} and ({ids("to_facility_id", "hospitals")} or {OF_MANAGED.format(table="referral")}))""",
    "follow_up": f"{SYSTEM} or {AT_STATION} or person_id = {ACTOR} or {OF_TREATED.format(table='follow_up')}",
    "result": f"{SYSTEM} or {OF_TREATED.format(table='result')} or {OF_MANAGED.format(table='result')}",
}


def upgrade() -> None:
    for column in of_referral():
        op.add_column("referral", column)
    for name, table in POINTS.items():
        op.create_foreign_key(op.f(f"referral_{name}_fkey"), "referral", table, [name], ["id"])
    op.create_index(op.f("referral_redirected_from_idx"), "referral", ["redirected_from"], unique=True)
    op.create_index(
        "referral_valid", "referral", ["valid_until"], postgresql_where=sa.text("is_open and movement = 'none'")
    )
    op.create_table(
        "follow_up",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("consult_id", sa.Uuid(), nullable=False),
        sa.Column("referral_id", sa.Uuid()),
        sa.Column("patient_id", sa.Uuid()),
        sa.Column("station_id", sa.Uuid(), nullable=False),
        sa.Column("hospital_id", sa.Uuid()),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("proposed", CODE),
        sa.Column("person_id", sa.Uuid()),
        sa.Column("shift_id", sa.Uuid()),
        sa.Column("specialty", CODE),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("state", CODE, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", AT, nullable=False),
        sa.Column("reminded_at", AT),
        sa.Column("marked_by", sa.Uuid()),
        sa.Column("marked_at", AT),
        sa.ForeignKeyConstraint(["consult_id"], ["consult.id"], name=op.f("follow_up_consult_id_fkey")),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name=op.f("follow_up_referral_id_fkey")),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("follow_up_patient_id_fkey")),
        sa.ForeignKeyConstraint(["station_id"], ["facility.id"], name=op.f("follow_up_station_id_fkey")),
        sa.ForeignKeyConstraint(["hospital_id"], ["facility.id"], name=op.f("follow_up_hospital_id_fkey")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("follow_up_person_id_fkey")),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("follow_up_shift_id_fkey")),
        sa.ForeignKeyConstraint(["created_by"], ["person.id"], name=op.f("follow_up_created_by_fkey")),
        sa.ForeignKeyConstraint(["marked_by"], ["person.id"], name=op.f("follow_up_marked_by_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("follow_up_pkey")),
    )
    op.create_index(op.f("follow_up_consult_id_idx"), "follow_up", ["consult_id"])
    op.create_index(op.f("follow_up_patient_id_idx"), "follow_up", ["patient_id"])
    op.create_index(op.f("follow_up_station_id_on_idx"), "follow_up", ["station_id", "on"])
    waiting = sa.text("state in ('planned', 'reminded')")
    op.create_index("follow_up_due", "follow_up", ["on"], postgresql_where=waiting)
    op.create_index("follow_up_day", "follow_up", ["consult_id", "on"], unique=True, postgresql_where=waiting)
    op.create_table(
        "result",
        sa.Column("consult_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.SmallInteger(), nullable=False),
        sa.Column("condition", CODE, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("recorded_by", sa.Uuid(), nullable=False),
        sa.Column("recorded_at", AT, nullable=False),
        sa.CheckConstraint("day in (7, 30)", name=op.f("result_day_check")),
        sa.ForeignKeyConstraint(["consult_id"], ["consult.id"], name=op.f("result_consult_id_fkey")),
        sa.ForeignKeyConstraint(["recorded_by"], ["person.id"], name=op.f("result_recorded_by_fkey")),
        sa.PrimaryKeyConstraint("consult_id", "day", name=op.f("result_pkey")),
    )
    for table, using in WALLS.items():
        for statement in wall.enable(table, using):
            op.execute(statement)


def downgrade() -> None:
    for table in ("follow_up", "result"):
        for statement in wall.disable(table):
            op.execute(statement)
    using, check = WALL["referral"]
    for statement in wall.enable("referral", using, check):
        op.execute(statement)
    op.drop_table("result")
    op.drop_table("follow_up")
    op.drop_index("referral_valid", table_name="referral")
    op.drop_index(op.f("referral_redirected_from_idx"), table_name="referral")
    for name in POINTS:
        op.drop_constraint(op.f(f"referral_{name}_fkey"), "referral", type_="foreignkey")
    for column in reversed(of_referral()):
        op.drop_column("referral", column.name)
