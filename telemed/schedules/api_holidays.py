"""Routes of the calendar: holidays and swapped days."""

from telemed.infra.routes import Routes
from telemed.kernel.actor import Actor
from telemed.schedules.service.holidays import Holidays
from telemed.schedules.wire_holidays import Holiday, HolidayList, RemoveHoliday


def routes(holidays: Holidays) -> Routes:
    routes = Routes()

    @routes.get("/api/holidays", tag="holidays")
    async def list_holidays(actor: Actor) -> HolidayList:
        """Holidays and swapped days, from the first of last year on."""
        return await holidays.all(actor)

    @routes.post("/api/holidays", tag="holidays", errors=(403,))
    async def set_holiday(body: Holiday, actor: Actor) -> HolidayList:
        """Name a day that is free, or a weekend day that is worked; from today on."""
        return await holidays.set(actor, body)

    @routes.post("/api/holidays/remove", tag="holidays", errors=(403,))
    async def remove_holiday(body: RemoveHoliday, actor: Actor) -> HolidayList:
        """Make it a day like any other; from today on."""
        return await holidays.remove(actor, body.day)

    return routes
