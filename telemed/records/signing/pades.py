"""Seals a PDF as PAdES with the facility's key: from a PKCS#12 file, or in a PKCS#11 token that never lets it out.

The key is read at each sealing, so one that was replaced works at once. Neither asks the network for anything: whether
a certificate was revoked is read from the list its issuer publishes, which the operator keeps in a file.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Final

import structlog
from cryptography import x509

from telemed.records.signing.seal import Sealed, SealFault

FIELD: Final = "FacilitySeal"
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Pkcs12:
    """A key with its certificates in a file."""

    file: Path
    password: str = field(default="", repr=False)
    crl: Path | None = None
    """The issuer's list of revoked certificates, DER or PEM."""

    def seal(self, pdf: bytes, at: datetime) -> Sealed:
        from pyhanko.sign import signers

        # A wrong password and a broken file are told apart by nobody: it answers None, and says why in its own log.
        load = signers.SimpleSigner.load_pkcs12
        signer = load(str(self.file), passphrase=self.password.encode() or None)  # type: ignore[no-untyped-call]
        if signer is None:
            raise SealFault("seal.key_unreadable")
        return _sealed(signer, pdf, at, self.crl)


@dataclass(frozen=True, slots=True)
class Pkcs11:
    """A key in a token: a smart card, a USB key, an HSM. It needs a slot, and the token does the arithmetic."""

    library: Path
    token: str
    """Its label."""
    key: str
    """Label of the key and of its certificate."""
    pin: str = field(default="", repr=False)
    crl: Path | None = None

    def seal(self, pdf: bytes, at: datetime) -> Sealed:
        import pkcs11
        from pyhanko.config.pkcs11 import TokenCriteria
        from pyhanko.sign.general import SigningError
        from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session

        try:
            criteria = TokenCriteria(label=self.token)
            session = open_pkcs11_session(str(self.library), token_criteria=criteria, user_pin=self.pin or None)
        except (pkcs11.PKCS11Error, SigningError, OSError, RuntimeError) as error:
            log.warning("seal_token_gone", error=type(error).__name__)
            raise SealFault("seal.token_gone") from error
        with session:
            signer = PKCS11Signer(session, cert_label=self.key, key_label=self.key)
            try:
                assert signer.signing_cert is not None  # reads it from the token
            except (pkcs11.PKCS11Error, SigningError, AssertionError) as error:
                log.warning("seal_key_unreadable", error=type(error).__name__)
                raise SealFault("seal.key_unreadable") from error
            return _sealed(signer, pdf, at, self.crl)


def _sealed(signer: object, pdf: bytes, at: datetime, crl: Path | None) -> Sealed:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import PdfSignatureMetadata, fields, signers

    assert isinstance(signer, signers.Signer)
    assert signer.signing_cert is not None
    own = x509.load_der_x509_certificate(signer.signing_cert.dump())
    issuers = [x509.load_der_x509_certificate(one.dump()) for one in signer.cert_registry]
    _require_good(own, issuers, at, crl)
    about = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
        name=own.subject.rfc4514_string(),
        signer_key_usage=set(),  # what the issuer meant the key for is between it and the hospital
    )
    out = BytesIO()
    with _refusals():
        signers.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), about, signer=signer, output=out)
    return Sealed(out.getvalue(), own.subject.rfc4514_string(), f"{own.serial_number:x}")


def _require_good(own: x509.Certificate, issuers: list[x509.Certificate], at: datetime, crl: Path | None) -> None:
    """
    Raises:
        SealFault: the certificate is not valid at that moment, or its issuer took it back.
    """
    if at > own.not_valid_after_utc:
        raise SealFault("seal.key_expired")
    if at < own.not_valid_before_utc:
        raise SealFault("seal.key_not_yet_valid")
    if crl is None:
        return
    try:
        raw = crl.read_bytes()
        told = x509.load_pem_x509_crl(raw) if raw.startswith(b"-----") else x509.load_der_x509_crl(raw)
    except (OSError, ValueError) as error:
        raise SealFault("seal.crl_unreadable") from error
    keys = [one.public_key() for one in issuers if one.subject == told.issuer]
    # A list that somebody else wrote, or of another issuer, would clear a key that was taken back.
    if told.issuer != own.issuer or not any(told.is_signature_valid(key) for key in keys):  # type: ignore[arg-type]
        raise SealFault("seal.crl_unreadable")
    if told.get_revoked_certificate_by_serial_number(own.serial_number) is not None:
        raise SealFault("seal.key_revoked")


@contextmanager
def _refusals() -> Iterator[None]:
    """Whatever the key or the library refuses is one fault: the paper is as it was."""
    try:
        yield
    except SealFault:
        raise
    except Exception as error:
        log.warning("seal_refused", error=type(error).__name__)
        raise SealFault("seal.refused") from error
