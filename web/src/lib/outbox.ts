/** What waits on this device for the line: requests, fields of them, notes and photographs, sent in order, each once. */
import { readAll, remove, write } from "./away-db";
import { asProblem, type Problem } from "./problem";
import { uuid7 } from "./uuid7";

import type { Change, Summary } from "./consult-api";
import type { RequestJob } from "./request-store";
import type { Schema } from "@/wire/schema";

export type Job =
  | ({ readonly kind: "request" } & RequestJob)
  | FieldJob
  | { readonly kind: "note"; readonly consult: string; readonly note: string; readonly body: Schema<"PhoneCall"> }
  /** Its bytes lie beside it, under the same id. */
  | { readonly kind: "photo"; readonly consult: string; readonly file: string; readonly body: Schema<"NewFile"> };

/** One field of a request that is with the hospital already, as it was left. */
export interface FieldJob {
  readonly kind: "field";
  readonly consult: string;
  /** What it is about: `history`, `vitals/spo2`, `patient`. A newer one takes the place of one that still waits. */
  readonly field: string;
  readonly id: string;
  /** The version of the words it was typed over. */
  readonly seen: number;
  readonly change: Change | null;
  /** Goes before it. `known`: the server has this patient. */
  readonly patient: {
    readonly id: string;
    readonly body: Schema<"NewPatient">;
    readonly known: boolean;
  } | null;
  /** What was written here before it and may have arrived: at the server it is no colleague's. */
  readonly before: readonly string[];
}

/** `theirs`: what stands at the server where this device has other words; both are shown, and one is chosen. */
export type Stop =
  | { readonly kind: "refused"; readonly code: string; readonly params: Problem["params"] }
  | {
      readonly kind: "differs";
      readonly field: string;
      readonly mine: string;
      readonly theirs: string;
      readonly version: number;
    };

export interface Item {
  /** In order of time. */
  readonly id: string;
  readonly user: string;
  readonly at: number;
  /** Of whom, for the list. */
  readonly title: string;
  readonly job: Job;
  readonly stop: Stop | null;
  /** Bytes the server has of a photograph. */
  readonly sent: number;
}

export interface OutboxState {
  readonly items: readonly Item[];
  /** Which are on their way. */
  readonly sending: readonly string[];
  /** The line failed, or takes long. */
  readonly stuck: boolean;
}
export const EMPTY: OutboxState = { items: [], sending: [], stuck: false };

/** What somebody should know of: a field that goes at once is not told of. */
export const overdue = ({ items, stuck }: OutboxState): readonly Item[] =>
  items.filter(({ job, stop }) => job.kind !== "field" || stop !== null || stuck);

/** Sends one; tells how far it came. Throws a Problem, or a `Differs`. */
export type Send = (job: Job, progress: (sent: number) => void) => Promise<Summary | null>;

/** A colleague wrote other words into the same field meanwhile. */
export class Differs extends Error {
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
  /** The one at which theirs was read. */
  readonly version: number;
  constructor(field: string, mine: string, theirs: string, version: number) {
    super("differs");
    [this.field, this.mine, this.theirs, this.version] = [field, mine, theirs, version];
  }
}

const AGAIN_FIRST_MS = 3_000;
const AGAIN_MOST_MS = 60_000;
/** After so long on its way it counts as waiting. */
const SLOW_MS = 4_000;
/** Measured again so soon, it is the same measurement, corrected. */
const SAME_SET_MS = 60_000;
/** Not the item's fault: it is tried again, and what stands behind it waits. */
const WAITS: ReadonlySet<string> = new Set(["screen_locked", "too_many_requests"]);

/** Pictures go beside words: what is typed now must not wait for them on a thin line. */
type Lane = "words" | "photos";
const laneOf = ({ kind }: Job): Lane => (kind === "photo" ? "photos" : "words");

export class Outbox {
  readonly #user: string;
  readonly #send: Send;
  readonly #listeners = new Set<() => void>();
  #state = EMPTY;
  readonly #running = new Map<Lane, Promise<void>>();
  readonly #asked = new Set<Lane>();
  /** Where the browser keeps nothing, fields are held as long as the page lives. */
  #unkept: readonly Item[] = [];
  #adding: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #tries = 0;
  #begun = false;
  /** `alone`: nobody else can have written between what this page knew and this answer. */
  onSent: (summary: Summary, job: Job, alone: boolean) => void = () => undefined;
  /** The newest version of a consult that this page knows of. */
  known: (consult: string) => number = () => 0;

  constructor(user: string, send: Send) {
    this.#user = user;
    this.#send = send;
  }

  get state(): OutboxState {
    return this.#state;
  }
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Kept when this resolves, whatever becomes of the page. `blobs` lie in the same store already. */
  add(title: string, ...jobs: readonly Job[]): Promise<void> {
    const adding = this.#adding.then(() => this.#add(title, jobs));
    // One after the other, or two of one field would not see each other; a failed one is told to who asked for it.
    this.#adding = adding.catch(() => undefined);
    return adding;
  }

