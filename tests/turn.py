"""A real coturn, configured by `telemed turn-config` with a certificate authority of the test's own; and a Chromium
that trusts it."""

import asyncio
import base64
import hmac
import ipaddress
import os
import shutil
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from telemed.cli.turn_config import server_of
from telemed.kernel.clock import SystemClock
from telemed.media import IceServer, Turn
from telemed.media.turn_config import turnserver_conf
from telemed.settings import Settings, read
from tests.eventually import eventually
from tests.live import free_port

SECRET, OLD_SECRET = "a test's own relay secret", "the relay secret before it"


def certified(folder: Path, *, name: str = "localhost") -> tuple[Path, Path, Path]:
    """An authority of today, and a certificate of its making: its own, the server's, the server's key."""
    now = SystemClock().now()
    authority, server = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Authority of a test")])

    def made(subject: x509.Name, key: ec.EllipticCurvePrivateKey) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(issuer)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=7))
        )

    usage = x509.KeyUsage(*[flag in (5, 6) for flag in range(9)])  # signs certificates and revocations
    root = (
        made(issuer, authority)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(authority, hashes.SHA256())
    )
    names = [x509.DNSName(name), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    leaf = (
        made(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]), server)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(authority, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    paths = folder / "authority.pem", folder / "relay.pem", folder / "relay.key"
    paths[0].write_bytes(root.public_bytes(pem))
    paths[1].write_bytes(leaf.public_bytes(pem))
    paths[2].write_bytes(server.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    return paths


@dataclass
class Coturn:
    """UDP and TCP on one port, TLS on another. Relays to itself, and on to nothing private."""

    settings: Settings
    env: dict[str, str]
    """For a `telemed` that uses this relay."""
    authority: Path
    log: Path
    port: int
    tls_port: int

    @property
    def udp(self) -> str:
        return f"turn:127.0.0.1:{self.port}?transport=udp"

    @property
    def tcp(self) -> str:
        return f"turn:127.0.0.1:{self.port}?transport=tcp"

    @property
    def tls(self) -> str:
        return f"turns:localhost:{self.tls_port}?transport=tcp"

    @property
    def turn(self) -> Turn:
        return Turn(self.settings.turn_urls, self.settings.turn_secret)

    def credentials(self, *, lasts: float = 60, who: str = "somebody", secret: str = SECRET) -> tuple[str, str]:
        """By coturn's own clock, which no test can move."""
        username = f"{int(time.time() + lasts)}:{who}"
        return username, base64.b64encode(hmac.digest(secret.encode(), username.encode(), "sha1")).decode()

    def server(self, *urls: str, lasts: float = 60, who: str = "somebody") -> IceServer:
        return IceServer(urls, *self.credentials(lasts=lasts, who=who))


def program() -> str:
    """Raises: tests of the relay need the relay."""
    if path := shutil.which("turnserver"):
        return path
    raise RuntimeError("tests of the relay need coturn: run `apt-get install coturn` as root")


@asynccontextmanager
async def coturn(folder: Path, *more: str, **settings: str) -> AsyncIterator[Coturn]:
    """Ready to be asked, and gone at the end. `settings` are TELEMED_TURN_… by the rest of their name."""
    authority, certificate, key = certified(folder)
    port, tls_port = free_port(), free_port()
    env = {
        "TELEMED_TURN_URLS": f"turn:127.0.0.1:{port}?transport=udp,turn:127.0.0.1:{port}?transport=tcp,"
        f"turns:localhost:{tls_port}?transport=tcp",
        "TELEMED_TURN_SECRET": SECRET,
        "TELEMED_TURN_OLD_SECRET": OLD_SECRET,
        "TELEMED_TURN_LISTEN": "127.0.0.1",
        "TELEMED_TURN_CERTIFICATE": str(certificate),
        "TELEMED_TURN_KEY": str(key),
    } | {f"TELEMED_TURN_{name}": value for name, value in settings.items()}
    read_back = read(env)

    conf, log = folder / "turnserver.conf", folder / "turnserver.log"
    conf.write_text(turnserver_conf(server_of(read_back)))
    # coturn itself refuses loopback unless told: in the world nothing is there but the machine's own services.
    own = ["--allow-loopback-peers", f"--userdb={folder}/turndb", f"--pidfile={folder}/pid", "--verbose", *more]
    with log.open("wb") as out:
        process = await asyncio.create_subprocess_exec(program(), "-c", str(conf), *own, stdout=out, stderr=out)
    relay = Coturn(read_back, env, authority, log, port, tls_port)
    try:
        await eventually(lambda: _listens(tls_port))
        yield relay
    finally:
        with suppress(ProcessLookupError):
            process.send_signal(signal.SIGTERM)
        await process.wait()


async def _listens(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True


async def trusting(home: Path, authority: Path) -> dict[str, str]:
    """The environment of a Chromium that believes this authority besides the usual ones (docs/decisions/0025)."""
    store = home / ".pki" / "nssdb"
    store.mkdir(parents=True)
    for command in (
        ("-N", "--empty-password"),
        ("-A", "-t", "C,,", "-n", "authority of a test", "-i", str(authority)),
    ):
        certutil = await asyncio.create_subprocess_exec("certutil", "-d", f"sql:{store}", *command)
        assert await certutil.wait() == 0
    return dict(os.environ) | {"HOME": str(home)}
