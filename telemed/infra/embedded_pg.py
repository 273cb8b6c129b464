"""The private PostgreSQL: made on first use, shared by all processes that name its folder, stopped by the last one.

What can be killed leaves nothing to clean up. Who uses the server is known by flock, which the kernel releases; what
`initdb` made is renamed into place only when whole; a `postmaster.pid` is believed only if its process is the one.
"""

import fcntl
import hashlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, Self
from urllib.parse import quote

from telemed.infra import pg_programs
from telemed.infra.kept_secret import kept_secret
from telemed.infra.pg_programs import PgFault

SUPERUSER = "telemed_super"
"""Made by initdb; used to create roles and databases, never by the program's own work."""

HOMES_FOR_ROOT = Path("/var/lib/telemed-pg")
"""Where root's server keeps its files when its own user cannot reach the folder it was given."""

PATIENCE = 120.0
"""Seconds: a start after a crash replays what was not yet on disk."""
SOCKET_PATH_LIMIT = 107 - len("/.s.PGSQL.5432")
LOG_LIMIT = 5_000_000


class EmbeddedPg:
    """One PostgreSQL under `root`, on a private unix socket, with passwords in files only we can read.

    As root the server runs as `postgres` or `nobody`. `durable=False` gives up surviving a power cut, for tests.
    """

    def __init__(self, root: Path, *, pg_bin: Path | None = None, durable: bool = True) -> None:
        self._root = root.resolve()
        self._given, self._durable = pg_bin, durable
        self._use: IO[str] | None = None

    def start(self) -> Self:
        """Start the server, join the one that runs, or bring back one that died. Blocks while it recovers.

        Raises:
            PgFault: with words for the operator.
        """
        self._root.mkdir(parents=True, exist_ok=True)
        with self._alone():
            self._settle()
            if self._use is None:
                self._use = (self._root / "use.lock").open("w")
                fcntl.flock(self._use, fcntl.LOCK_SH)  # never waits: the exclusive one is only taken under `_alone`
            try:
                if not self._data.exists():
                    self._initialise()
                self._bring_up()
            except BaseException:
                self._let_go()
                raise
        return self

    def stop(self) -> bool:
        """Stop using the server, and stop it if nobody else does; whether it was stopped."""
        with self._alone():
            self._let_go()
            with (self._root / "use.lock").open("w") as lock:
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    return False
                self._run("pg_ctl", "-D", self._data, "-w", "-m", "fast", "stop")
                with suppress(OSError):
                    self._sockets.rmdir()
        return True

    def url(self, role: str, database: str) -> str:
        """The address for a role whose password `password()` holds."""
        return f"postgresql+asyncpg://{role}:{self.password(role)}@/{database}?host={quote(str(self._sockets))}"

    def password(self, role: str) -> str:
        """The role's password, made up at the first question."""
        return kept_secret(self._root / f"{role}.password")

    @property
    def postmaster(self) -> int | None:
        """The pid of the server, if it runs."""
        try:
            pid = int((self._data / "postmaster.pid").read_text().split("\n")[0])
            os.kill(pid, 0)
            # After a restart of the machine the number may be somebody else's. Without /proc we have to believe it.
            proc = Path("/proc")
            foreign = (proc / "self").exists() and os.fsencode(self._data) not in (proc / f"{pid}/cmdline").read_bytes()
            return None if foreign else pid
        except (FileNotFoundError, ProcessLookupError, PermissionError, ValueError):
            return None

    def _settle(self) -> None:
        """Decide as whom and where the server runs, and with which programs."""
        home = self._root
        self._user: dict[str, Any] = {}
        found = pg_programs.find(self._given)
        if os.geteuid() == 0:
            self._user = _server_user(self._root / "pgdata")
            if not self._reaches(self._root):
                home = HOMES_FOR_ROOT / _mark(self._root)
                home.mkdir(mode=0o755, parents=True, exist_ok=True)
        self._data = home / "pgdata"
        if self._data.exists() and self._data.stat().st_uid != self._user.get("user", os.geteuid()):
            raise PgFault(f"{self._data} belongs to uid {self._data.stat().st_uid}: run as that user, or as root.")
        self._sockets = home / "run"
        if len(os.fsencode(self._sockets)) > SOCKET_PATH_LIMIT:
            self._sockets = Path("/tmp") / f"telemed-pg-{_mark(self._root)}"  # noqa: S108 - its owner is checked
        self._give(self._sockets)
        self._programs = pg_programs.choose(found, self._data, self._sockets, SUPERUSER)
        if not self._reaches(self._programs["postgres"]):
            self._programs = pg_programs.readable_copy(self._programs, HOMES_FOR_ROOT)

    def _initialise(self) -> None:
        fresh = self._data.with_name("pgdata.new")
        shutil.rmtree(fresh, ignore_errors=True)
        self._give(fresh)
        # Letters beyond ASCII must be letters everywhere: the builtin locale needs nothing of the system.
        locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        with tempfile.NamedTemporaryFile("w", dir=self._sockets) as file:
            file.write(self.password(SUPERUSER) + "\n")
            file.flush()
            if self._user:
                os.chown(file.name, self._user["user"], self._user["group"])
            done = self._run(
                *("initdb", "-D", fresh, "-U", SUPERUSER, "-E", "UTF8", "-A", "scram-sha-256"),
                *(f"--pwfile={file.name}", "--no-instructions", "--lc-messages=C"),
                *(locale if self._programs.major >= 17 else ["--locale=C.UTF-8"]),
                *([] if self._durable else ["--no-sync"]),
            )
        if done.returncode:
            raise PgFault(f"PostgreSQL could not make its data folder {self._data}:\n{done.stdout}")
        fresh.rename(self._data)

    def _bring_up(self) -> None:
        until = time.monotonic() + PATIENCE
        while not self._ready():
            if time.monotonic() > until:
                raise PgFault(f"PostgreSQL in {self._data} runs as process {self.postmaster}, but does not answer.")
            # Somebody who was killed while starting it leaves one on its way; then there is only to wait.
            if self.postmaster is None and self._launch():
                return
            time.sleep(0.05)

    def _launch(self) -> bool:
        """True when it is up; False when the last server's processes are still dying and it is worth trying again."""
        # Left by a dead one. PostgreSQL would believe their number even of a zombie; it still looks at shared memory.
        for claim in (self._data / "postmaster.pid", self._sockets / ".s.PGSQL.5432.lock"):
            claim.unlink(missing_ok=True)
        log = self._data / "server.log"
        if log.exists() and log.stat().st_size > LOG_LIMIT:
            log.rename(log.with_suffix(".log.1"))
        said_before = log.stat().st_size if log.exists() else 0
        options = {
            "listen_addresses": "",
            "unix_socket_directories": str(self._sockets),
            "unix_socket_permissions": "0700",
            "max_connections": "200",
            "timezone": "UTC",
            # A log may hold neither statements nor the rows that broke a constraint: they are about patients.
            "log_min_error_statement": "panic",
            "log_error_verbosity": "terse",
        }
        if not self._durable:
            options |= {"fsync": "off", "full_page_writes": "off"}
        flags = " ".join(f"-c {name}='{value}'" for name, value in options.items())
        done = self._run("pg_ctl", "-D", self._data, "-w", "-t", str(int(PATIENCE)), "-l", log, "-o", flags, "start")
        if done.returncode == 0:
            return True
        said = log.read_bytes()[said_before:].decode(errors="replace") if log.exists() else ""
        if "still in use" in said:
            return False
        raise PgFault(f"PostgreSQL in {self._data} did not start:\n{done.stdout}{said[-2000:]}")

    def _ready(self) -> bool:
        """Only what answers is up: pid files are written early and outlive a crash."""
        with socket.socket(socket.AF_UNIX) as probe:
            try:
                probe.connect(str(self._sockets / ".s.PGSQL.5432"))
                return (self._data / "postmaster.pid").read_text().split("\n")[7].strip() == "ready"
            except (OSError, IndexError):
                return False

    def _run(self, program: str, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
        return self._as_server(self._programs[program], *arguments)

    def _as_server(self, *command: str | Path) -> "subprocess.CompletedProcess[str]":
        # Its own session, so that Ctrl-C stops us and we stop it; a folder any user can stand in.
        return subprocess.run(  # noqa: S603 - no shell, and every word is ours
            command,
            cwd="/",
            env=pg_programs.ENV,
            text=True,
            start_new_session=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            **self._user,
        )

    def _reaches(self, path: Path) -> bool:
        return self._as_server("/bin/sh", "-c", 'test -x "$0"', path).returncode == 0

    def _give(self, folder: Path) -> None:
        """Make a folder only the server's user can open, or refuse one that somebody else made."""
        folder.mkdir(mode=0o700, exist_ok=True)
        owner = folder.lstat().st_uid
        if folder.is_symlink() or owner not in {os.geteuid(), self._user.get("user")}:
            raise PgFault(f"{folder} belongs to uid {owner}: remove it and start again.")
        if self._user:
            os.chown(folder, self._user["user"], self._user["group"])

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with (self._root / "start.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _let_go(self) -> None:
        if self._use is not None:
            self._use.close()
            self._use = None


def _server_user(data: Path) -> dict[str, Any]:
    """Whom root becomes, because PostgreSQL refuses root: the owner of the data, or an account every system has."""
    if data.exists():
        made = data.stat()
        return {"user": made.st_uid, "group": made.st_gid, "extra_groups": []}
    for name in ("postgres", "nobody"):
        try:
            account = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    raise PgFault("PostgreSQL does not run as root, and there is no user `postgres` or `nobody` to run it as.")


def _mark(root: Path) -> str:
    return hashlib.sha256(os.fsencode(root)).hexdigest()[:10]
