"""The demo's facilities, people and assignments. Seeding twice changes nothing: every id follows from its name."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib import resources
from typing import Final
from uuid import UUID, uuid5

from telemed.identity import store
from telemed.identity.model import DatedGrant, Facility, Person
from telemed.identity.passwords import Passwords
from telemed.identity.wire import DemoAccount, Site
from telemed.infra.db import Database, Tx
from telemed.kernel.actor import Actor
from telemed.kernel.ids import FacilityId, GrantId, UserId
from telemed.kernel.values import FacilityKind, Profession, Role, Specialty
from telemed.schedules import store as schedules
from telemed.schedules.model import Assignment
from telemed.schedules.store import holidays as calendar
from telemed.schedules.working_time import DayKind

PASSWORD: Final = "hoichan-demo"  # noqa: S105 - printed with the address; the demo holds nobody's data
SINCE: Final = date(2026, 1, 1)
SOURCE: Final = "demo, theo địa bàn huyện cũ"
SPACE: Final = UUID("5f9f1a0c-0d53-7c63-9d0a-7e1eae0de300")

TAM_DUONG: Final = "tamduong"
THAN_UYEN: Final = "thanuyen"
HOSPITALS: Final = (TAM_DUONG, THAN_UYEN)
PROVINCE_HOSPITAL: Final = "tinh"
HEALTH_DEPARTMENT: Final = "soyte"
_AREAS: Final = {"Tam Đường": TAM_DUONG, "Than Uyên": THAN_UYEN}

ROBOT: Final = "robot.tamduong"
"""May answer for every specialty at both hospitals when it is switched on; off, it just cannot be reached."""

ACCOUNTS: Final = (
    ("tram.binhlu", Role.STATION_DOCTOR),
    ("tram.thanuyen", Role.STATION_DOCTOR),
    ("bs.tamduong", Role.SPECIALIST),
    ("bs.thanuyen", Role.SPECIALIST),
    ("truongkhoa.tamduong", Role.DEPT_HEAD),
    ("dieuphoi.tamduong", Role.COORDINATOR),
    ("quanly.tamduong", Role.HOSPITAL_MANAGER),
    ("soyte", Role.PROVINCE_VIEWER),
    ("kiemsoat.tamduong", Role.PRIVACY_OFFICER),
    ("quantri", Role.HOSPITAL_ADMIN),
    ("quantri.tinh", Role.HOSPITAL_ADMIN),
)
"""On the sign-in page, in this order."""

E, I, S, O, P, D = (  # noqa: E741 - short names keep the table below readable
    Specialty.EMERGENCY,
    Specialty.INTERNAL,
    Specialty.SURGERY,
    Specialty.OBSTETRICS,
    Specialty.PAEDIATRICS,
    Specialty.DERMATOLOGY,
)


class NotADemo(Exception):
    """There are real people in this database: demo accounts, whose password everyone knows, do not belong there."""


@dataclass(frozen=True, slots=True)
class Post:
    """A role of a demo person at a facility, by the facility's key."""

    role: Role
    at: str
    specialty: Specialty | None = None


@dataclass(frozen=True, slots=True)
class Staff:
    username: str
    title: str
    name: str
    posts: tuple[Post, ...]


_PROFESSIONS: Final = {"BS.": Profession.DOCTOR, "YS.": Profession.ASSISTANT, "ĐD.": Profession.NURSE}

TEAMS: Final[dict[str, dict[Specialty, tuple[str, ...]]]] = {
    TAM_DUONG: {
        E: ("Trần Sơn", "Lê Hải", "Vũ Khánh"),
        I: ("Nguyễn Hà", "Đinh Thảo", "Lương Bình"),
        S: ("Bùi Cường", "Tống Duy", "Mùa Sính"),
        O: ("Đặng Yến", "Lò Hương", "Ngô Diệp"),
        P: ("Phạm Quang", "Hoàng Vân", "Sùng Mỷ"),
        D: ("Cao Nhung", "Lý Phương", "Hà Tuấn"),
    },
    THAN_UYEN: {
        E: ("Vàng Lâm", "Đỗ Thắng", "Hoàng Nam"),
        I: ("Trịnh Loan", "Lò Kiên", "Phan Dung"),
        S: ("Nông Hiếu", "Mai Tùng", "Lường Đạt"),
        O: ("Chu Hằng", "Tẩn Liên", "Hồ Oanh"),
        P: ("Hoàng Minh", "Quàng Thu", "Dương Giang"),
        D: ("Lưu Trang", "Thào Dế", "Kiều Anh"),
    },
}
"""Who shares the duty of a specialty, in the order of the rotation. The first heads it, but for those of HEADS."""

