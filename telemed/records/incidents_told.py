"""What section 11 of the minutes begins with: the black box of a case's calls, in words for people to correct. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from telemed.kernel.clock import LOCAL
from telemed.kernel.ids import CallId
from telemed.records import lists
from telemed.records.minutes import Drop
from telemed.sessions import Call, CallState, Cause, Finding, Incident, IncidentKind

LONGEST = 4000
_FAULTS = {IncidentKind.CAMERA_FAULT: "camera", IncidentKind.MICROPHONE_FAULT: "microphone"}
_GONE, _BACK = IncidentKind.LINE_LOST, {IncidentKind.LINE_BACK, IncidentKind.LEFT}


def in_words(
    calls: Sequence[Call],
    told: Mapping[CallId, Sequence[Incident]],
    drops: Sequence[Drop],
    verdicts: Mapping[int, Finding],
) -> str:
    """One line for each thing that happened, by the station's clock; empty where nothing did.

    `told` has each call's incidents by the call's id; `verdicts` what each finished call was put down to, by number.
    """
    known = [one for call in calls for one in told.get(call.id, ())]
    lines = sorted([*_lost(known, drops), *_faults(known)])
    causes = [_cause(verdicts[call.number]) for call in calls if call.number in verdicts and _over(call)]
    return "\n".join([*(line for _, line in lines), *filter(None, causes)])[:LONGEST]


def _over(call: Call) -> bool:
    return call.state is CallState.ENDED


def _lost(known: Iterable[Incident], drops: Iterable[Drop]) -> Iterator[tuple[datetime, str]]:
    """From the black box, which knows the side; the consult's history where there is none."""
    gone: dict[object, Incident] = {}
    seen = False
    for one in known:
        if one.kind is _GONE:
            gone.setdefault(one.user, one)
            seen = True
        elif one.kind in _BACK and (since := gone.pop(one.user, None)):
            yield since.at, _phrase("lost", since.at, one.at, since.side)
    for since in gone.values():
        yield since.at, _phrase("gone", since.at, None, since.side)
    if not seen:
        for drop in drops:
            yield drop.lost_at, _phrase("lost" if drop.back_at else "gone", drop.lost_at, drop.back_at, None)


def _faults(known: Iterable[Incident]) -> Iterator[tuple[datetime, str]]:
    said = set()
    for one in known:
        if one.kind is IncidentKind.SERVER_RESTARTED:
            yield one.at, _phrase("server", one.at, None, None)
        elif (name := _FAULTS.get(one.kind)) and one.value and (name, one.side) not in said:
            said.add((name, one.side))
            yield one.at, _phrase(name, one.at, None, one.side)


def _cause(finding: Finding) -> str:
    words = lists.phrases("incidents")
    if finding.cause is Cause.ENDED_NORMALLY:
        return ""
    return words["cause"].format(cause=lists.phrases("causes").get(finding.cause, ""))


def _phrase(which: str, at: datetime, until: datetime | None, side: str | None) -> str:
    words = lists.phrases("incidents")
    return words[which].format(
        at=_clock(at), until=_clock(until) if until else "", side=words.get(f"of_{side}", words["of_none"])
    )


def _clock(at: datetime) -> str:
    return f"{at.astimezone(LOCAL):%H:%M}"
