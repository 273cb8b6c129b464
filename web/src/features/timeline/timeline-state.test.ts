import { expect, test } from "vitest";

import { HA, HOSPITAL, logRowOf, MAI, SENT, SON, STATION } from "@/test/consults";

import { factsOf, findingOf } from "./finding";
import { linesOf, offsetText, whyHereText, type Entry, type Timeline } from "./timeline-state";

const entry = (kind: string, part: Partial<Entry> = {}): Entry => ({
  at: SENT,
  offset_ms: 0,
  phase: "ring",
  kind,
  person: SON,
  params: {},
  ...part,
});
const timeline = (entries: Entry[], row = logRowOf(), part: Partial<Timeline> = {}): Timeline => ({
  row,
  entries,
  link: [],
  verdicts: [],
  participants: [],
  papers: [],
  ...part,
});
const rung = (part: Partial<Entry> = {}) =>
  entry("ring_started", {
    params: { step: "0", step_kind: "first", why: "shift", roster_version: "11" },
    ...part,
  });

test("a ring says why this person: duty, roster version, hours", () => {
  const hours = {
    person: SON,
    facility: HOSPITAL,
    role: "chair" as const,
    why: "shift" as const,
    tier: "first" as const,
    shift_starts_at: "2026-11-22T00:00:00Z",
    shift_ends_at: "2026-11-22T12:00:00Z",
    roster_version: 11,
  };

  const [line] = linesOf(timeline([rung()], logRowOf(), { participants: [hours] }));

  expect(line).toMatchObject({
    title: "Gọi BS. Trần Sơn Demo (Bác sĩ trực Nội)",
    why: "Vì sao người này: đang trực Nội, lịch trực bản 11, ca 07:00-19:00",
  });
  expect(whyHereText(hours, logRowOf())).toBe("chủ tọa · đang trực Nội · bậc 1 · ca 07:00-19:00 · lịch trực bản 11");
});

test("a whole team rung at once is one line", () => {
  const team = { step: "2", step_kind: "specialty", why: "on_call" };

  const lines = linesOf(
    timeline([entry("ring_started", { params: team }), entry("ring_started", { params: team, person: HA })]),
  );

  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ title: "Gọi 2 người cùng lúc (Cả kíp Nội)" });
});

test("the same person rung again later is another line", () => {
  const lines = linesOf(timeline([rung(), entry("urgency_raised", { params: { urgency: "stat" } }), rung()]));

  expect(lines.map((line) => line.title)).toHaveLength(3);
});

test("missed is a turn for the worse, taken for the better; what others say is left out", () => {
  const lines = linesOf(
    timeline([
      entry("ring_ended", { params: { outcome: "missed" } }),
      entry("ring_ended", { params: { outcome: "superseded" }, person: HA }),
      entry("consult_accepted", { params: { why: "shift", answer: "call" } }),
    ]),
  );

  expect(lines.map(({ tone, title }) => [tone, title])).toEqual([
    ["bad", "BS. Trần Sơn Demo không nghe máy"],
    ["good", "BS. Trần Sơn Demo nhận ca, chủ tọa"],
  ]);
});

test("a decline keeps its reason in words", () => {
  const [line] = linesOf(timeline([entry("ring_ended", { params: { outcome: "declined", note: "operating" } })]));

  expect(line?.why).toBe("đang mổ");
});

test("a fact that this page does not know is shown, not hidden", () => {
  expect(linesOf(timeline([entry("something_new")]))[0]?.title).toBe("something_new");
  expect(linesOf(timeline([entry("call_opened", { params: { number: "1" } })]))).toEqual([]);
});

test("offsets count from the sending, drafts before it", () => {
  expect([offsetText(278_000), offsetText(-61_000)]).toEqual(["+4:38", "−1:01"]);
});

