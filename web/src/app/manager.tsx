/** The manager's chunk: the log and what stands behind each of its rows. */
import { lazy } from "react";
import { Switch } from "wouter";

import LogScreen from "@/features/log/screen";
import { t, withWords } from "@/lib/i18n";

import { MinutesScreen, ReferralScreen } from "./consult-routes";
import { HospitalShell, type NavGroup } from "./hospital-shell";
import { openedRoutes, totalsRoute } from "./opened-routes";
import { homeAt, page, pageOf, tail } from "./router";

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
        {homeAt("/log")}
        {openedRoutes()}
        {totalsRoute()}
        {page("/log", "title.log", <LogScreen />)}
        {pageOf<ConsultId>("/log/:id", "title.timeline", TimelineScreen)}
        {pageOf<ConsultId>("/consults/:id/minutes", "title.minutes", MinutesScreen)}
        {pageOf<ReferralId>("/referrals/:id", "title.referral", ReferralScreen)}
        {tail()}
      </Switch>
    </HospitalShell>
  );
}
