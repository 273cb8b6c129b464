/** A request in three steps. It is kept on this machine as it is typed, on the server when put off, and rings when sent. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Redirect } from "wouter";

import { useConsult } from "@/context/consults";
import { useRequestTemplates } from "@/context/request-templates";
import { useDraft } from "@/context/use-draft";
import { api, ok } from "@/lib/http-client";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { RequestPage } from "./page";
import { emptyForm, emptyNewPatient, formOf, type PatientView, type RequestForm } from "./request-state";

import type { Detail } from "@/lib/consult-api";
import type { ConsultId } from "@/wire/ids";

import "./request.css";

export default function RequestScreen({ id }: { id: ConsultId | null }) {
  return id === null ? <NewRequest /> : <KeptRequest id={id} />;
}

function Waiting() {
  return (
    <div className="main narrow">
      <LoadingRows />
    </div>
  );
}

function NewRequest() {
  const [empty] = useState(emptyForm);
  return <Drafted draftKey="request/new" first={empty} server={null} />;
}

/** A draft of the server, opened again by whoever works at the station. */
function KeptRequest({ id }: { id: string }) {
  const consult = useConsult(id);
  const patientId = consult.data?.summary.patient_id ?? null;
  const patient = useQuery({
    queryKey: ["patient", patientId],
    queryFn: () => ok(api.GET("/api/patients/{id}", { params: { path: { id: patientId ?? "" } } })),
    enabled: patientId !== null,
  });
  const fault = consult.error ?? patient.error;
  if (fault) {
    return (
      <div className="main narrow">
        <ProblemAlert
          problem={fault}
          onRetry={() => {
            void consult.refetch();
            if (patientId !== null) void patient.refetch();
          }}
        />
      </div>
    );
  }
  if (consult.data === undefined || (patientId !== null && patient.data === undefined)) return <Waiting />;
  if (consult.data.summary.state !== "draft") return <Redirect to={`/consults/${id}/waiting`} replace />;
  return <Kept detail={consult.data} patient={patient.data ?? null} />;
}

function Kept({ detail, patient }: { detail: Detail; patient: PatientView | null }) {
  const templates = useRequestTemplates();
  const [first] = useState(() => formOf(detail, patient, templates));
  return <Drafted draftKey={`request/${detail.summary.id}`} first={first} server={detail} />;
}

function Drafted({ draftKey, first, server }: { draftKey: string; first: RequestForm; server: Detail | null }) {
  const draft = useDraft<RequestForm>(draftKey, first);
  if (draft.value === null) return <Waiting />;
  // One typed before this page knew of a field has it empty.
  const { fresh } = draft.value;
  const form = {
    ...emptyForm(draft.value.id),
    ...draft.value,
    fresh: fresh && { ...emptyNewPatient, ...fresh },
  };
  return <RequestPage draft={draft} form={form} server={server} />;
}
