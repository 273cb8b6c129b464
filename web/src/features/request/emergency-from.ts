/** What the emergency form gets of a request that turns out to be one, so that nothing is typed twice. */
import { answersTo, templateFor, type Template } from "@/lib/request-templates";
import { uuid7 } from "@/lib/uuid7";

import type { EmergencyStart } from "@/lib/emergency-start";
import type { PatientView, RequestForm } from "./request-state";

export function emergencyFrom(
  form: RequestForm,
  serverDraft: boolean,
  templates: readonly Template[] | null,
): EmergencyStart {
  const template = templateFor(templates, form.caseType);
  return {
    id: uuid7(),
    caseType: form.caseType,
    name: form.known?.full_name ?? form.fresh?.name ?? "",
    age: form.known === null ? (form.fresh?.birth ?? "") : knownAge(form.known),
    sex: form.known?.sex ?? form.fresh?.sex ?? "unknown",
    line: form.reason,
    vitals: form.vitals,
    history: form.history,
    examination: form.examination,
    treatment: form.treatment,
    patientId: form.known?.id ?? null,
    replaces: serverDraft ? form.id : null,
    carried: true,
    told: {
      caseType: form.caseType,
      asked: {
        template: template === null ? null : { id: template.id, version: template.version },
        answers: answersTo(template, form.answers),
      },
      words: {
        allergy: form.allergy,
        allergies: form.allergy === "some" ? form.allergies.trim() : "",
        icd_code: form.icdCode,
        past_history: form.pastHistory.trim(),
        working_diagnosis: form.diagnosis.trim(),
      },
    },
  };
}

function knownAge(known: PatientView): string {
  const [y, m, d] = (known.birth_date ?? "").split("-");
  if (y === undefined || m === undefined || d === undefined) return "";
  switch (known.birth_precision) {
    case "minute":
    case "day":
      return `${d}/${m}/${y}`;
    case "month":
      return `${m}/${y}`;
    case "year":
    case "estimated":
    case "unknown":
      return y;
  }
}
