import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { dropDraftDatabase, loadDraft } from "./drafts";
import { MinutesDesk } from "./minutes-desk";
import { FIELDS, type FieldName, type MinutesView, type Person } from "./minutes-state";
import { sendMinutesLeft } from "./minutes-left";
import { lineProblem, Problem } from "./problem";

import type { MinutesWire } from "./minutes-api";

const ME: Person = { id: "me", name: "BS. Lò Mai Demo", profession: "doctor" };
const SHE: Person = { id: "she", name: "BS. Trần Sơn Demo", profession: "doctor" };
const CONSULT = "c1";

/** A server with one minutes in it: takes a change over the right version, refuses another. */
class Server implements MinutesWire {
  view: MinutesView = {
    id: "m1",
    consult_id: CONSULT,
    number: null,
    state: "draft",
    version: 1,
    fields: Object.fromEntries(
      FIELDS.map((name) => [name, { text: "", version: 0, edited_by: null, edited_at: null }]),
    ),
    opinions: [],
    missing: [],
    concluded_at: null,
    chair: SHE,
    requester: ME,
    signatures: [],
    my_lines: [],
    document_hash: "a".repeat(64),
    incidents: [],
    edition: 1,
    correction_reason: "",
    editions: [],
    read_back: [],
    allergies: null,
    identity: null,
    seal: { state: "off", subject: "", serial: "", sha256: "", sealed_at: null, problem: "" },
    may_correct: false,
    may_discard: false,
    masked: false,
  };
  changes: { id: string; field: FieldName; text: string; seen_version: number }[] = [];
  down = false;
  load = () => this.#answer();
  change = (_minutes: string, id: string, body: { field: FieldName; text: string; seen_version: number }) => {
    this.changes.push({ id, ...body });
    if (this.down) return Promise.reject(lineProblem("network"));
    const before = this.view.fields[body.field]!;
    if (before.version !== body.seen_version) {
      return Promise.reject(new Problem({ code: "minutes.field_changed", status: 409 }));
    }
    this.write(body.field, body.text, ME);
    return this.#answer();
  };
  opinion = vi.fn<MinutesWire["opinion"]>(() => this.#answer());
  conclude = () => this.#answer();
  write(field: FieldName, text: string, by: Person): void {
    const before = this.view.fields[field]!;
    const after = { text: text.trim(), version: before.version + 1, edited_by: by, edited_at: null };
    this.view = { ...this.view, version: this.view.version + 1, fields: { ...this.view.fields, [field]: after } };
  }
  #answer(): Promise<MinutesView> {
    return this.down ? Promise.reject(lineProblem("network")) : Promise.resolve(this.view);
  }
}

let server: Server;
let desk: MinutesDesk;
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  server = new Server();
  desk = new MinutesDesk(CONSULT, ME, server);
  desk.start(null);
  await desk.reload();
  await vi.waitFor(() => expect(desk.now.status).toBe("ready"));
});
afterEach(async () => {
  desk.stop();
  vi.useRealTimers();
  await dropDraftDatabase();
});

test("typing is sent after a short pause, once, as it then stands", async () => {
  desk.type("treatment", "Oxy");
  await settle(300);
  desk.type("treatment", "Oxy 1 lít");
  await settle(300);
  expect(server.changes).toEqual([]);

  await settle(400);

  expect(server.changes).toMatchObject([{ field: "treatment", text: "Oxy 1 lít", seen_version: 0 }]);
});

test("typing without a pause reaches the other side all the same", async () => {
  for (let n = 1; n <= 8; n++) {
    desk.type("treatment", "x".repeat(n));
    await settle(250);
  }

  expect(server.changes.length).toBeGreaterThan(0);
});

test("leaving a field sends it at once", async () => {
  desk.type("treatment", "Oxy");
  desk.leave("treatment");
  await settle();

  expect(server.changes).toHaveLength(1);
});

