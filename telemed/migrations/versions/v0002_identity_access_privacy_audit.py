"""Sign-in, opened cases, care teams, consents, a sealed trail, and the wall anew: long because a schema's step is one."""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from telemed.infra import wall

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


OPEN = "('draft', 'waiting', 'returned', 'accepted', 'scheduled', 'concluded', 'transferred')"
SYSTEM = "(select telemed_is_system())"
ACTOR = "(select telemed_actor())"


def ids(column: str, what: str) -> str:
    return f"{column} = any ((select telemed_ids('{what}'))::uuid[])"


def over(right: str, *facilities: str) -> str:
    """Held over the province, or at one of these facilities."""
    return f"(select telemed_words('{right}')) && (array['*', {', '.join(f'{one}::text' for one in facilities)}])"


DEPARTMENT = "(c.hospital_id::text || '/' || c.specialty) = any ((select telemed_words('{what}'))::text[])"
TREATS = " or ".join(
    [
        ids("c.station_id", "stations"),
        f"({ids('c.station_id', 'stations_open')} and c.state in {OPEN})",
        f"""(c.state <> 'draft' and ({DEPARTMENT.format(what="departments")}
         or ({DEPARTMENT.format(what="departments_open")} and c.state in {OPEN})
         or {ids("c.id", "accesses")}
         or exists (select 1 from care_team t where t.consult_id = c.id and t.person_id = {ACTOR}
                    and (c.state in {OPEN}
                         or (t.answered and coalesce(c.closed_at, c.sent_at) >= (select telemed_past_since()))))))""",
    ]
)
"""Who may know everything of a case `c`, as `telemed/sessions/policy.py: treats` says it."""
MANAGED = f"(c.state <> 'draft' and {ids('c.hospital_id', 'managed')})"
QUEUED = f"(c.state <> 'draft' and c.state in {OPEN} and {ids('c.hospital_id', 'queues')})"
AT_STATION = f"{ids('station_id', 'stations')} or {ids('station_id', 'stations_open')}"

OF_PATIENT = (
    f"""exists (select 1 from consult c where c.patient_id = {{patient}} and c.sharing <> 'withdrawn' and ({TREATS}))"""
)
OF_TREATED = f"exists (select 1 from consult c where c.id = {{table}}.consult_id and ({TREATS}))"
OF_MANAGED = f"exists (select 1 from consult c where c.id = {{table}}.consult_id and {MANAGED})"
OF_CALL = "exists (select 1 from call k where k.id = {table}.call_id)"
OWN = f"""{SYSTEM} or person_id = {ACTOR} or exists (select 1 from person p where p.id = person_id and {over("administered", "p.facility_id")})"""

WALL: dict[str, tuple[str, str | None]] = {
    "consult": (
        f"{SYSTEM} or {' or '.join([TREATS, MANAGED, QUEUED]).replace('c.', 'consult.')}",
        f"{SYSTEM} or {AT_STATION} or {ids('hospital_id', 'hospitals')}",
    ),
    "consent": (f"{SYSTEM} or {OF_TREATED.format(table='consent')}", None),
    "patient": (f"{SYSTEM} or {AT_STATION} or {OF_PATIENT.format(patient='patient.id')}", None),
    "patient_word": (f"{SYSTEM} or {AT_STATION} or {OF_PATIENT.format(patient='patient_word.patient_id')}", None),
    "patient_history": ("exists (select 1 from patient p where p.id = patient_history.patient_id)", None),
    "minutes": (
        f"{SYSTEM} or {OF_TREATED.format(table='minutes')} or (state = 'signed' and {ids('hospital_id', 'managed')})",
        None,
    ),
    "decision": (f"{SYSTEM} or {OF_TREATED.format(table='decision')} or {OF_MANAGED.format(table='decision')}", None),
    "referral": (
        f"""{SYSTEM} or {AT_STATION} or {OF_TREATED.format(table="referral")}
            or (state <> 'draft' and ({ids("to_facility_id", "hospitals")} or {OF_MANAGED.format(table="referral")}))""",
        None,
    ),
    "participant": (OF_CALL.format(table="participant"), None),
    "measurement": (OF_CALL.format(table="measurement"), None),
    "person": (
        f"{SYSTEM} or {ACTOR} is not null",
        f"{SYSTEM} or id = {ACTOR} or {over('administered', 'facility_id')}",
    ),
    "role_grant": (f"{SYSTEM} or {ACTOR} is not null", f"{SYSTEM} or {over('administered', 'facility_id')}"),
    "device": (f"{SYSTEM} or exists (select 1 from device_person d where d.device_id = device.id)", None),
    "device_person": (OWN, None),
    "sign_in": (OWN, None),
    "pin": (OWN, None),
    "totp": (OWN, None),
    "passkey": (OWN, None),
    "recovery_code": (OWN, None),
    "ceremony": (f"{SYSTEM} or person_id = {ACTOR}", None),
    "invitation": (OWN, None),
    "oidc_subject": (OWN, None),
    "refresh_token": (OWN, None),
    "socket_ticket": (OWN, None),
    "case_access": (
        f"{SYSTEM} or person_id = {ACTOR} or {over('audited', 'station_id', 'hospital_id')}",
        f"{SYSTEM} or person_id = {ACTOR}",
    ),
    "access_review": ("exists (select 1 from case_access a where a.id = access_review.access_id)", None),
    "subject_request": (f"{SYSTEM} or {AT_STATION} or {over('audited', 'station_id')}", None),
    "audit": (
        f"{SYSTEM} or actor_id = {ACTOR} or (select telemed_words('audited')) && (array['*'] || facility_ids::text[])",
        f"{SYSTEM} or actor_id = {ACTOR}",
    ),
}
"""For each table who may see a row and, where that differs, who may write one."""

