import { describe, expect, it } from "vitest";

import { Problem } from "@/lib/problem";
import { consultOf, detailOf } from "@/test/consults";
import { changesOf } from "./request-api";
import { faultsOf } from "./places";
import {
  consentOf,
  emergencyFrom,
  emptyForm,
  emptyNewPatient,
  formOf,
  isMinor,
  isUntouched,
  missingAt,
  requestBody,
  takenAt,
  type RequestForm,
} from "./request-state";

const NOW = Date.parse("2026-11-22T03:40:00Z");
const form = (part: Partial<RequestForm> = {}): RequestForm => ({ ...emptyForm("c"), ...part });
const about = { station: "s", patientId: "p", patientWord: "Người bệnh", now: NOW, limits: null };
const places = (missing: ReturnType<typeof missingAt>) => missing.map((one) => one.place);

describe("what is missing", () => {
  it("in the first step is the kind of case, the patient, the reason, the urgency", () => {
    expect(places(missingAt(1, form(), null))).toEqual(["caseType", "patient", "reason", "urgency"]);
  });

  it("in the second may be passed when it could not be measured", () => {
    const child = form({ caseType: "child_fever" });
    expect(missingAt(2, child, null)).toEqual([{ place: "needed", soft: true }]);
    expect(missingAt(2, { ...child, unmeasured: true }, null)).toEqual([]);
    expect(missingAt(2, form({ caseType: "skin" }), null)).toEqual([]);
  });

  it("in the third is a whole question and a consent that says who and how", () => {
    expect(places(missingAt(3, form({ question: "Xem giúp" }), null))).toEqual(["question", "who", "how", "agreed"]);
  });

  it("is the representative where the patient is a child", () => {
    const child = form({ fresh: { ...emptyNewPatient, birth: "14 tháng" }, who: "patient" });
    expect(isMinor(child)).toBe(true);
    expect(places(missingAt(3, child, null))).toContain("who");
  });
});

describe("consent", () => {
  it("is nothing until someone has ticked it", () => {
    expect(consentOf(form({ who: "patient", how: "spoken" }), "Người bệnh")).toBeNull();
  });
  it("says who gave it and how", () => {
    const given = form({ who: "relative", relative: "Vàng Thị Chở Demo, mẹ", how: "spoken", agreed: true });
    expect(consentOf(given, "Người bệnh")).toMatchObject({ ground: "relative", given_by: "Vàng Thị Chở Demo, mẹ" });
    expect(consentOf({ ...given, how: "signed" }, "Người bệnh")).toMatchObject({ ground: "signed" });
  });
  it("does not travel with a draft", () => {
    const given = form({ who: "patient", how: "spoken", agreed: true });
    expect(requestBody(given, about, false).consent).toBeNull();
    expect(requestBody(given, about, true).consent).toMatchObject({ ground: "spoken" });
  });
});

describe("the time of measuring", () => {
  it("is today's in Vietnam, yesterday's when it is still to come", () => {
    expect(takenAt("10:35", NOW)).toBe("2026-11-22T03:35:00.000Z");
    expect(takenAt("23:50", NOW)).toBe("2026-11-21T16:50:00.000Z");
    expect(takenAt("25:00", NOW)).toBeNull();
  });
});

describe("faults of the server", () => {
  it("belong to the fields they point at", () => {
    const problem = new Problem({
      code: "validation",
      errors: [
        { pointer: "/body/request/reason", code: "string_too_long", message: "", params: {} },
        { pointer: "/body/vitals/0/spo2", code: "less_than_equal", message: "", params: {} },
        { pointer: "/body/nobody/knows", code: "x", message: "", params: {} },
      ],
    });
    expect(faultsOf(problem)).toEqual({ places: { reason: "long", vitals: "bad" }, vitals: ["spo2"] });
  });
  it("of an incomplete request are empty fields", () => {
    const problem = new Problem({
      code: "consult.incomplete",
      errors: [{ pointer: "/body/request/question", code: "consult.incomplete", message: "", params: {} }],
    });
    expect(faultsOf(problem).places).toEqual({ question: "empty" });
  });
});

describe("a draft of the server", () => {
  const detail = detailOf(
    consultOf({ state: "draft", case_type: "chronic", specialty: "internal", urgency: "routine" }),
  );

  it("opens as it was, but consent is asked anew", () => {
    const opened = formOf(detail, null);
    expect(opened).toMatchObject({ reason: "Đau ngực 40 phút", urgency: "routine", specialty: null });
    expect([opened.who, opened.how, opened.agreed]).toEqual([null, null, false]);
  });

  it("is sent only what changed in it", () => {
    const opened = { ...formOf(detail, null), history: "Đau đầu 2 ngày", urgency: "urgent" as const };
    const body = { ...requestBody(opened, { ...about, patientId: null }, false) };
    body.request = { ...body.request, subject: detail.request.subject };

    expect(changesOf(body, detail, null)).toEqual({ request: { history: "Đau đầu 2 ngày" }, urgency: "urgent" });
  });
});

describe("an emergency made of a request", () => {
  it("takes along all that was typed, and the server's draft it stands for", () => {
    const typed = form({
      caseType: "stroke",
      reason: "Yếu nửa người",
      fresh: { ...emptyNewPatient, name: "Lò Văn Pín Demo", birth: "70", sex: "male" },
      vitals: { pulse: "92" },
    });

    expect(emergencyFrom(typed, true)).toMatchObject({
      caseType: "stroke",
      line: "Yếu nửa người",
      name: "Lò Văn Pín Demo",
      age: "70",
      sex: "male",
      vitals: { pulse: "92" },
      replaces: "c",
    });
    expect(emergencyFrom(typed, false).replaces).toBeNull();
  });
});

it("a form nobody touched is not offered as a draft", () => {
  expect(isUntouched(emptyForm())).toBe(true);
  expect(isUntouched(form({ reason: "x" }))).toBe(false);
});
