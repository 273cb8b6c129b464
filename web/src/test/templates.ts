/** Templates of requests, as the server tells them. */
import type { Template } from "@/lib/request-templates";

const sheet = (subject: string): Template["sheet"] => ({
  subject: `template.${subject}`,
  version: 1,
  sha256: "0".repeat(64),
  made_on: "2026-11-20",
  approvals: [],
});
const always = (...fields: string[]): Template["vitals"] =>
  fields.map((field) => ({ field, from_months: 0, to_months: null }));
const text = (vi: string): { vi: string; en: string } => ({ vi, en: `${vi} (en)` });

export const SKIN: Template = {
  id: "skin_lesion",
  version: 1,
  case_type: "skin",
  specialty: "dermatology",
  title: text("Tổn thương da"),
  vitals: [],
  questions: [],
  danger: [],
  sheet: sheet("skin_lesion"),
};
export const CHRONIC: Template = {
  ...SKIN,
  id: "hypertension_diabetes",
  case_type: "chronic",
  specialty: "internal",
  title: text("Tăng huyết áp, đái tháo đường"),
  vitals: always("pressure", "pulse"),
  sheet: sheet("hypertension_diabetes"),
};
export const CHILD: Template = {
  ...SKIN,
  id: "child_pneumonia",
  case_type: "child_fever",
  specialty: "paediatrics",
  title: text("Trẻ sốt, ho, thở nhanh"),
  vitals: [...always("respiration", "spo2"), { field: "weight", from_months: 0, to_months: 192 }],
  questions: [
    { id: "days", kind: "text", flag: null, text: text("Sốt, ho mấy ngày?") },
    { id: "cannot_drink", kind: "yes_no", flag: "yes", text: text("Bỏ bú hoặc không uống được?") },
  ],
  sheet: sheet("child_pneumonia"),
};
