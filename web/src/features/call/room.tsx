/** Inside the room: head, picture left, case right; nothing here closes the call but a person. */
import { Suspense, useCallback, useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";

import { useConsultNews, useFreshRequest } from "@/context/consults";
import { usePatients } from "@/context/patients";
import { useMe } from "@/context/session";
import { useMinutes } from "@/context/use-minutes";
import { useVideoConsent } from "@/context/use-video-consent";
import { numberText, timeText } from "@/lib/clock";
import { isVideoRefused, openedTo } from "@/lib/consent";
import { t, word } from "@/lib/i18n";
import { turnCamera, turnMicrophone } from "@/lib/local-media";
import { patientTitle } from "@/lib/patient";
import { Button } from "@/ui/button";
import { Elapsed } from "@/ui/clock";
import { ConfirmDialog, Dialog } from "@/ui/dialog";
import { useKeys } from "@/ui/key-hint";
import { LinkWords } from "@/ui/link-words";
import { LoadingRows } from "@/ui/lists";
import { goToField, type Goal } from "@/ui/minutes-field";
import { toast, Toasts } from "@/ui/toast";

import { linkLevel, rungNow, type RoomState } from "./call-state";
import { Guard } from "./guard-later";
import { Elsewhere, EndDialog, Figures, inCall, Refused } from "./in-call-later";
import { fetchTabs, Side, TABS, type Tab } from "./side";
import { fetchSigning, ReadBack } from "./signing";
import { Stage } from "./stage";
import { fetchStills, StillsOnStage } from "./stills-later";
import { useForLong, useRoom, useSpeakingMuted, useWide } from "./use-room";

import type { Detail } from "@/lib/consult-api";

import "./call.css";

type Asking = "leave" | "end" | "why" | "sign" | null;

export function Room({ detail, call }: { detail: Detail; call: NonNullable<Detail["summary"]["call"]> }) {
  const { summary } = detail;
  const me = useMe();
  const [, go] = useLocation();
  const { again } = useConsultNews();
  const { room, state, local } = useRoom(call.id);
  useVideoConsent(me.place === "station" && isVideoRefused(summary));
  const { desk, now } = useMinutes(summary.id, true);
  const [tab, setTab] = useState<Tab>("summary");
  const [fold, setFold] = useState<"auto" | "open" | "folded">("auto");
  const [soundBlocked, setSoundBlocked] = useState(false);
  const [asking, setAsking] = useState<Asking>(null);
  const speaking = useSpeakingMuted(local);
  const wide = useWide();
  const pictureOff = useForLong(state.media === "live" && state.theirs?.camera === false);
  const atStation = summary.specialist?.id !== me.id;
  const offline = state.lineLostAt !== null;
  const folded = fold === "folded" || (fold === "auto" && pictureOff);
  const news = inCall()?.worstNews(state, { ...local, soundBlocked, speaking }) ?? null;

  useFreshRequest(summary);

  // The field may have to be shown, or read from the server, first: until the cursor is in it letters are shortcuts.
  const wanted = useRef<Goal | null>(null);
  const goToWanted = useCallback(() => {
    if (wanted.current !== null && tab === "minutes" && goToField(wanted.current)) wanted.current = null;
  }, [tab]);
  useEffect(goToWanted);
  const toField = (field: Goal) => {
    wanted.current = field;
    setTab("minutes");
    if (tab === "minutes" && goToField(field)) wanted.current = null;
  };
  useEffect(() => {
    if (!state.everLive) return;
    fetchTabs();
    fetchSigning();
    fetchStills();
  }, [state.everLive]);
  const toggleFold = () => setFold(folded ? "open" : "folded");
  useKeys(
    {
      m: () => turnMicrophone(!local.microphoneOn),
      v: () => turnCamera(!local.cameraOn),
      f: toggleFold,
      ...Object.fromEntries(TABS.map((name, at) => [String(at + 1), () => setTab(name)])),
    },
    asking === null && state.entry.kind === "in",
  );

  if (state.entry.kind === "replaced") return <Elsewhere onHere={() => room.enter(true)} />;
  if (state.entry.kind === "refused") {
    const retry = () => {
      room.enter();
      again(summary.id).catch(() => undefined);
    };
    return <Refused problem={state.entry.problem} onRetry={retry} />;
  }
  return (
    <main className={folded ? "call folded" : "call"}>
      <Head detail={detail} call={call} state={state} atStation={atStation} onEnd={() => setAsking("end")} />
      <Stage
        room={room}
        state={state}
        local={local}
        news={news}
        summary={summary}
        stills={
          <StillsOnStage
            detail={detail}
            call={call.id}
            title={patientTitle(undefined, summary.subject)}
            atStation={atStation}
          />
        }
        atStation={atStation}
        folded={folded}
        onFold={toggleFold}
        onSoundBlocked={setSoundBlocked}
        onLeave={() => setAsking("leave")}
        onWhy={() => setAsking("why")}
        onWrite={() => toField("opinion")}
        onConclude={() => toField("diagnosis")}
        desk={desk}
        now={now}
      />
      <Side
        detail={detail}
        call={call.id}
        title={patientTitle(undefined, summary.subject)}
        tab={tab}
        onTab={setTab}
        desk={desk}
        now={now}
        atStation={atStation}
        offline={offline}
        split={folded && wide}
        onField={toField}
        onMinutes={goToWanted}
        onSign={() => setAsking("sign")}
        onEnd={() => setAsking("end")}
      />
      <ConfirmDialog
        open={asking === "leave"}
        title={t("call.leaveTitle")}
        confirm={t("call.leave")}
        cancel={t("call.stayHere")}
        onClose={() => setAsking(null)}
        onConfirm={() => go("/")}
      >
        <p>{t("call.leaveText")}</p>
      </ConfirmDialog>
      <EndDialog
        open={asking === "end"}
        call={call.id}
        consult={summary.id}
        atStation={atStation}
        now={now}
        onClose={() => setAsking(null)}
      />
      <Dialog
        open={asking === "why"}
        onClose={() => setAsking(null)}
        title={t("call.line")}
        footer={<Button onClick={() => setAsking(null)}>{t("common.close")}</Button>}
      >
        <Figures state={state} />
      </Dialog>
      <Dialog
        open={asking === "sign" && (now.view?.my_lines.length ?? 0) > 0}
        wide
        onClose={() => setAsking(null)}
        title={t("minutes.readTitle")}
        footer={<Button onClick={() => setAsking(null)}>{t("common.close")}</Button>}
      >
        <Suspense fallback={<LoadingRows />}>
          <ReadBack
            desk={desk}
            now={now}
            name={me.name}
            offline={offline}
            onSigned={() => {
              setAsking(null);
              toast(t("minutes.signedToast"));
            }}
          />
        </Suspense>
      </Dialog>
      <Toasts />
    </main>
  );
}

function Head({
  detail,
  call,
  state,
  atStation,
  onEnd,
}: {
  detail: Detail;
  call: NonNullable<Detail["summary"]["call"]>;
  state: RoomState;
  atStation: boolean;
  onEnd: () => void;
}) {
  const { summary, vitals } = detail;
  const me = useMe();
  const who = openedTo(me.place, summary);
  const patients = usePatients([who]);
  const known = who === null ? undefined : patients.get(who);
  const weight = vitals.findLast((set) => set.weight !== null)?.weight;
  const title = [patientTitle(known, summary.subject), weight == null ? "" : `${numberText(Number(weight))} kg`]
    .filter(Boolean)
    .join(", ");
  const megabytes = Math.round(state.quality.bytes / 1_000_000);
  return (
    <header className="callhead">
      <div className="sp">
        <h1 className="nm">{title}</h1>
        <small>{atStation ? stationLine(summary, me.name) : specialistLine(summary, me.name)}</small>
        <Guard summary={summary} atStation={atStation} />
      </div>
      <span className="row nw">
        <LinkNow state={state} />
        {megabytes > 0 && <span className="mut hide-s nb num">{t("call.megabytes", { n: megabytes })}</span>}
      </span>
      {call.live_at !== null && (
        <span className="big" aria-label={t("call.clock")}>
          <Elapsed from={call.live_at} />
        </span>
      )}
      <Button tone="out-danger" onClick={onEnd}>
        {t("call.end")}
      </Button>
    </header>
  );
}

function stationLine(summary: Detail["summary"], me: string): string {
  const { station, hospital, specialist, specialty } = summary;
  const places = { me, station: station.short_name, hospital: hospital.short_name };
  if (specialist === null) return t("call.stationAlone", places);
  return t("call.stationLine", { ...places, them: specialist.name, specialty: word("specialty", specialty) });
}

function specialistLine(summary: Detail["summary"], me: string): string {
  return t("call.specialistLine", {
    me,
    them: summary.requester.name,
    station: summary.station.short_name,
    time: timeText(summary.sent_at ?? summary.created_at),
    urgency: word("urgency", summary.urgency).toLowerCase(),
  });
}

function LinkNow({ state }: { state: RoomState }) {
  const { brokenAt, lineLostAt } = state;
  if (lineLostAt !== null && state.media !== "live") {
    return <LinkWords level="lost" words={t("shell.linkLost", { time: timeText(brokenAt ?? lineLostAt) })} />;
  }
  // Our own line stands: whose fault it is says the banner.
  if (brokenAt !== null) return <LinkWords level="lost" words={t("call.brokenSince", { time: timeText(brokenAt) })} />;
  // Alone in the room there is no line to the other side to speak of; ours to the server is there.
  const alone = state.peer === null || state.away?.left === true;
  if (state.media !== "live" && !alone) return <LinkWords level="connecting" words={t("shell.linkConnecting")} />;
  if (!alone && rungNow(state) === "text") return <LinkWords level="poor" words={t("call.linkMute")} />;
  switch (alone ? "good" : linkLevel(state)) {
    case "good":
      return <LinkWords level="good" words={t("shell.linkGood")} />;
    case "weak":
      return <LinkWords level="weak" words={t("shell.linkWeak")} />;
    case "poor":
      return <LinkWords level="poor" words={t("shell.linkPoor")} />;
  }
}
