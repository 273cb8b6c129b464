/** While it rings: the form goes on, each field is sent when it is left; the ladder stands beside it. */
import { useEffect, useState } from "react";
import { Redirect } from "wouter";

import { useConsult } from "@/context/consults";
import { usePatients, type PatientView } from "@/context/patients";
import { useConsultEdits, type ConsultEdits, type TextKey } from "@/context/use-consult-edits";
import { useDraft, type Draft } from "@/context/use-draft";
import { useVitalLimits } from "@/context/vital-limits";
import { t, tryT, word } from "@/lib/i18n";
import { patientTitle } from "@/lib/patient";
import { uuid7 } from "@/lib/uuid7";
import { itemsOf, newestVitals, type VitalField } from "@/lib/vitals";
import { Banner } from "@/ui/banner";
import { ConflictNotice } from "@/ui/conflict";
import { TextArea, TextField } from "@/ui/field";
import { MeasureAgain } from "@/ui/guard-late";
import { Icon } from "@/ui/icon";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { limitsText, VitalsForm } from "@/ui/vitals-form";

import { fieldsFor, judgedAs, liveForm, readyToSend, signature, type LiveForm } from "./emergency-state";
import { forgetHandedOver, handedOver } from "./handoff";
import { Particulars, shownSubject, useParticulars } from "./particulars";
import { RingCard } from "./ring-card";
import { Ground } from "./start";

import type { Detail } from "@/lib/consult-api";

export function LiveEmergency({ id }: { id: string }) {
  const consult = useConsult(id);
  if (consult.data === undefined) {
    return (
      <div className="main narrow">
        {consult.isError ? (
          <ProblemAlert problem={consult.error} onRetry={() => void consult.refetch()} />
        ) : (
          <LoadingRows />
        )}
      </div>
    );
  }
  // Only an emergency has this page; a request that is none waits in its own.
  if (consult.data.summary.urgency !== "stat") return <Redirect to={`/consults/${id}/waiting`} replace />;
  return <Live detail={consult.data} />;
}

