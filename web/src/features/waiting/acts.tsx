/** The acts that change the case itself: it becomes an emergency, the patient leaves now, or it is withdrawn with a reason. */
import { lazy, Suspense, useState } from "react";

import { useConsultNews } from "@/context/consults";
import { useMe } from "@/context/session";
import { useAct } from "@/context/use-act";
import { cancelConsult, changeConsult, transferConsult, type Summary } from "@/lib/consult-api";
import { t } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { ConfirmDialog } from "@/ui/dialog";
import { ProblemAlert } from "@/ui/problem-alert";
import { ReasonDialog } from "@/ui/reason-dialog";
import { TransferButton } from "@/ui/transfer";

const PracticeActs = lazy(() => import("./practice-acts"));

/** `mayLeave`: an emergency that still rings can be transferred from here; once nobody answers the red card has that. */
export function Acts({ summary, mayLeave }: { summary: Summary; mayLeave: boolean }) {
  const me = useMe();
  const { keep, again } = useConsultNews();
  const act = useAct();
  const [asking, setAsking] = useState<"raise" | "withdraw" | null>(null);
  if (me.grant?.role === "station_nurse") return null;
  const close = () => setAsking(null);
  if (summary.practice) {
    return (
      <Suspense>
        <PracticeActs summary={summary} />
      </Suspense>
    );
  }
  return (
    <>
      <div className="row wt-acts">
        {summary.urgency !== "stat" && (
          <Button tone="out-danger" icon="siren" onClick={() => setAsking("raise")}>
            {t("waiting.raise")}
          </Button>
        )}
        {mayLeave && (
          <TransferButton
            hospital={summary.hospital.short_name}
            busy={act.busy === "transfer"}
            onTransfer={() => void act.run("transfer", async () => keep(await transferConsult(summary.id)))}
          />
        )}
        <Button onClick={() => setAsking("withdraw")}>{t("waiting.withdraw")}</Button>
      </div>
      <ProblemAlert problem={act.problem} />
      <ConfirmDialog
        open={asking === "raise"}
        onClose={close}
        title={t("waiting.raiseTitle")}
        confirm={t("waiting.raise")}
        danger
        busy={act.busy === "raise"}
        onConfirm={() =>
          void act
            .run("raise", async () => keep(await changeConsult(summary.id, summary.version, { urgency: "stat" })))
            .then(close)
        }
      >
        <p>{t(summary.answer === "written" ? "waiting.raiseWritten" : "waiting.raiseText")}</p>
      </ConfirmDialog>
      <ReasonDialog
        open={asking === "withdraw"}
        title={t("waiting.withdrawTitle")}
        confirm={t("waiting.withdraw")}
        legend={t("consult.cancelReasonTitle")}
        reasons={[t("waiting.why_better"), t("waiting.why_phone"), t("waiting.why_left"), t("waiting.why_mistake")]}
        ownLabel={t("waiting.why_other")}
        busy={act.busy === "withdraw"}
        onClose={close}
        onReason={(reason) =>
          void act
            .run("withdraw", async () => {
              keep(await cancelConsult(summary.id, reason));
              await again(summary.id);
            })
            .then(close)
        }
      />
    </>
  );
}
