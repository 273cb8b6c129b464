"""What the operator may set, `TELEMED_*`, all faults named at once: long because it is the one list of settings."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from pathlib import Path
from typing import TypeVar, get_args
from urllib.parse import urlsplit

from telemed.infra.blob_s3 import S3
from telemed.infra.logs import LogFormat
from telemed.infra.scope import PAST_CASES_FOR

T = TypeVar("T")

_HOUR = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
FORMS = ("minutes", "extract", "referral", "follow_up")
_ELSEWHERE = ("TELEMED_DEV_", "TELEMED_NODE", "TELEMED_TEST_")
"""Read by the Makefile, the web's development server and tests; the program itself has no use for them."""


class SettingsError(Exception):
    """The settings cannot be used. `faults` has one plain sentence per variable at fault."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Settings:
    """`docs/operations.md` explains each variable; values that are secret never show in a repr."""

    data_dir: Path = Path("data")
    host: str = "127.0.0.1"
    port: int = 8080
    database_url: str | None = field(default=None, repr=False)
    """A server of the operator's, as owner. None: the embedded one under `data_dir`."""
    database_app_url: str | None = field(default=None, repr=False)
    """The same server, as the role the application runs with. None: the owner makes that role."""
    pg_bin: Path | None = None
    demo: bool = False
    demo_lan: bool = False
    demo_history: bool = True
    """Whether a demo starts with a month behind it."""
    public_origins: frozenset[str] = frozenset()
    turn_urls: tuple[str, ...] = ()
    turn_secret: str = field(default="", repr=False)
    turn_old_secret: str = field(default="", repr=False)
    """Still believed while pages hold credentials made with it."""
    turn_listen: tuple[IPv4Address | IPv6Address, ...] = ()
    """None: every address of the relay's machine."""
    turn_public_address: IPv4Address | IPv6Address | None = None
    turn_certificate: Path | None = None
    turn_key: Path | None = None
    turn_allowed_peers: tuple[IPv4Network | IPv6Network, ...] = ()
    """Private networks the relay may carry to all the same."""
    turn_user_quota: int = 48
    turn_total_quota: int = 1200
    metrics_token: str | None = field(default=None, repr=False)
    oidc_issuer: str | None = None
    """Whose sign-in may be used besides ours."""
    oidc_client_id: str | None = None
    oidc_client_secret: str | None = field(default=None, repr=False)
    oidc_name: str = "OpenID Connect"
    oidc_match_username: bool = False
    past_cases_days: int = PAST_CASES_FOR.days
    debt_papers_hours: int = 24
    debt_stat_hours: int = 2
    debt_decision_hours: int = 24
    debt_receipt_minutes: int = 60
    debt_feedback_days: int = 3
    debt_result_days: int = 3
    debt_oldest_days: int = 90
    confirm_minutes: int = 15
    """After a shift's start: nobody there yet, and the backup is rung beside."""
    day_duty_from: time = time(7)
    night_duty_from: time = time(17)
    """Local: where a day of duty is cut in two on the coverage wall."""
    record_years: int = 10
    """How long records are kept; of the law's figures nobody is certain yet (`telemed/privacy/retention.py`)."""
    accident_or_mental_years: int = 20
    death_years: int = 30
    push_contact: str | None = None
    """Whom a push service may write to; the first public origin if none is named."""
    push_hosts: tuple[str, ...] = ()
    """None: those of the usual browsers."""
    push_private: bool = False
    """Push services may be inside our own network, over plain HTTP."""
    gateway_url: str | None = None
    """Where SMS, Zalo messages and telephone calls are asked for."""
    gateway_secret: str = field(default="", repr=False)
    gateway_tests: bool = False
    sign_pkcs12: Path | None = None
    """The facility's key in a file, by which signed papers are sealed; or in a token:"""
    sign_pkcs12_password: str = field(default="", repr=False)
    sign_pkcs11_library: Path | None = None
    sign_pkcs11_token: str | None = None
    sign_pkcs11_key: str | None = None
    sign_pkcs11_pin: str = field(default="", repr=False)
    sign_crl: Path | None = None
    """The issuer's list of revoked certificates; read at each sealing."""
    picture_mb: int = 25
    webhook_private: bool = False
    """Addresses inside our own network may be told of facts, over plain HTTP too."""
    bhyt_columns: str = "annex"
    """Which listing of the insurance's columns goes out: annex or amended."""
    bhyt_roots: Mapping[str, str] = field(default_factory=dict)
    """The outermost element by table, where a portal calls it otherwise."""
    bhyt_heads: Mapping[str, str] = field(default_factory=dict)
    """By a facility's five digits the number of its head, who answers for what goes out."""
    file_mb: int = 100
    """Of a document, a DICOM file, a video or a sound."""
    case_pictures_mb: int = 500
    s3: S3 | None = None
    """None: files lie under `data_dir`."""
    log_format: LogFormat = "auto"
    paper_system: str = "Telemed"
    """What the foot of a copy calls this system."""
    paper_owner: str = ""
    paper_font: str = ""
    paper_fonts: Path | None = None
    """A folder of further fonts."""
    form_codes: Mapping[str, str] = field(default_factory=dict)
    """“MS” by form."""


