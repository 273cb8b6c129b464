"""How the lines of a call of the past did: a station's sags before it breaks, some evenings it carries voice alone."""

from datetime import datetime, timedelta

from telemed.demo.lived import Lived
from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import UserId
from telemed.kernel.values import LinkPath, Rung
from telemed.sessions import IncidentKind, Look

MEASURED_EVERY = timedelta(seconds=10)


def measure(one: Lived, began: datetime, gap: tuple[datetime, datetime] | None, ends: tuple[UserId, UserId]) -> None:
    """The station's line sags before it breaks, on some evenings all along; the hospital's hardly ever does."""
    rng = one.rng
    evening = 17 <= began.astimezone(LOCAL).hour < 20
    base = rng.randint(45, 160) if evening and rng.random() < 0.7 else rng.randint(180, 620)
    rung = Rung.VIDEO if base > 350 else Rung.LOW_VIDEO if base > 96 else Rung.VOICE
    if rung is not Rung.VIDEO:
        _moves(one, ends[0], began, rung)
    at, sagged = began + timedelta(seconds=10), False
    while at < one.now:
        sagging = gap is not None and gap[0] - timedelta(seconds=80) <= at < gap[0]
        lost = gap is not None and gap[0] <= at <= gap[1]
        if sagging != sagged:
            _moves(one, ends[0], at, Rung.VOICE if sagging else rung)
            sagged = sagging
        share = rng.uniform(0.1, 0.4) if sagging else rng.uniform(0.8, 1.1)
        up, loss = round(base * share), rng.uniform(6, 18) if sagging else rng.uniform(0, 2.2)
        rtt = rng.randint(350, 900) if sagging else rng.randint(60, 190)
        down = rng.randint(280, 420) if rung is not Rung.VOICE else rng.randint(24, 60)
        mine = Rung.VOICE if sagging else rung
        if not lost:
            one.look(ends[0], _look(at, up, down, loss, rtt, mine))
        heard = 0 if lost else up
        one.look(ends[1], _look(at, down, heard, loss / 3, rtt + rng.randint(0, 15), Rung.VIDEO))
        at += MEASURED_EVERY


def _moves(one: Lived, who: UserId, at: datetime, rung: Rung) -> None:
    """The station's side gives way, or comes back."""
    one.tell_of(who, IncidentKind.CAUSE, "" if rung is Rung.VIDEO else "uplink", at)
    one.tell_of(who, IncidentKind.RUNG, rung, at)


def _look(at: datetime, out_kbps: int, in_kbps: int, loss: float, rtt_ms: int, rung: Rung) -> Look:  # noqa: PLR0917
    return Look(
        at=at,
        rtt_ms=rtt_ms,
        jitter_ms=round(rtt_ms / 9),
        delay_ms=40 + round(rtt_ms / 5),
        out_kbps=out_kbps,
        in_kbps=in_kbps,
        up_kbps=round(out_kbps * 1.2),
        loss_pct=round(loss, 1),
        out_loss_pct=round(loss, 1),
        concealed_pct=round(loss / 2, 1),
        server_ms=round(rtt_ms * 0.7),
        kbytes=round((out_kbps + in_kbps) * MEASURED_EVERY.total_seconds() / 8),
        fps=0 if rung is Rung.VOICE else 14,
        freezes=0,
        rung=rung,
        path=LinkPath.DIRECT,
    )
