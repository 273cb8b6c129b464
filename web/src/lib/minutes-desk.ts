/** One open minutes: keeps what is typed on this machine, sends it soon, takes in the other side's news, asks again after a drop. */
import { DraftKeeper, loadDraft } from "./drafts";
import { minutesWire, type MinutesWire } from "./minutes-api";
import {
  EMPTY_FIELDS,
  FIELDS,
  isField,
  isOwed,
  reduceField,
  toldOf,
  toSend,
  type FieldEvent,
  type FieldName,
  type Fields,
  type Keep,
  type MinutesView,
  type Person,
  type Told,
} from "./minutes-state";
import { asProblem, Problem } from "./problem";
import { uuid7 } from "./uuid7";

import type { NewsFrame } from "./socket-client";

export interface DeskNow {
  readonly status: "loading" | "missing" | "ready";
  /** Why it could not be read; what was read before stays. */
  readonly problem: Problem | null;
  readonly view: MinutesView | null;
  readonly fields: Fields;
  readonly writers: Readonly<Partial<Record<FieldName, Person>>>;
  /** When the typing was last safe on this machine, and when the server last had all of it. */
  readonly keptAt: number | null;
  readonly sharedAt: number | null;
  readonly opinion: { readonly text: string; readonly busy: boolean; readonly problem: Problem | null };
}

interface Saved {
  readonly fields: Readonly<Partial<Record<FieldName, { readonly text: string; readonly base: Told }>>>;
  readonly opinion: string;
  readonly opinionId?: string;
}

const shown = new Set<MinutesDesk>();
export const isDeskShown = (consult: string): boolean => [...shown].some((desk) => desk.consult === consult);

/** A pause in the typing; and the longest the other side waits while there is none. */
const PAUSE_MS = 600;
const LONGEST_MS = 1_500;
const RETRY_MS = 4_000;
const NEWS_MS = 150;
/** “đang viết” is said this often while it is true, and believed a little longer. */
const SAY_EVERY_MS = 2_500;
const BELIEVE_MS = 6_000;

