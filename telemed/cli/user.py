"""`telemed user …`: the first administrator, and accounts in an emergency, from the machine itself."""

import asyncio
import sys
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Awaitable, Callable
from datetime import date
from urllib.parse import urlsplit

from pydantic import ValidationError

from telemed.cli import _server
from telemed.identity.service.operator import Link, NotThere, Operator
from telemed.identity.service.second_factors import SecondFactors
from telemed.infra.db import Database
from telemed.kernel.clock import LOCAL, SystemClock
from telemed.kernel.errors import DomainError
from telemed.kernel.values import Profession, Role, Specialty
from telemed.migrations.runner import pending
from telemed.settings import Settings


def add(sub: "_SubParsersAction[ArgumentParser]") -> None:
    user = sub.add_parser("user", help="the first administrator, and accounts in an emergency")
    does = user.add_subparsers(dest="does", metavar="action", required=True)
    new = does.add_parser("add", help="an administrator of all accounts; prints the link that sets the password")
    new.add_argument("username")
    new.add_argument("--name", required=True, help="full name")
    new.add_argument("--title", default="", help="as written before the name, such as BS.")
    new.add_argument("--profession", type=Profession, choices=list(Profession), default=Profession.OFFICER)
    new.add_argument("--province", help="full name of the health department, where there is none yet")
    for name, what in {
        "invite": "print a new link that sets a password; older ones no longer work",
        "enable": "open a closed account again",
        "reset-second-factor": "take away codes, passkeys and recovery codes, and sign out everywhere",
        "sign-out": "end all sign-ins of somebody",
    }.items():
        does.add_parser(name, help=what).add_argument("username")
    close = does.add_parser("disable", help="close an account at once")
    close.add_argument("username")
    close.add_argument("--reason", required=True, help="goes into the audit trail")
    grant = does.add_parser("grant", help="give a role at a facility, from today")
    grant.add_argument("username")
    grant.add_argument("role", type=Role, choices=list(Role))
    grant.add_argument("--at", required=True, metavar="FACILITY", help="its name, short name, prefix, code or id")
    grant.add_argument("--specialty", type=Specialty, choices=list(Specialty))
    grant.add_argument("--until", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the first day without it")
    grant.add_argument("--document", default="", help="number of the decision that gives it")
    does.add_parser("list", help="all accounts, with what they hold today")


def run(args: Namespace, settings: Settings) -> int:
    return asyncio.run(_run(args, settings))


async def _run(args: Namespace, settings: Settings) -> int:
    async with _server.opened(settings) as server:
        if await pending(server.owner_url):
            print("The database is older than this program. Run: telemed migrate", file=sys.stderr)
            return 1
        db = Database(server.app_url)
        try:
            await _ACTIONS[args.does](Operator(db, SecondFactors(settings.data_dir / "keys")), args, settings)
        except DomainError as refused:
            print(refused.title, file=sys.stderr)
            return 1
        except NotThere as fault:
            print(fault, file=sys.stderr)
            return 1
        except ValidationError as faults:  # its own text would repeat what was typed
            named = {"full_name": "name"}
            wrong = sorted({named.get(str(one["loc"][0]), str(one["loc"][0])) for one in faults.errors()})
            print(f"Not acceptable: {', '.join(wrong)}.", file=sys.stderr)
            return 1
        finally:
            await db.close()
    return 0


async def _add(operator: Operator, args: Namespace, settings: Settings) -> None:
    link = await operator.add_administrator(
        args.username, args.name, title=args.title, profession=args.profession, province=args.province
    )
    _print(link, settings)


async def _invite(operator: Operator, args: Namespace, settings: Settings) -> None:
    _print(await operator.invite(args.username), settings)


async def _disable(operator: Operator, args: Namespace, _: Settings) -> None:
    await operator.disable(args.username, args.reason)
    print("Closed.")


async def _enable(operator: Operator, args: Namespace, _: Settings) -> None:
    await operator.enable(args.username)
    print("Open.")


async def _reset(operator: Operator, args: Namespace, _: Settings) -> None:
    await operator.reset_second_factor(args.username)
    print("The password alone is asked for now. A new second factor should be set up at the next sign-in.")


async def _sign_out(operator: Operator, args: Namespace, _: Settings) -> None:
    print(f"Sign-ins ended: {await operator.sign_out(args.username)}.")


async def _grant(operator: Operator, args: Namespace, _: Settings) -> None:
    await operator.give(
        args.username, args.role, args.at, specialty=args.specialty, until=args.until, document=args.document
    )
    print("Given.")


async def _list(operator: Operator, _: Namespace, __: Settings) -> None:
    people, places = await operator.everybody()
    now = SystemClock().now()
    today = now.astimezone(LOCAL).date()
    for one in people:
        held = sorted(f"{grant.role} @ {places[grant.facility].short_name}" for grant in one.live(today))
        print(f"{one.person.username:24} {one.status(now, today):20} {', '.join(held)}")


_ACTIONS: dict[str, Callable[[Operator, Namespace, Settings], Awaitable[None]]] = {
    "add": _add,
    "invite": _invite,
    "disable": _disable,
    "enable": _enable,
    "reset-second-factor": _reset,
    "sign-out": _sign_out,
    "grant": _grant,
    "list": _list,
}


def _print(link: Link, settings: Settings) -> None:
    until = link.expires_at.astimezone(LOCAL)
    print(f"\n  {_origin(settings)}/invite#{link.token}\n")
    print(
        f"  Works once, until {until:%H:%M %d/%m/%Y}. Whoever has it can set the password: hand it to its owner alone."
    )


def _origin(settings: Settings) -> str:
    """The site's first public address, encrypted before plain; else this machine's own."""
    known = sorted(settings.public_origins, key=lambda one: (urlsplit(one).scheme != "https", one))
    return known[0] if known else f"http://localhost:{settings.port}"
