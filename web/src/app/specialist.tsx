/** The specialist's chunk: worklist, log, the consult's screens, and the ring that may come on any of them. */
import { lazy, useEffect } from "react";
import { Redirect, Route, Switch } from "wouter";

import { useRingBoard } from "@/context/ring-board";
import RingOverlay from "@/features/ring/overlay";
import WorklistScreen from "@/features/worklist/screen";
import { withWords } from "@/lib/i18n";

import { CallScreen, fetchCall, MinutesScreen, ReferralScreen } from "./consult-routes";
import { HospitalShell } from "./hospital-shell";
import { SecurityScreen } from "./own-routes";
import { openedRoutes } from "./opened-routes";
import { NotFound, Titled, WithId } from "./router";

import type { ConsultId, ReferralId } from "@/wire/ids";

const LogScreen = lazy(() => withWords(["consult", "papers", "log"], import("@/features/log/screen")));
const TimelineScreen = lazy(() => withWords(["consult", "papers", "log"], import("@/features/timeline/screen")));

export default function Specialist() {
  const { board } = useRingBoard();
  const near = board.rings.length > 0 || board.shown !== null;
  useEffect(() => {
    if (near) fetchCall();
  }, [near]);
  return (
    <>
      <RingOverlay />
      <Switch>
        <Route path="/">
          <Redirect to="/worklist" replace />
        </Route>
        <Route path="/consults/:id/call">
          {({ id }) => (
            <Titled title="title.call">
              <WithId<ConsultId> id={id}>{(known) => <CallScreen id={known} />}</WithId>
            </Titled>
          )}
        </Route>
        <Route>
          <HospitalShell place="specialist">
            <Switch>
              <Route path="/worklist">
                <Titled title="title.worklist">
                  <WorklistScreen />
                </Titled>
              </Route>
              {openedRoutes()}
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
        </Route>
      </Switch>
    </>
  );
}
