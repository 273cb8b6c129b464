"""A real relay at the hospital's end of a weak link: for the firewall that lets no UDP through."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from telemed.cli.turn_config import server_of
from telemed.media.turn_config import turnserver_conf
from telemed.settings import read
from tests.eventually import eventually
from tests.turn import SECRET, certified, program
from tests.weak.ends import Link

PORT, TLS_PORT = 3478, 443


@asynccontextmanager
async def relay_in(link: Link, folder: Path) -> AsyncIterator[dict[str, str]]:
    """What `telemed` must be told to use it. It listens when this begins, and is gone when it ends."""
    host = link.addresses["hospital"]
    _, certificate, key = await asyncio.to_thread(certified, folder, name=host)
    urls = f"turn:{host}:{PORT}?transport=udp", f"turn:{host}:{PORT}?transport=tcp"
    env = {
        "TELEMED_TURN_URLS": ",".join([*urls, f"turns:{host}:{TLS_PORT}?transport=tcp"]),
        "TELEMED_TURN_SECRET": SECRET,
        "TELEMED_TURN_LISTEN": host,
        "TELEMED_TURN_CERTIFICATE": str(certificate),
        "TELEMED_TURN_KEY": str(key),
        "TELEMED_TURN_ALLOWED_PEERS": "10.99.0.0/16",  # a province's own network
    }
    conf, log = folder / "turnserver.conf", folder / "turnserver.log"
    conf.write_text(turnserver_conf(server_of(read(env))))
    with log.open("wb") as out:
        process = await asyncio.create_subprocess_exec(
            *link.inside("hospital"),
            program(),
            *("-c", str(conf), f"--userdb={folder}/turndb", f"--pidfile={folder}/turn.pid"),
            stdout=out,
            stderr=out,
        )
    try:
        await eventually(lambda: _listens(link, host), within=10, every=0.1)
        yield env
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        await process.wait()


async def _listens(link: Link, host: str) -> bool:
    caller = link.socket("hospital")
    caller.setblocking(False)
    try:
        await asyncio.get_running_loop().sock_connect(caller, (host, TLS_PORT))
    except OSError:
        return False
    finally:
        caller.close()
    return True
