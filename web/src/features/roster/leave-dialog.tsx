/** Leave of one person: from a day to a day, at once; what it leaves open is named. Or leave that is taken back. */
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { dayText, shortText } from "@/lib/clock";
import { addDays } from "@/lib/days";
import { instantOf } from "@/lib/duty-hours";
import { t, word } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Banner } from "@/ui/banner";
import { SegmentedControl } from "@/ui/choices";
import { DayField } from "@/ui/day-field";
import { ConfirmDialog } from "@/ui/dialog";
import { ProblemAlert } from "@/ui/problem-alert";
import { toast } from "@/ui/toast";

import { putAbsence, withdrawAbsence } from "./roster-api";
import { stands, type Absence, type Person, type View } from "./roster-state";

import type { Schema } from "@/wire/schema";

type Kind = Schema<"NewAbsence">["kind"];
const KINDS: readonly Kind[] = ["leave", "training", "sick", "other"];

export function LeaveDialog({
  hospital,
  view,
  person,
  day,
  onDone,
  onClose,
}: {
  hospital: string;
  view: View;
  person: Person;
  day: string;
  onDone: () => void;
  onClose: () => void;
}) {
  const act = useAct();
  const [id] = useState(uuid7);
  const [from, setFrom] = useState(day);
  const [to, setTo] = useState(day);
  const [kind, setKind] = useState<Kind>("leave");
  const wrong = from !== "" && to !== "" && to < from ? t("roster.leaveOrder") : null;
  const ready = from !== "" && to !== "" && wrong === null;
  const span = ready ? { starts_at: instantOf(from, "00:00"), ends_at: instantOf(addDays(to, 1), "00:00") } : null;
  const met =
    span === null
      ? 0
      : view.shifts.filter(
          (one) =>
            stands(one) &&
            one.person_id === person.person.id &&
            Date.parse(one.starts_at) < Date.parse(span.ends_at) &&
            Date.parse(span.starts_at) < Date.parse(one.ends_at),
        ).length;
  const run = () => {
    if (span === null) return;
    void act.run("leave", async () => {
      const answer = await putAbsence({ person_id: person.person.id, hospital_id: hospital, kind, ...span }, id);
      const open = answer.uncovered.length;
      toast(open > 0 ? t("roster.leaveUncovered", { n: open }) : t("roster.leaveDone", { name: person.person.name }));
      onDone();
    });
  };
  return (
    <ConfirmDialog
      open
      title={t("roster.leaveTitle", { name: person.person.name })}
      confirm={
        ready && from === to
          ? t("roster.leaveGoDay", { day: dayText(from) })
          : ready
            ? t("roster.leaveGo", { from: dayText(from), to: dayText(to) })
            : t("roster.leaveSave")
      }
      busy={act.busy !== null}
      disabled={!ready}
      onConfirm={run}
      onClose={onClose}
    >
      <div className="g2">
        <DayField
          label={t("roster.leaveFrom")}
          placeholder={t("roster.dayForm")}
          wrong={t("roster.noDay")}
          day={from}
          onDay={setFrom}
        />
        <DayField
          label={t("roster.leaveTo")}
          placeholder={t("roster.dayForm")}
          wrong={t("roster.noDay")}
          error={wrong}
          day={to}
          onDay={setTo}
        />
      </div>
      <SegmentedControl
        label={t("roster.leaveKind")}
        choices={KINDS.map((one) => ({ value: one, label: word("absenceKind", one) }))}
        value={kind}
        onChange={setKind}
      />
      <Banner tone={met > 0 ? "warn" : "info"} live="status">
        {met > 0 ? t("roster.leaveMeets", { n: met }) : t("roster.leaveAtOnce")}
      </Banner>
      <ProblemAlert problem={act.problem} />
    </ConfirmDialog>
  );
}

export function WithdrawLeave({
  absence,
  person,
  onDone,
  onClose,
}: {
  absence: Absence;
  person: Person;
  onDone: () => void;
  onClose: () => void;
}) {
  const act = useAct();
  const run = () =>
    void act.run("withdraw", async () => {
      await withdrawAbsence(absence.id);
      toast(t("roster.leaveWithdrawn", { name: person.person.name }));
      onDone();
    });
  return (
    <ConfirmDialog
      open
      danger
      title={t("roster.leaveBack", { name: person.person.name })}
      confirm={t("roster.leaveBackGo")}
      busy={act.busy !== null}
      onConfirm={run}
      onClose={onClose}
    >
      <p>
        {t("roster.leaveBackText", { from: shortText(absence.starts_at), to: shortText(absence.ends_at) })}
        {absence.kind !== null && ` (${word("absenceKind", absence.kind)})`}
      </p>
      <ProblemAlert problem={act.problem} />
    </ConfirmDialog>
  );
}
