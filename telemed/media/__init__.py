"""Front door of media: what carries voice and picture. Importing it loads no codec."""

from telemed.media.ice import IceServer, Turn, ice_servers

__all__ = ["IceServer", "Turn", "ice_servers"]
