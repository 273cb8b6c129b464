/** One `telemed.v1` socket: hello, acknowledgement, heartbeat, and coming back without a gap or a double. */
import { Asked, DROPPABLE } from "./asked";
import { learnServerTime } from "./clock";
import { parseProblem, Problem } from "./problem";
import { olderVersions } from "./versions";

import type { ClientFrame, ServerFrame } from "@/wire/frames";

export const SUBPROTOCOL = "telemed.v1";

export type LinkState =
  | { readonly kind: "connecting" }
  | { readonly kind: "open"; readonly rttMs: number | null }
  | { readonly kind: "reconnecting"; readonly since: number }
  | { readonly kind: "closed" };

/** Frames the pages see; those of the link itself stay in here. */
export type NewsFrame = Exclude<ServerFrame, { type: "welcome" | "pong" | "knock" | "done" | "problem" | "drain" }>;
/** Frames the pages may send. */
export type OutFrame = Exclude<ClientFrame, { type: "hello" | "ack" | "ping" }>;

const BACKOFF_FIRST_MS = 300;
const BACKOFF_MOST_MS = 8_000;
/** From opening the socket to `welcome`. Two round trips and the ticket's check on the worst link we serve. */
const WELCOME_WITHIN_MS = 15_000;
/**
 * In a call an attempt is given up sooner and made anew: what was sent into a blackout is sent again by TCP after ever
 * longer waits, a new attempt at once. Every fourth is as patient as the others, for a line that has become slow.
 */
const BRISK_WELCOME_MS = 2_500;
const BRISK_WELCOME_TRIPS = 8;
const BRISK_BACKOFF_MOST_MS = 1_000;
const ACK_FRAMES = 32;
const ACK_AFTER_MS = 5_000;
/** In a call a dead link is noticed sooner, because negotiation waits for it. */
const BRISK_HEARTBEAT_MS = 4_000;
/** A browser that woke up asks whether the link is alive and waits only this long; less where answers come fast. */
const PROBE_MS = 4_000;
const PROBE_LEAST_MS = 1_000;
const PROBE_TRIPS = 4;
/** In a call or while ringing a page comes back in the first fifth of a restart's spread. */
const BRISK_PART = 0.2;

/** Close codes after which the link is not resumed: its sign-in ended, or the person's rights changed. */
const ENDED = 4401;
const OTHER_RIGHTS = 4403;

type TimerName = "retry" | "welcome" | "beat" | "ack" | "probe";

export interface SocketOptions {
  readonly url: string;
  readonly tab: string;
  readonly ticket: (signal: AbortSignal) => Promise<string>;
  /** Asks again who this is and what they may do. */
  readonly renew: () => Promise<unknown>;
  readonly connect?: (url: string, protocol: string) => WebSocket;
  readonly random?: () => number;
}

export class SocketClient {
  readonly #options: SocketOptions;
  #socket: WebSocket | null = null;
  #state: LinkState = { kind: "closed" };
  #resume: { link: string; token: string } | null = null;
  #outdated = false;
  #last = 0;
  #acked = 0;
  #attempt = 0;
  /** Grows with every attempt: answers of an attempt that was given up are recognised by it. */
  #turn = 0;
  #heartbeatMs = 10_000;
  #brisk = 0;
  #heardAt = 0;
  /** As long as the last answers took. */
  #rttMs = 300;
  #giveUp = new AbortController();
  #pingAt: number | null = null;
  readonly #timers = new Map<TimerName, ReturnType<typeof setTimeout>>();
  #spreadMs = 0;
  readonly #asked = new Asked();
  #isOlder = olderVersions();
  readonly #frameListeners = new Set<(frame: NewsFrame) => void>();
  readonly #stateListeners = new Set<(state: LinkState) => void>();
  readonly #backListeners = new Set<(resumed: boolean) => void>();

  constructor(options: SocketOptions) {
    this.#options = options;
  }

  get state(): LinkState {
    return this.#state;
  }
  /** When the server last said anything (`performance.now()`). */
  get heardAt(): number {
    return this.#heardAt;
  }

  /** Every frame in order, once, and none older than what was seen. */
  onFrame(listener: (frame: NewsFrame) => void): () => void {
    this.#frameListeners.add(listener);
    return () => this.#frameListeners.delete(listener);
  }
  onState(listener: (state: LinkState) => void): () => void {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  }
  /** The link is (again) there. `resumed`: nothing was missed. Otherwise a snapshot follows and calls must `join` again. */
  onBack(listener: (resumed: boolean) => void): () => void {
    this.#backListeners.add(listener);
    return () => this.#backListeners.delete(listener);
  }

