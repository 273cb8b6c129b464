/** Which protection a case needs: set by both ends, taken away only by who asked or holds it (the server knows). */
import { useState } from "react";

import { t, word } from "@/lib/i18n";
import { LABELS, type Label } from "@/lib/labels";
import { Button } from "@/ui/button";
import { CheckCard } from "@/ui/choices";
import { Dialog } from "@/ui/dialog";
import { ProblemAlert } from "@/ui/problem-alert";

import type { ConsentDesk } from "@/lib/consent";
import type { Summary } from "@/lib/consult-api";

export default function LabelDialog({
  summary,
  desk,
  onClose,
}: {
  summary: Summary;
  desk: ConsentDesk;
  onClose: () => void;
}) {
  const [labels, setLabels] = useState<readonly Label[]>(summary.labels);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await desk.label(labels);
      onClose();
    } catch (fault) {
      setProblem(fault);
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("consentAsk.labelsTitle")}
      footer={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button tone="primary" busy={busy} onClick={() => void save()}>
            {t("consentAsk.labelsSave")}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t("consentAsk.labelsText")}</p>
        {LABELS.map((label) => (
          <CheckCard
            key={label}
            label={word("label", label)}
            checked={labels.includes(label)}
            onChange={(on) => setLabels(LABELS.filter((one) => (one === label ? on : labels.includes(one))))}
          />
        ))}
        <ProblemAlert problem={problem} />
      </div>
    </Dialog>
  );
}