LEADERS: Final = {TAM_DUONG: ("Đỗ Lan", "Lê Phú", "Trần Hoa"), THAN_UYEN: ("Nguyễn Thành", "Lò Xuân", "Vũ Thủy")}
_CALLED: Final = {("Trần Sơn", TAM_DUONG): "bs.tamduong", ("Vàng Lâm", THAN_UYEN): "bs.thanuyen"}
STARS: Final = {TAM_DUONG: "bs.tamduong", THAN_UYEN: "bs.thanuyen"}
"""On duty whenever the demo runs: first tier of emergency, and reachable for what they hold besides."""
_BESIDES: Final = (I, P)
HEADS: Final = {(TAM_DUONG, E): "truongkhoa.tamduong", (TAM_DUONG, I): "truongkhoa.tamduong"}

ROTATING: Final = (
    ("luanphien1.tamduong", "Giàng Lử", TAM_DUONG, I),
    ("luanphien2.tamduong", "Lý Sơn", TAM_DUONG, P),
    ("luanphien3.tamduong", "Vừ Chua", TAM_DUONG, S),
    ("luanphien1.thanuyen", "Hà Quỳnh", THAN_UYEN, O),
    ("luanphien2.thanuyen", "Lò Thịnh", THAN_UYEN, I),
)
"""Hospital doctors who take turns at stations; they share no duty, so that a posting leaves no hole in it."""

_STATIONS: Final = {  # doctor, y sĩ, nurse, head
    "03390": ("Lò Mai", "Giàng Tủa", "Tẩn Hoa", "Vàng Pao"),
    "03405": ("Lù Chẩn", "Hảng Dơ", "Phàn Mẩy", "Tẩn Phủ"),
    "03430": ("Sùng Chứ", "Lò Ín", "Giàng Sáo", "Ma Páo"),
    "03424": ("Vi Đông", "Lò Pin", "Hoàng Sen", "Lường Inh"),
    "03595": ("Hà Thơm", "Lò Nghĩa", "Vàng Xoa", "Nguyễn Tâm"),
    "03618": ("Lương Hạnh", "Cà Tiến", "Lò Nhung", "Hoàng Ưng"),
    "03637": ("Tòng Vui", "Lò Khiêm", "Mào Ly", "Tòng Phanh"),
    "03640": ("Lò Chựa", "Hà Piến", "Vì Mến", "Lường Chương"),
}
_OF_TAM_DUONG: Final = ("03390", "03405", "03430", "03424")
"""Its stations of the demo: one privacy officer and one administrator look after all five."""
_STATION_CALLED: Final = {"03390": "tram.binhlu", "03595": "tram.thanuyen"}

HOLIDAYS: Final = (
    (date(2026, 1, 1), "Tết Dương lịch"),
    *((date(2026, 2, day), "Tết Nguyên đán") for day in range(16, 21)),
    (date(2026, 4, 27), "Giỗ Tổ Hùng Vương (nghỉ bù)"),
    (date(2026, 4, 30), "Ngày Chiến thắng"),
    (date(2026, 5, 1), "Quốc tế Lao động"),
    (date(2026, 9, 1), "Quốc khánh"),
    (date(2026, 9, 2), "Quốc khánh"),
    (date(2027, 1, 1), "Tết Dương lịch"),
)
"""For the demo. A real place enters each year's days when the government has announced them."""


def facility_id(key: str) -> FacilityId:
    """`key` is a commune's code for its station, else one of the names above."""
    return FacilityId(uuid5(SPACE, f"facility {key}"))


def person_id(username: str) -> UserId:
    return UserId(uuid5(SPACE, f"person {username}"))


def username_of(name: str, hospital: str, specialty: Specialty | None, number: int) -> str:
    return _CALLED.get((name, hospital)) or f"{specialty or 'leader'}{number}.{hospital}"


