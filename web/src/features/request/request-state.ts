/** A request while it is written: what is missing at each step, what it sends, and where a fault of the server belongs. */
import { isoDay, serverNow } from "@/lib/clock";
import {
  lackingOf,
  NOTHING_ASKED,
  wordsOf as consentWords,
  type Asked,
  type ConsentWord,
  type Purpose,
  type Speaker,
} from "@/lib/consent";
import { parseBirth, type Sex } from "@/lib/patient";
import {
  answersTo,
  lackingOf as lacksFor,
  neededAt,
  SHORTEST_REASON,
  templateFor,
  type Answers,
  type Template,
} from "@/lib/request-templates";
import { uuid7 } from "@/lib/uuid7";
import {
  badItems,
  toVitals,
  VITAL_ITEMS,
  type Limits,
  type VitalField,
  type VitalItem,
  type VitalSubject,
  type VitalTexts,
} from "@/lib/vitals";

import type { Detail } from "@/lib/consult-api";
import type { CaseType } from "@/lib/emergency-start";
import type { Label } from "@/lib/labels";
import type { Photo } from "@/lib/photos";
import type { Schema } from "@/wire/schema";
import type { Place, Step } from "./places";

export const SHORTEST_QUESTION = 20;

export type PatientView = Schema<"PatientView">;
export type Specialty = Schema<"Specialty">;
type Fields = Schema<"PatientFields">;
type Allergy = Schema<"AllergyLine">["state"];

export interface NewPatient {
  readonly name: string;
  readonly birth: string;
  readonly sex: Sex;
  readonly village: string;
  readonly nationalId: string;
  readonly phone: string;
  readonly representative: string;
  /** What the page of a patient also asks: insurance, address, ethnic group, who speaks for them. */
  readonly more: Fields;
}

export interface RequestForm {
  readonly id: string;
  readonly step: Step;
  readonly caseType: CaseType | null;
  /** Null: the one the kind of case asks for. */
  readonly specialty: Specialty | null;
  /** Whom the request is about: one of the record, or a new one with this id. */
  readonly known: PatientView | null;
  readonly fresh: NewPatient | null;
  readonly freshId: string;
  readonly reason: string;
  readonly urgency: "routine" | "urgent" | null;
  readonly vitals: VitalTexts;
  readonly vitalsId: string;
  /** `10:35`; empty means now. */
  readonly takenAt: string;
  readonly pregnant: boolean;
  readonly history: string;
  readonly examination: string;
  readonly treatment: string;
  readonly pastHistory: string;
  readonly diagnosis: string;
  readonly question: string;
  readonly answer: "call" | "written";
  readonly asked: Asked;
  readonly labels: readonly Label[];
  /** Signs of danger that were seen and kept as they are, by item and value. */
  readonly kept: readonly string[];
  /** Needed vital signs could not be measured. */
  readonly unmeasured: boolean;
  readonly photos: readonly Photo[];
  /** To the fixed questions of the kind of case, by their ids. */
  readonly answers: Answers;
  readonly allergy: Allergy;
  readonly allergies: string;
  readonly icdCode: string;
  /** Why it is sent without all that its kind of case needs. */
  readonly without: string;
}

export const emptyNewPatient: NewPatient = {
  name: "",
  birth: "",
  sex: "unknown",
  village: "",
  nationalId: "",
  phone: "",
  representative: "",
  more: {},
};

export function emptyForm(id: string = uuid7()): RequestForm {
  return {
    id,
    step: 1,
    caseType: null,
    specialty: null,
    known: null,
    fresh: null,
    freshId: uuid7(),
    reason: "",
    urgency: null,
    vitals: {},
    vitalsId: uuid7(),
    takenAt: "",
    pregnant: false,
    history: "",
    examination: "",
    treatment: "",
    pastHistory: "",
    diagnosis: "",
    question: "",
    answer: "call",
    asked: NOTHING_ASKED,
    labels: [],
    kept: [],
    unmeasured: false,
    photos: [],
    answers: {},
    allergy: "unasked",
    allergies: "",
    icdCode: "",
    without: "",
  };
}

/** Whether there is anything in it worth offering again. */
export function isUntouched(form: RequestForm): boolean {
  return JSON.stringify({ ...form, id: "", freshId: "", vitalsId: "" }) === EMPTY;
}
const EMPTY = JSON.stringify({ ...emptyForm(""), freshId: "", vitalsId: "" });