export class MinutesDesk {
  readonly consult: string;
  readonly #me: Person;
  readonly #wire: MinutesWire;
  readonly #keeper: DraftKeeper<Saved>;
  readonly #listeners = new Set<() => void>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #unsentSince = new Map<FieldName, number>();
  readonly #onItsWay = new Map<FieldName, Promise<void>>();
  #say: ((field: FieldName | null) => void) | null = null;
  #saidAt = 0;
  #opinionId = uuid7();
  #loading: Promise<void> | null = null;
  #loadAgain = false;
  #stopped = true;
  #restored = false;
  #now: DeskNow = {
    status: "loading",
    problem: null,
    view: null,
    fields: EMPTY_FIELDS,
    writers: {},
    keptAt: null,
    sharedAt: null,
    opinion: { text: "", busy: false, problem: null },
  };

  constructor(consult: string, me: Person, wire: MinutesWire = minutesWire) {
    this.consult = consult;
    this.#me = me;
    this.#wire = wire;
    this.#keeper = new DraftKeeper<Saved>(me.id, `minutes/${consult}`, (at) => this.#set({ keptAt: at }));
  }

  get now(): DeskNow {
    return this.#now;
  }
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** `say` tells the other side in the call which field is being written; without it nobody is told. */
  start(say: ((field: FieldName | null) => void) | null): void {
    shown.add(this);
    this.#stopped = false;
    this.#say = say;
    void this.reload();
  }

  /** For a page that is closed: sends what it left behind, once. Throws when the line fails. */
  async catchUp(): Promise<void> {
    this.#take(await this.#wire.load(this.consult));
    await this.#restore();
    await Promise.all(FIELDS.map((field) => this.#send(field)));
  }

  stop(): void {
    shown.delete(this);
    this.#stopped = true;
    for (const field of FIELDS) void this.#send(field);
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    void this.#keeper.flush();
  }

  /** The page may be gone in a moment. */
  flush(): void {
    void this.#keeper.flush();
  }

  /** Reads all of it again. Calls made meanwhile share one more reading. */
  reload(): Promise<void> {
    if (this.#loading) {
      this.#loadAgain = true;
      return this.#loading;
    }
    this.#loading = this.#load().finally(() => {
      this.#loading = null;
      if (!this.#loadAgain) return;
      this.#loadAgain = false;
      void this.reload();
    });
    return this.#loading;
  }

  async #load(): Promise<void> {
    try {
      this.#take(await this.#wire.load(this.consult));
      if (!this.#restored) await this.#restore();
      for (const field of FIELDS) void this.#send(field);
    } catch (fault) {
      const problem = asProblem(fault);
      if (problem.status === 404) this.#set({ status: "missing", problem: null });
      else this.#set({ problem });
      if (problem.isLine) this.#after("reload", RETRY_MS, () => void this.reload());
    }
  }

  async #restore(): Promise<void> {
    this.#restored = true;
    const saved = await loadDraft<Saved>(this.#me.id, `minutes/${this.consult}`).catch(() => null);
    if (!saved) return;
    for (const field of FIELDS) {
      const kept = saved.value.fields[field];
      if (kept) this.#change(field, { type: "restored", ...kept, me: this.#me.id });
    }
    const { opinion } = this.#now;
    if (opinion.text !== "") return;
    const { opinion: text, opinionId = this.#opinionId } = saved.value;
    this.#opinionId = opinionId;
    this.#set({ opinion: { ...opinion, text }, keptAt: saved.at });
  }

  hear(frame: NewsFrame): void {
    switch (frame.type) {
      case "minutes_field":
        if (frame.consult !== this.consult || !isField(frame.field)) return;
        this.#change(frame.field, {
          type: "told",
          told: { text: frame.text, version: frame.version, by: frame.by, at: frame.at },
          me: this.#me.id,
        });
        if (frame.by.id !== this.#me.id) this.#writer(frame.field, null);
        return;
      case "peer_writing":
        if (frame.consult !== this.consult) return;
        for (const field of FIELDS) this.#writer(field, field === frame.field ? frame.by : null);
        return;
      case "minutes":
        if (frame.consult !== this.consult || frame.version <= (this.#now.view?.version ?? 0)) return;
        // Several acts come close together, and one reading answers them all.
        if (!this.#timers.has("news")) this.#after("news", NEWS_MS, () => void this.reload());
        return;
      case "consult":
        // A taken consult opens the minutes.
        if (frame.consult.id === this.consult && this.#now.status === "missing") void this.reload();
        return;
      default:
        return;
    }
  }

  /** The line is there again. `resumed`: it missed nothing. */
  back(resumed: boolean): void {
    if (!resumed || this.#now.view === null) void this.reload();
    for (const field of FIELDS) void this.#send(field);
  }

  type(field: FieldName, text: string): void {
    this.#change(field, { type: "typed", text });
    this.#keep();
    const since = this.#unsentSince.get(field) ?? Date.now();
    this.#unsentSince.set(field, since);
    const wait = field === "place" ? 0 : Math.max(0, Math.min(PAUSE_MS, since + LONGEST_MS - Date.now()));
    this.#after(field, wait, () => void this.#send(field));
    if (this.#say && Date.now() - this.#saidAt > SAY_EVERY_MS) {
      this.#saidAt = Date.now();
      this.#say(field);
    }
  }

  /** The field was left: all of it goes now. */
  leave(field: FieldName): void {
    void this.#send(field);
    this.#change(field, { type: "left" });
    void this.#keeper.flush();
    if (this.#saidAt > 0) this.#say?.(null);
    this.#saidAt = 0;
  }

  choose(field: FieldName, keep: Keep): void {
    this.#change(field, { type: "chosen", keep });
    this.#keep();
    void this.#send(field);
  }

  writeOpinion(text: string): void {
    this.#set({ opinion: { ...this.#now.opinion, text, problem: null } });
    this.#keep();
  }

  async sendOpinion(): Promise<void> {
    const { view, opinion } = this.#now;
    const text = opinion.text.trim();
    if (view === null || text === "" || opinion.busy) return;
    this.#set({ opinion: { ...opinion, busy: true, problem: null } });
    // It must be the same one, also if this page dies before the answer.
    this.#keep();
    await this.#keeper.flush();
    try {
      this.#take(await this.#wire.opinion(view.id, this.#opinionId, text));
      this.#opinionId = uuid7();
      this.#set({ opinion: { text: "", busy: false, problem: null }, sharedAt: Date.now() });
      this.#keep();
    } catch (fault) {
      const problem = asProblem(fault);
      // Another text under the same id would be refused; only what may be the same sending keeps it.
      if (!problem.isLine) this.#opinionId = uuid7();
      this.#set({ opinion: { ...this.#now.opinion, busy: false, problem } });
    }
  }

  /** The chair confirms. What is still on its way goes first. */
  async conclude(): Promise<void> {
    const id = await this.settled();
    this.#take(await this.#wire.conclude(id));
  }

  /** What another part of the page learnt of these minutes. */
  take(view: MinutesView): MinutesView {
    this.#take(view);
    return view;
  }

  /** Sends what is typed here. Throws `minutes.unsent` where something could not go: nobody signs over it. */
  async settled(): Promise<string> {
    const { view } = this.#now;
    if (view === null) throw new Problem({ code: "missing", status: 404 });
    await Promise.all(FIELDS.map((field) => this.#send(field)));
    if (FIELDS.some((field) => isOwed(this.#now.fields[field]))) throw new Problem({ code: "minutes.unsent" });
    return view.id;
  }

  /** Sends what this field owes. Done when the server has it, refused it, or could not be reached. */
  #send(field: FieldName): Promise<void> {
    const { view, fields } = this.#now;
    const { sending } = fields[field];
    if (view === null) return Promise.resolve();
    // Whoever confirms or signs waits for what left a moment ago.
    if (sending !== null && !sending.stalled) return this.#onItsWay.get(field) ?? Promise.resolve();
    const next = sending ?? toSend(fields[field]);
    if (next === null) return Promise.resolve();
    const carried = this.#carry(view.id, field, next, sending?.id ?? uuid7());
    this.#onItsWay.set(field, carried);
    return carried;
  }

  async #carry(minutes: string, field: FieldName, next: { text: string; seen: number }, id: string): Promise<void> {
    this.#cancel(field);
    this.#unsentSince.delete(field);
    this.#change(field, { type: "sent", sending: { id, text: next.text, seen: next.seen, stalled: false } });
    try {
      const view_ = await this.#wire.change(minutes, id, { field, text: next.text, seen_version: next.seen });
      this.#change(field, { type: "saved", told: toldOf(view_, field), me: this.#me });
      this.#take(view_);
      if (!this.#owes()) this.#set({ sharedAt: Date.now() });
      this.#keep();
      // What was typed while it was on its way.
      if (toSend(this.#now.fields[field]) !== null) await this.#send(field);
    } catch (fault) {
      await this.#refused(field, asProblem(fault));
    }
  }

  async #refused(field: FieldName, problem: Problem): Promise<void> {
    if (problem.isLine || problem.status === 401 || problem.status === 429) {
      this.#change(field, { type: "stalled" });
      this.#after(field, RETRY_MS, () => void this.#send(field));
      return;
    }
    if (problem.status !== 409) {
      this.#change(field, { type: "faulty", fault: problem });
      return;
    }
    try {
      const fresh = await this.#wire.load(this.consult);
      this.#change(field, { type: "refused", told: toldOf(fresh, field), me: this.#me.id });
      this.#take(fresh);
      if (problem.code !== "minutes.field_changed") this.#change(field, { type: "faulty", fault: problem });
      // Somebody chose while the older try was on its way: what was chosen has still to go.
      if (toSend(this.#now.fields[field]) !== null) await this.#send(field);
    } catch {
      this.#change(field, { type: "stalled" });
      this.#after(field, RETRY_MS, () => void this.#send(field));
    }
  }

  #take(view: MinutesView): void {
    const givenUp = view.editions.some(({ id, state }) => id === this.#now.view?.id && state === "discarded");
    // The edition in force is older than the one that was written here: all of it counts again.
    if (givenUp) this.#set({ view: null, fields: EMPTY_FIELDS });
    for (const field of FIELDS) {
      this.#change(field, { type: "told", told: toldOf(view, field), me: this.#me.id });
    }
    if ((this.#now.view?.version ?? 0) > view.version) return;
    this.#set({ status: "ready", problem: null, view });
  }

  #change(field: FieldName, event: FieldEvent): void {
    const before = this.#now.fields[field];
    const after = reduceField(before, event);
    if (after !== before) this.#set({ fields: { ...this.#now.fields, [field]: after } });
  }

  #writer(field: FieldName, by: Person | null): void {
    const { [field]: before, ...others } = this.#now.writers;
    this.#cancel(`writer ${field}`);
    if (by !== null) this.#after(`writer ${field}`, BELIEVE_MS, () => this.#writer(field, null));
    if (by !== null) this.#set({ writers: { ...others, [field]: by } });
    else if (before) this.#set({ writers: others });
  }

  #owes(): boolean {
    return FIELDS.some((field) => isOwed(this.#now.fields[field]));
  }

  #keep(): void {
    const { fields, opinion } = this.#now;
    const own = FIELDS.filter((name) => fields[name].own !== null && isOwed(fields[name]));
    if (own.length === 0 && opinion.text === "") {
      void this.#keeper.clear().catch(() => undefined);
      return;
    }
    this.#keeper.set({
      fields: Object.fromEntries(own.map((name) => [name, { text: fields[name].own ?? "", base: fields[name].base }])),
      opinion: opinion.text,
      opinionId: this.#opinionId,
    });
  }

  #after(name: string, ms: number, act: () => void): void {
    this.#cancel(name);
    if (this.#stopped) return;
    const run = () => this.#timers.delete(name) && act();
    this.#timers.set(name, setTimeout(run, ms));
  }
  #cancel(name: string): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }

  #set(change: Partial<DeskNow>): void {
    this.#now = { ...this.#now, ...change };
    for (const listener of this.#listeners) listener();
  }
}
