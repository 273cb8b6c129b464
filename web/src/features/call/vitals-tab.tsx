/** Vital signs: what is alarming, the newest values, all sets in time; the station adds one while talking. */
import { useEffect, useState } from "react";

import { useConsultNews } from "@/context/consults";
import { useMe } from "@/context/session";
import { useDraft } from "@/context/use-draft";
import { bringOutbox, waitingTitle } from "@/context/use-outbox";
import { useVitalLimits } from "@/context/vital-limits";
import { numberText, serverNow, timeText } from "@/lib/clock";
import { changeConsult, type Detail } from "@/lib/consult-api";
import { t, word } from "@/lib/i18n";
import { asProblem } from "@/lib/problem";
import { uuid7 } from "@/lib/uuid7";
import { readings } from "@/lib/vital-readings";
import {
  anyVital,
  badItems,
  newestVitals,
  toVitals,
  VITAL_ITEMS,
  type VitalField,
  type VitalTexts,
} from "@/lib/vitals";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { toast } from "@/ui/toast";
import { limitsText, VitalsForm } from "@/ui/vitals-form";

import { Tiles } from "./file-tabs";

const FIELDS: readonly VitalField[] = [
  "respiration",
  "spo2",
  "pulse",
  "temperature",
  "pressure",
  "gcs",
  "glucose",
  "weight",
];
const COLUMNS = 4;
const PREFIX = "call-vital";

export function VitalsTab({
  detail,
  atStation,
  adding,
  onAdding,
}: {
  detail: Detail;
  atStation: boolean;
  adding: boolean;
  onAdding: (adding: boolean) => void;
}) {
  const alarming = readings(detail.vitals).filter(({ tone }) => tone === "flag");
  return (
    <>
      {!adding &&
        alarming.map(({ item, value, verdict }) => (
          <Banner key={item} tone="danger" title={`${word("vital", item)} ${value} ${word("vitalUnit", item)}`}>
            {verdict}
          </Banner>
        ))}
      {adding && atStation && <AddSet detail={detail} onDone={() => onAdding(false)} />}
      {detail.vitals.length === 0 && !adding && (
        <EmptyState icon="pulse" title={t("call.noVitals")} text={t("call.noVitalsText")} />
      )}
      {!adding && <Tiles detail={detail} />}
      {detail.vitals.length > 1 && <Series detail={detail} />}
    </>
  );
}

/** The last sets side by side, oldest left: the eye follows a row. */
function Series({ detail }: { detail: Detail }) {
  const sets = [...detail.vitals].sort((a, b) => a.taken_at.localeCompare(b.taken_at)).slice(-COLUMNS);
  const items = VITAL_ITEMS.filter((item) => sets.some((set) => set[item] !== null));
  return (
    <section aria-label={t("call.series")}>
      <h2>{t("call.series")}</h2>
      <div className="tw">
        <table className="t series">
          <thead>
            <tr>
              <th scope="col">{t("call.takenAt")}</th>
              {sets.map((set) => (
                <th key={set.id} scope="col" className="r num">
                  {timeText(set.taken_at)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item}>
                <th scope="row">
                  {word("vital", item)} <small>{word("vitalUnit", item)}</small>
                </th>
                {sets.map((set) => {
                  const value = set[item];
                  const alert = set.alerts.find((found) => found.item === item);
                  const tone = alert ? (alert.level === "critical" ? "c-danger" : "c-warn") : "";
                  return (
                    <td key={set.id} className={`r num ${tone}`}>
                      {value === null ? "–" : numberText(Number(value))}
                      {alert && (
                        <b>
                          <span aria-hidden="true"> {isLow(alert) ? "↓" : "↑"}</span>
                          <span className="vh">{isLow(alert) ? t("call.low") : t("call.high")}</span>
                        </b>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const isLow = (alert: { value: string; low: string | null }): boolean =>
  alert.low !== null && Number(alert.value) < Number(alert.low);

interface Draft {
  readonly id: string;
  readonly texts: VitalTexts;
}

function AddSet({ detail, onDone }: { detail: Detail; onDone: () => void }) {
  const { summary, request } = detail;
  const me = useMe();
  const { keep, again } = useConsultNews();
  const limits = useVitalLimits();
  const [fresh] = useState<Draft>(() => ({ id: uuid7(), texts: {} }));
  useEffect(() => {
    const first = document.getElementById(`${PREFIX}-${FIELDS[0] ?? ""}`);
    first?.scrollIntoView({ block: "center" });
    first?.focus({ preventScroll: true });
  }, []);
  const draft = useDraft<Draft>(`call-vitals/${summary.id}`, fresh);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { id, texts } = draft.value ?? fresh;
  const subject = { ageMonths: summary.subject.age_months, pregnant: request.pregnant === true };
  const bad = badItems(limits, texts, subject);
  const set = (change: VitalTexts) => draft.set((now) => ({ ...now, texts: { ...now.texts, ...change } }));
  const send = async () => {
    const vitals = toVitals(texts, id, new Date(serverNow()).toISOString());
    if (vitals === null) return;
    setBusy(true);
    setProblem(null);
    try {
      // The set's own id names the change too: sent twice, it is one set.
      keep(await changeConsult(summary.id, summary.version, { vitals }, id));
      await draft.clear();
      onDone();
      toast(t("call.vitalsSent"));
      await again(summary.id);
    } catch (fault) {
      if (asProblem(fault).isLine) {
        // The same id: whether it arrived or not, it is one set.
        const set = { kind: "field", field: `vitals/${id}`, change: { vitals }, patient: null, before: [] } as const;
        const job = { ...set, consult: summary.id, id, seen: summary.version };
        await (await bringOutbox(me.id)).add(waitingTitle(summary), job);
        await draft.clear();
        onDone();
        toast(t("consult.changesUnsent"));
        return;
      }
      setProblem(fault);
      setBusy(false);
    }
  };
  return (
    <section className="stack" aria-label={t("call.addVitals")}>
      <h2>{t("call.addVitals")}</h2>
      <p className="s cap">{limitsText(subject)}</p>
      <VitalsForm
        fields={FIELDS}
        texts={texts}
        onText={(item, text) => set({ [item]: text })}
        onOxygen={(oxygen) => set({ oxygen })}
        limits={limits}
        subject={subject}
        earlier={newestVitals(detail.vitals)}
        idPrefix={PREFIX}
        disabled={busy}
      />
      <ProblemAlert problem={problem} />
      <div className="row">
        <Button
          onClick={() => {
            void draft.clear();
            onDone();
          }}
        >
          {t("call.vitalsKeep")}
        </Button>
        <Button
          tone="primary"
          icon="send"
          busy={busy}
          disabled={!anyVital(texts) || bad.length > 0}
          onClick={() => void send()}
        >
          {t("call.saveVitals")}
        </Button>
      </div>
    </section>
  );
}
