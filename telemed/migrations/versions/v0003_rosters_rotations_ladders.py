"""Rosters, rotations, ladders, reaching people: long because a schema's step is one."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from telemed.infra import wall
from telemed.migrations.versions.v0002_identity_access_privacy_audit import (
    ACTOR,
    AT_STATION,
    OF_TREATED,
    SYSTEM,
    WALL,
    ids,
    over,
)

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


PERIODS = (
    """alter table draft_shift add constraint draft_shift_person_overlap exclude using gist
        (uuidrange(person_id, person_id, '[]') with &&, tstzrange(starts_at, ends_at) with &&)""",
    """alter table absence add constraint absence_person_overlap exclude using gist
        (uuidrange(person_id, person_id, '[]') with &&, tstzrange(starts_at, ends_at) with &&)
        where (withdrawn_at is null)""",
    """alter table rotation add constraint rotation_person_overlap exclude using gist
        (uuidrange(person_id, person_id, '[]') with &&, daterange(starts_on, ends_on) with &&)
        where (cancelled_at is null)""",
    "alter table assignment drop constraint assignment_station_overlap",
    """alter table assignment add constraint assignment_station_overlap exclude using gist
        (uuidrange(station_id, station_id, '[]') with &&, int4range(rank, rank, '[]') with &&,
         daterange(valid_from, valid_to) with &&)""",
)
"""No two of these at once for one person; no two hospitals of the same rank for one station."""

ONE_HOSPITAL = (
    "delete from assignment where rank <> 1",
    "alter table assignment drop constraint assignment_station_overlap",
    """alter table assignment add constraint assignment_station_overlap exclude using gist
        (uuidrange(station_id, station_id, '[]') with &&, daterange(valid_from, valid_to) with &&)""",
)

# Yesterday's shifts knew the number of their roster, but not when that roster was made.
FILLED = (
    """insert into roster_version (hospital_id, number, kind, made_at, reason)
       select hospital_id, roster_version, 'publish', least(min(starts_at), now()), '' from shift group by 1, 2""",
    """update shift set ended_version = (select max(number) from roster_version v where v.hospital_id = shift.hospital_id)
       where state in ('swapped', 'cancelled')""",
)

ASKED = f"exists (select 1 from care_team t where t.consult_id = consult.id and t.person_id = {ACTOR})"
"""Somebody of another hospital who was rung may take the case."""
NEW_WALL = {
    "handover": (f"{SYSTEM} or {OF_TREATED.format(table='handover')}", None),
    "push_subscription": (f"{SYSTEM} or person_id = {ACTOR}", None),
    "notice": (f"{SYSTEM} or person_id = {ACTOR}", None),
    "calendar_link": (f"{SYSTEM} or person_id = {ACTOR}", None),
    # Whoever posts a doctor moves that doctor's grants, and gives nobody else any.
    "role_grant": (
        WALL["role_grant"][0],
        f"""{WALL["role_grant"][1]} or (role in ('specialist', 'dept_head', 'station_doctor') and exists (
            select 1 from rotation r where r.person_id = role_grant.person_id and {over("posting", "r.hospital_id")}))""",
    ),
    "consult": (WALL["consult"][0], f"{SYSTEM} or {AT_STATION} or {ids('hospital_id', 'hospitals')} or {ASKED}"),
}


def upgrade() -> None:
    op.create_table(
        "absence",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("hospital_id", sa.Uuid(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("absence_hours_check")),
        sa.ForeignKeyConstraint(["hospital_id"], ["facility.id"], name=op.f("absence_hospital_id_fkey")),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("absence_made_by_fkey")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("absence_person_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("absence_pkey")),
    )
    op.create_index(op.f("absence_hospital_id_ends_at_idx"), "absence", ["hospital_id", "ends_at"], unique=False)
    op.create_index(op.f("absence_person_id_ends_at_idx"), "absence", ["person_id", "ends_at"], unique=False)
    op.create_table(
        "calendar_link",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("secret_hash", sa.LargeBinary(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("hospital_id", sa.Uuid(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["hospital_id"], ["facility.id"], name=op.f("calendar_link_hospital_id_fkey")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("calendar_link_person_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("calendar_link_pkey")),
        sa.UniqueConstraint("secret_hash", name=op.f("calendar_link_secret_hash_key")),
    )
    op.create_index(op.f("calendar_link_person_id_idx"), "calendar_link", ["person_id"], unique=False)
    op.create_table(
        "delivery",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("about", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("state", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("delivered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.String(length=32, collation="C"), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("delivery_person_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("delivery_pkey")),
    )
    op.create_index("delivery_about", "delivery", ["about", "person_id", "channel"], unique=True)
    op.create_table(
        "draft_shift",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("hospital_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("specialty", sa.String(), nullable=True),
        sa.Column("tier", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("ends_at <= starts_at + interval '72 hours'", name=op.f("draft_shift_length_check")),
        sa.CheckConstraint("specialty is not null or tier = 'leader'", name=op.f("draft_shift_specialty_check")),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("draft_shift_hours_check")),
        sa.ForeignKeyConstraint(["hospital_id"], ["facility.id"], name=op.f("draft_shift_hospital_id_fkey")),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("draft_shift_made_by_fkey")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("draft_shift_person_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("draft_shift_pkey")),
    )
    op.create_index(
        op.f("draft_shift_hospital_id_starts_at_idx"), "draft_shift", ["hospital_id", "starts_at"], unique=False
    )
    op.create_table(
        "ladder_plan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("hospital_id", sa.Uuid(), nullable=False),
        sa.Column("specialty", sa.String(length=32, collation="C"), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("steps", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("options", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["hospital_id"], ["facility.id"], name=op.f("ladder_plan_hospital_id_fkey")),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("ladder_plan_made_by_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("ladder_plan_pkey")),
        info={"app_may": "select, insert"},
    )
    op.create_index(
        "ladder_plan_number",
        "ladder_plan",
        ["hospital_id", "specialty", "number"],
        unique=True,
        postgresql_nulls_not_distinct=True,
    )
    op.create_table(
        "notice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("about", sa.Uuid(), nullable=True),
        sa.Column("params", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("once", sa.String(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("notice_person_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("notice_pkey")),
    )
    op.create_index("notice_once", "notice", ["person_id", "once"], unique=True)
    op.create_index(op.f("notice_person_id_made_at_idx"), "notice", ["person_id", "made_at"], unique=False)
    op.create_table(
        "push_subscription",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("endpoint", sa.String(), nullable=False),
        sa.Column("p256dh", sa.String(), nullable=False),
        sa.Column("auth", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("worked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("gone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("push_subscription_person_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("push_subscription_pkey")),
        sa.UniqueConstraint("endpoint", name=op.f("push_subscription_endpoint_key")),
    )
    op.create_index(op.f("push_subscription_person_id_idx"), "push_subscription", ["person_id"], unique=False)
    op.create_table(
        "reach",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("works", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("reach_person_id_fkey")),
        sa.PrimaryKeyConstraint("person_id", "channel", name=op.f("reach_pkey")),
    )
    op.create_table(
        "roster_pattern",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("hospital_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("specialty", sa.String(), nullable=True),
        sa.Column("tier", sa.String(), nullable=False),
        sa.Column("weekdays", sa.ARRAY(sa.SmallInteger()), nullable=False),
        sa.Column("days", sa.String(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("length", sa.Interval(), nullable=False),
        sa.Column("people", sa.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("turn", sa.String(), nullable=False),
        sa.Column("anchor", sa.Date(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["hospital_id"], ["facility.id"], name=op.f("roster_pattern_hospital_id_fkey")),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("roster_pattern_made_by_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("roster_pattern_pkey")),
    )
    op.create_index(op.f("roster_pattern_hospital_id_idx"), "roster_pattern", ["hospital_id"], unique=False)
    op.create_table(
        "roster_version",
        sa.Column("hospital_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["hospital_id"], ["facility.id"], name=op.f("roster_version_hospital_id_fkey")),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("roster_version_made_by_fkey")),
        sa.PrimaryKeyConstraint("hospital_id", "number", name=op.f("roster_version_pkey")),
    )
    op.create_index(
        op.f("roster_version_hospital_id_made_at_idx"), "roster_version", ["hospital_id", "made_at"], unique=False
    )
    op.create_table(
        "rotation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("hospital_id", sa.Uuid(), nullable=False),
        sa.Column("station_id", sa.Uuid(), nullable=False),
        sa.Column("decision_no", sa.String(), nullable=False),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("planned_ends_on", sa.Date(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("purpose_note", sa.Text(), nullable=False),
        sa.Column("hours", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("extension_no", sa.String(), nullable=True),
        sa.Column("end_reason", sa.String(), nullable=True),
        sa.Column("end_decision_no", sa.String(), nullable=True),
        sa.Column("ended_by", sa.Uuid(), nullable=True),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("starts_on <= ends_on", name=op.f("rotation_days_check")),
        sa.ForeignKeyConstraint(["ended_by"], ["person.id"], name=op.f("rotation_ended_by_fkey")),
        sa.ForeignKeyConstraint(["hospital_id"], ["facility.id"], name=op.f("rotation_hospital_id_fkey")),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("rotation_made_by_fkey")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("rotation_person_id_fkey")),
        sa.ForeignKeyConstraint(["station_id"], ["facility.id"], name=op.f("rotation_station_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("rotation_pkey")),
    )
    op.create_index(op.f("rotation_hospital_id_ends_on_idx"), "rotation", ["hospital_id", "ends_on"], unique=False)
    op.create_index(op.f("rotation_person_id_ends_on_idx"), "rotation", ["person_id", "ends_on"], unique=False)
    op.create_index(op.f("rotation_station_id_starts_on_idx"), "rotation", ["station_id", "starts_on"], unique=False)
    op.create_table(
        "draft_removal",
        sa.Column("shift_id", sa.Uuid(), nullable=False),
        sa.Column("hospital_id", sa.Uuid(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["hospital_id"], ["facility.id"], name=op.f("draft_removal_hospital_id_fkey")),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("draft_removal_made_by_fkey")),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("draft_removal_shift_id_fkey")),
        sa.PrimaryKeyConstraint("shift_id", name=op.f("draft_removal_pkey")),
    )
    op.create_index(op.f("draft_removal_hospital_id_idx"), "draft_removal", ["hospital_id"], unique=False)
    op.create_table(
        "swap",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("hospital_id", sa.Uuid(), nullable=False),
        sa.Column("give_id", sa.Uuid(), nullable=False),
        sa.Column("take_id", sa.Uuid(), nullable=True),
        sa.Column("proposed_by", sa.Uuid(), nullable=False),
        sa.Column("proposed_to", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer_reason", sa.Text(), server_default="", nullable=False),
        sa.Column("judged_by", sa.Uuid(), nullable=True),
        sa.Column("judged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("judged_reason", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("undone_by", sa.Uuid(), nullable=True),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_reason", sa.Text(), server_default="", nullable=False),
        sa.Column("undone_version", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["give_id"], ["shift.id"], name=op.f("swap_give_id_fkey")),
        sa.ForeignKeyConstraint(["hospital_id"], ["facility.id"], name=op.f("swap_hospital_id_fkey")),
        sa.ForeignKeyConstraint(["judged_by"], ["person.id"], name=op.f("swap_judged_by_fkey")),
        sa.ForeignKeyConstraint(["proposed_by"], ["person.id"], name=op.f("swap_proposed_by_fkey")),
        sa.ForeignKeyConstraint(["proposed_to"], ["person.id"], name=op.f("swap_proposed_to_fkey")),
        sa.ForeignKeyConstraint(["take_id"], ["shift.id"], name=op.f("swap_take_id_fkey")),
        sa.ForeignKeyConstraint(["undone_by"], ["person.id"], name=op.f("swap_undone_by_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("swap_pkey")),
    )
    op.create_index(op.f("swap_give_id_idx"), "swap", ["give_id"], unique=False)
    op.create_index(op.f("swap_hospital_id_state_idx"), "swap", ["hospital_id", "state"], unique=False)
    op.create_index(op.f("swap_take_id_idx"), "swap", ["take_id"], unique=False)
    op.create_table(
        "handover",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("consult_id", sa.Uuid(), nullable=False),
        sa.Column("from_id", sa.Uuid(), nullable=False),
        sa.Column("to_id", sa.Uuid(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("offered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer_words", sa.Text(), server_default="", nullable=False),
        sa.Column("from_shift_id", sa.Uuid(), nullable=True),
        sa.Column("to_shift_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["consult_id"], ["consult.id"], name=op.f("handover_consult_id_fkey")),
        sa.ForeignKeyConstraint(["from_id"], ["person.id"], name=op.f("handover_from_id_fkey")),
        sa.ForeignKeyConstraint(["from_shift_id"], ["shift.id"], name=op.f("handover_from_shift_id_fkey")),
        sa.ForeignKeyConstraint(["to_id"], ["person.id"], name=op.f("handover_to_id_fkey")),
        sa.ForeignKeyConstraint(["to_shift_id"], ["shift.id"], name=op.f("handover_to_shift_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("handover_pkey")),
    )
    op.create_index(op.f("handover_consult_id_idx"), "handover", ["consult_id"], unique=False)
    op.create_index(
        "handover_one_open", "handover", ["consult_id"], unique=True, postgresql_where=sa.text("state = 'offered'")
    )
    op.add_column("assignment", sa.Column("rank", sa.SmallInteger(), server_default="1", nullable=False))
    op.add_column("consult", sa.Column("ladder_id", sa.Uuid(), nullable=True))
    op.add_column("consult", sa.Column("practice", sa.Boolean(), server_default="false", nullable=False))
    op.add_column("consult", sa.Column("rotation_id", sa.Uuid(), nullable=True))
    op.add_column("consult", sa.Column("answering_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("consult_ladder_id_fkey"), "consult", "ladder_plan", ["ladder_id"], ["id"])
    op.create_foreign_key(op.f("consult_rotation_id_fkey"), "consult", "rotation", ["rotation_id"], ["id"])
    op.create_foreign_key(op.f("consult_answering_id_fkey"), "consult", "facility", ["answering_id"], ["id"])
    op.add_column("person", sa.Column("duty_phone", sa.String(), nullable=True))
    op.create_index("ring_user_started", "ring", ["user_id", "started_at"], unique=False)
    op.add_column("ring", sa.Column("hospital_id", sa.Uuid(), nullable=True))
    op.add_column("ring", sa.Column("ladder_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("ring_ladder_id_fkey"), "ring", "ladder_plan", ["ladder_id"], ["id"])
    op.create_foreign_key(op.f("ring_hospital_id_fkey"), "ring", "facility", ["hospital_id"], ["id"])
    op.add_column("role_grant", sa.Column("continues", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("role_grant_continues_fkey"), "role_grant", "role_grant", ["continues"], ["id"])
    op.create_index(op.f("role_grant_source_id_idx"), "role_grant", ["source_id"], unique=False)
    op.create_index("ring_shift", "ring", ["shift_id"], unique=False)
    op.create_index("shift_ahead", "shift", ["ends_at"], postgresql_where=sa.text("state in ('planned', 'confirmed')"))
    op.add_column("shift", sa.Column("ended_version", sa.Integer(), nullable=True))
    op.add_column("shift", sa.Column("armed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("shift", sa.Column("replaces", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("shift_replaces_fkey"), "shift", "shift", ["replaces"], ["id"])
    op.create_check_constraint(op.f("shift_length_check"), "shift", "ends_at <= starts_at + interval '72 hours'")
    op.create_check_constraint(op.f("assignment_rank_check"), "assignment", "rank in (1, 2)")
    for statement in (*PERIODS, *FILLED):
        op.execute(statement)
    for table, (using, check) in NEW_WALL.items():
        for statement in wall.enable(table, using, check):
            op.execute(statement)


def downgrade() -> None:
    for table in NEW_WALL:
        for statement in wall.disable(table):
            op.execute(statement)
    for table in ("consult", "role_grant"):
        for statement in wall.enable(table, *WALL[table]):
            op.execute(statement)
    for statement in ONE_HOSPITAL:
        op.execute(statement)
    op.drop_constraint(op.f("assignment_rank_check"), "assignment", type_="check")
    op.drop_constraint(op.f("shift_length_check"), "shift", type_="check")
    op.drop_constraint(op.f("shift_replaces_fkey"), "shift", type_="foreignkey")
    op.drop_column("shift", "replaces")
    op.drop_column("shift", "armed_at")
    op.drop_column("shift", "ended_version")
    op.drop_constraint(op.f("ring_hospital_id_fkey"), "ring", type_="foreignkey")
    op.drop_constraint(op.f("ring_ladder_id_fkey"), "ring", type_="foreignkey")
    op.drop_index("shift_ahead", table_name="shift")
    op.drop_index("ring_shift", table_name="ring")
    op.drop_index("ring_user_started", table_name="ring")
    op.drop_column("ring", "ladder_id")
    op.drop_column("ring", "hospital_id")
    op.drop_index(op.f("role_grant_source_id_idx"), table_name="role_grant")
    op.drop_constraint(op.f("role_grant_continues_fkey"), "role_grant", type_="foreignkey")
    op.drop_column("role_grant", "continues")
    op.drop_column("person", "duty_phone")
    op.drop_constraint(op.f("consult_answering_id_fkey"), "consult", type_="foreignkey")
    op.drop_constraint(op.f("consult_rotation_id_fkey"), "consult", type_="foreignkey")
    op.drop_constraint(op.f("consult_ladder_id_fkey"), "consult", type_="foreignkey")
    op.drop_column("consult", "answering_id")
    op.drop_column("consult", "rotation_id")
    op.drop_column("consult", "practice")
    op.drop_column("consult", "ladder_id")
    op.drop_column("assignment", "rank")
    op.drop_index("handover_one_open", table_name="handover", postgresql_where=sa.text("state = 'offered'"))
    op.drop_index(op.f("handover_consult_id_idx"), table_name="handover")
    op.drop_table("handover")
    op.drop_index(op.f("swap_take_id_idx"), table_name="swap")
    op.drop_index(op.f("swap_hospital_id_state_idx"), table_name="swap")
    op.drop_index(op.f("swap_give_id_idx"), table_name="swap")
    op.drop_table("swap")
    op.drop_index(op.f("draft_removal_hospital_id_idx"), table_name="draft_removal")
    op.drop_table("draft_removal")
    op.drop_index(op.f("rotation_station_id_starts_on_idx"), table_name="rotation")
    op.drop_index(op.f("rotation_person_id_ends_on_idx"), table_name="rotation")
    op.drop_index(op.f("rotation_hospital_id_ends_on_idx"), table_name="rotation")
    op.drop_table("rotation")
    op.drop_index(op.f("roster_version_hospital_id_made_at_idx"), table_name="roster_version")
    op.drop_table("roster_version")
    op.drop_index(op.f("roster_pattern_hospital_id_idx"), table_name="roster_pattern")
    op.drop_table("roster_pattern")
    op.drop_table("reach")
    op.drop_index(op.f("push_subscription_person_id_idx"), table_name="push_subscription")
    op.drop_table("push_subscription")
    op.drop_index(op.f("notice_person_id_made_at_idx"), table_name="notice")
    op.drop_index("notice_once", table_name="notice")
    op.drop_table("notice")
    op.drop_index("ladder_plan_number", table_name="ladder_plan", postgresql_nulls_not_distinct=True)
    op.drop_table("ladder_plan")
    op.drop_index(op.f("draft_shift_hospital_id_starts_at_idx"), table_name="draft_shift")
    op.drop_table("draft_shift")
    op.drop_index("delivery_about", table_name="delivery")
    op.drop_table("delivery")
    op.drop_index(op.f("calendar_link_person_id_idx"), table_name="calendar_link")
    op.drop_table("calendar_link")
    op.drop_index(op.f("absence_person_id_ends_at_idx"), table_name="absence")
    op.drop_index(op.f("absence_hospital_id_ends_at_idx"), table_name="absence")
    op.drop_table("absence")
