"""Reaching people who do not look at a page: Web Push, gateways for SMS, Zalo and telephones, and notices."""

from telemed.notify.carriers import OutsideOnly
from telemed.notify.events import NoticeMade
from telemed.notify.model import Gateway, PushRules, sign
from telemed.notify.news import News
from telemed.notify.service import Notify

__all__ = ["Gateway", "News", "NoticeMade", "Notify", "OutsideOnly", "PushRules", "sign"]
