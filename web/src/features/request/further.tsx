/** The further particulars of a new patient: insurance, address, ethnic group, who speaks for them. None is asked for. */
import { changed, EMPTY, type FieldName, type Fields, type Form } from "@/lib/patient-fields";
import { ParticularsForm } from "@/ui/particulars-form";

import { patientFields, type NewPatient } from "./request-state";

/** These stand above. */
const ABOVE: ReadonlySet<FieldName> = new Set([
  "full_name",
  "sex",
  "birth_date",
  "national_id",
  "village",
  "phone",
  "representative",
]);
/** Said above too, by the birth as it was told. */
const OWN: ReadonlySet<string> = new Set([...ABOVE, "birth_precision"]);

/** What was said beside the fields above. */
export const furtherOf = (form: Form): Fields =>
  Object.fromEntries(Object.entries(changed(EMPTY, form)).filter(([name]) => !OWN.has(name)));

export default function Further({ fresh, onChange }: { fresh: NewPatient; onChange: (fresh: NewPatient) => void }) {
  return (
    <ParticularsForm
      form={{ ...EMPTY, ...patientFields(fresh) }}
      known={null}
      without={ABOVE}
      onChange={(form) => onChange({ ...fresh, more: furtherOf(form) })}
    />
  );
}
