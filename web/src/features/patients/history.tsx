/** What particulars were before, who corrected them and why; which records were joined and parted. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { whenText } from "@/lib/clock";
import { t, tryT, word } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { ConfirmDialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { EmptyState } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { historyQuery, unmerge } from "./patients-api";

import type { PatientView } from "@/lib/patient-fields";
import type { Schema } from "@/wire/schema";

type Merge = Schema<"PatientMergeView">;

export function History({ known }: { known: PatientView }) {
  const { data, error, refetch } = useQuery(historyQuery(known.id));
  const [asked, setAsked] = useState<Merge | null>(null);
  const nothing = data !== undefined && data.corrections.length === 0 && data.merges.length === 0;
  return (
    <Card title={t("patients.history")}>
      {error !== null && <ProblemAlert problem={error} onRetry={() => void refetch()} />}
      {nothing && <EmptyState icon="history" title={t("patients.noHistory")} />}
      <ul className="stack">
        {data?.merges.map((one) => (
          <li key={one.id} className="stack">
            <div>
              <b>{t("patients.merged", { code: one.gone_code, name: one.gone_name })}</b>
              <p>{`${one.merged_by.name} · ${whenText(one.merged_at)} · ${one.reason}`}</p>
              {one.parted_at !== null && (
                <p>
                  {t("patients.parted", {
                    by: one.parted_by?.name ?? "",
                    at: whenText(one.parted_at),
                    why: one.parted_reason,
                  })}
                </p>
              )}
            </div>
            {one.parted_at === null && (
              <div>
                <Button size="compact" onClick={() => setAsked(one)}>
                  {t("patients.unmerge")}
                </Button>
              </div>
            )}
          </li>
        ))}
        {data?.corrections.map((one) => (
          <li key={`${one.field} ${one.changed_at} ${one.patient_id}`}>
            <b>{tryT(`patientField.${one.field}`) ?? one.field}</b>
            <p>
              {t("patients.correction", { before: saidOf(one.field, one.before), after: saidOf(one.field, one.after) })}
            </p>
            <p className="mut">
              {[one.changed_by.name, whenText(one.changed_at), one.reason].filter(Boolean).join(" · ")}
            </p>
          </li>
        ))}
      </ul>
      {asked !== null && <UnmergeDialog one={asked} onClose={() => setAsked(null)} />}
    </Card>
  );
}

const saidOf = (field: string, value: string): string =>
  value === "" ? t("patients.notKnown") : field === "sex" ? word("sex", value) : value;

function UnmergeDialog({ one, onClose }: { one: Merge; onClose: () => void }) {
  const queries = useQueryClient();
  const act = useAct();
  const [reason, setReason] = useState("");
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() =>
        void act
          .run("unmerge", async () => {
            await unmerge(one.id, reason.trim());
            await queries.invalidateQueries({ queryKey: ["patient"] });
          })
          .then((done) => done && onClose())
      }
      title={t("patients.unmergeTitle")}
      confirm={t("patients.unmerge")}
      busy={act.busy !== null}
      disabled={reason.trim() === ""}
    >
      <p>{t("patients.unmergeLead", { code: one.gone_code })}</p>
      <TextField label={t("patients.mergeReason")} maxLength={500} value={reason} onText={setReason} />
      {act.problem !== null && <ProblemAlert problem={act.problem} />}
    </ConfirmDialog>
  );
}
