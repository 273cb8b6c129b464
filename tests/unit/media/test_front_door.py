"""The signaling process may use media, but never carries its codecs."""

import subprocess
import sys

IMPORTS = "import sys, telemed.media, telemed.media.api; print(*{'aiortc', 'aioice', 'av'} & set(sys.modules))"


def test_the_server_imports_media_without_loading_aiortc() -> None:
    loaded = subprocess.run([sys.executable, "-c", IMPORTS], capture_output=True, text=True, timeout=30, check=True)

    assert loaded.stdout.strip() == ""


def test_the_line_tests_worker_starts_without_the_database() -> None:
    """Its first test waits for all it loads."""
    asked = "import sys, telemed.media.line_test_worker; print(*{'sqlalchemy', 'telemed.sessions'} & set(sys.modules))"

    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, timeout=60, check=True)

    assert loaded.stdout.strip() == ""
