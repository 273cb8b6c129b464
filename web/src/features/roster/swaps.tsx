/** Swaps that wait for the head's word, and those applied that can still be undone. */
import { useState } from "react";

import { useSwaps, type SwapView } from "@/context/use-swaps";
import { t } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { ProblemAlert } from "@/ui/problem-alert";
import { ReasonDialog } from "@/ui/reason-dialog";
import { SwapCard } from "@/ui/swap-card";
import { toast } from "@/ui/toast";

export function SwapsToJudge({ hospital }: { hospital: string }) {
  const swaps = useSwaps();
  const [asked, setAsked] = useState<{ readonly swap: SwapView; readonly act: "reject" | "undo" } | null>(null);
  const here = (swaps.swaps ?? []).filter((one) => one.hospital.id === hospital);
  const waiting = here.filter((one) => one.may.judge && !one.lapsed);
  const undoable = here.filter((one) => one.may.undo);
  if (waiting.length + undoable.length === 0)
    return swaps.problem === null ? null : <ProblemAlert problem={swaps.problem} onRetry={swaps.reload} />;
  const approve = (one: SwapView) => void swaps.judge(one.id, true).then((ok) => ok && toast(t("swap.approveDone")));
  const answer = (reason: string) => {
    if (asked === null) return;
    const { swap, act } = asked;
    const sent = act === "reject" ? swaps.judge(swap.id, false, reason) : swaps.undo(swap.id, reason);
    void sent.then((ok) => {
      setAsked(null);
      if (ok) toast(t(act === "reject" ? "swap.rejectDone" : "swap.undoDone"));
    });
  };
  return (
    <Card flush title={waiting.length > 0 ? t("swap.toJudge", { n: waiting.length }) : t("swap.recent")}>
      {waiting.map((one) => (
        <SwapCard
          key={one.id}
          swap={one}
          actions={
            <>
              <Button
                tone="primary"
                size="compact"
                busy={swaps.busy === one.id}
                disabled={one.against.length > 0}
                onClick={() => approve(one)}
              >
                {t("swap.approve")}
              </Button>
              <Button size="compact" onClick={() => setAsked({ swap: one, act: "reject" })}>
                {t("swap.reject")}
              </Button>
            </>
          }
        />
      ))}
      {undoable.map((one) => (
        <SwapCard
          key={one.id}
          swap={one}
          actions={
            <Button size="compact" onClick={() => setAsked({ swap: one, act: "undo" })}>
              {t("swap.undo")}
            </Button>
          }
        />
      ))}
      <ProblemAlert problem={swaps.fault} />
      {asked !== null && (
        <ReasonDialog
          open
          title={t(asked.act === "reject" ? "swap.rejectTitle" : "swap.undoTitle")}
          confirm={t(asked.act === "reject" ? "swap.rejectGo" : "swap.undoGo")}
          legend={t("swap.why")}
          reasons={[t("swap.why1"), t("swap.why2"), t("swap.why3")]}
          ownLabel={t("swap.whyOwn")}
          busy={swaps.busy !== null}
          onClose={() => setAsked(null)}
          onReason={answer}
        />
      )}
    </Card>
  );
}
