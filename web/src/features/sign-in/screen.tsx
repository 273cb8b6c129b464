/** Sign-in: a name and a PIN on a shared machine, else a password; in the demo one tap fills it. The emergency number works without. */
import { lazy, Suspense, useEffect, useReducer, useRef, useState } from "react";

import { isSharedHere } from "@/context/session";
import { usePageTitle } from "@/context/use-page-title";
import { timeText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { keptPhones } from "@/lib/kept-phones";
import { Problem } from "@/lib/problem";
import { fetchDevice, type Device } from "@/lib/session-api";
import { Banner } from "@/ui/banner";
import { Button, PhoneLink } from "@/ui/button";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { PasswordForm, type Typed } from "./form";
import { fetchSite } from "./sign-in-api";
import { firstStep, peopleOf, reduceStep, takeRefusal, type Account } from "./sign-in-state";

import type { Schema } from "@/wire/schema";

import "./sign-in.css";

// A first visit needs neither: nobody has a PIN here yet, and few have a second step.
const fetchPeople = () => import("./people");
const People = lazy(fetchPeople);
const SecondStep = lazy(() => import("./second"));
const Accounts = lazy(async () => ({ default: (await import("./demo")).Accounts }));
const RobotSwitch = lazy(async () => ({ default: (await import("./demo")).RobotSwitch }));

/** Every demo account has it; `make demo` prints it with the address. The demo holds nobody's data. */
const DEMO_PASSWORD = "hoichan-demo";
const SITE_RETRY_MS = 4_000;

let refusedElsewhere = takeRefusal();

/** `back`: over a locked screen, where somebody may give the machine back. */
export default function SignInScreen({ back }: { back?: { readonly name: string; readonly go: () => void } }) {
  usePageTitle("title.signIn");
  const { site, lostAt } = useSite();
  const [shared] = useState(isSharedHere);
  const [refused] = useState(refusedElsewhere);
  useEffect(() => () => void (refusedElsewhere = null), []);
  const [device, setDevice] = useState<Device | null>(null);
  const [step, act] = useReducer(reduceStep, shared, firstStep);
  const [typed, setTyped] = useState<Typed>({ username: "", password: "", shared });
  const [filled, setFilled] = useState<Account | null>(null);
  const submit = useRef<HTMLButtonElement>(null);
  const taking = back !== undefined;
  useEffect(() => {
    if (!shared) return;
    void fetchPeople().catch(() => undefined);
    fetchDevice().then(
      (found) => {
        setDevice(found);
        act({ kind: "device", device: found, offer: !taking });
      },
      async () => {
        const { passPeople } = await import("@/lib/offline-pass");
        const people = [...(await passPeople())];
        const known = people.length === 0 ? null : { known: true, shared: true, people };
        setDevice(known);
        act({ kind: "device", device: known, offer: !taking });
      },
    );
  }, [shared, taking]);
  const people = peopleOf(device);
  const pick = (account: Account) => {
    setTyped({ ...typed, username: account.username, password: DEMO_PASSWORD });
    setFilled(account);
    // The only thing left to do; on a phone it also brings the button into view.
    submit.current?.focus();
  };
  const demo = step.kind === "password" && step.of === null && site?.demo === true && site.accounts.length > 0;
  const kept = keptPhones();
  const emergency = site?.emergency_phone ?? kept.find(({ label }) => label === "emergency")?.number;
  const leader = lostAt === null ? undefined : kept.find(({ label }) => label === "leader")?.number;
  return (
    <div className="si">
      <header className="si-top">
        <img src="/icon.svg" alt="" width={36} height={36} />
        <span className="mark">{t("common.appName")}</span>
        <span className="sp mut si-lead">{t("signIn.lead")}</span>
        {emergency !== undefined && (
          <div className="row si-em">
            <b>{t("signIn.emergency")}</b>
            <PhoneLink phone={emergency} tone="out-danger">
              {t("signIn.emergencyCall")}
            </PhoneLink>
          </div>
        )}
      </header>
      <main className={demo ? "si-main demo" : step.kind === "people" ? "si-main people" : "si-main"}>
        {demo && (
          <section className="stack si-demo" aria-labelledby="si-accounts">
            <Banner tone="info" title={t("signIn.demoTitle")}>
              {t("signIn.demoText")}
            </Banner>
            <div>
              <h2 id="si-accounts">{t("signIn.accountsTitle")}</h2>
              <p className="mut">{t("signIn.accountsText")}</p>
            </div>
            <Suspense fallback={<LoadingRows />}>
              <Accounts accounts={site.accounts} picked={filled?.username ?? null} onPick={pick} />
            </Suspense>
          </section>
        )}
        <div className="stack si-side">
          {back !== undefined && (
            <div>
              <Button icon="left" onClick={back.go}>
                {t("signIn.backTo", { name: back.name })}
              </Button>
            </div>
          )}
          {lostAt !== null && (
            <Banner
              tone="warn"
              icon="cloudOff"
              title={t("signIn.offlineTitle", { time: timeText(lostAt) })}
              live="status"
            >
              {t("signIn.offlineText")}
              {leader !== undefined && (
                <p>
                  <PhoneLink phone={leader}>{t("signIn.leader")}</PhoneLink>
                </p>
              )}
            </Banner>
          )}
          {refused !== null && <ProblemAlert problem={new Problem({ code: refused })} />}
          {step.kind === "asking" && (
            <div className="card si-form">
              <LoadingRows />
            </div>
          )}
          <Suspense fallback={<LoadingRows />}>
            {step.kind === "people" && (
              <People
                people={people}
                picked={step.picked}
                onPick={(person) => act({ kind: "pick", person })}
                onOther={() => act({ kind: "other" })}
                onForgot={() => act({ kind: "forgot" })}
                onLocked={() => act({ kind: "pin-locked" })}
                onBack={() => act({ kind: "back", people })}
              />
            )}
          </Suspense>
          {step.kind === "password" && (
            <PasswordForm
              key={step.of?.id ?? ""}
              of={step.of}
              why={step.why}
              typed={typed}
              onType={(part) => setTyped({ ...typed, ...part })}
              submit={submit}
              said={filled === null ? null : t("signIn.filled", { name: filled.name })}
              onSecond={(methods) => act({ kind: "second", methods })}
              onBack={people.length > 0 ? () => act({ kind: "back", people }) : null}
              passkeys={site?.passkeys ?? false}
              provider={site?.oidc ?? null}
            />
          )}
          <Suspense fallback={<LoadingRows />}>
            {step.kind === "second" && (
              <SecondStep
                methods={step.methods}
                typed={typed}
                onBack={() => {
                  setTyped({ ...typed, password: "" });
                  act({ kind: "back", people });
                }}
              />
            )}
          </Suspense>
          {demo && site.robot !== null && (
            <Suspense>
              <RobotSwitch on={site.robot} />
            </Suspense>
          )}
        </div>
      </main>
    </div>
  );
}

interface Found {
  readonly site: Schema<"Site"> | null;
  /** Since when the server cannot be reached. */
  readonly lostAt: number | null;
}

/** Null until the server has answered; asked again while it cannot be reached. */
function useSite(): Found {
  const [found, setFound] = useState<Found>({ site: null, lostAt: null });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const lost = () => setFound((now) => ({ ...now, lostAt: now.lostAt ?? Date.now() }));
    const ask = () => {
      clearTimeout(timer);
      // The browser knows at once what the line takes seconds to show.
      if (!navigator.onLine) lost();
      fetchSite().then(
        (site) => !stopped && setFound({ site, lostAt: null }),
        () => {
          if (stopped) return;
          lost();
          timer = setTimeout(ask, SITE_RETRY_MS);
        },
      );
    };
    ask();
    globalThis.addEventListener("online", ask);
    globalThis.addEventListener("offline", ask);
    return () => {
      stopped = true;
      clearTimeout(timer);
      globalThis.removeEventListener("online", ask);
      globalThis.removeEventListener("offline", ask);
    };
  }, []);
  return found;
}
