/** One patient: who it is with what looks odd, likely second records, consults, and every change. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";

import { useAct } from "@/context/use-act";
import { dateText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { birthText } from "@/lib/patient";
import { uuid7 } from "@/lib/uuid7";
import { Banner } from "@/ui/banner";
import { Button, ButtonLink } from "@/ui/button";
import { Card, PageHeader } from "@/ui/card";
import { TextField } from "@/ui/field";
import { useCodeLists } from "@/ui/code-lists";
import { patientLine } from "@/ui/likely-patients";
import { EmptyState, KeyValues, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { UrgencyTag } from "@/ui/tags";

import { History } from "./history";
import { ParticularsForm, warningOf } from "@/ui/particulars-form";
import { consultsQuery, correct, patientKey, patientQuery } from "./patients-api";
import {
  changed,
  EMPTY,
  formOf,
  SECTIONS,
  withCard,
  type FieldName,
  type Form,
  type PatientView,
} from "@/lib/patient-fields";
import { ScanDialog } from "@/ui/scan-card";
import { Twins } from "./twins";

import type { PatientId } from "@/wire/ids";
import type { Schema } from "@/wire/schema";

import "./patients.css";

export default function PatientScreen({ id }: { id: PatientId }) {
  const patient = useQuery(patientQuery(id));
  const [editing, setEditing] = useState(false);
  const known = patient.data;
  if (patient.error !== null) return <ProblemAlert problem={patient.error} onRetry={() => void patient.refetch()} />;
  if (known === undefined) return <LoadingRows rows={8} />;
  return (
    <div className="main narrow">
      <PageHeader
        title={known.full_name || known.code}
        lead={patientLine(known)}
        back="/patients"
        actions={
          !editing && (
            <Button icon="pen" onClick={() => setEditing(true)}>
              {t("patients.edit")}
            </Button>
          )
        }
      />
      {known.id !== id && <Banner tone="info">{t("patients.seenUnder", { code: known.code })}</Banner>}
      {known.open_consult_id !== null && (
        <Banner
          tone="info"
          title={t("patients.openCase")}
          action={<ButtonLink to={`/consults/${known.open_consult_id}/waiting`}>{t("patients.follow")}</ButtonLink>}
        />
      )}
      {editing ? <Edit key={known.id} known={known} onClose={() => setEditing(false)} /> : <Known known={known} />}
      <Twins known={known} />
      <Consults id={known.id} />
      <History known={known} />
    </div>
  );
}

/** What is known, with what looks odd under it; what nobody knows takes no room. */
function Known({ known }: { known: PatientView }) {
  const lists = useCodeLists();
  const shown = (name: FieldName): string => {
    const value = known[name];
    if (name === "birth_date") return birthText(known);
    if (name === "interpreter_needed") return known.interpreter_needed ? t("patients.yes") : "";
    if (name === "nationality_code" && value === EMPTY.nationality_code) return "";
    if (name === "ethnicity_code") return nameIn(lists?.ethnic_groups, known.ethnicity_code);
    if (name === "commune_code") return nameIn(lists?.communes, known.commune_code);
    if (typeof value !== "string" || value === "") return "";
    if (name === "sex") return word("sex", value);
    if (name === "insurance_valid_from" || name === "insurance_valid_to") return dateText(value);
    if (name === "other_id_kind" || name === "living_area" || name === "representative_kind")
      return word("patientChoice", `${name}_${value}`);
    return value;
  };
  const names: FieldName[] = Object.values(SECTIONS).flat();
  const items = names
    .map((name) => ({ name, text: shown(name), odd: warningOf(known, name) }))
    .filter(({ text, odd }) => text !== "" || odd !== null)
    .map(
      ({ name, text, odd }) =>
        [
          word("patientField", name),
          <>
            {text || <span className="mut">{t("patients.notKnown")}</span>}
            {odd !== null && <small className="pt-odd">{odd}</small>}
          </>,
        ] as const,
    );
  return (
    <Card title={t("patients.particulars")}>
      <KeyValues wide items={items} />
    </Card>
  );
}

const nameIn = (list: readonly Schema<"ListEntry">[] | undefined, code: string): string =>
  list?.find((one) => one.code === code)?.name ?? code;

function Edit({ known, onClose }: { known: PatientView; onClose: () => void }) {
  const queries = useQueryClient();
  const act = useAct();
  const [begun] = useState(known);
  const [form, setForm] = useState<Form>(() => formOf(known));
  const [reason, setReason] = useState("");
  const [scanning, setScanning] = useState(false);
  const [id] = useState(uuid7);
  const fields = changed(formOf(begun), form);
  const save = (event: React.SubmitEvent) => {
    event.preventDefault();
    void act
      .run("save", async () => {
        if (Object.keys(fields).length > 0) await correct(begun, id, fields, reason.trim());
        await queries.invalidateQueries({ queryKey: patientKey(known.id) });
        await queries.invalidateQueries({ queryKey: ["patients"] });
      })
      .then((kept) => kept && onClose());
  };
  return (
    <Card
      title={t("patients.particulars")}
      aside={
        <Button icon="camera" onClick={() => setScanning(true)}>
          {t("patients.scan")}
        </Button>
      }
    >
      <ScanDialog
        open={scanning}
        onClose={() => setScanning(false)}
        onCard={(card) => {
          setScanning(false);
          setForm((now) => withCard(now, card));
        }}
      />
      <form className="stack" onSubmit={save} noValidate>
        <ParticularsForm form={form} known={known} onChange={setForm} />
        <TextField
          label={t("patients.why")}
          hint={t("patients.whyHint")}
          maxLength={500}
          value={reason}
          onText={setReason}
        />
        {act.problem !== null && <ProblemAlert problem={act.problem} />}
        <div className="row">
          <Button type="submit" tone="primary" busy={act.busy !== null}>
            {t("patients.keep")}
          </Button>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
        </div>
      </form>
    </Card>
  );
}

function Consults({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(consultsQuery(id));
  return (
    <Card title={t("patients.consults")}>
      {error !== null && <ProblemAlert problem={error} onRetry={() => void refetch()} />}
      {data?.consults.length === 0 && <EmptyState icon="file" title={t("patients.noConsults")} />}
      <ul className="stack">
        {data?.consults.map((one) => (
          <li key={one.id} className="row">
            <UrgencyTag urgency={one.urgency} practice={one.practice} />
            <Link href={`/consults/${one.id}/minutes`} className="sp">
              {`${one.code} · ${dateText(one.sent_at ?? one.created_at)} · ${one.reason}`}
            </Link>
            <small>{word("consultState", one.state)}</small>
            {(one.state === "concluded" || one.state === "closed") && (
              <ButtonLink size="compact" icon="calendar" to={`/follow-ups?case=${one.id}`}>
                {t("title.followUps")}
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