function Live({ detail }: { detail: Detail }) {
  const { summary } = detail;
  const [start] = useState(() => handedOver(summary.id));
  const [first] = useState(() => liveForm(start, uuid7()));
  const draft = useDraft<LiveForm>(`emergency/${summary.id}`, first);
  const form = draft.value ?? first;
  const edits = useConsultEdits(summary.id, summary);
  const patients = usePatients([summary.patient_id]);
  const known = summary.patient_id === null ? undefined : patients.get(summary.patient_id);
  const particulars = useParticulars(detail, form, known, edits);

  useEffect(() => {
    if (start === null) return;
    forgetHandedOver(start.id);
    // The name did not hold up the ring; now it follows.
    if (start.name.trim() !== "" && start.patientId === null) particulars.send();
    const typed = {
      reason: start.line,
      history: start.history,
      examination: start.examination,
      treatment_given: start.treatment,
    };
    for (const [key, text] of Object.entries(typed) as [TextKey, string][]) {
      if (text.trim() !== "" && text.trim() !== detail.request[key]) void edits.sendText(key, text.trim());
    }
    // Once, with what stood in the form when it rang.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const open = summary.state === "waiting" || summary.state === "accepted" || summary.state === "scheduled";
  const { clear } = draft;
  useEffect(() => {
    if (OVER.has(summary.state)) void clear();
  }, [summary.state, clear]);
  return (
    <div className="main cols em-live">
      <div className="stack l">
        <div>
          <h1>{patientTitle(named(known, form), shownSubject(detail, form))}</h1>
          <p className="mut">
            {word("caseType", summary.case_type)} · {t("consult.code", { code: summary.code })}
          </p>
        </div>
        {open && (
          <div className="stack t">
            <p className="mut">{t("emergency.fieldsGo")}</p>
            <Sent edits={edits} onTheirs={(key) => draft.set((now) => without(now, key))} />
          </div>
        )}
        {open && summary.vitals_asked && <MeasureAgain summary={summary} form="em" />}
        <Vitals detail={detail} form={form} set={draft.set} edits={edits} disabled={!open} />
        <Words detail={detail} form={form} set={draft.set} edits={edits} disabled={!open} />
        <Particulars
          detail={detail}
          form={form}
          known={known}
          set={draft.set}
          onLeave={particulars.send}
          disabled={!open}
        />
        <Ground who={summary.requester.name} />
      </div>
      <RingCard detail={detail} onEnter={() => void edits.flush()} />
    </div>
  );
}

/** From here nothing more is taken, so nothing more is kept on this machine. */
const OVER: ReadonlySet<Detail["summary"]["state"]> = new Set(["concluded", "closed", "cancelled", "transferred"]);

type SetForm = Draft<LiveForm>["set"];

const without = (form: LiveForm, key: string): LiveForm => ({
  ...form,
  texts: Object.fromEntries(Object.entries(form.texts).filter(([held]) => held !== key)),
});

/** What was just typed is the title at once, also before the record has it. */
function named(known: PatientView | undefined, form: LiveForm): PatientView | undefined {
  const name = form.name?.trim();
  if (name === undefined || name === "") return known;
  return known === undefined ? undefined : { ...known, full_name: name };
}

/** Whether what was typed has gone; what must be decided comes first. */
function Sent({ edits, onTheirs }: { edits: ConsultEdits; onTheirs: (key: TextKey) => void }) {
  const { state, conflict } = edits;
  return (
    <>
      {conflict !== null && (
        <ConflictNotice
          field={conflict.key}
          theirs={conflict.theirs}
          onMine={edits.keepMine}
          onTheirs={() => {
            onTheirs(conflict.key);
            edits.takeTheirs();
          }}
        />
      )}
      {state.refused !== null &&
        (state.refused.key === "patient" ? (
          <Banner tone="warn" live="alert">
            {t("emergency.patientGone")}
          </Banner>
        ) : (
          <ProblemAlert problem={state.refused.problem} />
        ))}
      {state.stuck ? (
        <Banner tone="warn" icon="cloudOff" live="status">
          {t("consult.changesUnsent")}
        </Banner>
      ) : (
        <p className="saved" role="status">
          <Icon name={state.pending ? "send" : "check"} size="sm" />
          {t(state.pending ? "emergency.sending" : "emergency.allSent")}
        </p>
      )}
    </>
  );
}

interface PartProps {
  readonly detail: Detail;
  readonly form: LiveForm;
  readonly set: SetForm;
  readonly edits: ConsultEdits;
  readonly disabled: boolean;
}

function Vitals({ detail, form, set, edits, disabled }: PartProps) {
  const limits = useVitalLimits();
  const caseType = detail.summary.case_type;
  const subject = judgedAs(shownSubject(detail, form), caseType);
  const advice = tryT(`emergency.measure_${caseType}`);
  const leave = (field: VitalField) => {
    if (!readyToSend(field, form.vitals, form, limits, subject)) return;
    void edits.sendVitals(field, form.vitals, itemsOf(field));
    set((now) => ({ ...now, sentVitals: { ...now.sentVitals, [field]: signature(field, form.vitals) } }));
  };
  return (
    <fieldset className="fs">
      <legend>
        {t("emergency.vitals")} <small>{limitsText(subject)}</small>
      </legend>
      <VitalsForm
        idPrefix="em"
        fields={fieldsFor(caseType)}
        texts={form.vitals}
        limits={limits}
        subject={subject}
        earlier={newestVitals(detail.vitals)}
        disabled={disabled}
        onText={(item, text) => set((now) => ({ ...now, vitals: { ...now.vitals, [item]: text } }))}
        onOxygen={(oxygen) => set((now) => ({ ...now, vitals: { ...now.vitals, oxygen } }))}
        onLeave={leave}
      />
      {advice !== null && (
        <p className="row nw hint">
          <Icon name="info" size="sm" />
          {advice}
        </p>
      )}
    </fieldset>
  );
}

function Words({ detail, form, set, edits, disabled }: PartProps) {
  const shown = (key: TextKey) => form.texts[key] ?? detail.request[key];
  const field = (key: TextKey) => ({
    value: shown(key),
    disabled,
    onText: (text: string) => set((now) => ({ ...now, texts: { ...now.texts, [key]: text } })),
    onBlur: () => {
      const text = shown(key).trim();
      if (text !== detail.request[key]) void edits.sendText(key, text);
    },
  });
  return (
    <div className="stack">
      <TextField label={t("emergency.line")} maxLength={200} {...field("reason")} />
      <TextArea
        label={t("consult.field_history")}
        hint={tryT(`emergency.ask_${detail.summary.case_type}`) ?? undefined}
        maxLength={4000}
        {...field("history")}
      />
      <TextArea label={t("consult.field_treatment_given")} rows={2} maxLength={4000} {...field("treatment_given")} />
    </div>
  );
}
