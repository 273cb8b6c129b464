"""An S3 service on loopback, with buckets of its own."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.request import Request, urlopen

from moto.server import ThreadedMotoServer

from telemed.infra.blob_s3 import S3
from telemed.kernel.ids import uuid7


@contextmanager
def s3_service() -> Iterator[str]:
    """Its address."""
    logging.getLogger("werkzeug").setLevel(logging.WARNING)  # its lines are not ours to capture
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    try:
        yield f"http://{host}:{port}"
    finally:
        server.stop()


def new_bucket(endpoint: str) -> S3:
    bucket = f"files-{uuid7()}"
    urlopen(Request(f"{endpoint}/{bucket}", method="PUT"), timeout=20).close()
    return S3(bucket, endpoint, key_id="key", secret="secret", prefix="telemed")
