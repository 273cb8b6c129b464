"""Section 11 begins with what the call itself noted, by the station's clock and by side."""

from datetime import UTC, datetime, timedelta

from telemed.kernel.ids import CallId, ConsultId, UserId, uuid7
from telemed.records.incidents_told import in_words
from telemed.records.minutes import Drop
from telemed.sessions import Call, CallState, Cause, Finding, Incident, IncidentKind

AT = datetime(2026, 11, 23, 3, 56, tzinfo=UTC)  # 10:56 in Lai Châu
DOCTOR, CHAIR = UserId(uuid7()), UserId(uuid7())
CALL = Call(CallId(uuid7()), ConsultId(uuid7()), 1, AT, CallState.ENDED)


def minute(n: int) -> datetime:
    return AT + timedelta(minutes=n)


def told(*incidents: Incident, cause: Cause = Cause.ENDED_NORMALLY, drops: list[Drop] | None = None) -> list[str]:
    return in_words([CALL], {CALL.id: list(incidents)}, drops or [], {1: Finding(cause)}).splitlines()


def test_a_call_that_went_well_says_nothing() -> None:
    assert told() == []


def test_a_lost_line_is_told_with_its_side_and_both_times() -> None:
    lost = Incident(AT, IncidentKind.LINE_LOST, "station", "", DOCTOR)
    back = Incident(minute(2), IncidentKind.LINE_BACK, "station", "", DOCTOR)
    never = Incident(minute(5), IncidentKind.LINE_LOST, "hospital", "", CHAIR)

    assert told(lost, back, never) == [
        "10:56-10:58: mất kết nối ở trạm, sau đó nối lại được.",
        "11:01: mất kết nối ở bệnh viện, không nối lại được.",
    ]


def test_without_a_black_box_the_history_of_the_call_speaks() -> None:
    assert told(drops=[Drop(AT, minute(1))]) == ["10:56-10:57: mất kết nối giữa hai điểm cầu, sau đó nối lại được."]


def test_a_device_that_failed_is_told_once_and_its_recovery_not_at_all() -> None:
    fault = Incident(AT, IncidentKind.MICROPHONE_FAULT, "station", "NotFoundError", DOCTOR)
    again = Incident(minute(1), IncidentKind.MICROPHONE_FAULT, "station", "NotFoundError", DOCTOR)
    fine = Incident(minute(2), IncidentKind.MICROPHONE_FAULT, "station", "", DOCTOR)

    assert told(fault, again, fine) == ["10:56: không dùng được micrô ở trạm."]


def test_what_the_call_was_put_down_to_stands_last() -> None:
    restarted = Incident(minute(3), IncidentKind.SERVER_RESTARTED, None, "", None)

    assert told(restarted, cause=Cause.SERVER) == [
        "10:59: máy chủ khởi động lại.",
        "Nguyên nhân hệ thống ghi nhận: máy chủ.",
    ]
