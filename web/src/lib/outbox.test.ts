import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { beginAway, readAll, write } from "./away-db";
import { dropDatabase } from "./drafts";
import { Differs, Outbox, overdue, type FieldJob, type Job, type Send } from "./outbox";
import { lineProblem, Problem } from "./problem";

const request = (consult: string): Job => ({
  kind: "request",
  consult,
  patient: null,
  body: { station_id: "s", urgency: "urgent", specialty: "internal", request: {}, send: true } as never,
  onTop: null,
});
const note = (consult: string, id: string): Job => ({
  kind: "note",
  consult,
  note: id,
  body: { number: "1", spoke_with: "BS.", advice: "Oxy" },
});
const photo = (consult: string, file: string): Job => ({ kind: "photo", consult, file, body: { size: 9 } as never });

const field = (consult: string, name: string, text: string): FieldJob => ({
  kind: "field",
  consult,
  field: name,
  id: `${name} ${text}`,
  seen: 3,
  change: { request: { [name]: text } },
  patient: null,
  before: [],
});
const vitals = (consult: string, spo2: string): FieldJob => ({
  ...field(consult, "vitals/spo2", spo2),
  change: { vitals: { spo2 } as never },
});

const named = (job: Job) => {
  if (job.kind === "field") return job.id;
  return `${job.kind} ${job.kind === "note" ? job.note : job.consult}`;
};

let sent: string[];
let away: boolean;
let refuse: Set<string>;
const send: Send = (job) => {
  if (away) return Promise.reject(lineProblem("network"));
  if (refuse.has(named(job))) return Promise.reject(new Problem({ code: "consult.incomplete", status: 422 }));
  sent.push(named(job));
  return Promise.resolve(null);
};
const begun = (user = "mai", how: Send = send) => {
  const outbox = new Outbox(user, how);
  outbox.begin();
  return outbox;
};
const titles = (outbox: Outbox) => outbox.state.items.map(({ job }) => named(job));

beforeEach(() => {
  beginAway();
  sent = [];
  away = true;
  refuse = new Set();
});
afterEach(async () => {
  vi.useRealTimers();
  await dropDatabase("telemed-away");
});

