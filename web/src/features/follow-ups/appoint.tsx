/** An appointment by hand: which case, which day, who would be there; another day for one that was made. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useOpenConsults } from "@/context/consults";
import { usePatients } from "@/context/patients";
import { dayText, isoDay, serverNow } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Button, ButtonLink } from "@/ui/button";
import { Chip } from "@/ui/choices";
import { DayField } from "@/ui/day-field";
import { Dialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { Icon } from "@/ui/icon";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { appointable, dayIn, type FollowUp } from "./follow-ups-state";

const DAYS = [3, 7, 14, 30] as const;

/** For whom: the cases that are open here, the newest first; whose case is closed is found under its patient. */
export function PickCase({
  station,
  onPick,
  onClose,
}: {
  station: boolean;
  onPick: (consult: string) => void;
  onClose: () => void;
}) {
  const consults = useOpenConsults();
  const cases = appointable(consults.data ?? []);
  const patients = usePatients(cases.map(({ patient_id }) => patient_id));
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("followUps.pick")}
      footer={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          {station && (
            <ButtonLink icon="search" to="/patients">
              {t("followUps.pickOther")}
            </ButtonLink>
          )}
        </>
      }
    >
      {consults.data === undefined ? (
        consults.isPending && <LoadingRows rows={3} />
      ) : cases.length === 0 ? (
        <EmptyState icon="calendar" title={t("followUps.pickNone")} text={t("followUps.pickNoneText")} />
      ) : (
        <ul className="stack">
          {cases.map((one) => (
            <li key={one.id} className="row">
              <span className="sp">
                <b>{patients.get(one.patient_id ?? "")?.full_name || t("followUps.code", { code: one.code })}</b>
                <br />
                <small className="mut">
                  {[one.reason, one.station.short_name, one.code].filter(Boolean).join(" · ")}
                </small>
              </span>
              <Button icon="calendar" onClick={() => onPick(one.id)}>
                {t("followUps.choose")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ProblemAlert problem={consults.error} />
    </Dialog>
  );
}

export function AppointDialog({
  consult,
  who,
  moving,
  onClose,
  onDone,
}: {
  consult: string;
  who: string;
  /** The appointment that gets another day. */
  moving?: FollowUp;
  onClose: () => void;
  onDone: () => void;
}) {
  const today = isoDay(serverNow());
  const [id] = useState(uuid7);
  const [day, setDay] = useState("");
  const [typed, setTyped] = useState(0);
  const [reason, setReason] = useState(moving?.reason ?? "");
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const past = day !== "" && day < today;
  const whole = day !== "" && !past && day !== moving?.on;
  const save = () => {
    setBusy(true);
    setProblem(null);
    const sent =
      moving === undefined
        ? ok(
            api.PUT("/api/follow-ups/{id}", {
              params: { path: { id } },
              body: { consult_id: consult, on: day, reason: reason.trim() },
            }),
          )
        : ok(
            api.POST("/api/follow-ups/{id}/moves/{change_id}", {
              params: { path: { id: moving.id, change_id: id } },
              body: { on: day, reason: reason.trim(), note: note.trim() },
            }),
          );
    sent.then(onDone, (fault: unknown) => {
      setBusy(false);
      setProblem(fault);
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(moving === undefined ? "followUps.new" : "followUps.move")}
      footer={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button tone="primary" icon="calendar" busy={busy} disabled={!whole} onClick={save}>
            {t(moving === undefined ? "followUps.make" : "followUps.moveDo")}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>
          <b>{who}</b>
          {moving !== undefined && <> · {t("followUps.was", { day: dayText(moving.on) })}</>}
        </p>
        <DayField
          key={typed}
          label={t("followUps.day")}
          hint={t("followUps.dayHint")}
          placeholder="30/11/2026"
          wrong={t("followUps.dayWrong")}
          error={past ? t("followUps.dayPast") : null}
          day={day}
          onDay={setDay}
        />
        <div className="chips" role="group" aria-label={t("followUps.day")}>
          {DAYS.map((n) => {
            const then = dayIn(today, n);
            return (
              <Chip
                key={n}
                pressed={day === then}
                onClick={() => {
                  setDay(then);
                  setTyped(typed + 1);
                }}
              >
                {t("followUps.inDays", { n, day: dayText(then).slice(0, 5) })}
              </Chip>
            );
          })}
        </div>
        {day !== "" && !past && <Proposed consult={consult} day={day} />}
        <TextField
          label={t("followUps.reason")}
          note={t("followUps.optional")}
          value={reason}
          maxLength={500}
          onText={setReason}
        />
        {moving !== undefined && (
          <>
            <TextField
              label={t("followUps.moveWhy")}
              note={t("followUps.optional")}
              value={note}
              maxLength={500}
              onText={setNote}
            />
            <p className="hint">{t("followUps.moveHint")}</p>
          </>
        )}
        <ProblemAlert problem={problem} />
      </div>
    </Dialog>
  );
}

/** Who stands on the roster that day: the same doctor first. */
function Proposed({ consult, day }: { consult: string; day: string }) {
  const { data, isPending } = useQuery({
    queryKey: ["follow-up-proposal", consult, day],
    queryFn: ({ signal }) =>
      ok(
        api.GET("/api/consults/{id}/follow-up-proposal", {
          params: { path: { id: consult }, query: { on: day } },
          signal,
        }),
      ),
  });
  // Without an answer the appointment can be made all the same.
  if (data === undefined) return isPending ? <p className="mut">{t("common.loading")}</p> : null;
  return (
    <p role="status">
      <Icon name="users" size="sm" /> {withWhom(data)} · {data.hospital.short_name}
    </p>
  );
}

export function withWhom(one: Pick<FollowUp, "proposed" | "person" | "specialty">): string {
  const specialty = one.specialty === null ? "" : word("specialty", one.specialty);
  if (one.proposed === null || one.person === null) return t("followUps.anyone", { specialty });
  return t(`followUps.${one.proposed}`, { person: one.person.name, specialty });
}