/** A draft kept on the server, opened again. Consent is asked anew: it was given for what stood there then. */
export function formOf(
  detail: Detail,
  patient: PatientView | null,
  templates: readonly Template[] | null = null,
): RequestForm {
  const { summary, request } = detail;
  const newest = detail.vitals.at(-1);
  const vitals: Partial<Record<VitalItem, string>> & { oxygen?: boolean } = {};
  if (newest) {
    for (const item of VITAL_ITEMS) {
      const value = newest[item];
      if (value != null) vitals[item] = String(Number(value)).replace(".", ",");
    }
    if (newest.on_oxygen != null) vitals.oxygen = newest.on_oxygen;
  }
  return {
    ...emptyForm(summary.id),
    caseType: summary.case_type,
    specialty: summary.specialty === templateFor(templates, summary.case_type)?.specialty ? null : summary.specialty,
    known: patient,
    reason: request.reason,
    urgency: summary.urgency === "stat" ? "urgent" : summary.urgency,
    vitals,
    pregnant: request.pregnant ?? false,
    history: request.history,
    examination: request.examination,
    treatment: request.treatment_given,
    pastHistory: request.past_history,
    diagnosis: request.working_diagnosis,
    question: request.question,
    answer: summary.answer,
    labels: summary.labels,
    answers: request.answers,
    allergy: request.allergy,
    allergies: request.allergies,
    icdCode: request.icd_code,
    without: detail.without,
  };
}

/** Who is asked: as chosen, else as this kind of case says; what no template knows goes to internal medicine. */
export const specialtyOf = (form: RequestForm, templates: readonly Template[] | null): Specialty =>
  form.specialty ?? templateFor(templates, form.caseType)?.specialty ?? "internal";

export function ageOf(form: RequestForm): { readonly months: number | null; readonly estimated: boolean } {
  if (form.known !== null) {
    return { months: form.known.age_months, estimated: form.known.birth_precision === "estimated" };
  }
  const birth = parseBirth(form.fresh?.birth ?? "");
  return { months: birth?.ageMonths ?? null, estimated: birth?.precision === "estimated" };
}

export function subjectOf(form: RequestForm): Required<Schema<"Subject-Output">> {
  const age = ageOf(form);
  return { sex: form.known?.sex ?? form.fresh?.sex ?? "unknown", age_months: age.months, age_estimated: age.estimated };
}

export const judgedAs = (form: RequestForm): VitalSubject => ({
  ageMonths: ageOf(form).months,
  pregnant: form.pregnant,
});

export const speakerIn = (form: RequestForm): Speaker => {
  const gcs = Number(form.vitals.gcs ?? "");
  return { ageMonths: ageOf(form).months, gcs: gcs > 0 ? gcs : null };
};

/** What must have an answer, yes or no, before it is sent. */
export const purposesOf = (form: RequestForm): readonly Purpose[] =>
  form.answer === "call" ? ["share", "video"] : ["share"];

/** `soft`: may be passed by saying that it could not be had. */
export interface Missing {
  readonly place: Place;
  readonly soft?: true;
}

/** The vital signs this kind of case needs at this age. */
export const neededBy = (form: RequestForm, templates: readonly Template[] | null): readonly VitalField[] =>
  neededAt(templateFor(templates, form.caseType), ageOf(form).months);

const FIELDS: readonly VitalField[] = [
  "pressure",
  "pulse",
  "respiration",
  "spo2",
  "temperature",
  "weight",
  "glucose",
  "gcs",
];

/** Those the case needs stand first. */
export const fieldsFirst = (needed: readonly VitalField[]): readonly VitalField[] => [
  ...needed,
  ...FIELDS.filter((field) => !needed.includes(field)),
];

/** What its kind of case still lacks, as the server will count it. */
export const lacksOf = (form: RequestForm, templates: readonly Template[] | null): readonly string[] =>
  lacksFor(templateFor(templates, form.caseType), ageOf(form).months, form.vitals, form.answers);

const isVital = (code: string): boolean => code.startsWith("vital.");

