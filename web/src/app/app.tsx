/** Sign-in or the screens of whoever is signed in; one language and one look for all. */
import { lazy, useSyncExternalStore } from "react";
import { useLocation } from "wouter";

import { SessionProvider, useSession } from "@/context/session";
import { currentLanguage, nameWords, onLanguage, t, withWords } from "@/lib/i18n";
import { Banner } from "@/ui/banner";

import { Screen } from "./screen";

const SignInScreen = lazy(() => import("@/features/sign-in/screen"));
const InviteScreen = lazy(() => withWords(["security"], import("@/features/invite/screen")));
const PhoneScreen = lazy(async () => {
  nameWords(
    { phoneCamera: () => import("@/locales/vi/for-phone-camera") },
    { phoneCamera: () => import("@/locales/en/for-phone-camera") },
  );
  return withWords(["phoneCamera"], import("@/features/phone/screen"));
});
const PaperScreen = lazy(async () => {
  nameWords({ paper: () => import("@/locales/vi/for-paper") }, { paper: () => import("@/locales/en/for-paper") });
  return withWords(["paper"], import("@/features/paper/screen"));
});
const SignedIn = lazy(() => import("./signed-in"));

export function App() {
  const language = useSyncExternalStore(onLanguage, currentLanguage);
  // A phone that is a camera of a call: nobody signs in on it.
  if (location.pathname === "/phone") {
    return (
      <Screen>
        <PhoneScreen />
      </Screen>
    );
  }
  return (
    <SessionProvider>
      <Gate key={language} />
    </SessionProvider>
  );
}

function Gate() {
  const { session } = useSession();
  const [at] = useLocation();
  // Whoever is signed in here: the link is for the one who holds it.
  if (at === "/invite") {
    return (
      <Screen>
        <InviteScreen />
      </Screen>
    );
  }
  // Whoever holds a paper may ask whether it stands.
  if (at === "/paper" || at.startsWith("/paper/")) {
    return (
      <Screen>
        <PaperScreen />
      </Screen>
    );
  }
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
