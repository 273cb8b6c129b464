/** One tap and one confirmation: the patient leaves now. */
import { useState } from "react";

import { t } from "@/lib/i18n";

import { Button } from "./button";
import { ConfirmDialog } from "./dialog";

export function TransferButton({
  hospital,
  busy,
  onTransfer,
  size,
}: {
  hospital: string;
  busy: boolean;
  onTransfer: () => void;
  size?: "lg";
}) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        icon="truck"
        tone={size === "lg" ? "out-danger" : "plain"}
        {...(size && { size })}
        className="sp"
        busy={busy}
        onClick={() => setAsking(true)}
      >
        {t(size === "lg" ? "consult.transferNow" : "consult.transferShort")}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          onTransfer();
        }}
        title={t("consult.transferTitle")}
        confirm={t("consult.transferDo", { hospital })}
        danger
      >
        <p>{t("consult.transferText", { hospital })}</p>
      </ConfirmDialog>
    </>
  );
}
