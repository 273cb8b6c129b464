/** The specialist's chunk: worklist, log, the consult's screens, and the ring that may come on any of them. */
import { lazy, useEffect } from "react";
import { Route, Switch } from "wouter";

import { useRingBoard } from "@/context/ring-board";
import { useMe } from "@/context/session";
import RingOverlay from "@/features/ring/overlay";
import WorklistScreen from "@/features/worklist/screen";
import { t, withWords } from "@/lib/i18n";

import { CallScreen, fetchCall, FollowUpsScreen, MinutesScreen, OwingScreen, ReferralScreen } from "./consult-routes";
import { dutyItems, dutyRoutes, lowerGroups } from "./duty-routes";
import { HospitalShell } from "./hospital-shell";
import { openedRoutes } from "./opened-routes";
import { homeAt, page, pageOf, tail } from "./router";

import type { ConsultId, ReferralId } from "@/wire/ids";

const ArrivalsScreen = lazy(async () => (await import("./after")).fetchArrivals());
const LogScreen = lazy(() => withWords(["consult", "papers", "log"], import("@/features/log/screen")));
const TimelineScreen = lazy(() => withWords(["consult", "papers", "log"], import("@/features/timeline/screen")));

const arrivals = () => ({ to: "/arrivals", icon: "truck", label: t("dutyNav.arrivals") }) as const;

export default function Specialist() {
  const me = useMe();
  const { board } = useRingBoard();
  const near = board.rings.length > 0 || board.shown !== null;
  useEffect(() => {
    if (near) fetchCall();
  }, [near]);
  return (
    <>
      <RingOverlay />
      <Switch>
        {homeAt("/worklist")}
        {pageOf<ConsultId>("/consults/:id/call", "title.call", CallScreen)}
        <Route>
          <HospitalShell
            place="specialist"
            duty={[{ to: "/worklist", icon: "inbox", label: t("shell.worklist") }, arrivals(), ...dutyItems(me)]}
            lower={lowerGroups(me)}
            more={t("dutyNav.more")}
          >
            <Switch>
              {page("/worklist", "title.worklist", <WorklistScreen />)}
              {page("/arrivals", "titleDuty.arrivals", <ArrivalsScreen />)}
              {page("/follow-ups", "title.followUps", <FollowUpsScreen />)}
              {page("/debts", "title.debts", <OwingScreen />)}
              {dutyRoutes(me)}
              {openedRoutes()}
              {page("/log", "title.log", <LogScreen />)}
              {pageOf<ConsultId>("/log/:id", "title.timeline", TimelineScreen)}
              {pageOf<ConsultId>("/consults/:id/minutes", "title.minutes", MinutesScreen)}
              {pageOf<ReferralId>("/referrals/:id", "title.referral", ReferralScreen)}
              {tail()}
            </Switch>
          </HospitalShell>
        </Route>
      </Switch>
    </>
  );
}
