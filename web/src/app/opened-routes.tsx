/** Screens of single cases opened for a reason, of patients' requests about their data, of counts; all fetched late. */
import { lazy, Suspense } from "react";

import { groundsOf } from "@/context/accesses";
import { useMe } from "@/context/session";
import { withWords } from "@/lib/i18n";

import { page, pageOf, type Frame } from "./router";

import type { ConsultId } from "@/wire/ids";

const OpenCaseScreen = lazy(() => withWords(["access"], import("@/features/access/open-screen")));
const OpenedCaseScreen = lazy(() => withWords(["consult", "access"], import("@/features/access/case-screen")));
const DataRequestsScreen = lazy(() => withWords(["consult", "access"], import("@/features/data-requests/screen")));
const TotalsScreen = lazy(() => withWords(["totals"], import("@/features/totals/screen")));
// On a line that fails now the page stands without it; what is opened is told by the server anyway.
const Bars = lazy(() =>
  withWords(["access"], import("@/features/access/banner")).catch(() => ({ default: () => null })),
);

/** Under the head of every page: what is open for a reason, and what is asked about it. */
export function OpenedCases() {
  const me = useMe();
  if (groundsOf(me.grants).length === 0) return null;
  return (
    <Suspense fallback={null}>
      <Bars />
    </Suspense>
  );
}

/** For a `Switch`; `framed` where each screen brings its own frame. */
export function openedRoutes(framed?: Frame) {
  return (
    <>
      {page("/open-case", "title.openCase", <OpenCaseScreen />, framed)}
      {pageOf<ConsultId>("/opened/:id", "title.openedCase", OpenedCaseScreen, framed)}
    </>
  );
}

export const dataRequestRoute = (framed?: Frame) =>
  page("/data-requests", "title.dataRequests", <DataRequestsScreen />, framed);

export const totalsRoute = () => page("/totals", "title.totals", <TotalsScreen />);
