"""How each operation is asked about a case, with a body it would take: long because there is one for each of them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from telemed.infra.routes import Operation
from telemed.kernel.ids import FacilityId, uuid7
from telemed.sessions.approvals import limits
from telemed.sessions.phone_advice import short_code
from tests.matrix.duty import ROTATION, SHIFT, SWAP
from tests.matrix.world import PASSWORD, Case, Province
from tests.unit.schedules.workbooks import workbook

BodyOf = Callable[[Province, Case], Any]

P256_POINT = "BI5TO2-gv3tGJbswZnwB-2B--fi4qA_vWzAGKHAxh7Kjc-sdveAzGDZtBp-DpvWQAFPHNjPLBBshxV4ahsH0ALQ"
"""A browser's public key; what is sent to it is read by nobody here."""

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
    "deliveries": lambda case: case.ring,
    "consults": lambda case: case.consult,
    "calls": lambda case: case.call,
    "rings": lambda case: case.ring,
    "handovers": lambda case: case.handover,
    "patients": lambda case: case.patient,
    "patient-merges": lambda case: case.merge,
    "minutes": lambda case: case.minutes,
    "referrals": lambda case: case.referral,
    "log": lambda case: case.consult,
    "people": lambda case: case.person,
    "grants": lambda case: case.grant,
    "facilities": lambda case: case.station,
    "assignments": lambda case: case.assignment,
    "shifts": lambda case: SHIFT,
    "swaps": lambda case: SWAP,
    "rotations": lambda case: ROTATION,
    "accesses": lambda case: case.access,
    "access-reviews": lambda case: case.access,
    "data-requests": lambda case: case.request,
    "files": lambda case: case.file,
    "links": lambda case: case.station,
    "uploads": lambda case: case.file,
    "second-cameras": lambda case: case.camera,
    "paper-copies": lambda case: case.copy,
    "follow-ups": lambda case: case.follow_up,
}
"""What `{id}` is, by the word before it; anything else is an id of the asker's own making."""
CASELESS = frozenset(
    {
        *("push_key", "put_push_subscription", "delete_push_subscription", "shift_checks", "check_shift_again"),
        *("list_notices", "notices_seen"),
        *("socket_ticket", "sign_out_everywhere", "get_security", "change_password", "set_pin", "remove_pin"),
        *("begin_totp", "confirm_totp", "remove_totp", "passkey_options", "add_passkey", "remove_passkey"),
        *("make_recovery_codes", "revoke_device", "end_sign_in", "list_roles", "administered_facilities"),
        *("exchange_desk", "revoke_exchange_key", "test_webhook", "stop_webhook", "start_webhook", "delete_webhook"),
        *("send_webhook_again", "put_webhook_secret"),
        *("take_communes", "list_communes", "read_consults", "read_duty_fhir"),
        *("list_assignments", "get_audit_people", "get_audit_chain", "check_audit_chain", "get_audit_heads"),
        *("stop_checking_audit_chain", "get_totals", "list_facilities", "duty_board", "my_shifts", "vital_limits"),
        *("start_line_test", "line_test", "end_line_test", "consent_texts", "put_facility", "confirm_shift"),
        *("list_ice_servers", "list_links"),
        *("coming_shifts", "shift_partners", "list_swaps", "put_swap", "answer_swap", "judge_swap", "withdraw_swap"),
        *("undo_swap", "rotation_board", "rotation_clashes", "put_rotation", "sign_rotation", "extend_rotation"),
        *("end_rotation", "cancel_rotation", "list_holidays", "set_holiday", "remove_holiday"),
        *("get_coverage", "nudge_head"),
        *("list_calendar_links", "put_calendar_link", "revoke_calendar_link"),
        *("list_phone_advices", "get_code_lists", "list_arrivals", "list_follow_ups", "debt_totals"),
        *("request_templates", "search_icd", "list_approvals"),
    }
)
"""They are about no case: asked once by each person, and once by each whose grant has ended."""

