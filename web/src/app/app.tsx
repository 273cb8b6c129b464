/** Sign-in or the screens of whoever is signed in; one language and one look for all. */
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { useState, useSyncExternalStore } from "react";

import { makeQueries } from "@/context/queries";
import { SessionProvider, useSession, type Me } from "@/context/session";
import { SocketProvider } from "@/context/socket";
import { currentLanguage, onLanguage, t } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { theme } from "@/ui/theme";

import { Router, SignInScreen } from "./router";
import { Screen } from "./screen";

export function App() {
  const language = useSyncExternalStore(onLanguage, currentLanguage);
  return (
    <MantineProvider theme={theme} forceColorScheme="light">
      <SessionProvider>
        <Gate key={language} />
      </SessionProvider>
    </MantineProvider>
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
      return <SignedIn key={session.me.id} me={session.me} />;
  }
}

/** Keyed by the person: nothing fetched for one is ever shown to the next. */
function SignedIn({ me }: { me: Me }) {
  const [queries] = useState(makeQueries);
  return (
    <QueryClientProvider client={queries}>
      <SocketProvider>
        <Router place={me.place} />
      </SocketProvider>
    </QueryClientProvider>
  );
}
