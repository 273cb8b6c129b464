/** Appointments of one's place, and how patients are 7 and 30 days after the advice: what needs a word stands first. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { usePatients } from "@/context/patients";
import { useMe } from "@/context/session";
import { dayText, serverNow, whenText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Button } from "@/ui/button";
import { Card, PageHeader } from "@/ui/card";
import { RadioCards } from "@/ui/choices";
import { Dialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { PaperButton } from "@/ui/paper";
import { ProblemAlert } from "@/ui/problem-alert";
import { Pill, type Tone } from "@/ui/tags";

import { asksResult, dayOf, listsOf, mayMiss, type Debt, type FollowUp } from "./follow-ups-state";

import type { Schema } from "@/wire/schema";

const STATE: Readonly<Record<FollowUp["state"], Tone>> = {
  planned: "info",
  reminded: "warn",
  done: "ok",
  missed: "danger",
  cancelled: "off",
};

export default function FollowUpsScreen() {
  const me = useMe();
  const queries = useQueryClient();
  const all = useQuery({
    queryKey: ["follow-ups"],
    queryFn: async ({ signal }) => (await ok(api.GET("/api/follow-ups", { signal }))).follow_ups,
  });
  const debts = useQuery({
    queryKey: ["debts"],
    queryFn: async () => (await ok(api.GET("/api/debts"))).debts,
  });
  const asked = (debts.data ?? []).filter(asksResult);
  const patients = usePatients([...(all.data ?? []), ...asked].map(({ patient_id }) => patient_id));
  const name = (patient: string | null, code: string): string =>
    patients.get(patient ?? "")?.full_name || t("followUps.code", { code });
  const again = () => {
    void queries.invalidateQueries({ queryKey: ["follow-ups"] });
    void queries.invalidateQueries({ queryKey: ["debts"] });
  };
  const station = me.grant?.facility.kind === "station";
  const { data } = all;
  const lists = listsOf(data ?? [], serverNow());
  return (
    <div className="main narrow">
      <PageHeader title={t("followUps.heading")} lead={t("followUps.lead")} />
      {all.error !== null && <ProblemAlert problem={all.error} onRetry={() => void all.refetch()} />}
      {station && debts.data !== undefined && <Results asked={asked} name={name} onDone={again} />}
      {data === undefined ? (
        all.isPending && <LoadingRows rows={5} />
      ) : data.length === 0 ? (
        <div className="card">
          <EmptyState icon="calendar" title={t("followUps.none")} text={t("followUps.noneText")} />
        </div>
      ) : (
        (["overdue", "coming", "over"] as const).map((part) => {
          const rows = part === "overdue" ? lists.unmarked : lists[part];
          return (
            rows.length > 0 && (
              <Card key={part} title={t(`followUps.${part}`)} {...(part === "overdue" && { tone: "hot" as const })}>
                <ul className="stack">
                  {rows.map((one) => (
                    <Row
                      key={one.id}
                      one={one}
                      who={name(one.patient_id, one.consult_code)}
                      station={station}
                      onDone={again}
                    />
                  ))}
                </ul>
              </Card>
            )
          );
        })
      )}
    </div>
  );
}

function Row({ one, who, station, onDone }: { one: FollowUp; who: string; station: boolean; onDone: () => void }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const mark = (state: "done" | "missed" | "cancelled") => {
    setBusy(true);
    setProblem(null);
    ok(
      api.POST("/api/follow-ups/{id}/marks/{change_id}", {
        params: { path: { id: one.id, change_id: uuid7() } },
        body: { state, note: "" },
      }),
    )
      .then(onDone, setProblem)
      .finally(() => setBusy(false));
  };
  const open = one.state === "planned" || one.state === "reminded";
  return (
    <li className="stack" data-follow-up={one.id}>
      <div className="row">
        <b className="sp">{who}</b>
        <Pill tone={STATE[one.state]} icon="calendar">
          {word("followUpState", one.state)}
        </Pill>
      </div>
      <p>
        <b>{t("followUps.on", { day: dayText(one.on) })}</b> · {withWhom(one)}
      </p>
      <p className="mut">
        {[
          one.hospital?.short_name ?? one.station.short_name,
          t("followUps.slip", { number: one.number }),
          one.reminded_at === null ? "" : t("followUps.reminded", { time: whenText(one.reminded_at) }),
          one.reason,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {open && station && (
        <div className="row">
          <Button icon="check" busy={busy} onClick={() => mark("done")}>
            {t("followUps.came")}
          </Button>
          {mayMiss(one) && (
            <Button icon="x" busy={busy} onClick={() => mark("missed")}>
              {t("followUps.missed")}
            </Button>
          )}
          <Button busy={busy} onClick={() => mark("cancelled")}>
            {t("followUps.cancel")}
          </Button>
          <PaperButton paper={{ form: "follow_up", id: one.id, signed: true }} label={t("followUps.printSlip")} />
        </div>
      )}
      <ProblemAlert problem={problem} />
    </li>
  );
}

function withWhom(one: FollowUp): string {
  const specialty = one.specialty === null ? "" : word("specialty", one.specialty);
  if (one.proposed === null || one.person === null) return t("followUps.anyone", { specialty });
  return t(`followUps.${one.proposed}`, { person: one.person.name, specialty });
}

function Results({
  asked,
  name,
  onDone,
}: {
  asked: readonly Debt[];
  name: (patient: string | null, code: string) => string;
  onDone: () => void;
}) {
  const [about, setAbout] = useState<Debt | null>(null);
  return (
    <Card title={t("followUps.results")}>
      {asked.length === 0 ? (
        <p className="mut">{t("followUps.resultsNone")}</p>
      ) : (
        <ul className="stack">
          {asked.map((debt) => (
            <li key={`${debt.kind}/${debt.consult_id}`} className="row">
              <span className="sp">
                <b>{name(debt.patient_id, debt.consult_code)}</b>
                <br />
                <small className="mut">
                  {t(dayOf(debt) === 30 ? "followUps.after30" : "followUps.after7")} · {debt.consult_code}
                </small>
              </span>
              <Button icon="pen" onClick={() => setAbout(debt)}>
                {t("followUps.record")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {about !== null && (
        <ResultDialog
          debt={about}
          who={name(about.patient_id, about.consult_code)}
          onClose={() => setAbout(null)}
          onDone={() => {
            setAbout(null);
            onDone();
          }}
        />
      )}
    </Card>
  );
}

type Condition = Schema<"Condition">;
const CONDITIONS: readonly Condition[] = ["cured", "better", "same", "worse", "died", "unknown"];

function ResultDialog({
  debt,
  who,
  onClose,
  onDone,
}: {
  debt: Debt;
  who: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const [condition, setCondition] = useState<Condition | null>(null);
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const day = dayOf(debt);
  const save = () => {
    if (condition === null) return;
    setBusy(true);
    ok(
      api.PUT("/api/consults/{id}/results/{day}", {
        params: { path: { id: debt.consult_id, day: day === 30 ? "30" : "7" } },
        body: { condition, note: note.trim() },
      }),
    ).then(onDone, (fault: unknown) => {
      setBusy(false);
      setProblem(fault);
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("followUps.recordTitle")}
      footer={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button tone="primary" icon="check" busy={busy} disabled={condition === null} onClick={save}>
            {t("followUps.save")}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>
          {who} · {t(day === 30 ? "followUps.after30" : "followUps.after7")}
        </p>
        <RadioCards
          legend={t("followUps.recordTitle")}
          hideLegend
          choices={CONDITIONS.map((value) => ({ value, label: word("condition", value) }))}
          value={condition}
          onChange={setCondition}
        />
        <TextField label={t("followUps.remark")} value={note} maxLength={500} onText={setNote} />
        <ProblemAlert problem={problem} />
      </div>
    </Dialog>
  );
}
