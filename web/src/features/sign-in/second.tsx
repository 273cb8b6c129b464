/** The second step, for whoever has one. */
import { useState, type SyntheticEvent } from "react";

import { useEntry } from "@/context/use-entry";
import { t } from "@/lib/i18n";
import { passkeysHere } from "@/lib/passkeys";
import { signIn, signInByPasskey } from "@/lib/session-api";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { Refused } from "@/ui/refused";

import type { Method } from "@/lib/refusal";
import type { Typed } from "./form";

export default function SecondStep({
  methods,
  typed,
  onBack,
}: {
  methods: readonly Method[];
  typed: Typed;
  onBack: () => void;
}) {
  const { busy, refusal, forget, attempt } = useEntry();
  const [code, setCode] = useState("");
  const byPasskey = methods.includes("passkey") && passkeysHere();
  const byCode = methods.includes("totp") || methods.includes("recovery");
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    forget();
    if (code.trim() === "") return;
    void attempt(() => signIn({ ...typed, username: typed.username.trim(), code: code.trim() }));
  };
  return (
    <form className="card stack si-form" onSubmit={send} noValidate>
      <div>
        <h1>{t("signIn.secondTitle")}</h1>
        <p className="mut">{t("signIn.secondText")}</p>
      </div>
      {byPasskey && (
        <Button
          tone={byCode ? "plain" : "primary"}
          size="lg"
          wide
          icon="key"
          disabled={busy}
          onClick={() => void attempt(() => signInByPasskey(typed.shared))}
        >
          {t("signIn.secondPasskey")}
        </Button>
      )}
      {byCode && (
        <>
          <TextField
            label={t(byPasskey ? "signIn.orCode" : "signIn.code")}
            hint={t("signIn.recoveryHint")}
            name="code"
            className="inp si-code"
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            value={code}
            onText={setCode}
          />
          <Button type="submit" tone="primary" size="lg" wide busy={busy}>
            {busy ? t("signIn.submitting") : t("signIn.confirm")}
          </Button>
        </>
      )}
      {!byCode && !byPasskey && <Banner tone="warn">{t("signIn.noWay")}</Banner>}
      {refusal !== null && <Refused refusal={refusal} wrong={t("signIn.wrong")} />}
      <Button tone="quiet" wide icon="left" onClick={onBack}>
        {t("signIn.backToPassword")}
      </Button>
      <p className="s">{t("signIn.remembered")}</p>
    </form>
  );
}
