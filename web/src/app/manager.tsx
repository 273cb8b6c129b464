/** The manager's chunk: the log and what stands behind each of its rows. */
import { lazy } from "react";
import { Switch } from "wouter";

import { useMe } from "@/context/session";
import LogScreen from "@/features/log/screen";
import { t, withWords } from "@/lib/i18n";

import { MinutesScreen, OwingScreen, ReferralScreen } from "./consult-routes";
import { dutyItems, dutyRoutes, lowerGroups } from "./duty-routes";
import { HospitalShell, type NavGroup } from "./hospital-shell";
import { openedRoutes, totalsRoute } from "./opened-routes";
import { homeAt, page, pageOf, tail } from "./router";

import type { ConsultId, ReferralId } from "@/wire/ids";

const TimelineScreen = lazy(() => withWords(["consult", "papers", "log"], import("@/features/timeline/screen")));

const figures = (): NavGroup => ({
  label: t("shell.groupFigures"),
  items: [
    { to: "/totals", icon: "list", label: t("shell.totals") },
    { to: "/debts", icon: "pen", label: t("title.debts") },
  ],
});

export default function Manager() {
  const me = useMe();
  return (
    <HospitalShell
      place="manager"
      duty={dutyItems(me)}
      lower={lowerGroups(me)}
      groups={[figures()]}
      more={t("dutyNav.more")}
    >
      <Switch>
        {homeAt("/log")}
        {dutyRoutes(me)}
        {openedRoutes()}
        {totalsRoute()}
        {page("/debts", "title.debts", <OwingScreen />)}
        {page("/log", "title.log", <LogScreen />)}
        {pageOf<ConsultId>("/log/:id", "title.timeline", TimelineScreen)}
        {pageOf<ConsultId>("/consults/:id/minutes", "title.minutes", MinutesScreen)}
        {pageOf<ReferralId>("/referrals/:id", "title.referral", ReferralScreen)}
        {tail()}
      </Switch>
    </HospitalShell>
  );
}
