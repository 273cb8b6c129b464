import { expect, it } from "vitest";

import { readLadder } from "./ladder";

import type { Schema } from "@/wire/schema";

type Summary = Schema<"ConsultSummary">;
type Step = Summary["ladder"]["steps"][number];

const START = "2026-11-22T03:00:00Z";
const NOW = Date.parse(START) + 60_000;

const rung = (name: string, state: Step["people"][number]["state"], note: string | null = null) => ({
  ring_id: name,
  person: { id: name, name } as Summary["requester"],
  state,
  why: "shift" as const,
  ended_at: START,
  note,
  channels: [],
});
const step = (index: number, part: Partial<Step>): Step => ({
  index,
  kind: (["first", "second", "specialty", "head", "leader"] as const)[index] ?? "leader",
  state: "over",
  people: [],
  started_at: START,
  deadline_at: null,
  skip_reason: null,
  hospital: null,
  group: 0,
  with_previous: false,
  ...part,
});
const consult = (steps: Step[], part: Partial<Summary> = {}, ladder: Partial<Summary["ladder"]> = {}): Summary =>
  ({
    state: "waiting",
    urgency: "urgent",
    specialty: "paediatrics",
    hospital: { short_name: "BVĐK Tam Đường" },
    specialist: null,
    ladder: { round: 1, number: 0, steps, ended_at: null, restarts_at: null, ...ladder },
    ...part,
  }) as unknown as Summary;

it("keeps what became of each past step, then the one now, then those to come", () => {
  const { rows, announce } = readLadder(
    consult([
      step(0, { people: [rung("BS. Vân", "declined", "operating: tới 11 giờ")] }),
      step(1, { state: "skipped", skip_reason: "empty" }),
      step(2, { state: "ringing", people: [rung("BS. Sơn", "ringing")], deadline_at: "2026-11-22T03:02:00Z" }),
      step(3, { state: "waiting", started_at: "2026-11-22T03:02:00Z" }),
    ]),
    NOW,
  );
  expect(rows.map(({ phase, name, result }) => [phase, name, result])).toEqual([
    ["past", "BS. Vân", "đang mổ: tới 11 giờ"],
    ["past", "Người trực thứ hai, Nhi", "bỏ qua ngay"],
    ["now", "BS. Sơn", ""],
    ["next", "Trưởng khoa Nhi", "sau 1:00"],
  ]);
  expect(announce).toBe("Đang gọi BS. Sơn");
});

it("does not count seconds of what is hours away", () => {
  const { rows } = readLadder(consult([step(0, { state: "waiting", started_at: "2026-11-22T07:13:00Z" })]), NOW);
  expect(rows[0]?.result).toBe("sau 4 giờ 12");
});

it("shows the one who has it as answered, and one who gave it up as past", () => {
  const steps = [step(0, { people: [rung("BS. Hà", "accepted")] }), step(1, { people: [rung("BS. Sơn", "accepted")] })];
  const { rows } = readLadder(
    consult(steps, { state: "accepted", specialist: { id: "BS. Sơn", name: "BS. Sơn" } as Summary["requester"] }),
    NOW,
  );
  expect(rows.map(({ phase, icon }) => [phase, icon])).toEqual([
    ["past", "swap"],
    ["yes", "x"],
  ]);
});

it("counts down to the next round when the ladder ran out", () => {
  const { rows, ended, announce } = readLadder(
    consult(
      [step(0, { people: [rung("BS. Vân", "missed")] })],
      {},
      { ended_at: START, restarts_at: "2026-11-22T03:15:00Z" },
    ),
    NOW,
  );
  expect(ended).toBe(true);
  expect(rows.at(-1)).toMatchObject({ phase: "now", deadlineAt: "2026-11-22T03:15:00Z" });
  expect(announce).toBe("Chưa có ai nhận, máy sẽ tự gọi lại");
});