export function missingAt(
  step: Step,
  form: RequestForm,
  limits: Limits | null,
  templates: readonly Template[] | null = null,
): readonly Missing[] {
  const found: Missing[] = [];
  const need = (place: Place, there: boolean) => {
    if (!there) found.push({ place });
  };
  switch (step) {
    case 1:
      need("caseType", form.caseType !== null);
      need("patient", form.known !== null || form.fresh !== null);
      need("birth", (form.fresh?.birth ?? "").trim() === "" || parseBirth(form.fresh?.birth ?? "") !== null);
      need("reason", form.reason.trim() !== "");
      need("urgency", form.urgency !== null);
      return found;
    case 2:
      need("vitals", badItems(limits, form.vitals, judgedAs(form)).length === 0);
      need("takenAt", form.takenAt.trim() === "" || takenAt(form.takenAt, serverNow()) !== null);
      if (!form.unmeasured && lacksOf(form, templates).some(isVital)) found.push({ place: "needed", soft: true });
      return found;
    case 3:
      need("question", form.question.trim().length >= SHORTEST_QUESTION);
      found.push(...lackingOf(form.asked, speakerIn(form), purposesOf(form)).map((place) => ({ place })));
      need("share", form.asked.said.share !== "refused");
      need("without", form.without.trim().length >= SHORTEST_REASON || lacksOf(form, templates).length === 0);
      return found;
  }
}

/** Today at `10:35` in Vietnam; a time still to come was yesterday's. Null when it is no time. */
export function takenAt(text: string, now: number): string | null {
  const found = /^(\d{1,2})[:hg.](\d{2})$/.exec(text.trim());
  if (!found) return null;
  const [h, m] = [Number(found[1]), Number(found[2])];
  if (h > 23 || m > 59) return null;
  const at = new Date(`${isoDay(now)}T${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}:00+07:00`).getTime();
  return new Date(at > now ? at - 86_400_000 : at).toISOString();
}

/** What the patient said; nothing while a part of it is open. */
export function consentsOf(form: RequestForm, patientWord: string, version: string): readonly ConsentWord[] {
  const of = speakerIn(form);
  const { video, ...alone } = form.asked.said;
  const said = form.answer === "call" && video !== undefined ? { ...alone, video } : alone;
  const asked = { ...form.asked, said };
  return lackingOf(asked, of, []).length > 0 ? [] : consentWords(asked, of, patientWord, version);
}

export function vitalsOf(form: RequestForm, now: number): Schema<"Vitals"> | null {
  const at = takenAt(form.takenAt, now) ?? new Date(now).toISOString();
  return toVitals(form.vitals, form.vitalsId, at);
}

export function wordsOf(form: RequestForm) {
  return {
    reason: form.reason.trim(),
    question: form.question.trim(),
    history: form.history.trim(),
    past_history: form.pastHistory.trim(),
    examination: form.examination.trim(),
    working_diagnosis: form.diagnosis.trim(),
    treatment_given: form.treatment.trim(),
  };
}

export interface About {
  readonly station: string;
  /** What stands for the patient as the one who agreed. */
  readonly patientWord: string;
  /** Which consent text was read. */
  readonly textVersion: string;
  readonly now: number;
  readonly limits: Limits | null;
  readonly templates: readonly Template[] | null;
}

export function requestBody(
  form: RequestForm,
  about: About & { readonly patientId: string | null },
  send: boolean,
): Schema<"NewConsult"> {
  const set = vitalsOf(form, about.now);
  // A draft may hold a value that cannot be true: it stays on this machine and is not sent.
  const template = templateFor(about.templates, form.caseType);
  const sound = badItems(about.limits, form.vitals, judgedAs(form)).length === 0;
  return {
    station_id: about.station,
    urgency: form.urgency ?? "routine",
    specialty: specialtyOf(form, about.templates),
    answer: form.answer,
    patient_id: about.patientId,
    request: {
      case_type: form.caseType ?? "other",
      subject: subjectOf(form),
      ...wordsOf(form),
      ...(form.pregnant && { pregnant: true }),
      allergy: form.allergy,
      allergies: form.allergy === "some" ? form.allergies.trim() : "",
      icd_code: form.icdCode,
      template: template === null ? null : { id: template.id, version: template.version },
      answers: answersTo(template, form.answers),
    },
    vitals: set !== null && sound ? [set] : [],
    consents: [...consentsOf(form, about.patientWord, about.textVersion)],
    labels: [...form.labels],
    without: lacksOf(form, about.templates).length === 0 ? "" : form.without.trim(),
    send,
  };
}

export function patientFields(fresh: NewPatient): Fields {
  const birth = parseBirth(fresh.birth);
  const minute = birth?.precision === "day" && (fresh.more.birth_time ?? "") !== "";
  return {
    ...fresh.more,
    full_name: fresh.name.trim(),
    sex: fresh.sex,
    ...(birth !== null && { birth_date: birth.date, birth_precision: minute ? "minute" : birth.precision }),
    national_id: fresh.nationalId.trim(),
    phone: fresh.phone.trim(),
    village: fresh.village.trim(),
    representative: fresh.representative.trim(),
  };
}
