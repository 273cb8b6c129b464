/** Asks why before something is withdrawn: a few usual reasons, or one's own words. Nothing is chosen beforehand. */
import { useState } from "react";

import { RadioCards } from "./choices";
import { ConfirmDialog } from "./dialog";
import { TextField } from "./field";

const OWN = "own";

export function ReasonDialog({
  open,
  title,
  confirm,
  legend,
  reasons,
  ownLabel,
  busy,
  onClose,
  onReason,
}: {
  open: boolean;
  title: string;
  confirm: string;
  legend: string;
  reasons: readonly string[];
  /** `Lý do khác`, with a line to write it. */
  ownLabel: string;
  busy: boolean;
  onClose: () => void;
  onReason: (reason: string) => void;
}) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [own, setOwn] = useState("");
  const reason = chosen === OWN ? own.trim() : chosen;
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      onConfirm={() => reason && onReason(reason)}
      title={title}
      confirm={confirm}
      danger
      busy={busy}
      disabled={!reason}
    >
      <RadioCards
        legend={legend}
        hideLegend
        columns="one"
        choices={[...reasons.map((text) => ({ value: text, label: text })), { value: OWN, label: ownLabel }]}
        value={chosen}
        onChange={setChosen}
      />
      {chosen === OWN && <TextField label={ownLabel} value={own} onText={setOwn} maxLength={500} autoFocus />}
    </ConfirmDialog>
  );
}
