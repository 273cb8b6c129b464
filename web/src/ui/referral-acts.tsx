/** What may be said of a patient on the way: one button each, and a sheet that asks what the other end needs to know. */
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";

import { fetchHospitals } from "@/lib/hospitals";
import { t, word } from "@/lib/i18n";
import { wayWire } from "@/lib/referral-api";
import { SIGN_NAMES, signOf, type Act, type CareResult, type Fitness, type SignName } from "@/lib/referral-way";
import { uuid7 } from "@/lib/uuid7";

import { Button } from "./button";
import { RadioCards } from "./choices";
import { DayField } from "./day-field";
import { Dialog } from "./dialog";
import { TextArea, TextField } from "./field";
import { ProblemAlert } from "./problem-alert";

import type { IconName } from "./icon";
import type { ReferralView } from "@/lib/referral-state";

import "./referral.css";

const ICON: Readonly<Record<Act, IconName>> = {
  depart: "truck",
  accept: "check",
  redirect: "swap",
  arrive: "hospital",
  miss: "alert",
  feedback: "send",
};

interface Sheet {
  readonly view: ReferralView;
  readonly onDone: (view: ReferralView) => void;
  readonly onClose: () => void;
}

/** The first is the likeliest. `compact`: on a card of the board. */
export function ReferralActs({
  view,
  acts,
  compact = false,
  onDone,
}: {
  view: ReferralView;
  acts: readonly Act[];
  compact?: boolean;
  onDone: (view: ReferralView) => void;
}) {
  const [asking, setAsking] = useState<Act | null>(null);
  const close = () => setAsking(null);
  const done = (next: ReferralView) => {
    close();
    onDone(next);
  };
  const Sheet = asking === null ? null : SHEETS[asking];
  return (
    <>
      <div className="row">
        {acts.map((act, place) => (
          <Button
            key={act}
            icon={ICON[act]}
            tone={place === 0 ? "primary" : "plain"}
            {...(compact && { size: "compact" as const })}
            onClick={() => setAsking(act)}
          >
            {t(`way.${act}`)}
          </Button>
        ))}
      </div>
      {Sheet && <Sheet view={view} onDone={done} onClose={close} />}
    </>
  );
}

