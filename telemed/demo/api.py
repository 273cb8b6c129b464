"""The switch of the robot specialist, on the demo's sign-in page: there is nobody signed in yet."""

from collections.abc import Awaitable, Callable

from aiohttp import web

from telemed.infra.routes import ApiModel, Routes
from telemed.infra.security import is_local
from telemed.kernel.errors import Denied

Switch = Callable[[bool], Awaitable[bool]]
"""Told what is wanted; answers what is."""


class RobotSwitch(ApiModel):
    on: bool


def routes(switch: Switch) -> Routes:
    """Mounted in the demo only, and answered only to this machine: it starts a process."""
    r = Routes()

    @r.post("/api/demo/robot", tag="session", errors=(403,))
    async def switch_robot(body: RobotSwitch, request: web.Request) -> RobotSwitch:
        """Switch the demo's robot specialist on or off."""
        if not is_local(request):
            raise Denied
        return RobotSwitch(on=await switch(body.on))

    return r
