/** The privacy officer's chunk: who did what, which cases were opened for a reason, what patients ask about their data. */
import { lazy } from "react";
import { Redirect, Route, Switch } from "wouter";

import AuditScreen from "@/features/audit/screen";
import { t, withWords } from "@/lib/i18n";

import { HospitalShell, type NavGroup } from "./hospital-shell";
import { dataRequestRoute } from "./opened-routes";
import { SecurityScreen } from "./own-routes";
import { NotFound, Titled } from "./router";

const ReviewScreen = lazy(() => withWords(["access"], import("@/features/access-review/screen")));
const HeadsScreen = lazy(() => withWords(["privacy"], import("@/features/audit/heads")));

function navigation(): NavGroup {
  return {
    label: t("audit.group"),
    items: [
      { to: "/audit", icon: "shield", label: t("audit.nav") },
      { to: "/access-review", icon: "eye", label: t("audit.accesses") },
      { to: "/data-requests", icon: "file", label: t("audit.requests") },
    ],
  };
}

export default function Privacy() {
  return (
    <HospitalShell place="privacy" groups={[navigation()]}>
      <Switch>
        <Route path="/">
          <Redirect to="/audit" replace />
        </Route>
        <Route path="/audit">
          <Titled title="title.audit">
            <AuditScreen />
          </Titled>
        </Route>
        <Route path="/audit/heads">
          <Titled title="title.audit">
            <HeadsScreen />
          </Titled>
        </Route>
        <Route path="/access-review">
          <Titled title="title.accessReview">
            <ReviewScreen />
          </Titled>
        </Route>
        {dataRequestRoute()}
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
  );
}
