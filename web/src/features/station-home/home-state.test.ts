import { describe, expect, it } from "vitest";

import { consultOf, HOSPITAL, SON, STATION } from "@/test/consults";
import { debtRows, dutyRows, firstCalled, inOrder, nextAct, type Debt } from "./home-state";

const NOW = Date.parse("2026-11-22T05:00:00Z");

describe("the station's open cases", () => {
  it("stand by what must be done: called, answered, papers, drafts; an emergency above all", () => {
    const cases = [
      consultOf({ id: "draft", state: "draft", sent_at: null }),
      consultOf({ id: "concluded", state: "concluded" }),
      consultOf({ id: "taken", state: "accepted" }),
      consultOf({ id: "called", state: "waiting" }),
      consultOf({ id: "stat", state: "accepted", urgency: "stat" }),
      consultOf({ id: "gone", state: "cancelled" }),
    ];

    expect(inOrder(cases).map((one) => one.id)).toEqual(["stat", "called", "taken", "concluded", "draft"]);
  });

  it("show the ladder of the first that is being called", () => {
    const cases = [consultOf({ id: "a", state: "accepted" }), consultOf({ id: "b" }), consultOf({ id: "c" })];
    expect(firstCalled(cases)?.id).toBe("b");
  });
});

describe("a case's next act", () => {
  const owed = (kind: Debt["kind"]) =>
    ({ kind, consult_id: "x", consult_code: "BL-1", station: STATION, due_at: "", patient_id: null }) as Debt;

  it.each([
    [consultOf({ id: "x", state: "waiting" }), [], "Vào phòng chờ", "/consults/x/waiting"],
    [consultOf({ id: "x", state: "waiting", urgency: "stat" }), [], "Vào ca cấp cứu", "/emergency/x"],
    [consultOf({ id: "x", state: "returned" }), [], "Bổ sung", "/consults/x/waiting"],
    [consultOf({ id: "x", state: "accepted" }), [], "Vào phòng hội chẩn", "/consults/x/call"],
    [consultOf({ id: "x", state: "accepted", answer: "written" }), [], "Xem biên bản", "/consults/x/minutes"],
    [consultOf({ id: "x", state: "transferred" }), [], "Ghi quyết định", "/consults/x/decision"],
    [
      consultOf({ id: "x", state: "concluded" }),
      [owed("decision"), owed("minutes")],
      "Ký biên bản",
      "/consults/x/minutes",
    ],
    [consultOf({ id: "x", state: "concluded" }), [owed("decision")], "Ghi quyết định", "/consults/x/decision"],
    [consultOf({ id: "x", state: "draft" }), [], "Viết tiếp", "/request/x"],
  ])("leads on: %#", (consult, debts, label, to) => {
    expect(nextAct(consult, debts)).toMatchObject({ label, to });
  });
});

describe("debts", () => {
  it("stand the most overdue first, with the time in words", () => {
    const debt = (kind: Debt["kind"], due_at: string): Debt => ({
      kind,
      consult_id: kind,
      consult_code: "BL-1",
      station: STATION,
      referral_id: null,
      follow_up_id: null,
      due_at,
      patient_id: null,
    });

    const rows = debtRows(
      [debt("decision", "2026-11-22T10:00:00Z"), debt("minutes", "2026-11-22T03:00:00Z")],
      () => "Lý Thị Páo Demo",
      NOW,
    );

    expect(rows.map(({ title, due, overdue }) => [title, due, overdue])).toEqual([
      ["Ký biên bản: Lý Thị Páo Demo", "Quá hạn 2 giờ, hạn 10:00 · BL-1", true],
      ["Ghi quyết định: Lý Thị Páo Demo", "Còn 5 giờ · BL-1", false],
    ]);
  });
});

describe("the duty board", () => {
  it("names who is there, and says of a specialty that nobody is", () => {
    const line = {
      shift_id: "s",
      person: SON,
      specialty: "paediatrics" as const,
      tier: "first" as const,
      starts_at: "",
      ends_at: "",
      confirmed: true,
    };

    const rows = dutyRows({ hospital: HOSPITAL, lines: [line], phones: [] });

    expect(rows.find((row) => row.specialty === "paediatrics")).toMatchObject({
      names: "BS. Trần Sơn Demo",
      confirmed: true,
    });
    expect(rows.find((row) => row.specialty === "surgery")).toMatchObject({ names: "", confirmed: null });
  });
});
