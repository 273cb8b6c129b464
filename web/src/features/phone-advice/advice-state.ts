/** What a doctor writes down of a call from a station without a link. Pure. */
import { isoDay } from "@/lib/clock";
import { readCaseCode } from "@/lib/case-code";
import { uuid7 } from "@/lib/uuid7";

import type { Schema } from "@/wire/schema";

export interface AdviceForm {
  readonly id: string;
  readonly code: string;
  readonly caller: string;
  readonly subject: string;
  readonly told: string;
  readonly advice: string;
  /** `10:35`; empty means now. */
  readonly givenAt: string;
}

export const emptyAdvice = (): AdviceForm => ({
  id: uuid7(),
  code: "",
  caller: "",
  subject: "",
  told: "",
  advice: "",
  givenAt: "",
});

export type Place = "code" | "advice" | "givenAt";

export function missingIn(form: AdviceForm, now: number): readonly Place[] {
  return [
    ...(readCaseCode(form.code) === null ? (["code"] as const) : []),
    ...(form.advice.trim() === "" ? (["advice"] as const) : []),
    ...(givenAtOf(form.givenAt, now) === null ? (["givenAt"] as const) : []),
  ];
}

/** Today at that hour in Vietnam; one still to come was yesterday's. */
export function givenAtOf(text: string, now: number): string | null {
  if (text.trim() === "") return new Date(now).toISOString();
  const found = /^(\d{1,2})[:hg.](\d{2})$/.exec(text.trim());
  const [h, m] = [Number(found?.[1] ?? 99), Number(found?.[2] ?? 99)];
  if (h > 23 || m > 59) return null;
  const at = Date.parse(`${isoDay(now)}T${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}:00+07:00`);
  return new Date(at > now ? at - 86_400_000 : at).toISOString();
}

export function adviceBody(form: AdviceForm, hospital: string, givenAt: string): Schema<"NewPhoneAdvice"> {
  return {
    hospital_id: hospital,
    code: readCaseCode(form.code) ?? form.code,
    caller: form.caller.trim(),
    subject: form.subject.trim(),
    told: form.told.trim(),
    advice: form.advice.trim(),
    given_at: givenAt,
  };
}
