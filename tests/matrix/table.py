"""Who may do what, in which situation: long because the matrix test is made from one table. Read it as a page.

A grid has a line for each kind of person who may at all; who has no line is refused in every situation. The columns:

    own      an open case of their own place: the station that asked, the department that was asked
    same     an open case of the same hospital, from another station and for another department
    other    an open case of another station and another hospital
    closed   a case of their own place, closed ten days ago
    expired  the `own` case, asked about by somebody whose grant ended yesterday
    label    the `own` case under a restricted label (HIV)

    +  let in      -  refused      m  let in, and nothing of the illness shows
"""

from typing import Final, TypeAlias

Who: TypeAlias = str
"""A role's code, or what somebody is to the one case: `holder` took it, `asked` was rung; both are of another
department than the case's, so that nothing else lets them in. `province_admin` is a hospital_admin at the province."""

SITUATIONS: Final = ("own", "same", "other", "closed", "expired", "label")

WHO: Final[tuple[Who, ...]] = (
    *("station_nurse", "station_assistant", "station_doctor", "station_head"),
    *("specialist", "dept_head", "holder", "asked"),
    *("coordinator", "hospital_manager", "hospital_admin"),
    *("province_viewer", "commune_viewer", "privacy_officer", "interpreter", "province_admin"),
)

