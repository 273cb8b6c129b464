/** Before a new ladder is real: what it does in many situations, and why it changes. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { whenText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { asProblem } from "@/lib/problem";
import { uuid7 } from "@/lib/uuid7";
import { Banner } from "@/ui/banner";
import { ConfirmDialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { ProblemAlert } from "@/ui/problem-alert";
import { toast } from "@/ui/toast";

import type { Schema } from "@/wire/schema";
import type { Plan, PlanList, Specialty } from "./ladder-state";

const SHOWN = 8;

export function ApplyDialog({
  hospital,
  specialty,
  draft,
  now,
  seen,
  next,
  onSaved,
  onStale,
  onClose,
}: {
  hospital: string;
  specialty: Specialty | null;
  draft: Schema<"DraftPlan">;
  now: Plan;
  seen: number;
  next: number;
  onSaved: (list: PlanList) => void;
  onStale: () => void;
  onClose: () => void;
}) {
  const act = useAct();
  const [id] = useState(uuid7);
  const [reason, setReason] = useState("");
  const trial = useQuery({
    queryKey: ["ladder-trial", hospital, specialty, JSON.stringify(draft)],
    queryFn: ({ signal }) =>
      ok(
        api.POST("/api/ladders/{hospital_id}/trial", {
          params: { path: { hospital_id: hospital } },
          body: { specialty, plan: draft },
          signal,
        }),
      ),
  });
  const save = () =>
    void act.run("apply", async () => {
      const params = { path: { hospital_id: hospital, id } };
      const body = { specialty, seen_number: seen, ...draft, reason: reason.trim() };
      const list = await ok(api.PUT("/api/ladders/{hospital_id}/plans/{id}", { params, body }));
      toast(t("ladderPlan.applied", { number: next }));
      onClose();
      onSaved(list);
    });
  const stale = act.problem !== null && asProblem(act.problem).code === "stale";
  return (
    <ConfirmDialog
      open
      title={t("ladderPlan.applyTitle", { number: next })}
      confirm={t("ladderPlan.applyDo")}
      busy={act.busy !== null}
      disabled={reason.trim() === "" || trial.isPending}
      onConfirm={save}
      onClose={() => {
        if (stale) onStale();
        onClose();
      }}
    >
      {trial.data === undefined ? (
        trial.error === null ? (
          <p className="mut" role="status">
            {t("ladderPlan.trialRunning")}
          </p>
        ) : (
          <ProblemAlert problem={trial.error} onRetry={() => void trial.refetch()} />
        )
      ) : (
        <TrialSaid trial={trial.data} />
      )}
      <p className="s">
        {now.ringing > 0
          ? t("ladderPlan.applyRinging", { n: now.ringing, number: now.number, next })
          : t("ladderPlan.applyNone", { next })}
      </p>
      <TextField
        label={t("ladderPlan.applyReason")}
        hint={t("ladderPlan.applyReasonHint")}
        value={reason}
        maxLength={500}
        onText={setReason}
      />
      {stale ? <Banner tone="warn">{t("ladderPlan.moved")}</Banner> : <ProblemAlert problem={act.problem} />}
    </ConfirmDialog>
  );
}

function TrialSaid({ trial }: { trial: Schema<"Trial"> }) {
  const { situations, answered, straight_to_second, unanswered } = trial;
  return (
    <>
      <Banner tone={unanswered.length === 0 ? "ok" : "warn"}>
        {t("ladderPlan.trial", { n: situations, answered, second: straight_to_second })}
      </Banner>
      {unanswered.length > 0 && (
        <details>
          <summary>{t("ladderPlan.trialUnanswered", { n: unanswered.length })}</summary>
          <ul className="s">
            {unanswered.slice(0, SHOWN).map((one) => (
              <li key={`${one.station.id}/${one.specialty}/${one.urgency}/${one.at}`}>
                {t("ladderPlan.situation", {
                  station: one.station.short_name,
                  specialty: word("specialty", one.specialty),
                  urgency: word("urgency", one.urgency),
                  when: whenText(one.at),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
