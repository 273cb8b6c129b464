"""What other systems read of us: neutral values of one case, adapters out of them, keys, webhooks, imports."""

from telemed.exchange.bhyt import Spelling, Variant
from telemed.exchange.model_webhooks import Reach
from telemed.exchange.service import Exchange

__all__ = ["Exchange", "Reach", "Spelling", "Variant"]
