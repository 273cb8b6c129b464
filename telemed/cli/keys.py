"""`telemed keys`: the keys that sign access tokens and encrypt files; `--new` and `--new-files` add one."""

from argparse import ArgumentParser, Namespace, _SubParsersAction

from telemed.identity import tokens
from telemed.infra import sealing
from telemed.kernel.clock import LOCAL
from telemed.settings import Settings


def add(sub: "_SubParsersAction[ArgumentParser]") -> None:
    command = sub.add_parser("keys", help="list the keys that sign access tokens, or add the next one")
    command.add_argument(
        "--new-files", action="store_true", help="add a key for files; it seals from the next start on"
    )
    command.add_argument("--new", action="store_true", help="add a key; the one before is believed for an hour more")


def run(args: Namespace, settings: Settings) -> int:
    folder = settings.data_dir / "keys"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if args.new:
        tokens.add_key(folder)
    if args.new_files:
        added = sealing.add_key(folder / "files")
        print(f"{added.name} seals files from the next start on. Keep the older ones: they open what they sealed.")
    keys = tokens.keys_in(folder)
    if not keys:
        print("There is no key yet; the server makes one when it first starts.")
    for key in keys:
        signs = "  signs" if key is keys[-1] else ""
        print(f"{key.kid}  since {key.since.astimezone(LOCAL):%Y-%m-%d %H:%M}{signs}")
    return 0