  open(): void {
    if (this.#state.kind !== "closed") return;
    this.#set({ kind: "connecting" });
    globalThis.addEventListener("online", this.#atOnce);
    globalThis.addEventListener("offline", this.probe);
    globalThis.document.addEventListener("visibilitychange", this.#atOnce);
    void this.#attemptNow();
  }

  /** For good: sign-out. */
  close(): void {
    globalThis.removeEventListener("online", this.#atOnce);
    globalThis.removeEventListener("offline", this.probe);
    globalThis.document.removeEventListener("visibilitychange", this.#atOnce);
    this.#turn++;
    this.#stopTimers();
    this.#socket?.close(1000);
    this.#socket = null;
    this.#resume = null;
    this.#last = this.#acked = 0;
    this.#asked.clear();
    this.#isOlder = olderVersions();
    this.#set({ kind: "closed" });
  }

  /** True, then false, around a call or a ring: a dead link is noticed in seconds. */
  brisk(on: boolean): void {
    const before = this.#brisk;
    this.#brisk = Math.max(0, before + (on ? 1 : -1));
    if (before > 0 !== this.#brisk > 0 && this.#state.kind === "open") this.#beat();
  }

  /**
   * Sends now, or as soon as the same link is back, until the server answered; it does nothing twice. What is droppable
   * is dropped instead.
   *
   * False when the frame was not kept. `onProblem` hears the server's refusal, if there is one.
   */
  send(frame: OutFrame, onProblem?: (problem: Problem) => void): boolean {
    const open = this.#state.kind === "open";
    if (DROPPABLE.has(frame.type)) return open && this.#write(frame);
    if (this.#state.kind === "closed" || (!open && this.#asked.isFull)) return false;
    const text = this.#asked.add(frame, onProblem);
    if (open) this.#writeText(text);
    return true;
  }

  #write(frame: ClientFrame): boolean {
    return this.#writeText(JSON.stringify(frame));
  }
  #writeText(text: string): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(text);
    return true;
  }

  async #attemptNow(): Promise<void> {
    this.#stopTimers();
    const turn = ++this.#turn;
    this.#giveUp.abort();
    this.#giveUp = new AbortController();
    const { signal } = this.#giveUp;
    this.#after("welcome", this.#patienceMs, () => this.#again());
    const refused = (fault: unknown): void => {
      if (turn !== this.#turn) return;
      // Refused, not unreachable: the session is over, and http-client has said so already.
      if (fault instanceof Problem && (fault.status === 401 || fault.status === 403)) this.close();
      else this.#again();
    };
    try {
      if (this.#outdated) await this.#options.renew();
      this.#outdated = false;
      const ticket = this.#options.ticket(signal);
      // Who comes back opens the socket meanwhile: some round trips sooner on the line.
      if (this.#resume === null) await ticket;
      if (turn !== this.#turn) return;
      this.#connect(ticket, () => this.#options.ticket(signal));
      await ticket;
    } catch (fault) {
      refused(fault);
    }
  }

  /** `another`: asks once more, because the first may hang where the socket came through. */
  #connect(ticket: Promise<string>, another: () => Promise<string>): void {
    const socket = (this.#options.connect ?? browserSocket)(this.#options.url, SUBPROTOCOL);
    this.#socket = socket;
    let [known, open] = ["", false];
    const greet = (found: string): void => {
      if (known !== "") return;
      known = found;
      if (open) hello();
    };
    const hello = (): void => {
      if (socket !== this.#socket) return;
      const frame: ClientFrame = { type: "hello", ticket: known, tab: this.#options.tab };
      this.#write(this.#resume ? { ...frame, resume: { ...this.#resume, last: this.#last } } : frame);
    };
    // That there is none is told to whoever asked for it.
    const take = (found: Promise<string>): void => void found.then(greet).catch(() => undefined);
    socket.onopen = () => {
      open = true;
      if (known !== "") hello();
      else if (socket === this.#socket) take(another());
    };
    take(ticket);
    socket.onmessage = (event: MessageEvent) => {
      if (socket === this.#socket && typeof event.data === "string") this.#take(JSON.parse(event.data) as ServerFrame);
    };
    socket.onclose = (event: CloseEvent) => {
      if (socket !== this.#socket) return;
      if (event.code === ENDED || event.code === OTHER_RIGHTS) this.#resume = null;
      if (event.code === OTHER_RIGHTS) this.#outdated = true;
      this.#again();
    };
  }

  get #patienceMs(): number {
    if (this.#brisk === 0 || this.#resume === null || this.#attempt % 4 === 0) return WELCOME_WITHIN_MS;
    return Math.min(WELCOME_WITHIN_MS, BRISK_WELCOME_MS + BRISK_WELCOME_TRIPS * this.#rttMs);
  }

  #take(frame: ServerFrame): void {
    this.#heardAt = performance.now();
    if (this.#timers.has("probe")) this.#cancel("probe");
    switch (frame.type) {
      case "welcome":
        return this.#welcome(frame);
      case "pong":
        return this.#pong(frame);
      case "problem":
        this.#asked.answered(frame.ref ?? 0)?.(parseProblem(frame.problem, 409));
        return;
      case "done":
        this.#asked.answered(frame.ref);
        return;
      case "knock":
        this.#write({ type: "ack", last: this.#last });
        if (frame.last > this.#last) this.#lose(this.#socket);
        return;
      case "drain":
        this.#spreadMs = frame.spread_ms * (this.#brisk > 0 ? BRISK_PART : 1);
        return;
      default:
        if ("s" in frame && !this.#inOrder(frame.s)) return;
        if (frame.type === "snapshot") this.#isOlder = olderVersions();
        if (this.#isOlder(frame)) return;
        for (const listener of this.#frameListeners) listener(frame);
    }
  }

  #inOrder(s: number): boolean {
    if (s <= this.#last) return false;
    if (s > this.#last + 1) {
      // Something between is missing: come back and have it replayed.
      this.#lose(this.#socket);
      return false;
    }
    this.#last = s;
    if (s - this.#acked >= ACK_FRAMES) this.#ack();
    else if (!this.#timers.has("ack")) this.#after("ack", ACK_AFTER_MS, () => this.#ack());
    return true;
  }

  #ack(): void {
    this.#cancel("ack");
    if (this.#acked === this.#last) return;
    this.#acked = this.#last;
    this.#write({ type: "ack", last: this.#last });
  }

  #welcome(frame: Extract<ServerFrame, { type: "welcome" }>): void {
    this.#cancel("welcome");
    this.#attempt = 0;
    this.#resume = { link: frame.link, token: frame.token };
    this.#heartbeatMs = frame.heartbeat_ms;
    if (!frame.resumed) {
      this.#last = this.#acked = 0;
      // They belong to a link the server has forgotten.
      this.#asked.clear();
    }
    this.#set({ kind: "open", rttMs: null });
    for (const text of this.#asked.texts) this.#writeText(text);
    this.#beat();
    for (const listener of this.#backListeners) listener(frame.resumed);
  }

  #pong(frame: Extract<ServerFrame, { type: "pong" }>): void {
    if (this.#pingAt !== null) {
      const rttMs = Math.round(performance.now() - this.#pingAt);
      this.#rttMs = rttMs;
      this.#pingAt = null;
      learnServerTime(Date.parse(frame.server_time), rttMs);
      // Set while a message is heard: a hidden page's timers that set each other fire once a minute only.
      this.#after("beat", this.#every, () => this.#beat());
      this.#set({ kind: "open", rttMs });
    }
    if (frame.last > this.#last) this.#lose(this.#socket);
  }

  get #every(): number {
    return this.#brisk > 0 ? Math.min(BRISK_HEARTBEAT_MS, this.#heartbeatMs) : this.#heartbeatMs;
  }

  #beat(): void {
    const every = this.#every;
    if (this.#pingAt !== null && performance.now() - this.#heardAt > every * 2) {
      this.#lose(this.#socket);
      return;
    }
    this.#pingAt ??= performance.now();
    this.#write({ type: "ping" });
    this.#after("beat", every, () => this.#beat());
  }

  /** Something makes one doubt that the link is alive: it is asked, and soon given up. */
  readonly probe = (): void => {
    if (this.#state.kind !== "open" || this.#timers.has("probe")) return;
    const socket = this.#socket;
    this.#pingAt ??= performance.now();
    this.#write({ type: "ping" });
    const patience = Math.min(PROBE_MS, Math.max(PROBE_LEAST_MS, PROBE_TRIPS * this.#rttMs));
    this.#after("probe", this.#brisk > 0 ? patience : PROBE_MS, () => this.#lose(socket));
  };

  readonly #atOnce = (): void => {
    if (globalThis.document.visibilityState === "hidden") return;
    if (this.#state.kind === "open") this.probe();
    else if (this.#timers.has("retry")) {
      this.#attempt = 0;
      void this.#attemptNow();
    }
  };

  #lose(socket: WebSocket | null): void {
    if (socket === null || socket !== this.#socket) return;
    // A dead link never says goodbye, so nobody waits for its close event.
    this.#again();
  }

  #again(): void {
    this.#turn++;
    const given = this.#socket;
    this.#socket = null;
    this.#giveUp.abort();
    given?.close(4000);
    this.#pingAt = null;
    this.#stopTimers();
    if (this.#state.kind === "open" || this.#state.kind === "connecting") {
      this.#set({ kind: "reconnecting", since: Date.now() });
    }
    const longest = this.#brisk > 0 ? BRISK_BACKOFF_MOST_MS : BACKOFF_MOST_MS;
    const most = this.#spreadMs || Math.min(longest, BACKOFF_FIRST_MS * 2 ** this.#attempt);
    this.#spreadMs = 0;
    this.#attempt++;
    this.#after("retry", this.#random() * most, () => void this.#attemptNow());
  }

  #random(): number {
    return (this.#options.random ?? Math.random)();
  }

  #after(name: TimerName, ms: number, act: () => void): void {
    this.#cancel(name);
    this.#timers.set(
      name,
      setTimeout(() => {
        this.#timers.delete(name);
        act();
      }, ms),
    );
  }
  #cancel(name: TimerName): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }
  #stopTimers(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #set(state: LinkState): void {
    this.#state = state;
    for (const listener of this.#stateListeners) listener(state);
  }
}

const browserSocket = (url: string, protocol: string): WebSocket => new WebSocket(url, protocol);
