/** While it rings: the form goes on, each field is sent when it is left; the ladder stands beside it. */
import { useCallback, useEffect, useRef, useState } from "react";
import { Redirect, useLocation } from "wouter";

import { useConsult } from "@/context/consults";
import { usePatients } from "@/context/patients";
import { useMe } from "@/context/session";
import { useConsultEdits, type TextKey } from "@/context/use-consult-edits";
import { useDraft } from "@/context/use-draft";
import { useVitalLimits } from "@/context/vital-limits";
import { correctPatient, putPatient, type Detail } from "@/lib/consult-api";
import { t, tryT, word } from "@/lib/i18n";
import { ageOfMonths, parseBirth, patientTitle, type Sex } from "@/lib/patient";
import { uuid7 } from "@/lib/uuid7";
import { newestVitals } from "@/lib/vitals";
import { Banner } from "@/ui/banner";
import { ConflictNotice } from "@/ui/conflict";
import { TextArea, TextField } from "@/ui/field";
import { Icon } from "@/ui/icon";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { itemsOf, limitsText, VitalsForm, type VitalField } from "@/ui/vitals-form";

import { fieldsFor, judgedAs, liveForm, readyToSend, signature, subjectOf, type LiveForm } from "./emergency-state";
import { forgetHandedOver, handedOver } from "./handoff";
import { RingCard } from "./ring-card";
import { Ground, SexSwitch } from "./start";

import type { ConsultEdits } from "@/context/use-consult-edits";
import type { Schema } from "@/wire/schema";

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
  return <Live key={id} detail={consult.data} />;
}

function Live({ detail }: { detail: Detail }) {
  const { summary } = detail;
  const [start] = useState(() => handedOver(summary.id));
  const [first] = useState(() => liveForm(start, uuid7()));
  const draft = useDraft<LiveForm>(`emergency/${summary.id}`, first);
  const edits = useConsultEdits(summary.id, summary);
  const patients = usePatients([summary.patient_id]);
  const known = summary.patient_id === null ? undefined : patients.get(summary.patient_id);
  const form = draft.value ?? first;
  const particulars = useParticulars(detail, form, known, edits);
  const entering = useEnterWhenTaken(detail, edits);

  useEffect(() => {
    if (start === null) return;
    forgetHandedOver(start.id);
    // The name was typed before the ring and did not hold it up; now it follows.
    if (start.name.trim() !== "" && start.patientId === null) particulars.send();
    const typed = { reason: start.line, history: start.history, examination: start.examination, treatment_given: start.treatment };
    for (const [key, text] of Object.entries(typed) as [TextKey, string][]) {
      if (text.trim() !== "" && text.trim() !== detail.request[key]) edits.sendText(key, text.trim());
    }
    // Once, with what stood in the form when it rang.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const open = summary.state === "waiting" || summary.state === "accepted";
  return (
    <div className="main cols em-live">
      <div className="stack l em-form">
        <div>
          <h1>{patientTitle(known, subjectShown(detail, form))}</h1>
          <p className="mut">
            {word("caseType", summary.case_type)} · {t("consult.code", { code: summary.code })}
          </p>
          {open && <p className="mut">{t("emergency.fieldsFo")}</p>}
        </div>
        <Sent edits={edits} />
        <Vitals detail={detail} form={form} set={draft.set} edits={edits} />
        <Words detail={detail} form={form} set={draft.set} edits={edits} />
        <Particulars detail={detail} form={form} known={known} set={draft.set} onLeave={particulars.send} />
        <WhoDecides requester={summary.requester.name} />
      </div>
      <RingCard detail={detail} entering={entering} />
    </div>
  );
}
