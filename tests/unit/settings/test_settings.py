"""A bad start names every fault at once, in plain words, and repeats no secret."""

from datetime import time
from ipaddress import ip_address, ip_network
from pathlib import Path

import pytest

from telemed import settings
from telemed.app import periods
from telemed.privacy.retention import DEFAULT_PERIODS
from telemed.settings import Settings, SettingsError


def faults_of(**env: str) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        settings.read({f"TELEMED_{name}": value for name, value in env.items()})
    return caught.value.faults


def test_nothing_set_is_a_private_server_on_8080_with_its_own_database() -> None:
    found = settings.read({"PATH": "/bin", "HOME": "/root"})

    assert (found.host, found.port, found.database_url, found.demo) == ("127.0.0.1", 8080, None, False)
    assert found.data_dir.is_absolute()


def test_an_empty_variable_counts_as_unset() -> None:
    found = settings.read({"TELEMED_PORT": "", "TELEMED_DATABASE_URL": " "})

    assert (found.port, found.database_url) == (8080, None)


def test_everything_can_be_set(tmp_path: Path) -> None:
    found = settings.read(
        {
            "TELEMED_DATA_DIR": str(tmp_path),
            "TELEMED_HOST": "0.0.0.0",
            "TELEMED_PORT": "9000",
            "TELEMED_DATABASE_URL": "postgresql://owner@db/telemed",
            "TELEMED_DATABASE_APP_URL": "postgresql://app@db/telemed",
            "TELEMED_PG_BIN": str(tmp_path),
            "TELEMED_DEMO": "1",
            "TELEMED_DEMO_LAN": "1",
            "TELEMED_PUBLIC_ORIGINS": "https://a.example.vn, http://10.0.0.2:8080",
            "TELEMED_TURN_URLS": "turn:t.example.vn:3478?transport=udp,turns:t.example.vn:5349",
            "TELEMED_TURN_SECRET": "s",
            "TELEMED_TURN_OLD_SECRET": "before",
            "TELEMED_TURN_LISTEN": "10.0.0.5, 2001:db8::5",
            "TELEMED_TURN_PUBLIC_ADDRESS": "203.0.113.7",
            "TELEMED_TURN_CERTIFICATE": "/etc/telemed/relay.pem",
            "TELEMED_TURN_KEY": "/etc/telemed/relay.key",
            "TELEMED_TURN_ALLOWED_PEERS": "10.20.0.0/16,fd00::/8",
            "TELEMED_TURN_USER_QUOTA": "20",
            "TELEMED_TURN_TOTAL_QUOTA": "400",
            "TELEMED_METRICS_TOKEN": "m",
            "TELEMED_DEBT_PAPERS_HOURS": "30",
            "TELEMED_DEBT_STAT_HOURS": "3",
            "TELEMED_DEBT_DECISION_HOURS": "36",
            "TELEMED_DEBT_RECEIPT_MINUTES": "30",
            "TELEMED_DEBT_FEEDBACK_DAYS": "5",
            "TELEMED_DEBT_RESULT_DAYS": "4",
            "TELEMED_DEBT_OLDEST_DAYS": "60",
            "TELEMED_OIDC_ISSUER": "https://login.example.vn/realms/yte",
            "TELEMED_OIDC_CLIENT_ID": "telemed",
            "TELEMED_OIDC_CLIENT_SECRET": "o",
            "TELEMED_OIDC_NAME": "Sở Y tế",
            "TELEMED_OIDC_MATCH_USERNAME": "1",
            "TELEMED_PAST_CASES_DAYS": "14",
            "TELEMED_CONFIRM_MINUTES": "20",
            "TELEMED_DAY_DUTY_FROM": "07:30",
            "TELEMED_NIGHT_DUTY_FROM": "16:30",
            "TELEMED_RECORD_YEARS": "12",
            "TELEMED_ACCIDENT_OR_MENTAL_YEARS": "22",
            "TELEMED_DEATH_YEARS": "40",
            "TELEMED_PUSH_CONTACT": "mailto:it@example.vn",
            "TELEMED_PUSH_HOSTS": "push.example.vn,*.push.example.org",
            "TELEMED_PUSH_PRIVATE": "1",
            "TELEMED_GATEWAY_URL": "http://127.0.0.1:9/telemed",
            "TELEMED_GATEWAY_SECRET": "g" * 32,
            "TELEMED_GATEWAY_TESTS": "1",
            "TELEMED_LOG_FORMAT": "json",
        }
    )

    assert found == Settings(
        data_dir=tmp_path,
        host="0.0.0.0",
        port=9000,
        database_url="postgresql://owner@db/telemed",
        database_app_url="postgresql://app@db/telemed",
        pg_bin=tmp_path,
        demo=True,
        demo_lan=True,
        public_origins=frozenset({"https://a.example.vn", "http://10.0.0.2:8080"}),
        turn_urls=("turn:t.example.vn:3478?transport=udp", "turns:t.example.vn:5349"),
        push_contact="mailto:it@example.vn",
        push_hosts=("push.example.vn", "*.push.example.org"),
        push_private=True,
        gateway_url="http://127.0.0.1:9/telemed",
        gateway_secret="g" * 32,
        gateway_tests=True,
        turn_secret="s",
        turn_old_secret="before",
        turn_listen=(ip_address("10.0.0.5"), ip_address("2001:db8::5")),
        turn_public_address=ip_address("203.0.113.7"),
        turn_certificate=Path("/etc/telemed/relay.pem"),
        turn_key=Path("/etc/telemed/relay.key"),
        turn_allowed_peers=(ip_network("10.20.0.0/16"), ip_network("fd00::/8")),
        turn_user_quota=20,
        turn_total_quota=400,
        metrics_token="m",
        oidc_issuer="https://login.example.vn/realms/yte",
        oidc_client_id="telemed",
        oidc_client_secret="o",
        oidc_name="Sở Y tế",
        oidc_match_username=True,
        past_cases_days=14,
        debt_papers_hours=30,
        debt_stat_hours=3,
        debt_decision_hours=36,
        debt_receipt_minutes=30,
        debt_feedback_days=5,
        debt_result_days=4,
        debt_oldest_days=60,
        confirm_minutes=20,
        day_duty_from=time(7, 30),
        night_duty_from=time(16, 30),
        record_years=12,
        accident_or_mental_years=22,
        death_years=40,
        log_format="json",
    )


