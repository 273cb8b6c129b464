/** What a kind of case still lacks and which answers speak for an emergency, as the server judges it. */
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
