"""The live side: sockets, negotiation, news. Nothing above imports it but `app`, which gives it its parts."""

from telemed.signaling.commands import Commands
from telemed.signaling.hub import Hub, Limits
from telemed.signaling.reactions import Reactions
from telemed.signaling.socket import Sockets

__all__ = ["Commands", "Hub", "Limits", "Reactions", "Sockets"]
