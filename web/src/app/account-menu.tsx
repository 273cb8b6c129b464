/** What can be done about who is signed in; fetched when somebody opens it. */
import "@/lib/away-words";

import { lazy, Suspense, useState } from "react";
import { useLocation } from "wouter";

import { groundsOf } from "@/context/accesses";
import { useSession, useSignedIn, type Me } from "@/context/session";
import { currentLanguage, setLanguage, t, withWords } from "@/lib/i18n";
import { waitingHere } from "@/lib/outbox";
import { Button } from "@/ui/button";
import { KeyHint } from "@/ui/key-hint";

import type { NavItem } from "./shell-parts";

const LeaveDialog = lazy(() => withWords(["away"], import("./leave-dialog")));

export default function AccountMenu({ onGone }: { onGone: () => void }) {
  const { me, shared } = useSignedIn();
  const { signOut, lock } = useSession();
  const [, go] = useLocation();
  /** What signing out would take away: nobody has received it. */
  const [lost, setLost] = useState(0);
  const leave = () => {
    void signOut();
    // The next person must not land on this one's page.
    go("/sign-in", { replace: true });
  };
  const other = currentLanguage() === "vi" ? "en" : "vi";
  return (
    <>
      {shared && (
        <Button icon="swap" wide onClick={() => lock("switch")}>
          {t("shell.switchUser")} <KeyHint keys={["Alt", "U"]} />
        </Button>
      )}
      <Button icon="lock" wide onClick={() => lock("asked")}>
        {t("shell.lockNow")} <KeyHint keys={["Alt", "L"]} />
      </Button>
      <Button
        icon="shield"
        wide
        onClick={() => {
          onGone();
          go("/security");
        }}
      >
        {t("shell.security")}
      </Button>
      {ways(me).map(({ to, icon, label }) => (
        <Button
          key={to}
          icon={icon}
          wide
          onClick={() => {
            onGone();
            go(to);
          }}
        >
          {label}
        </Button>
      ))}
      <Button
        tone="quiet"
        wide
        lang={other}
        onClick={() => {
          localStorage.setItem("telemed.language", other);
          void setLanguage(other);
        }}
      >
        {other === "en" ? "English" : "Tiếng Việt"}
      </Button>
      <Button
        icon="leave"
        tone="quiet"
        wide
        onClick={() => {
          void waitingHere().then((n) => (n === 0 ? leave() : setLost(n)));
        }}
      >
        {t("shell.signOut")}
      </Button>
      <small>{t("shell.signOutWarning")}</small>
      {lost > 0 && (
        <Suspense>
          <LeaveDialog n={lost} onClose={() => setLost(0)} onLeave={leave} />
        </Suspense>
      )}
    </>
  );
}

/** What is needed rarely, and then at once or by few: not in the navigation. */
function ways(me: Me): NavItem[] {
  const grounds = groundsOf(me.grants);
  const label = t(grounds.includes("emergency") ? "shell.openEmergency" : "shell.openPurpose");
  return [
    ...(grounds.length > 0 ? [{ to: "/open-case", icon: "eye", label } as const] : []),
    ...(me.place === "station"
      ? [{ to: "/data-requests", icon: "file", label: t("shell.dataRequests") } as const]
      : []),
  ];
}
