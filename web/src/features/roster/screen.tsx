/** A hospital's roster: doctor × day, built by hand, copied or made from patterns, then published as the next version. */
import { useLocation, useSearch } from "wouter";

import { useDutyHospitals } from "@/context/duty-rights";
import { t } from "@/lib/i18n";
import { PageHeader } from "@/ui/card";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { SelectField } from "@/ui/select-field";

import { Desk } from "./desk";
import { readAsk, writeAsk, type Ask } from "./roster-ask";

import "./roster.css";

export default function RosterScreen() {
  const { hospitals, problem } = useDutyHospitals();
  const [, go] = useLocation();
  const ask = readAsk(useSearch());
  const show = (change: Partial<Ask>) => go(writeAsk({ ...ask, ...change }));
  const hospital = hospitals?.find(({ id }) => id === ask.hospital) ?? hospitals?.[0];
  if (hospital === undefined)
    return (
      <div className="main">
        <PageHeader title={t("roster.heading")} />
        <ProblemAlert problem={problem} />
        {hospitals === undefined && problem === null && <LoadingRows rows={8} />}
        {hospitals?.length === 0 && (
          <EmptyState icon="hospital" title={t("roster.noHospital")} text={t("roster.noHospitalText")} />
        )}
      </div>
    );
  return (
    <Desk
      key={hospital.id}
      hospital={hospital}
      ask={ask}
      onAsk={show}
      chooser={
        hospitals !== undefined && hospitals.length > 1 ? (
          <SelectField
            label={t("roster.hospital")}
            value={hospital.id}
            options={hospitals.map((one) => ({ value: one.id, label: one.short_name }))}
            onPick={(id) => show({ hospital: id })}
          />
        ) : null
      }
    />
  );
}
