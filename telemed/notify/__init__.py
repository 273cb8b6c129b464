"""Reaching people who do not look at a page: Web Push, gateways for SMS, Zalo and telephones, and notices."""

from telemed.notify.events import NoticeMade
from telemed.notify.model import Gateway, PushRules
from telemed.notify.service import Notify

__all__ = ["Gateway", "NoticeMade", "Notify", "PushRules"]
