"""A sealed paper is judged by others: poppler checks the signature, pikepdf the file. A bad key says so."""

import os
import re
import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pikepdf
import pkcs11
import pytest
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from telemed.records.forms import render_minutes
from telemed.records.signing import Pkcs11, Pkcs12, Sealer, SealFault
from tests.unit.records.keys import NOW, PASSWORD, Authority, Issued
from tests.unit.records.papers import MINUTES

PIN, TOKEN, KEY = "4711", "hospital", "seal"
LIBRARY = Path("/usr/lib/softhsm/libsofthsm2.so")


@pytest.fixture(scope="session")
def paper() -> bytes:
    return render_minutes(MINUTES)


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


def checked(pdf: bytes, folder: Path) -> str:
    """What poppler's own checker says of the signatures in a file."""
    file = folder / "sealed.pdf"
    file.write_bytes(pdf)
    told = subprocess.run(
        ["pdfsig", "-nocert", str(file)], capture_output=True, text=True, check=False, timeout=60, env={"HOME": folder}
    )
    return told.stdout


def refusal(sealer: Sealer, paper: bytes) -> str:
    with pytest.raises(SealFault) as fault:
        sealer.seal(paper, NOW)
    return fault.value.code


def test_a_sealed_paper_is_whole_and_signed_in_the_eyes_of_another_program(
    authority: Authority, paper: bytes, tmp_path: Path
) -> None:
    issued = authority.issue()

    sealed = Pkcs12(issued.file(), PASSWORD).seal(paper, NOW)

    told = checked(sealed.pdf, tmp_path)
    assert "Signature is Valid." in told
    assert "ETSI.CAdES.detached" in told
    assert "Total document signed" in told
    assert "SHA-256" in told
    assert re.search("Signer Certificate Common Name: .*BV", told)
    assert sealed.serial == f"{issued.certificate.serial_number:x}"
    assert sealed.pdf.startswith(paper)  # what was printed stands in it, byte for byte
    with pikepdf.open(tmp_path / "sealed.pdf") as pdf:
        assert pdf.Root.AcroForm.SigFlags == 3
        assert "pdfaid" in str(pdf.open_metadata())


def test_one_byte_more_or_less_breaks_the_seal(authority: Authority, paper: bytes, tmp_path: Path) -> None:
    sealed = Pkcs12(authority.issue().file(), PASSWORD).seal(paper, NOW).pdf
    at = len(paper) // 2

    changed = checked(sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :], tmp_path)

    assert "Signature is Valid." not in changed


def test_a_key_that_is_out_of_date_seals_nothing(authority: Authority, paper: bytes) -> None:
    old = authority.issue(until=NOW - timedelta(days=1))

    assert refusal(Pkcs12(old.file(), PASSWORD), paper) == "seal.key_expired"


def test_a_key_that_was_taken_back_seals_nothing(authority: Authority, paper: bytes) -> None:
    lost, other = authority.issue(), authority.issue()

    assert refusal(Pkcs12(lost.file(), PASSWORD, authority.revoked(lost.certificate)), paper) == "seal.key_revoked"
    assert Pkcs12(lost.file(), PASSWORD, authority.revoked(other.certificate)).seal(paper, NOW).subject


def test_a_list_of_revoked_keys_that_another_wrote_is_not_believed(
    authority: Authority, paper: bytes, tmp_path: Path
) -> None:
    key = authority.issue()

    forged = authority.revoked(by=Authority(tmp_path))

    assert refusal(Pkcs12(key.file(), PASSWORD, forged), paper) == "seal.crl_unreadable"
    assert refusal(Pkcs12(key.file(), PASSWORD, tmp_path / "none.crl"), paper) == "seal.crl_unreadable"


def test_a_wrong_password_or_a_file_that_is_none_says_so_and_keeps_the_secret(
    authority: Authority, paper: bytes, tmp_path: Path
) -> None:
    key = Pkcs12(authority.issue().file(), "khác")

    assert refusal(key, paper) == "seal.key_unreadable"
    assert refusal(Pkcs12(tmp_path / "none.p12", PASSWORD), paper) == "seal.key_unreadable"
    assert "khác" not in repr(key)


@pytest.fixture
def token(authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Issued:
    """A token in software, as PKCS#11 sees it, with the hospital's key inside."""
    assert shutil.which("softhsm2-util"), "softhsm2 is not installed"
    (tmp_path / "tokens").mkdir()
    settings = tmp_path / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {tmp_path / 'tokens'}\nlog.level = ERROR\n")
    monkeypatch.setenv("SOFTHSM2_CONF", str(settings))
    issued = authority.issue()
    pem = tmp_path / "key.pem"
    pem.write_bytes(issued.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    init = ["--init-token", "--free", "--label", TOKEN, "--pin", PIN, "--so-pin", "00000000"]
    put = ["--import", str(pem), "--token", TOKEN, "--label", KEY, "--id", "a1", "--pin", PIN]
    for command in (init, put):
        subprocess.run(["softhsm2-util", *command], check=True, capture_output=True, timeout=60, env=dict(os.environ))
    library = pkcs11.lib(str(LIBRARY))
    library.reinitialize()
    with library.get_token(token_label=TOKEN).open(user_pin=PIN, rw=True) as session:
        session.create_object(
            {
                pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE,
                pkcs11.Attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
                pkcs11.Attribute.TOKEN: True,
                pkcs11.Attribute.LABEL: KEY,
                pkcs11.Attribute.ID: b"\xa1",
                pkcs11.Attribute.SUBJECT: issued.certificate.subject.public_bytes(),
                pkcs11.Attribute.VALUE: issued.certificate.public_bytes(Encoding.DER),
            }
        )
    return issued


def test_a_key_in_a_token_seals_without_leaving_it(token: Issued, paper: bytes, tmp_path: Path) -> None:
    sealed = Pkcs11(LIBRARY, TOKEN, KEY, PIN).seal(paper, NOW)

    assert "Signature is Valid." in checked(sealed.pdf, tmp_path)
    assert sealed.serial == f"{token.certificate.serial_number:x}"


def test_a_token_that_is_gone_or_locked_seals_nothing(token: Issued, paper: bytes) -> None:
    assert refusal(Pkcs11(LIBRARY, "another", KEY, PIN), paper) == "seal.token_gone"
    assert refusal(Pkcs11(LIBRARY, TOKEN, KEY, "0000"), paper) == "seal.token_gone"
    assert refusal(Pkcs11(LIBRARY, TOKEN, "another", PIN), paper) == "seal.key_unreadable"
    assert refusal(Pkcs11(Path("/no/such.so"), TOKEN, KEY, PIN), paper) == "seal.token_gone"
