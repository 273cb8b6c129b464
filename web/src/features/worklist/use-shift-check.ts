/** The one click of “Vào ca trực”: unlocks the sound, makes this browser reachable, confirms, and sees each channel's test. */
import { useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useReducer, useRef, useState } from "react";

import { useMe } from "@/context/session";
import { useFrames } from "@/context/socket";
import { useAct } from "@/context/use-act";
import { pushServer } from "@/context/push-server";
import { api, ok } from "@/lib/http-client";
import { closeMedia, openMedia } from "@/lib/media-devices";
import { openPush, type PushWay } from "@/lib/push";
import { Ringtone } from "@/lib/ringtone";

import { reduceTrial, UNTRIED, type Check, type Device, type Trial, type TrialEvent } from "./shift-check";

import type { Shift } from "./worklist-state";

const KEY = ["shift"] as const;
const KEPT = "telemed.trial";
/** Shifts begin and end without news. */
const LOOK_EVERY_MS = 60_000;
/** While channels are being tried. */
const WATCH_EVERY_MS = 700;
/** Nobody answers whether they hear it: then they do not. */
const HEARD_WITHIN_MS = 60_000;
/** A person who reads the browser's question must not stay off duty meanwhile. */
const PUSH_WITHIN_MS = 4_000;

export interface ShiftCheck {
  readonly shift: Shift | null | undefined;
  readonly error: unknown;
  readonly reload: () => void;
  readonly trial: Trial;
  readonly checks: readonly Check[];
  readonly busy: boolean;
  readonly problem: unknown;
  /** Within a click only: sound and notifications are unlocked by it. `confirm`: the shift that begins with it. */
  readonly begin: (confirm: boolean) => void;
  readonly heard: (yes: boolean) => void;
}

export function useShiftCheck(): ShiftCheck {
  const queries = useQueryClient();
  const me = useMe();
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: async () => (await ok(api.GET("/api/shifts/mine"))).shift,
    refetchInterval: LOOK_EVERY_MS,
  });
  const [trial, dispatch] = useReducer(kept, undefined, readTrial);
  const { busy, problem, run } = useAct();
  const { checks, watch } = useChecks(data ?? null, queries);
  const tone = useRef<Ringtone | null>(null);
  useEffect(() => () => tone.current?.stop(), []);
  const asking = trial.tone === "asking";
  useEffect(() => {
    if (!asking) return;
    const timer = setTimeout(() => {
      tone.current?.stop();
      dispatch({ kind: "heard", yes: false, at: Date.now() });
    }, HEARD_WITHIN_MS);
    return () => clearTimeout(timer);
  }, [asking]);
  useFrames((frame) => {
    // Somebody swapped, published or confirmed elsewhere.
    if (frame.type === "notice") void queries.invalidateQueries({ queryKey: KEY });
  });

  const begin = (confirm: boolean) => {
    const shift = data ?? null;
    // Before anything is awaited: browsers ask people only within the click.
    const push = openPush(me.id, pushServer, true);
    tone.current ??= new Ringtone();
    dispatch({ kind: "begin" });
    void tone.current.start().then((audible) => {
      if (!audible) dispatch({ kind: "mute" });
    });
    void push.then((way) => dispatch({ kind: "push", way }));
    void testDevices().then((found) => dispatch({ kind: "media", ...found }));
    if (!shift || !(confirm || shift.confirmed)) return;
    void run("confirm", async () => {
      const path = { id: shift.shift_id };
      const again = () => ok(api.POST("/api/shifts/{id}/checks", { params: { path } }));
      const ready = await inTime(push);
      if (confirm) queries.setQueryData(KEY, await ok(api.POST("/api/shifts/{id}/confirm", { params: { path } })));
      else await again();
      watch();
      // Allowed only after the test had gone: this browser was not there to be tried.
      if (ready === null)
        void push.then((way) => (way === "on" ? again().then(watch) : undefined)).catch(() => undefined);
    });
  };
  const heard = (yes: boolean) => {
    tone.current?.stop();
    dispatch({ kind: "heard", yes, at: Date.now() });
  };
  return {
    shift: data,
    error,
    reload: () => void refetch(),
    trial,
    checks,
    busy: busy !== null,
    problem,
    begin,
    heard,
  };
}

/** What the server saw of the test; looked at often while a channel may still answer. */
function useChecks(shift: Shift | null, queries: QueryClient): { checks: readonly Check[]; watch: () => void } {
  const id = shift?.confirmed === true ? shift.shift_id : null;
  const [begun, setBegun] = useState(0);
  const key = ["shift-checks", id];
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => ok(api.GET("/api/shifts/{id}/checks", { params: { path: { id: id ?? "" } } })),
    enabled: id !== null && begun > 0,
    refetchInterval: ({ state }) => {
      // The test is sent a moment after the confirmation: an empty answer is no end.
      const early = Date.now() - begun < 5_000 && (state.data?.checks.length ?? 0) === 0;
      return early || state.data?.running === true ? WATCH_EVERY_MS : false;
    },
  });
  const watch = () => {
    setBegun(Date.now());
    void queries.resetQueries({ queryKey: ["shift-checks"] });
  };
  return { checks: data?.checks ?? shift?.checks ?? [], watch };
}

async function inTime(push: Promise<PushWay>): Promise<PushWay | null> {
  return Promise.race([push, new Promise<null>((late) => setTimeout(() => late(null), PUSH_WITHIN_MS))]);
}

async function testDevices(): Promise<{ microphone: Device; camera: Device }> {
  const found = await openMedia({ camera: true });
  closeMedia(found.stream);
  return { microphone: found.microphone ?? "ok", camera: found.camera ?? "ok" };
}

function readTrial(): Trial {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
    return typeof found === "object" && found !== null ? { ...UNTRIED, ...found } : UNTRIED;
  } catch {
    return UNTRIED;
  }
}

function kept(now: Trial, event: TrialEvent): Trial {
  const next = reduceTrial(now, event);
  if (next.tone === "heard" || next.tone === "not-heard") sessionStorage.setItem(KEPT, JSON.stringify(next));
  return next;
}
