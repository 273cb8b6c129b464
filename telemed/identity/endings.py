"""How rights and sign-ins are taken away: within the caller's transaction, and told so that open pages follow."""

from telemed.identity.events import AccountDisabled, RightsChanged, SignInEnded
from telemed.identity.store import sign_ins
from telemed.infra import outbox
from telemed.infra.db import Tx
from telemed.kernel.ids import DeviceId, SignInId, UserId


async def rights_changed(tx: Tx, user: UserId) -> None:
    """A grant was given or ended, or a single case opened or closed for this person: their pages come back fresh."""
    await outbox.publish(tx, RightsChanged(None, user), tx.at)


async def account_disabled(tx: Tx, user: UserId) -> None:
    """The account is closed: every sign-in of it ends. The caller has closed it, and audits that."""
    await end_sign_ins(tx, user, "disabled")
    await outbox.publish(tx, AccountDisabled(None, user), tx.at)


async def end_sign_ins(tx: Tx, user: UserId, reason: str, but: SignInId | None = None) -> int:
    """End all of a person's sign-ins, or all but the one they use; how many there were."""
    going = [sign_in for sign_in, _ in await sign_ins.open_of(tx, user) if sign_in != but]
    await _end(tx, [(sign_in, user) for sign_in in going], reason)
    return len(going)


async def end_sign_in(tx: Tx, sign_in: SignInId, user: UserId, reason: str) -> None:
    await _end(tx, [(sign_in, user)], reason)


async def end_sign_ins_at(tx: Tx, device: DeviceId, reason: str) -> None:
    """Whoever is signed in with that browser: only one person uses it at a time."""
    await _end(tx, await sign_ins.open_at(tx, device), reason)


async def _end(tx: Tx, going: list[tuple[SignInId, UserId]], reason: str) -> None:
    await sign_ins.end(tx, [sign_in for sign_in, _ in going], reason, tx.at)
    await outbox.publish_all(tx, [SignInEnded(None, sign_in, user) for sign_in, user in going], tx.at)
