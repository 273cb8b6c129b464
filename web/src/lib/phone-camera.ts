/**
 * A phone that is a camera of one call: comes in by a code, offers its picture, takes pictures when asked.
 *
 * All it holds is a token of its own making, gone with the tab.
 */
import { lineProblem, parseProblem, asProblem, type Problem } from "./problem";
import { gathered } from "./phone-link";
import { frameStill } from "./stills";
import { sendBlob } from "./tus";
import { uuid7 } from "./uuid7";

import type { Jpeg } from "./jpeg";
import type { Schema } from "@/wire/schema";

type News = Schema<"PhoneView">;
export type Wanted = News["wanted"][number];

export interface PhoneState {
  readonly step: "code" | "entering" | "in" | "over";
  readonly station: string;
  readonly stream: MediaStream | null;
  readonly noCamera: "insecure" | "refused" | null;
  readonly wanted: readonly Wanted[];
  readonly taking: boolean;
  /** Of the picture on its way. */
  readonly sent: { readonly bytes: number; readonly size: number } | null;
  readonly done: number;
  readonly lineLost: boolean;
  readonly problem: Problem | null;
}

const BEGIN: PhoneState = {
  step: "code",
  station: "",
  stream: null,
  noCamera: null,
  wanted: [],
  taking: false,
  sent: null,
  done: 0,
  lineLost: false,
  problem: null,
};
const TOKEN_KEY = "telemed.camera";
const AGAIN_MS = 2_000;
const ASK_MS = 30_000;

export class PhoneCamera {
  readonly #listeners = new Set<() => void>();
  readonly #over = new AbortController();
  #state = BEGIN;
  #token = "";
  #turn = -1;
  #number = Math.floor(Date.now() / 1000) % 2 ** 30;
  /** Fresh with each answer; nothing is offered before the first, for it might need the relay. */
  #servers: RTCIceServer[] | null = null;
  #connection: RTCPeerConnection | null = null;
  #answered = 0;
  #facing: "environment" | "user" = "environment";
  #took = new Set<string>();

  get state(): PhoneState {
    return this.#state;
  }
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What the scanned address carried behind its `#`; a reload goes on where it was. */
  start(secret: string | null): void {
    const kept = sessionStorage.getItem(TOKEN_KEY);
    if (secret !== null) void this.enter({ secret });
    else if (kept !== null) {
      this.#token = kept;
      void this.#goOn();
    }
  }

  stop(): void {
    this.#over.abort();
    this.#close();
  }

