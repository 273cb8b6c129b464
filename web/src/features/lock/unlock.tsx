/** Back in: the PIN, or the password of whoever locked it. */
import { useState, type SyntheticEvent } from "react";

import { useSession, useSignedIn } from "@/context/session";
import { useEntry } from "@/context/use-entry";
import { t, word } from "@/lib/i18n";
import { unlock } from "@/lib/session-api";
import { Banner } from "@/ui/banner";
import { Button, IconButton } from "@/ui/button";
import { TextField } from "@/ui/field";
import { PinPad } from "@/ui/pin-pad";
import { pinSaid, Refused } from "@/ui/refused";
import { Avatar } from "@/ui/tags";

import { waysOf, type Way } from "./lock-state";

export function Unlock() {
  const { me, lock, shared } = useSignedIn();
  const { turnTo } = useSession();
  const entry = useEntry();
  const [chosen, setChosen] = useState<Way | null>(null);
  const [pinLocked, setPinLocked] = useState(false);
  if (lock === null) return null;
  const ways = waysOf(lock, shared).filter((way) => way !== "pin" || !pinLocked);
  const way = chosen !== null && ways.includes(chosen) ? chosen : ways[0];
  const byPin = async (pin: string) => {
    const refused = await entry.attempt(() => unlock({ pin }), { id: me.id, pin });
    if (refused?.kind === "pin-locked") setPinLocked(true);
  };
  const choose = (next: Way) => {
    entry.forget();
    setChosen(next);
  };
  return (
    <section className="stack lock-who" aria-label={me.name}>
      <div className="stack t lock-person">
        <Avatar name={me.name} large />
        <h2>{me.name}</h2>
        <p className="mut">
          {way === "pin"
            ? t("pin.ask")
            : me.grant === null
              ? word("profession", me.profession)
              : word("role", me.grant.role)}
        </p>
      </div>
      {pinLocked && (
        <Banner tone="danger" icon="lock" title={t("signIn.pinLockedTitle", { name: me.name })} live="alert">
          {t("lock.pinLockedText")}
        </Banner>
      )}
      {way === "pin" && (
        <>
          <PinPad
            busy={entry.busy}
            error={pinSaid(entry.refusal)}
            onPin={(pin) => void byPin(pin)}
            {...(ways.includes("password") && { onForgot: () => choose("password") })}
          />
          {entry.refusal !== null && <Refused refusal={entry.refusal} wrong={t("pin.wrong")} />}
          <p className="s lock-hint">{t("pin.hint")}</p>
        </>
      )}
      {way === "password" && (
        <ByPassword {...entry} name={me.name} onPin={ways.includes("pin") ? () => choose("pin") : null} />
      )}
      {way === undefined && (
        <Banner
          tone="warn"
          action={
            <Button tone="primary" onClick={() => turnTo(true)}>
              {t("lock.signInAnew")}
            </Button>
          }
        >
          {t("lock.noWay")}
        </Banner>
      )}
    </section>
  );
}

function ByPassword({
  busy,
  refusal,
  attempt,
  name,
  onPin,
}: ReturnType<typeof useEntry> & { name: string; onPin: (() => void) | null }) {
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [needsCode, setNeedsCode] = useState(false);
  const [shown, setShown] = useState(false);
  const send = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (password === "") return;
    const refused = await attempt(() => unlock({ password, code: code.trim() === "" ? null : code.trim() }));
    if (refused?.kind === "second") setNeedsCode(true);
  };
  return (
    <form className="stack" onSubmit={(event) => void send(event)} noValidate>
      <input type="text" name="username" autoComplete="username" value={name} readOnly hidden />
      <TextField
        label={t("lock.password")}
        name="password"
        type={shown ? "text" : "password"}
        autoComplete="current-password"
        autoFocus
        value={password}
        onText={setPassword}
        after={<IconButton icon="eye" label={t("signIn.show")} aria-pressed={shown} onClick={() => setShown(!shown)} />}
      />
      {needsCode && (
        <TextField
          label={t("signIn.code")}
          hint={t("signIn.recoveryHint")}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          value={code}
          onText={setCode}
        />
      )}
      {refusal !== null && <Refused refusal={refusal} wrong={t("lock.wrong")} />}
      <Button type="submit" tone="primary" size="lg" wide busy={busy}>
        {t("lock.open")}
      </Button>
      {onPin !== null && (
        <Button tone="quiet" wide onClick={onPin}>
          {t("lock.byPin")}
        </Button>
      )}
    </form>
  );
}
