/** The station's chunk: its frame and its addresses. */
import { lazy, useEffect } from "react";
import { Switch } from "wouter";

import { useOpenConsults } from "@/context/consults";
import { useMe } from "@/context/session";
import HomeScreen from "@/features/station-home/screen";
import { withWords } from "@/lib/i18n";

import { CallScreen, fetchCall, FollowUpsScreen, MinutesScreen, OwingScreen, ReferralScreen } from "./consult-routes";
import { dataRequestRoute, openedRoutes } from "./opened-routes";
import { page, pageOf, tail, type Frame } from "./router";
import { StationShell } from "./station-shell";

import type { ConsultId, PatientId, ReferralId } from "@/wire/ids";

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
const LineScreen = lazy(async () => (await import("./line")).fetchLine());
const PatientsScreen = lazy(async () => (await import("./patients")).fetchPatients());
const PatientScreen = lazy(async () => (await import("./patients")).fetchPatient());
const LinkScreen = lazy(async () => (await import("./link")).fetchLink());

const own: Frame = (screen) => <StationShell>{screen}</StationShell>;
const task: Frame = (screen, title) => <StationShell task={title}>{screen}</StationShell>;

export default function Station() {
  const facility = useMe().grant?.facility.id;
  useEffect(() => {
    // The emergency form must open even if the line dies now.
    const later = async () => {
      await load.emergency();
      (await import("@/lib/night-probe")).watchNights(facility);
    };
    const timer = setTimeout(() => void later().catch(() => undefined), 1_500);
    return () => clearTimeout(timer);
  }, [facility]);
  const waits = useOpenConsults().data?.some(({ state }) => state === "waiting") ?? false;
  useEffect(() => {
    if (waits) fetchCall();
  }, [waits]);
  return (
    <Switch>
      {page("/", "title.home", <HomeScreen />, own)}
      {openedRoutes(task)}
      {dataRequestRoute(task)}
      {page("/request", "title.request", <RequestScreen id={null} />, task)}
      {pageOf<ConsultId>("/request/:id", "title.request", RequestScreen, task)}
      {page("/emergency", "title.emergency", <EmergencyScreen id={null} />, task)}
      {pageOf<ConsultId>("/emergency/:id", "title.emergency", EmergencyScreen, task)}
      {pageOf<ConsultId>("/consults/:id/waiting", "title.waiting", WaitingScreen, task)}
      {pageOf<ConsultId>("/consults/:id/call", "title.call", CallScreen)}
      {pageOf<ConsultId>("/consults/:id/minutes", "title.minutes", MinutesScreen, task)}
      {pageOf<ConsultId>("/consults/:id/decision", "title.decision", DecisionScreen, task)}
      {pageOf<ReferralId>("/referrals/:id", "title.referral", ReferralScreen, task)}
      {page("/patients", "title.patients", <PatientsScreen />, own)}
      {pageOf<PatientId>("/patients/:id", "title.patients", PatientScreen, own)}
      {page("/follow-ups", "title.followUps", <FollowUpsScreen />, task)}
      {page("/debts", "title.debts", <OwingScreen />, task)}
      {page("/line", "title.line", <LineScreen />, task)}
      {page("/link", "title.link", <LinkScreen />, task)}
      {tail(own)}
    </Switch>
  );
}
