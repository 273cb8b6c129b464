/** The station's chunk: its frame and its addresses. */
import { lazy, useEffect } from "react";
import { Route, Switch } from "wouter";

import { useOpenConsults } from "@/context/consults";
import HomeScreen from "@/features/station-home/screen";
import { withWords } from "@/lib/i18n";

import { CallScreen, fetchCall, MinutesScreen, ReferralScreen } from "./consult-routes";
import { SecurityScreen } from "./own-routes";
import { dataRequestRoute, openedRoutes } from "./opened-routes";
import { NotFound, Titled, WithId } from "./router";
import { StationShell } from "./station-shell";

import type { ConsultId, ReferralId } from "@/wire/ids";

const load = {
  request: () => withWords(["consult", "station"], import("@/features/request/screen")),
  emergency: () => withWords(["consult", "station"], import("@/features/emergency/screen")),
  waiting: () => withWords(["consult", "station"], import("@/features/waiting/screen")),
  decision: () => withWords(["consult", "papers"], import("@/features/decision/screen")),
};
const RequestScreen = lazy(load.request);
const EmergencyScreen = lazy(load.emergency);
const WaitingScreen = lazy(load.waiting);
const DecisionScreen = lazy(load.decision);

export default function Station() {
  useEffect(() => {
    // The emergency form must open even if the line dies now.
    const timer = setTimeout(() => void load.emergency().catch(() => undefined), 1_500);
    return () => clearTimeout(timer);
  }, []);
  const waits = useOpenConsults().data?.some(({ state }) => state === "waiting") ?? false;
  useEffect(() => {
    if (waits) fetchCall();
  }, [waits]);
  return (
    <Switch>
      <Route path="/">
        <StationShell>
          <Titled title="title.home">
            <HomeScreen />
          </Titled>
        </StationShell>
      </Route>
      {openedRoutes(StationShell)}
      {dataRequestRoute(StationShell)}
      <Route path="/request/:id?">
        {({ id }) => (
          <StationShell task="title.request">
            <Titled title="title.request">
              {id === undefined ? (
                <RequestScreen id={null} />
              ) : (
                <WithId<ConsultId> id={id}>{(known) => <RequestScreen id={known} />}</WithId>
              )}
            </Titled>
          </StationShell>
        )}
      </Route>
      <Route path="/emergency/:id?">
        {({ id }) => (
          <StationShell task="title.emergency">
            <Titled title="title.emergency">
              {id === undefined ? (
                <EmergencyScreen id={null} />
              ) : (
                <WithId<ConsultId> id={id}>{(known) => <EmergencyScreen id={known} />}</WithId>
              )}
            </Titled>
          </StationShell>
        )}
      </Route>
      <Route path="/consults/:id/waiting">
        {({ id }) => (
          <StationShell task="title.waiting">
            <Titled title="title.waiting">
              <WithId<ConsultId> id={id}>{(known) => <WaitingScreen id={known} />}</WithId>
            </Titled>
          </StationShell>
        )}
      </Route>
      <Route path="/consults/:id/call">
        {({ id }) => (
          <Titled title="title.call">
            <WithId<ConsultId> id={id}>{(known) => <CallScreen id={known} />}</WithId>
          </Titled>
        )}
      </Route>
      <Route path="/consults/:id/minutes">
        {({ id }) => (
          <StationShell task="title.minutes">
            <Titled title="title.minutes">
              <WithId<ConsultId> id={id}>{(known) => <MinutesScreen id={known} />}</WithId>
            </Titled>
          </StationShell>
        )}
      </Route>
      <Route path="/consults/:id/decision">
        {({ id }) => (
          <StationShell task="title.decision">
            <Titled title="title.decision">
              <WithId<ConsultId> id={id}>{(known) => <DecisionScreen id={known} />}</WithId>
            </Titled>
          </StationShell>
        )}
      </Route>
      <Route path="/referrals/:id">
        {({ id }) => (
          <StationShell task="title.referral">
            <Titled title="title.referral">
              <WithId<ReferralId> id={id}>{(known) => <ReferralScreen id={known} />}</WithId>
            </Titled>
          </StationShell>
        )}
      </Route>
      <Route path="/security">
        <StationShell>
          <Titled title="title.security">
            <SecurityScreen />
          </Titled>
        </StationShell>
      </Route>
      <Route>
        <StationShell>
          <NotFound />
        </StationShell>
      </Route>
    </Switch>
  );
}
