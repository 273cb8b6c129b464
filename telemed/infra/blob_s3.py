"""Whole sealed things in a bucket of an S3 service (the extra `s3`). They are encrypted before they leave."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from obstore.store import S3Store as Bucket

WITHIN: Final = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class S3:
    """Where the bucket is, and who we are there."""

    bucket: str
    endpoint: str | None = None
    """None: Amazon's own."""
    region: str = "us-east-1"
    key_id: str = ""
    secret: str = field(default="", repr=False)
    prefix: str = ""


class S3Store:
    """Raises whatever the service answers (`obstore.exceptions`); a request is over after a minute."""

    def __init__(self, where: S3) -> None:
        self._bucket, self._prefix = _bucket(where), where.prefix.strip("/")

    async def put(self, name: str, chunks: AsyncIterator[bytes]) -> None:
        await self._bucket.put_async(self._path(name), chunks)

    async def read(self, name: str, start: int, stop: int) -> bytes:
        return bytes(await self._bucket.get_range_async(self._path(name), start=start, end=stop))

    async def size(self, name: str) -> int | None:
        try:
            return (await self._bucket.head_async(self._path(name)))["size"]
        except FileNotFoundError:
            return None

    async def delete(self, name: str) -> None:
        await self._bucket.delete_async(self._path(name))

    async def names(self, before: float) -> list[str]:
        found = []
        async for batch in self._bucket.list(f"{self._prefix}/" if self._prefix else None):
            found += [one["path"].rsplit("/", 1)[-1] for one in batch if one["last_modified"].timestamp() < before]
        return sorted(found)

    def _path(self, name: str) -> str:
        return "/".join(part for part in (self._prefix, name[:2], name) if part)


def _bucket(where: S3) -> "Bucket":
    """Raises RuntimeError: the extra is not installed."""
    try:
        from obstore.store import S3Store as Bucket
    except ImportError as error:
        raise RuntimeError("TELEMED_S3_BUCKET needs the extra: pip install telemed[s3]") from error
    client = {"timeout": WITHIN, "allow_http": (where.endpoint or "").startswith("http://")}
    config = {"region": where.region, "access_key_id": where.key_id, "secret_access_key": where.secret}
    if where.endpoint:
        config["endpoint"] = where.endpoint
    return Bucket(where.bucket, config=config, client_options=client)  # type: ignore[arg-type]
