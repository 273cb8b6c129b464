/** The right side: the case in four tabs, all kept; with the picture folded the minutes stand open beside them. */
import { useRef, useState } from "react";

import { t } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { Icon } from "@/ui/icon";
import { later } from "@/ui/later";

import { SummaryTab } from "./file-tabs";
import { BeforeTab } from "./in-call-later";
import { PicturesTab } from "./stills-later";

import type { Detail } from "@/lib/consult-api";
import type { DeskNow, MinutesDesk } from "@/lib/minutes-desk";
import type { Goal } from "@/ui/minutes-field";

const vitalsTab = later(() => import("./vitals-tab").then((part) => part.VitalsTab));
const minutesTab = later(() => import("./minutes-tab").then((part) => part.MinutesTab));
const minutesFoot = later(() => import("./minutes-tab").then((part) => part.MinutesFoot), "quiet");
/** Once voice and picture flow, so that they are there when the line is not. */
export function fetchTabs(): void {
  vitalsTab.fetch();
  minutesTab.fetch();
}

export const TABS = ["summary", "vitals", "pictures", "before", "minutes"] as const;
export type Tab = (typeof TABS)[number];

const NAME = {
  summary: "call.tabSummary",
  vitals: "call.tabVitals",
  pictures: "call.tabPictures",
  before: "call.tabBefore",
  minutes: "call.tabMinutes",
} as const;

interface Props {
  readonly detail: Detail;
  readonly call: string;
  /** Of whom, for what waits on this device. */
  readonly title: string;
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  readonly desk: MinutesDesk;
  readonly now: DeskNow;
  readonly atStation: boolean;
  readonly offline: boolean;
  /** The picture is folded and there is room: the minutes stand open beside the file. */
  readonly split: boolean;
  readonly onField: (field: Goal) => void;
  /** The minutes' fields stand on the page. */
  readonly onMinutes: () => void;
  readonly onSign: () => void;
  readonly onEnd: () => void;
}

export function Side(props: Props) {
  const { detail, onTab, desk, now, atStation, offline, split, onField, onSign, onEnd } = props;
  const list = useRef<HTMLDivElement>(null);
  const [adding, setAdding] = useState(false);
  // Beside open minutes the file shows what it showed last.
  const [file, setFile] = useState<Tab>("summary");
  if (props.tab !== "minutes" && props.tab !== file) setFile(props.tab);
  const tab = split && props.tab === "minutes" ? file : props.tab;
  // Fetched when first looked at, kept from then on.
  const [vitalsSeen, setVitalsSeen] = useState(false);
  if (tab === "vitals" && !vitalsSeen) setVitalsSeen(true);
  const [picturesSeen, setPicturesSeen] = useState(false);
  if (tab === "pictures" && !picturesSeen) setPicturesSeen(true);
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
      <div {...panel("pictures")}>
        {picturesSeen && <PicturesTab detail={detail} call={props.call} title={props.title} atStation={atStation} />}
      </div>
      <div {...panel("before")}>
        <BeforeTab detail={detail} />
      </div>
      <div {...panel("minutes")}>
        <minutesTab.Part desk={desk} now={now} onShown={props.onMinutes} />
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
        <minutesFoot.Part {...{ desk, now, atStation, offline, onSign, onEnd }} />
      </div>
    </section>
  );
}
