/** Appointments of one's place, and how patients are 7 and 30 days after the advice: what needs a word stands first. Live. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useSearchParams } from "wouter";

import { useConsult } from "@/context/consults";
import { usePatients } from "@/context/patients";
import { useMe } from "@/context/session";
import { useFrames } from "@/context/socket";
import { dayText, serverNow, whenText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Button } from "@/ui/button";
import { Card, PageHeader } from "@/ui/card";
import { RadioCards } from "@/ui/choices";
import { ConfirmDialog, Dialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { PaperButton } from "@/ui/paper";
import { ProblemAlert } from "@/ui/problem-alert";
import { Pill, type Tone } from "@/ui/tags";

import { AppointDialog, PickCase, withWhom } from "./appoint";
import { apart, asksResult, dayOf, listsOf, mayMiss, type Debt, type FollowUp } from "./follow-ups-state";

import type { Schema } from "@/wire/schema";

import "./follow-ups.css";

const STATE: Readonly<Record<FollowUp["state"], Tone>> = {
  planned: "info",
  reminded: "warn",
  done: "ok",
  missed: "danger",
  cancelled: "off",
};
const LISTS = ["follow-ups"] as const;
const CASE = "case";

export default function FollowUpsScreen() {
  const me = useMe();
  const queries = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const about = search.get(CASE);
  const [picking, setPicking] = useState(false);
  const [appointing, setAppointing] = useState(false);
  const all = useQuery({
    queryKey: LISTS,
    queryFn: async ({ signal }) => (await ok(api.GET("/api/follow-ups", { signal }))).follow_ups,
  });
  const debts = useQuery({
    queryKey: ["debts"],
    queryFn: async () => (await ok(api.GET("/api/debts"))).debts,
  });
  const again = () => {
    void queries.invalidateQueries({ queryKey: LISTS });
    void queries.invalidateQueries({ queryKey: ["debts"] });
  };
  useFrames((frame) => {
    if (frame.type === "record" || (frame.type === "notice" && frame.kind === "follow_up_near")) again();
  });
  const asked = apart((debts.data ?? []).filter(asksResult), about);
  const appointed = apart(all.data ?? [], about);
  const patients = usePatients([...(all.data ?? []), ...asked.here, ...asked.others].map((one) => one.patient_id));
  const name = (patient: string | null, code: string): string =>
    patients.get(patient ?? "")?.full_name || t("followUps.code", { code });
  const station = me.grant?.facility.kind === "station";
  const { data } = all;
  const lists = listsOf(appointed.others, serverNow());
  const row = (one: FollowUp) => (
    <Row key={one.id} one={one} who={name(one.patient_id, one.consult_code)} station={station} onDone={again} />
  );
  return (
    <div className="main narrow">
      <PageHeader
        title={t("followUps.heading")}
        lead={t("followUps.lead")}
        actions={
          <Button tone="primary" icon="plus" onClick={() => setPicking(true)}>
            {t("followUps.new")}
          </Button>
        }
      />
      {all.error !== null && <ProblemAlert problem={all.error} onRetry={() => void all.refetch()} />}
      {about !== null && (
        <OfCase
          key={about}
          id={about}
          appointing={appointing}
          rows={appointed.here.map(row)}
          onAppoint={setAppointing}
          onDone={again}
        >
          {station && asked.here.length > 0 && <AskedList asked={asked.here} name={name} onDone={again} />}
        </OfCase>
      )}
      {station && debts.data !== undefined && <Results asked={asked.others} name={name} onDone={again} />}
      {data === undefined ? (
        all.isPending && <LoadingRows rows={5} />
      ) : data.length === 0 && about === null ? (
        <div className="card">
          <EmptyState icon="calendar" title={t("followUps.none")} text={t("followUps.noneText")} />
        </div>
      ) : (
        (["overdue", "coming", "over"] as const).map((part) => {
          const rows = part === "overdue" ? lists.unmarked : lists[part];
          return (
            rows.length > 0 && (
              <Card key={part} title={t(`followUps.${part}`)} {...(part === "overdue" && { tone: "hot" as const })}>
                <ul className="stack fu-list">{rows.map(row)}</ul>
              </Card>
            )
          );
        })
      )}
      {picking && (
        <PickCase
          station={station}
          onClose={() => setPicking(false)}
          onPick={(consult) => {
            setPicking(false);
            setSearch({ [CASE]: consult });
            setAppointing(true);
          }}
        />
      )}
    </div>
  );
}

/** The case that a debt, a decision or a patient's page led to: its appointments, its questions, and a new day. */
function OfCase({
  id,
  rows,
  appointing,
  onAppoint,
  onDone,
  children,
}: {
  id: string;
  rows: readonly ReactNode[];
  appointing: boolean;
  onAppoint: (open: boolean) => void;
  onDone: () => void;
  children: ReactNode;
}) {
  const consult = useConsult(id);
  const patients = usePatients([consult.data?.summary.patient_id ?? null]);
  if (consult.error !== null) {
    return <ProblemAlert problem={consult.error} onRetry={() => void consult.refetch()} />;
  }
  if (consult.data === undefined) return <LoadingRows rows={2} />;
  const { summary } = consult.data;
  const who = patients.get(summary.patient_id ?? "")?.full_name || t("followUps.code", { code: summary.code });
  return (
    <Card
      title={who}
      aside={
        <Button icon="calendar" onClick={() => onAppoint(true)}>
          {t("followUps.another")}
        </Button>
      }
    >
      <div className="stack">
        <p className="mut">{[summary.reason, summary.code].filter(Boolean).join(" · ")}</p>
        {children}
        {rows.length === 0 ? (
          <p className="mut">{t("followUps.caseNone")}</p>
        ) : (
          <ul className="stack fu-list">{rows}</ul>
        )}
      </div>
      {appointing && (
        <AppointDialog
          consult={id}
          who={who}
          onClose={() => onAppoint(false)}
          onDone={() => {
            onAppoint(false);
            onDone();
          }}
        />
      )}
    </Card>
  );
}