# columns:                 own  same  other  closed  expired  label
GRIDS: Final[dict[str, str]] = {
    "nobody": "",
    "anyone signed in": "* + + + + + +",
    "who works here": "* + + + + - +",
    "reads the request": """
        station_nurse       + - - - - +
        station_assistant   + - - + - +
        station_doctor      + - - + - +
        station_head        + - - + - +
        specialist          + - - - - +
        dept_head           + - - + - +
        holder              + - - + - +
        asked               + - - - - +
        coordinator         + + - - - m
        hospital_manager    + + - + - m
    """,
    "finds it among the open": """
        station_nurse       + - - - - +
        station_assistant   + - - - - +
        station_doctor      + - - - - +
        station_head        + - - - - +
        specialist          + - - - - +
        dept_head           + - - - - +
        holder              + - - - - +
        asked               + - - - - +
        coordinator         + + - - - m
    """,
    "knows who it is": """
        station_nurse       + - - + - +
        station_assistant   + - - + - +
        station_doctor      + - - + - +
        station_head        + - - + - +
        specialist          + - - - - +
        dept_head           + - - + - +
        holder              + - - + - +
        asked               + - - - - +
    """,
    "prepares at the station": """
        station_nurse       + - - + - +
        station_assistant   + - - + - +
        station_doctor      + - - + - +
        station_head        + - - + - +
    """,
    "describes the open case": """
        station_nurse       + - - - - +
        station_assistant   + - - + - +
        station_doctor      + - - + - +
        station_head        + - - + - +
    """,
    "decides for the station": """
        station_assistant   + - - + - +
        station_doctor      + - - + - +
        station_head        + - - + - +
    """,
    "answers for the hospital": """
        specialist          + - - - - +
        dept_head           + - - + - +
        holder              + - - + - +
        asked               + - - - - +
    """,
    "appoints": """
        station_nurse       + - - - - +
        station_assistant   + - - + - +
        station_doctor      + - - + - +
        station_head        + - - + - +
        specialist          + - - - - +
        dept_head           + - - + - +
        holder              + - - + - +
        asked               + - - - - +
    """,
    "answers anywhere": """
        specialist          + + + + - +
        dept_head           + + + + - +
        holder              + + + + - +
        asked               + + + + - +
    """,
    "leads a place": """
        station_head        + + + + - +
        dept_head           + + + + - +
        hospital_manager    + + + + - +
    """,
    "holds it": """
        holder              + - - + - +
    """,
    "passes it on": """
        holder              + - - + - +
        dept_head           - - - + - -
    """,
    "was asked to take it over": """
        asked               + - - - - +
    """,
    "asked somebody to take it over": """
        holder              + - - - - +
    """,
    "advises there": """
        specialist          + + - + - +
        dept_head           + + - + - +
        holder              + + - + - +
        asked               + + - + - +
    """,
    "either end": """
        station_assistant   + - - + - +
        station_doctor      + - - + - +
        station_head        + - - + - +
        specialist          + - - - - +
        dept_head           + - - + - +
        holder              + - - + - +
        asked               + - - - - +
    """,
    "sets the ladder there": """
        dept_head           + + - + - +
        hospital_manager    + + - + - +
    """,
    "approves clinical content": """
        dept_head           + + + + - +
        hospital_manager    + + + + - +
    """,
    "was rung": """
        asked               + - - - - +
    """,
    "sits in the call": """
        station_assistant   + - - + - +
        station_doctor      + - - + - +
        station_head        + - - + - +
        holder              + - - + - +
    """,
    "signs it": """
        station_assistant   + - - + - +
        station_doctor      + - - + - +
        station_head        + - - + - +
        holder              + - - + - +
    """,
    "reads the minutes": """
        station_nurse       + - - - - +
        station_assistant   + - - + - +
        station_doctor      + - - + - +
        station_head        + - - + - +
        specialist          + - - - - +
        dept_head           + - - + - +
        holder              + - - + - +
        asked               + - - - - +
        hospital_manager    - - - + - -
    """,
    "takes the paper away": """
        station_assistant   + - - + - +
        station_doctor      + - - + - +
        station_head        + - - + - +
        specialist          + - - - - +
        dept_head           + - - + - +
        holder              + - - + - +
        asked               + - - - - +
    """,
    "treats it": """
        station_nurse       + - - - - +
        station_assistant   + - - + - +
        station_doctor      + - - + - +
        station_head        + - - + - +
        specialist          + - - - - +
        dept_head           + - - + - +
        holder              + - - + - +
        asked               + - - - - +
    """,
    "adds pictures": """
        station_nurse       + - - - - +
        station_assistant   + - - + - +
        station_doctor      + - - + - +
        station_head        + - - + - +
        holder              + - - + - +
    """,
    "lets a phone in": """
        station_assistant   + - - + - +
        station_doctor      + - - + - +
        station_head        + - - + - +
    """,
    "reads what was decided": """
        station_nurse       + - - - - +
        station_assistant   + - - + - +
        station_doctor      + - - + - +
        station_head        + - - + - +
        specialist          + - - - - +
        dept_head           + - - + - +
        holder              + - - + - +
        asked               + - - - - +
        hospital_manager    + + - + - m
    """,
    "reads a referral begun": """
        station_nurse       + - - + - +
        station_assistant   + - - + - +
        station_doctor      + - - + - +
        station_head        + - - + - +
        specialist          + - - - - +
        dept_head           + - - + - +
        holder              + - - + - +
        asked               + - - - - +
    """,
    "reads the log": """
        station_head        + - - + - +
        specialist          + - - - - +
        dept_head           + - - + - +
        holder              + - - + - +
        asked               + - - - - +
        hospital_manager    + + - + - m
    """,
    "takes the log away": """
        hospital_manager    + + - + - m
    """,
    "works where there is duty": """
        station_nurse       + + + + - +
        station_assistant   + + + + - +
        station_doctor      + + + + - +
        station_head        + + + + - +
        specialist          + + + + - +
        dept_head           + + + + - +
        holder              + + + + - +
        asked               + + + + - +
        coordinator         + + + + - +
        hospital_manager    + + + + - +
        hospital_admin      + + + + - +
        province_admin      + + + + - +
    """,
    "has the shift": """
        holder              + + + + - +
    """,
    "has it or plans it": """
        holder              + + + + - +
        dept_head           + + + + - +
        hospital_manager    + + + + - +
    """,
    "is asked to take it": """
        asked               + + + + - +
    """,
    "is part of the swap": """
        holder              + + + + - +
        asked               + + + + - +
    """,
    "plans it": """
        dept_head           + + + + - +
        hospital_manager    + + + + - +
    """,
    "is part of it or plans it": """
        holder              + + + + - +
        asked               + + + + - +
        dept_head           + + + + - +
        hospital_manager    + + + + - +
    """,
    "sees rotations": """
        station_nurse       + + + + - +
        station_assistant   + + + + - +
        station_doctor      + + + + - +
        station_head        + + + + - +
        specialist          + + + + - +
        dept_head           + + + + - +
        holder              + + + + - +
        asked               + + + + - +
        coordinator         + + + + - +
        hospital_manager    + + + + - +
        province_viewer     + + + + - +
    """,
    "posts people": """
        hospital_manager    + + + + - +
    """,
    "may break the glass": """
        station_doctor      + + + + - +
        station_head        + + + + - +
        specialist          + + + + - +
        dept_head           + + + + - +
        holder              + + + + - +
        asked               + + + + - +
    """,
    "reviews it": """
        privacy_officer     + + - + - +
    """,
    "reviews it or made it": """
        privacy_officer     + + - + - +
        holder              + - - + - +
    """,
    "minds the trail": """
        privacy_officer     + + + + - +
    """,
    "takes down a wish": """
        station_nurse       + - - + - +
        station_assistant   + - - + - +
        station_doctor      + - - + - +
        station_head        + - - + - +
        privacy_officer     + - - + - +
    """,
    "answers for data": """
        station_head        + - - + - +
    """,
    "approves": """
        privacy_officer     + - - + - +
    """,
    "answers or approves": """
        station_head        + - - + - +
        privacy_officer     + - - + - +
    """,
    "sees totals": """
        hospital_manager    + + + + - +
        province_viewer     + + + + - +
        commune_viewer      + + + + - +
    """,
    "plans the roster there": """
        dept_head           + + - + - +
        hospital_manager    + + - + - +
    """,
    "sees any roster": """
        specialist          + + + + - +
        dept_head           + + + + - +
        holder              + + + + - +
        asked               + + + + - +
        coordinator         + + + + - +
        hospital_manager    + + + + - +
        province_viewer     + + + + - +
    """,
    "sees the roster there": """
        specialist          + + - + - +
        dept_head           + + - + - +
        holder              + + - + - +
        asked               + + - + - +
        coordinator         + + - + - +
        hospital_manager    + + - + - +
        province_viewer     + + + + - +
    """,
    "looks after links": """
        station_nurse       + + + + - +
        station_assistant   + + + + - +
        station_doctor      + + + + - +
        station_head        + + + + - +
        specialist          + + + + - +
        dept_head           + + + + - +
        holder              + + + + - +
        asked               + + + + - +
        coordinator         + + + + - +
        hospital_manager    + + + + - +
        province_viewer     + + + + - +
    """,
    "sees the link there": """
        station_nurse       + - - + - +
        station_assistant   + - - + - +
        station_doctor      + - - + - +
        station_head        + - - + - +
        specialist          + + - + - +
        dept_head           + + - + - +
        holder              + + - + - +
        asked               + + - + - +
        coordinator         + + - + - +
        hospital_manager    + + - + - +
        province_viewer     + + + + - +
    """,
    "sets the link there": """
        station_head        + - - + - +
        hospital_manager    + + - + - +
    """,
    "keeps the account": """
        hospital_admin      + - - + - +
        province_admin      + + + + - +
    """,
    "administers": """
        hospital_admin      + + + + - +
        province_admin      + + + + - +
    """,
    "administers the province": """
        province_admin      + + + + - +
    """,
}


