/** Minutes that are being signed are read only until somebody says that they will be edited, which takes the signatures away. */
import { useState, type ReactNode } from "react";

import { t } from "@/lib/i18n";
import { ConfirmDialog } from "./dialog";

import type { MinutesView } from "@/lib/minutes-state";

interface Unlock {
  readonly readOnly: boolean;
  /** At once where nobody has signed yet; otherwise it asks first. */
  readonly ask: () => void;
  readonly dialog: ReactNode;
}

export function useUnlock(view: MinutesView | null, onUnlocked?: () => void): Unlock {
  // The number of signatures it was unlocked over: another signature, or a new confirmation, locks it again.
  const [unlocked, setUnlocked] = useState(-1);
  const [asking, setAsking] = useState(false);
  const signatures = view?.signatures.length ?? 0;
  const unlock = () => {
    setUnlocked(signatures);
    setAsking(false);
    onUnlocked?.();
  };
  return {
    readOnly: view?.state === "signed" || (view?.state === "signing" && unlocked !== signatures),
    ask: () => (signatures > 0 ? setAsking(true) : unlock()),
    dialog: (
      <ConfirmDialog
        open={asking}
        danger
        title={t("minutes.editTitle")}
        confirm={t("minutes.editConfirm")}
        onClose={() => setAsking(false)}
        onConfirm={unlock}
      >
        <p>{t("minutes.editText", { n: signatures })}</p>
      </ConfirmDialog>
    ),
  };
}
