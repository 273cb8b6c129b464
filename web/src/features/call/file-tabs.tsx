/** The case as the station told it, and what was said of it by telephone. */
import { useRequestTemplates } from "@/context/request-templates";
import { useConsentDesk } from "@/context/use-consent-desk";
import { serverNow, whenText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { readings, type Reading } from "@/lib/vital-readings";
import { ConsentCard } from "@/ui/consent-card";
import { GateTold } from "@/ui/guard-late";
import { LateSaid } from "@/ui/late-said";
import { KeyValues } from "@/ui/lists";
import { VitalTile } from "@/ui/vital-tile";

import type { Detail } from "@/lib/consult-api";

export function SummaryTab({ detail }: { detail: Detail }) {
  const { request, summary } = detail;
  const desk = useConsentDesk(summary);
  const templates = useRequestTemplates();
  const facts: readonly (readonly [string, string])[] = [
    [t("call.workingDiagnosis"), request.working_diagnosis],
    [t("call.reason"), request.reason],
    [t("call.onset"), request.onset_at === null ? "" : whenText(request.onset_at)],
    [t("call.pregnant"), request.pregnant === true ? t("call.yes") : ""],
    [t("call.history"), request.history],
    [t("call.pastHistory"), request.past_history],
    [t("call.examination"), request.examination],
    [t("call.treatmentGiven"), request.treatment_given],
  ];
  const told = facts.filter(([, value]) => value !== "");
  return (
    <>
      <div className="ask">
        <small>{t("call.question")}</small>
        {summary.question || summary.reason || word("caseType", summary.case_type)}
      </div>
      <LateSaid notes={detail.phone_notes} advices={detail.phone_advices} />
      <ConsentCard summary={summary} desk={desk} />
      <GateTold gate={detail} templates={templates} />
      <Tiles detail={detail} most={6} />
      {told.length > 0 && <KeyValues items={told} />}
      {request.history === "" && request.examination === "" && <p className="mut">{t("call.notWritten")}</p>}
    </>
  );
}

/** The newest value of each item; what is out of its band comes first. */
export function Tiles({ detail, most }: { detail: Detail; most?: number }) {
  const rank = { flag: 0, warn: 1, ok: 2 } as const;
  const found = [...readings(detail.vitals)].sort((a, b) => rank[a.tone] - rank[b.tone]);
  if (found.length === 0) return null;
  return (
    <div className="vts two">
      {found.slice(0, most).map((reading) => (
        <VitalTile
          key={reading.item}
          small
          label={word("vital", reading.item)}
          unit={word("vitalUnit", reading.item)}
          value={reading.value}
          tone={reading.tone}
          verdict={[reading.verdict, reading.onOxygen ? t("call.onOxygen") : "", sinceText(reading)]
            .filter(Boolean)
            .join(" · ")}
        />
      ))}
    </div>
  );
}

function sinceText({ at }: Reading): string {
  const minutes = Math.floor((serverNow() - new Date(at).getTime()) / 60_000);
  if (minutes < 1) return t("call.justNow");
  return minutes < 60 ? t("call.sinceMinutes", { n: minutes }) : whenText(at);
}
