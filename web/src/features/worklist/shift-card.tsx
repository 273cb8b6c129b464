/** “Vào ca trực”: my shift, and whether a ring can be heard and answered on this machine. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useReducer, useRef } from "react";

import { useMe } from "@/context/session";
import { useAct } from "@/context/use-act";
import { longSpanText, timeText, whenText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { closeMedia, openMedia } from "@/lib/media-devices";
import { Ringtone } from "@/lib/ringtone";
import { Button } from "@/ui/button";
import { useNow } from "@/ui/clock";
import { Icon } from "@/ui/icon";
import { ProblemAlert } from "@/ui/problem-alert";

import {
  reduceChannels,
  shiftView,
  UNTESTED,
  type ChannelEvent,
  type Channels,
  type Device,
  type Shift,
  type ShiftView,
} from "./worklist-state";

const KEY = ["shift"] as const;
const TESTED = "telemed.channels";
/** Shifts begin and end without news. */
const LOOK_EVERY_MS = 60_000;

function kept(): Channels {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(TESTED) ?? "null");
    return typeof found === "object" && found !== null ? { ...UNTESTED, ...found } : UNTESTED;
  } catch {
    return UNTESTED;
  }
}

function keepChannels(now: Channels, event: ChannelEvent): Channels {
  const next = reduceChannels(now, event);
  if (next.tone === "heard" || next.tone === "not-heard") sessionStorage.setItem(TESTED, JSON.stringify(next));
  return next;
}

export function ShiftCard() {
  const queries = useQueryClient();
  const now = useNow(15_000);
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: async () => (await ok(api.GET("/api/shifts/mine"))).shift,
    refetchInterval: LOOK_EVERY_MS,
  });
  const [channels, dispatch] = useReducer(keepChannels, undefined, kept);
  const { busy, problem, run } = useAct();
  const tone = useRef<Ringtone | null>(null);
  useEffect(() => () => tone.current?.stop(), []);

  const begin = () => {
    tone.current ??= new Ringtone();
    dispatch({ kind: "begin" });
    void tone.current.start().then((audible) => {
      if (!audible) dispatch({ kind: "mute" });
    });
    void testDevices().then((found) => dispatch({ kind: "media", ...found }));
  };
  const heard = (yes: boolean, confirm: Shift | null) => {
    tone.current?.stop();
    dispatch({ kind: "heard", yes, at: Date.now() });
    if (!confirm) return;
    void run("confirm", async () => {
      const path = { id: confirm.shift_id };
      queries.setQueryData(KEY, await ok(api.POST("/api/shifts/{id}/confirm", { params: { path } })));
    });
  };

  if (data === undefined) return error ? <ProblemAlert problem={error} onRetry={() => void refetch()} /> : null;
  const view = shiftView(data, now);
  const testing = channels.tone === "asking" || channels.tone === "blocked";
  const confirmable = view.kind === "unconfirmed" || (view.kind === "ahead" && view.canConfirm) ? view.shift : null;
  return (
    <section className={`card wl-shift ${view.kind}`} aria-label={t("worklist.myShift")}>
      <div className="wl-shift-row">
        <ShiftState view={view} />
        <ShiftWords view={view} />
        <div className="row">
          {testing ? (
            <>
              <Button tone="primary" size="compact" onClick={() => heard(true, confirmable)}>
                {t("worklist.iHear")}
              </Button>
              <Button size="compact" onClick={() => heard(false, confirmable)}>
                {t("worklist.iHearNot")}
              </Button>
            </>
          ) : (
            <Button
              tone={confirmable ? "primary" : "plain"}
              size="compact"
              icon="bell"
              busy={busy !== null}
              onClick={begin}
            >
              {t(confirmable ? "worklist.beginShift" : "worklist.testAgain")}
            </Button>
          )}
        </div>
      </div>
      {testing && (
        <p role="status">
          <b>{t(channels.tone === "blocked" ? "worklist.toneBlocked" : "worklist.toneAsking")}</b>
        </p>
      )}
      <Tests channels={channels} />
      <ProblemAlert problem={problem} />
    </section>
  );
}

async function testDevices(): Promise<{ microphone: Device; camera: Device }> {
  const found = await openMedia({ camera: true });
  closeMedia(found.stream);
  return { microphone: found.microphone ?? "ok", camera: found.camera ?? "ok" };
}

function ShiftState({ view }: { view: ShiftView }) {
  switch (view.kind) {
    case "on":
      return (
        <b className="wl-state c-ok">
          <Icon name="check" /> {t("worklist.onShift")}
        </b>
      );
    case "unconfirmed":
      return (
        <b className="wl-state c-danger">
          <Icon name="alert" /> {t("worklist.notOnShift")}
        </b>
      );
    case "ahead":
      return (
        <b className="wl-state">
          <Icon name="calendar" /> {t("worklist.nextShift")}
        </b>
      );
    case "none":
      return (
        <b className="wl-state mut">
          <Icon name="minus" /> {t("worklist.offShift")}
        </b>
      );
  }
}

function ShiftWords({ view }: { view: ShiftView }) {
  const me = useMe();
  if (view.kind === "none") return <p className="mut">{t("worklist.offShiftText")}</p>;
  const { shift } = view;
  return (
    <p>
      <b>{t("worklist.post", { specialty: specialtyOf(shift), tier: word("tier", shift.tier) })}</b> ·{" "}
      {t("worklist.hours", { from: whenText(shift.starts_at), to: whenText(shift.ends_at) })}
      {shift.relief !== null && shift.relief.id !== me.id && <> · {t("worklist.relief", { who: shift.relief.name })}</>}
      {view.kind === "unconfirmed" && view.lateMs >= 60_000 && (
        <b className="c-danger"> {t("worklist.lateBy", { span: longSpanText(view.lateMs) })}</b>
      )}
      {view.kind === "ahead" && !view.canConfirm && (
        <span className="mut"> {t("worklist.confirmFrom", { at: whenText(view.openAt) })}</span>
      )}
    </p>
  );
}

const specialtyOf = (shift: Shift): string =>
  shift.specialty === null ? t("worklist.everySpecialty") : word("specialty", shift.specialty);

function Tests({ channels }: { channels: Channels }) {
  if (channels.tone === "untested") {
    return <p className="s">{t("worklist.untested")}</p>;
  }
  const good = channels.tone === "heard";
  return (
    <>
      <ul className="wl-tests" aria-live="polite">
        {(channels.tone === "heard" || channels.tone === "not-heard") && (
          <li className={good ? undefined : "bad"}>
            <Icon name={good ? "check" : "alert"} size="sm" />{" "}
            {t(good ? "worklist.toneHeard" : "worklist.toneNotHeard")}
          </li>
        )}
        <DeviceLine name={t("worklist.microphone")} state={channels.microphone} />
        <DeviceLine name={t("worklist.camera")} state={channels.camera} />
        {channels.at !== null && <li className="mut">{t("worklist.testedAt", { at: timeText(channels.at) })}</li>}
      </ul>
      {channels.tone === "not-heard" && <p className="s">{t("worklist.notHeardText")}</p>}
    </>
  );
}

function DeviceLine({ name, state }: { name: string; state: Device }) {
  if (state === "untested") return null;
  const good = state === "ok";
  const bad = !good && state !== "testing";
  return (
    <li className={bad ? "bad" : undefined}>
      <Icon name={good ? "check" : bad ? "alert" : "clock"} size="sm" />{" "}
      {t("worklist.device", {
        name,
        state: t(`worklist.device_${state}`),
      })}
    </li>
  );
}
