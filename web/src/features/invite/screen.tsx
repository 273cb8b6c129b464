/** An invitation: the link sets the first password. Its secret has left the address bar before this is drawn. */
import { useEffect, useState, type SyntheticEvent } from "react";
import { useLocation } from "wouter";

import { isSharedHere, useSession } from "@/context/session";
import { useAct } from "@/context/use-act";
import { usePageTitle } from "@/context/use-page-title";
import { whenText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { forgetInviteToken, inviteToken } from "@/lib/invite-token";
import { asProblem } from "@/lib/problem";
import { acceptInvitation, openInvitation } from "@/lib/session-api";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { CheckCard } from "@/ui/choices";
import { TextField } from "@/ui/field";
import { Icon } from "@/ui/icon";
import { KeyValues, LoadingRows } from "@/ui/lists";
import { lengthOf, NewPassword, passwordFault } from "@/ui/new-password";
import { ProblemAlert } from "@/ui/problem-alert";

import type { Schema } from "@/wire/schema";

import "./invite.css";

type Step =
  | { readonly kind: "opening" }
  | { readonly kind: "refused"; readonly problem: unknown }
  | { readonly kind: "open"; readonly token: string; readonly view: Schema<"InvitationView"> }
  | { readonly kind: "done"; readonly name: string; readonly shared: boolean };

export default function InviteScreen() {
  usePageTitle("title.invite");
  const [step, setStep] = useState<Step>({ kind: "opening" });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const token = inviteToken();
    let gone = false;
    const set = (next: Step) => {
      if (!gone) setStep(next);
    };
    if (token === null) set({ kind: "refused", problem: null });
    else
      openInvitation(token).then(
        (view) => set({ kind: "open", token, view }),
        (problem: unknown) => set({ kind: "refused", problem }),
      );
    return () => {
      gone = true;
    };
  }, [tries]);
  const again = () => {
    setStep({ kind: "opening" });
    setTries(tries + 1);
  };
  return (
    <div className="inv">
      <header className="inv-top">
        <img src="/icon.svg" alt="" width={36} height={36} />
        <span className="mark">{t("common.appName")}</span>
      </header>
      <main className="inv-main">
        {step.kind === "opening" && (
          <div className="card">
            <LoadingRows />
          </div>
        )}
        {step.kind === "refused" && <Refused problem={step.problem} onRetry={again} />}
        {step.kind === "open" && (
          <Choose
            token={step.token}
            view={step.view}
            onDone={(shared) => setStep({ kind: "done", name: step.view.name, shared })}
          />
        )}
        {step.kind === "done" && <Done name={step.name} shared={step.shared} />}
      </main>
    </div>
  );
}

function Refused({ problem, onRetry }: { problem: unknown; onRetry: () => void }) {
  const [, go] = useLocation();
  const line = problem !== null && (asProblem(problem).isLine || asProblem(problem).status === 429);
  return (
    <div className="card stack">
      <h1>{t("invite.refusedTitle")}</h1>
      {line ? (
        <ProblemAlert problem={problem} onRetry={onRetry} />
      ) : (
        <Banner tone="warn" live="alert">
          {t(problem === null ? "invite.noToken" : "invite.over")}
        </Banner>
      )}
      <div>
        <Button onClick={() => go("/", { replace: true })}>{t("invite.toSignIn")}</Button>
      </div>
    </div>
  );
}

function Choose({
  token,
  view,
  onDone,
}: {
  token: string;
  view: Schema<"InvitationView">;
  onDone: (shared: boolean) => void;
}) {
  const { enter } = useSession();
  const { busy, problem, run } = useAct();
  const [password, setPassword] = useState("");
  const [shared, setShared] = useState(isSharedHere);
  const [code, setCode] = useState("");
  const asksCode = view.methods.length > 0;
  const enough = lengthOf(password) >= view.min_password && (!asksCode || code.trim() !== "");
  const codeWrong = problem !== null && asProblem(problem).code === "second_factor_refused";
  const send = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!enough) return;
    if (
      !(await run("accept", () =>
        enter(() => acceptInvitation({ token, password, code: asksCode ? code.trim() : null, shared })),
      ))
    )
      return;
    forgetInviteToken();
    onDone(shared);
  };
  return (
    <form className="card stack" onSubmit={(event) => void send(event)} noValidate>
      <div>
        <h1>{t("invite.title", { name: view.name })}</h1>
        <p className="mut">{t("invite.text", { at: whenText(view.expires_at) })}</p>
      </div>
      <KeyValues
        items={[
          [t("invite.name"), <b key="name">{view.name}</b>],
          [t("invite.username"), <b key="username">{view.username}</b>],
        ]}
      />
      <input type="text" name="username" autoComplete="username" value={view.username} readOnly hidden />
      <NewPassword value={password} onText={setPassword} least={view.min_password} problem={problem} autoFocus />
      {asksCode && (
        <TextField
          label={t("signIn.code")}
          hint={t("signIn.recoveryHint")}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          value={code}
          onText={setCode}
          error={codeWrong ? t("signIn.codeWrong") : null}
        />
      )}
      <CheckCard label={t("signIn.shared")} text={t("signIn.sharedText")} checked={shared} onChange={setShared} />
      {passwordFault(problem) === null && !codeWrong && <ProblemAlert problem={problem} />}
      <Button type="submit" tone="primary" size="lg" wide busy={busy !== null} disabled={!enough}>
        {t("invite.accept")}
      </Button>
    </form>
  );
}

function Done({ name, shared }: { name: string; shared: boolean }) {
  const [, go] = useLocation();
  return (
    <div className="card stack">
      <Banner tone="ok" title={t("invite.doneTitle", { name })} live="status">
        {t("invite.doneText")}
      </Banner>
      <ul className="stack t inv-list">
        <li>
          <Icon name="shield" />
          {t("invite.second")}
        </li>
        {shared && (
          <li>
            <Icon name="lock" />
            {t("invite.pin")}
          </li>
        )}
      </ul>
      <Button tone="primary" size="lg" wide onClick={() => go("/security", { replace: true })}>
        {t("invite.toSecurity")}
      </Button>
      <Button wide onClick={() => go("/", { replace: true })}>
        {t("invite.toWork")}
      </Button>
    </div>
  );
}
