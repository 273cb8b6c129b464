/** What the emergency form gets of a request that turns out to be one, so that nothing is typed twice. */
import { uuid7 } from "@/lib/uuid7";

import type { EmergencyStart } from "@/lib/emergency-start";
import type { PatientView, RequestForm } from "./request-state";

export function emergencyFrom(form: RequestForm, serverDraft: boolean): EmergencyStart {
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