def read(env: Mapping[str, str]) -> Settings:
    """The settings in an environment. An empty variable counts as unset.

    Raises:
        SettingsError: with every fault there is.
    """
    reader = _Reader({name: value.strip() for name, value in env.items() if name.startswith("TELEMED_")})
    default = Settings()
    settings = Settings(
        data_dir=Path(reader.text("DATA_DIR") or default.data_dir).absolute(),
        host=reader.text("HOST") or default.host,
        port=reader.number("PORT", default.port, 1, 65535),
        database_url=reader.database("DATABASE_URL"),
        database_app_url=reader.database("DATABASE_APP_URL"),
        pg_bin=reader.folder("PG_BIN"),
        demo=reader.flag("DEMO"),
        demo_lan=reader.flag("DEMO_LAN"),
        demo_history=reader.flag("DEMO_HISTORY", default=True),
        public_origins=reader.origins("PUBLIC_ORIGINS"),
        turn_urls=reader.turn_urls("TURN_URLS"),
        turn_secret=reader.text("TURN_SECRET") or "",
        turn_old_secret=reader.text("TURN_OLD_SECRET") or "",
        turn_listen=reader.addresses("TURN_LISTEN"),
        turn_public_address=next(iter(reader.addresses("TURN_PUBLIC_ADDRESS", most=1)), None),
        turn_certificate=reader.path("TURN_CERTIFICATE"),
        turn_key=reader.path("TURN_KEY"),
        turn_allowed_peers=reader.networks("TURN_ALLOWED_PEERS"),
        turn_user_quota=reader.number("TURN_USER_QUOTA", default.turn_user_quota, 8, 10_000),
        turn_total_quota=reader.number("TURN_TOTAL_QUOTA", default.turn_total_quota, 8, 100_000),
        metrics_token=reader.text("METRICS_TOKEN"),
        oidc_issuer=reader.issuer("OIDC_ISSUER"),
        oidc_client_id=reader.text("OIDC_CLIENT_ID"),
        oidc_client_secret=reader.text("OIDC_CLIENT_SECRET"),
        oidc_name=reader.text("OIDC_NAME") or default.oidc_name,
        oidc_match_username=reader.flag("OIDC_MATCH_USERNAME"),
        confirm_minutes=reader.number("CONFIRM_MINUTES", default.confirm_minutes, 1, 240),
        day_duty_from=reader.hour("DAY_DUTY_FROM", default.day_duty_from),
        night_duty_from=reader.hour("NIGHT_DUTY_FROM", default.night_duty_from),
        past_cases_days=reader.number("PAST_CASES_DAYS", default.past_cases_days, 0, 3650),
        debt_papers_hours=reader.number("DEBT_PAPERS_HOURS", default.debt_papers_hours, 1, 720),
        debt_stat_hours=reader.number("DEBT_STAT_HOURS", default.debt_stat_hours, 1, 72),
        debt_decision_hours=reader.number("DEBT_DECISION_HOURS", default.debt_decision_hours, 1, 720),
        debt_receipt_minutes=reader.number("DEBT_RECEIPT_MINUTES", default.debt_receipt_minutes, 5, 1440),
        debt_feedback_days=reader.number("DEBT_FEEDBACK_DAYS", default.debt_feedback_days, 1, 60),
        debt_result_days=reader.number("DEBT_RESULT_DAYS", default.debt_result_days, 1, 30),
        debt_oldest_days=reader.number("DEBT_OLDEST_DAYS", default.debt_oldest_days, 30, 730),
        record_years=reader.number("RECORD_YEARS", default.record_years, 1, 100),
        accident_or_mental_years=reader.number("ACCIDENT_OR_MENTAL_YEARS", default.accident_or_mental_years, 1, 100),
        death_years=reader.number("DEATH_YEARS", default.death_years, 1, 100),
        push_contact=reader.contact("PUSH_CONTACT"),
        push_hosts=reader.hosts("PUSH_HOSTS"),
        push_private=reader.flag("PUSH_PRIVATE"),
        gateway_url=reader.address("GATEWAY_URL", "https://gateway.example.vn/telemed"),
        gateway_secret=reader.secret("GATEWAY_SECRET", 32),
        gateway_tests=reader.flag("GATEWAY_TESTS"),
        sign_pkcs12=reader.path("SIGN_PKCS12"),
        sign_pkcs12_password=reader.text("SIGN_PKCS12_PASSWORD") or "",
        sign_pkcs11_library=reader.path("SIGN_PKCS11_LIBRARY"),
        sign_pkcs11_token=reader.text("SIGN_PKCS11_TOKEN"),
        sign_pkcs11_key=reader.text("SIGN_PKCS11_KEY"),
        sign_pkcs11_pin=reader.text("SIGN_PKCS11_PIN") or "",
        sign_crl=reader.path("SIGN_CRL"),
        picture_mb=reader.number("PICTURE_MB", default.picture_mb, 1, 200),
        file_mb=reader.number("FILE_MB", default.file_mb, 1, 140),
        case_pictures_mb=reader.number("CASE_PICTURES_MB", default.case_pictures_mb, 1, 10_000),
        webhook_private=reader.flag("WEBHOOK_PRIVATE"),
        bhyt_columns=reader.choice("BHYT_COLUMNS", default.bhyt_columns, ("annex", "amended")),
        bhyt_roots=reader.pairs("BHYT_ROOTS", r"xml(5|13|14)", r"[A-Za-z_][\w.-]*", "xml13=CHI_TIEU_GIAYCHUYENTUYEN"),
        bhyt_heads=reader.pairs("BHYT_HEADS", r"\d{5}", r"[A-Za-z0-9]{1,10}", "12018=0123456789"),
        s3=reader.s3(),
        log_format=reader.log_format("LOG_FORMAT"),
        paper_system=reader.text("PAPER_SYSTEM") or default.paper_system,
        paper_owner=reader.text("PAPER_OWNER") or "",
        paper_font=reader.text("PAPER_FONT") or "",
        paper_fonts=reader.folder("PAPER_FONTS"),
        form_codes=reader.form_codes("FORM_CODES"),
    )
    faults = [*reader.faults, *_contradictions(settings), *reader.unknown()]
    if faults:
        raise SettingsError(faults)
    return settings


