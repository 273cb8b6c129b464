/** The right side: the case in four tabs, all kept; with the picture folded the minutes stand open beside them. */
import { Suspense, useRef, useState } from "react";

import { useMe } from "@/context/session";
import { t } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { ConfirmDialog } from "@/ui/dialog";
import { Icon } from "@/ui/icon";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ConclusionPart, OpinionsPart, SummaryPart, type goToField } from "@/ui/minutes-form";
import { MinutesSaved, NextButton, StatePill } from "@/ui/minutes-next";
import { ProblemAlert } from "@/ui/problem-alert";

import { BeforeTab, SummaryTab } from "./file-tabs";
import { later } from "./later";
import { LockedBanner, Signatures } from "./signing";

import type { Detail } from "@/lib/consult-api";
import type { DeskNow, MinutesDesk } from "@/lib/minutes-desk";

const vitalsTab = later(() => import("./vitals-tab").then((part) => part.VitalsTab));
/** Once voice and picture flow, so that it is there when the line is not. */
export const fetchVitalsTab = vitalsTab.fetch;

export const TABS = ["summary", "vitals", "before", "minutes"] as const;
export type Tab = (typeof TABS)[number];

const NAME = {
  summary: "call.tabSummary",
  vitals: "call.tabVitals",
  before: "call.tabBefore",
  minutes: "call.tabMinutes",
} as const;

interface Props {
  readonly detail: Detail;
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly desk: MinutesDesk;
  readonly now: DeskNow;
  readonly atStation: boolean;
  readonly offline: boolean;
  /** The picture is folded and there is room: the minutes stand open beside the file. */
  readonly split: boolean;
  readonly onField: (field: Parameters<typeof goToField>[0]) => void;
  readonly onSign: () => void;
  readonly onEnd: () => void;
}

export function Side(props: Props) {
  const { detail, onTab, desk, now, atStation, offline, split, onField, onSign, onEnd } = props;
  const me = useMe();
  const list = useRef<HTMLDivElement>(null);
  const [adding, setAdding] = useState(false);
  // Beside open minutes the file shows what it showed last.
  const [file, setFile] = useState<Tab>("summary");
  if (props.tab !== "minutes" && props.tab !== file) setFile(props.tab);
  const tab = split && props.tab === "minutes" ? file : props.tab;
  // Fetched when first looked at, kept from then on.
  const [vitalsSeen, setVitalsSeen] = useState(false);
  if (tab === "vitals" && !vitalsSeen) setVitalsSeen(true);
  const tabs = split ? TABS.slice(0, -1) : TABS;
  const writing = Object.keys(now.writers).length > 0;
  const move = (by: number) => {
    const next = tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length] ?? "summary";
    onTab(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  const panel = (name: Tab) => ({
    id: `panel-${name}`,
    role: "tabpanel",
    "aria-labelledby": `tab-${name}`,
    tabIndex: 0,
    className: `panel ${name}`,
    hidden: tab !== name && !(split && name === "minutes"),
  });
  return (
    <section
      className={split ? "side split-side" : tab === "minutes" ? "side on-minutes" : "side"}
      aria-label={t("call.file")}
    >
      <div
        ref={list}
        className="tabs"
        role="tablist"
        aria-label={t("call.file")}
        onKeyDown={(event) => {
          const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
          if (by === undefined) return;
          event.preventDefault();
          move(by);
        }}
      >
        {tabs.map((name, at) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={tab === name}
            aria-controls={`panel-${name}`}
            aria-keyshortcuts={String(at + 1)}
            tabIndex={tab === name ? 0 : -1}
            onClick={() => onTab(name)}
          >
            {t(NAME[name])}
            {name === "minutes" && writing && <Icon name="pen" size="sm" />}
          </button>
        ))}
      </div>
      <div {...panel("summary")}>
        <SummaryTab detail={detail} />
      </div>
      <div {...panel("vitals")}>
        {vitalsSeen && <vitalsTab.Part detail={detail} atStation={atStation} adding={adding} onAdding={setAdding} />}
      </div>
      <div {...panel("before")}>
        <BeforeTab detail={detail} />
      </div>
      <div {...panel("minutes")}>
        <MinutesTab desk={desk} now={now} />
      </div>
      <div className="sidefoot of-file">
        {tab === "vitals" && atStation && !adding ? (
          <Button icon="plus" onClick={() => setAdding(true)}>
            {t("call.addVitals")}
          </Button>
        ) : (
          <Button icon="chat" onClick={() => onField("opinion")}>
            {t("call.addOpinion")}
          </Button>
        )}
        {!split && (
          <Button {...(!atStation && { tone: "primary" as const })} icon="pen" onClick={() => onField("diagnosis")}>
            {t("call.writeConclusion")}
          </Button>
        )}
      </div>
      <div className="sidefoot of-minutes">
        {now.view?.state === "signed" ? (
          atStation ? (
            <Button tone="primary" wide onClick={onEnd}>
              {t("minutes.decide")}
            </Button>
          ) : (
            <StatePill view={now.view} />
          )
        ) : (
          <>
            <MinutesSaved now={now} />
            <NextButton desk={desk} now={now} me={me.id} offline={offline} onSign={onSign} />
          </>
        )}
      </div>
    </section>
  );
}

function MinutesTab({ desk, now }: { desk: MinutesDesk; now: DeskNow }) {
  const me = useMe();
  const [unlocked, setUnlocked] = useState(-1);
  const [asking, setAsking] = useState(false);
  const { view, status, problem } = now;
  if (view === null) {
    if (problem) return <ProblemAlert problem={problem} onRetry={() => void desk.reload()} />;
    if (status === "loading") return <LoadingRows />;
    return <EmptyState icon="file" title={t("minutes.loadingNone")} text={t("minutes.loadingNoneText")} />;
  }
  // Unlocked until the chair confirms anew: each conclusion is one time of signing.
  const signing = view.state === "signing";
  const readOnly = view.state === "signed" || (signing && unlocked !== view.signatures.length);
  const part = { desk, now, readOnly };
  const unlock = () => {
    setUnlocked(view.signatures.length);
    setAsking(false);
  };
  return (
    <div className="minutes flat">
      <h2 className="minutes-head">
        <span className="sp">{view.state === "draft" ? t("call.minutesHead") : t("minutes.heading")}</span>
        <StatePill view={view} />
      </h2>
      {view.state === "signed" && (
        <Suspense>
          <LockedBanner view={view} />
        </Suspense>
      )}
      {signing && readOnly && (
        <>
          <Suspense>
            <Signatures view={view} />
          </Suspense>
          <Button icon="pen" onClick={() => (view.signatures.length > 0 ? setAsking(true) : unlock())}>
            {t("minutes.edit")}
          </Button>
        </>
      )}
      {signing && !readOnly && view.signatures.length > 0 && <Banner tone="warn">{t("minutes.editing")}</Banner>}
      <ConclusionPart {...part} />
      <OpinionsPart {...part} me={me.name} />
      <SummaryPart {...part} />
      <ConfirmDialog
        open={asking}
        danger
        title={t("minutes.editTitle")}
        confirm={t("minutes.editConfirm")}
        onClose={() => setAsking(false)}
        onConfirm={unlock}
      >
        <p>{t("minutes.editText", { n: view.signatures.length })}</p>
      </ConfirmDialog>
    </div>
  );
}
