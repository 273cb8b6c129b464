"""Keys of an invented authority, made anew for each test: a hospital's, one out of date, a list of revoked ones."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
PASSWORD = "mật khẩu của khóa thử"
YEAR = timedelta(days=365)


def named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def certificate(
    name: str,
    key: rsa.RSAPrivateKey,
    signer: rsa.RSAPrivateKey,
    issuer: str,
    *,
    until: datetime = NOW + YEAR,
    authority: bool = False,
) -> x509.Certificate:
    made = (
        x509.CertificateBuilder()
        .subject_name(named(name))
        .issuer_name(named(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - 3 * YEAR)
        .not_valid_after(until)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
    )
    usage = dict.fromkeys(
        ("key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only"), False
    ) | {"digital_signature": True, "content_commitment": True, "key_cert_sign": authority, "crl_sign": authority}
    return made.add_extension(x509.KeyUsage(**usage), critical=True).sign(signer, hashes.SHA256())


@dataclass
class Authority:
    """Who vouches for keys, and takes them back."""

    folder: Path

    def __post_init__(self) -> None:
        self.key = rsa.generate_private_key(65537, 2048)
        self.own = certificate("Demo CA", self.key, self.key, "Demo CA", authority=True)

    def issue(self, name: str = "BVĐK Tam Đường Demo", *, until: datetime = NOW + YEAR) -> "Issued":
        key = rsa.generate_private_key(65537, 2048)
        return Issued(self, key, certificate(name, key, self.key, "Demo CA", until=until))

    def revoked(self, *taken_back: x509.Certificate, by: "Authority | None" = None) -> Path:
        """The list it publishes; `by` another: one that is forged."""
        told = x509.CertificateRevocationListBuilder().issuer_name(named("Demo CA"))
        told = told.last_update(NOW - timedelta(days=1)).next_update(NOW + timedelta(days=7))
        for one in taken_back:
            row = x509.RevokedCertificateBuilder().serial_number(one.serial_number).revocation_date(NOW)
            told = told.add_revoked_certificate(row.build())
        file = self.folder / "revoked.crl"
        file.write_bytes(told.sign((by or self).key, hashes.SHA256()).public_bytes(Encoding.DER))
        return file


@dataclass
class Issued:
    authority: Authority
    key: rsa.RSAPrivateKey
    certificate: x509.Certificate

    def file(self, password: str = PASSWORD) -> Path:
        """As PKCS#12, with the authority's certificate beside."""
        file = self.authority.folder / f"{self.certificate.serial_number:x}.p12"
        locked = BestAvailableEncryption(password.encode())
        chain = [self.authority.own]
        file.write_bytes(pkcs12.serialize_key_and_certificates(b"seal", self.key, self.certificate, chain, locked))
        return file