UNWRITTEN = frozenset(
    {
        # A piece of what was announced, or how far it came; which phones there are.
        *("upload_offset", "upload_piece", "list_second_cameras"),
        *("push_key", "list_notices", "notices_seen", "delivery_seen", "ask_passkey_signature"),
        *("list_consults", "list_rings", "duty_board", "my_shifts", "list_facilities", "vital_limits", "consent_texts"),
        *("start_line_test", "line_test", "end_line_test", "socket_ticket", "list_debts", "get_security"),
        *("list_ice_servers", "list_line_probes", "list_links", "get_link"),
        *("coming_shifts", "shift_partners", "shift_checks", "list_swaps", "rotation_board", "rotation_clashes"),
        *("list_accesses", "list_roles", "list_assignments", "administered_facilities", "get_facility"),
        *("get_ladders", "dry_run_ladder", "try_ladder", "list_reliefs"),
        *("get_audit_chain", "get_audit_heads", "get_audit_people", "stop_checking_audit_chain"),
        *("get_coverage", "list_phone_advices", "request_templates", "search_icd", "list_approvals", "get_code_lists"),
        *("list_calendar_links", "list_holidays", "list_communes"),
        *("get_roster", "list_candidates", "list_roster_versions", "preview_draft", "list_patterns"),
        # These change nothing here: the access has run out or was not needed; the account is open; no app is there yet,
        # and the first step towards one is written down with the last.
        *("end_access", "put_access", "enable_person", "remove_totp", "begin_totp", "passkey_options"),
        # Each referral in them is written down by itself, and there is none.
        *("list_referrals", "list_consult_referrals", "list_arrivals"),
        # Days and places; whoever opens the case behind one is written down there. Counts, and no case.
        *("list_follow_ups", "list_consult_follow_ups", "debt_totals", "get_follow_up_proposal"),
    }
)
"""Lists without a name, one's own things, what is about nobody, and what did nothing: `docs/privacy.md` says so."""

QUERIES: dict[str, Callable[[Case], str]] = {
    "rotation_clashes": lambda case: (
        f"?person_id={case.holder.id}&hospital_id={case.hospital}&starts_on=2030-01-01&ends_on=2030-02-01"
    ),
    "search_icd": lambda case: "?q=viem+phoi",
    "read_duty_fhir": lambda case: "?since=2026-11-22T00:00:00Z&until=2026-11-23T00:00:00Z",
    "get_audit": lambda case: f"?consult_id={case.consult}",
    "get_audit_jsonl": lambda case: f"?consult_id={case.consult}",
    "export_patient": lambda case: f"?request={case.request}",
    "replay_duty": lambda case: f"?hospital_id={case.hospital}&specialty=internal&at=2026-11-22T03:00:00Z",
    "get_roster": lambda case: "?from_day=2026-11-23",
    "get_roster_xlsx": lambda case: "?from_day=2026-11-23&days=2",
    "get_roster_template": lambda case: "?from_day=2026-11-23&days=2",
    "get_roster_sheet": lambda case: "?from_day=2026-11-23&days=1",
    "list_candidates": lambda case: "?specialty=internal&starts_at=2026-11-24T00:00:00Z&ends_at=2026-11-24T10:00:00Z",
    "get_totals": lambda case: "?from_date=2026-01-01&to_date=2026-12-31",
    "get_follow_up_proposal": lambda case: "?on=2030-01-07",
    "list_line_probes": lambda case: f"?facility_id={case.station}",
}
NEW = frozenset(
    {
        *("put_swap", "put_rotation", "put_file", "put_paper_copy", "merge_patients", "put_follow_up"),
        *("put_exchange_key", "put_webhook", "take_patient"),
        *("put_consult", "put_patient", "put_referral", "put_decision", "put_person", "put_grant", "put_facility"),
        *("put_assignment", "put_access", "put_data_request", "put_handover", "put_phone_advice", "put_ladder"),
        *("put_pattern", "put_absence"),
    }
)

