"""What a patient's particulars hold, their history, likely twins joined and parted."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from telemed.infra import wall
from telemed.migrations.versions.v0002_identity_access_privacy_audit import AT_STATION, OF_PATIENT, SYSTEM, ids
from telemed.migrations.versions.v0002_identity_access_privacy_audit import WALL as BEFORE

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

CODE = sa.String(length=32, collation="C")
TOLD: dict[str, sa.types.TypeEngine[str]] = {
    "birth_time": CODE,
    "other_id_kind": CODE,
    "other_id": sa.Text(),
    "social_insurance_no": sa.Text(),
    "living_area": CODE,
    "insurance_facility_code": CODE,
    "nationality_code": CODE,
    "phone_owner": sa.Text(),
    "province_code": CODE,
    "legacy_address": sa.Text(),
    "occupation_code": CODE,
    "workplace": sa.Text(),
    "representative_name": sa.Text(),
    "representative_relation": sa.Text(),
    "representative_kind": CODE,
    "representative_id": sa.Text(),
    "representative_phone": sa.Text(),
}
DAYS = ("insurance_valid_from", "insurance_valid_to")

HERE = " or ".join(
    ids(f"{side}_station_id", what) for side in ("gone", "kept") for what in ("stations", "stations_open")
)
OF_EITHER = " or ".join(OF_PATIENT.format(patient=f"patient_merge.{side}_id") for side in ("gone", "kept"))
WALL = {
    "patient_merge": f"{SYSTEM} or {HERE} or {OF_EITHER}",
    # Who may see a record may see the one it was joined with: that one tells who the person is.
    "patient": f"""{SYSTEM} or {AT_STATION} or {OF_PATIENT.format(patient="patient.id")}
        or exists (select 1 from patient_merge g where g.kept_id = patient.id and g.parted_at is null)""",
    "patient_apart": "exists (select 1 from patient p where p.id = patient_apart.first_id)",
}


def upgrade() -> None:
    for name, kind in TOLD.items():
        default = "000" if name == "nationality_code" else ""
        op.add_column("patient", sa.Column(name, kind, server_default=default, nullable=False))
    for name in DAYS:
        op.add_column("patient", sa.Column(name, sa.Date(), nullable=True))
    op.add_column("patient", sa.Column("interpreter_needed", sa.Boolean(), server_default="false", nullable=False))
    op.add_column("patient", sa.Column("merged_into", sa.Uuid(), nullable=True))
    kept = sa.Computed("merged_into is null", persisted=True)
    op.add_column("patient", sa.Column("is_kept", sa.Boolean(), kept, nullable=False))
    op.add_column("patient", sa.Column("into_kept", sa.Boolean(), sa.Computed("true", persisted=True), nullable=False))
    op.create_index(op.f("patient_merged_into_idx"), "patient", ["merged_into"], unique=False)
    op.create_unique_constraint("patient_kept_key", "patient", ["id", "is_kept"])
    op.create_foreign_key(
        "patient_merged_into_fkey", "patient", "patient", ["merged_into", "into_kept"], ["id", "is_kept"]
    )
    op.create_index(
        op.f("patient_word_station_id_word_patient_id_idx"),
        "patient_word",
        ["station_id", "word", "patient_id"],
        unique=False,
    )
    op.create_table(
        "patient_merge",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kept_id", sa.Uuid(), nullable=False),
        sa.Column("gone_id", sa.Uuid(), nullable=False),
        sa.Column("kept_station_id", sa.Uuid(), nullable=False),
        sa.Column("gone_station_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("merged_by", sa.Uuid(), nullable=False),
        sa.Column("merged_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("parted_by", sa.Uuid(), nullable=True),
        sa.Column("parted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("parted_reason", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("kept_id <> gone_id", name=op.f("patient_merge_two_check")),
        sa.ForeignKeyConstraint(["gone_id"], ["patient.id"], name=op.f("patient_merge_gone_id_fkey")),
        sa.ForeignKeyConstraint(["gone_station_id"], ["facility.id"], name=op.f("patient_merge_gone_station_id_fkey")),
        sa.ForeignKeyConstraint(["kept_id"], ["patient.id"], name=op.f("patient_merge_kept_id_fkey")),
        sa.ForeignKeyConstraint(["kept_station_id"], ["facility.id"], name=op.f("patient_merge_kept_station_id_fkey")),
        sa.ForeignKeyConstraint(["merged_by"], ["person.id"], name=op.f("patient_merge_merged_by_fkey")),
        sa.ForeignKeyConstraint(["parted_by"], ["person.id"], name=op.f("patient_merge_parted_by_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("patient_merge_pkey")),
    )
    op.create_index(op.f("patient_merge_kept_id_idx"), "patient_merge", ["kept_id"], unique=False)
    op.create_index(
        "patient_merge_once", "patient_merge", ["gone_id"], unique=True, postgresql_where=sa.text("parted_at is null")
    )
    op.create_table(
        "patient_apart",
        sa.Column("first_id", sa.Uuid(), nullable=False),
        sa.Column("second_id", sa.Uuid(), nullable=False),
        sa.Column("said_by", sa.Uuid(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("first_id < second_id", name=op.f("patient_apart_ordered_check")),
        sa.ForeignKeyConstraint(["first_id"], ["patient.id"], name=op.f("patient_apart_first_id_fkey")),
        sa.ForeignKeyConstraint(["said_by"], ["person.id"], name=op.f("patient_apart_said_by_fkey")),
        sa.ForeignKeyConstraint(["second_id"], ["patient.id"], name=op.f("patient_apart_second_id_fkey")),
        sa.PrimaryKeyConstraint("first_id", "second_id", name=op.f("patient_apart_pkey")),
    )
    op.create_index(op.f("patient_apart_second_id_idx"), "patient_apart", ["second_id"], unique=False)
    op.add_column("referral", sa.Column("kept_patient_id", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("referral_kept_patient_id_fkey"), "referral", "patient", ["kept_patient_id"], ["id"])
    _one_open_referral("coalesce(kept_patient_id, patient_id, consult_id)")
    for table, using in WALL.items():
        for statement in wall.enable(table, using):
            op.execute(statement)


def downgrade() -> None:
    for statement in (*wall.disable("patient_apart"), *wall.enable("patient", BEFORE["patient"][0])):
        op.execute(statement)
    for statement in wall.disable("patient_merge"):
        op.execute(statement)
    _one_open_referral("coalesce(patient_id, consult_id)")
    op.drop_constraint(op.f("referral_kept_patient_id_fkey"), "referral", type_="foreignkey")
    op.drop_column("referral", "kept_patient_id")
    op.drop_index(op.f("patient_apart_second_id_idx"), table_name="patient_apart")
    op.drop_table("patient_apart")
    op.drop_index("patient_merge_once", table_name="patient_merge")
    op.drop_index(op.f("patient_merge_kept_id_idx"), table_name="patient_merge")
    op.drop_table("patient_merge")
    op.drop_index(op.f("patient_word_station_id_word_patient_id_idx"), table_name="patient_word")
    op.drop_constraint("patient_merged_into_fkey", "patient", type_="foreignkey")
    op.drop_constraint("patient_kept_key", "patient", type_="unique")
    op.drop_index(op.f("patient_merged_into_idx"), table_name="patient")
    for name in ("into_kept", "is_kept", "merged_into", "interpreter_needed", *DAYS, *TOLD):
        op.drop_column("patient", name)


def _one_open_referral(patient: str) -> None:
    """One open referral per patient and destination, with another idea of who the patient is."""
    op.drop_index("referral_open_key", table_name="referral")
    op.create_index(
        "referral_open_key",
        "referral",
        [sa.literal_column(patient), "to_facility_id"],
        unique=True,
        postgresql_where="is_open",
    )
