import { describe, expect, it } from "vitest";

import { NOTHING_ASKED } from "@/lib/consent";
import { Problem } from "@/lib/problem";
import { consultOf, detailOf } from "@/test/consults";
import { CHILD, CHRONIC, SKIN } from "@/test/templates";
import { emergencyFrom } from "./emergency-from";
import { changesOf } from "./request-api";
import { faultsOf } from "./places";
import {
  consentsOf,
  emptyForm,
  emptyNewPatient,
  formOf,
  isUntouched,
  missingAt,
  requestBody,
  takenAt,
  type RequestForm,
} from "./request-state";

const NOW = Date.parse("2026-11-22T03:40:00Z");
const form = (part: Partial<RequestForm> = {}): RequestForm => ({ ...emptyForm("c"), ...part });
const about = {
  station: "s",
  patientId: "p",
  textVersion: "2026-11",
  patientWord: "Người bệnh",
  now: NOW,
  limits: null,
  templates: null,
};
const places = (missing: ReturnType<typeof missingAt>) => missing.map((one) => one.place);

const spoke = { ...NOTHING_ASKED, who: "patient", how: "spoken" } as const;

describe("what is missing", () => {
  it("in the first step is the kind of case, the patient, the reason, the urgency", () => {
    expect(places(missingAt(1, form(), null))).toEqual(["caseType", "patient", "reason", "urgency"]);
  });

  it("in the second may be passed when it could not be measured", () => {
    const child = form({ caseType: "child_fever" });
    const known = [CHILD, SKIN];
    expect(missingAt(2, child, null, known)).toEqual([{ place: "needed", soft: true }]);
    expect(missingAt(2, { ...child, unmeasured: true }, null, known)).toEqual([]);
    expect(missingAt(2, form({ caseType: "skin" }), null, known)).toEqual([]);
  });

  it("is left to the server while nobody knows what the kind of case needs", () => {
    expect(missingAt(2, form({ caseType: "child_fever" }), null, null)).toEqual([]);
  });

  it("in the third is a whole question and a consent that says who and how", () => {
    expect(places(missingAt(3, form({ question: "Xem giúp" }), null))).toEqual(["question", "who", "how", "agreed"]);
  });

  it("is the patient's agreement where they said no", () => {
    const refused = form({ asked: { ...spoke, said: { share: "refused", video: "refused" } } });
    expect(places(missingAt(3, refused, null))).toEqual(["question", "share"]);
  });

  it("is the representative where the patient is a child", () => {
    const child = form({ fresh: { ...emptyNewPatient, birth: "14 tháng" }, asked: spoke });
    expect(places(missingAt(3, child, null))).toContain("who");
  });
});

describe("consent", () => {
  it("is nothing until each part is answered", () => {
    expect(consentsOf(form({ asked: { ...spoke, how: null, said: { share: "given" } } }), "Người bệnh", "1")).toEqual(
      [],
    );
    expect(consentsOf(form({ asked: spoke }), "Người bệnh", "1")).toEqual([]);
  });
  it("is a word for each purpose that was answered", () => {
    const given = form({ asked: { ...spoke, said: { share: "given", video: "refused" } } });
    expect(consentsOf(given, "Người bệnh", "2026-11")).toMatchObject([
      { purpose: "share", decision: "given", ground: "spoken", given_by: "Người bệnh", text_version: "2026-11" },
      { purpose: "video", decision: "refused", ground: "spoken" },
    ]);
  });
  it("asks nothing about the camera where the answer comes in writing", () => {
    const given = form({ answer: "written", asked: { ...spoke, said: { share: "given", video: "refused" } } });
    expect(consentsOf(given, "Người bệnh", "1").map(({ purpose }) => purpose)).toEqual(["share"]);
    expect(places(missingAt(3, given, null))).toEqual(["question"]);
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
    const opened = formOf(detail, null, [CHRONIC]);
    expect(opened).toMatchObject({ reason: "Đau ngực 40 phút", urgency: "routine", specialty: null });
    expect(opened.asked).toEqual(NOTHING_ASKED);
  });

  it("is sent only what changed in it", () => {
    const opened = { ...formOf(detail, null), history: "Đau đầu 2 ngày", urgency: "urgent" as const };
    const body = { ...requestBody(opened, { ...about, patientId: null }, false) };
    body.request = { ...body.request, subject: detail.request.subject };

    expect(changesOf(body, detail)).toEqual({ request: { history: "Đau đầu 2 ngày" }, urgency: "urgent" });
  });
});

describe("an emergency made of a request", () => {
  it("takes along all that was typed, and the server's draft it stands for", () => {
    const typed = form({
      caseType: "stroke",
      reason: "Yếu nửa người",
      fresh: { ...emptyNewPatient, name: "Lò Văn Pín Demo", birth: "70", sex: "male" },
      vitals: { pulse: "92" },
      allergy: "some",
      allergies: "penicilin ",
      pastHistory: "Tăng huyết áp",
    });

    expect(emergencyFrom(typed, true, [CHRONIC])).toMatchObject({
      caseType: "stroke",
      line: "Yếu nửa người",
      name: "Lò Văn Pín Demo",
      age: "70",
      sex: "male",
      vitals: { pulse: "92" },
      told: {
        asked: { template: null, answers: {} },
        words: { allergy: "some", allergies: "penicilin", past_history: "Tăng huyết áp" },
      },
      replaces: "c",
    });
    expect(emergencyFrom(typed, false, null).replaces).toBeNull();
  });

  it("takes along the answers, with the template they answer", () => {
    const typed = form({ caseType: "child_fever", answers: { cannot_drink: "yes", of_another: "no" } });

    expect(emergencyFrom(typed, false, [CHILD]).told).toMatchObject({
      caseType: "child_fever",
      asked: { template: { id: "child_pneumonia", version: 1 }, answers: { cannot_drink: "yes" } },
    });
  });
});

it("a form nobody touched is not offered as a draft", () => {
  expect(isUntouched(emptyForm())).toBe(true);
  expect(isUntouched(form({ reason: "x" }))).toBe(false);
});
