/** Ends a role: at once, or after a last day; one that has not begun is withdrawn. */
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { dayText, isoDay, serverNow } from "@/lib/clock";
import { endAfter } from "@/lib/days";
import { t } from "@/lib/i18n";
import { RadioCards } from "@/ui/choices";
import { DayField } from "@/ui/day-field";
import { ConfirmDialog } from "@/ui/dialog";
import { ProblemAlert } from "@/ui/problem-alert";
import { toast } from "@/ui/toast";

import { endGrant, type Grant, type Person } from "./people-api";
import { grantText } from "./people-state";

export function EndDialog({
  grant,
  onDone,
  onClose,
}: {
  grant: Grant;
  onDone: (now: Person) => void;
  onClose: () => void;
}) {
  const act = useAct();
  const today = isoDay(serverNow());
  const planned = grant.valid_from > today;
  const [when, setWhen] = useState<"now" | "on" | null>(planned ? "now" : null);
  const [last, setLast] = useState("");
  const ready = when === "now" || (when === "on" && last !== "");
  const run = () =>
    void act.run("end", async () => {
      onDone(await endGrant(grant.id, when === "on" ? endAfter(last) : today));
      toast(t(planned ? "people.withdrawDone" : "people.endDone"));
    });
  const what = grantText(grant);
  return (
    <ConfirmDialog
      open
      danger
      title={t(planned ? "people.withdrawTitle" : "people.endTitle", { what })}
      confirm={
        planned
          ? t("people.withdrawGo")
          : when === "on" && last !== ""
            ? t("people.endGoOn", { day: dayText(last) })
            : t("people.endGo")
      }
      busy={act.busy !== null}
      disabled={!ready}
      onConfirm={run}
      onClose={onClose}
    >
      <p>{t(planned ? "people.withdrawText" : "people.endText")}</p>
      {!planned && (
        <RadioCards
          legend={t("people.endWhen")}
          columns="one"
          choices={[
            { value: "now", label: t("people.endNow"), text: t("people.endNowText") },
            { value: "on", label: t("people.endOn"), text: t("people.endOnText") },
          ]}
          value={when}
          onChange={setWhen}
        />
      )}
      {when === "on" && (
        <DayField
          label={t("people.endDay")}
          placeholder={t("people.dayForm")}
          wrong={t("people.dayBad")}
          day={last}
          onDay={setLast}
        />
      )}
      <ProblemAlert problem={act.problem} />
    </ConfirmDialog>
  );
}