def allowed(grid: str) -> dict[Who, str]:
    """For each kind of person the marks of the six situations; six times “-” for who has no line."""
    found: dict[Who, str] = dict.fromkeys(WHO, "-" * len(SITUATIONS))
    for line in filter(None, map(str.strip, GRIDS[grid].splitlines())):
        who, *marks = line.split()
        assert len(marks) == len(SITUATIONS), line
        for one in WHO if who == "*" else [who]:
            assert one in found, line
            found[one] = "".join(marks)
    return found


OPERATIONS: Final[dict[str, str]] = {
    # -- consults
    "put_consult": "decides for the station",
    "get_consult": "reads the request",
    "list_consults": "finds it among the open",
    "change_consult": "describes the open case",
    "send_consult": "decides for the station",
    "cancel_consult": "decides for the station",
    "transfer_consult": "decides for the station",
    "put_phone_call": "describes the open case",
    "put_phone_advice": "advises there",
    "list_phone_advices": "anyone signed in",
    "put_consent": "describes the open case",
    "consent_texts": "anyone signed in",
    "accept_consult": "answers for the hospital",
    "decline_ring": "was rung",
    "list_rings": "was rung",
    "hand_on_consult": "passes it on",
    "return_consult": "passes it on",
    "schedule_consult": "holds it",
    "end_practice": "either end",
    "list_reliefs": "holds it",
    "put_handover": "holds it",
    "take_handover": "was asked to take it over",
    "refuse_handover": "was asked to take it over",
    "withdraw_handover": "asked somebody to take it over",
    "open_call": "sits in the call",
    "end_call": "sits in the call",
    # -- the record
    "put_patient": "prepares at the station",
    "get_patient": "knows who it is",
    "change_patient": "prepares at the station",
    "search_patients": "knows who it is",
    "name_patients": "knows who it is",
    "list_patient_consults": "knows who it is",
    "list_likely_patients": "decides for the station",
    "list_likely_new_patients": "prepares at the station",
    "patients_not_same": "decides for the station",
    "merge_patients": "decides for the station",
    "unmerge_patients": "decides for the station",
    "get_code_lists": "anyone signed in",
    "get_minutes": "reads the minutes",
    "change_minutes": "sits in the call",
    "put_opinion": "sits in the call",
    "get_edition": "reads the minutes",
    "mark_read_back": "sits in the call",
    "put_edition": "sits in the call",
    "discard_edition": "sits in the call",
    "seal_minutes": "sits in the call",
    "ask_passkey_signature": "signs it",
    "conclude_minutes": "holds it",
    "sign_minutes": "holds it",
    "print_minutes": "takes the paper away",
    "put_decision": "decides for the station",
    "get_decision": "reads what was decided",
    "put_referral": "decides for the station",
    "get_referral": "reads a referral begun",
    "list_referrals": "prepares at the station",
    "list_consult_referrals": "treats it",
    "change_referral": "decides for the station",
    "sign_referral": "decides for the station",
    "send_referral": "decides for the station",
    "cancel_referral": "decides for the station",
    "print_referral": "takes the paper away",
    "depart_referral": "decides for the station",
    "accept_referral": "answers for the hospital",
    "redirect_referral": "answers for the hospital",
    "arrive_referral": "answers for the hospital",
    "miss_referral": "answers for the hospital",
    "close_referral": "answers for the hospital",
    "list_arrivals": "answers anywhere",
    "list_debts": "anyone signed in",
    "print_extract": "takes the paper away",
    "print_follow_up": "takes the paper away",
    "put_paper_copy": "takes the paper away",
    "print_paper_copy": "takes the paper away",
    "get_paper_case": "takes the paper away",
    "debt_totals": "leads a place",
    "put_follow_up": "appoints",
    "get_follow_up_proposal": "appoints",
    "move_follow_up": "appoints",
    "list_follow_ups": "anyone signed in",
    "list_consult_follow_ups": "treats it",
    "mark_follow_up": "appoints",
    "put_result": "describes the open case",
    "get_results": "treats it",
    # -- pictures
    "ask_still": "holds it",
    "put_file": "adds pictures",
    "discard_file": "adds pictures",
    "upload_offset": "adds pictures",
    "upload_piece": "adds pictures",
    "list_files": "treats it",
    "get_file": "treats it",
    "get_thumbnail": "treats it",
    "get_page": "treats it",
    "get_dicom": "treats it",
    "put_drawing": "adds pictures",
    "put_second_camera": "lets a phone in",
    "list_second_cameras": "lets a phone in",
    "answer_second_camera": "lets a phone in",
    "take_by_second_camera": "lets a phone in",
    "end_second_camera": "lets a phone in",
    # -- the log
    "get_log": "reads the log",
    "get_log_csv": "takes the log away",
    "get_timeline": "reads the log",
    # -- rosters
    "get_roster": "sees the roster there",
    "list_roster_versions": "sees the roster there",
    "list_patterns": "sees the roster there",
    "list_candidates": "plans the roster there",
    "change_draft": "plans the roster there",
    "copy_week": "plans the roster there",
    "generate_shifts": "plans the roster there",
    "discard_draft": "plans the roster there",
    "preview_draft": "plans the roster there",
    "publish_roster": "plans the roster there",
    "override_roster": "plans the roster there",
    "put_pattern": "plans the roster there",
    "retire_pattern": "plans the roster there",
    "put_absence": "plans the roster there",
    "withdraw_absence": "plans the roster there",
    "get_roster_xlsx": "sees the roster there",
    "get_roster_template": "plans the roster there",
    "get_roster_sheet": "sees the roster there",
    "import_roster": "plans the roster there",
    "list_calendar_links": "anyone signed in",
    "put_calendar_link": "anyone signed in",
    "revoke_calendar_link": "nobody",
    # -- ladders
    "get_ladders": "sees the roster there",
    "put_ladder": "sets the ladder there",
    "dry_run_ladder": "sees the roster there",
    "try_ladder": "sees the roster there",
    # -- duty
    "my_shifts": "anyone signed in",
    "confirm_shift": "has the shift",
    "coming_shifts": "anyone signed in",
    "shift_partners": "has it or plans it",
    "list_swaps": "anyone signed in",
    "put_swap": "has the shift",
    "answer_swap": "is asked to take it",
    "withdraw_swap": "is part of the swap",
    "judge_swap": "plans it",
    "undo_swap": "is part of it or plans it",
    "rotation_board": "sees rotations",
    "rotation_clashes": "posts people",
    "put_rotation": "posts people",
    "sign_rotation": "posts people",
    "extend_rotation": "posts people",
    "end_rotation": "posts people",
    "cancel_rotation": "posts people",
    # -- what guards a patient
    "vital_limits": "anyone signed in",
    "request_templates": "anyone signed in",
    "search_icd": "anyone signed in",
    "list_approvals": "approves clinical content",
    "put_approval": "sets the ladder there",
    "put_identity_check": "sits in the call",
    # -- links
    "start_line_test": "anyone signed in",
    "line_test": "nobody",
    "end_line_test": "anyone signed in",
    "list_ice_servers": "anyone signed in",
    "put_line_probe": "prepares at the station",
    "list_line_probes": "prepares at the station",
    "list_links": "looks after links",
    "get_link": "sees the link there",
    "change_link": "sets the link there",
    "list_facilities": "who works here",
    "duty_board": "works where there is duty",
    "get_coverage": "sees any roster",
    "nudge_head": "sees any roster",
    "replay_duty": "sees the roster there",
    # -- being reached
    "push_key": "anyone signed in",
    "put_push_subscription": "anyone signed in",
    "delete_push_subscription": "anyone signed in",
    "delivery_seen": "was rung",
    "shift_checks": "has it or plans it",
    "check_shift_again": "has the shift",
    "list_notices": "anyone signed in",
    "notices_seen": "anyone signed in",
    # -- one's own account
    "socket_ticket": "anyone signed in",
    "sign_out_everywhere": "anyone signed in",
    "get_security": "anyone signed in",
    "change_password": "anyone signed in",
    "set_pin": "anyone signed in",
    "remove_pin": "anyone signed in",
    "begin_totp": "anyone signed in",
    "confirm_totp": "anyone signed in",
    "remove_totp": "anyone signed in",
    "passkey_options": "anyone signed in",
    "add_passkey": "anyone signed in",
    "remove_passkey": "nobody",
    "make_recovery_codes": "anyone signed in",
    "revoke_device": "nobody",
    "end_sign_in": "nobody",
    # -- others' accounts, facilities, assignments
    "search_people": "keeps the account",
    "put_person": "keeps the account",
    "get_person": "keeps the account",
    "change_person": "keeps the account",
    "invite_person": "keeps the account",
    "disable_person": "keeps the account",
    "enable_person": "keeps the account",
    "reset_second_factor": "keeps the account",
    "sign_out_person": "keeps the account",
    "put_grant": "keeps the account",
    "end_grant": "keeps the account",
    "list_roles": "administers",
    "administered_facilities": "administers",
    "get_facility": "keeps the account",
    "put_facility": "administers the province",
    "change_facility": "keeps the account",
    "list_holidays": "anyone signed in",
    "set_holiday": "administers the province",
    "remove_holiday": "administers the province",
    "list_assignments": "administers",
    "put_assignment": "administers the province",
    "withdraw_assignment": "administers the province",
    "end_assignment": "administers the province",
    # -- other systems: what keys read is for no person; an id that is no key's or address's is found by nobody
    "exchange_desk": "administers",
    "put_exchange_key": "keeps the account",
    "revoke_exchange_key": "nobody",
    "put_webhook": "keeps the account",
    "test_webhook": "nobody",
    "stop_webhook": "nobody",
    "start_webhook": "nobody",
    "delete_webhook": "nobody",
    "send_webhook_again": "nobody",
    "put_webhook_secret": "nobody",
    "take_patient": "prepares at the station",
    "take_communes": "administers the province",
    "list_communes": "anyone signed in",
    "read_consults": "nobody",
    "read_consult_fhir": "nobody",
    "read_consult_bhyt": "nobody",
    "read_patient_fhir": "nobody",
    "read_duty_fhir": "nobody",
    # -- privacy
    "get_patient_history": "knows who it is",
    "put_access": "may break the glass",
    "list_accesses": "anyone signed in",
    "end_access": "holds it",
    "list_access_reviews": "reviews it",
    "review_access": "reviews it",
    "explain_access": "holds it",
    "put_data_request": "takes down a wish",
    "list_data_requests": "takes down a wish",
    "approve_data_request": "approves",
    "refuse_data_request": "answers or approves",
    "finish_data_request": "answers for data",
    "export_patient": "answers for data",
    "erase_patient": "answers for data",
    "get_totals": "sees totals",
    # -- the audit trail
    "get_audit": "reviews it",
    "get_audit_jsonl": "reviews it",
    "get_audit_people": "minds the trail",
    "get_audit_chain": "minds the trail",
    "check_audit_chain": "minds the trail",
    "stop_checking_audit_chain": "minds the trail",
    "get_audit_heads": "minds the trail",
}
"""For each operation the grid it follows. One that is missing here fails the build."""

