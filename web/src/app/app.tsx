/** Sign-in or the screens of whoever is signed in; one language and one look for all. */
import { lazy, useSyncExternalStore } from "react";

import { SessionProvider, useSession } from "@/context/session";
import { currentLanguage, onLanguage, t } from "@/lib/i18n";
import { Banner } from "@/ui/banner";

import { Screen } from "./screen";

const SignInScreen = lazy(() => import("@/features/sign-in/screen"));
const SignedIn = lazy(() => import("./signed-in"));

export function App() {
  const language = useSyncExternalStore(onLanguage, currentLanguage);
  return (
    <SessionProvider>
      <Gate key={language} />
    </SessionProvider>
  );
}

function Gate() {
  const { session } = useSession();
  switch (session.kind) {
    case "restoring":
      return <p className="boot">{t("common.appName")}</p>;
    case "unreachable":
      return (
        <main className="main narrow">
          <Banner tone="warn" icon="cloudOff" title={t("common.unreachableTitle")} live="status">
            {t("common.unreachableText")}
          </Banner>
        </main>
      );
    case "signed-out":
      return (
        <Screen>
          <SignInScreen />
        </Screen>
      );
    case "signed-in":
      return (
        <Screen>
          <SignedIn key={session.me.id} me={session.me} />
        </Screen>
      );
  }
}