def _contradictions(settings: Settings) -> list[str]:
    faults = []
    if settings.database_app_url and not settings.database_url:
        faults.append("TELEMED_DATABASE_APP_URL means something only with TELEMED_DATABASE_URL, its owner.")
    if bool(settings.turn_urls) != bool(settings.turn_secret):
        faults.append("TELEMED_TURN_URLS and TELEMED_TURN_SECRET go together.")
    if settings.turn_old_secret and not settings.turn_secret:
        faults.append("TELEMED_TURN_OLD_SECRET means something only with TELEMED_TURN_SECRET, the new one.")
    if bool(settings.turn_certificate) != bool(settings.turn_key):
        faults.append("TELEMED_TURN_CERTIFICATE and TELEMED_TURN_KEY go together.")
    if bool(settings.oidc_issuer) != bool(settings.oidc_client_id):
        faults.append("TELEMED_OIDC_ISSUER and TELEMED_OIDC_CLIENT_ID go together.")
    if settings.day_duty_from >= settings.night_duty_from:
        faults.append("TELEMED_DAY_DUTY_FROM must be earlier than TELEMED_NIGHT_DUTY_FROM.")
    if bool(settings.gateway_url) != bool(settings.gateway_secret):
        faults.append("TELEMED_GATEWAY_URL and TELEMED_GATEWAY_SECRET go together.")
    if settings.gateway_tests and not settings.gateway_url:
        faults.append("TELEMED_GATEWAY_TESTS=1 means something only with TELEMED_GATEWAY_URL.")
    faults += _key_faults(settings)
    if settings.demo_lan and not settings.demo:
        faults.append("TELEMED_DEMO_LAN=1 means something only with TELEMED_DEMO=1.")
    if settings.demo and not settings.demo_lan and not _is_loopback(settings.host):
        faults.append(
            "TELEMED_HOST: the demo's passwords are public, so it is for this machine alone without TELEMED_DEMO_LAN=1."
        )
    return faults