test("without network the same change is sent again until it is taken, under the same id", async () => {
  server.down = true;
  desk.type("treatment", "Oxy");
  desk.leave("treatment");
  await settle(5_000);
  server.down = false;
  desk.back(false);
  await settle(5_000);

  expect(new Set(server.changes.map(({ id }) => id)).size).toBe(1);
  expect(desk.now.fields.treatment).toMatchObject({ sending: null, told: { text: "Oxy" } });
});

test("refused because the other side was first: both texts stand, and choosing one sends it", async () => {
  desk.type("monitoring", "Mỗi 10 phút");
  server.write("monitoring", "Mỗi 15 phút", SHE);
  desk.leave("monitoring");
  await settle();
  await vi.waitFor(() => expect(desk.now.fields.monitoring.theirs?.text).toBe("Mỗi 15 phút"));

  desk.choose("monitoring", "both");
  await settle();

  expect(server.view.fields["monitoring"]?.text).toBe("Mỗi 15 phút\nMỗi 10 phút");
});

test("what was chosen while an older try still waited for a line goes out after it", async () => {
  server.down = true;
  desk.type("treatment", "Oxy 1 lít");
  desk.leave("treatment");
  await settle();
  server.write("treatment", "Ampicillin", SHE);
  const told = server.view.fields["treatment"]!;
  desk.hear({
    type: "minutes_field",
    s: 1,
    consult: CONSULT,
    minutes: "m1",
    field: "treatment",
    text: told.text,
    version: told.version,
    by: SHE,
    at: "2026-11-22T03:00:00Z",
  });
  expect(desk.now.fields.treatment.theirs?.text).toBe("Ampicillin");

  desk.choose("treatment", "both");
  server.down = false;
  await settle(10_000);

  expect(server.view.fields["treatment"]?.text).toBe("Ampicillin\nOxy 1 lít");
  expect(desk.now.fields.treatment.theirs).toBeNull();
});

test("the other side's writing is shown while it goes on", async () => {
  desk.hear({ type: "peer_writing", consult: CONSULT, field: "diagnosis", by: SHE });
  expect(desk.now.writers.diagnosis).toEqual(SHE);

  await settle(7_000);
  expect(desk.now.writers).toEqual({});
});

test("an edition that was given up, here or at the other end, makes room for the older one in force", async () => {
  const signed = { ...server.view, id: "signed", state: "signed" as const };
  server.view = { ...server.view, id: "further", edition: 2, version: 2 };
  server.write("treatment", "Nhầm bản sửa", SHE);
  await desk.reload();
  expect(desk.now.fields.treatment.told.text).toBe("Nhầm bản sửa");

  const gone = { id: "further", edition: 2, state: "discarded" as const, in_force: false, intact: true };
  const empty = { opened_at: "", opened_by: null, reason: "", signed_at: null, document_hash: null };
  server.view = { ...signed, editions: [{ ...gone, ...empty, previous_hash: null }] };
  await desk.reload();

  expect(desk.now.view?.id).toBe("signed");
  expect(desk.now.fields.treatment.told.text).toBe("");
});

test("what is owed is kept on this machine", async () => {
  server.down = true;
  desk.type("treatment", "Oxy");
  desk.flush();

  await vi.waitFor(async () => {
    const saved = await loadDraft<{ fields: Record<string, { text: string }> }>(ME.id, `minutes/${CONSULT}`);
    expect(saved?.value.fields["treatment"]?.text).toBe("Oxy");
  });
});

/** The power is cut: nothing of the page is left but what is in its store. */
const cut = async () => {
  await vi.waitFor(async () => expect(await loadDraft(ME.id, `minutes/${CONSULT}`)).not.toBeNull());
  const { change, opinion } = server;
  server.change = () => Promise.reject(lineProblem("network"));
  desk.stop();
  await settle();
  Object.assign(server, { change, opinion });
};
const again = async () => {
  desk = new MinutesDesk(CONSULT, ME, server);
  desk.start(null);
  await desk.reload();
};

