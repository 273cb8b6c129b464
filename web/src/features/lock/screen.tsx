/** The locked screen: nothing of any record, but the voice, the rings and the way to an emergency stay. */
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from "react";
import { useLocation } from "wouter";

import { useOpenConsults } from "@/context/consults";
import { useSession, useSignedIn } from "@/context/session";
import { useLink } from "@/context/socket";
import { timeText } from "@/lib/clock";
import { listDrafts } from "@/lib/drafts";
import { t, withWords } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { LoadingRows } from "@/ui/lists";
import { LinkWords } from "@/ui/link-words";

import { behind } from "./lock-state";
import { Rings, RunningCall, useRunningCall } from "./running";
import { Unlock } from "./unlock";

import "./lock.css";

const Emergency = lazy(() => withWords(["consult", "station", "lock"], import("./emergency")));

/**
 * The browser's own modal dialog: nothing can stand over it, and all behind it is out of reach.
 *
 * `rings`: nobody else on this page listens to them. `other`: the sign-in page, while another person takes over.
 */
export default function LockScreen({ rings, other }: { rings: boolean; other: ReactNode }) {
  useLockedTitle();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    const show = () => {
      if (dialog.isConnected && !dialog.open) dialog.showModal();
    };
    show();
    dialog.addEventListener("close", show);
    return () => {
      dialog.removeEventListener("close", show);
      dialog.close();
    };
  }, []);
  return (
    <dialog
      ref={box}
      className="lock noprint"
      aria-label={t("lock.label")}
      // Esc opens nothing.
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === "Escape") event.preventDefault();
      }}
    >
      <RunningCall />
      {rings && <Rings />}
      {other ?? <Locked />}
    </dialog>
  );
}

/** A page that stays behind the lock has set its title long ago. */
function useLockedTitle(): void {
  useEffect(() => {
    const before = document.title;
    document.title = `${t("lock.title")} · ${t("common.appName")}`;
    return () => {
      document.title = before;
    };
  }, []);
}

function Locked() {
  const { me, lock } = useSignedIn();
  const { turnTo } = useSession();
  const [emergency, setEmergency] = useState(false);
  const station = me.place === "station";
  if (lock === null) return null;
  return (
    <>
      <header className="lock-top">
        <img src="/icon.svg" alt="" width={36} height={36} />
        <span className="mark">{t("common.appName")}</span>
        <span className="site sp">{me.grant?.facility.name}</span>
        <Line />
        {station && !emergency && (
          <Button tone="danger" icon="siren" onClick={() => setEmergency(true)}>
            {t("lock.emergency")}
          </Button>
        )}
      </header>
      {emergency ? (
        <main className="lock-main narrow">
          <Suspense fallback={<LoadingRows />}>
            <Emergency onBack={() => setEmergency(false)} />
          </Suspense>
        </main>
      ) : (
        <main className="lock-main">
          <div className="card flush lock-split">
            <section className="stack" aria-labelledby="lock-head">
              <Banner
                tone="info"
                icon="lock"
                title={lock.at === null ? t("lock.title") : t("lock.titleAt", { time: timeText(lock.at) })}
              >
                {t(`lock.why_${lock.reason}`)}
              </Banner>
              <h1 id="lock-head" className="vh">
                {t("lock.title")}
              </h1>
              <GoesOn station={station} />
              <Button wide icon="swap" onClick={() => turnTo(true)}>
                {t("shell.switchUser")}
              </Button>
              <p className="s">{t("lock.safe")}</p>
            </section>
            <Unlock key={me.id} />
          </div>
        </main>
      )}
    </>
  );
}

/** What the lock does not stop. Names stay behind it. */
function GoesOn({ station }: { station: boolean }) {
  const { me } = useSignedIn();
  const { data } = useOpenConsults();
  const [drafts, setDrafts] = useState(0);
  useEffect(() => {
    listDrafts(me.id).then(
      (found) => setDrafts(found.length),
      () => undefined,
    );
  }, [me.id]);
  const { waiting, taken, returned } = behind(data ?? []);
  const running = useRunningCall();
  const [at, go] = useLocation();
  // Whoever waited for it at this page is led into the room, as without a lock.
  const awaited = taken.find(({ id }) => at === `/consults/${id}/waiting` || at === `/emergency/${id}`)?.id;
  useEffect(() => {
    if (awaited !== undefined) go(`/consults/${awaited}/call`);
  }, [awaited, go]);
  const said = [
    station && waiting > 0 ? t("lock.waiting", { n: waiting }) : "",
    station && returned > 0 ? t("lock.returned", { n: returned }) : "",
    drafts > 0 ? t("lock.drafts", { n: drafts }) : "",
  ].filter(Boolean);
  return (
    <>
      {station && taken.some(({ call }) => call?.id !== running) && (
        <Banner tone="ok" icon="video" title={t("lock.takenTitle")} live="alert">
          {t("lock.takenText")}
        </Banner>
      )}
      {said.length > 0 && (
        <div className="stack t" role="status">
          {said.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
    </>
  );
}

function Line() {
  const link = useLink();
  if (link.kind !== "reconnecting") return null;
  return <LinkWords level="lost" words={t("shell.linkLost", { time: timeText(link.since) })} />;
}
