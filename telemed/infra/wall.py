"""The wall behind policy: row-level security keyed to each transaction's actor, for a role that cannot step over it.

`policy.py` decides with a reason; this stands there for the day when somebody forgot to ask. It guards against faults
of ours, not against someone who already runs SQL as the application.
"""

import re
from collections.abc import Collection, Iterator

from sqlalchemy import MetaData, text

from telemed.infra.db import Tx
from telemed.infra.tables import APP_MAY, EVERYTHING

OWNER = "telemed_owner"
"""Owns every table and nothing else; migrations run as this role."""
APP = "telemed_app"
"""The program itself. Owns nothing, cannot bypass row-level security."""

FUNCTIONS = (
    """create or replace function telemed_is_system() returns boolean language sql stable parallel safe
    as $$ select coalesce(current_setting('telemed.system', true), '') = 'on' $$""",
    """create or replace function telemed_actor() returns uuid language sql stable parallel safe
    as $$ select nullif(current_setting('telemed.actor', true), '')::uuid $$""",
    """create or replace function telemed_ids(what text) returns uuid[] language sql stable parallel safe
    as $$ select coalesce(string_to_array(nullif(current_setting('telemed.' || what, true), ''), ','), '{}')::uuid[]
    $$""",
    """create or replace function telemed_words(what text) returns text[] language sql stable parallel safe
    as $$ select coalesce(string_to_array(nullif(current_setting('telemed.' || what, true), ''), ','), '{}') $$""",
    """create or replace function telemed_past_since() returns timestamptz language sql stable parallel safe
    as $$ select nullif(current_setting('telemed.past_since', true), '')::timestamptz $$""",
    # Only the policies of the first migration call it; they are replaced, but a downgrade brings them back.
    """create or replace function telemed_facilities() returns uuid[] language sql stable parallel safe
    as $$ select telemed_ids('stations') || telemed_ids('hospitals') $$""",
)
"""For policies; the settings they read are those of `infra/scope.py`. Write `(select telemed_is_system())` and
`x = any ((select telemed_ids('stations'))::uuid[])`: a bare call would run once for every row."""

_NAME = re.compile(r"[a-z_][a-z0-9_]*")


def enable(table: str, using: str, check: str | None = None) -> tuple[str, ...]:
    """The statements that wall a table, even for its owner. Who may see a row may write it, unless `check` differs."""
    return (
        f"alter table {_name(table)} enable row level security",
        f"alter table {_name(table)} force row level security",
        f"drop policy if exists wall on {_name(table)}",
        f"create policy wall on {_name(table)} for all using ({using}) with check ({check or using})",
    )


def disable(table: str) -> tuple[str, ...]:
    """For a downgrade, before any table is dropped: policies hold on to the tables they look into."""
    return (
        f"drop policy if exists wall on {_name(table)}",
        f"alter table {_name(table)} no force row level security",
        f"alter table {_name(table)} disable row level security",
    )


def grants(metadata: MetaData, app: str, *, present: Collection[str]) -> Iterator[str]:
    """What the application role may do to the tables present; said after every migration, so none is forgotten."""
    role = f'"{_name(app)}"'
    yield f"grant usage on schema public to {role}"
    for table in metadata.tables.values():
        if table.name not in present:  # the schema was brought to an older state than this code
            continue
        yield f"revoke all on {_name(table.name)} from public, {role}"
        yield f"grant {table.info.get(APP_MAY, EVERYTHING)} on {_name(table.name)} to {role}"


class Unwalled(Exception):
    """The program is connected as a role for which the wall does not stand."""


async def assert_walled(tx: Tx) -> None:
    """Refuse to work as a superuser, with BYPASSRLS, or as (a member of) a role that owns tables.

    Raises:
        Unwalled: the message tells the operator which, and what to do.
    """
    role = await tx.one(
        text(
            """select rolname as name, rolsuper, rolbypassrls, exists (
                 select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                 and pg_has_role(current_user, relowner, 'member')) as owns
               from pg_roles where rolname = current_user"""
        )
    )
    faults = {"is a superuser": role.rolsuper, "has BYPASSRLS": role.rolbypassrls, "owns tables": role.owns}
    if found := [fault for fault, true in faults.items() if true]:
        raise Unwalled(
            f"The application's database role {role.name} {' and '.join(found)}, so row-level security would not hold. "
            f"Let TELEMED_DATABASE_APP_URL name a plain role: create role {APP} login password '...'"
        )


def _name(name: str) -> str:
    """Names come from our own code and settings; this keeps a slip from becoming SQL."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"not a plain lower-case SQL name: {name!r}")
    return name
