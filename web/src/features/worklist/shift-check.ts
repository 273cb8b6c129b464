/** Whether a ring would be heard: what this browser tried, what the server saw of each channel, and what to do. Pure. */
import type { PushWay } from "@/lib/push";
import type { Schema } from "@/wire/schema";

export type Check = Schema<"ChannelCheck">;
export type Heard = "untested" | "asking" | "heard" | "not-heard" | "blocked";
export type Device = "untested" | "testing" | "ok" | "blocked" | "missing" | "busy" | "failed" | "insecure";

/** What was tried on this machine, and when. */
export interface Trial {
  readonly tone: Heard;
  readonly microphone: Device;
  readonly camera: Device;
  /** Whether this browser can be woken while no page is open; null before anybody asked. */
  readonly push: PushWay | null;
  readonly at: number | null;
}

export const UNTRIED: Trial = { tone: "untested", microphone: "untested", camera: "untested", push: null, at: null };

export type TrialEvent =
  | { readonly kind: "begin" }
  /** The browser plays only after a touch on the page. */
  | { readonly kind: "mute" }
  | { readonly kind: "heard"; readonly yes: boolean; readonly at: number }
  | { readonly kind: "media"; readonly microphone: Device; readonly camera: Device }
  | { readonly kind: "push"; readonly way: PushWay };

export function reduceTrial(now: Trial, event: TrialEvent): Trial {
  switch (event.kind) {
    case "begin":
      return { ...now, tone: "asking", microphone: "testing", camera: "testing", at: null };
    case "mute":
      return { ...now, tone: "blocked" };
    case "heard":
      return { ...now, tone: event.yes ? "heard" : "not-heard", at: event.at };
    case "media":
      return { ...now, microphone: event.microphone, camera: event.camera };
    case "push":
      return { ...now, push: event.way };
  }
}

export type LineKey = "page" | "tone" | "push" | "gateway" | "microphone" | "camera";

export interface CheckLine {
  readonly key: LineKey;
  /** off: this hospital does not use it, or it was not tried yet. */
  readonly state: "ok" | "wait" | "bad" | "off";
  /** From being sent until the device had it. */
  readonly tookMs: number | null;
  /** Names the sentence of what happened and, for a bad one, of what to do. */
  readonly why: string;
}

/** In the order in which they matter: what rings first, then what one answers with. */
export function checkLines(trial: Trial, checks: readonly Check[]): readonly CheckLine[] {
  const of = (channel: Check["channel"]) => checks.find((check) => check.channel === channel);
  const lines = [toneLine(trial.tone), sentLine("page", of("page")), pushLine(trial.push, of("push"))];
  const gateway = of("gateway");
  if (gateway) lines.push(sentLine("gateway", gateway));
  return [
    ...lines.filter((line) => line.why !== "untried"),
    ...[deviceLine("microphone", trial.microphone), deviceLine("camera", trial.camera)].filter(
      (line) => line.why !== "untested",
    ),
  ];
}

const line = (key: LineKey, state: CheckLine["state"], why: string, tookMs: number | null = null): CheckLine => ({
  key,
  state,
  why,
  tookMs,
});

function toneLine(tone: Heard): CheckLine {
  switch (tone) {
    case "untested":
      return line("tone", "off", "untried");
    case "asking":
      return line("tone", "wait", "asking");
    case "heard":
      return line("tone", "ok", "heard");
    case "not-heard":
      return line("tone", "bad", "notHeard");
    case "blocked":
      return line("tone", "bad", "blocked");
  }
}

function sentLine(key: "page" | "push" | "gateway", check: Check | undefined): CheckLine {
  if (!check) return line(key, "off", "untried");
  switch (check.state) {
    case "queued":
      return line(key, "wait", "sent");
    case "delivered":
    case "seen":
      return line(key, "ok", check.took_ms === null ? "cameNow" : "came", check.took_ms);
    case "missed":
      // It was there in time, and nobody touched it: nobody needs to touch a test.
      return check.took_ms === null ? line(key, "bad", "missed") : line(key, "ok", "came", check.took_ms);
    case "failed":
      return line(key, "bad", check.error ?? "failed");
  }
}

/** Another browser of the same person may be reached where this one is not: then nothing is amiss. */
function pushLine(way: PushWay | null, check: Check | undefined): CheckLine {
  const sent = sentLine("push", check);
  if (sent.state === "ok" || way === "on" || way === null) return sent;
  return line("push", "bad", way);
}

function deviceLine(key: "microphone" | "camera", state: Device): CheckLine {
  if (state === "untested") return line(key, "off", "untested");
  return line(key, state === "ok" ? "ok" : state === "testing" ? "wait" : "bad", state);
}

/** A camera that fails hinders nobody from hearing and answering. */
export const failing = (lines: readonly CheckLine[]): readonly CheckLine[] =>
  lines.filter((one) => one.state === "bad" && one.key !== "camera");

/** Some channel may still report: the server is asked again meanwhile. */
export const underWay = (checks: readonly Check[]): boolean => checks.some((check) => check.state === "queued");
