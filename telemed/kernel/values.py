"""Closed lists that several features speak of. Codes are kept for ever; their Vietnamese is in the locale catalogue."""

from enum import StrEnum


class Urgency(StrEnum):
    """How soon: life threat now, same day, planned (design §2, domain 4.1)."""

    STAT = "stat"
    URGENT = "urgent"
    ROUTINE = "routine"


class Specialty(StrEnum):
    EMERGENCY = "emergency"  # Hồi sức cấp cứu
    INTERNAL = "internal"  # Nội
    SURGERY = "surgery"  # Ngoại
    OBSTETRICS = "obstetrics"  # Sản
    PAEDIATRICS = "paediatrics"  # Nhi
    DERMATOLOGY = "dermatology"  # Da liễu


class FacilityKind(StrEnum):
    STATION = "station"
    HOSPITAL = "hospital"
    PROVINCE = "province"  # Sở Y tế


class Profession(StrEnum):
    DOCTOR = "doctor"  # bác sĩ
    ASSISTANT = "assistant"  # y sĩ
    NURSE = "nurse"
    MIDWIFE = "midwife"
    OFFICER = "officer"  # no clinical licence


class Role(StrEnum):
    """domain.md §3; dated grants give them at one facility."""

    STATION_DOCTOR = "station_doctor"
    STATION_ASSISTANT = "station_assistant"
    STATION_NURSE = "station_nurse"
    STATION_HEAD = "station_head"
    SPECIALIST = "specialist"
    DEPT_HEAD = "dept_head"
    COORDINATOR = "coordinator"
    HOSPITAL_MANAGER = "hospital_manager"
    HOSPITAL_ADMIN = "hospital_admin"
    PROVINCE_VIEWER = "province_viewer"
    COMMUNE_VIEWER = "commune_viewer"
    PRIVACY_OFFICER = "privacy_officer"
    INTERPRETER = "interpreter"


class Label(StrEnum):
    """Illnesses whose mere name does harm: they hide the diagnosis from who does not treat (`domain.md` §3)."""

    HIV = "hiv"
    TB = "tb"
    MENTAL_HEALTH = "mental_health"
    SEXUAL_VIOLENCE = "sexual_violence"


class Sex(StrEnum):
    MALE = "male"
    FEMALE = "female"
    UNKNOWN = "unknown"


class Tier(StrEnum):
    """Who is called first for a specialty at a hospital."""

    FIRST = "first"
    SECOND = "second"
    HEAD = "head"
    LEADER = "leader"  # trực lãnh đạo


class Rung(StrEnum):
    """How a call goes on over the link it has, best first (design §5)."""

    VIDEO = "video"
    LOW_VIDEO = "low_video"
    VOICE = "voice"
    TEXT = "text"  # and still pictures
    PHONE = "phone"  # by telephone, or answered in writing


class LinkPath(StrEnum):
    """By which way media reach the other side."""

    DIRECT = "direct"
    RELAY_UDP = "relay_udp"
    RELAY_TCP = "relay_tcp"
    RELAY_TLS = "relay_tls"
