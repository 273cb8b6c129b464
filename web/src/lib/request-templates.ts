/** What a kind of case still lacks and which answers speak for an emergency, as the server judges it. */
import { currentLanguage, word } from "./i18n";
import { itemsOf, type VitalField, type VitalTexts } from "./vitals";

import type { Schema } from "@/wire/schema";

export type Template = Schema<"RequestTemplate">;
export type Answers = Readonly<Record<string, string>>;

const ADULT_MONTHS = 16 * 12;
/** Characters of the words that let a request pass without all of it. */
export const SHORTEST_REASON = 5;

export const templateFor = (templates: readonly Template[] | null, caseType: string | null): Template | null =>
  templates?.find((one) => one.case_type === caseType) ?? null;

/** The vital signs it needs at this age; without an age an adult's. */
export function neededAt(template: Template | null, ageMonths: number | null): readonly VitalField[] {
  const age = ageMonths ?? ADULT_MONTHS;
  const needed = template?.vitals.filter((one) => one.from_months <= age && (one.to_months ?? Infinity) > age);
  return (needed ?? []).map((one) => one.field as VitalField);
}

/** Codes as the server names them: `vital.<field>`, `question.<id>`. */
export function lackingOf(
  template: Template | null,
  ageMonths: number | null,
  vitals: VitalTexts,
  answers: Answers,
): readonly string[] {
  if (template === null) return [];
  const unmeasured = neededAt(template, ageMonths).filter((field) =>
    itemsOf(field).some((item) => (vitals[item] ?? "").trim() === ""),
  );
  const unanswered = template.questions.filter(({ id }) => (answers[id] ?? "").trim() === "");
  return [...unmeasured.map((field) => `vital.${field}`), ...unanswered.map(({ id }) => `question.${id}`)];
}

/** The questions whose answer speaks for an emergency. */
export const flagged = (template: Template | null, answers: Answers): Template["questions"] =>
  (template?.questions ?? []).filter(({ id, flag }) => flag !== null && answers[id] === flag);

/** Only what this template asks goes to the server: answers to another kind of case stay behind. */
export const answersTo = (template: Template | null, answers: Answers): Record<string, string> =>
  Object.fromEntries(
    (template?.questions ?? []).flatMap(({ id }) => {
      const said = (answers[id] ?? "").trim();
      return said === "" ? [] : [[id, said]];
    }),
  );

/** What of a case its gate tells. */
export interface CaseGate {
  readonly summary: Pick<
    Schema<"ConsultSummary">,
    "allergy" | "case_type" | "masked" | "practice" | "red_flags" | "urgency" | "vitals_asked" | "vitals_at"
  >;
  readonly request: Pick<Schema<"RequestFields-Output">, "answers" | "icd_code">;
  readonly lacked: readonly string[];
  readonly without: string;
}

/** `vital.spo2`, `question.days` in words; what no template knows stands under its own name. */
export function lackText(templates: readonly Template[] | null, caseType: string, code: string): string {
  const [kind = "", id = ""] = code.split(".");
  if (kind === "vital") return word("vital", id);
  const asked = templateFor(templates, caseType)?.questions.find((one) => one.id === id);
  return asked?.text[currentLanguage()] ?? id;
}
