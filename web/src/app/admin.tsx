/** The administrator's chunk: people, facilities, which hospital supports which station, holidays, roles, other systems. */
import { lazy } from "react";
import { Switch } from "wouter";

import PeopleScreen from "@/features/people/screen";
import { t, withWords } from "@/lib/i18n";

import { HospitalShell, type NavGroup } from "./hospital-shell";
import { homeAt, page, pageOf, tail } from "./router";

import type { PersonId } from "@/wire/ids";

const PersonScreen = lazy(() => withWords(["admin"], import("@/features/people/person")));
const FacilitiesScreen = lazy(() => withWords(["admin"], import("@/features/facilities/screen")));
const AssignmentsScreen = lazy(() => withWords(["admin"], import("@/features/assignments/screen")));
const HolidaysScreen = lazy(() => withWords(["admin"], import("@/features/holidays/screen")));
const ExchangeScreen = lazy(() => withWords(["admin"], import("@/features/exchange/screen")));
const RolesScreen = lazy(() => withWords(["admin"], import("@/features/roles/screen")));

function navigation(): NavGroup {
  return {
    label: t("people.navGroup"),
    items: [
      { to: "/people", icon: "users", label: t("people.navPeople") },
      { to: "/facilities", icon: "hospital", label: t("people.navFacilities") },
      { to: "/assignments", icon: "swap", label: t("people.navAssignments") },
      { to: "/holidays", icon: "calendar", label: t("holiday.heading") },
      { to: "/exchange", icon: "send", label: t("exchange.nav") },
      { to: "/roles", icon: "key", label: t("people.navRoles") },
    ],
  };
}

export default function Admin() {
  return (
    <HospitalShell place="admin" groups={[navigation()]}>
      <Switch>
        {homeAt("/people")}
        {page("/people", "title.people", <PeopleScreen />)}
        {pageOf<PersonId>("/people/:id", "title.person", PersonScreen)}
        {page("/facilities", "title.facilities", <FacilitiesScreen />)}
        {page("/assignments", "title.assignments", <AssignmentsScreen />)}
        {page("/holidays", "title.holidays", <HolidaysScreen />)}
        {page("/exchange", "title.exchange", <ExchangeScreen />)}
        {page("/roles", "title.roles", <RolesScreen />)}
        {tail()}
      </Switch>
    </HospitalShell>
  );
}