def test_nothing_set_keeps_records_as_long_as_the_law_is_read_to_say() -> None:
    assert periods(Settings()) == DEFAULT_PERIODS
    assert periods(Settings(record_years=15)).record_years == 15


def test_all_faults_are_named_at_once() -> None:
    faults = faults_of(
        PORT="eighty",
        DEMO="yes",
        DATABASE_URL="mysql://x",
        PG_BIN="/no/such/folder",
        PUBLIC_ORIGINS="telemed.example.vn",
        TURN_URLS="http://x",
        LOG_FORMAT="xml",
        PROT="1",
    )

    assert [fault.split(" ")[0] for fault in faults] == [
        "TELEMED_PORT",
        "TELEMED_DATABASE_URL",
        "TELEMED_PG_BIN",
        "TELEMED_DEMO",
        "TELEMED_PUBLIC_ORIGINS",
        "TELEMED_TURN_URLS",
        "TELEMED_LOG_FORMAT",
        "TELEMED_PROT",
    ]
    assert faults[-1] == "TELEMED_PROT is not a setting. Is TELEMED_PORT meant?"


@pytest.mark.parametrize("port", ["0", "65536", "-1", "8080.0", "８０"])
def test_a_port_is_a_real_port(port: str) -> None:
    assert faults_of(PORT=port) == ["TELEMED_PORT must be a whole number from 1 to 65535."]


@pytest.mark.parametrize(
    "env",
    [
        {"DATABASE_APP_URL": "postgresql://app:s3cret@db/x"},
        {"TURN_SECRET": "s3cret"},
        {"TURN_URLS": "turn:x"},
        {"TURN_OLD_SECRET": "s3cret"},
        {"TURN_CERTIFICATE": "/etc/relay.pem"},
        {"TURN_KEY": "relay.key"},
        {"TURN_LISTEN": "turn.example.vn"},
        {"TURN_PUBLIC_ADDRESS": "203.0.113.7,203.0.113.8"},
        {"TURN_ALLOWED_PEERS": "10.20.0.1/16"},
        {"DEMO_LAN": "1"},
        {"DEMO": "1", "HOST": "0.0.0.0"},
    ],
)
def test_settings_that_contradict_each_other_are_refused_without_showing_secrets(env: dict[str, str]) -> None:
    (fault,) = faults_of(**env)

    assert "s3cret" not in fault


def test_a_demo_on_this_machine_alone_needs_no_more() -> None:
    assert settings.read({"TELEMED_DEMO": "1", "TELEMED_HOST": "localhost"}).demo


def test_secrets_do_not_show_when_settings_are_printed() -> None:
    shown = repr(Settings(turn_secret="s3cret", metrics_token="s3cret", database_url="postgresql://a:s3cret@b"))

    assert "s3cret" not in shown


@pytest.mark.parametrize(
    "issuer",
    ["http://login.example.vn", "login.example.vn", "https://", "https://login.example.vn?x=1", "http://localhost.vn"],
)
def test_another_sign_in_is_reached_over_tls_alone(issuer: str) -> None:
    (fault, *_) = faults_of(OIDC_ISSUER=issuer, OIDC_CLIENT_ID="telemed")

    assert fault == "TELEMED_OIDC_ISSUER must look like https://login.example.vn."


