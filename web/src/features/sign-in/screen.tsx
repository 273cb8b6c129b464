/** Placeholder: a plain sign-in, enough to get in. */
import { PasswordInput, TextInput } from "@mantine/core";
import { useState, type SyntheticEvent } from "react";

import { useSession } from "@/context/session";
import { usePageTitle } from "@/context/use-page-title";
import { t } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { ProblemAlert } from "@/ui/problem-alert";

export default function SignInScreen() {
  usePageTitle("title.signIn");
  const { signIn } = useSession();
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    signIn(username, password).catch((fault: unknown) => {
      setProblem(fault);
      setBusy(false);
    });
  };
  return (
    <main style={{ maxWidth: 420, margin: "48px auto", padding: 16 }}>
      <form className="card stack" onSubmit={send}>
        <h1>{t("signIn.heading")}</h1>
        <TextInput
          label={t("signIn.username")}
          autoComplete="username"
          value={username}
          onChange={(event) => setUsername(event.target.value)}
        />
        <PasswordInput
          label={t("signIn.password")}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <ProblemAlert problem={problem} />
        <Button type="submit" tone="primary" size="lg" wide busy={busy}>
          {busy ? t("signIn.submitting") : t("signIn.submit")}
        </Button>
      </form>
    </main>
  );
}
