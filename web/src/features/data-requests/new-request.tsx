/** Takes down what a patient asks: who, what, in their words. */
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";

import { useAct } from "@/context/use-act";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { birthText } from "@/lib/patient";
import { uuid7 } from "@/lib/uuid7";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { FieldError, RadioCards } from "@/ui/choices";
import { TextArea, TextField } from "@/ui/field";
import { ProblemAlert } from "@/ui/problem-alert";

import { faultsOf, KINDS, type Filed } from "./request-state";

import type { Schema } from "@/wire/schema";

type Patient = Schema<"PatientView">;

export function NewRequest({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const act = useAct();
  const [patient, setPatient] = useState<Patient | null>(null);
  const [said, setSaid] = useState<Filed>({ kind: null, askedBy: "", words: "" });
  const [tried, setTried] = useState(false);
  const id = useRef({ words: "", id: "" });
  const faults = tried ? faultsOf(patient?.id ?? null, said) : {};

  const save = (event: React.SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (patient === null || said.kind === null || Object.keys(faultsOf(patient.id, said)).length > 0) return;
    const body = {
      patient_id: patient.id,
      kind: said.kind,
      asked_by: said.askedBy.trim(),
      words: said.words.trim(),
    };
    const words = JSON.stringify(body);
    if (id.current.words !== words) id.current = { words, id: uuid7() };
    void act
      .run("save", async () => {
        await ok(api.PUT("/api/data-requests/{id}", { params: { path: { id: id.current.id } }, body }));
        await queries.invalidateQueries({ queryKey: ["data-requests"] });
      })
      .then((saved) => saved && onClose());
  };

  return (
    <Card title={t("dataRequest.addTitle")}>
      {/* Two forms side by side: one cannot stand in the other. */}
      <div className="stack">
        <PatientFinder chosen={patient} onChoose={setPatient} fault={faults.patient} />
        <form className="stack" onSubmit={save} noValidate>
          <RadioCards
            legend={t("dataRequest.kind")}
            columns="one"
            choices={KINDS.map((kind) => ({
              value: kind,
              label: word("dataRequestKind", kind),
              text: t(`dataRequest.${kind}Text`),
            }))}
            value={said.kind}
            onChange={(kind) => setSaid({ ...said, kind })}
            error={faults.kind ?? null}
          />
          <TextField
            label={t("dataRequest.askedBy")}
            hint={t("dataRequest.askedByHint")}
            error={faults.askedBy}
            value={said.askedBy}
            maxLength={200}
            onText={(askedBy) => setSaid({ ...said, askedBy })}
          />
          <TextArea
            label={t("dataRequest.words")}
            error={faults.words}
            value={said.words}
            maxLength={2000}
            onText={(words) => setSaid({ ...said, words })}
          />
          <ProblemAlert problem={act.problem} />
          <div className="row">
            <Button tone="primary" type="submit" busy={act.busy !== null}>
              {t("dataRequest.save")}
            </Button>
            <Button onClick={onClose}>{t("common.cancel")}</Button>
          </div>
        </form>
      </div>
    </Card>
  );
}

function PatientFinder({
  chosen,
  onChoose,
  fault,
}: {
  chosen: Patient | null;
  onChoose: (patient: Patient) => void;
  fault: string | undefined;
}) {
  const [text, setText] = useState("");
  const [found, setFound] = useState<readonly Patient[] | null>(null);
  const act = useAct();
  const find = (event: React.SubmitEvent) => {
    event.preventDefault();
    if (text.trim().length < 2) return;
    void act.run("find", async () => {
      const { patients } = await ok(api.POST("/api/patients/search", { body: { text: text.trim() } }));
      setFound(patients);
    });
  };
  return (
    <form className="stack t" role="search" onSubmit={find} noValidate>
      <TextField
        label={t("dataRequest.find")}
        hint={t("dataRequest.findHint")}
        value={text}
        maxLength={100}
        onText={setText}
        after={
          <Button type="submit" icon="search" busy={act.busy !== null}>
            {t("dataRequest.findGo")}
          </Button>
        }
      />
      <ProblemAlert problem={act.problem} />
      {found !== null && found.length === 0 && <p className="mut">{t("dataRequest.findNone")}</p>}
      {found !== null && found.length > 0 && (
        <RadioCards
          legend={t("dataRequest.find")}
          hideLegend
          columns="one"
          choices={found.map((one) => ({
            value: one.id,
            label: one.full_name || one.code,
            text: [one.code, birthText(one)].filter(Boolean).join(" · "),
          }))}
          value={chosen?.id ?? null}
          onChange={(id) => {
            const one = found.find((patient) => patient.id === id);
            if (one) onChoose(one);
            setFound(null);
          }}
        />
      )}
      {chosen !== null && (
        <p>{t("dataRequest.chosen", { name: chosen.full_name || chosen.code, code: chosen.code })}</p>
      )}
      {fault !== undefined && <FieldError>{fault}</FieldError>}
    </form>
  );
}
