/** Inside the room: head, picture left, case right; nothing here closes the call but a person. */
import { Suspense, useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";

import { useConsultNews, useFreshRequest } from "@/context/consults";
import { usePatients } from "@/context/patients";
import { useMe } from "@/context/session";
import { useMinutes } from "@/context/use-minutes";
import { useVideoConsent } from "@/context/use-video-consent";
import { numberText, timeText } from "@/lib/clock";
import { isVideoRefused, openedTo } from "@/lib/consent";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { turnCamera, turnMicrophone } from "@/lib/local-media";
import { missingItems } from "@/lib/minutes-state";
import { patientTitle } from "@/lib/patient";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Elapsed } from "@/ui/clock";
import { ConfirmDialog, Dialog } from "@/ui/dialog";
import { useKeys } from "@/ui/key-hint";
import { LinkWords } from "@/ui/link-words";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { goToField } from "@/ui/minutes-form";
import { ProblemAlert } from "@/ui/problem-alert";
import { toast, Toasts } from "@/ui/toast";

import { worstNews } from "./banner";
import { Figures } from "./figures";
import { fetchVitalsTab, Side, TABS, type Tab } from "./side";
import { fetchSigning, ReadBack } from "./signing";
import { Stage } from "./stage";
import { useForLong, useRoom, useSpeakingMuted, useWide } from "./use-room";

import type { Detail } from "@/lib/consult-api";
import type { RoomState } from "./call-state";

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
  const news = worstNews(state, { ...local, soundBlocked, speaking });

  useFreshRequest(summary);

  // The field may have to be shown, or read from the server, first: until the cursor is in it letters are shortcuts.
  const wanted = useRef<Parameters<typeof goToField>[0] | null>(null);
  useEffect(() => {
    if (wanted.current !== null && tab === "minutes" && goToField(wanted.current)) wanted.current = null;
  });
  const toField = (field: Parameters<typeof goToField>[0]) => {
    wanted.current = field;
    setTab("minutes");
    if (tab === "minutes" && goToField(field)) wanted.current = null;
  };
  useEffect(() => {
    if (!state.everLive) return;
    fetchVitalsTab();
    fetchSigning();
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

  if (state.entry.kind === "replaced") {
    return (
      <main className="main narrow">
        <Card>
          <EmptyState
            icon="swap"
            title={t("call.replacedTitle")}
            text={t("call.replacedText")}
            action={
              <div className="stack m">
                <Button tone="primary" size="lg" onClick={() => room.enter()}>
                  {t("call.continueHere")}
                </Button>
                <Button tone="quiet" onClick={() => go("/")}>
                  {t("call.toHome")}
                </Button>
              </div>
            }
          />
        </Card>
      </main>
    );
  }
  if (state.entry.kind === "refused") {
    return (
      <main className="main narrow">
        <h1>{t("call.refusedTitle")}</h1>
        <ProblemAlert
          problem={state.entry.problem}
          onRetry={() => {
            room.enter();
            again(summary.id).catch(() => undefined);
          }}
        />
        <div>
          <Button onClick={() => go("/")}>{t("call.toHome")}</Button>
        </div>
      </main>
    );
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
        atStation={atStation}
        folded={folded}
        onFold={toggleFold}
        onSoundBlocked={setSoundBlocked}
        onLeave={() => setAsking("leave")}
        onWhy={() => setAsking("why")}
      />
      <Side
        detail={detail}
        tab={tab}
        onTab={setTab}
        desk={desk}
        now={now}
        atStation={atStation}
        offline={offline}
        split={folded && wide}
        onField={toField}
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
        title={t("call.whyTitle")}
        footer={<Button onClick={() => setAsking(null)}>{t("common.close")}</Button>}
      >
        <Figures quality={state.quality} />
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
  switch (alone ? "good" : state.quality.level) {
    case "good":
      return <LinkWords level="good" words={t("shell.linkGood")} />;
    case "weak":
      return <LinkWords level="weak" words={t("shell.linkWeak")} />;
    case "poor":
      return <LinkWords level="poor" words={t("shell.linkPoor")} />;
  }
}

function EndDialog({
  open,
  call,
  consult,
  atStation,
  now,
  onClose,
}: {
  open: boolean;
  call: string;
  consult: string;
  atStation: boolean;
  now: ReturnType<typeof useMinutes>["now"];
  onClose: () => void;
}) {
  const [, go] = useLocation();
  const { keep } = useConsultNews();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const missing = missingItems(now.fields);
  const signed = now.view?.state === "signed";
  const end = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const summary = await ok(api.POST("/api/calls/{id}/end", { params: { path: { id: call } } }));
      if (!signed) go(`/consults/${consult}/minutes`);
      else go(atStation ? `/consults/${consult}/decision` : "/");
      keep(summary);
    } catch (fault) {
      setProblem(fault);
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      open={open}
      danger
      title={t("call.endTitle")}
      confirm={t("call.end")}
      cancel={t("call.stay")}
      busy={busy}
      onClose={onClose}
      onConfirm={() => void end()}
    >
      <p>
        {missing.length > 0
          ? t("call.endOpenText")
          : !signed
            ? t("call.endText")
            : atStation
              ? t("call.endSignedStationText")
              : t("call.endSignedText")}
      </p>
      {missing.length > 0 && (
        <Banner
          tone="warn"
          title={t("call.endMissing", {
            n: missing.length,
            items: missing.map((name) => word("minutesField", name).toLowerCase()).join(", "),
          })}
        />
      )}
      {missing.length === 0 && now.view?.state === "draft" && <Banner tone="warn" title={t("call.endUnconfirmed")} />}
      <ProblemAlert problem={problem} />
    </ConfirmDialog>
  );
}
