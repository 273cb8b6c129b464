/** Who looks at counts and duty: the province, the communes, coordinators. Who holds no role is told so. */
import { lazy } from "react";
import { Switch } from "wouter";

import { groundsOf } from "@/context/accesses";
import { dutyRightsOf } from "@/context/duty-rights";
import { useMe, type Me } from "@/context/session";
import OtherScreen from "@/features/other/screen";
import { t, withWords } from "@/lib/i18n";

import { MinutesScreen } from "./consult-routes";
import { DUTY_HOME, dutyItems, dutyRoutes, lowerGroups } from "./duty-routes";
import { HospitalShell, type NavGroup } from "./hospital-shell";
import { openedRoutes, totalsRoute } from "./opened-routes";
import { homeAt, page, pageOf, tail } from "./router";

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

/** A coordinator asks first whether tonight somebody answers. */
const homeOf = (me: Me): string => (counts(me) ? "/totals" : dutyRightsOf(me.grants).sees ? DUTY_HOME : "/other");

export default function Other() {
  const me = useMe();
  return (
    <HospitalShell
      place="other"
      duty={dutyItems(me)}
      lower={lowerGroups(me)}
      groups={navigation(me)}
      more={t("dutyNav.more")}
    >
      <Switch>
        {homeAt(homeOf(me))}
        {counts(me) && totalsRoute()}
        {dutyRoutes(me)}
        {openedRoutes()}
        {pageOf<ConsultId>("/log/:id", "title.timeline", TimelineScreen)}
        {pageOf<ConsultId>("/consults/:id/minutes", "title.minutes", MinutesScreen)}
        {page("/other", "title.other", <OtherScreen />)}
        {tail()}
      </Switch>
    </HospitalShell>
  );
}