describe("the outbox", () => {
  it("keeps what cannot go, and sends it in order once the line is back", async () => {
    const outbox = begun();
    await outbox.add("A", request("a"), photo("a", "f"));
    await outbox.add("B", note("b", "n"));
    await outbox.flush();
    expect(titles(outbox)).toEqual(["request a", "photo a", "note n"]);
    expect(sent).toEqual([]);

    away = false;
    await outbox.retry();

    expect(sent.filter((name) => name !== "photo a")).toEqual(["request a", "note n"]);
    expect(sent.indexOf("photo a")).toBeGreaterThan(sent.indexOf("request a"));
    expect(outbox.state.items).toEqual([]);
    outbox.end();
  });

  it("goes on after the browser was killed, and sends nothing twice", async () => {
    const before = begun();
    await before.add("A", request("a"));
    await before.flush();
    before.end();
    away = false;

    const after = begun();
    await vi.waitFor(() => expect(after.state.items).toEqual([]));
    await after.flush();

    expect(sent).toEqual(["request a"]);
    after.end();
  });

  it("holds back what hangs on something refused, and lets other cases pass", async () => {
    const outbox = begun();
    await outbox.add("A", request("a"), photo("a", "f"));
    await outbox.add("B", request("b"));
    away = false;
    refuse.add("request a");

    await outbox.retry();

    expect(sent).toEqual(["request b"]);
    expect(titles(outbox)).toEqual(["request a", "photo a"]);
    expect(outbox.state.items[0]?.stop).toMatchObject({ kind: "refused", code: "consult.incomplete" });

    refuse.clear();
    await outbox.retry(outbox.state.items[0]?.id);
    expect(sent).toEqual(["request b", "request a", "photo a"]);
    outbox.end();
  });

  it("waits for the person where the screen is locked, and gives up nothing for it", async () => {
    let locked = true;
    const outbox = begun("mai", (job, progress) =>
      locked ? Promise.reject(new Problem({ code: "screen_locked", status: 403 })) : send(job, progress),
    );
    away = false;
    await outbox.add("A", request("a"));
    await outbox.flush();
    expect(outbox.state.items[0]?.stop).toBeNull();

    locked = false;
    await outbox.retry();
    expect(sent).toEqual(["request a"]);
    outbox.end();
  });

  it("tries again by itself, later and later", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const outbox = begun();
    await outbox.add("A", request("a"));
    await outbox.flush();
    away = false;

    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();

    await vi.waitFor(() => expect(sent).toEqual(["request a"]));
    outbox.end();
  });

  it("has one request of a case, as it was written last", async () => {
    const outbox = begun();
    await outbox.add("A", request("a"));
    await outbox.add("A again", request("a"));

    expect(outbox.state.items.map(({ title }) => title)).toEqual(["A again"]);
    outbox.end();
  });

  it("leaves alone what another person wrote at this machine", async () => {
    const hers = begun("mai");
    await hers.add("A", request("a"));
    await hers.flush();
    hers.end();
    away = false;

    const his = begun("son");
    await his.flush();

    expect(sent).toEqual([]);
    expect(his.state.items).toEqual([]);
    expect(await readAll("outbox")).toHaveLength(1);
    his.end();
  });

  it("shows both texts where two ends wrote one field, and neither is dropped", async () => {
    let asked = 0;
    const outbox = begun("mai", () =>
      asked++ === 0 ? Promise.reject(new Differs("history", "Ho 3 ngày", "Ho 5 ngày", 7)) : Promise.resolve(null),
    );
    await outbox.add("A", request("a"));
    await outbox.flush();

    expect(outbox.state.items[0]?.stop).toEqual({
      kind: "differs",
      field: "history",
      mine: "Ho 3 ngày",
      theirs: "Ho 5 ngày",
      version: 7,
    });
    outbox.end();
  });

  it("lets a photograph's bytes go with it, and not before", async () => {
    await write("blobs", { id: "f", blob: "bytes" });
    const outbox = begun();
    await outbox.add("A", photo("a", "f"));
    await outbox.flush();
    expect(await readAll("blobs")).toHaveLength(1);

    away = false;
    await outbox.retry();

    expect(await readAll("blobs")).toEqual([]);
    outbox.end();
  });
});

