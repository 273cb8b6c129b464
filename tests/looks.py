"""One look at a call over a good line: what a test of worse lines changes."""

from typing import Any

from telemed.kernel.values import LinkPath, Rung

CLEAN: dict[str, Any] = {
    "rtt_ms": 90,
    "out_kbps": 400,
    "in_kbps": 380,
    "up_kbps": 600,
    "loss_pct": 0.2,
    "out_loss_pct": 0.1,
    "concealed_pct": 0.1,
    "server_ms": 60,
    "rung": Rung.VIDEO,
    "path": LinkPath.DIRECT,
}
