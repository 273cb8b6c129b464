/** After the decision is recorded: what stands, and what is still to be done on this case. */
import { useState } from "react";

import { whenText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Button, ButtonLink } from "@/ui/button";
import { Card } from "@/ui/card";
import { ProblemAlert } from "@/ui/problem-alert";

import { adviceOf, referralKind, said } from "./decision-state";
import { Destination } from "./destination";
import { SaidList } from "./said-list";
import { ReferralInPlace } from "./referral-in-place";

import type { Summary } from "@/lib/consult-api";
import type { MinutesView } from "@/lib/minutes-state";
import type { Schema } from "@/wire/schema";

export interface Paper {
  readonly id: string;
  /** It was open already, from another case of this patient. */
  readonly followed: boolean;
}

export function Written({
  summary,
  decision,
  minutes,
  before,
  may,
  paper,
  patient,
  busy,
  problem,
  onDraft,
  onCorrect,
}: {
  summary: Summary;
  decision: Schema<"DecisionView">;
  minutes: MinutesView | null;
  before: boolean;
  may: boolean;
  paper: Paper | null;
  patient: string;
  busy: boolean;
  problem: unknown;
  onDraft: (to: string, kind: Schema<"ReferralKind">) => void;
  onCorrect: () => void;
}) {
  const kind = referralKind(decision.outcomes);
  const signed = minutes?.state === "signed" || adviceOf(minutes).length === 0;
  const owesPaper = kind !== null && paper === null;
  const done = paper === null && !owesPaper;
  const next = (
    <>
      {!signed && (
        <ButtonLink icon="sign" to={`/consults/${summary.id}/minutes`}>
          {t("decision.toSign")}
        </ButtonLink>
      )}
      {done && (
        <ButtonLink tone={signed ? "primary" : "plain"} icon="home" to="/">
          {t("decision.home")}
        </ButtonLink>
      )}
    </>
  );
  const above = (
    <>
      <Banner
        tone="ok"
        live="status"
        title={t("decision.written", { time: whenText(decision.decided_at) })}
        {...((!signed || done) && { action: next })}
      >
        {t("decision.writtenBy", { name: decision.decided_by.name })}{" "}
        {done && t(signed ? "decision.nothingOwed" : "decision.stillSign")}
      </Banner>
      {before && <Banner tone="warn">{t("decision.writtenBefore")}</Banner>}
      <ProblemAlert problem={problem} />
    </>
  );
  const below = (
    <Card title={t("decision.whatWritten")}>
      <SaidList said={said(decision)} alone={adviceOf(minutes).length === 0} consult={summary} />
      {decision.correction_reason !== "" && (
        <p className="dec-gap">{t("decision.correctedBecause", { reason: decision.correction_reason })}</p>
      )}
      {decision.earlier.map((one) => (
        <details key={one.id} className="dec-gap">
          <summary>{t("decision.earlier", { time: whenText(one.decided_at), name: one.decided_by.name })}</summary>
          <SaidList said={said(one)} alone={adviceOf(minutes).length === 0} consult={summary} />
        </details>
      ))}
      {may && (
        <div className="dec-gap row">
          <Button icon="pen" onClick={onCorrect}>
            {t("decision.correct")}
          </Button>
          <ButtonLink icon="calendar" to={`/follow-ups?case=${summary.id}`}>
            {t("title.followUps")}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
  if (paper !== null) {
    return <ReferralInPlace key={paper.id} {...paper} may={may} patient={patient} above={above} below={below} />;
  }
  return (
    <div className="main narrow">
      {above}
      {may && <Owed summary={summary} kind={kind} busy={busy} onDraft={onDraft} />}
      {below}
    </div>
  );
}

/** The line broke between the two, or the paper was called off, or it turns out later that the patient must go. */
function Owed({
  summary,
  kind,
  busy,
  onDraft,
}: {
  summary: Summary;
  kind: Schema<"ReferralKind"> | null;
  busy: boolean;
  onDraft: (to: string, kind: Schema<"ReferralKind">) => void;
}) {
  const [open, setOpen] = useState(kind !== null);
  const [to, setTo] = useState(summary.hospital.id);
  if (!open) {
    return (
      <div className="row">
        <span className="mut">{t("decision.referralNone")}</span>
        <Button icon="truck" onClick={() => setOpen(true)}>
          {t("decision.draftReferral")}
        </Button>
      </div>
    );
  }
  return (
    <Card title={t(kind === null ? "decision.draftReferral" : "decision.referralOwed")}>
      <div className="stack">
        {kind !== null && <p>{t("decision.referralOwedText")}</p>}
        <Destination summary={summary} value={to} onChange={setTo} />
        <div>
          <Button tone="primary" size="lg" icon="truck" busy={busy} onClick={() => onDraft(to, kind ?? "referral")}>
            {t("decision.draftReferral")}
          </Button>
        </div>
      </div>
    </Card>
  );
}
