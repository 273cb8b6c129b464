/** Name and password. */
import { useState, type SyntheticEvent } from "react";

import { expectSession, useSession } from "@/context/session";
import { useEntry } from "@/context/use-entry";
import { t } from "@/lib/i18n";
import { passkeysHere } from "@/lib/passkeys";
import { signIn, signInByPasskey, type DevicePerson } from "@/lib/session-api";
import { Banner } from "@/ui/banner";
import { Button, IconButton } from "@/ui/button";
import { CheckCard } from "@/ui/choices";
import { TextField } from "@/ui/field";
import { Icon } from "@/ui/icon";
import { Refused } from "@/ui/refused";

import type { Method } from "@/lib/refusal";

export interface Typed {
  readonly username: string;
  readonly password: string;
  readonly shared: boolean;
}

export function PasswordForm({
  of,
  why,
  typed,
  onType,
  submit,
  said,
  onSecond,
  onBack,
  passkeys,
  provider,
}: {
  of: DevicePerson | null;
  why: "pin-locked" | "no-pin" | null;
  typed: Typed;
  onType: (part: Partial<Typed>) => void;
  submit: React.Ref<HTMLButtonElement>;
  said: string | null;
  onSecond: (methods: readonly Method[]) => void;
  onBack: (() => void) | null;
  passkeys: boolean;
  /** Whose sign-in may be used instead. */
  provider: string | null;
}) {
  const { session } = useSession();
  const { busy, refusal, forget, attempt } = useEntry();
  const [shown, setShown] = useState(false);
  const [empty, setEmpty] = useState(false);
  const username = typed.username.trim();
  const send = async (event: SyntheticEvent) => {
    event.preventDefault();
    const missing = username === "" || typed.password === "";
    setEmpty(missing);
    forget();
    if (missing) return;
    const refused = await attempt(() => signIn({ ...typed, username, code: null }));
    if (refused?.kind === "second") onSecond(refused.methods);
  };
  const ended = session.kind === "signed-out" && session.ended && of === null;
  return (
    <form className="card stack si-form" onSubmit={(event) => void send(event)} noValidate>
      <div>
        <h1>{of === null ? t("signIn.heading") : t("signIn.headingOf", { name: of.name })}</h1>
        {of === null && onBack !== null && <p className="mut">{t("signIn.lead2")}</p>}
      </div>
      {ended && refusal === null && <Banner tone="info">{t("signIn.ended")}</Banner>}
      {of !== null && why === "pin-locked" && (
        <Banner tone="danger" icon="lock" title={t("signIn.pinLockedTitle", { name: of.name })} live="alert">
          {t("signIn.pinLockedText")}
        </Banner>
      )}
      {of !== null && why === "no-pin" && <Banner tone="info">{t("signIn.noPin")}</Banner>}
      <TextField
        label={t("signIn.username")}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={typed.username}
        onText={(text) => onType({ username: text })}
      />
      <TextField
        label={t("signIn.password")}
        name="password"
        type={shown ? "text" : "password"}
        autoComplete="current-password"
        value={typed.password}
        onText={(text) => onType({ password: text })}
        after={<IconButton icon="eye" label={t("signIn.show")} aria-pressed={shown} onClick={() => setShown(!shown)} />}
      />
      <CheckCard
        label={t("signIn.shared")}
        text={t("signIn.sharedText")}
        checked={typed.shared}
        onChange={(shared) => onType({ shared })}
      />
      {empty && (
        <Banner tone="warn" live="alert">
          {t("signIn.needBoth")}
        </Banner>
      )}
      {refusal !== null && <Refused refusal={refusal} wrong={t("signIn.wrong")} />}
      <Button type="submit" tone="primary" size="lg" wide busy={busy} ref={submit}>
        {busy ? t("signIn.submitting") : t("signIn.submit")}
      </Button>
      {passkeys && passkeysHere() && (
        <Button wide icon="key" disabled={busy} onClick={() => void attempt(() => signInByPasskey(typed.shared))}>
          {t("signIn.passkey")}
        </Button>
      )}
      {provider !== null && (
        <a className="btn wide" href="/api/session/oidc" onClick={expectSession}>
          <Icon name="shield" />
          {t("signIn.provider", { name: provider })}
        </a>
      )}
      {onBack !== null && (
        <Button tone="quiet" wide icon="users" onClick={onBack}>
          {t("signIn.backToPeople")}
        </Button>
      )}
      <p className="vh" role="status">
        {said}
      </p>
      <p className="s">{t("signIn.forgot")}</p>
    </form>
  );
}