describe("fields of a request that is with the hospital", () => {
  it("go in order, each once, and each only as it was left last", async () => {
    const outbox = begun();
    await outbox.add("A", field("a", "history", "Ho"));
    await outbox.add("A", field("a", "question", "Mổ?"));
    await outbox.add("A", field("a", "history", "Ho 3 ngày"));
    await outbox.add("A", field("a", "history", "Ho 3 ngày"));
    expect(titles(outbox)).toEqual(["question Mổ?", "history Ho 3 ngày"]);
    // The first may have arrived, and its answer been lost.
    expect(outbox.state.items[1]?.job).toMatchObject({ before: ["Ho"] });

    away = false;
    await outbox.retry();

    expect(sent).toEqual(["question Mổ?", "history Ho 3 ngày"]);
    outbox.end();
  });

  it("are all there when two are left in the same moment", async () => {
    const outbox = begun();
    await Promise.all([outbox.add("A", field("a", "history", "1")), outbox.add("A", field("a", "history", "2"))]);
    expect(titles(outbox)).toEqual(["history 2"]);
    outbox.end();
  });

  it("do not take a measurement's place when another is made later", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000 });
    const outbox = begun();
    await outbox.add("A", vitals("a", "85"));
    await outbox.add("A", vitals("a", "58"));
    expect(titles(outbox)).toEqual(["vitals/spo2 58"]);

    vi.setSystemTime(1_000_000 + 20 * 60_000);
    await outbox.add("A", vitals("a", "92"));
    expect(titles(outbox)).toEqual(["vitals/spo2 58", "vitals/spo2 92"]);
    outbox.end();
  });

  it("go past a photograph that is on its way, and so does what was added in the last moment", async () => {
    let arrive: () => void = () => undefined;
    const outbox = begun("mai", (job, progress) => {
      if (job.kind !== "photo") return send(job, progress);
      return new Promise((done) => (arrive = () => done(null)));
    });
    away = false;
    await outbox.add("A", photo("a", "f"));
    await vi.waitFor(() => expect(outbox.state.sending).toHaveLength(1));

    await outbox.add("A", field("a", "history", "1"));
    await vi.waitFor(() => expect(sent).toEqual(["history 1"]));
    for (let n = 2; n < 12; n++) {
      // Not waited for: it comes at every moment of the run before it.
      void outbox.add("A", field("a", `f${n}`, "x"));
      for (let turns = 0; turns < n; turns++) await Promise.resolve();
    }
    await vi.waitFor(() => expect(sent).toHaveLength(11));

    arrive();
    await vi.waitFor(() => expect(outbox.state.items).toEqual([]));
    outbox.end();
  });

  it("refused or written by both, they hold back nothing; a photograph waits for its request", async () => {
    refuse.add("history 1");
    const outbox = begun("mai", (job, progress) =>
      named(job) === "question 1" && !away && !sent.includes("asked")
        ? (sent.push("asked"), Promise.reject(new Differs("question", "1", "2", 9)))
        : send(job, progress),
    );
    await outbox.add("A", field("a", "history", "1"), field("a", "question", "1"), note("a", "n"));
    await outbox.add("B", request("b"), photo("b", "f"));
    refuse.add("request b");
    away = false;
    await outbox.retry();

    expect(sent).toEqual(["asked", "note n"]);
    expect(outbox.state.items.map(({ stop }) => stop?.kind ?? null)).toEqual(["refused", "differs", "refused", null]);

    refuse.clear();
    await outbox.choose(outbox.state.items[1]?.id ?? "", "mine");
    // Another command: it may write over what its maker has seen.
    expect(sent.filter((name) => name.length === 36)).toHaveLength(1);
    await outbox.retry(outbox.state.items[1]?.id);
    await vi.waitFor(() => expect(sent.slice(-2)).toEqual(["request b", "photo b"]));
    outbox.end();
  });

  it("of two texts the other's leaves nothing behind", async () => {
    const outbox = begun("mai", () => Promise.reject(new Differs("history", "1", "2", 9)));
    away = false;
    await outbox.add("A", field("a", "history", "1"));
    await outbox.flush();
    await outbox.choose(outbox.state.items[0]?.id ?? "", "theirs");

    expect(await readAll("outbox")).toEqual([]);
    outbox.end();
  });

  it("are told of only when they do not go", async () => {
    const outbox = begun();
    const told: number[] = [];
    outbox.subscribe(() => told.push(overdue(outbox.state).length));
    away = false;
    await outbox.add("A", field("a", "history", "1"));
    await outbox.flush();
    expect(Math.max(...told)).toBe(0);

    away = true;
    await outbox.add("A", field("a", "history", "2"));
    await outbox.flush();
    expect(overdue(outbox.state)).toHaveLength(1);
    outbox.end();
  });

  it("are told of too while a dead line has not yet failed", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const outbox = begun("mai", () => new Promise(() => undefined));
    void outbox.add("A", field("a", "history", "1"));
    await vi.waitFor(() => expect(outbox.state.sending).toHaveLength(1), { interval: 1 });
    expect(overdue(outbox.state)).toEqual([]);

    await vi.advanceTimersByTimeAsync(5_000);
    expect(overdue(outbox.state)).toHaveLength(1);
    outbox.end();
  });

  it("go also where the browser keeps nothing", async () => {
    await write("keys", { user: "u", key: "k" });
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    const outbox = begun();
    await outbox.add("A", field("a", "history", "1"));
    expect(titles(outbox)).toEqual(["history 1"]);

    away = false;
    await outbox.retry();
    expect([sent, outbox.state.items]).toEqual([["history 1"], []]);
    outbox.end();
  });
});
