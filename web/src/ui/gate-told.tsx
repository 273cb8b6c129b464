/** What the station's gate kept of a request, for who advises: signs of danger, what was lacking and why, answers, allergies. */
import { t, word } from "@/lib/i18n";
import { lackText, type CaseGate, type Template } from "@/lib/request-templates";

import { AllergyTag, VitalsAskedTag } from "./allergy-tag";
import { Banner } from "./banner";
import { KeyValues } from "./lists";

/** `templates`: null until they are there; then a question without its text stands under its name. */
export default function GateTold({ gate, templates }: { gate: CaseGate; templates: readonly Template[] | null }) {
  const { summary, request, lacked, without } = gate;
  if (summary.masked || summary.practice) return null;
  const name = (code: string) => lackText(templates, summary.case_type, code);
  const answers = Object.entries(request.answers).filter(([, said]) => said.trim() !== "");
  return (
    <section className="stack t" aria-label={t("guard.told")}>
      <span className="row t">
        <AllergyTag allergy={summary.allergy} />
        <VitalsAskedTag summary={summary} />
      </span>
      {summary.red_flags.length > 0 && (
        <Banner
          tone={summary.urgency === "stat" ? "warn" : "danger"}
          title={t("guard.flagOne", { list: summary.red_flags.map(name).join(" · ") })}
        >
          {summary.urgency !== "stat" && t("guard.flagKept", { urgency: word("urgency", summary.urgency) })}
        </Banner>
      )}
      {lacked.length > 0 && (
        <Banner tone="warn" title={t("guard.sentWithout", { list: lacked.map(name).join(" · ") })}>
          {without !== "" && t("guard.sentWhy", { why: without })}
        </Banner>
      )}
      {answers.length > 0 && (
        <>
          <h3>{t("guard.answers")}</h3>
          <KeyValues items={answers.map(([id, said]) => [name(`question.${id}`), saidText(said)] as const)} />
        </>
      )}
      {request.icd_code !== "" && (
        <p>
          {t("guard.icd")}: <b>{request.icd_code}</b>
        </p>
      )}
    </section>
  );
}

const saidText = (said: string): string => (/^(yes|no|unknown)$/.test(said) ? word("guard", said) : said);
