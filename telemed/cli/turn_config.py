"""`telemed turn-config`: the relay's configuration from the settings, for coturn (`docs/operations.md`)."""

import os
import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from pathlib import Path

from telemed.media.turn_config import NoConfiguration, TurnServer, turnserver_conf
from telemed.media.turn_url import BadTurnUrl
from telemed.settings import Settings


def add(sub: "_SubParsersAction[ArgumentParser]") -> None:
    command = sub.add_parser("turn-config", help="print turnserver.conf for coturn; it holds the shared secret")
    command.add_argument("--write", type=Path, metavar="FILE", help="write it there instead, for its owner alone")


def run(args: Namespace, settings: Settings) -> int:
    try:
        text = turnserver_conf(server_of(settings))
    except NoConfiguration as fault:
        print(fault, file=sys.stderr)
        return 1
    except BadTurnUrl as fault:
        print(f"TELEMED_TURN_URLS: {fault} is not like turn:host:3478?transport=udp.", file=sys.stderr)
        return 1
    if args.write is None:
        sys.stdout.write(text)
    else:
        _write(args.write, text)
    return 0


def server_of(settings: Settings) -> TurnServer:
    return TurnServer(
        urls=settings.turn_urls,
        secrets=tuple(filter(None, (settings.turn_secret, settings.turn_old_secret))),
        listen=settings.turn_listen,
        public=settings.turn_public_address,
        certificate=str(settings.turn_certificate) if settings.turn_certificate else None,
        key=str(settings.turn_key) if settings.turn_key else None,
        allowed=settings.turn_allowed_peers,
        user_quota=settings.turn_user_quota,
        total_quota=settings.turn_total_quota,
    )


def _write(path: Path, text: str) -> None:
    """The new file is never readable by others, not for a moment."""
    made = path.with_name(path.name + ".new")
    with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
    made.replace(path)