test("what is typed without a line is in the store within two seconds, though nobody leaves the field", async () => {
  server.down = true;
  desk.type("treatment", "Oxy 1 lít");
  await settle(2_000);

  await vi.waitFor(async () => {
    const saved = await loadDraft<{ fields: Record<string, { text: string }> }>(ME.id, `minutes/${CONSULT}`);
    expect(saved?.value.fields["treatment"]?.text).toBe("Oxy 1 lít");
  });
});

test("typed without a line and killed, it stands on the next page and goes when the line is back", async () => {
  server.down = true;
  desk.type("treatment", "Oxy 1 lít");
  await settle(2_000);
  await cut();
  server.down = false;
  server.write("monitoring", "Mỗi 15 phút", SHE);

  await again();

  await vi.waitFor(() => expect(server.view.fields["treatment"]?.text).toBe("Oxy 1 lít"));
  expect(desk.now.fields).toMatchObject({ treatment: { told: { text: "Oxy 1 lít" } }, monitoring: { theirs: null } });
  expect(server.view.fields["monitoring"]?.text).toBe("Mỗi 15 phút");
});

test("it goes also when nobody opens the page again; where both wrote, somebody is waited for", async () => {
  server.down = true;
  desk.type("treatment", "Oxy 1 lít");
  desk.type("diagnosis", "Viêm phổi");
  await settle(2_000);
  await sendMinutesLeft(ME, server);
  // Its page is there and does it itself.
  expect(new Set(server.changes.map(({ field }) => field)).size).toBe(2);
  const tries = server.changes.length;
  await cut();
  server.down = false;
  server.write("diagnosis", "Hen", SHE);

  await sendMinutesLeft(ME, server);

  expect(server.changes.slice(tries)).toMatchObject([{ field: "treatment" }]);
  expect(server.view.fields).toMatchObject({ treatment: { text: "Oxy 1 lít" }, diagnosis: { text: "Hen" } });
  await again();
  expect(desk.now.fields.diagnosis).toMatchObject({ own: "Viêm phổi", theirs: { text: "Hen" } });
});

test("an opinion whose answer was lost with the page is sent again under its first id", async () => {
  server.opinion.mockImplementation(() => Promise.reject(lineProblem("network")));
  desk.writeOpinion("Nên chuyển tuyến");
  await desk.sendOpinion();
  await cut();
  await again();
  expect(desk.now.opinion.text).toBe("Nên chuyển tuyến");
  await desk.sendOpinion();

  const ids = server.opinion.mock.calls.map(([, id]) => id);
  expect(new Set(ids).size).toBe(1);
});

test("news of the minutes is read once, however often it comes; news of the consult asks for nothing", async () => {
  const load = vi.spyOn(server, "load");
  const news = { s: 1, type: "minutes", consult: CONSULT, minutes: "m1" } as const;

  desk.hear({ s: 1, type: "consult", consult: { id: CONSULT } as never });
  desk.hear({ ...news, version: server.view.version });
  await settle(1_000);
  expect(load).not.toHaveBeenCalled();

  server.write("treatment", "Oxy", SHE);
  for (let n = 0; n < 5; n++) {
    desk.hear({ ...news, version: server.view.version + n });
    await settle(20);
  }
  await settle(1_000);
  expect(load).toHaveBeenCalledTimes(1);
  expect(desk.now.fields.treatment.told.text).toBe("Oxy");
});

test("a link that missed nothing asks for nothing when it is back; a forgotten one reads all", async () => {
  const load = vi.spyOn(server, "load");

  desk.back(true);
  await settle(500);
  expect(load).not.toHaveBeenCalled();

  desk.back(false);
  await settle(500);
  expect(load).toHaveBeenCalledTimes(1);
});

test("confirming waits for what left a moment ago", async () => {
  let arrive = () => {};
  const { change } = server;
  server.change = (...sent) => new Promise((done) => (arrive = () => done(change(...sent))));
  const concluded = vi.spyOn(server, "conclude");
  desk.type("place", "refer_emergency");
  await settle();
  const confirmed = desk.conclude();
  await settle();
  expect(concluded).not.toHaveBeenCalled();
  arrive();
  await confirmed;
  expect(concluded).toHaveBeenCalledOnce();
});
