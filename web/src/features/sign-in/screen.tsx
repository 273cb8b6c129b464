/** Sign-in with name and password; in the demo one tap fills both. The emergency number works without it. */
import { useEffect, useRef, useState, type SyntheticEvent } from "react";

import { useSession } from "@/context/session";
import { usePageTitle } from "@/context/use-page-title";
import { leftText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Button, IconButton, PhoneLink } from "@/ui/button";
import { useNow } from "@/ui/clock";
import { TextField } from "@/ui/field";
import { ProblemAlert } from "@/ui/problem-alert";

import { Accounts, RobotSwitch } from "./demo";
import { fetchSite } from "./sign-in-api";
import { refusalOf, type Account, type Refusal } from "./sign-in-state";

import type { Schema } from "@/wire/schema";

import "./sign-in.css";

/** Every demo account has it; `make demo` prints it with the address. The demo holds nobody's data. */
const DEMO_PASSWORD = "hoichan-demo";
const SITE_RETRY_MS = 4_000;

export default function SignInScreen() {
  usePageTitle("title.signIn");
  const site = useSite();
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [filled, setFilled] = useState<Account | null>(null);
  const submit = useRef<HTMLButtonElement>(null);
  const pick = (account: Account) => {
    setUsername(account.username);
    setPassword(DEMO_PASSWORD);
    setFilled(account);
    // The only thing left to do; on a phone it also brings the button into view.
    submit.current?.focus();
  };
  const demo = site?.demo === true && site.accounts.length > 0;
  return (
    <div className="si">
      <header className="si-top">
        <img src="/icon.svg" alt="" width={36} height={36} />
        <span className="mark">{t("common.appName")}</span>
        <span className="sp mut si-lead">{t("signIn.lead")}</span>
        {site?.emergency_phone != null && (
          <div className="row si-em">
            <b>{t("signIn.emergency")}</b>
            <PhoneLink phone={site.emergency_phone} tone="out-danger">
              {t("signIn.emergencyCall")}
            </PhoneLink>
          </div>
        )}
      </header>
      <main className={demo ? "si-main demo" : "si-main"}>
        {demo && (
          <section className="stack si-demo" aria-labelledby="si-accounts">
            <Banner tone="info" title={t("signIn.demoTitle")}>
              {t("signIn.demoText")}
            </Banner>
            <div>
              <h2 id="si-accounts">{t("signIn.accountsTitle")}</h2>
              <p className="mut">{t("signIn.accountsText")}</p>
            </div>
            <Accounts accounts={site.accounts} picked={filled?.username ?? null} onPick={pick} />
          </section>
        )}
        <div className="stack si-side">
          <Form
            username={username}
            password={password}
            onUsername={setUsername}
            onPassword={setPassword}
            submit={submit}
            said={filled === null ? null : t("signIn.filled", { name: filled.name })}
          />
          {site?.robot != null && <RobotSwitch on={site.robot} />}
        </div>
      </main>
    </div>
  );
}

/** Null until the server has answered; asked again while it cannot be reached. */
function useSite(): Schema<"Site"> | null {
  const [site, setSite] = useState<Schema<"Site"> | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const ask = () => {
      fetchSite().then(
        (found) => !stopped && setSite(found),
        () => {
          if (!stopped) timer = setTimeout(ask, SITE_RETRY_MS);
        },
      );
    };
    ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, []);
  return site;
}

function Form({
  username,
  password,
  onUsername,
  onPassword,
  submit,
  said,
}: {
  username: string;
  password: string;
  onUsername: (text: string) => void;
  onPassword: (text: string) => void;
  submit: React.Ref<HTMLButtonElement>;
  said: string | null;
}) {
  const { session, signIn } = useSession();
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [empty, setEmpty] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    const missing = username.trim() === "" || password === "";
    setEmpty(missing);
    setRefusal(null);
    if (missing) return;
    setBusy(true);
    signIn(username.trim(), password).catch((thrown: unknown) => {
      setRefusal(refusalOf(thrown));
      setBusy(false);
    });
  };
  return (
    <form className="card stack si-form" onSubmit={send} noValidate>
      <h1>{t("signIn.heading")}</h1>
      {session.kind === "signed-out" && session.ended && refusal === null && (
        <Banner tone="info">{t("signIn.ended")}</Banner>
      )}
      <TextField
        label={t("signIn.username")}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={username}
        onText={onUsername}
      />
      <TextField
        label={t("signIn.password")}
        name="password"
        type={shown ? "text" : "password"}
        autoComplete="current-password"
        value={password}
        onText={onPassword}
        after={<IconButton icon="eye" label={t("signIn.show")} aria-pressed={shown} onClick={() => setShown(!shown)} />}
      />
      {empty && (
        <Banner tone="warn" live="alert">
          {t("signIn.needBoth")}
        </Banner>
      )}
      {refusal !== null && <Refused refusal={refusal} />}
      <Button type="submit" tone="primary" size="lg" wide busy={busy} ref={submit}>
        {busy ? t("signIn.submitting") : t("signIn.submit")}
      </Button>
      <p className="vh" role="status">
        {said}
      </p>
      <p className="s">{t("signIn.forgot")}</p>
    </form>
  );
}

function Refused({ refusal }: { refusal: Refusal }) {
  switch (refusal.kind) {
    case "wrong":
      return (
        <Banner tone="danger" live="alert">
          {t("signIn.wrong")}
        </Banner>
      );
    case "too-many":
      return <Wait until={refusal.until} />;
    case "other":
      return <ProblemAlert problem={refusal.thrown} />;
  }
}

function Wait({ until }: { until: number }) {
  const left = until - useNow(500);
  return (
    <Banner tone={left > 0 ? "danger" : "info"} icon={left > 0 ? "clock" : "info"}>
      {left > 0 ? t("signIn.tooMany", { time: leftText(left) }) : t("signIn.tooManyOver")}
    </Banner>
  );
}
