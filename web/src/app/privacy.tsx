/** The privacy officer's chunk: who did what, which cases were opened for a reason, what patients ask about their data. */
import { lazy } from "react";
import { Switch } from "wouter";

import AuditScreen from "@/features/audit/screen";
import { t, withWords } from "@/lib/i18n";

import { HospitalShell, type NavGroup } from "./hospital-shell";
import { dataRequestRoute } from "./opened-routes";
import { homeAt, page, tail } from "./router";

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
        {homeAt("/audit")}
        {page("/audit", "title.audit", <AuditScreen />)}
        {page("/audit/heads", "title.audit", <HeadsScreen />)}
        {page("/access-review", "title.accessReview", <ReviewScreen />)}
        {dataRequestRoute()}
        {tail()}
      </Switch>
    </HospitalShell>
  );
}
