/** The manager's chunk: the log and what stands behind each of its rows. */
import { lazy } from "react";
import { Redirect, Route, Switch } from "wouter";

import LogScreen from "@/features/log/screen";
import { t, withWords } from "@/lib/i18n";

import { MinutesScreen, ReferralScreen } from "./consult-routes";
import { HospitalShell, type NavGroup } from "./hospital-shell";
import { SecurityScreen } from "./own-routes";
import { openedRoutes, totalsRoute } from "./opened-routes";
import { NotFound, Titled, WithId } from "./router";

import type { ConsultId, ReferralId } from "@/wire/ids";

const TimelineScreen = lazy(() => withWords(["consult", "papers", "log"], import("@/features/timeline/screen")));

const figures = (): NavGroup => ({
  label: t("shell.groupFigures"),
  items: [{ to: "/totals", icon: "list", label: t("shell.totals") }],
});

export default function Manager() {
  return (
    <HospitalShell place="manager" groups={[figures()]}>
      <Switch>
        <Route path="/">
          <Redirect to="/log" replace />
        </Route>
        {openedRoutes()}
        {totalsRoute()}
        <Route path="/log">
          <Titled title="title.log">
            <LogScreen />
          </Titled>
        </Route>
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
        <Route path="/referrals/:id">
          {({ id }) => (
            <Titled title="title.referral">
              <WithId<ReferralId> id={id}>{(known) => <ReferralScreen id={known} />}</WithId>
            </Titled>
          )}
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
