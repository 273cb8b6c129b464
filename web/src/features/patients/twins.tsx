/** Records that may be this person, with what speaks for and against; joining them, or saying they are two. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { useMe } from "@/context/session";
import { t } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { RadioCards } from "@/ui/choices";
import { ConfirmDialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { LikelyPatients, patientLine } from "@/ui/likely-patients";
import { ProblemAlert } from "@/ui/problem-alert";

import { likelyQuery, merge, notSame } from "./patients-api";

import type { PatientView } from "@/lib/patient-fields";

/** A nurse sees open cases only, so she does not judge which records are one. */
const JUDGES = new Set(["station_assistant", "station_doctor", "station_head"]);

export function Twins({ known }: { known: PatientView }) {
  const judges = useMe().grants.some((grant) => JUDGES.has(grant.role));
  return judges ? <Likely known={known} /> : null;
}

function Likely({ known }: { known: PatientView }) {
  const queries = useQueryClient();
  const act = useAct();
  const [asked, setAsked] = useState<PatientView | null>(null);
  const likely = useQuery(likelyQuery(known.id));
  const refresh = () => queries.invalidateQueries({ queryKey: ["patient"] });
  if (likely.error !== null) return <ProblemAlert problem={likely.error} onRetry={() => void likely.refetch()} />;
  if ((likely.data?.likely ?? []).length === 0) return null;
  return (
    <Card title={t("patients.likely")}>
      <p className="mut">{t("patients.likelyLead")}</p>
      {act.problem !== null && <ProblemAlert problem={act.problem} />}
      <LikelyPatients
        likely={likely.data?.likely ?? []}
        acts={(patient) => (
          <>
            <Button onClick={() => setAsked(patient)}>{t("patients.merge")}</Button>
            <Button
              tone="quiet"
              busy={act.busy === patient.id}
              onClick={() => void act.run(patient.id, () => notSame(known.id, patient.id).then(refresh))}
            >
              {t("patients.notSame")}
            </Button>
          </>
        )}
      />
      {asked !== null && <MergeDialog known={known} other={asked} onClose={() => setAsked(null)} onDone={refresh} />}
    </Card>
  );
}

function MergeDialog({
  known,
  other,
  onClose,
  onDone,
}: {
  known: PatientView;
  other: PatientView;
  onClose: () => void;
  onDone: () => Promise<unknown>;
}) {
  const act = useAct();
  const [id] = useState(uuid7);
  // The one under which others are seen already has to stay.
  const [kept, setKept] = useState(other.joined.length > known.joined.length ? other.id : known.id);
  const [reason, setReason] = useState("");
  const gone = kept === known.id ? other.id : known.id;
  const save = () =>
    void act
      .run("merge", async () => {
        await merge(id, kept, gone, reason.trim());
        await onDone();
      })
      .then((done) => done && onClose());
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={save}
      title={t("patients.mergeTitle")}
      confirm={t("patients.merge")}
      busy={act.busy !== null}
      disabled={reason.trim() === ""}
    >
      <p>{t("patients.mergeLead")}</p>
      <RadioCards
        legend={t("patients.mergeKept")}
        columns="one"
        choices={[known, other].map((one) => ({
          value: one.id,
          label: one.full_name || one.code,
          text: patientLine(one),
        }))}
        value={kept}
        onChange={setKept}
      />
      <TextField label={t("patients.mergeReason")} maxLength={500} value={reason} onText={setReason} />
      {act.problem !== null && <ProblemAlert problem={act.problem} />}
    </ConfirmDialog>
  );
}
