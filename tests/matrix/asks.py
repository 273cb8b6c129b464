"""How each operation is asked about a case, with a body it would take from somebody who may."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from telemed.infra.routes import Operation
from telemed.kernel.ids import uuid7
from tests.matrix.world import PASSWORD, Case, Province

BodyOf = Callable[[Province, Case], Any]

LISTS = frozenset(
    {
        *("list_consults", "list_rings", "search_patients", "name_patients", "list_referrals", "get_log"),
        *("get_log_csv", "list_consult_referrals", "list_access_reviews", "list_data_requests", "get_audit"),
        *("get_audit_jsonl", "search_people"),
    }
)
"""Anybody with some case may ask; whether one is let in to *this* case shows in what the list holds."""

SHOWN_BY: dict[str, Callable[[Case], str]] = {
    "get_audit": lambda case: case.code,
    "get_audit_jsonl": lambda case: str(case.minutes),
    "search_people": lambda case: str(case.person),
    "list_access_reviews": lambda case: str(case.access),
}
"""Lists that hold none of a case's words: what in them tells that it is there."""

SHOWING = frozenset({"get_consult", "get_timeline", "get_decision"})
"""Answers that hold the words of the case: without them, it is masked."""

THINGS: dict[str, Callable[[Case], UUID]] = {
    "consults": lambda case: case.consult,
    "calls": lambda case: case.call,
    "rings": lambda case: case.ring,
    "patients": lambda case: case.patient,
    "minutes": lambda case: case.minutes,
    "referrals": lambda case: case.referral,
    "log": lambda case: case.consult,
    "people": lambda case: case.person,
    "grants": lambda case: case.grant,
    "facilities": lambda case: case.station,
    "assignments": lambda case: case.assignment,
    "accesses": lambda case: case.access,
    "access-reviews": lambda case: case.access,
    "data-requests": lambda case: case.request,
}
"""What `{id}` is, by the word before it; anything else is an id of the asker's own making."""
CASELESS = frozenset(
    {
        *("socket_ticket", "sign_out_everywhere", "get_security", "change_password", "set_pin", "remove_pin"),
        *("begin_totp", "confirm_totp", "remove_totp", "passkey_options", "add_passkey", "remove_passkey"),
        *("make_recovery_codes", "revoke_device", "end_sign_in", "list_roles", "administered_facilities"),
        *("list_assignments", "get_audit_people", "get_audit_chain", "check_audit_chain", "get_audit_heads"),
        *("stop_checking_audit_chain", "get_totals", "list_facilities", "duty_board", "my_shifts", "vital_limits"),
        *("start_line_test", "line_test", "end_line_test", "consent_texts", "put_facility", "confirm_shift"),
    }
)
"""They are about no case: asked once by each person, and once by each whose grant has ended."""

UNWRITTEN = frozenset(
    {
        *("list_consults", "list_rings", "duty_board", "my_shifts", "list_facilities", "vital_limits", "consent_texts"),
        *("start_line_test", "line_test", "end_line_test", "socket_ticket", "list_debts", "get_security"),
        *("list_accesses", "list_roles", "list_assignments", "administered_facilities", "get_facility"),
        *("get_audit_chain", "get_audit_heads", "get_audit_people", "stop_checking_audit_chain"),
        # These change nothing here: the access has run out or was not needed; the account is open; no app is there yet,
        # and the first step towards one is written down with the last.
        *("end_access", "put_access", "enable_person", "remove_totp", "begin_totp", "passkey_options"),
        # Each referral in them is written down by itself, and there is none.
        *("list_referrals", "list_consult_referrals"),
    }
)
"""Lists without a name, one's own things, what is about nobody, and what did nothing: `docs/privacy.md` says so."""

QUERIES: dict[str, Callable[[Case], str]] = {
    "get_audit": lambda case: f"?consult_id={case.consult}",
    "get_audit_jsonl": lambda case: f"?consult_id={case.consult}",
    "export_patient": lambda case: f"?request={case.request}",
    "get_totals": lambda case: "?from_date=2026-01-01&to_date=2026-12-31",
}
NEW = frozenset(
    {
        *("put_consult", "put_patient", "put_referral", "put_decision", "put_person", "put_grant", "put_facility"),
        *("put_assignment", "put_access", "put_data_request"),
    }
)

