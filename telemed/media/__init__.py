"""Front door of media: what carries voice and picture. Importing it loads no codec, and `Links` only when asked for.

The line test's worker comes in by this door too: with the database's half behind it, its first test would wait
seconds longer (`tests/unit/media/test_front_door.py`).
"""

from typing import TYPE_CHECKING, Any

from telemed.media.ice import IceServer, Turn, ice_servers

if TYPE_CHECKING:
    from telemed.media.links import Beginning
    from telemed.media.service_links import Links

__all__ = ["Beginning", "IceServer", "Links", "Turn", "ice_servers"]


def __getattr__(name: str) -> Any:
    if name == "Beginning":
        from telemed.media.links import Beginning

        return Beginning
    if name == "Links":
        from telemed.media.service_links import Links

        return Links
    raise AttributeError(name)
