/** Who could stand in open hours: who fits first, each with what they bear and what is against it. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { numberText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { RadioCards, SegmentedControl, type Choice } from "@/ui/choices";
import { Dialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { toast } from "@/ui/toast";

import { override, readCandidates, type Candidate } from "./roster-api";
import { tierNumber, type Specialty, type Tier } from "./roster-state";
import { gapWords, hoursWords, specialtyText, tierText } from "./roster-words";

import type { Hours } from "@/lib/duty-hours";

/** Closer than this the roster people read on the wall is the one to change. */
const SOON_MS = 24 * 3_600_000;
const LEAST_REASON = 3;

/** Cannot be, whatever the head wants. */
const AWAY = new Set(["leave", "rotation"]);

export interface Open extends Hours {
  readonly specialty: Specialty;
  readonly tier: Tier;
  readonly label: string;
}

export function CandidatesDialog({
  hospital,
  open,
  now,
  published,
  onDraft,
  onDone,
  onClose,
}: {
  hospital: string;
  open: Open;
  now: number;
  /** There is a roster in force that can be changed at once. */
  published: boolean;
  onDraft: (person: string, moved: boolean) => void;
  onDone: () => void;
  onClose: () => void;
}) {
  const { specialty, tier, starts_at, ends_at } = open;
  const act = useAct();
  const [id] = useState(uuid7);
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const soon = published && Date.parse(starts_at) - now < SOON_MS;
  const begun = Date.parse(starts_at) <= now;
  const [when, setWhen] = useState<"draft" | "now">(soon ? "now" : "draft");
  const found = useQuery({
    queryKey: ["roster", hospital, "candidates", specialty, tier, starts_at, ends_at],
    queryFn: ({ signal }) =>
      readCandidates(hospital, { ...(specialty !== null && { specialty }), tier, starts_at, ends_at }, signal),
    staleTime: 0,
  });
  const who = found.data?.find(({ person }) => person.id === chosen);
  const atOnce = when === "now";
  const run = () => {
    if (who === undefined) return;
    if (!atOnce) {
      onDraft(who.person.id, who.against.includes("on_duty"));
      return;
    }
    void act.run("now", async () => {
      const from = begun ? new Date(now).toISOString() : starts_at;
      await override(hospital, id, {
        add: [{ id: uuid7(), person_id: who.person.id, specialty, tier, starts_at: from, ends_at }],
        remove: [],
        take: [],
        reason: reason.trim(),
      });
      toast(t("roster.overrideDone", { name: who.person.name }));
      onDone();
    });
  };
  return (
    <Dialog
      open
      title={`${specialtyText(specialty)} · ${gapWords(open)}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t("roster.leaveOpen")}</Button>
          <Button
            tone="primary"
            busy={act.busy !== null}
            disabled={who === undefined || (atOnce && reason.trim().length < LEAST_REASON)}
            onClick={run}
          >
            {who === undefined
              ? t("roster.putSomebody")
              : t(atOnce ? "roster.putNow" : "roster.put", { name: who.person.name })}
          </Button>
        </>
      }
    >
      <p className="mut">
        {hoursWords(open)} · {tierText(tier)} · {t("roster.fitFirst")}
      </p>
      {found.isPending && <LoadingRows rows={4} />}
      <ProblemAlert problem={found.error} onRetry={() => void found.refetch()} />
      {found.data?.length === 0 && (
        <EmptyState icon="users" title={t("roster.noCandidates")} text={t("roster.noCandidatesText")} />
      )}
      {found.data !== undefined && found.data.length > 0 && (
        <RadioCards
          legend={t("roster.who")}
          hideLegend
          columns="one"
          choices={found.data.map((one) => choiceOf(one, tier, atOnce))}
          value={chosen}
          onChange={setChosen}
        />
      )}
      {soon && (
        <>
          {!begun && (
            <SegmentedControl
              label={t("roster.whenLabel")}
              choices={[
                { value: "now", label: t("roster.whenNow") },
                { value: "draft", label: t("roster.whenDraft") },
              ]}
              value={when}
              onChange={setWhen}
            />
          )}
          {atOnce && (
            <>
              <Banner tone="info">{t("roster.nowText")}</Banner>
              <TextField label={t("roster.reason")} value={reason} maxLength={300} onText={setReason} />
            </>
          )}
        </>
      )}
      <ProblemAlert problem={act.problem} />
    </Dialog>
  );
}

function choiceOf({ person, load, against, tier: held }: Candidate, wanted: Tier, atOnce: boolean): Choice<string> {
  const moves = against.includes("on_duty") && !atOnce && held !== null && tierNumber(held) > tierNumber(wanted);
  const away = against.some((one) => AWAY.has(one)) || (against.includes("on_duty") && !moves);
  const notes = against.map((one) =>
    one === "on_duty" && held !== null
      ? t(moves ? "roster.againstMoves" : "roster.againstHolds", { tier: tierText(held) })
      : word("dutyAgainst", one),
  );
  return {
    value: person.id,
    label: person.name,
    disabled: away,
    text: (
      <>
        {t("roster.bears", { hours: numberText(Math.round(load.hours)), nights: load.nights, holidays: load.holidays })}
        {notes.length > 0 && <span className={away ? undefined : "c-warn"}> · {notes.join(" · ")}</span>}
      </>
    ),
  };
}
