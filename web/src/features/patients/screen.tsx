/** A station's patients: found by the beginnings of words, by number or by their identity card; a new one with as little as is known. */
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { Link, useLocation } from "wouter";

import { useAct } from "@/context/use-act";
import { useMe } from "@/context/session";
import { t } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Button } from "@/ui/button";
import { Card, PageHeader } from "@/ui/card";
import { TextField } from "@/ui/field";
import { Icon } from "@/ui/icon";
import LikelyNew from "@/ui/likely-new";
import { patientLine } from "@/ui/likely-patients";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { ParticularsForm } from "@/ui/particulars-form";
import { find, keep } from "./patients-api";
import { changed, EMPTY, withCard, type Form, type PatientView } from "@/lib/patient-fields";
import { ScanDialog } from "@/ui/scan-card";

import type { IdentityCard } from "@/lib/identity-card";

import "./patients.css";

export default function PatientsScreen() {
  const [text, setText] = useState("");
  const [scanning, setScanning] = useState(false);
  const [fresh, setFresh] = useState<Form | null>(null);
  const asked = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: ["patients", "found", asked],
    queryFn: () => find(asked),
    enabled: asked.length >= 2,
    gcTime: 0, // names stay no longer than the page
  });
  const scanned = (card: IdentityCard) => {
    setScanning(false);
    setText(card.nationalId);
    void find(card.nationalId).then((known) => known.length === 0 && setFresh(withCard(EMPTY, card)));
  };
  return (
    <div className="main narrow">
      <PageHeader
        title={t("patients.heading")}
        lead={t("patients.lead")}
        actions={
          <>
            <Button icon="camera" onClick={() => setScanning(true)}>
              {t("patients.scan")}
            </Button>
            {fresh === null && (
              <Button
                icon="plus"
                tone="primary"
                onClick={() => setFresh({ ...EMPTY, full_name: /\d/.test(text) ? "" : text.trim() })}
              >
                {t("patients.add")}
              </Button>
            )}
          </>
        }
      />
      <ScanDialog open={scanning} onClose={() => setScanning(false)} onCard={scanned} />
      {fresh !== null && <NewPatient form={fresh} onChange={setFresh} onClose={() => setFresh(null)} />}
      <TextField
        label={t("patients.search")}
        hint={t("patients.searchHint")}
        type="search"
        enterKeyHint="search"
        maxLength={100}
        value={text}
        onText={setText}
      />
      {found.error !== null && <ProblemAlert problem={found.error} onRetry={() => void found.refetch()} />}
      {found.isFetching && found.data === undefined && <LoadingRows rows={4} />}
      {found.data !== undefined && asked.length >= 2 && <Found patients={found.data} />}
    </div>
  );
}

function Found({ patients }: { patients: readonly PatientView[] }) {
  if (patients.length === 0) {
    return (
      <Card>
        <EmptyState icon="search" title={t("patients.none")} text={t("patients.noneText")} />
      </Card>
    );
  }
  return (
    <Card flush>
      <ul aria-label={t("patients.found", { n: patients.length })}>
        {patients.map((one) => (
          <li key={one.id} className="pt-row">
            <Link href={`/patients/${one.id}`} className="pt-link">
              <span className="sp">
                <b>{one.full_name || one.code}</b>
                <small>{patientLine(one)}</small>
                {one.joined.length > 0 && <small>{t("patients.joinedCount", { n: one.joined.length })}</small>}
              </span>
              <Icon name="right" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function NewPatient({ form, onChange, onClose }: { form: Form; onChange: (form: Form) => void; onClose: () => void }) {
  const station = useMe().grant?.facility.id;
  const act = useAct();
  const [, go] = useLocation();
  const [id] = useState(uuid7);
  const save = (event: React.SubmitEvent) => {
    event.preventDefault();
    if (station === undefined) return;
    void act.run("save", () => keep(id, station, changed(EMPTY, form))).then((kept) => kept && go(`/patients/${id}`));
  };
  return (
    <Card title={t("patients.newTitle")}>
      <form className="stack" onSubmit={save} noValidate>
        <p className="mut">{t("patients.newLead")}</p>
        <ParticularsForm form={form} known={null} onChange={onChange} />
        {station !== undefined && (
          <LikelyNew
            fields={changed(EMPTY, form)}
            station={station}
            pick={t("patients.openRecord")}
            onPick={(known) => go(`/patients/${known.id}`)}
          />
        )}
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