test("the verdict is a sentence with the wait, the limit and what is owed", () => {
  expect(findingOf(timeline([]))).toEqual({
    tone: "ok",
    sentence: "BS. Trần Sơn Demo trả lời sau 4 phút 38 giây, trong hạn 10 phút. Đủ giấy tờ, không còn nợ.",
    more: "Không có lượt gọi hụt, không mất nối.",
    owed: "",
    causes: [],
  });
  const open = logRowOf({ state: "concluded", decision: null, verdict: "unsigned", minutes_state: "signing" });
  const missed = entry("ring_ended", { params: { outcome: "missed" } });
  expect(findingOf(timeline([missed], open))).toMatchObject({
    tone: "warn",
    more: "1 lần không nghe máy.",
    owed: "biên bản chưa đủ chữ ký, trạm chưa ghi quyết định",
  });
});

test.each([
  [{ verdict: "late" as const, wait_ms: 780_000 }, "quá hạn 10 phút là 3 phút"],
  [{ verdict: "transferred" as const, wait_ms: null, answered_by: null }, "trạm chuyển cấp cứu"],
  [{ verdict: "unanswered" as const, wait_ms: null, rung: [] }, "Không gọi được ai"],
  [{ verdict: "cancelled" as const, answered_by: null, state: "cancelled" as const }, "sau đó trạm rút yêu cầu"],
])("%o reads as it was", (part, words) => {
  expect(findingOf(timeline([], logRowOf(part))).sentence).toContain(words);
});

test("five facts, whatever is missing", () => {
  const bare = logRowOf({ wait_ms: null, call_ms: null, decision: null, outcomes: [], minutes_state: null, rung: [] });

  expect(factsOf(timeline([], bare)).map(({ value }) => value)).toEqual(["–", "0", "–", "–", "0/3"]);
});

test("the one who asked needs no reason", () => {
  const asked = {
    person: MAI,
    facility: STATION,
    role: "requester" as const,
    why: null,
    tier: null,
    shift_starts_at: null,
    shift_ends_at: null,
    roster_version: null,
  };

  expect(whyHereText(asked, logRowOf())).toBe("người xin hội chẩn");
});

test("a rung that moved says which way and why; a choice says that it was one", () => {
  const room = (kind: string, params: Record<string, string>) => entry(`incident_${kind}`, { phase: "room", params });
  const [down, forced, fault, mended] = linesOf(
    timeline([
      room("rung", { value: "voice", cause: "uplink" }),
      room("forced", { value: "low_video" }),
      room("microphone_fault", { value: "blocked" }),
      room("microphone_fault", {}),
    ]),
  );

  expect(down).toMatchObject({ title: `${SON.name}: tắt hình, giữ tiếng`, why: "Đường lên của bên này yếu" });
  expect(forced?.title).toBe(`${SON.name}: tự chọn mức hình nhỏ`);
  expect(fault).toMatchObject({ tone: "bad", why: "Trình duyệt đang chặn" });
  expect(mended?.tone).toBe("good");
});

test("what a call is put down to is a sentence with its time; a call like any other says nothing", () => {
  const judged = (cause: "station_uplink" | "ended_normally" | "device", facts: Record<string, number>) =>
    findingOf(timeline([], logRowOf(), { verdicts: [{ number: 1, cause, side: "station", facts, at: SENT }] })).causes;

  expect(judged("station_uplink", { station_uplink_s: 540, station_voice_s: 480 })).toEqual([
    "Cuộc gọi: đường lên của trạm yếu. Ảnh hưởng 9 phút. Trạm chỉ còn tiếng 8 phút.",
  ]);
  expect(judged("device", {})).toEqual(["Cuộc gọi: máy ảnh, micro hoặc máy tính trục trặc, phía trạm."]);
  expect(judged("ended_normally", {})).toEqual([]);
});

test("the station's megabytes stand among the figures when they were counted", () => {
  const counted = timeline([], logRowOf(), {
    verdicts: [{ number: 1, cause: "ended_normally", side: null, facts: { station_kbytes: 9400 }, at: SENT }],
  });

  expect(factsOf(counted).find(({ key }) => key === "data")?.value).toBe("9,4\u00a0MB");
  expect(factsOf(timeline([])).some(({ key }) => key === "data")).toBe(false);
});
