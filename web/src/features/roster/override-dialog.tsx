/** Somebody else at once: in the published roster, from now or for the whole shift, with the reason. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { numberText, timeText } from "@/lib/clock";
import { dutyDay } from "@/lib/duty-hours";
import { t, word } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Banner } from "@/ui/banner";
import { RadioCards } from "@/ui/choices";
import { ConfirmDialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { SelectField } from "@/ui/select-field";
import { toast } from "@/ui/toast";

import { override, readCandidates } from "./roster-api";
import { labelOf, tierNumber, type Shift, type View } from "./roster-state";
import { codeText, dayWords, specialtyText } from "./roster-words";

const SOON_MS = 24 * 3_600_000;
const CANNOT = new Set(["leave", "rotation", "on_duty"]);
const REASONS = ["reason_sick", "reason_called", "reason_unreachable", "reason_family"] as const;
const LEAST_REASON = 3;

/** Published shifts that run or begin within a day, of specialties one plans. */
export function relievable(view: View, now: number): readonly Shift[] {
  return view.shifts
    .filter(
      (one) =>
        one.state !== "added" &&
        Date.parse(one.ends_at) > now &&
        Date.parse(one.starts_at) < now + SOON_MS &&
        view.may_plan.includes(one.specialty),
    )
    .sort((a, b) => a.starts_at.localeCompare(b.starts_at) || a.tier.localeCompare(b.tier));
}

export function OverrideDialog({
  hospital,
  view,
  now,
  first,
  onDone,
  onClose,
}: {
  hospital: string;
  view: View;
  now: number;
  first: string | null;
  onDone: () => void;
  onClose: () => void;
}) {
  const act = useAct();
  const [id] = useState(uuid7);
  const shifts = relievable(view, now);
  const [chosen, setChosen] = useState(first ?? shifts[0]?.id ?? "");
  const [who, setWho] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const shift = shifts.find((one) => one.id === chosen);
  const begun = shift !== undefined && Date.parse(shift.starts_at) <= now;
  const starts_at = shift === undefined ? "" : begun ? new Date(now).toISOString() : shift.starts_at;
  const found = useQuery({
    queryKey: ["roster", hospital, "candidates", "now", chosen],
    queryFn: ({ signal }) =>
      shift === undefined
        ? []
        : readCandidates(
            hospital,
            {
              ...(shift.specialty !== null && { specialty: shift.specialty }),
              tier: shift.tier,
              starts_at,
              ends_at: shift.ends_at,
            },
            signal,
          ),
    enabled: shift !== undefined,
    staleTime: 0,
  });
  const nameOf = (person: string) => view.people.find((one) => one.person.id === person)?.person.name ?? "";
  const others = (found.data ?? []).filter(({ person }) => person.id !== shift?.person_id);
  const name = others.find(({ person }) => person.id === who)?.person.name;
  const run = () => {
    if (shift === undefined || who === null) return;
    void act.run("override", async () => {
      await override(hospital, id, {
        add: [],
        remove: [],
        take: [{ shift_id: shift.id, id: uuid7(), person_id: who, starts_at, ends_at: shift.ends_at }],
        reason: reason.trim(),
      });
      toast(t("roster.overrideDone", { name: name ?? "" }));
      onDone();
    });
  };
  if (shifts.length === 0)
    return (
      <ConfirmDialog
        open
        disabled
        title={t("roster.relieve")}
        confirm={t("roster.relieveGo")}
        onConfirm={run}
        onClose={onClose}
      >
        <EmptyState icon="calendar" title={t("roster.nothingSoon")} text={t("roster.nothingSoonText")} />
      </ConfirmDialog>
    );
  return (
    <ConfirmDialog
      open
      title={t("roster.relieve")}
      confirm={name === undefined ? t("roster.relieveGo") : t("roster.relieveBy", { name })}
      busy={act.busy !== null}
      disabled={who === null || reason.trim().length < LEAST_REASON}
      onConfirm={run}
      onClose={onClose}
    >
      <SelectField
        label={t("roster.relieveShift")}
        value={chosen}
        options={shifts.map((one) => ({
          value: one.id,
          label: [
            nameOf(one.person_id),
            specialtyText(one.specialty),
            `${codeText(labelOf(one, view.codes))} ${dayWords(dutyDay(one.starts_at))}`,
            ...(one.tier === "leader" ? [] : [t("roster.tierN", { n: tierNumber(one.tier) })]),
          ].join(" · "),
        }))}
        onPick={(value) => {
          setChosen(value);
          setWho(null);
        }}
      />
      {shift !== undefined && (
        <p className="s">
          {t(begun ? "roster.fromNow" : "roster.wholeShift", {
            time: timeText(starts_at),
            end: timeText(shift.ends_at),
          })}
        </p>
      )}
      {found.isPending && <LoadingRows rows={3} />}
      <ProblemAlert problem={found.error} onRetry={() => void found.refetch()} />
      {found.data !== undefined && (
        <RadioCards
          legend={t("roster.relieveWho")}
          columns="one"
          choices={others.map(({ person, load, against }) => ({
            value: person.id,
            label: person.name,
            disabled: against.some((one) => CANNOT.has(one)),
            text: (
              <>
                {t("roster.bears", {
                  hours: numberText(Math.round(load.hours)),
                  nights: load.nights,
                  holidays: load.holidays,
                })}
                {against.length > 0 && ` · ${against.map((one) => word("dutyAgainst", one)).join(" · ")}`}
              </>
            ),
          }))}
          value={who}
          onChange={setWho}
        />
      )}
      <div className="stack t">
        <TextField label={t("roster.reason")} value={reason} maxLength={300} onText={setReason} />
        <div className="chips">
          {REASONS.map((one) => (
            <button key={one} type="button" className="chip" onClick={() => setReason(t(`roster.${one}`))}>
              {t(`roster.${one}`)}
            </button>
          ))}
        </div>
      </div>
      <Banner tone="info">{t("roster.nowText")}</Banner>
      <ProblemAlert problem={act.problem} />
    </ConfirmDialog>
  );
}
