"""Editions of the minutes, what was read back, by what means they were signed, their seal; corrections of decisions."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from telemed.infra import wall

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

OF_MINUTES = "exists (select 1 from minutes m where m.id = {table}.minutes_id)"
NEW_WALL = {one: OF_MINUTES.format(table=one) for one in ("read_back", "minutes_seal", "minutes_seal_fault")}

# What is signed stays as it is, whatever a fault in the program asks for. The owner of the tables erases, by law alone.
STAYS = """
create function telemed_signed_stays() returns trigger language plpgsql as $$
declare
  owner name := (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid);
  whose uuid;
begin
  if current_user = owner then
    return coalesce(new, old);
  end if;
  if tg_table_name = 'minutes' then
    if old.state = 'signed' and (tg_op = 'DELETE' or new is distinct from old) then
      raise exception 'signed minutes never change';
    end if;
    return coalesce(new, old);
  end if;
  if tg_op = 'UPDATE' and new is not distinct from old then
    return new;
  end if;
  whose := case when tg_op = 'DELETE' then old.minutes_id else new.minutes_id end;
  if exists (select 1 from minutes m where m.id = whose and m.state = 'signed')
     or (tg_op = 'UPDATE' and old.minutes_id is distinct from new.minutes_id) then
    raise exception 'what hangs on signed minutes never changes';
  end if;
  return coalesce(new, old);
end $$
"""
KEPT = {"minutes": "update or delete"} | dict.fromkeys(
    ("minutes_field", "opinion", "signature", "read_back"), "insert or update or delete"
)


def upgrade() -> None:
    op.add_column("minutes", sa.Column("edition", sa.SmallInteger(), server_default="1", nullable=False))
    op.add_column("minutes", sa.Column("corrects_id", sa.Uuid(), nullable=True))
    op.add_column("minutes", sa.Column("previous_hash", sa.String(length=64, collation="C"), nullable=True))
    op.add_column("minutes", sa.Column("correction_reason", sa.Text(), server_default="", nullable=False))
    op.add_column("minutes", sa.Column("corrected_by", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("minutes_corrects_id_fkey"), "minutes", "minutes", ["corrects_id"], ["id"])
    op.create_foreign_key(op.f("minutes_corrected_by_fkey"), "minutes", "person", ["corrected_by"], ["id"])
    op.drop_constraint(op.f("minutes_consult_id_key"), "minutes", type_="unique")
    op.create_unique_constraint(op.f("minutes_consult_id_edition_key"), "minutes", ["consult_id", "edition"])
    op.create_check_constraint(op.f("minutes_corrects_check"), "minutes", "(edition = 1) = (corrects_id is null)")
    op.add_column(
        "signature",
        sa.Column("means", sa.String(length=32, collation="C"), server_default="password", nullable=False),
    )
    op.add_column("signature", sa.Column("evidence", postgresql.JSONB(astext_type=sa.Text()), nullable=True))
    op.create_table(
        "read_back",
        sa.Column("minutes_id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("side", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("read_back_by_fkey")),
        sa.ForeignKeyConstraint(["minutes_id"], ["minutes.id"], name=op.f("read_back_minutes_id_fkey")),
        sa.PrimaryKeyConstraint("minutes_id", "field", "side", "version", name=op.f("read_back_pkey")),
        info={"app_may": "select, insert"},
    )
    op.create_table(
        "minutes_seal",
        sa.Column("minutes_id", sa.Uuid(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(length=64, collation="C"), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("serial", sa.Text(collation="C"), nullable=False),
        sa.Column("sealed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["minutes_id"], ["minutes.id"], name=op.f("minutes_seal_minutes_id_fkey")),
        sa.PrimaryKeyConstraint("minutes_id", name=op.f("minutes_seal_pkey")),
        info={"app_may": "select, insert"},
    )
    op.create_table(
        "minutes_seal_fault",
        sa.Column("minutes_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["minutes_id"], ["minutes.id"], name=op.f("minutes_seal_fault_minutes_id_fkey")),
        sa.PrimaryKeyConstraint("minutes_id", name=op.f("minutes_seal_fault_pkey")),
    )
    op.add_column(
        "decision",
        sa.Column("changes", postgresql.JSONB(astext_type=sa.Text()), server_default="{}", nullable=False),
    )
    op.add_column("decision", sa.Column("died_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("decision", sa.Column("edition", sa.SmallInteger(), server_default="1", nullable=False))
    op.add_column("decision", sa.Column("correction_reason", sa.Text(), server_default="", nullable=False))
    op.drop_constraint(op.f("decision_consult_id_key"), "decision", type_="unique")
    op.create_unique_constraint(op.f("decision_consult_id_edition_key"), "decision", ["consult_id", "edition"])
    for table, using in NEW_WALL.items():
        for statement in wall.enable(table, using):
            op.execute(statement)
    op.execute(STAYS)
    for table, when in KEPT.items():
        op.execute(
            f"create trigger signed_stays before {when} on {table} for each row execute function telemed_signed_stays()"
        )


def downgrade() -> None:
    for table in KEPT:
        op.execute(f"drop trigger signed_stays on {table}")
    op.execute("drop function telemed_signed_stays()")
    for table in NEW_WALL:
        for statement in wall.disable(table):
            op.execute(statement)
    op.drop_constraint(op.f("decision_consult_id_edition_key"), "decision", type_="unique")
    op.create_unique_constraint(op.f("decision_consult_id_key"), "decision", ["consult_id"])
    for column in ("correction_reason", "edition", "died_at", "changes"):
        op.drop_column("decision", column)
    op.drop_table("minutes_seal_fault")
    op.drop_table("minutes_seal")
    op.drop_table("read_back")
    for column in ("evidence", "means"):
        op.drop_column("signature", column)
    op.drop_constraint(op.f("minutes_corrects_check"), "minutes", type_="check")
    op.drop_constraint(op.f("minutes_consult_id_edition_key"), "minutes", type_="unique")
    op.create_unique_constraint(op.f("minutes_consult_id_key"), "minutes", ["consult_id"])
    for column in ("corrected_by", "correction_reason", "previous_hash", "corrects_id", "edition"):
        op.drop_column("minutes", column)