  async #add(title: string, jobs: readonly Job[]): Promise<void> {
    await this.#read();
    const rows: Item[] = [];
    for (const job of jobs) {
      const made = { id: uuid7(), user: this.#user, at: Date.now(), title, stop: null, sent: 0 };
      const settled = job.kind === "field" ? await this.#afterEarlier(job) : job;
      if (settled !== null) rows.push({ ...made, job: settled });
    }
    // A request waits once, as it was written last.
    const renewed = new Set(jobs.flatMap((job) => (job.kind === "request" ? [job.consult] : [])));
    const old = this.#state.items.filter(({ id, job }) => !this.#goes(id) && job.kind === "request");
    for (const { id, job } of old) if (renewed.has(job.consult)) await remove(["outbox", id]);
    await write("outbox", ...rows).catch((fault: unknown) => {
      if (rows.some(({ job }) => job.kind !== "field")) throw fault;
      this.#unkept = [...this.#unkept, ...rows];
    });
    await this.#read();
    void this.flush();
  }

  /** A field waits once, as it was left last, and knows what was written here before it. Null: it waits already. */
  async #afterEarlier(job: FieldJob): Promise<FieldJob | null> {
    let next = job;
    for (const { id, at, job: old, stop } of this.#state.items) {
      if (old.kind !== "field" || old.consult !== job.consult || old.field !== job.field) continue;
      // Each measurement is a fact of its own time.
      if (job.change?.vitals && Date.now() - at > SAME_SET_MS) continue;
      if (stop === null && sameWords(old, job)) return null;
      const text = textOf(old);
      next = { ...next, before: [...old.before, ...(text === undefined ? [] : [text]), ...next.before] };
      // Where both wrote, the person has seen theirs when they write again.
      if (stop?.kind === "differs") next = { ...next, seen: Math.max(next.seen, stop.version) };
      if (!this.#goes(id)) await this.#gone(id);
    }
    return next;
  }