BEFORE = {
    "consult": f"{SYSTEM} or station_id = any ((select telemed_facilities())::uuid[]) or hospital_id = any ((select telemed_facilities())::uuid[])",
    "consent": "exists (select 1 from consult c where c.id = consent.consult_id)",
    "patient": f"{SYSTEM} or station_id = any ((select telemed_facilities())::uuid[]) or exists (select 1 from consult c where c.patient_id = patient.id)",
    "patient_word": f"{SYSTEM} or station_id = any ((select telemed_facilities())::uuid[]) or exists (select 1 from consult c where c.patient_id = patient_word.patient_id)",
    "minutes": "exists (select 1 from consult c where c.id = minutes.consult_id)",
    "decision": "exists (select 1 from consult c where c.id = decision.consult_id)",
    "referral": f"{SYSTEM} or station_id = any ((select telemed_facilities())::uuid[]) or to_facility_id = any ((select telemed_facilities())::uuid[]) or exists (select 1 from consult c where c.id = referral.consult_id)",
}
"""The walls of the first migration, for the way back."""

# What yesterday's rows lack, told from what they have. The owner is walled too: it acts as the system here.
FILLED = (
    "select set_config('telemed.system', 'on', true)",
    """insert into care_team (consult_id, person_id, since, answered)
       select consult_id, person_id, min(since), bool_or(answered) from (
         select consult_id, user_id as person_id, started_at as since, state = 'accepted' as answered
           from ring where user_id is not null
         union all
         select id, specialist_id, coalesce(accepted_at, created_at), true from consult where specialist_id is not null
       ) asked group by consult_id, person_id""",
    """update consult set sharing = case c.ground when 'emergency' then 'emergency' else 'given' end
       from consent c where c.consult_id = consult.id""",
    """update person set facility_id = (
         select g.facility_id from role_grant g where g.person_id = person.id order by g.valid_from, g.id limit 1)""",
    "update person set password_set_at = now(), seen_at = now() where password_hash is not null",
    """insert into sign_in (id, person_id, method, began_at, seen_at)
       select distinct on (family) family, person_id, 'password', signed_in_at, issued_at from refresh_token
       order by family, issued_at desc""",
    "select set_config('telemed.system', '', true)",
)
ENDS_OF = """create or replace function telemed_ends_of(consult uuid) returns uuid[] language plpgsql as $$
  declare
    acting text := coalesce(current_setting('telemed.system', true), '');
    ends uuid[];
  begin
    perform set_config('telemed.system', 'on', true);
    select array[c.station_id, c.hospital_id] into ends from consult c where c.id = telemed_ends_of.consult;
    perform set_config('telemed.system', acting, true);
    return ends;
  end $$"""
"""For the audit trail, whoever acts: a refused look at a case belongs on the list of that case's own officers."""


