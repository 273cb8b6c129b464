/** Which hospital the patient is sent to; the one that advised, or supports the station, stands first. */
import { useQuery } from "@tanstack/react-query";

import { fetchHospitals } from "@/lib/hospitals";
import { t } from "@/lib/i18n";
import { RadioCards } from "@/ui/choices";

import type { Summary } from "@/lib/consult-api";

export function Destination({
  summary,
  value,
  onChange,
  hint,
}: {
  summary: Summary;
  value: string;
  onChange: (id: string) => void;
  hint?: string;
}) {
  const { data } = useQuery({ queryKey: ["hospitals"], queryFn: fetchHospitals, staleTime: 3_600_000 });
  const advised = summary.hospital;
  // Without the list the patient can still be sent where the advice came from.
  const others = (data ?? []).filter(({ id }) => id !== advised.id);
  return (
    <div className="stack t">
      <RadioCards
        legend={t("decision.goesTo")}
        columns="one"
        choices={[
          {
            value: advised.id,
            label: advised.name,
            text: t(summary.specialist === null ? "decision.assigned" : "decision.advised"),
          },
          ...others.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={value}
        onChange={onChange}
      />
      {hint !== undefined && <p className="hint">{hint}</p>}
    </div>
  );
}