def _key_faults(settings: Settings) -> list[str]:
    faults = []
    token = (settings.sign_pkcs11_library, settings.sign_pkcs11_token, settings.sign_pkcs11_key)
    if any(token) and not all(token):
        faults.append("TELEMED_SIGN_PKCS11_LIBRARY, TELEMED_SIGN_PKCS11_TOKEN and TELEMED_SIGN_PKCS11_KEY go together.")
    if settings.sign_pkcs12 and any(token):
        faults.append("TELEMED_SIGN_PKCS12 and TELEMED_SIGN_PKCS11_LIBRARY: one key seals papers, not two.")
    if settings.sign_crl and not (settings.sign_pkcs12 or any(token)):
        faults.append(
            "TELEMED_SIGN_CRL means something only with a key, TELEMED_SIGN_PKCS12 or TELEMED_SIGN_PKCS11_KEY."
        )
    return faults


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class _Reader:
    """Takes variables by name and remembers what was wrong and what was never asked for. Values are not repeated in
    faults: some are secrets."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self._env = env
        self._asked: set[str] = set()
        self.faults: list[str] = []

    def text(self, name: str) -> str | None:
        self._asked.add(f"TELEMED_{name}")
        return self._env.get(f"TELEMED_{name}") or None

    def number(self, name: str, default: int, low: int, high: int) -> int:
        text = self.text(name)
        if text is None:
            return default
        if text.isascii() and text.isdigit() and low <= int(text) <= high:
            return int(text)
        return self._fault(name, f"must be a whole number from {low} to {high}.", default)

    def hour(self, name: str, default: time) -> time:
        text = self.text(name)
        if text is None:
            return default
        if _HOUR.fullmatch(text):
            return time.fromisoformat(text)
        return self._fault(name, "must be a time of day like 07:00.", default)

    def flag(self, name: str, *, default: bool = False) -> bool:
        text = self.text(name) or str(int(default))
        return text == "1" if text in {"0", "1"} else self._fault(name, "must be 1 or 0.", default=default)

    def database(self, name: str) -> str | None:
        text = self.text(name)
        if text and urlsplit(text).scheme not in {"postgresql", "postgres"}:
            return self._fault(name, "must look like postgresql://user:password@host:5432/telemed.", None)
        return text

    def folder(self, name: str) -> Path | None:
        text = self.text(name)
        if text and not Path(text).is_dir():
            return self._fault(name, "is not a folder on this machine.", None)
        return Path(text) if text else None

    def origins(self, name: str) -> frozenset[str]:
        given = self._list(name)
        for origin in given:
            parts = urlsplit(origin)
            if (
                parts.scheme not in {"https", "http"}
                or f"{parts.scheme}://{parts.netloc}" != origin
                or not parts.netloc
            ):
                return self._fault(
                    name, "must be addresses like https://telemed.example.vn, with commas between.", frozenset()
                )
        return frozenset(given)

    def turn_urls(self, name: str) -> tuple[str, ...]:
        given = self._list(name)
        if not all(url.startswith(("turn:", "turns:", "stun:", "stuns:")) for url in given):
            return self._fault(name, "must be addresses like turn:host:3478?transport=udp, with commas between.", ())
        return given

    def addresses(self, name: str, *, most: int = 8) -> tuple[IPv4Address | IPv6Address, ...]:
        given = self._list(name)
        try:
            found = tuple(map(ip_address, given))
        except ValueError:
            return self._fault(name, "must be IP addresses like 203.0.113.7, with commas between.", ())
        return found if len(found) <= most else self._fault(name, f"must be at most {most}.", ())

    def networks(self, name: str) -> tuple[IPv4Network | IPv6Network, ...]:
        try:
            return tuple(map(ip_network, self._list(name)))
        except ValueError:
            return self._fault(name, "must be networks like 10.20.0.0/16, with commas between.", ())

    def path(self, name: str) -> Path | None:
        """Of a file that another program on another machine may read: whether it is there is not ours to say."""
        text = self.text(name)
        if text and not Path(text).is_absolute():
            return self._fault(name, "must be a whole path, from / on.", None)
        return Path(text) if text else None

    def issuer(self, name: str) -> str | None:
        text = self.address(name, "https://login.example.vn")
        if text and urlsplit(text).query:
            return self._fault(name, "must look like https://login.example.vn.", None)
        return text

    def address(self, name: str, such_as: str) -> str | None:
        """Over TLS, or on this very machine."""
        text = self.text(name)
        parts = urlsplit(text or "")
        safe = parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(parts.hostname or ""))
        if text and not (safe and parts.hostname and not parts.fragment):
            return self._fault(name, f"must look like {such_as}.", None)
        return text

    def contact(self, name: str) -> str | None:
        text = self.text(name)
        if text and not re.fullmatch(r"mailto:[^@\s]+@[\w.-]+|https://[\w-]+(\.[\w-]+)+", text):
            return self._fault(name, "must look like mailto:it@example.vn or https://telemed.example.vn.", None)
        return text

    def hosts(self, name: str) -> tuple[str, ...]:
        given = self._list(name)
        if not all(re.fullmatch(r"(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*", host) for host in given):
            return self._fault(name, "must be names like push.example.org or *.example.org, with commas between.", ())
        return given

    def s3(self) -> S3 | None:
        """The bucket, if one is named; half of a place is a fault."""
        bucket, prefix = self.text("S3_BUCKET"), self.text("S3_PREFIX") or ""
        endpoint = self.address("S3_ENDPOINT", "https://s3.example.vn")
        key_id, secret = self.text("S3_KEY_ID") or "", self.text("S3_SECRET") or ""
        region = self.text("S3_REGION") or "us-east-1"
        if bucket is None:
            if endpoint or key_id or secret or prefix:
                return self._fault("S3_BUCKET", "must be named when another TELEMED_S3_ setting is.", None)
            return None
        if not key_id or not secret:
            return self._fault("S3_KEY_ID", "and TELEMED_S3_SECRET go with TELEMED_S3_BUCKET.", None)
        return S3(bucket, endpoint, region, key_id, secret, prefix)

    def secret(self, name: str, least: int) -> str:
        text = self.text(name) or ""
        if text and len(text) < least:
            return self._fault(name, f"must have at least {least} characters.", "")
        return text

    def choice(self, name: str, default: str, known: tuple[str, ...]) -> str:
        text = self.text(name) or default
        return text if text in known else self._fault(name, f"must be {' or '.join(known)}.", default)

    def form_codes(self, name: str) -> Mapping[str, str]:
        pairs = [one.partition("=")[::2] for one in self._list(name)]
        if any(form not in FORMS or not code.strip() for form, code in pairs):
            return self._fault(name, f"must look like extract=40/BV-01; the forms are {', '.join(FORMS)}.", {})
        return {form: code.strip() for form, code in pairs}

    def pairs(self, name: str, left: str, right: str, such_as: str) -> Mapping[str, str]:
        """Words by words; each side is of one form."""
        found = [one.partition("=")[::2] for one in self._list(name)]
        if any(not re.fullmatch(left, one.strip()) or not re.fullmatch(right, two.strip()) for one, two in found):
            return self._fault(name, f"must look like {such_as}, with commas between.", {})
        return {one.strip(): two.strip() for one, two in found}

    def log_format(self, name: str) -> LogFormat:
        text = self.text(name) or "auto"
        for known in get_args(LogFormat):
            if text == known:
                return known  # type: ignore[no-any-return]
        return self._fault(name, "must be auto, json or plain.", "auto")

    def unknown(self) -> list[str]:
        """A misspelt variable would be silently without effect."""
        faults = []
        for name in sorted(self._env.keys() - self._asked):
            if not name.startswith(_ELSEWHERE):
                near = difflib.get_close_matches(name, self._asked, n=1)
                faults.append(f"{name} is not a setting.{f' Is {near[0]} meant?' if near else ''}")
        return faults

    def _list(self, name: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in (self.text(name) or "").split(",") if part.strip())

    def _fault(self, name: str, what: str, default: T) -> T:
        self.faults.append(f"TELEMED_{name} {what}")
        return default
