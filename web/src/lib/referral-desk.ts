/** One referral on this screen: keeps what is typed on this machine, sends it soon, takes in news, signs and sends. */
import { DraftKeeper, loadDraft } from "./drafts";
import { asProblem, Problem } from "./problem";
import { referralWire, type ReferralWire } from "./referral-api";
import {
  chosen,
  left,
  opened,
  owes,
  refused,
  saved,
  sent,
  stalled,
  told,
  toKeep,
  toSend,
  typed,
  type FormValue,
  type Kept,
  type ReferralField,
  type ReferralState,
  type ReferralView,
} from "./referral-state";
import { uuid7 } from "./uuid7";

import type { NewsFrame } from "./socket-client";

export interface ReferralNow {
  readonly status: "loading" | "missing" | "ready";
  /** Why it could not be read, or why the last typing was not taken. */
  readonly problem: Problem | null;
  readonly state: ReferralState | null;
  /** When the typing was last safe on this machine, and when the server last had all of it. */
  readonly keptAt: number | null;
  readonly sharedAt: number | null;
}

const PAUSE_MS = 800;
const RETRY_MS = 4_000;

export class ReferralDesk {
  readonly id: string;
  readonly #user: string;
  readonly #wire: ReferralWire;
  readonly #keeper: DraftKeeper<Kept>;
  readonly #listeners = new Set<() => void>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #stopped = false;
  #loading: Promise<void> | null = null;
  #flight: Promise<void> | null = null;
  #now: ReferralNow = { status: "loading", problem: null, state: null, keptAt: null, sharedAt: null };

  constructor(id: string, user: string, wire: ReferralWire = referralWire) {
    this.id = id;
    this.#user = user;
    this.#wire = wire;
    this.#keeper = new DraftKeeper<Kept>(user, `referral/${id}`, (at) => this.#set({ keptAt: at }));
  }