def upgrade() -> None:
    op.create_table(
        "audit_head",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("n", sa.BIGINT(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("audit_head_pkey")),
        info={"app_may": "select, insert"},
    )
    op.create_table(
        "device",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("secret_hash", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("device_pkey")),
        sa.UniqueConstraint("secret_hash", name=op.f("device_secret_hash_key")),
    )
    op.create_table(
        "audit_seal",
        sa.Column("n", sa.BIGINT(), autoincrement=False, nullable=False),
        sa.Column("audit_id", sa.Uuid(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("audit_seal_pkey")),
        sa.UniqueConstraint("audit_id", name=op.f("audit_seal_audit_id_key")),
        info={"app_may": "select, insert"},
    )
    op.create_table(
        "ceremony",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("ceremony_person_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("ceremony_pkey")),
    )
    op.create_table(
        "device_person",
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("full_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("pin_failures", sa.Integer(), server_default="0", nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["device_id"], ["device.id"], name=op.f("device_person_device_id_fkey")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("device_person_person_id_fkey")),
        sa.PrimaryKeyConstraint("device_id", "person_id", name=op.f("device_person_pkey")),
    )
    op.create_index(op.f("device_person_person_id_idx"), "device_person", ["person_id"], unique=False)
    op.create_table(
        "invitation",
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("invitation_person_id_fkey")),
        sa.PrimaryKeyConstraint("hash", name=op.f("invitation_pkey")),
    )
    op.create_index(op.f("invitation_person_id_idx"), "invitation", ["person_id"], unique=False)
    op.create_table(
        "oidc_subject",
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("linked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("oidc_subject_person_id_fkey")),
        sa.PrimaryKeyConstraint("issuer", "subject", name=op.f("oidc_subject_pkey")),
    )
    op.create_index(op.f("oidc_subject_person_id_idx"), "oidc_subject", ["person_id"], unique=False)
    op.create_table(
        "passkey",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("credential_id", sa.LargeBinary(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("sign_count", sa.BIGINT(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("passkey_person_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("passkey_pkey")),
        sa.UniqueConstraint("credential_id", name=op.f("passkey_credential_id_key")),
    )
    op.create_index(op.f("passkey_person_id_idx"), "passkey", ["person_id"], unique=False)
    op.create_table(
        "patient_history",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("patient_id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.String(length=32, collation="C"), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["changed_by"], ["person.id"], name=op.f("patient_history_changed_by_fkey")),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("patient_history_patient_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("patient_history_pkey")),
    )
    op.create_index(op.f("patient_history_patient_id_idx"), "patient_history", ["patient_id"], unique=False)
    op.create_table(
        "pin",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("pin_person_id_fkey")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pin_pkey")),
    )
    op.create_table(
        "recovery_code",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("recovery_code_person_id_fkey")),
        sa.PrimaryKeyConstraint("person_id", "hash", name=op.f("recovery_code_pkey")),
    )
    op.create_table(
        "sign_in",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=True),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("locked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lock_reason", sa.String(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("end_reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["device_id"], ["device.id"], name=op.f("sign_in_device_id_fkey")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("sign_in_person_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("sign_in_pkey")),
    )
    op.create_index(
        "sign_in_open_idx", "sign_in", ["person_id"], unique=False, postgresql_where=sa.text("ended_at is null")
    )
    op.create_index(op.f("sign_in_person_id_idx"), "sign_in", ["person_id"], unique=False)
    op.create_table(
        "subject_request",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("patient_id", sa.Uuid(), nullable=False),
        sa.Column("station_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_by", sa.Uuid(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("approved_by", sa.Uuid(), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_by", sa.Uuid(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["answered_by"], ["person.id"], name=op.f("subject_request_answered_by_fkey")),
        sa.ForeignKeyConstraint(["approved_by"], ["person.id"], name=op.f("subject_request_approved_by_fkey")),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name=op.f("subject_request_patient_id_fkey")),
        sa.ForeignKeyConstraint(["received_by"], ["person.id"], name=op.f("subject_request_received_by_fkey")),
        sa.ForeignKeyConstraint(["station_id"], ["facility.id"], name=op.f("subject_request_station_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("subject_request_pkey")),
    )
    op.create_index(op.f("subject_request_patient_id_idx"), "subject_request", ["patient_id"], unique=False)
    op.create_index(
        op.f("subject_request_station_id_state_idx"), "subject_request", ["station_id", "state"], unique=False
    )
    op.create_table(
        "totp",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_step", sa.BIGINT(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("totp_person_id_fkey")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("totp_pkey")),
    )
    op.create_table(
        "care_team",
        sa.Column("consult_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["consult_id"], ["consult.id"], name=op.f("care_team_consult_id_fkey")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("care_team_person_id_fkey")),
        sa.PrimaryKeyConstraint("consult_id", "person_id", name=op.f("care_team_pkey")),
    )
    op.create_index(op.f("care_team_person_id_idx"), "care_team", ["person_id"], unique=False)
    op.create_table(
        "case_access",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("consult_id", sa.Uuid(), nullable=False),
        sa.Column("station_id", sa.Uuid(), nullable=False),
        sa.Column("hospital_id", sa.Uuid(), nullable=False),
        sa.Column("ground", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("on_duty", sa.Boolean(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["consult_id"], ["consult.id"], name=op.f("case_access_consult_id_fkey")),
        sa.ForeignKeyConstraint(["hospital_id"], ["facility.id"], name=op.f("case_access_hospital_id_fkey")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("case_access_person_id_fkey")),
        sa.ForeignKeyConstraint(["station_id"], ["facility.id"], name=op.f("case_access_station_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("case_access_pkey")),
    )
    op.create_index(op.f("case_access_person_id_until_at_idx"), "case_access", ["person_id", "until_at"], unique=False)
    op.create_index(op.f("case_access_review_on_idx"), "case_access", ["review_on"], unique=False)
    op.create_table(
        "access_review",
        sa.Column("access_id", sa.Uuid(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("reviewed_by", sa.Uuid(), nullable=False),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("explain_by", sa.Date(), nullable=True),
        sa.Column("explanation", sa.Text(), nullable=True),
        sa.Column("explained_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["access_id"], ["case_access.id"], name=op.f("access_review_access_id_fkey")),
        sa.ForeignKeyConstraint(["reviewed_by"], ["person.id"], name=op.f("access_review_reviewed_by_fkey")),
        sa.PrimaryKeyConstraint("access_id", name=op.f("access_review_pkey")),
    )
    op.add_column("audit", sa.Column("because", sa.String(), nullable=True))
    op.add_column("audit", sa.Column("facility_ids", sa.ARRAY(sa.Uuid()), server_default="{}", nullable=False))
    op.add_column(
        "consent", sa.Column("purpose", sa.String(length=32, collation="C"), server_default="share", nullable=False)
    )
    op.add_column(
        "consent", sa.Column("decision", sa.String(length=32, collation="C"), server_default="given", nullable=False)
    )
    op.add_column("consent", sa.Column("representative", sa.String(length=32, collation="C"), nullable=True))
    op.add_column("consent", sa.Column("relation", sa.Text(), server_default="", nullable=False))
    op.add_column("consent", sa.Column("child_agreed", sa.Boolean(), nullable=True))
    op.add_column("consent", sa.Column("text_sha256", sa.LargeBinary(), nullable=True))
    op.add_column("consent", sa.Column("interpreter", sa.Text(), server_default="", nullable=False))
    op.add_column("consult", sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("consult", sa.Column("labels", sa.ARRAY(sa.String()), server_default="{}", nullable=False))
    op.add_column(
        "consult", sa.Column("sharing", sa.String(length=32, collation="C"), server_default="unasked", nullable=False)
    )
    op.add_column("facility", sa.Column("version", sa.Integer(), server_default="1", nullable=False))
    for table in ("role_grant", "assignment"):
        op.drop_constraint(op.f(f"{table}_days_check"), table, type_="check")
        op.create_check_constraint(op.f(f"{table}_days_check"), table, "valid_from <= valid_to")
    op.add_column("patient", sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("person", sa.Column("facility_id", sa.Uuid(), nullable=True))
    op.add_column(
        "person", sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False)
    )
    op.add_column("person", sa.Column("password_set_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("person", sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("person", sa.Column("disabled_reason", sa.String(), nullable=True))
    op.add_column("person", sa.Column("version", sa.Integer(), server_default="1", nullable=False))
    op.create_index(op.f("person_facility_id_idx"), "person", ["facility_id"], unique=False)
    op.create_foreign_key(op.f("person_facility_id_fkey"), "person", "facility", ["facility_id"], ["id"])
    op.add_column("role_grant", sa.Column("document", sa.String(), nullable=True))
    op.add_column("role_grant", sa.Column("given_by", sa.Uuid(), nullable=True))
    op.create_foreign_key(op.f("role_grant_given_by_fkey"), "role_grant", "person", ["given_by"], ["id"])
    op.add_column("socket_ticket", sa.Column("sign_in_id", sa.Uuid(), nullable=True))
    for statement in FILLED:
        op.execute(statement)
    op.execute(ENDS_OF)
    for table, (using, check) in WALL.items():
        for statement in wall.enable(table, using, check):
            op.execute(statement)


def downgrade() -> None:
    for table in reversed(WALL):
        for statement in wall.disable(table):
            op.execute(statement)
    for table, using in BEFORE.items():
        for statement in wall.enable(table, using):
            op.execute(statement)
    op.execute("drop function telemed_ends_of")
    op.drop_column("socket_ticket", "sign_in_id")
    op.drop_constraint(op.f("role_grant_given_by_fkey"), "role_grant", type_="foreignkey")
    op.drop_column("role_grant", "given_by")
    op.drop_column("role_grant", "document")
    op.drop_constraint(op.f("person_facility_id_fkey"), "person", type_="foreignkey")
    op.drop_index(op.f("person_facility_id_idx"), table_name="person")
    op.drop_column("person", "version")
    op.drop_column("person", "disabled_reason")
    op.drop_column("person", "seen_at")
    op.drop_column("person", "password_set_at")
    op.drop_column("person", "created_at")
    op.drop_column("person", "facility_id")
    op.drop_column("patient", "erased_at")
    for table in ("role_grant", "assignment"):
        op.execute(f"delete from {table} where valid_from = valid_to")  # withdrawn: they never held
        op.drop_constraint(op.f(f"{table}_days_check"), table, type_="check")
        op.create_check_constraint(op.f(f"{table}_days_check"), table, "valid_from < valid_to")
    op.drop_column("facility", "version")
    op.drop_column("consult", "sharing")
    op.drop_column("consult", "labels")
    op.drop_column("consult", "erased_at")
    op.drop_column("consent", "interpreter")
    op.drop_column("consent", "text_sha256")
    op.drop_column("consent", "child_agreed")
    op.drop_column("consent", "relation")
    op.drop_column("consent", "representative")
    op.drop_column("consent", "decision")
    op.drop_column("consent", "purpose")
    op.drop_column("audit", "facility_ids")
    op.drop_column("audit", "because")
    op.drop_table("access_review")
    op.drop_index(op.f("case_access_review_on_idx"), table_name="case_access")
    op.drop_index(op.f("case_access_person_id_until_at_idx"), table_name="case_access")
    op.drop_table("case_access")
    op.drop_index(op.f("care_team_person_id_idx"), table_name="care_team")
    op.drop_table("care_team")
    op.drop_table("totp")
    op.drop_index(op.f("subject_request_station_id_state_idx"), table_name="subject_request")
    op.drop_index(op.f("subject_request_patient_id_idx"), table_name="subject_request")
    op.drop_table("subject_request")
    op.drop_index(op.f("sign_in_person_id_idx"), table_name="sign_in")
    op.drop_index("sign_in_open_idx", table_name="sign_in", postgresql_where=sa.text("ended_at is null"))
    op.drop_table("sign_in")
    op.drop_table("recovery_code")
    op.drop_table("pin")
    op.drop_index(op.f("patient_history_patient_id_idx"), table_name="patient_history")
    op.drop_table("patient_history")
    op.drop_index(op.f("passkey_person_id_idx"), table_name="passkey")
    op.drop_table("passkey")
    op.drop_index(op.f("oidc_subject_person_id_idx"), table_name="oidc_subject")
    op.drop_table("oidc_subject")
    op.drop_index(op.f("invitation_person_id_idx"), table_name="invitation")
    op.drop_table("invitation")
    op.drop_index(op.f("device_person_person_id_idx"), table_name="device_person")
    op.drop_table("device_person")
    op.drop_table("ceremony")
    op.drop_table("audit_seal")
    op.drop_table("device")
    op.drop_table("audit_head")
