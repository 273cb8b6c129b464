"""Which of nine causes a call, or a consult that never came to one, is put down to. Derived from facts alone. Pure.

A call is read in steps of five seconds. Each step in which it went badly is put down to one cause; the cause with the
most seconds is the verdict, if they come to ten. Three rules decide whose link it was:

- A line that is gone, or from which no look comes while the other side hears nothing, is to blame.
- Else the side whose own way to the server is slow: media and socket share the same last mile.
- Else the direction that loses: from the station its way up, from the hospital the hospital's link; both at once are
  the station's, whose line is the weaker one (`domain.md` 8).
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from telemed.kernel.values import Rung
from telemed.sessions.black_box import Look, in_order, lasting
from telemed.sessions.calls import Side
from telemed.sessions.incidents import Incident, IncidentKind, is_chosen
from telemed.sessions.model import RingState, State, Why

STEP = timedelta(seconds=5)
ENOUGH = timedelta(seconds=10)
"""Less trouble than this is a call like any other."""
SILENT = timedelta(seconds=12)
"""Two looks in a row that did not come."""
CONNECTING = timedelta(seconds=15)
"""So long media may take to find a way before anybody is to blame."""
TOGETHER = timedelta(seconds=5)
"""Two lines that go within this time went for one reason: what both hang on."""
BAD_PCT, LATE_MS, SLOW_MS, HEARS_KBPS = 5.0, 800, 600, 2
_WITHOUT_PICTURE = frozenset({Rung.VOICE, Rung.TEXT, Rung.PHONE})
_REFUSED = frozenset({"blocked", "insecure"})
_PRESENCE = frozenset({IncidentKind.LINE_LOST, IncidentKind.LINE_BACK, IncidentKind.LEFT})
_TRIED = frozenset({IncidentKind.ICE_RESTART, IncidentKind.REBUILT, IncidentKind.RELAY_ONLY})


class Cause(StrEnum):
    STATION_UPLINK = "station_uplink"
    HOSPITAL_LINK = "hospital_link"
    TURN = "turn"
    """No way for media was found or kept, although both lines stood."""
    SERVER = "server"
    DEVICE = "device"
    PERMISSION = "permission"
    """A browser was not allowed its camera or microphone."""
    NOBODY_ON_DUTY = "nobody_on_duty"
    NOT_ANSWERED = "not_answered"
    ENDED_NORMALLY = "ended_normally"


OF_LINK: Final[dict[Side, Cause]] = {"station": Cause.STATION_UPLINK, "hospital": Cause.HOSPITAL_LINK}
OTHER: Final[dict[Side, Side]] = {"station": "hospital", "hospital": "station"}
SIDES: Final[tuple[Side, ...]] = ("station", "hospital")


@dataclass(frozen=True, slots=True)
class Finding:
    """The cause, on which side if it has one, and the figures it was drawn from: numbers alone, by short names."""

    cause: Cause
    side: Side | None = None
    facts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Heard:
    """A finished call as it was seen: looks and incidents of each side, in any order."""

    opened_at: datetime
    live_at: datetime | None
    ended_at: datetime
    sat: frozenset[Side]
    looks: Mapping[Side, Sequence[Look]]
    incidents: Sequence[Incident]


_Blame = tuple[Cause, Side | None]


def of_call(heard: Heard) -> Finding:
    """The verdict of a call that is over."""
    run = _Run(heard)
    spoilt: Counter[_Blame] = Counter()
    if heard.live_at is not None:
        at = heard.live_at
        while at < heard.ended_at:
            step = min(STEP, heard.ended_at - at)
            if blame := run.blame(at, at + step):
                spoilt[blame] += round(step.total_seconds() * 1000)
            at += step
    facts = _figures(heard, spoilt)
    if heard.live_at is None:
        if blame := run.kept_out():
            return Finding(*blame, facts)
        missing = next((side for side in reversed(SIDES) if side not in heard.sat), None)
        return Finding(Cause.NOT_ANSWERED, missing, facts)
    if spoilt:
        worst, spent = max(spoilt.items(), key=lambda one: (one[1], -_ORDER[one[0][0]], one[0][1] == "station"))
        if spent >= ENOUGH / timedelta(milliseconds=1):
            return Finding(*worst, facts)
    return Finding(Cause.ENDED_NORMALLY, None, facts)


def without_call(
    state: State, rings: Iterable[tuple[RingState, Why | None]], *, answered: bool, overdue: bool, ladder_ended: bool
) -> Finding | None:
    """The verdict of a consult that never came to a call; None: nothing to judge yet, or it was never sent.

    Whoever is rung last, the whole department and the leader, is rung because nobody on duty answered: so they do not
    make a night with an empty roster one that had somebody.
    """
    known = list(rings)
    states = Counter(state for state, _ in known)
    facts = {
        "rung": len(known) - states[RingState.SKIPPED],
        "on_duty": sum(why in {Why.SHIFT, Why.MANUAL} for _, why in known),
        "missed": states[RingState.MISSED],
        "declined": states[RingState.DECLINED],
        "skipped": states[RingState.SKIPPED],
    }
    facts = {name: value for name, value in facts.items() if value}
    if answered or state in {State.CONCLUDED, State.CLOSED}:
        return Finding(Cause.ENDED_NORMALLY, None, facts)
    if not known:
        return None
    failed = ladder_ended or overdue or state in {State.TRANSFERRED, State.EXPIRED}
    if failed or states[RingState.MISSED] or states[RingState.DECLINED] or "rung" not in facts:
        return Finding(Cause.NOT_ANSWERED if "on_duty" in facts else Cause.NOBODY_ON_DUTY, "hospital", facts)
    return Finding(Cause.ENDED_NORMALLY, None, facts) if state is State.CANCELLED else None


_ORDER: Final = {cause: nth for nth, cause in enumerate(Cause)}


class _Run:
    """Who was where, with which fault, on which rung, at each moment of one call."""

    def __init__(self, heard: Heard) -> None:
        self._heard = heard
        self._looks = {side: sorted(heard.looks.get(side, ()), key=lambda look: look.at) for side in SIDES}
        self._told: defaultdict[tuple[str, Side | None], list[Incident]] = defaultdict(list)
        for one in sorted(heard.incidents, key=lambda one: (one.at, one.kind, one.value)):
            self._told["presence" if one.kind in _PRESENCE else one.kind, one.side].append(one)
        self._tries = any(one.kind in _TRIED for one in heard.incidents)
        self._last: Side | None = None

    def blame(self, since: datetime, until: datetime) -> _Blame | None:  # noqa: PLR0911 - one rule a line
        """What one step is put down to; None: it went well, or as somebody wished."""
        lost = {side: self._line_lost(side, until) for side in SIDES}
        if self._server_gone(until, lost):
            return Cause.SERVER, None
        if kept_out := self._device(until):
            return kept_out
        seen = {side: self._in(side, since, until) for side in SIDES}
        for side in SIDES:
            if lost[side] and not self._hears(OTHER[side], seen):
                return self._link(side)
        if any(lost.values()) or any(self._away(side, until) for side in SIDES):
            return None  # it plays on without the socket; or somebody left, by choice
        if way := self._no_way(since, until, seen):
            return way
        # A look holds until the next one: looks do not come to the second.
        held = {side: seen[side] or self._last_look(side, until) for side in SIDES}
        if bad := self._weak(held):
            return self._link(bad)
        return self._without_picture(until, held)

    def kept_out(self) -> _Blame | None:
        """Of a call whose two sides never met: why one of them did not come in, if that was said."""
        if found := self._device(self._heard.ended_at):
            return found
        lost = [side for side in SIDES if self._line_lost(side, self._heard.ended_at)]
        return self._link(lost[0]) if len(lost) == 1 else None

    def _link(self, side: Side) -> _Blame:
        self._last = side
        return OF_LINK[side], side

    def _since(self, kind: str, side: Side | None, until: datetime) -> Incident | None:
        """The last one before that moment; `presence` for whatever says who is there."""
        told = self._told[kind, side]
        before = bisect_left(told, until, key=lambda one: one.at)
        return told[before - 1] if before else None

    def _line_lost(self, side: Side, until: datetime) -> datetime | None:
        last = self._since("presence", side, until)
        return last.at if last and last.kind is IncidentKind.LINE_LOST else None

    def _away(self, side: Side, until: datetime) -> bool:
        last = self._since("presence", side, until)
        return last is not None and last.kind is IncidentKind.LEFT

    def _server_gone(self, until: datetime, lost: dict[Side, datetime | None]) -> bool:
        """Restarted and not everybody is back; or both lines went at once, which only what they share can do."""
        restarted = self._since(IncidentKind.SERVER_RESTARTED, None, until)
        if restarted is not None:
            back = [self._since("presence", side, until) for side in self._heard.sat]
            if any(one is None or one.at <= restarted.at for one in back):
                return True
            if until - restarted.at <= ENOUGH:
                return True  # what it cost before it could write that
        station, hospital = lost["station"], lost["hospital"]
        return station is not None and hospital is not None and abs(station - hospital) <= TOGETHER

    def _device(self, until: datetime) -> _Blame | None:
        for kind in (IncidentKind.MICROPHONE_FAULT, IncidentKind.CAMERA_FAULT):
            for side in SIDES:
                fault = self._since(kind, side, until)
                if fault is not None and fault.value:
                    return (Cause.PERMISSION if fault.value in _REFUSED else Cause.DEVICE), side
        return None

    def _in(self, side: Side, since: datetime, until: datetime) -> list[Look]:
        looks = self._looks[side]
        return looks[_before(looks, since) : _before(looks, until)]

    def _last_look(self, side: Side, until: datetime) -> list[Look]:
        lately = self._in(side, until - SILENT, until)
        return [look for look in lately if look.at == lately[-1].at]

    def _lately(self, side: Side, until: datetime) -> bool:
        return bool(self._in(side, until - SILENT, until))

    @staticmethod
    def _hears(side: Side, seen: dict[Side, list[Look]]) -> bool:
        return any((look.in_kbps or 0) > HEARS_KBPS for look in seen[side])

    def _no_way(self, since: datetime, until: datetime, seen: dict[Side, list[Look]]) -> _Blame | None:
        """Media do not come through. One side silent: its link. Both lines stand: nothing carried them between."""
        silent = [side for side in SIDES if self._looks[side] and not self._lately(side, until)]
        for side in silent:
            other = seen[OTHER[side]]
            if len(silent) == 1 and other and not self._hears(OTHER[side], seen):
                return self._link(side)
        deaf = [side for side in SIDES if seen[side] and not self._hears(side, seen)]
        if len(deaf) == len(SIDES):
            return Cause.TURN, None
        begun = self._heard.live_at or self._heard.opened_at
        back = [one for side in SIDES if (one := self._since("presence", side, until))]
        fresh = since - max([begun, *(one.at for one in back)]) < CONNECTING
        nothing = not any(self._lately(side, until) for side in SIDES)
        return (Cause.TURN, None) if nothing and not fresh and self._tries else None

    @staticmethod
    def _weak(seen: dict[Side, list[Look]]) -> Side | None:
        up = _sends_badly(seen["station"]) or _hears_badly(seen["hospital"])
        down = _sends_badly(seen["hospital"]) or _hears_badly(seen["station"])
        late = any((look.rtt_ms or 0) > LATE_MS for side in SIDES for look in seen[side])
        if not (up or down or late):
            return None
        slow = [side for side in SIDES if any((look.server_ms or 0) > SLOW_MS for look in seen[side])]
        if len(slow) == 1:
            return slow[0]
        return "hospital" if down and not up else "station"

    def _without_picture(self, until: datetime, seen: dict[Side, list[Look]]) -> _Blame | None:
        """Voice alone, not because somebody chose it: the link that was weak goes on being to blame."""
        for side in SIDES:
            if not any(look.rung in _WITHOUT_PICTURE for look in seen[side]):
                continue
            forced = self._since(IncidentKind.FORCED, side, until)
            why = self._since(IncidentKind.CAUSE, side, until)
            if is_chosen(forced, why):
                continue
            match why.value if why is not None else "":
                case "device":
                    return Cause.DEVICE, side
                case "uplink" | "usual":
                    return self._link(side)
                case "downlink":
                    return self._link(OTHER[side])
                case _:
                    return self._link(self._last or "station")
        return None


def _before(looks: Sequence[Look], at: datetime) -> int:
    """How many are older."""
    return bisect_left(looks, at, key=lambda look: look.at)


def _sends_badly(looks: Iterable[Look]) -> bool:
    return any((look.out_loss_pct or 0) >= BAD_PCT for look in looks)


def _hears_badly(looks: Iterable[Look]) -> bool:
    return any((look.concealed_pct or 0) >= BAD_PCT or (look.loss_pct or 0) >= BAD_PCT for look in looks)


def _figures(heard: Heard, spoilt: Counter[_Blame]) -> dict[str, int]:
    facts: Counter[str] = Counter()
    for (cause, _), spent in spoilt.items():
        facts[f"{cause}_s"] += round(spent / 1000)
    if heard.live_at is not None:
        facts["live_s"] = round((heard.ended_at - heard.live_at).total_seconds())
    facts["drops"] = sum(one.kind is IncidentKind.LINE_LOST for one in heard.incidents)
    for side in SIDES:
        looks = heard.looks.get(side, ())
        facts[f"{side}_kbytes"] = sum(look.kbytes or 0 for look in looks)
        voice = [spent for look, spent in lasting(in_order(looks)) if look.rung in _WITHOUT_PICTURE]
        facts[f"{side}_voice_s"] = round(sum(voice))
    return {name: value for name, value in facts.items() if value}