OF_HOSPITAL: dict[str, Callable[[Province], dict[FacilityId, UUID]]] = {
    "{absence_id}": lambda p: p.leaves,
    "{pattern_id}": lambda p: p.patterns,
}
"""What hangs on the hospital and not on the case, by its name in the path."""

LADDER = {
    "steps": [
        {
            "kind": "leader",
            "place": "own",
            "wait_s": {"stat": 60, "urgent": 60, "routine": 60},
            "with_previous": [],
        }
    ],
    "options": {"skip_in_call": True},
}

HEADERS = {
    "upload_offset": {"Tus-Resumable": "1.0.0"},
    "upload_piece": {"Tus-Resumable": "1.0.0", "Upload-Offset": "0"},
}
"""Of operations that are asked in more than a body."""

BODIES: dict[str, BodyOf] = {
    "ask_still": lambda p, case: {"caption": "Họng"},
    "put_file": lambda p, case: {
        "consult_id": str(case.consult),
        "kind": "photo",
        "content_type": "image/png",
        "size": 100,
        "sha256": "0" * 64,
        "taken_at": p.clock.now().isoformat(),
    },
    "put_approval": lambda p, case: {
        "hospital_id": str(case.hospital),
        "subject": "vital_limits",
        "version": limits().version,
        "sha256": limits().sha256,
        "approved": True,
    },
    "put_identity_check": lambda p, case: {"identifiers": ["full_name", "birth"], "matches": True},
    "upload_piece": lambda p, case: b"a piece",
    "put_drawing": lambda p, case: {"shape": {"kind": "arrow", "xy": [10, 10, 90, 90]}},
    "answer_second_camera": lambda p, case: {"number": 1, "sdp": "v=0\r\n"},
    "take_by_second_camera": lambda p, case: {"caption": "Họng"},
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
    "put_phone_advice": lambda p, case: {
        "hospital_id": str(case.hospital),
        "code": short_code(case.consult),
        "told": "Bé 5 tuổi, thở nhanh",
        "advice": "Cho thở oxy, chuyển ngay",
        "given_at": p.clock.now().isoformat(),
    },
    "put_consent": lambda p, case: {
        "purpose": "video",
        "decision": "given",
        "ground": "spoken",
        "text_version": p.consent_text,
    },
    "put_handover": lambda p, case: {
        "consult_id": str(case.consult),
        "to_id": str(p.people["specialist"].id),
        "words": "Đang chờ điện tim",
    },
    "take_handover": lambda p, case: {"words": "Tôi nhận"},
    "refuse_handover": lambda p, case: {"words": "Tôi đang mổ"},
    "put_ladder": lambda p, case: LADDER | {"specialty": "internal", "seen_number": 0, "reason": "Thử"},
    "dry_run_ladder": lambda p, case: {
        "station_id": str(case.station),
        "specialty": "internal",
        "urgency": "stat",
    },
    "try_ladder": lambda p, case: {"specialty": "internal", "plan": LADDER},
    "change_draft": lambda p, case: {},
    "copy_week": lambda p, case: {"from_day": "2026-11-23", "to_day": "2026-12-07", "specialties": ["internal"]},
    "generate_shifts": lambda p, case: {
        "from_day": "2026-12-07",
        "pattern_ids": [str(p.patterns[case.hospital])],
    },
    "discard_draft": lambda p, case: {"specialties": ["internal"]},
    "publish_roster": lambda p, case: {"digest": "0" * 64},
    "override_roster": lambda p, case: {
        "add": [
            {
                "id": str(uuid7()),
                "person_id": str(p.people["specialist"].id),
                "specialty": "internal",
                "tier": "second",
                "starts_at": (p.clock.now() + timedelta(days=3)).isoformat(),
                "ends_at": (p.clock.now() + timedelta(days=3, hours=12)).isoformat(),
            }
        ],
        "reason": "Bổ sung",
    },
    "put_pattern": lambda p, case: {
        "name": "Đêm",
        "specialty": "internal",
        "tier": "first",
        "weekdays": [1, 2],
        "starts": "17:00",
        "length_ms": 14 * 3600 * 1000,
        "people": [str(p.people["specialist"].id)],
        "anchor": p.clock.now().date().isoformat(),
    },
    "put_absence": lambda p, case: {
        "person_id": str(p.people["specialist"].id),
        "hospital_id": str(case.hospital),
        "starts_at": (p.clock.now() + timedelta(days=5)).isoformat(),
        "ends_at": (p.clock.now() + timedelta(days=6)).isoformat(),
        "kind": "leave",
    },
    "put_patient": lambda p, case: {"station_id": str(case.station), "full_name": "Người Mới Demo"},
    "list_likely_new_patients": lambda p, case: {"station_id": str(case.station), "full_name": case.name},
    "change_patient": lambda p, case: {"seen_version": 99, "fields": {"village": "Bản khác"}},
    "search_patients": lambda p, case: {"text": case.name},
    "name_patients": lambda p, case: {"ids": [str(case.patient)]},
    "put_paper_copy": lambda p, case: {"form": "minutes", "document_id": str(case.minutes)},
    "patients_not_same": lambda p, case: {"other_id": str(case.patient)},
    "merge_patients": lambda p, case: {"kept_id": str(case.patient), "gone_id": str(case.patient), "reason": "Trùng"},
    "unmerge_patients": lambda p, case: {"reason": "Hai người"},
    "change_minutes": lambda p, case: {"field": "summary", "text": "Thêm", "seen_version": 99},
    "put_opinion": lambda p, case: {"text": "Ý kiến"},
    "mark_read_back": lambda p, case: {"field": "diagnosis", "seen_version": 99},
    "put_edition": lambda p, case: {"reason": "Ghi nhầm"},
    "ask_passkey_signature": lambda p, case: {"document_hash": "0" * 64},
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
    "depart_referral": lambda p, case: {"fit_for_transfer": "fit"},
    "accept_referral": lambda p, case: {"note": "khoa cấp cứu"},
    "redirect_referral": lambda p, case: {"to_facility_id": str(p.place["hospital2"]), "reason": "hết giường"},
    "arrive_referral": lambda p, case: {},
    "miss_referral": lambda p, case: {},
    "close_referral": lambda p, case: {"final_diagnosis": "Viêm phổi", "done": "Kháng sinh", "result": "treated"},
    "put_follow_up": lambda p, case: {"consult_id": str(case.consult), "on": "2030-01-07"},
    "move_follow_up": lambda p, case: {"on": "2030-01-08"},
    "mark_follow_up": lambda p, case: {"state": "done"},
    "put_result": lambda p, case: {"condition": "better"},
    "put_push_subscription": lambda p, case: {
        "endpoint": f"https://fcm.googleapis.com/fcm/send/{uuid7()}",
        "p256dh": P256_POINT,
        "auth": "c2l4dGVlbiBzZWNyZXRzIQ",
    },
    "notices_seen": lambda p, case: {"up_to": str(uuid7())},
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
    "put_webhook_secret": lambda p, case: {"leaked": False},
    "put_exchange_key": lambda p, case: {
        "facility_id": str(case.station),
        "name": "HIS Demo",
        "kinds": ["cases"],
        "expires_at": (p.clock.now() + timedelta(days=90)).isoformat(),
    },
    "put_webhook": lambda p, case: {
        "facility_id": str(case.station),
        "name": "HIS Demo",
        "url": "https://his.example.vn/told",
        "topics": ["consult.requested"],
    },
    "take_patient": lambda p, case: {"station_id": str(case.station), "form": "csv", "text": "full_name\nSúa Demo"},
    "take_communes": lambda p, case: {
        "text": "code,name,province_code,valid_from,valid_to\n03595,Than Uyên,12,2025-07-01,"
    },
    "put_facility": lambda p, case: {
        "kind": "hospital",
        "name": "Bệnh viện Mới Demo",
        "short_name": "BV Mới",
        "prefix": "BVM",
    },
    "change_facility": lambda p, case: {"seen_version": 1, "fields": {"emergency_phone": "02130000009"}},
    "set_holiday": lambda p, case: {"day": "2027-02-06", "name": "Tết Nguyên đán", "kind": "holiday"},
    "remove_holiday": lambda p, case: {"day": "2027-02-06"},
    "put_assignment": lambda p, case: {
        "station_id": str(case.station),
        "hospital_id": str(p.place["hospital2"]),
        "valid_from": (p.clock.now().date() + timedelta(days=30)).isoformat(),
        "source": "QĐ 1",
    },
    "end_assignment": lambda p, case: {"on": (p.clock.now().date() + timedelta(days=9)).isoformat()},
    "put_swap": lambda p, case: {"give_id": str(SHIFT), "to_id": str(p.people["asked"].id)},
    "answer_swap": lambda p, case: {"agree": False, "reason": "Bận"},
    "judge_swap": lambda p, case: {"approve": True},
    "undo_swap": lambda p, case: {},
    "put_rotation": lambda p, case: {
        "person_id": str(p.people["holder"].id),
        "hospital_id": str(p.place["hospital"]),
        "station_id": str(case.station),
        "decision_no": "118/QĐ-BV",
        "starts_on": "2027-01-01",
        "ends_on": "2027-03-01",
        "purpose": "training",
    },
    "sign_rotation": lambda p, case: {"decision_no": "118/QĐ-BV", "decided_on": "2026-11-20"},
    "extend_rotation": lambda p, case: {"ends_on": "2027-06-01", "decision_no": "119/QĐ-BV"},
    "end_rotation": lambda p, case: {"on": "2026-12-20", "reason": "Thiếu người"},
    "cancel_rotation": lambda p, case: {},
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
    "import_roster": lambda p, case: workbook({"Lịch": [["Họ tên", "23/11/2026"]]}),
    "put_calendar_link": lambda p, case: {},
    "nudge_head": lambda p, case: {
        "hospital_id": str(p.place["hospital"]),
        "specialty": "internal",
        "starts_at": (p.clock.now() + timedelta(days=20)).isoformat(),
    },
    "start_line_test": lambda p, case: {"type": "offer", "sdp": "v=0\r\n"},
    "change_link": lambda p, case: {"sim": "Viettel 4G", "cap_mb": 500},
    "put_line_probe": lambda p, case: {
        "facility_id": str(case.station),
        "paths": {"direct": {"works": True, "ms": 90}, "relay_udp": None, "relay_tcp": None, "relay_tls": None},
        "microphone": "ok",
        "camera": "ok",
    },
}


def path_of(operation: Operation, p: Province, case: Case) -> str:
    """The address, with the case's ids in it."""
    parts = operation.path.split("/")
    for n, part in enumerate(parts):
        if part == "{id}" and operation.name not in NEW and parts[n - 1] in THINGS:
            parts[n] = str(THINGS[parts[n - 1]](case))
        elif part == "{code}":
            parts[n] = case.copy_code
        elif part == "{hospital_id}":
            parts[n] = str(case.hospital)
        elif part in OF_HOSPITAL and operation.name not in NEW:
            parts[n] = str(OF_HOSPITAL[part](p)[case.hospital])
        elif part == "{table}":
            parts[n] = "xml5"
        elif part == "{day}":
            parts[n] = "7"
        elif part == "{page}":
            parts[n] = "0"
        elif part.startswith("{"):
            parts[n] = str(uuid7())
    return "/".join(parts) + (QUERIES[operation.name](case) if operation.name in QUERIES else "")
