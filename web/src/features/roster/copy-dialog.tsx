/** Puts one week's plan into another, after a dry run has said what that does. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { addDays } from "@/lib/days";
import { mondayOf } from "@/lib/duty-hours";
import { t } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Banner } from "@/ui/banner";
import { CheckCard } from "@/ui/choices";
import { ConfirmDialog } from "@/ui/dialog";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { SelectField, type Option } from "@/ui/select-field";
import { toast } from "@/ui/toast";

import { FilledWords } from "./filled-words";
import { copyWeek } from "./roster-api";
import { shortDay } from "./roster-words";

import type { Specialty, View } from "./roster-state";

const WEEKS = 6;

export function CopyDialog({
  hospital,
  view,
  specialties,
  onDone,
  onClose,
}: {
  hospital: string;
  view: View;
  specialties: readonly Specialty[];
  onDone: (first: string) => void;
  onClose: () => void;
}) {
  const act = useAct();
  const [id] = useState(uuid7);
  const thisWeek = mondayOf(view.today);
  const first = mondayOf(view.from_day);
  const [from, setFrom] = useState(addDays(first, -7));
  const [to, setTo] = useState(first < thisWeek ? addDays(thisWeek, 7) : first);
  const [skip, setSkip] = useState(true);
  const [overwrite, setOverwrite] = useState(false);
  const body = {
    from_day: from,
    to_day: to,
    days: 7,
    specialties: [...specialties],
    skip_absent: skip,
    overwrite,
  };
  const clash = from === to;
  const dry = useQuery({
    queryKey: ["roster", hospital, "copy", body],
    queryFn: () => copyWeek(hospital, uuid7(), { ...body, dry_run: true }),
    enabled: !clash,
    staleTime: 0,
  });
  const n = dry.data?.added ?? 0;
  const run = () =>
    void act.run("copy", async () => {
      const filled = await copyWeek(hospital, id, { ...body, dry_run: false });
      toast(t("roster.copyDone", { n: filled.added }));
      onDone(to);
    });
  return (
    <ConfirmDialog
      open
      title={t("roster.copyTitle")}
      confirm={n === 0 ? t("roster.copyNone") : t("roster.copyGo", { n })}
      busy={act.busy !== null}
      disabled={clash || n === 0 || dry.isFetching}
      onConfirm={run}
      onClose={onClose}
    >
      <div className="g2">
        <SelectField
          label={t("roster.copyFrom")}
          value={from}
          options={weeks(addDays(thisWeek, -7 * WEEKS), 2 * WEEKS)}
          onPick={setFrom}
        />
        <SelectField label={t("roster.copyTo")} value={to} options={weeks(thisWeek, 2 * WEEKS)} onPick={setTo} />
      </div>
      <CheckCard label={t("roster.copySkip")} checked={skip} onChange={setSkip} />
      <CheckCard label={t("roster.copyOver")} checked={overwrite} onChange={setOverwrite} />
      {clash && <Banner tone="warn">{t("roster.copySame")}</Banner>}
      {dry.isPending && !clash && <LoadingRows rows={1} />}
      {dry.data !== undefined && !clash && <FilledWords filled={dry.data} people={view.people} />}
      <ProblemAlert problem={act.problem ?? dry.error} />
    </ConfirmDialog>
  );
}

function weeks(first: string, count: number): readonly Option<string>[] {
  return Array.from({ length: count }, (_, n) => {
    const monday = addDays(first, 7 * n);
    return {
      value: monday,
      label: t("roster.week", { from: shortDay(monday), to: shortDay(addDays(monday, 6)) }),
    };
  });
}
