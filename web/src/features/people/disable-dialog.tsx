/** Closes an account: why, and what that leaves empty. */
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { numberText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { RadioCards } from "@/ui/choices";
import { ConfirmDialog } from "@/ui/dialog";
import { ProblemAlert } from "@/ui/problem-alert";
import { toast } from "@/ui/toast";

import { disable, type Person } from "./people-api";

const REASONS = ["left", "moved", "long_leave", "misuse", "duplicate"] as const;

export function DisableDialog({
  person,
  onDone,
  onClose,
}: {
  person: Person;
  onDone: (now: Person) => void;
  onClose: () => void;
}) {
  const act = useAct();
  const [reason, setReason] = useState<(typeof REASONS)[number] | null>(null);
  const n = numberText(person.coming_shifts);
  const run = () =>
    reason !== null &&
    void act.run("disable", async () => {
      const now = await disable(person.id, reason);
      toast(
        now.coming_shifts > 0
          ? t("people.disableDoneShifts", { n: numberText(now.coming_shifts) })
          : t("people.disableDone"),
      );
      onDone(now);
    });
  return (
    <ConfirmDialog
      open
      danger
      title={t("people.disableTitle", { name: person.name })}
      confirm={person.coming_shifts > 0 ? t("people.disableGoShifts", { n }) : t("people.disableGo")}
      busy={act.busy !== null}
      disabled={reason === null}
      onConfirm={run}
      onClose={onClose}
    >
      {person.coming_shifts > 0 && (
        <Banner tone="danger" title={t("people.disableShifts", { name: person.name, n })}>
          {t("people.disableShiftsText")}
        </Banner>
      )}
      <p>{t("people.disableText")}</p>
      <RadioCards
        legend={t("people.disableWhy")}
        columns="one"
        choices={REASONS.map((code) => ({ value: code, label: capital(word("disabledReason", code)) }))}
        value={reason}
        onChange={setReason}
      />
      <ProblemAlert problem={act.problem} />
    </ConfirmDialog>
  );
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
