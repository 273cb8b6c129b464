/** A case for training: real doctors ring, nobody is ill, nothing is counted. */
import { useState } from "react";
import { useLocation } from "wouter";

import { useConsultNews } from "@/context/consults";
import { useMe } from "@/context/session";
import { useAct } from "@/context/use-act";
import { putConsult } from "@/lib/consult-api";
import { t, word } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Button } from "@/ui/button";
import { ConfirmDialog } from "@/ui/dialog";
import { ProblemAlert } from "@/ui/problem-alert";
import { SelectField } from "@/ui/select-field";

import type { Schema } from "@/wire/schema";

type Specialty = Schema<"Specialty">;
const SPECIALTIES: readonly Specialty[] = [
  "emergency",
  "internal",
  "surgery",
  "obstetrics",
  "paediatrics",
  "dermatology",
];

export default function Practice() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("home.practice")}</Button>
      {open && <PracticeDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function PracticeDialog({ onClose }: { onClose: () => void }) {
  const me = useMe();
  const act = useAct();
  const { keep } = useConsultNews();
  const [, go] = useLocation();
  const [id] = useState(uuid7);
  const [specialty, setSpecialty] = useState<Specialty>("internal");
  const ring = () =>
    void act.run("practice", async () => {
      const rung = await putConsult(id, {
        station_id: me.grant?.facility.id ?? "",
        urgency: "urgent",
        specialty,
        answer: "call",
        practice: true,
        patient_id: null,
        request: {
          case_type: "other",
          subject: { sex: "unknown", age_months: null, age_estimated: false },
          reason: t("common.practice"),
          question: t("consult.practiceText"),
          history: "",
          past_history: "",
          examination: "",
          working_diagnosis: "",
          treatment_given: "",
        },
        vitals: [],
        send: true,
      });
      keep(rung);
      go(`/consults/${id}/waiting`);
    });
  return (
    <ConfirmDialog
      open
      title={t("home.practice")}
      confirm={t("home.practice")}
      busy={act.busy !== null}
      onConfirm={ring}
      onClose={onClose}
    >
      <p>{t("consult.practiceText")}</p>
      <SelectField
        label={t("request.specialty")}
        value={specialty}
        options={SPECIALTIES.map((one) => ({ value: one, label: word("specialty", one) }))}
        onPick={(one) => one !== "" && setSpecialty(one)}
      />
      <ProblemAlert problem={act.problem} />
    </ConfirmDialog>
  );
}