def team(hospital: str, specialty: Specialty | None) -> list[UserId]:
    """Who shares a specialty's duty; the hospital's leaders if None."""
    names = TEAMS[hospital][specialty] if specialty else LEADERS[hospital]
    return [person_id(username_of(name, hospital, specialty, n)) for n, name in enumerate(names, 1)]


def planner(place: FacilityId) -> UserId:
    """Who publishes a hospital's roster."""
    return person_id("quanly.tamduong") if place == facility_id(TAM_DUONG) else team(THAN_UYEN, None)[0]


def site(*, robot: bool | None) -> Site:
    """What the demo's sign-in page shows."""
    staff = {one.username: one for one in people()}
    names = {key: facility.short_name for key, facility in facilities()}
    accounts = [
        DemoAccount(
            username=username, name=_full(staff[username]), role=role, facility=names[staff[username].posts[0].at]
        )
        for username, role in ACCOUNTS
    ]
    return Site(demo=True, robot=robot, accounts=accounts, emergency_phone=_phone(1))


async def seed_people(db: Database, passwords: Passwords) -> None:
    """Facilities, assignments, people and their grants.

    Raises:
        NotADemo: the database is in real use.
    """
    staff = list(people())
    async with db.transaction(Actor.system("demo")) as tx:
        if await store.has_real_people(tx):
            raise NotADemo
        known = {person.id: person for person in await store.persons(tx, {person_id(s.username) for s in staff})}
    kept = next((person.password_hash for person in known.values()), None)
    password_hash = kept or await passwords.hash(PASSWORD)  # one for all: eighty would take seconds
    async with db.transaction(Actor.system("demo")) as tx:
        for _, facility in facilities():
            await store.add_facility(tx, facility)
        await _seed_assignments(tx)
        for number, one in enumerate(staff, 1):
            await _seed_person(tx, one, number, password_hash)
        await calendar.add(tx, ((day, name, DayKind.HOLIDAY) for day, name in HOLIDAYS))


def facilities() -> Iterator[tuple[str, Facility]]:
    for n, commune in enumerate(_communes()):
        yield commune["code"], _station(commune, _STATION_PHONES.get(commune["code"], 30 + n))
    department = "Sở Y tế tỉnh Lai Châu"
    for key, place, prefix, first_phone in (
        (TAM_DUONG, "Tam Đường", "BTD", 1),
        (THAN_UYEN, "Than Uyên", "BTU", 5),
        (PROVINCE_HOSPITAL, "tỉnh Lai Châu", "BVT", 8),
    ):
        yield (
            key,
            Facility(
                id=facility_id(key),
                name=f"Bệnh viện Đa khoa {place}",
                short_name=f"BVĐK {place}",
                prefix=prefix,
                kind=FacilityKind.HOSPITAL,
                authority=department,
                emergency_phone=_phone(first_phone),
                leader_phone=_phone(first_phone + 1),
            ),
        )
    authority = "Ủy ban nhân dân tỉnh Lai Châu"
    yield (
        HEALTH_DEPARTMENT,
        Facility(facility_id(HEALTH_DEPARTMENT), department, "Sở Y tế", FacilityKind.PROVINCE, authority=authority),
    )


