/** Before the ring: three choices and a line, all optional but the condition; then the red button. */
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";

import { useConsultNews } from "@/context/consults";
import { useDuty } from "@/context/duty";
import { useMe } from "@/context/session";
import { useLink } from "@/context/socket";
import { useDraft } from "@/context/use-draft";
import { asksFor } from "@/context/use-entering";
import { useVitalLimits } from "@/context/vital-limits";
import { serverNow, timeText } from "@/lib/clock";
import { cancelConsult, putConsult } from "@/lib/consult-api";
import {
  CONDITIONS,
  EMERGENCY_DRAFT,
  emptyStart,
  isUntouched,
  specialtyFor,
  type EmergencyStart,
} from "@/lib/emergency-start";
import { t, tryT, word } from "@/lib/i18n";
import { parseBirth } from "@/lib/patient";
import { asProblem, Problem } from "@/lib/problem";
import { uuid7 } from "@/lib/uuid7";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { FieldError, RadioCards, SegmentedControl } from "@/ui/choices";
import { TextField } from "@/ui/field";
import { LoadingRows } from "@/ui/lists";
import { Phones } from "@/ui/phones";
import { ProblemAlert } from "@/ui/problem-alert";

import { mayCall, ringBody } from "./emergency-state";
import { handOver } from "./handoff";

import type { RequestJob } from "@/lib/request-store";

const Queued = lazy(async () => (await import("./later")).fetchQueued());

/** After this long without an answer the telephone is shown, while the machine goes on trying. */
const SLOW_AFTER_MS = 4_000;
/** What was begun longer ago belongs to another patient. */
const KEEP_MS = 6 * 3_600_000;

export function StartEmergency() {
  const [empty] = useState(emptyStart);
  const draft = useDraft<EmergencyStart>(EMERGENCY_DRAFT, empty);
  const { value, set, restoredFrom } = draft;
  useEffect(() => {
    if (restoredFrom !== null && Date.now() - restoredFrom > KEEP_MS) set(emptyStart());
  }, [restoredFrom, set]);
  if (value === null) {
    return (
      <div className="main narrow">
        <LoadingRows />
      </div>
    );
  }
  return (
    <Form
      start={value}
      onChange={(part) => set((now) => ({ ...now, ...part }))}
      onFresh={() => set(emptyStart())}
      restoredFrom={restoredFrom}
      onSent={() => void draft.clear()}
    />
  );
}

function Form({
  start,
  onChange,
  onFresh,
  restoredFrom,
  onSent,
}: {
  start: EmergencyStart;
  onChange: (part: Partial<EmergencyStart>) => void;
  onFresh: () => void;
  restoredFrom: number | null;
  onSent: () => void;
}) {
  const me = useMe();
  const duty = useDuty();
  const link = useLink();
  const ring = useRing(start, onSent);
  const [tried, setTried] = useState(false);
  const nurse = me.grant?.role === "station_nurse";
  const missing = tried && !mayCall(start);
  const specialty = word("specialty", specialtyFor(start.caseType));
  const hospital = duty.data?.hospital.short_name;
  const call = () => {
    setTried(true);
    if (mayCall(start) && !nurse) ring.call();
  };
  return (
    <form
      className="main narrow em-start"
      onSubmit={(event) => {
        event.preventDefault();
        call();
      }}
    >
      {restoredFrom !== null && !isUntouched(start) && (
        <Banner
          tone="info"
          icon="history"
          action={
            <Button onClick={onFresh} disabled={ring.busy}>
              {t("emergency.fresh")}
            </Button>
          }
        >
          {start.carried ? t("emergency.from") : t("emergency.restored", { time: timeText(restoredFrom) })}
        </Banner>
      )}
      <h1 className="vh">{t("title.emergency")}</h1>
      <RadioCards
        legend={t("emergency.what")}
        columns="three"
        choices={CONDITIONS.map((value) => ({
          value,
          label: tryT(`emergency.type_${value}`) ?? word("caseType", value),
          emergency: true,
        }))}
        value={CONDITIONS.find((value) => value === start.caseType) ?? null}
        onChange={(caseType) => onChange({ caseType })}
      />
      <Who start={start} onChange={onChange} tried={tried} />
      <TextField
        label={t("emergency.line")}
        placeholder={t("emergency.linePlaceholder")}
        maxLength={200}
        value={start.line}
        onText={(line) => onChange({ line })}
      />
      <div className="stack m">
        {missing && (
          <div role="alert">
            <FieldError>{t("emergency.needOne")}</FieldError>
          </div>
        )}
        {nurse && (
          <Banner tone="warn" title={t("consult.nurseTitle")}>
            {t("emergency.nurse")}
          </Banner>
        )}
        {(ring.slow || ring.problem !== null || nurse) && (
          <>
            {ring.problem !== null && <Failed problem={ring.problem} />}
            {ring.kept !== null && (
              <Suspense>
                <Queued job={ring.kept} number={duty.phones[0]?.number ?? ""} onGone={ring.gone} />
              </Suspense>
            )}
            {ring.slow && ring.problem === null && (
              <Banner tone="warn" icon="clock" live="alert">
                {t("emergency.slow")}
              </Banner>
            )}
            <Phones phones={duty.phones} urgent />
          </>
        )}
        <Button
          type="submit"
          tone="danger"
          size="lg"
          wide
          icon="phone"
          className="em-call"
          busy={ring.busy}
          disabled={nurse}
        >
          {ring.busy ? t("emergency.calling") : t(ring.problem === null ? "emergency.call" : "emergency.callAgain")}
        </Button>
        <p className="mut em-to">
          {hospital === undefined
            ? t("emergency.goesToNoHospital", { specialty })
            : t("emergency.goesTo", { specialty, hospital })}
        </p>
        {link.kind === "reconnecting" && ring.problem === null && !ring.slow && <Phones phones={duty.phones} urgent />}
        <Ground who={me.name} />
      </div>
    </form>
  );
}

