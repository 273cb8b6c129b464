"""Whose cases are counted for whom."""

from telemed.kernel.actor import Actor, Grant
from telemed.kernel.ids import FacilityId, UserId, uuid7
from telemed.kernel.values import Role
from telemed.privacy.policy import TotalsScope, require_totals

HERE, THERE = FacilityId(uuid7()), FacilityId(uuid7())


def scope(*grants: Grant) -> TotalsScope:
    return require_totals(Actor(UserId(uuid7()), grants))


def test_the_widest_grant_decides() -> None:
    commune, hospital = Grant(Role.COMMUNE_VIEWER, HERE), Grant(Role.HOSPITAL_MANAGER, THERE)

    assert scope(commune) == TotalsScope(communes_of=frozenset({HERE}))
    assert scope(commune, hospital) == TotalsScope(hospitals=frozenset({THERE}))
    assert scope(hospital, Grant(Role.PROVINCE_VIEWER, HERE, wide=True)) == TotalsScope(everywhere=True)


def test_a_commune_viewer_never_counts_the_province_wherever_the_grant_is_held() -> None:
    assert scope(Grant(Role.COMMUNE_VIEWER, HERE, wide=True)) == TotalsScope(communes_of=frozenset({HERE}))
