/** Finds the patient by name without marks, or takes a new one with as little as is known. */
import { lazy, Suspense, useEffect, useState } from "react";

import { t, word } from "@/lib/i18n";
import { birthText, patientAge } from "@/lib/patient";
import { Banner } from "@/ui/banner";
import { Button, ButtonLink } from "@/ui/button";
import { RadioCards } from "@/ui/choices";
import { TextField } from "@/ui/field";
import { later } from "@/ui/later";
import { ProblemAlert } from "@/ui/problem-alert";

import { faultText } from "./fault-text";
import { searchPatients } from "./request-api";
import { emptyNewPatient, type PatientView, type RequestForm } from "./request-state";

import type { NewPatientProps } from "./new-patient";
import type { Faults } from "./places";

const Scan = lazy(async () => (await import("./later")).fetchScan());
const NewPatientPart = later<NewPatientProps>(async () => (await (await import("./later")).fetchNewPatient()).default);

const FRESH = "new";
const SEARCH_AFTER_MS = 300;
/** More than these are narrowed by typing on, not by scrolling. */
const SHOWN = 6;

type Search =
  | { readonly kind: "idle" | "searching" }
  | { readonly kind: "found"; readonly patients: readonly PatientView[] }
  | { readonly kind: "failed"; readonly problem: unknown };

/** Asks when the typing pauses; an answer to older text is dropped. */
function useSearch(text: string): Search {
  const [answer, setAnswer] = useState<{ readonly text: string; readonly search: Search } | null>(null);
  const asked = text.trim();
  useEffect(() => {
    if (asked.length < 2) return;
    let stopped = false;
    const timer = setTimeout(() => {
      searchPatients(asked).then(
        (patients) => !stopped && setAnswer({ text: asked, search: { kind: "found", patients } }),
        (problem: unknown) => !stopped && setAnswer({ text: asked, search: { kind: "failed", problem } }),
      );
    }, SEARCH_AFTER_MS);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [asked]);
  if (asked.length < 2) return { kind: "idle" };
  return answer?.text === asked ? answer.search : { kind: "searching" };
}

export function PatientPicker({
  form,
  change,
  faults,
}: {
  form: RequestForm;
  change: (part: Partial<RequestForm>) => void;
  faults: Faults;
}) {
  const [text, setText] = useState("");
  const [scanning, setScanning] = useState(false);
  useEffect(() => NewPatientPart.fetch(), []);
  const search = useSearch(text);
  const matches = search.kind === "found" ? search.patients : [];
  const found = matches.slice(0, SHOWN);
  const listed =
    form.known !== null && !found.some((one) => one.id === form.known?.id) ? [form.known, ...found] : found;
  const choose = (value: string) => {
    // Chosen: the others would only be in the way.
    setText("");
    const known = listed.find((one) => one.id === value);
    if (known) change({ known, fresh: null });
    // What was looked for and not found is most likely the name.
    else change({ known: null, fresh: form.fresh ?? { ...emptyNewPatient, name: /\d/.test(text) ? "" : text.trim() } });
  };
  const open = form.known?.open_consult_id ?? null;
  return (
    <fieldset className="fs" id="rq-patient">
      <legend>{t("request.patient")}</legend>
      <TextField
        label={t("request.search")}
        hint={t("request.searchHint")}
        type="search"
        enterKeyHint="search"
        maxLength={100}
        value={text}
        onText={setText}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.preventDefault();
        }}
      />
      <div className="row">
        <Button icon="camera" onClick={() => setScanning(true)}>
          {t("request.scan")}
        </Button>
      </div>
      {scanning && (
        <Suspense>
          <Scan
            fresh={form.fresh}
            onClose={() => setScanning(false)}
            onFresh={(fresh) => {
              setText("");
              change({ known: null, fresh });
            }}
            onKnown={(known) => {
              setText("");
              change({ known, fresh: null });
            }}
          />
        </Suspense>
      )}
      <p className={search.kind === "idle" ? "vh" : "mut"} role="status">
        {search.kind === "searching" && t("request.searching")}
        {search.kind === "found" && foundText(matches.length)}
      </p>
      {search.kind === "failed" && <ProblemAlert problem={search.problem} />}
      <RadioCards
        legend={t("request.patientList")}
        hideLegend
        columns="one"
        choices={[
          ...listed.map((one) => ({ value: one.id, label: titleOf(one), text: detailOf(one) })),
          { value: FRESH, label: t("request.newPatient"), text: t("request.newPatientText") },
        ]}
        value={form.known?.id ?? (form.fresh === null ? null : FRESH)}
        onChange={choose}
        error={faultText(faults, "patient")}
      />
      {open !== null && open !== form.id && (
        <Banner
          tone="info"
          title={t("request.openCaseTitle")}
          action={
            <ButtonLink tone="out-brand" to={`/consults/${open}/waiting`}>
              {t("request.openCaseFollow")}
            </ButtonLink>
          }
        >
          {t("request.openCaseText")}
        </Banner>
      )}
      {form.fresh !== null && (
        <NewPatientPart.Part
          fresh={form.fresh}
          onChange={(fresh) => change({ fresh })}
          onKnown={(known) => change({ known, fresh: null })}
          faults={faults}
        />
      )}
    </fieldset>
  );
}

function foundText(n: number): string {
  if (n === 0) return t("request.foundNone");
  return n > SHOWN ? t("request.foundMany", { n, shown: SHOWN }) : t("request.found", { n });
}

const titleOf = (one: PatientView): string =>
  [one.full_name || one.code, one.sex === "unknown" ? "" : word("sex", one.sex), patientAge(one)]
    .filter(Boolean)
    .join(", ");

function detailOf(one: PatientView): string {
  const born = birthText(one);
  return [
    born === "" ? "" : t("request.born", { day: born }),
    one.village,
    one.representative === "" ? "" : t("request.representativeIs", { name: one.representative }),
    one.code,
  ]
    .filter(Boolean)
    .join(" · ");
}