  #goes(id: string): boolean {
    return this.#state.sending.includes(id);
  }

  /** Tries at once what waits; `id`: also one that was refused. */
  async retry(id?: string): Promise<void> {
    const held = this.#state.items.find((item) => item.id === id);
    if (held?.stop?.kind === "refused") {
      const { job, stop } = held;
      // Said again by somebody who was told that a colleague was there before.
      const anew = job.kind === "field" && stop.code === "stale";
      await this.#keep({ ...held, stop: null, job: anew ? again(job, this.known(job.consult)) : job });
    }
    this.#tries = 0;
    await this.flush();
  }

  /** The person gives it up. */
  async drop(id: string): Promise<void> {
    await this.#gone(id);
    await this.#read();
  }

  /** Of two texts of one field, the one that stays. */
  async choose(id: string, which: "mine" | "theirs"): Promise<void> {
    const held = this.#state.items.find((item) => item.id === id);
    if (held?.stop?.kind !== "differs") return;
    const { job, stop } = held;
    if (job.kind === "field") {
      if (which === "theirs") await this.drop(id);
      // Another command, made by somebody who has seen both: it may write over what stands there now.
      else await this.#keep({ ...held, stop: null, job: again(job, stop.version) });
    } else if (job.kind === "request" && job.onTop !== null) {
      const { onTop } = job;
      const rest = Object.fromEntries(
        Object.entries(onTop.change?.request ?? {}).filter(([name]) => name !== stop.field),
      );
      const change = which === "theirs" ? { ...onTop.change, request: rest } : onTop.change;
      const next = { ...onTop, change, changeId: uuid7(), seen: stop.version };
      await this.#keep({ ...held, stop: null, job: { ...job, onTop: next } });
    }
    await this.flush();
  }

  begin(): void {
    this.#begun = true;
    void this.#read().then(() => this.flush());
  }
  end(): void {
    this.#begun = false;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** All words, also those that are being added: ends when they have gone, or the line has failed. */
  async settle(): Promise<void> {
    await this.#adding;
    if (this.#begun && globalThis.navigator.onLine) await this.#go("words");
  }

  /** Ends when all has gone that can go, or the line has failed. Two tabs of one browser take turns. */
  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (!this.#begun) return;
    // The browser knows of no line at all: it says so when there is one.
    if (!globalThis.navigator.onLine) this.#set({ stuck: true });
    else await Promise.all([this.#go("words").then(() => this.#running.get("photos")), this.#go("photos")]);
  }

  #go(lane: Lane): Promise<void> {
    this.#asked.add(lane);
    const running =
      this.#running.get(lane) ??
      oneTab(lane, async () => {
        while (this.#asked.delete(lane)) await this.#run(lane);
      }).finally(() => {
        this.#running.delete(lane);
        // Asked for in its last moment.
        return this.#asked.has(lane) && this.#begun ? this.#go(lane) : undefined;
      });
    this.#running.set(lane, running);
    return running;
  }

  async #run(lane: Lane): Promise<void> {
    /** What hangs on something that cannot go. */
    const held = new Set<string>();
    const passed = new Set<string>();
    while (this.#begun) {
      await this.#read();
      const next = this.#state.items.find(({ id, job }) => laneOf(job) === lane && !passed.has(id));
      if (!next) return;
      passed.add(next.id);
      const { consult } = next.job;
      if (next.stop !== null) this.#stops(next, held);
      if (next.stop !== null || held.has(consult) || (lane === "photos" && this.#isAsked(consult))) continue;
      if (!(await this.#sendOne(next, held))) {
        // One dead line answers all who asked meanwhile: none of them shall try it again at once.
        this.#asked.delete(lane);
        this.#later();
        return;
      }
      this.#tries = 0;
      if (next.job.kind === "request") void this.#go("photos");
    }
  }

  /** The request itself waits: the server knows no such case. */
  #isAsked(consult: string): boolean {
    return this.#state.items.some(({ job }) => job.kind === "request" && job.consult === consult);
  }

  /** Everything of a case hangs on its request; nothing hangs on one field. */
  #stops({ job }: Item, held: Set<string>): void {
    if (job.kind !== "field") held.add(job.consult);
  }

  /** False when the line failed. */
  async #sendOne(item: Item, held: Set<string>): Promise<boolean> {
    const { job } = item;
    this.#set({ sending: [...this.#state.sending, item.id] });
    const slow = job.kind === "photo" ? undefined : setTimeout(() => this.#set({ stuck: true }), SLOW_MS);
    const known = this.known(job.consult);
    try {
      const summary = await this.#send(job, (sent) => this.#progress(item.id, sent));
      await this.#gone(item.id);
      this.#set({ stuck: false });
      if (summary) this.onSent(summary, job, summary.version <= known + 1);
    } catch (thrown) {
      if (thrown instanceof Differs) {
        const { field, mine, theirs, version } = thrown;
        await this.#keep({ ...item, stop: { kind: "differs", field, mine, theirs, version } });
        this.#stops(item, held);
        return true;
      }
      const { isLine, status, code, params } = asProblem(thrown);
      if (isLine || status === 401 || WAITS.has(code)) {
        this.#set({ stuck: true });
        return false;
      }
      await this.#keep({ ...item, stop: { kind: "refused", code, params } });
      this.#stops(item, held);
    } finally {
      clearTimeout(slow);
      this.#set({ sending: this.#state.sending.filter((id) => id !== item.id) });
    }
    return true;
  }

  #later(): void {
    const wait = Math.min(AGAIN_MOST_MS, AGAIN_FIRST_MS * 2 ** this.#tries);
    this.#tries++;
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#begun) this.#timer = setTimeout(() => void this.flush(), wait);
  }

  #progress(id: string, sent: number): void {
    this.#set({ items: this.#state.items.map((item) => (item.id === id ? { ...item, sent } : item)) });
  }

  async #keep(item: Item): Promise<void> {
    if (this.#unkept.some(({ id }) => id === item.id)) {
      this.#unkept = this.#unkept.map((held) => (held.id === item.id ? item : held));
    } else {
      await write("outbox", item);
    }
    await this.#read();
  }

  async #gone(id: string): Promise<void> {
    if (this.#unkept.some((item) => item.id === id)) {
      this.#unkept = this.#unkept.filter((item) => item.id !== id);
      return;
    }
    const photo = this.#state.items.find((item) => item.id === id)?.job;
    const blob = photo?.kind === "photo" ? ([["blobs", photo.file]] as const) : [];
    await remove(["outbox", id], ...blob);
  }

  async #read(): Promise<void> {
    const before = new Map(this.#state.items.map(({ id, sent }) => [id, sent]));
    const rows = await readAll<Item>("outbox").catch(() => []);
    const mine = [...rows.filter(({ user }) => user === this.#user), ...this.#unkept];
    mine.sort((a, b) => (a.id < b.id ? -1 : 1));
    this.#set({ items: mine.map((item) => ({ ...item, sent: before.get(item.id) ?? item.sent })) });
  }

  #set(part: Partial<OutboxState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}

const again = (job: FieldJob, seen: number): FieldJob => ({ ...job, id: uuid7(), seen });

/** What a field says, where it is a text. */
export const textOf = ({ change, field }: FieldJob): string | undefined => change?.request?.[field as "history"];

const sameWords = (a: FieldJob, b: FieldJob): boolean => textOf(a) !== undefined && textOf(a) === textOf(b);

function oneTab<T>(lane: Lane, work: () => Promise<T>): Promise<T> {
  const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
  return locks ? (locks.request(`telemed-outbox-${lane}`, work) as Promise<T>) : work();
}

const outboxes = new Map<string, Outbox>();

/** The one of this person at this page. */
export function outboxOf(user: string): Outbox {
  const held = outboxes.get(user) ?? new Outbox(user, sendJob);
  outboxes.set(user, held);
  return held;
}

const sendJob: Send = async (job, progress) => (await import("./outbox-send")).sendJob(job, progress);

/** How much of anybody waits in this browser: whoever signs out would take it away. */
export async function waitingHere(): Promise<number> {
  return (await readAll<Item>("outbox").catch(() => [])).length;
}
