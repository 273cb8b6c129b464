"""Who may sign in, and who may see the list of facilities."""

from telemed.identity.model import Person, SignInRefused
from telemed.kernel.actor import Actor
from telemed.kernel.errors import Denied


def require_sign_in(person: Person | None, *, password_right: bool) -> Person:
    """One refusal for an unknown name, a wrong password and a closed account: a stranger learns nothing from it."""
    if person is None or not password_right or not person.active:
        raise SignInRefused
    return person


def require_directory(actor: Actor) -> None:
    """Whoever works anywhere may know the names of facilities; an account without any role may not."""
    if not actor.grants and not actor.is_system:
        raise Denied
