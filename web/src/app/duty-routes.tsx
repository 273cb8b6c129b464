/** Screens of duty: one's own shifts, rosters, coverage, rotations, ladders; each fetched late, with its words. */
import "@/lib/away-words";

import { lazy } from "react";

import { dutyRightsOf } from "@/context/duty-rights";
import { nameWords, t, withWords } from "@/lib/i18n";

import { page, pageOf } from "./router";

import "@/lib/guard-words";

import type { Me } from "@/context/session";
import type { NavGroup } from "./hospital-shell";
import type { NavItem } from "./shell-parts";
import type { FacilityId } from "@/wire/ids";

nameWords(
  {
    roster: () => import("@/locales/vi/for-roster"),
    myShifts: () => import("@/locales/vi/for-my-shifts"),
    coverage: () => import("@/locales/vi/for-coverage"),
    rotations: () => import("@/locales/vi/for-rotations"),
    ladder: () => import("@/locales/vi/for-ladder"),
  },
  {
    roster: () => import("@/locales/en/for-roster"),
    myShifts: () => import("@/locales/en/for-my-shifts"),
    coverage: () => import("@/locales/en/for-coverage"),
    rotations: () => import("@/locales/en/for-rotations"),
    ladder: () => import("@/locales/en/for-ladder"),
  },
);

const RosterScreen = lazy(() => withWords(["roster"], import("@/features/roster/screen")));
const MyShiftsScreen = lazy(() => withWords(["myShifts"], import("@/features/my-shifts/screen")));
const CoverageScreen = lazy(() => withWords(["coverage"], import("@/features/coverage/screen")));
const RotationsScreen = lazy(() => withWords(["rotations"], import("@/features/rotations/screen")));
const PhoneAdviceScreen = lazy(() => withWords(["away"], import("@/features/phone-advice/screen")));
const ApprovalsScreen = lazy(() => withWords(["consult", "guard"], import("@/features/approvals/screen")));
const LinksScreen = lazy(async () => (await import("./link")).fetchLinks());
const LinkScreen = lazy(async () => (await import("./link")).fetchLink());
const LadderScreen = lazy(() => withWords(["consult", "ladder"], import("@/features/ladder/screen")));

/** Where whoever only looks after duty begins. */
export const DUTY_HOME = "/coverage";

/** Under “Trực”, after the worklist. */
export function dutyItems(me: Me): readonly NavItem[] {
  const { sees, answers, plans } = dutyRightsOf(me.grants);
  if (!sees) return [];
  return [
    ...(answers ? [{ to: "/my-shifts", icon: "clock", label: t("dutyNav.mine") } as const] : []),
    { to: "/roster", icon: "calendar", label: t("dutyNav.roster") },
    { to: "/coverage", icon: "shield", label: t("dutyNav.coverage") },
    ...(plans ? [{ to: "/approvals", icon: "check", label: t("dutyNav.approvals") } as const] : []),
  ];
}

/** Under “Tuyến dưới”: where the hospital's doctors are posted, and whom stations reach. */
export function lowerGroups(me: Me): readonly NavGroup[] {
  const { sees, answers } = dutyRightsOf(me.grants);
  const items: readonly NavItem[] = [
    ...(answers ? [{ to: "/phone-advice", icon: "phone", label: t("dutyNav.advice") } as const] : []),
    { to: "/rotations", icon: "home", label: t("dutyNav.rotations") },
    { to: "/ladder", icon: "phone", label: t("dutyNav.ladder") },
    { to: "/links", icon: "wifi", label: t("dutyNav.links") },
  ];
  return sees && items.length > 0 ? [{ label: t("dutyNav.groupLower"), items }] : [];
}

export function dutyRoutes(me: Me) {
  const { sees, answers, plans } = dutyRightsOf(me.grants);
  return (
    <>
      {plans && page("/approvals", "titleDuty.approvals", <ApprovalsScreen />)}
      {answers && page("/phone-advice", "titleDuty.advice", <PhoneAdviceScreen />)}
      {answers && page("/my-shifts", "titleDuty.mine", <MyShiftsScreen />)}
      {sees && page("/roster", "titleDuty.roster", <RosterScreen />)}
      {sees && page("/coverage", "titleDuty.coverage", <CoverageScreen />)}
      {sees && page("/rotations", "titleDuty.rotations", <RotationsScreen />)}
      {sees && page("/ladder", "titleDuty.ladder", <LadderScreen />)}
      {sees && page("/links", "titleDuty.links", <LinksScreen />)}
      {sees && pageOf<FacilityId>("/links/:id", "titleDuty.links", LinkScreen)}
    </>
  );
}