function Who({
  start,
  onChange,
  tried,
}: {
  start: EmergencyStart;
  onChange: (part: Partial<EmergencyStart>) => void;
  tried: boolean;
}) {
  const badAge = tried && start.age.trim() !== "" && parseBirth(start.age) === null;
  return (
    <div className="em-who">
      <TextField
        label={t("emergency.name")}
        note={t("emergency.nameNote")}
        placeholder={t("emergency.nameEmpty")}
        maxLength={255}
        value={start.name}
        onText={(name) => onChange({ name, patientId: null })}
      />
      <TextField
        label={t("emergency.age")}
        inputMode="text"
        maxLength={12}
        value={start.age}
        error={badAge ? t("emergency.ageBad") : null}
        onText={(age) => onChange({ age })}
      />
      <div className="f">
        <span className="lab" aria-hidden="true">
          {t("emergency.sex")}
        </span>
        <SexSwitch value={start.sex} onChange={(sex) => onChange({ sex })} />
      </div>
    </div>
  );
}

export function SexSwitch({
  value,
  onChange,
}: {
  value: EmergencyStart["sex"];
  onChange: (sex: EmergencyStart["sex"]) => void;
}) {
  return (
    <SegmentedControl
      label={t("emergency.sex")}
      choices={[
        { value: "male", label: t("patient.male") },
        { value: "female", label: t("patient.female") },
        { value: "unknown", label: t("emergency.sexUnknown") },
      ]}
      value={value}
      onChange={onChange}
    />
  );
}

export function Ground({ who }: { who: string }) {
  return (
    <Banner tone="info" icon="shield" title={t("emergency.groundTitle")}>
      {t("emergency.groundText", { who })}
    </Banner>
  );
}

function Failed({ problem }: { problem: unknown }) {
  if (!asProblem(problem).isLine) return <ProblemAlert problem={problem} />;
  return (
    <Banner tone="danger" icon="cloudOff" title={t("emergency.offline")} live="alert">
      {t("emergency.offlineText")}
    </Banner>
  );
}

/** Sends the one PUT that rings. Sent twice it rings once: the id was made when the form opened. */
function useRing(start: EmergencyStart, onSent: () => void) {
  const me = useMe();
  const limits = useVitalLimits();
  const { keep, again } = useConsultNews();
  const [, go] = useLocation();
  const [busy, setBusy] = useState(false);
  const [slow, setSlow] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const made = useRef<RequestJob | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const [kept, setKept] = useState<RequestJob | null>(null);

  const send = async () => {
    const now = new Date(serverNow()).toISOString();
    const body = ringBody(start, me.grant?.facility.id ?? "", uuid7(), now, limits, t("emergency.groundReason"));
    made.current = { consult: start.id, patient: null, body: { ...body, written_at: now }, onTop: null };
    try {
      keep(await putConsult(start.id, body));
    } catch (thrown) {
      // An earlier try arrived after all, and its answer was lost: it rings already.
      if (!(thrown instanceof Problem) || thrown.code !== "id_reused") throw thrown;
      await again(start.id);
    }
  };
  const rings = () => {
    handOver(start);
    asksFor(start.id);
    onSent();
    if (start.replaces !== null)
      void cancelConsult(start.replaces, t("emergency.groundReason")).then(keep, () => undefined);
    go(`/emergency/${start.id}`, { replace: true });
  };
  const call = () => {
    setBusy(true);
    setProblem(null);
    timer.current = setTimeout(() => setSlow(true), SLOW_AFTER_MS);
    send()
      .then(rings, (thrown: unknown) => {
        setProblem(thrown);
        setBusy(false);
        if (asProblem(thrown).isLine) setKept(made.current);
      })
      .finally(() => {
        clearTimeout(timer.current);
        setSlow(false);
      });
  };
  return { call, busy, slow, problem, kept, gone: rings };
}
