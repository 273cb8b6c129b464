/** “Kết thúc ca”: ends it for both sides, and says first what is still empty. */
import { useState } from "react";
import { useLocation } from "wouter";

import { useConsultNews } from "@/context/consults";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { missingItems } from "@/lib/minutes-state";
import { Banner } from "@/ui/banner";
import { ConfirmDialog } from "@/ui/dialog";
import { ProblemAlert } from "@/ui/problem-alert";

import type { DeskNow } from "@/lib/minutes-desk";

export function EndDialog({
  open,
  call,
  consult,
  atStation,
  now,
  onClose,
}: {
  open: boolean;
  call: string;
  consult: string;
  atStation: boolean;
  now: DeskNow;
  onClose: () => void;
}) {
  const [, go] = useLocation();
  const { keep } = useConsultNews();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const missing = missingItems(now.fields);
  const signed = now.view?.state === "signed";
  const end = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const summary = await ok(api.POST("/api/calls/{id}/end", { params: { path: { id: call } } }));
      if (!signed) go(`/consults/${consult}/minutes`);
      else go(atStation ? `/consults/${consult}/decision` : "/");
      keep(summary);
    } catch (fault) {
      setProblem(fault);
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      open={open}
      danger
      title={t("inCall.endTitle")}
      confirm={t("inCall.end")}
      cancel={t("inCall.stay")}
      busy={busy}
      onClose={onClose}
      onConfirm={() => void end()}
    >
      <p>
        {missing.length > 0
          ? t("inCall.endOpenText")
          : !signed
            ? t("inCall.endText")
            : atStation
              ? t("inCall.endSignedStationText")
              : t("inCall.endSignedText")}
      </p>
      {missing.length > 0 && (
        <Banner
          tone="warn"
          title={t("inCall.endMissing", {
            n: missing.length,
            items: missing.map((name) => word("minutesField", name).toLowerCase()).join(", "),
          })}
        />
      )}
      {missing.length === 0 && now.view?.state === "draft" && <Banner tone="warn" title={t("inCall.endUnconfirmed")} />}
      <ProblemAlert problem={problem} />
    </ConfirmDialog>
  );
}