  get now(): ReferralNow {
    return this.#now;
  }
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  start(): void {
    this.#stopped = false;
    void this.reload();
  }
  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    void this.#keeper.flush();
    void this.#send();
  }
  /** The page may be gone in a moment. */
  flush(): void {
    void this.#keeper.flush();
  }

  reload(): Promise<void> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = null;
    });
    return this.#loading;
  }

  async #load(): Promise<void> {
    try {
      const view = await this.#wire.load(this.id);
      const { state } = this.#now;
      if (state === null) {
        const kept = await loadDraft<Kept>(this.#user, `referral/${this.id}`).catch(() => null);
        const found = view.state === "draft" ? kept : null;
        this.#set({ status: "ready", problem: null, state: opened(view, found?.value), keptAt: found?.at ?? null });
      } else {
        this.#set({ status: "ready", problem: null, state: told(state, view) });
      }
      void this.#send();
    } catch (fault) {
      const problem = asProblem(fault);
      this.#set(problem.status === 404 ? { status: "missing", problem: null } : { problem });
      if (problem.isLine) this.#after("reload", RETRY_MS, () => void this.reload());
    }
  }

  hear(frame: NewsFrame): void {
    if (frame.type === "record" && frame.kind === "referral" && frame.id === this.id) void this.reload();
  }
  /** The line is there again. */
  back(): void {
    void this.reload();
  }

  type(field: ReferralField, value: FormValue): void {
    const { state } = this.#now;
    if (state === null) return;
    this.#set({ state: typed(state, field, value) });
    this.#keep();
    // A choice is whole at once; words are still being typed.
    const whole =
      typeof value === "boolean" || field === "to_facility_id" || field === "kind" || field === "transfer_reason";
    this.#after("send", whole ? 0 : PAUSE_MS, () => void this.#send());
  }
  /** Whole at once, by a tap. */
  set(field: ReferralField, value: FormValue): void {
    this.type(field, value);
    this.leave(field);
  }
  leave(field: ReferralField): void {
    const { state } = this.#now;
    if (state === null) return;
    this.#set({ state: left(state, field) });
    void this.#keeper.flush();
    void this.#send();
  }
  choose(field: ReferralField, mine: boolean): void {
    const { state } = this.#now;
    if (state === null) return;
    this.#set({ state: chosen(state, field, mine) });
    this.#keep();
    void this.#send();
  }

  /**
   * Signs the version this page shows; what is still on its way goes first.
   *
   * Throws `referral.unsent` when something typed has not arrived.
   */
  async sign(password: string): Promise<void> {
    const view = await this.#settled();
    try {
      this.#take(await this.#wire.sign(this.id, { password, seen_version: view.version }));
    } catch (fault) {
      if (asProblem(fault).status === 409) void this.reload();
      throw fault;
    }
    void this.#keeper.clear().catch(() => undefined);
  }
  async send(): Promise<void> {
    this.#take(await this.#wire.send(this.id));
  }
  async cancel(reason: string): Promise<void> {
    this.#take(await this.#wire.cancel(this.id, reason));
    void this.#keeper.clear().catch(() => undefined);
  }

  async #settled(): Promise<ReferralView> {
    await this.#send();
    const { state } = this.#now;
    if (state === null || owes(state)) throw this.#now.problem ?? new Problem({ code: "referral.unsent" });
    return state.view;
  }

  /** Until nothing is left that may go. Those who ask while it is under way share it. */
  #send(): Promise<void> {
    this.#flight ??= this.#sendAll().finally(() => {
      this.#flight = null;
    });
    return this.#flight;
  }

  async #sendAll(): Promise<void> {
    for (;;) {
      const { state } = this.#now;
      if (state === null) return;
      const next = state.sending ?? toSend(state);
      if (next === null) return;
      this.#cancelTimer("send");
      const sending = { ...next, id: state.sending?.id ?? uuid7(), stalled: false };
      this.#set({ state: sent(state, sending) });
      try {
        const view = await this.#wire.change(this.id, sending.id, { seen_version: next.seen, fields: next.fields });
        const now = saved(this.#now.state ?? state, view);
        this.#set({ state: now, problem: null, ...(!owes(now) && { sharedAt: Date.now() }) });
        this.#keep();
      } catch (fault) {
        await this.#refused(asProblem(fault));
        return;
      }
    }
  }

  async #refused(problem: Problem): Promise<void> {
    const { state } = this.#now;
    if (state === null) return;
    if (problem.isLine || problem.status === 401 || problem.status === 429) {
      this.#set({ state: stalled(state), problem });
      this.#after("send", RETRY_MS, () => void this.#send());
      return;
    }
    const fresh = problem.status === 409 ? await this.#wire.load(this.id).catch(() => null) : null;
    const next = refused(this.#now.state ?? state, problem, fresh);
    const settled = problem.code === "stale" && fresh !== null;
    this.#set({ state: next, problem: settled ? null : problem });
    // The lines nobody else touched go on their own.
    if (settled && toSend(next) !== null) this.#after("send", 0, () => void this.#send());
  }

  #take(view: ReferralView): void {
    const { state } = this.#now;
    this.#set({ status: "ready", problem: null, state: state === null ? opened(view) : told(state, view) });
  }

  #keep(): void {
    const { state } = this.#now;
    if (state === null) return;
    const kept = toKeep(state);
    if (Object.keys(kept).length === 0) void this.#keeper.clear().catch(() => undefined);
    else this.#keeper.set(kept);
  }

  #after(name: string, ms: number, act: () => void): void {
    this.#cancelTimer(name);
    if (this.#stopped) return;
    const run = () => {
      this.#timers.delete(name);
      act();
    };
    this.#timers.set(name, setTimeout(run, ms));
  }
  #cancelTimer(name: string): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }
  #set(change: Partial<ReferralNow>): void {
    this.#now = { ...this.#now, ...change };
    for (const listener of this.#listeners) listener();
  }
}
