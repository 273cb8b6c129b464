/** Records that may be one person: enough to tell them apart, what speaks for it and what against. People decide. */
import { t, word } from "@/lib/i18n";
import { birthText, patientAge } from "@/lib/patient";

import { Pill } from "./tags";

import type { LikelyPatient, PatientView } from "@/lib/patient-fields";
import type { ReactNode } from "react";

const AGAINST = new Set(["other_sex", "other_number", "other_birth_year"]);

export function LikelyPatients({
  likely,
  acts,
}: {
  likely: readonly LikelyPatient[];
  acts: (patient: PatientView) => ReactNode;
}) {
  return (
    <ul className="stack">
      {likely.map(({ patient, reasons, sure }) => (
        <li key={patient.id} className="card stack">
          <div>
            <b>{patient.full_name || patient.code}</b>
            <p className="mut">{patientLine(patient)}</p>
          </div>
          <p className="row">
            {sure && <Pill tone="warn">{t("patients.sure")}</Pill>}
            {reasons.map((reason) => (
              <Pill
                key={reason}
                {...(AGAINST.has(reason)
                  ? { tone: "danger" as const, icon: "x" as const }
                  : { icon: "check" as const })}
              >
                {word("likeness", reason)}
              </Pill>
            ))}
          </p>
          <div className="row">{acts(patient)}</div>
        </li>
      ))}
    </ul>
  );
}

/** `nữ, 65 tuổi · sinh 1961 · Nà Mẫu · 012161001234 · VD-…`: enough to tell two of one name apart. */
export function patientLine(one: PatientView): string {
  const born = birthText(one);
  return [
    [word("sex", one.sex), patientAge(one)].filter(Boolean).join(", "),
    born === "" ? "" : t("patients.born", { day: born }),
    one.village,
    one.national_id,
    one.phone,
    one.code,
  ]
    .filter(Boolean)
    .join(" · ");
}
