import { describe, expect, it } from "vitest";

import { emptyStart, specialtyFor } from "@/lib/emergency-start";
import { fieldsFor, liveForm, mayCall, readyToSend, ringBody } from "./emergency-state";

const LIMITS = new Map([["spo2", { hardLow: 30, hardHigh: 100, bands: [] }]]);
const ring = (part: Partial<ReturnType<typeof emptyStart>>) =>
  ringBody({ ...emptyStart(), ...part }, "station", "set", "2026-11-22T08:00:00Z", LIMITS, "ground");

describe("the emergency call", () => {
  it("needs a condition or a line, nothing else", () => {
    expect(mayCall(emptyStart())).toBe(false);
    expect(mayCall({ ...emptyStart(), caseType: "stroke" })).toBe(true);
    expect(mayCall({ ...emptyStart(), line: "ngã cây" })).toBe(true);
  });

  it("rings at once, as an emergency by voice, on the ground of protecting life", () => {
    const body = ring({ caseType: "shock" });

    expect(body).toMatchObject({ urgency: "stat", answer: "call", send: true, consent: { ground: "emergency" } });
  });

  it("takes a request's answers along for the same kind of case, and what else was told for any", () => {
    const asked = { template: { id: "stroke", version: 1 }, answers: { since: "7 giờ" } };
    const told = {
      caseType: "stroke",
      asked,
      words: {
        allergy: "some",
        allergies: "penicilin",
        icd_code: "",
        past_history: "Tăng huyết áp",
        working_diagnosis: "",
      },
    } as const;

    expect(ring({ caseType: "stroke", told }).request).toMatchObject({ ...asked, allergies: "penicilin" });

    const other = ring({ caseType: "seizure", told }).request;
    expect(other).toMatchObject({ past_history: "Tăng huyết áp", allergies: "penicilin" });
    // The server refuses answers to another kind's questions, and an emergency is never held up.
    expect(other).not.toHaveProperty("template");
    expect(other).not.toHaveProperty("answers");
  });

  it("sends an estimated age as such and an unknown one as unknown", () => {
    expect(ring({ age: "70", sex: "male" }).request.subject).toEqual({
      sex: "male",
      age_months: expect.any(Number) as number,
      age_estimated: true,
    });
    expect(ring({}).request.subject).toEqual({ sex: "unknown", age_months: null, age_estimated: false });
  });

  it("leaves behind a value that cannot be true instead of failing", () => {
    expect(ring({ vitals: { spo2: "195", pulse: "92" } }).vitals?.[0]).toEqual({
      id: "set",
      taken_at: "2026-11-22T08:00:00Z",
      pulse: 92,
    });
  });

  it("goes to obstetrics, to surgery, and else to the emergency ward", () => {
    expect([specialtyFor("obstetric"), specialtyFor("trauma"), specialtyFor("stroke"), specialtyFor(null)]).toEqual([
      "obstetrics",
      "surgery",
      "emergency",
      "emergency",
    ]);
  });
});

const ready = (
  field: Parameters<typeof readyToSend>[0],
  texts: Parameters<typeof readyToSend>[1],
  sentVitals: Record<string, string> = {},
) => readyToSend(field, texts, { ...liveForm(null, "p"), sentVitals }, LIMITS, { ageMonths: null, pregnant: false });

describe("the form while it rings", () => {
  it("puts first what matters for the condition, and nothing twice", () => {
    const fields = fieldsFor("stroke");
    expect(fields.slice(0, 2)).toEqual(["pressure", "glucose"]);
    expect(new Set(fields).size).toBe(fields.length);
  });

  it("waits for both halves of a blood pressure", () => {
    expect(ready("pressure", { systolic: "196" })).toBe(false);
    expect(ready("pressure", { systolic: "196", diastolic: "104" })).toBe(true);
  });

  it("sends no value twice", () => {
    expect(ready("pulse", { pulse: "92" }, { pulse: "92" })).toBe(false);
    expect(ready("pulse", { pulse: "96" }, { pulse: "92" })).toBe(true);
  });

  it("keeps back what cannot be true", () => {
    expect(ready("spo2", { spo2: "195" })).toBe(false);
  });
});
