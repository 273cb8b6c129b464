/** Screens of single cases opened for a reason, of patients' requests about their data, of counts; all fetched late. */
import { lazy, Suspense } from "react";
import { Route } from "wouter";

import { groundsOf } from "@/context/accesses";
import { useMe } from "@/context/session";
import { withWords } from "@/lib/i18n";

import { Titled, WithId } from "./router";

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

type Frame = (props: {
  task: "title.openCase" | "title.openedCase" | "title.dataRequests";
  children: React.ReactNode;
}) => React.ReactNode;

const bare: Frame = ({ children }) => children;

/** For a `Switch`; `frame` where each screen brings its own. */
export function openedRoutes(Framed: Frame = bare) {
  return [
    <Route key="open" path="/open-case">
      <Framed task="title.openCase">
        <Titled title="title.openCase">
          <OpenCaseScreen />
        </Titled>
      </Framed>
    </Route>,
    <Route key="opened" path="/opened/:id">
      {({ id }) => (
        <Framed task="title.openedCase">
          <Titled title="title.openedCase">
            <WithId<ConsultId> id={id}>{(known) => <OpenedCaseScreen id={known} />}</WithId>
          </Titled>
        </Framed>
      )}
    </Route>,
  ];
}

export function dataRequestRoute(Framed: Frame = bare) {
  return (
    <Route key="requests" path="/data-requests">
      <Framed task="title.dataRequests">
        <Titled title="title.dataRequests">
          <DataRequestsScreen />
        </Titled>
      </Framed>
    </Route>
  );
}

export function totalsRoute() {
  return (
    <Route key="totals" path="/totals">
      <Titled title="title.totals">
        <TotalsScreen />
      </Titled>
    </Route>
  );
}
