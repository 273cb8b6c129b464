"""The command line: one file per command, each with `add(sub)` for its words and `run(args, settings)` for its work."""

import argparse
import importlib
import pkgutil
import sys
from collections.abc import Mapping, Sequence

from telemed import settings
from telemed.infra import logs


def main(env: Mapping[str, str], argv: Sequence[str]) -> int:
    """Run one command and return the process's exit code; 2 means that it was asked wrongly."""
    parser = argparse.ArgumentParser(prog="telemed", description="Remote consultation for commune health stations.")
    sub = parser.add_subparsers(dest="command", metavar="command", required=True)
    # Loading all of Telemed takes seconds on a small machine: a named command loads only what it needs.
    named = [name for name in _names() if argv and argv[0] == name.replace("_", "-")]
    commands = {name.replace("_", "-"): importlib.import_module(f"{__name__}.{name}") for name in named or _names()}
    for command in commands.values():
        command.add(sub)
    args = parser.parse_args(argv)
    try:
        found = settings.read(env)
    except settings.SettingsError as error:
        print("Telemed cannot start with these settings:", *error.faults, sep="\n  ", file=sys.stderr)
        return 2
    logs.configure(found.log_format)
    return int(commands[args.command].run(args, found) or 0)


def _names() -> list[str]:
    """`seed_demo.py` is the command `seed-demo`; a file that begins with `_` is none."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
