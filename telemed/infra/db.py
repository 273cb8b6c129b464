"""The door to PostgreSQL: every transaction says who acts, and the wall (`infra/wall.py`) believes only that."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from sqlalchemy import URL, CursorResult, Executable, Row, make_url, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from telemed.infra.bell import Bell
from telemed.infra.scope import PAST_CASES_FOR, SCOPE, scope_of
from telemed.infra.tables import metadata
from telemed.kernel.actor import Actor
from telemed.kernel.clock import Clock, SystemClock
from telemed.kernel.errors import OtherBody

AnyRow: TypeAlias = Row[*tuple[Any, ...]]
AnyResult: TypeAlias = CursorResult[*tuple[Any, ...]]
Parameters: TypeAlias = Mapping[str, Any] | Sequence[Mapping[str, Any]]

_WHO = text("select " + ", ".join(f"set_config('telemed.{name}', :{name}, true)" for name in SCOPE))
"""One round trip at the start of a transaction tells the wall who acts and what that person may see."""

_SESSION = {
    "application_name": "telemed",
    "timezone": "UTC",
    "jit": "off",  # our queries are short: compiling one takes longer than running it
    "idle_in_transaction_session_timeout": "60s",  # a hung process must not keep a consult's row locked
}


class Tx:
    """One open transaction of one actor."""

    def __init__(self, connection: AsyncConnection, actor: Actor, at: datetime, past_since: datetime) -> None:
        self._connection = connection
        self.actor = actor
        self.at = at
        """When it began, by the one clock."""
        self.past_since = past_since
        """Who answered a case that was closed after this may still open it."""

    async def execute(self, statement: Executable, parameters: Parameters | None = None) -> AnyResult:
        return await self._connection.execute(statement, parameters)

    async def one(self, statement: Executable, parameters: Parameters | None = None) -> AnyRow:
        return (await self.execute(statement, parameters)).one()

    async def first(self, statement: Executable, parameters: Parameters | None = None) -> AnyRow | None:
        return (await self.execute(statement, parameters)).first()

    async def all(self, statement: Executable, parameters: Parameters | None = None) -> Sequence[AnyRow]:
        return (await self.execute(statement, parameters)).all()

    async def scalar(self, statement: Executable, parameters: Parameters | None = None) -> Any:
        """The first column of the first row, or None."""
        return (await self.execute(statement, parameters)).scalar()

    @asynccontextmanager
    async def seeing_all(self, reason: str) -> AsyncIterator[None]:
        """For a look at what the actor's own wall hides and a decision needs; nothing of it may be shown to them."""
        await self.execute(_WHO, scope_of(Actor.system(reason), self.past_since))
        yield
        await self.execute(_WHO, scope_of(self.actor, self.past_since))  # after a failure nothing runs here any more

    @asynccontextmanager
    async def savepoint(self) -> AsyncIterator[None]:
        """What fails within is undone alone, and the transaction goes on; the error goes up to the caller."""
        async with self._connection.begin_nested():
            yield


class Database:
    """A pool of connections as one role. Nothing is opened before the first transaction."""

    def __init__(
        self,
        url: str | URL,
        *,
        clock: Clock | None = None,
        pool_size: int = 10,
        past_cases_for: timedelta = PAST_CASES_FOR,
    ) -> None:
        self._url, self._past_cases_for = full_url(url), past_cases_for
        self._clock = clock or SystemClock()
        self._engine = create_async_engine(
            self._url,
            pool_size=pool_size,
            max_overflow=0,
            pool_timeout=10,
            pool_pre_ping=True,  # a PostgreSQL that was restarted costs nobody an error
            hide_parameters=True,  # an error's text may be logged; what a doctor typed may not
            connect_args={"timeout": 10, "command_timeout": 60, "server_settings": _SESSION},
        )

    @asynccontextmanager
    async def transaction(self, actor: Actor) -> AsyncIterator[Tx]:
        """Commits when the block ends, rolls back when it raises.

        Raises:
            OtherBody: a row was to be written under an id that another one has.
        """
        try:
            async with self._engine.begin() as connection:
                now = self._clock.now()
                past_since = now - self._past_cases_for
                await connection.execute(_WHO, scope_of(actor, past_since))
                yield Tx(connection, actor, now, past_since)
        except IntegrityError as error:
            if _id_taken(error):
                raise OtherBody from error  # `first_time` knows who used an id, but not rows older than what it keeps
            raise

    async def answers(self) -> bool:
        """Whether a question gets its answer: for `/readyz`."""
        async with self._engine.connect() as connection:
            return bool((await connection.execute(text("select true"))).scalar())

    def bell(self, channel: str) -> Bell:
        """Something a loop can wait on until another transaction notifies `channel`."""
        return Bell(driver_url(self._url), channel)

    async def close(self) -> None:
        await self._engine.dispose()


def full_url(url: str | URL) -> URL:
    """`postgres://`, `postgresql://` and `postgresql+asyncpg://` all mean the one driver we use."""
    return make_url(url).set(drivername="postgresql+asyncpg")


def driver_url(url: str | URL) -> str:
    """The same address as asyncpg itself reads it."""
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def violated(error: IntegrityError) -> str | None:
    """The name of the constraint that refused, for the store to turn into a DomainError."""
    name: str | None = getattr(getattr(error.orig, "__cause__", None), "constraint_name", None)
    return name


def _id_taken(error: IntegrityError) -> bool:
    """Whether what refused is the primary key of a table whose rows are known by an `id`, which whoever asks makes."""
    name = violated(error) or ""
    table = metadata.tables.get(name.removesuffix("_pkey"))
    return table is not None and name != table.name and table.primary_key.columns.keys() == ["id"]
