/** Who looks at counts: the province and the communes. Roles without screens get one page that says what they will find. */
import { lazy } from "react";
import { Redirect, Route, Switch } from "wouter";

import { groundsOf } from "@/context/accesses";
import { useMe, type Me } from "@/context/session";
import OtherScreen from "@/features/other/screen";
import { t, withWords } from "@/lib/i18n";

import { MinutesScreen } from "./consult-routes";
import { HospitalShell, type NavGroup } from "./hospital-shell";
import { openedRoutes, totalsRoute } from "./opened-routes";
import { SecurityScreen } from "./own-routes";
import { NotFound, Titled, WithId } from "./router";

import type { ConsultId } from "@/wire/ids";

const TimelineScreen = lazy(() => withWords(["consult", "papers", "log"], import("@/features/timeline/screen")));

const COUNTING: ReadonlySet<string> = new Set(["province_viewer", "commune_viewer"]);

const counts = (me: Me): boolean => me.grants.some(({ role }) => COUNTING.has(role));

function navigation(me: Me): NavGroup[] {
  if (!counts(me)) return [];
  const opens = groundsOf(me.grants).length > 0;
  return [
    {
      label: t("shell.groupFigures"),
      items: [
        { to: "/totals", icon: "list", label: t("shell.totals") },
        ...(opens ? [{ to: "/open-case", icon: "eye", label: t("shell.openPurpose") } as const] : []),
      ],
    },
  ];
}

export default function Other() {
  const me = useMe();
  return (
    <HospitalShell place="other" groups={navigation(me)}>
      <Switch>
        <Route path="/">
          <Redirect to={counts(me) ? "/totals" : "/other"} replace />
        </Route>
        {counts(me) && totalsRoute()}
        {openedRoutes()}
        <Route path="/log/:id">
          {({ id }) => (
            <Titled title="title.timeline">
              <WithId<ConsultId> id={id}>{(known) => <TimelineScreen id={known} />}</WithId>
            </Titled>
          )}
        </Route>
        <Route path="/consults/:id/minutes">
          {({ id }) => (
            <Titled title="title.minutes">
              <WithId<ConsultId> id={id}>{(known) => <MinutesScreen id={known} />}</WithId>
            </Titled>
          )}
        </Route>
        <Route path="/other">
          <Titled title="title.other">
            <OtherScreen />
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
