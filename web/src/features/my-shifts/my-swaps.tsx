/** Swaps I am part of: those that wait for my word first. */
import { useState } from "react";

import { useMe } from "@/context/session";
import { t } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { ProblemAlert } from "@/ui/problem-alert";
import { ReasonDialog } from "@/ui/reason-dialog";
import { SwapCard } from "@/ui/swap-card";
import { toast } from "@/ui/toast";

import type { SwapView, useSwaps } from "@/context/use-swaps";

export function MySwaps({ desk }: { desk: ReturnType<typeof useSwaps> }) {
  const me = useMe();
  const [asked, setAsked] = useState<{ readonly swap: SwapView; readonly act: "refuse" | "undo" } | null>(null);
  const mine = (desk.swaps ?? []).filter(({ proposed_by, proposed_to }) =>
    [proposed_by.id, proposed_to.id].includes(me.id),
  );
  const shown = mine
    .filter((one) => one.may.answer || one.may.withdraw || one.may.undo)
    .sort((a, b) => Number(b.may.answer) - Number(a.may.answer));
  const waiting = shown.filter(({ may, lapsed }) => may.answer && !lapsed).length;
  if (shown.length === 0)
    return desk.problem === null ? null : <ProblemAlert problem={desk.problem} onRetry={desk.reload} />;
  const said = (sent: Promise<boolean>, words: string) => void sent.then((ok) => ok && toast(words));
  return (
    <Card flush title={waiting > 0 ? t("myShifts.waiting", { n: waiting }) : t("myShifts.swaps")}>
      {shown.map((one) => (
        <SwapCard
          key={one.id}
          swap={one}
          actions={
            <>
              {one.may.answer && !one.lapsed && (
                <>
                  <Button
                    tone="primary"
                    size="compact"
                    busy={desk.busy === one.id}
                    disabled={one.against.length > 0}
                    onClick={() => said(desk.answer(one.id, true), t("myShifts.agreed"))}
                  >
                    {t("myShifts.agree")}
                  </Button>
                  <Button size="compact" onClick={() => setAsked({ swap: one, act: "refuse" })}>
                    {t("myShifts.refuse")}
                  </Button>
                </>
              )}
              {one.may.withdraw && (
                <Button
                  size="compact"
                  busy={desk.busy === one.id}
                  onClick={() => said(desk.withdraw(one.id), t("myShifts.withdrawn"))}
                >
                  {t("myShifts.withdraw")}
                </Button>
              )}
              {one.may.undo && (
                <Button size="compact" onClick={() => setAsked({ swap: one, act: "undo" })}>
                  {t("swap.undo")}
                </Button>
              )}
            </>
          }
        />
      ))}
      <ProblemAlert problem={desk.fault} />
      {asked !== null && (
        <ReasonDialog
          open
          title={t(asked.act === "refuse" ? "myShifts.refuseTitle" : "swap.undoTitle")}
          confirm={t(asked.act === "refuse" ? "myShifts.refuseGo" : "swap.undoGo")}
          legend={t("swap.why")}
          reasons={
            asked.act === "refuse"
              ? [t("myShifts.why1"), t("myShifts.why2"), t("myShifts.why3")]
              : [t("swap.why3"), t("swap.why1")]
          }
          ownLabel={t("swap.whyOwn")}
          busy={desk.busy !== null}
          onClose={() => setAsked(null)}
          onReason={(reason) => {
            const { swap, act } = asked;
            said(
              act === "refuse" ? desk.answer(swap.id, false, reason) : desk.undo(swap.id, reason),
              t(act === "refuse" ? "myShifts.refused" : "swap.undoDone"),
            );
            setAsked(null);
          }}
        />
      )}
    </Card>
  );
}