def people() -> Iterator[Staff]:
    for hospital, teams in TEAMS.items():
        for specialty, names in teams.items():
            for number, name in enumerate(names, 1):
                username = username_of(name, hospital, specialty, number)
                held = (specialty, *_BESIDES) if username in STARS.values() else (specialty,)
                posts = [Post(Role.SPECIALIST, hospital, one) for one in held]
                if number == 1 and (hospital, specialty) not in HEADS:
                    posts.append(Post(Role.DEPT_HEAD, hospital, specialty))
                yield Staff(username, "BS.", name, tuple(posts))
        for number, name in enumerate(LEADERS[hospital], 1):
            posts = [Post(Role.SPECIALIST, hospital), Post(Role.HOSPITAL_MANAGER, hospital)]
            yield Staff(username_of(name, hospital, None, number), "BS.", name, tuple(posts))
    headed = [Post(Role.DEPT_HEAD, place, s) for (place, s), who in HEADS.items() if who == "truongkhoa.tamduong"]
    yield Staff("truongkhoa.tamduong", "BS.", "Nguyễn Đức", (*headed, Post(Role.SPECIALIST, TAM_DUONG, I)))
    yield Staff("dieuphoi.tamduong", "ĐD.", "Lê Thu", (Post(Role.COORDINATOR, TAM_DUONG),))
    yield Staff("quanly.tamduong", "", "Phạm Ngọc", (Post(Role.HOSPITAL_MANAGER, TAM_DUONG),))
    yield Staff("soyte", "", "Lý Minh Châu", (Post(Role.PROVINCE_VIEWER, HEALTH_DEPARTMENT),))
    area = (TAM_DUONG, *_OF_TAM_DUONG)
    yield Staff("kiemsoat.tamduong", "", "Đinh Minh", tuple(Post(Role.PRIVACY_OFFICER, place) for place in area))
    yield Staff("quantri", "", "Vũ Kỹ Thuật", tuple(Post(Role.HOSPITAL_ADMIN, place) for place in area))
    yield Staff("quantri.tinh", "", "Hoàng Quốc", (Post(Role.HOSPITAL_ADMIN, HEALTH_DEPARTMENT),))
    yield Staff("xa.binhlu", "", "Lù Thanh", (Post(Role.COMMUNE_VIEWER, "03390"),))
    everything = (Post(Role.SPECIALIST, place, s) for place in HOSPITALS for s in Specialty)
    yield Staff(ROBOT, "BS.", "Rô Bốt", tuple(everything))
    for code, (doctor, assistant, nurse, head) in _STATIONS.items():
        called = _STATION_CALLED.get(code, f"bs.{code}")
        yield Staff(called, "BS.", doctor, (Post(Role.STATION_DOCTOR, code),))
        yield Staff(f"ys.{code}", "YS.", assistant, (Post(Role.STATION_ASSISTANT, code),))
        yield Staff(f"dd.{code}", "ĐD.", nurse, (Post(Role.STATION_NURSE, code),))
        yield Staff(f"tramtruong.{code}", "BS.", head, (Post(Role.STATION_HEAD, code),))
    for username, name, hospital, specialty in ROTATING:
        yield Staff(username, "BS.", name, (Post(Role.SPECIALIST, hospital, specialty),))


_STATION_PHONES: Final = {code: 10 + n for n, code in enumerate(_STATIONS)}


async def _seed_person(tx: Tx, one: Staff, number: int, password_hash: str) -> None:
    profession = _PROFESSIONS.get(one.title, Profession.OFFICER)
    license_no = None if profession is Profession.OFFICER else f"{number:06d}/LCH-DEMO"
    person = Person(
        id=person_id(one.username),
        username=one.username,
        full_name=f"{one.name} Demo",
        title=one.title,
        profession=profession,
        license_no=license_no,
        password_hash=password_hash,
        demo=True,
        facility=facility_id(one.posts[0].at),
    )
    await store.add_person(tx, person)
    grants = (
        DatedGrant(
            id=GrantId(uuid5(SPACE, f"grant {one.username} {post.role} {post.at} {post.specialty}")),
            person=person.id,
            role=post.role,
            facility=facility_id(post.at),
            valid_from=SINCE,
            specialty=post.specialty,
            source="demo",
        )
        for post in one.posts
    )
    await store.add_grants(tx, grants)


async def _seed_assignments(tx: Tx) -> None:
    for commune in _communes():
        if hospital := _AREAS.get(commune["hospital_area"]):
            station = facility_id(commune["code"])
            other = next(one for one in HOSPITALS if one != hospital)
            for rank, (name, place) in enumerate((("assignment", hospital), ("second", other)), 1):
                made = uuid5(SPACE, f"{name} {commune['code']}")
                new = Assignment(made, station, facility_id(place), SINCE, None, SOURCE, rank)
                await schedules.add_assignment(tx, new)


def _station(commune: dict[str, str], phone: int) -> Facility:
    name, kind = commune["name"], commune["kind"]
    return Facility(
        id=facility_id(commune["code"]),
        name=f"Trạm Y tế {kind} {name}",
        short_name=f"Trạm {name}",
        kind=FacilityKind.STATION,
        prefix=commune["prefix"],
        commune_code=commune["code"],
        authority=f"Ủy ban nhân dân {kind} {name}",
        emergency_phone=_phone(phone),
    )


def _communes() -> list[dict[str, str]]:
    with resources.files("telemed.demo").joinpath("communes.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _full(one: Staff) -> str:
    return f"{one.title} {one.name} Demo".strip()


def _phone(number: int) -> str:
    return f"02130000{number:03d}"
