"""Counts over many cases, for the province, a hospital, a commune. Counted as the system: nothing single comes out."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from telemed import identity
from telemed.infra import audit
from telemed.infra.db import Database
from telemed.kernel.actor import Actor
from telemed.kernel.clock import LOCAL
from telemed.kernel.errors import DomainError, Kind
from telemed.kernel.ids import FacilityId
from telemed.privacy import policy, wire
from telemed.privacy.store import totals as store
from telemed.privacy.suppression import Cell, all_shown, shown

AT_MOST = timedelta(days=10 * 366)


class BadPeriod(DomainError):
    """These days are no period: the end is before the beginning, or more than ten years after it."""

    kind, code = Kind.INVALID, "totals.bad_period"


class TotalsDesk:
    def __init__(self, db: Database) -> None:
        self._db = db

    async def count(self, actor: Actor, query: wire.TotalsQuery) -> wire.Totals:
        """Of a commune only whole years: two periods that overlap could be subtracted, and small counts be found.

        Raises:
            BadPeriod
        """
        scope = policy.require_totals(actor)
        first, last = query.from_date, query.to_date
        if not timedelta() <= last - first <= AT_MOST or last == date.max:
            raise BadPeriod(pointer="/query/to_date")
        if scope.communes_of:
            first, last = date(first.year, 1, 1), date(last.year, 12, 31)
        async with self._db.transaction(Actor.system("totals")) as tx:
            stations = await store.stations_of_communes(tx, scope.communes_of) if scope.communes_of else None
            found = await store.counted(
                tx,
                _begin(first),
                _begin(last + timedelta(days=1)),
                stations=stations,
                hospitals=scope.hospitals or None,
            )
            places = await identity.facilities(tx, {FacilityId(one) for one in (*found.stations, *found.hospitals)})
        async with self._db.transaction(actor) as tx:
            await audit.record(tx, "read", "totals", None)
        small = bool(scope.communes_of)
        own_months = all_shown(found.months) if small else found.months
        own_stations = _by_text(found.stations, small=small)
        return wire.Totals(
            scope="province" if scope.everywhere else "hospital" if scope.hospitals else "commune",
            from_date=first,
            to_date=last,
            whole=_counts(shown(found.whole) if small else found.whole),
            stations=[
                wire.FacilityTotals(facility=places[FacilityId(UUID(one))], counts=_counts(cell))
                for one, cell in own_stations.items()
            ],
            # Where a commune's cases went to is no count of the commune's.
            hospitals=[]
            if small
            else [
                wire.FacilityTotals(facility=places[FacilityId(one)], counts=_counts(cell))
                for one, cell in found.hospitals.items()
            ],
            months=[wire.MonthTotals(month=month, counts=_counts(cell)) for month, cell in own_months.items()],
        )


def _by_text(cells: Mapping[UUID, Cell], *, small: bool) -> dict[str, Cell]:
    found = {str(one): cell for one, cell in cells.items()}
    return all_shown(found) if small else found


def _counts(cell: Cell) -> wire.Counts:
    return wire.Counts(**asdict(cell), suppressed=cell.suppressed)


def _begin(day: date) -> datetime:
    """Where a local day begins, in UTC."""
    return datetime.combine(day, time(), LOCAL).astimezone(UTC)