BY_KEY: Final[dict[str, str]] = {
    "read_consults": "cases",
    "read_consult_fhir": "cases",
    "read_consult_bhyt": "cases identity papers",
    "read_patient_fhir": "cases identity",
    "read_duty_fhir": "duty",
}
"""What another system's key opens, and the kinds of data it must have been given for that. All else is refused to it,
whatever its kinds."""

OPEN_TO_STRANGERS: Final = frozenset(
    {
        *("sign_in", "sign_out", "sign_in_with_pin", "get_session_device", "refresh_session", "unlock_session"),
        *("passkey_sign_in_options", "sign_in_with_passkey", "begin_oidc", "finish_oidc"),
        *("open_invitation", "accept_invitation", "get_site", "switch_robot", "lock_session"),
        "read_calendar",
        "get_paper",  # proves to hold the paper by the code on it
        *("push_receipt", "gateway_receipt"),
        # A phone that a station let in goes by its own token, which opens these and nothing else.
        *("enter_as_phone", "phone_news", "offer_as_phone", "leave_as_phone"),
        *("put_phone_file", "phone_upload_offset", "phone_upload_piece"),
    }
)
"""Asked before anybody is signed in: they prove by themselves who asks."""

FRAMES: Final[dict[str, str]] = {
    "hello": "finds it among the open",
    "ack": "anyone signed in",
    "ping": "anyone signed in",
    "join": "sits in the call",
    "description": "sits in the call",
    "candidates": "sits in the call",
    "media": "sits in the call",
    "writing": "sits in the call",
    "stroke": "sits in the call",
    "measured": "sits in the call",
    "incident": "sits in the call",
    "leave": "anyone signed in",
}
"""For each frame a page may send. `hello` is let in where the snapshot that answers it holds the case; all that is said
in a room needs a seat in it; leaving a room one is not in does nothing."""
