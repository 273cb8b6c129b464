"""A certificate made on the spot, for a demo on the local network: browsers open a camera only over HTTPS.

Nobody vouches for it, so each browser warns once; a real installation has a real one (docs/operations.md).
"""

import ipaddress
import socket
import ssl
from datetime import timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from telemed.infra.kept_secret import kept
from telemed.kernel.clock import Clock

GOOD_FOR = timedelta(days=365)


def own_context(folder: Path, clock: Clock) -> ssl.SSLContext:
    """TLS with the certificate in `folder`, which is made if there is none."""
    file = folder / "demo-certificate.pem"
    kept(file, lambda: _make(clock))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(file)
    return context


def own_address() -> str:
    """This machine's address on the local network; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        try:
            s.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.1"
        return str(s.getsockname()[0])


def _make(clock: Clock) -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Telemed demo")])
    addresses = {ipaddress.ip_address("127.0.0.1"), ipaddress.ip_address(own_address())}
    names = [x509.DNSName("localhost"), x509.DNSName(socket.gethostname()), *map(x509.IPAddress, addresses)]
    now = clock.now()
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + GOOD_FOR)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return private + made.public_bytes(serialization.Encoding.PEM)