/** One sheet: says it once, however often the button is pressed. */
function Ask({
  title,
  text,
  act,
  label,
  whole,
  send,
  onDone,
  onClose,
  children,
}: {
  title: string;
  text: string;
  act: Act;
  label?: string;
  /** Nothing is missing. */
  whole: boolean;
  send: (change: string) => Promise<ReferralView>;
  onDone: (view: ReferralView) => void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const [change] = useState(uuid7);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const go = () => {
    setBusy(true);
    setProblem(null);
    send(change).then(onDone, (fault: unknown) => {
      setBusy(false);
      setProblem(fault);
    });
  };
  return (
    <Dialog
      open
      wide={act === "depart" || act === "feedback"}
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button tone="primary" icon={ICON[act]} busy={busy} disabled={!whole} onClick={go}>
            {label ?? t(`way.${act}`)}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{text}</p>
        {children}
        <ProblemAlert problem={problem} />
      </div>
    </Dialog>
  );
}

type Signs = Partial<Record<SignName, string>>;

function DepartSheet(sheet: Sheet) {
  const [fit, setFit] = useState<Fitness | null>(null);
  const [note, setNote] = useState("");
  const [minutes, setMinutes] = useState("");
  const [signs, setSigns] = useState<Signs>({});
  const read = SIGN_NAMES.map((name) => [name, signOf(name, signs[name] ?? "")] as const);
  const way = minutes.trim() === "" ? null : Number(minutes);
  const wayFits = way === null || (Number.isInteger(way) && way > 0 && way <= 2880);
  const explained = fit !== "not_fit" || note.trim() !== "";
  const whole = fit !== null && explained && wayFits && read.every(([, value]) => value !== undefined);
  return (
    <Ask
      {...sheet}
      act="depart"
      title={t("way.departTitle")}
      text={t("way.departText")}
      label={t("way.confirmDepart")}
      whole={whole}
      send={(change) =>
        wayWire.depart(sheet.view.id, change, {
          fit_for_transfer: fit ?? "fit",
          fit_note: note.trim(),
          travel_minutes: way,
          signs: Object.fromEntries(read.filter(([, value]) => value !== null)),
        })
      }
    >
      <RadioCards
        legend={t("way.fit")}
        columns="one"
        choices={(["fit", "with_care", "not_fit"] as const).map((value) => ({ value, label: word("fitness", value) }))}
        value={fit}
        onChange={setFit}
      />
      <TextField
        label={t(fit === "not_fit" ? "way.departNote" : "way.departNoteFree")}
        {...(fit === "not_fit" && { note: t("way.needed") })}
        value={note}
        maxLength={500}
        onText={setNote}
      />
      <fieldset className="fs">
        <legend>{t("way.signs")}</legend>
        <div className="ref-signs">
          {read.map(([name, value]) => (
            <TextField
              key={name}
              label={t(`way.${name}`)}
              inputMode="decimal"
              value={signs[name] ?? ""}
              maxLength={5}
              error={value === undefined ? t("way.number") : null}
              onText={(text) => setSigns({ ...signs, [name]: text })}
            />
          ))}
        </div>
      </fieldset>
      <TextField
        label={t("way.departMinutes")}
        hint={t("way.departMinutesHint")}
        inputMode="numeric"
        value={minutes}
        maxLength={4}
        error={wayFits ? null : t("way.number")}
        onText={setMinutes}
      />
    </Ask>
  );
}

function AcceptSheet(sheet: Sheet) {
  const [note, setNote] = useState("");
  return (
    <Ask
      {...sheet}
      act="accept"
      title={t("way.acceptTitle")}
      text={t("way.acceptText")}
      whole
      send={(change) => wayWire.accept(sheet.view.id, change, { note: note.trim() })}
    >
      <TextField label={t("way.acceptNote")} value={note} maxLength={500} onText={setNote} />
    </Ask>
  );
}

function RedirectSheet(sheet: Sheet) {
  const hospitals = useQuery({ queryKey: ["hospitals"], queryFn: fetchHospitals, staleTime: 3_600_000 });
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const others = (hospitals.data ?? []).filter(({ id }) => id !== sheet.view.to_facility.id);
  return (
    <Ask
      {...sheet}
      act="redirect"
      title={t("way.redirectTitle")}
      text={t("way.redirectText")}
      whole={to !== null && reason.trim() !== ""}
      send={(change) => wayWire.redirect(sheet.view.id, change, { to_facility_id: to ?? "", reason: reason.trim() })}
    >
      <RadioCards
        legend={t("way.redirectTo")}
        columns="one"
        choices={others.map(({ id, name }) => ({ value: id, label: name }))}
        value={to}
        onChange={setTo}
      />
      <TextField
        label={t("way.redirectReason")}
        note={t("way.needed")}
        value={reason}
        maxLength={500}
        onText={setReason}
      />
    </Ask>
  );
}

function ArriveSheet(sheet: Sheet) {
  const [note, setNote] = useState("");
  return (
    <Ask
      {...sheet}
      act="arrive"
      title={t("way.arriveTitle")}
      text={t("way.arriveText")}
      whole
      send={(change) => wayWire.arrive(sheet.view.id, change, { note: note.trim() })}
    >
      <TextField label={t("way.remark")} value={note} maxLength={500} onText={setNote} />
    </Ask>
  );
}

function MissSheet(sheet: Sheet) {
  const [note, setNote] = useState("");
  return (
    <Ask
      {...sheet}
      act="miss"
      title={t("way.missTitle")}
      text={t("way.missText")}
      whole
      send={(change) => wayWire.miss(sheet.view.id, change, { note: note.trim() })}
    >
      <TextField label={t("way.remark")} value={note} maxLength={500} onText={setNote} />
    </Ask>
  );
}

type Result = CareResult;
const RESULTS: readonly Result[] = ["admitted", "treated", "moved_on", "left", "died"];
const ICD = /^([A-Z]\d{2}(\.\d{1,2})?[†*]?)?$/;

function FeedbackSheet(sheet: Sheet) {
  const { view } = sheet;
  const [diagnosis, setDiagnosis] = useState(view.diagnosis);
  const [icd, setIcd] = useState(view.icd_code);
  const [done, setDone] = useState("");
  const [advice, setAdvice] = useState("");
  const [result, setResult] = useState<Result | null>(null);
  const [day, setDay] = useState("");
  const code = icd.trim().toUpperCase();
  const codeFits = ICD.test(code);
  const whole = diagnosis.trim() !== "" && done.trim() !== "" && result !== null && codeFits;
  return (
    <Ask
      {...sheet}
      act="feedback"
      title={t("way.feedbackTitle")}
      text={`${view.from_facility.name} · ${view.consult_code}`}
      whole={whole}
      send={(change) =>
        wayWire.feedback(view.id, change, {
          final_diagnosis: diagnosis.trim(),
          final_icd_code: code,
          done: done.trim(),
          advice: advice.trim(),
          result: result ?? "treated",
          follow_up_on: day === "" ? null : day,
        })
      }
    >
      <TextField
        label={t("way.finalDiagnosis")}
        note={t("way.needed")}
        value={diagnosis}
        maxLength={500}
        onText={setDiagnosis}
      />
      <TextField
        label={t("way.finalIcd")}
        value={icd}
        maxLength={8}
        autoCapitalize="characters"
        spellCheck={false}
        error={codeFits ? null : t("referral.icdFault")}
        onText={setIcd}
      />
      <TextArea label={t("way.done")} note={t("way.needed")} rows={2} value={done} maxLength={4000} onText={setDone} />
      <TextArea label={t("way.advice")} rows={2} value={advice} maxLength={4000} onText={setAdvice} />
      <RadioCards
        legend={t("way.result")}
        columns="three"
        choices={RESULTS.map((value) => ({ value, label: word("careResult", value) }))}
        value={result}
        onChange={setResult}
      />
      <DayField
        label={t("way.followUpOn")}
        hint={t("way.followUpHint")}
        placeholder={t("way.dayHint")}
        wrong={t("way.dayWrong")}
        day={day}
        onDay={setDay}
      />
    </Ask>
  );
}

const SHEETS: Readonly<Record<Act, (sheet: Sheet) => ReactNode>> = {
  depart: DepartSheet,
  accept: AcceptSheet,
  redirect: RedirectSheet,
  arrive: ArriveSheet,
  miss: MissSheet,
  feedback: FeedbackSheet,
};