def test_another_sign_in_on_this_machine_may_be_plain() -> None:
    found = settings.read({"TELEMED_OIDC_ISSUER": "http://127.0.0.1:3000", "TELEMED_OIDC_CLIENT_ID": "telemed"})

    assert (found.oidc_issuer, found.oidc_name) == ("http://127.0.0.1:3000", "OpenID Connect")


def test_another_sign_in_knows_us_by_an_id() -> None:
    assert faults_of(OIDC_ISSUER="https://login.example.vn") == [
        "TELEMED_OIDC_ISSUER and TELEMED_OIDC_CLIENT_ID go together."
    ]


def test_a_gateway_is_asked_over_tls_with_a_real_secret() -> None:
    faults = faults_of(GATEWAY_URL="http://10.0.0.9/sms", GATEWAY_SECRET="short", GATEWAY_TESTS="1")

    assert [fault.split()[0] for fault in faults] == [
        "TELEMED_GATEWAY_URL",
        "TELEMED_GATEWAY_SECRET",
        "TELEMED_GATEWAY_TESTS=1",
    ]
    assert faults_of(GATEWAY_URL="https://sms.example.vn") == [
        "TELEMED_GATEWAY_URL and TELEMED_GATEWAY_SECRET go together."
    ]
    assert "short" not in str(faults)


def test_who_a_push_service_may_write_to_and_which_ones_are_asked_are_names() -> None:
    faults = faults_of(PUSH_CONTACT="it@example.vn", PUSH_HOSTS="https://push.example.org")

    assert [fault.split()[0] for fault in faults] == ["TELEMED_PUSH_CONTACT", "TELEMED_PUSH_HOSTS"]


def test_forms_have_the_codes_an_installation_gives_them(tmp_path: Path) -> None:
    found = settings.read(
        {
            "TELEMED_FORM_CODES": "extract=40/BV-01, minutes=39/BV-01",
            "TELEMED_PAPER_SYSTEM": "Hội chẩn Lai Châu",
            "TELEMED_PAPER_OWNER": "Sở Y tế tỉnh Lai Châu",
            "TELEMED_PAPER_FONT": "Source Serif 4",
            "TELEMED_PAPER_FONTS": str(tmp_path),
        }
    )

    assert found.form_codes == {"extract": "40/BV-01", "minutes": "39/BV-01"}
    assert (found.paper_system, found.paper_owner) == ("Hội chẩn Lai Châu", "Sở Y tế tỉnh Lai Châu")
    assert (found.paper_font, found.paper_fonts) == ("Source Serif 4", tmp_path)
    assert faults_of(FORM_CODES="letter=1") == [
        "TELEMED_FORM_CODES must look like extract=40/BV-01; the forms are minutes, extract, referral, follow_up."
    ]


def test_a_bucket_is_named_with_who_may_write_there_and_its_secret_is_not_shown() -> None:
    given = {"S3_BUCKET": "files", "S3_ENDPOINT": "https://s3.example.vn", "S3_KEY_ID": "k", "S3_SECRET": "not shown"}
    found = settings.read({f"TELEMED_{name}": value for name, value in given.items()})

    assert found.s3 is not None
    assert (found.s3.bucket, found.s3.endpoint, found.s3.secret) == ("files", "https://s3.example.vn", "not shown")
    assert "not shown" not in repr(found)
    assert faults_of(S3_ENDPOINT="https://s3.example.vn") == [
        "TELEMED_S3_BUCKET must be named when another TELEMED_S3_ setting is."
    ]
    assert len(faults_of(S3_BUCKET="files")) == 1
    assert len(faults_of(S3_BUCKET="files", S3_ENDPOINT="http://s3.example.vn", S3_KEY_ID="k", S3_SECRET="s")) == 1


def test_what_the_insurance_is_told_of_a_place_and_how_tables_are_called_is_set() -> None:
    found = settings.read(
        {"TELEMED_BHYT_HEADS": "12018=0123456789, 12002=0123456780", "TELEMED_BHYT_ROOTS": "xml13=GIAY_CHUYEN"}
    )

    assert found.bhyt_heads == {"12018": "0123456789", "12002": "0123456780"}
    assert found.bhyt_roots == {"xml13": "GIAY_CHUYEN"}
    assert faults_of(BHYT_HEADS="tram=1", BHYT_ROOTS="xml12=A, xml13=<A>") == [
        "TELEMED_BHYT_ROOTS must look like xml13=CHI_TIEU_GIAYCHUYENTUYEN, with commas between.",
        "TELEMED_BHYT_HEADS must look like 12018=0123456789, with commas between.",
    ]