function Row({ one, who, station, onDone }: { one: FollowUp; who: string; station: boolean; onDone: () => void }) {
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState<"move" | "cancel" | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const done = () => {
    setAsking(null);
    onDone();
  };
  const mark = (state: "done" | "missed" | "cancelled") => {
    setBusy(true);
    setProblem(null);
    ok(
      api.POST("/api/follow-ups/{id}/marks/{change_id}", {
        params: { path: { id: one.id, change_id: uuid7() } },
        body: { state, note: "" },
      }),
    )
      .then(done, setProblem)
      .finally(() => setBusy(false));
  };
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
          one.note,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {one.may_change && (
        <div className="row">
          <Button icon="check" busy={busy} onClick={() => mark("done")}>
            {t("followUps.came")}
          </Button>
          {mayMiss(one) && (
            <Button icon="x" busy={busy} onClick={() => mark("missed")}>
              {t("followUps.missed")}
            </Button>
          )}
          <Button icon="calendar" busy={busy} onClick={() => setAsking("move")}>
            {t("followUps.move")}
          </Button>
          <Button busy={busy} onClick={() => setAsking("cancel")}>
            {t("followUps.cancel")}
          </Button>
          {station && (
            <PaperButton paper={{ form: "follow_up", id: one.id, signed: true }} label={t("followUps.printSlip")} />
          )}
        </div>
      )}
      {asking === "move" && (
        <AppointDialog consult={one.consult_id} who={who} moving={one} onClose={() => setAsking(null)} onDone={done} />
      )}
      <ConfirmDialog
        open={asking === "cancel"}
        onClose={() => setAsking(null)}
        onConfirm={() => mark("cancelled")}
        title={t("followUps.cancelTitle", { who })}
        confirm={t("followUps.cancel")}
        danger
        busy={busy}
      >
        <p>{t("followUps.cancelText", { day: dayText(one.on) })}</p>
      </ConfirmDialog>
      <ProblemAlert problem={problem} />
    </li>
  );
}

interface Asked {
  readonly asked: readonly Debt[];
  readonly name: (patient: string | null, code: string) => string;
  readonly onDone: () => void;
}

function Results(props: Asked) {
  return (
    <Card title={t("followUps.results")}>
      {props.asked.length === 0 ? <p className="mut">{t("followUps.resultsNone")}</p> : <AskedList {...props} />}
    </Card>
  );
}

function AskedList({ asked, name, onDone }: Asked) {
  const [about, setAbout] = useState<Debt | null>(null);
  return (
    <>
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
    </>
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
