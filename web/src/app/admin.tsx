/** The administrator's chunk: people, facilities, which hospital supports which station, and what roles mean. */
import { lazy } from "react";
import { Redirect, Route, Switch } from "wouter";

import PeopleScreen from "@/features/people/screen";
import { t, withWords } from "@/lib/i18n";

import { HospitalShell, type NavGroup } from "./hospital-shell";
import { SecurityScreen } from "./own-routes";
import { NotFound, Titled, WithId } from "./router";

import type { PersonId } from "@/wire/ids";

const PersonScreen = lazy(() => withWords(["admin"], import("@/features/people/person")));
const FacilitiesScreen = lazy(() => withWords(["admin"], import("@/features/facilities/screen")));
const AssignmentsScreen = lazy(() => withWords(["admin"], import("@/features/assignments/screen")));
const RolesScreen = lazy(() => withWords(["admin"], import("@/features/roles/screen")));

function navigation(): NavGroup {
  return {
    label: t("people.navGroup"),
    items: [
      { to: "/people", icon: "users", label: t("people.navPeople") },
      { to: "/facilities", icon: "hospital", label: t("people.navFacilities") },
      { to: "/assignments", icon: "swap", label: t("people.navAssignments") },
      { to: "/roles", icon: "key", label: t("people.navRoles") },
    ],
  };
}

export default function Admin() {
  return (
    <HospitalShell place="admin" groups={[navigation()]}>
      <Switch>
        <Route path="/">
          <Redirect to="/people" replace />
        </Route>
        <Route path="/people">
          <Titled title="title.people">
            <PeopleScreen />
          </Titled>
        </Route>
        <Route path="/people/:id">
          {({ id }) => (
            <Titled title="title.person">
              <WithId<PersonId> id={id}>{(known) => <PersonScreen id={known} />}</WithId>
            </Titled>
          )}
        </Route>
        <Route path="/facilities">
          <Titled title="title.facilities">
            <FacilitiesScreen />
          </Titled>
        </Route>
        <Route path="/assignments">
          <Titled title="title.assignments">
            <AssignmentsScreen />
          </Titled>
        </Route>
        <Route path="/roles">
          <Titled title="title.roles">
            <RolesScreen />
          </Titled>
        </Route>
        <Route path="/security">
          <Titled title="title.security">
            <SecurityScreen />
          </Titled>
        </Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </HospitalShell>
  );
}