BODIES: dict[str, BodyOf] = {
    "put_consult": lambda p, case: {
        "station_id": str(case.station),
        "urgency": "stat",
        "specialty": "internal",
        "request": {"reason": "Khó thở"},
        "send": True,
    },
    "change_consult": lambda p, case: {"seen_version": 99, "request": {"history": "Ho ba ngày"}},
    "accept_consult": lambda p, case: {},
    "decline_ring": lambda p, case: {"reason": "busy"},
    "hand_on_consult": lambda p, case: {"reason": "busy"},
    "return_consult": lambda p, case: {"reason": "Xin thêm ảnh"},
    "schedule_consult": lambda p, case: {"at": (p.clock.now() + timedelta(hours=2)).isoformat()},
    "cancel_consult": lambda p, case: {"reason": "Bệnh nhân về"},
    "put_phone_call": lambda p, case: {"number": "02130000001", "spoke_with": "Trực", "advice": "Theo dõi"},
    "put_consent": lambda p, case: {
        "purpose": "video",
        "decision": "given",
        "ground": "spoken",
        "text_version": p.consent_text,
    },
    "put_patient": lambda p, case: {"station_id": str(case.station), "full_name": "Người Mới Demo"},
    "change_patient": lambda p, case: {"seen_version": 99, "fields": {"village": "Bản khác"}},
    "search_patients": lambda p, case: {"text": case.name},
    "name_patients": lambda p, case: {"ids": [str(case.patient)]},
    "change_minutes": lambda p, case: {"field": "summary", "text": "Thêm", "seen_version": 99},
    "put_opinion": lambda p, case: {"text": "Ý kiến"},
    "sign_minutes": lambda p, case: {"lines": ["chair"], "password": PASSWORD, "document_hash": "0" * 64},
    "put_decision": lambda p, case: {
        "consult_id": str(case.consult),
        "choice": "follow",
        "outcomes": ["treat_at_station"],
    },
    "put_referral": lambda p, case: {
        "consult_id": str(case.consult),
        "to_facility_id": str(p.place["hospital2"]),
    },
    "change_referral": lambda p, case: {
        "seen_version": 99,
        "fields": {"to_facility_id": str(p.place["hospital"])},
    },
    "sign_referral": lambda p, case: {"password": PASSWORD, "seen_version": 1},
    "cancel_referral": lambda p, case: {"reason": "Đổi ý"},
    "change_password": lambda p, case: {"current": PASSWORD, "new": "mot mat khau khac han"},
    "set_pin": lambda p, case: {"pin": "418273", "password": PASSWORD},
    "begin_totp": lambda p, case: {"password": PASSWORD},
    "confirm_totp": lambda p, case: {"code": "123456"},
    "remove_totp": lambda p, case: {"password": PASSWORD},
    "passkey_options": lambda p, case: {"password": PASSWORD},
    "make_recovery_codes": lambda p, case: {"password": PASSWORD},
    "search_people": lambda p, case: {"text": "asker"},
    "put_person": lambda p, case: {
        "username": "nguoi.moi",
        "full_name": "Người Mới Demo",
        "profession": "doctor",
        "facility_id": str(case.station),
    },
    "change_person": lambda p, case: {"seen_version": 1, "fields": {"title": "BSCKI."}},
    "disable_person": lambda p, case: {"reason": "left"},
    "put_grant": lambda p, case: {
        "person_id": str(case.person),
        "role": "station_nurse",
        "facility_id": str(case.station),
        "valid_from": p.clock.now().date().isoformat(),
        "source": "employment",
    },
    "end_grant": lambda p, case: {"on": (p.clock.now().date() + timedelta(days=9)).isoformat()},
    "put_facility": lambda p, case: {
        "kind": "hospital",
        "name": "Bệnh viện Mới Demo",
        "short_name": "BV Mới",
        "prefix": "BVM",
    },
    "change_facility": lambda p, case: {"seen_version": 1, "fields": {"emergency_phone": "02130000009"}},
    "put_assignment": lambda p, case: {
        "station_id": str(case.station),
        "hospital_id": str(p.place["hospital2"]),
        "valid_from": (p.clock.now().date() + timedelta(days=30)).isoformat(),
        "source": "QĐ 1",
    },
    "put_access": lambda p, case: {
        "consult_code": case.code,
        "ground": "emergency",
        "reason": "Cấp cứu cần xem ngay",
    },
    "review_access": lambda p, case: {"verdict": "justified"},
    "explain_access": lambda p, case: {"text": "Tôi được gọi giúp"},
    "put_data_request": lambda p, case: {
        "patient_id": str(case.patient),
        "kind": "export",
        "asked_by": "Người nhà",
        "words": "Xin bản sao",
    },
    "refuse_data_request": lambda p, case: {"reason": "Không đủ căn cứ"},
    "finish_data_request": lambda p, case: {"answer": "Đã trả"},
    "erase_patient": lambda p, case: {"request_id": str(case.request)},
    "start_line_test": lambda p, case: {"type": "offer", "sdp": "v=0\r\n"},
}


def path_of(operation: Operation, p: Province, case: Case) -> str:
    """The address, with the case's ids in it."""
    parts = operation.path.split("/")
    for n, part in enumerate(parts):
        if part == "{id}" and operation.name not in NEW and parts[n - 1] in THINGS:
            parts[n] = str(THINGS[parts[n - 1]](case))
        elif part.startswith("{"):
            parts[n] = str(uuid7())
    return "/".join(parts) + (QUERIES[operation.name](case) if operation.name in QUERIES else "")
