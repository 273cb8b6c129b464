"""Where the database is: the embedded server or the operator's, and in both the two roles the wall needs."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import asyncpg
import structlog

from telemed.infra.background import Tasks
from telemed.infra.db import driver_url, full_url
from telemed.infra.embedded_pg import SUPERUSER, EmbeddedPg
from telemed.infra.kept_secret import kept_secret
from telemed.infra.pg_programs import OLDEST, PgFault
from telemed.infra.wall import APP, OWNER

log = structlog.get_logger(__name__)

DATABASE = "telemed"
LOOK = 1.0
"""Seconds between two looks at the embedded server."""

Session: TypeAlias = "asyncpg.Connection[asyncpg.Record]"

_FIRST_LOCK = 7_450_116_101
"""Advisory: two processes may find the same thing missing. PostgreSQL releases it with the session."""


@dataclass(frozen=True, slots=True)
class DatabaseServer:
    """The two addresses of one database. They hold passwords, so they are never shown."""

    owner_url: str = field(repr=False)
    app_url: str = field(repr=False)

    @property
    def app_role(self) -> str:
        return full_url(self.app_url).username or APP


@asynccontextmanager
async def database_server(
    data_dir: Path,
    *,
    url: str | None = None,
    app_url: str | None = None,
    pg_bin: Path | None = None,
    durable: bool = True,
) -> AsyncIterator[DatabaseServer]:
    """The database for as long as the block runs: `url` as its owner, or without one the embedded server.

    Raises:
        PgFault: with words for the operator.
    """
    if url is not None:
        yield await _external(data_dir, url, app_url)
        return
    pg = EmbeddedPg(data_dir / "postgres", pg_bin=pg_bin, durable=durable)
    await asyncio.to_thread(pg.start)
    try:
        async with Tasks() as tasks:
            tasks.start(_keep_up(pg), name="postgresql")
            yield await _embedded(pg)
    finally:
        await asyncio.to_thread(pg.stop)


async def _keep_up(pg: EmbeddedPg) -> None:
    """PostgreSQL restarts all its processes but the first: if that one is killed, we do."""
    while True:
        await asyncio.sleep(LOOK)
        if pg.postmaster is None:
            log.error("postgresql_died")
            try:
                await asyncio.to_thread(pg.start)
            except PgFault as fault:
                log.error("postgresql_stays_down", exc_info=fault)


async def prepare(pg: EmbeddedPg, session: Session) -> None:
    """Give a running embedded server the two roles, with the passwords kept beside it."""
    for role in (OWNER, APP):
        await _put_role(session, role, pg.password(role))


async def create_database(session: Session, name: str, template: str = "template0") -> None:
    """A database of the owner's, closed to every role but ours."""
    await session.execute(f"create database {name} owner {OWNER} template {template}")
    await session.execute(f"revoke all on database {name} from public")
    await session.execute(f"grant connect on database {name} to {APP}")


def addresses(pg: EmbeddedPg, database: str) -> DatabaseServer:
    return DatabaseServer(pg.url(OWNER, database), pg.url(APP, database))


async def _embedded(pg: EmbeddedPg) -> DatabaseServer:
    async with superuser(pg) as session:
        await session.execute("select pg_advisory_lock($1)", _FIRST_LOCK)
        await prepare(pg, session)
        if not await session.fetchval("select 1 from pg_database where datname = $1", DATABASE):
            await create_database(session, DATABASE)
    return addresses(pg, DATABASE)


@asynccontextmanager
async def superuser(pg: EmbeddedPg) -> AsyncIterator[Session]:
    """A session as initdb's superuser, for making roles and databases.

    Raises:
        PgFault: the password file is not the one the data was made with.
    """
    try:
        async with _session(pg.url(SUPERUSER, "postgres")) as session:
            yield session
    except asyncpg.InvalidPasswordError:
        raise PgFault(
            f"{SUPERUSER}.password does not open the data beside it: bring back the file of its day."
        ) from None


async def _external(data_dir: Path, url: str, app_url: str | None) -> DatabaseServer:
    owner_url = full_url(url).render_as_string(hide_password=False)
    async with _session(owner_url) as session:
        await session.execute("select pg_advisory_lock($1)", _FIRST_LOCK)
        version = session.get_server_version()
        if version.major < OLDEST:
            raise PgFault(f"TELEMED_DATABASE_URL names PostgreSQL {version.major}; {OLDEST} or newer is needed.")
        if app_url is None:
            app_url = await _app_url(data_dir, owner_url, session)
    return DatabaseServer(owner_url, full_url(app_url).render_as_string(hide_password=False))


async def _app_url(data_dir: Path, owner_url: str, session: Session) -> str:
    file = data_dir / f"{APP}.password"
    new = not await asyncio.to_thread(file.exists)
    password = await asyncio.to_thread(kept_secret, file)
    if new:
        try:
            await _put_role(session, APP, password)
        except asyncpg.InsufficientPrivilegeError:
            await asyncio.to_thread(file.unlink)
            raise PgFault(
                "The role in TELEMED_DATABASE_URL may not create the application's role. Let an administrator run\n"
                f"  create role {APP} login password 'a long random one';\n"
                f"and let TELEMED_DATABASE_APP_URL name it: postgresql://{APP}:password@host/database"
            ) from None
    app_url = full_url(owner_url).set(username=APP, password=password).render_as_string(hide_password=False)
    try:
        async with _session(app_url):
            return app_url
    except asyncpg.InvalidAuthorizationSpecificationError:
        raise PgFault(
            f"The role {APP} refuses the password in {file}. If another Telemed uses the same server, let "
            "TELEMED_DATABASE_APP_URL name a role of its own; otherwise delete that file, and a new password is set."
        ) from None


async def _put_role(session: Session, role: str, password: str) -> None:
    # A role's name and password cannot be parameters. Both are ours: letters, digits, `_` and `-`.
    known = await session.fetchval("select 1 from pg_roles where rolname = $1", role)
    await session.execute(f"{'alter' if known else 'create'} role {role} login password '{password}'")


@asynccontextmanager
async def _session(url: str) -> AsyncIterator[Session]:
    session = await asyncpg.connect(driver_url(url), timeout=10, command_timeout=60)
    try:
        yield session
    finally:
        await session.close(timeout=10)