  async enter(by: { readonly secret: string } | { readonly digits: string }): Promise<void> {
    this.#set({ step: "entering", problem: null });
    // Made here, so that an entry whose answer was lost may be said again.
    this.#token = madeToken();
    for (;;) {
      try {
        const entered = (await this.#ask("POST", "/enter", { ...by, token: this.#token }, null)) as News;
        sessionStorage.setItem(TOKEN_KEY, this.#token);
        this.#servers = entered.ice_servers;
        this.#set({ step: "in", station: entered.station, lineLost: false });
        await this.#work();
        return;
      } catch (thrown) {
        const problem = asProblem(thrown);
        if (!problem.isLine) {
          this.#set({ step: "code", problem });
          return;
        }
        this.#set({ lineLost: true });
        await pause(AGAIN_MS);
      }
    }
  }

  async #goOn(): Promise<void> {
    this.#set({ step: "in" });
    await this.#work();
  }

  async #work(): Promise<void> {
    await this.#open();
    while (!this.#over.signal.aborted && this.#state.step === "in") {
      try {
        const news = (await this.#ask("GET", `/news?turn=${this.#turn}`)) as News;
        [this.#turn, this.#servers] = [news.turn, news.ice_servers];
        this.#set({
          station: news.station,
          wanted: news.wanted.filter(({ still_id }) => !this.#took.has(still_id)),
          lineLost: false,
        });
        await this.#heard(news);
      } catch (thrown) {
        const problem = asProblem(thrown);
        if (problem.status === 401) this.#end();
        else this.#set({ lineLost: true });
        await pause(AGAIN_MS);
      }
    }
  }

  async #heard(news: News): Promise<void> {
    const connection = this.#connection;
    if (!connection || news.offered !== this.#number || connection.connectionState === "failed") return this.#offer();
    if (news.answer?.number === this.#number && this.#answered !== this.#number) {
      this.#answered = this.#number;
      await connection.setRemoteDescription({ type: "answer", sdp: news.answer.sdp }).catch(() => undefined);
    }
  }

  /** The camera, as large as it can: what is sent live is made smaller. */
  async #open(): Promise<void> {
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (!devices) {
      this.#set({ noCamera: "insecure" });
      return;
    }
    for (const track of this.#state.stream?.getTracks() ?? []) track.stop();
    try {
      const video = { facingMode: this.#facing, width: { ideal: 2_560 }, height: { ideal: 1_440 } };
      const stream = await devices.getUserMedia({ video });
      this.#set({ stream, noCamera: null });
    } catch {
      this.#set({ stream: null, noCamera: "refused" });
      return;
    }
    // Where the line broke on it, the next news asks for it again.
    await this.#offer().catch(() => this.#set({ lineLost: true }));
  }

  async again(): Promise<void> {
    await this.#open();
  }

  async otherCamera(): Promise<void> {
    this.#facing = this.#facing === "environment" ? "user" : "environment";
    await this.#open();
  }

  async #offer(): Promise<void> {
    const [track] = this.#state.stream?.getVideoTracks() ?? [];
    if (!track || this.#servers === null) return;
    this.#connection?.close();
    const connection = new RTCPeerConnection({ iceServers: this.#servers });
    this.#connection = connection;
    this.#number += 1;
    const { width = 1_280 } = track.getSettings();
    connection.addTransceiver(track, {
      direction: "sendonly",
      streams: [new MediaStream([track])],
      sendEncodings: [{ maxBitrate: 1_200_000, maxFramerate: 20, scaleResolutionDownBy: Math.max(1, width / 960) }],
    });
    await connection.setLocalDescription();
    await gathered(connection);
    if (connection !== this.#connection || !connection.localDescription) return;
    await this.#ask("PUT", "/offer", { number: this.#number, sdp: connection.localDescription.sdp });
  }

  /** What was wanted, or what the one who holds the phone wants to show. */
  async take(wanted: Wanted | null): Promise<void> {
    const [track] = this.#state.stream?.getVideoTracks() ?? [];
    if (!track || this.#state.taking) return;
    this.#set({ taking: true, problem: null });
    try {
      const still = await frameStill(track);
      const id = wanted?.still_id ?? uuid7();
      await this.#send(id, still, wanted?.caption ?? "");
      this.#took.add(id);
      this.#set({ done: this.#state.done + 1, wanted: this.#state.wanted.filter(({ still_id }) => still_id !== id) });
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem.status === 401) this.#end();
      else this.#set({ problem });
    } finally {
      this.#set({ taking: false, sent: null });
    }
  }

  async #send(id: string, { blob, sha256, width, height }: Jpeg, caption: string): Promise<void> {
    const body = {
      kind: "still",
      content_type: "image/jpeg",
      size: blob.size,
      sha256,
      width,
      height,
      caption,
      taken_at: new Date().toISOString(),
    };
    const progress = (bytes: number) => this.#set({ sent: { bytes, size: blob.size } });
    for (;;) {
      try {
        const view = (await this.#ask("PUT", `/files/${id}`, body)) as Schema<"FileView">;
        if (view.state === "kept") return;
        const carrier = { root: "/api/phone", ask: (request: Request) => this.#carry(request) };
        await sendBlob(carrier, id, blob, { progress, signal: this.#over.signal });
        return;
      } catch (thrown) {
        if (!asProblem(thrown).isLine) throw thrown;
        this.#set({ lineLost: true });
        await pause(AGAIN_MS);
      }
    }
  }

  async leave(): Promise<void> {
    await this.#ask("POST", "/leave").catch(() => undefined);
    this.#end();
  }

  #end(): void {
    sessionStorage.removeItem(TOKEN_KEY);
    this.#close();
    this.#set({ step: "over", stream: null, wanted: [] });
  }

  #close(): void {
    this.#connection?.close();
    this.#connection = null;
    for (const track of this.#state.stream?.getTracks() ?? []) track.stop();
  }

  async #ask(method: string, path: string, body?: unknown, token: string | null = this.#token): Promise<unknown> {
    const headers: Record<string, string> = {};
    if (token !== null) headers["authorization"] = `Bearer ${token}`;
    if (body !== undefined) headers["content-type"] = "application/json";
    const answer = await this.#exchange(
      new Request(new URL(`/api/phone${path}`, location.origin), {
        method,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
      }),
    );
    const read: unknown = await answer.json().catch(() => null);
    if (!answer.ok) throw parseProblem(read, answer.status, answer.headers.get("x-request-id"));
    return read;
  }

  #carry(request: Request): Promise<Response> {
    request.headers.set("authorization", `Bearer ${this.#token}`);
    return this.#exchange(request);
  }

  async #exchange(request: Request): Promise<Response> {
    try {
      const signal = AbortSignal.any([this.#over.signal, AbortSignal.timeout(ASK_MS)]);
      return await fetch(request, { signal, credentials: "omit", cache: "no-store" });
    } catch {
      throw lineProblem("network");
    }
  }

  #set(part: Partial<PhoneState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}

function madeToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
