/** Minutes, decisions and referrals as the server tells them. */
import { CONCLUSION, type FieldName, type MinutesView } from "@/lib/minutes-state";
import { consultOf, HOSPITAL, MAI, SENT, SON, STATION } from "./consults";

import type { ReferralView } from "@/lib/referral-state";
import type { Schema } from "@/wire/schema";

export const REFERRAL_ID = "01a20100-0000-7000-8000-00000000000f";

export function minutesOf(texts: Partial<Record<FieldName, string>> = {}): MinutesView {
  const field = (name: FieldName) => ({ text: texts[name] ?? "", version: 1, edited_by: SON, edited_at: SENT });
  return {
    id: "minutes",
    consult_id: consultOf().id,
    number: "6/BBHC",
    state: "signed",
    version: 1,
    fields: {
      summary: field("summary"),
      ...Object.fromEntries(CONCLUSION.map((name) => [name, field(name)])),
    },
    opinions: [],
    missing: [],
    concluded_at: SENT,
    chair: SON,
    requester: MAI,
    signatures: [],
    my_lines: [],
    document_hash: "0".repeat(64),
    incidents: [],
    edition: 1,
    correction_reason: "",
    editions: [],
    read_back: [],
    allergies: { state: "unasked", text: "" },
    identity: null,
    seal: { state: "off", subject: "", serial: "", sha256: "", sealed_at: null, problem: "" },
    may_correct: false,
    may_discard: false,
    masked: false,
  };
}

export function decisionOf(part: Partial<Schema<"DecisionView">> = {}): Schema<"DecisionView"> {
  return {
    masked: false,
    id: "decision",
    consult_id: consultOf().id,
    choice: "follow",
    reason: "",
    changed_items: [],
    changes: {},
    outcomes: ["refer"],
    follow_up_on: null,
    died_at: null,
    note: "",
    edition: 1,
    correction_reason: "",
    earlier: [],
    decided_by: MAI,
    decided_at: SENT,
    ...part,
  };
}

export function referralOf(part: Partial<ReferralView> = {}): ReferralView {
  return {
    id: REFERRAL_ID,
    consult_id: consultOf().id,
    consult_code: "BL-0001",
    minutes_id: "minutes",
    minutes_number: "6/BBHC",
    patient_id: null,
    number: null,
    state: "draft",
    version: 1,
    from_facility: STATION,
    to_facility: HOSPITAL,
    to_facility_id: HOSPITAL.id,
    kind: "referral",
    clinical_signs: "Sốt, ho 3 ngày.",
    test_results: "",
    diagnosis: "Viêm phổi nặng",
    icd_code: "J18.9",
    procedures: "",
    treatment: "Oxy gọng mũi",
    condition_at_transfer: "",
    transfer_reason: "beyond_ability",
    care_plan: "Tiêm liều đầu",
    transfer_at: null,
    valid_one_year: false,
    transport: "",
    escort: "",
    escort_title: "",
    stays: [],
    insurance_expiry: "known",
    insurance_until: null,
    cancel_reason: null,
    answer: "none",
    answered_at: null,
    accepted_by: null,
    answer_note: "",
    redirected_to: null,
    onward_id: null,
    redirected_from: null,
    movement: "none",
    departure: null,
    arrived_at: null,
    arrival_note: "",
    feedback: null,
    responsible: STATION,
    may_answer: false,
    answered_by: SON,
    shift_id: "shift",
    created_at: SENT,
    signed_by: null,
    signed_at: null,
    sent_at: null,
    valid_until: null,
    missing: ["condition_at_transfer", "transport"],
    masked: false,
    ...part,
  };
}
