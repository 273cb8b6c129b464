"""The demo's own certificate: made once, good for this machine's names, private to its owner."""

import ssl
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509

from telemed.infra.certificate import own_context
from telemed.kernel.clock import ManualClock


def test_it_is_made_once_and_names_this_machine(tmp_path: Path) -> None:
    clock = ManualClock(datetime(2026, 11, 22, tzinfo=UTC))

    assert isinstance(own_context(tmp_path, clock), ssl.SSLContext)
    file = tmp_path / "demo-certificate.pem"
    first = file.read_bytes()
    own_context(tmp_path, clock)

    assert file.read_bytes() == first
    assert file.stat().st_mode & 0o077 == 0
    names = x509.load_pem_x509_certificate(first).extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert "localhost" in names.get_values_for_type(x509.DNSName)
