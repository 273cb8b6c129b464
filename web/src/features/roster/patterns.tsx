/** Weekly patterns: shifts that come again, kept once and turned into drafts week by week. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { dayText, numberText } from "@/lib/clock";
import { addDays } from "@/lib/days";
import { hoursFrom, mondayOf } from "@/lib/duty-hours";
import { t, word } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Button } from "@/ui/button";
import { CheckCard } from "@/ui/choices";
import { Dialog } from "@/ui/dialog";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { SelectField } from "@/ui/select-field";
import { toast } from "@/ui/toast";

import { FilledWords } from "./filled-words";
import { PatternForm } from "./pattern-form";
import { generate, readPatterns, retirePattern, type Pattern } from "./roster-api";
import { labelOf, type Code, type View } from "./roster-state";
import { codeText, shortDay, specialtyText, tierText } from "./roster-words";

const SPANS = [1, 2, 4] as const;

export function PatternsDialog({
  hospital,
  view,
  onDone,
  onClose,
}: {
  hospital: string;
  view: View;
  onDone: (first: string) => void;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const act = useAct();
  const key = ["roster", hospital, "patterns"];
  const list = useQuery({ queryKey: key, queryFn: ({ signal }) => readPatterns(hospital, signal) });
  const [adding, setAdding] = useState(false);
  const [retiring, setRetiring] = useState<string | null>(null);
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const patterns = list.data?.patterns ?? [];
  const usable = patterns.filter((one) => one.may_change && !off.has(one.id));
  const [id] = useState(uuid7);
  const firstWeek = mondayOf(view.from_day < view.today ? addDays(view.today, 7) : view.from_day);
  const [from, setFrom] = useState(firstWeek);
  const [weeks, setWeeks] = useState<(typeof SPANS)[number]>(2);
  const body = { from_day: from, days: 7 * weeks, pattern_ids: usable.map((one) => one.id) };
  const dry = useQuery({
    queryKey: ["roster", hospital, "generate", body],
    queryFn: () => generate(hospital, uuid7(), { ...body, dry_run: true }),
    enabled: usable.length > 0 && !adding,
    staleTime: 0,
  });
  const n = dry.data?.added ?? 0;
  const keep = (now: { patterns: Pattern[] }) => queries.setQueryData(key, now);
  const run = () =>
    void act.run("generate", async () => {
      const filled = await generate(hospital, id, { ...body, dry_run: false });
      toast(t("roster.generateDone", { n: filled.added }));
      onDone(from);
    });
  if (adding)
    return (
      <PatternForm
        hospital={hospital}
        view={view}
        onSaved={(now) => {
          keep(now);
          setAdding(false);
        }}
        onClose={() => setAdding(false)}
      />
    );
  return (
    <Dialog
      open
      wide
      title={t("roster.patterns")}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t("common.close")}</Button>
          <Button tone="primary" busy={act.busy === "generate"} disabled={n === 0 || dry.isFetching} onClick={run}>
            {n === 0 ? t("roster.generateNone") : t("roster.generateGo", { n })}
          </Button>
        </>
      }
    >
      {list.isPending && <LoadingRows rows={3} />}
      <ProblemAlert problem={list.error} onRetry={() => void list.refetch()} />
      {list.data !== undefined && patterns.length === 0 && (
        <EmptyState icon="calendar" title={t("roster.noPatterns")} text={t("roster.noPatternsText")} />
      )}
      {patterns.length > 0 && (
        <ul className="ro-patterns">
          {patterns.map((one) => (
            <li key={one.id}>
              <div className="sp">
                {one.may_change ? (
                  <CheckCard
                    label={one.name}
                    text={<PatternText pattern={one} codes={view.codes} />}
                    checked={!off.has(one.id)}
                    onChange={(on) => setOff(withOrWithout(off, one.id, !on))}
                  />
                ) : (
                  <p>
                    <b>{one.name}</b> <PatternText pattern={one} codes={view.codes} />
                  </p>
                )}
              </div>
              {one.may_change &&
                (retiring === one.id ? (
                  <Button
                    size="compact"
                    tone="out-danger"
                    busy={act.busy === one.id}
                    onClick={() =>
                      void act.run(one.id, async () => {
                        keep(await retirePattern(hospital, one.id));
                        setRetiring(null);
                        toast(t("roster.retireDone", { name: one.name }));
                      })
                    }
                  >
                    {t("roster.retireSure")}
                  </Button>
                ) : (
                  <Button
                    size="compact"
                    tone="quiet"
                    aria-label={t("roster.retireOf", { name: one.name })}
                    onClick={() => setRetiring(one.id)}
                  >
                    {t("roster.retire")}
                  </Button>
                ))}
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button size="compact" icon="plus" onClick={() => setAdding(true)}>
          {t("roster.addPattern")}
        </Button>
      </div>
      {usable.length > 0 && (
        <>
          <div className="g2">
            <SelectField
              label={t("roster.generateFrom")}
              value={from}
              options={Array.from({ length: 10 }, (_, week) => {
                const monday = addDays(mondayOf(view.today), 7 * week);
                return { value: monday, label: t("roster.weekFrom", { day: dayText(monday) }) };
              })}
              onPick={setFrom}
            />
            <SelectField
              label={t("roster.generateSpan")}
              value={String(weeks)}
              options={SPANS.map((one) => ({ value: String(one), label: t("roster.nWeeks", { n: one }) }))}
              onPick={(value) => setWeeks(SPANS.find((one) => String(one) === value) ?? 2)}
            />
          </div>
          {dry.data !== undefined && <FilledWords filled={dry.data} people={view.people} />}
        </>
      )}
      <ProblemAlert problem={act.problem ?? dry.error} />
    </Dialog>
  );
}

function withOrWithout(set: ReadonlySet<string>, one: string, on: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (on) next.add(one);
  else next.delete(one);
  return next;
}

/** `Nội, trực chính · T2, T4, T6 · Đêm · lần lượt: …` */
function PatternText({ pattern, codes }: { pattern: Pattern; codes: readonly Code[] }) {
  const hours = hoursFrom(pattern.anchor, pattern.starts.slice(0, 5), pattern.length_ms / 3_600_000);
  const days =
    pattern.weekdays.length === 7
      ? t("roster.everyDay")
      : pattern.weekdays.map((one) => word("weekdayShort", `d${one}`)).join(", ");
  return (
    <>
      {specialtyText(pattern.specialty)}, {tierText(pattern.tier)} · {days}
      {pattern.days !== "all" && ` (${word("patternDays", pattern.days)})`} · {codeText(labelOf(hours, codes))} (
      {numberText(pattern.length_ms / 3_600_000)} {t("roster.hourUnit")}) · {word("patternTurn", pattern.turn)}:{" "}
      {pattern.people.map(({ name }) => name).join(" → ")} · {t("roster.since", { day: shortDay(pattern.anchor) })}
    </>
  );
}
