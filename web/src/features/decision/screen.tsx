/** What the station does with the advice: three short steps, then the paper in place. May be left and taken up anywhere. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { useConsult } from "@/context/consults";
import { usePatients } from "@/context/patients";
import { useMe } from "@/context/session";
import { useFrames } from "@/context/socket";
import { useAct } from "@/context/use-act";
import { useDraft } from "@/context/use-draft";
import { mayDecide } from "@/context/use-referral";
import { isoDay, serverNow, whenText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { patientTitle } from "@/lib/patient";
import { Problem } from "@/lib/problem";
import { current } from "@/lib/referral-state";
import { uuid7 } from "@/lib/uuid7";
import { Banner } from "@/ui/banner";
import { Button, ButtonLink } from "@/ui/button";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { draftOrFollow, fetchDecision, fetchMinutes, fetchReferrals, putDecision } from "./decision-api";
import {
  adviceOf,
  BLANK,
  commandId,
  formOf,
  mayRefer,
  openStep,
  referralKind,
  standOf,
  toBody,
  type DecisionForm,
} from "./decision-state";
import { ReferralInPlace } from "./referral-in-place";
import { Steps } from "./steps";
import { Stepper } from "./stepper";
import { Written, type Paper } from "./written";

import type { Detail } from "@/lib/consult-api";
import type { MinutesView } from "@/lib/minutes-state";
import type { ReferralView } from "@/lib/referral-state";
import type { ConsultId } from "@/wire/ids";
import type { Schema } from "@/wire/schema";

import "./decision.css";

export default function DecisionScreen({ id }: { id: ConsultId }) {
  const consult = useConsult(id);
  const minutes = useQuery({ queryKey: ["minutes", id], queryFn: () => fetchMinutes(id) });
  const decision = useQuery({ queryKey: ["decision", id], queryFn: () => fetchDecision(id) });
  const referrals = useQuery({ queryKey: ["referrals", id], queryFn: () => fetchReferrals(id) });
  const draft = useDraft<DecisionForm>(`decision/${id}`, BLANK);
  useFrames((frame) => {
    if (frame.type === "minutes" && frame.consult === id) void minutes.refetch();
    if (frame.type !== "record" || frame.consult !== id) return;
    void (frame.kind === "decision" ? decision : referrals).refetch();
  });

  const all = [consult, minutes, decision, referrals] as const;
  const failed = all.find((query) => query.data === undefined && query.error !== null);
  if (failed) {
    return (
      <div className="main narrow">
        <ProblemAlert problem={failed.error} onRetry={() => all.forEach((query) => void query.refetch())} />
      </div>
    );
  }
  if (
    consult.data === undefined ||
    minutes.data === undefined ||
    decision.data === undefined ||
    referrals.data === undefined ||
    draft.value === null
  ) {
    return (
      <div className="main narrow">
        <LoadingRows rows={6} />
      </div>
    );
  }
  return (
    <Loaded
      consult={consult.data}
      minutes={minutes.data}
      decision={decision.data}
      referrals={referrals.data}
      draft={{ ...draft, value: { ...BLANK, ...draft.value } }}
    />
  );
}

export type ReadyDraft = Omit<ReturnType<typeof useDraft<DecisionForm>>, "value"> & { readonly value: DecisionForm };

function Loaded({
  consult,
  minutes,
  decision,
  referrals,
  draft,
}: {
  consult: Detail;
  minutes: MinutesView | null;
  decision: Schema<"DecisionView"> | null;
  referrals: readonly ReferralView[];
  draft: ReadyDraft;
}) {
  const me = useMe();
  const queries = useQueryClient();
  const act = useAct();
  const { summary } = consult;
  const { id } = summary;
  const patients = usePatients([summary.patient_id]);
  const known = patients.get(summary.patient_id ?? "");
  const patient = patientTitle(known, summary.subject);
  /** Somebody decided while this page was filled in. */
  const [before, setBefore] = useState(false);
  /** Open already, from another case of this patient. */
  const [followed, setFollowed] = useState<ReferralView | null>(null);
  const may = mayDecide(me, summary.station.id);
  const referral = current(referrals) ?? followed;

  const refer = async (to: string, kind: Schema<"ReferralKind">) => {
    const { view } = await draftOrFollow(uuid7(), { consult_id: id, to_facility_id: to, kind });
    if (view.consult_id === id) {
      queries.setQueryData<readonly ReferralView[]>(["referrals", id], (list) => [
        ...(list ?? []).filter((one) => one.id !== view.id),
        view,
      ]);
    } else {
      setFollowed(view);
    }
    void queries.invalidateQueries({ queryKey: ["debts"] });
  };
  const write = async () => {
    const form = draft.value;
    const body = toBody(form, id);
    const command = commandId(form, body, uuid7());
    draft.set({ ...form, sent: command });
    const written = await putDecision(command.id, body).catch(async (thrown: unknown) => {
      const other = thrown instanceof Problem && thrown.code === "decision.exists" ? await fetchDecision(id) : null;
      if (other === null) throw thrown;
      setBefore(other.id !== command.id);
      return other;
    });
    queries.setQueryData(["decision", id], written);
    void queries.invalidateQueries({ queryKey: ["debts"] });
    draft.set(BLANK);
    void draft.clear().catch(() => undefined);
    const kind = referralKind(written.outcomes);
    if (kind !== null && referral === null) await refer(form.to ?? summary.hospital.id, kind);
  };

  const onDraft = (to: string, kind: Schema<"ReferralKind">) => void act.run("draft", () => refer(to, kind));
  const paper: Paper | null = referral && { id: referral.id, followed: referral.id === followed?.id };
  const busy = act.busy !== null;

  const head = (step: 1 | 2 | 3 | 4 | null) => (
    <header className="dec-head">
      <div>
        <h1 tabIndex={-1}>{patient}</h1>
        <p className="mut">{[summary.reason, concluded(minutes, summary)].filter(Boolean).join(" · ")}</p>
        {step !== null && <Stepper step={step} />}
      </div>
    </header>
  );
  const correcting = decision !== null && may && draft.value.correcting?.id === decision.id;
  if (decision !== null && !correcting) {
    return (
      <>
        {head(paper !== null || referralKind(decision.outcomes) !== null ? 3 : 4)}
        <Written
          {...{ summary, decision, minutes, before, may, paper, patient, busy, onDraft }}
          onCorrect={() => draft.set(formOf(decision))}
          problem={act.problem}
        />
      </>
    );
  }
  if (standOf(summary.state) !== "open" || !may) {
    const above = (
      <>
        {standOf(summary.state) === "open" ? (
          <Banner tone="info" icon="lock" title={t("decision.nurseTitle")}>
            {t("decision.nurseText")}
          </Banner>
        ) : (
          <NotNow summary={summary} may={may && referral === null} busy={busy} onDraft={onDraft} />
        )}
        <ProblemAlert problem={act.problem} />
      </>
    );
    return (
      <>
        {head(null)}
        {paper === null ? (
          <div className="main narrow">{above}</div>
        ) : (
          <ReferralInPlace key={paper.id} {...paper} may={may} patient={patient} above={above} />
        )}
      </>
    );
  }
  return (
    <>
      {head(openStep(draft.value, isoDay(serverNow())))}
      <Steps
        summary={summary}
        advice={adviceOf(minutes)}
        draft={draft}
        referring={referral === null}
        busy={act.busy === "write"}
        problem={act.problem}
        onWrite={() => void act.run("write", write)}
      />
    </>
  );
}

function concluded(minutes: MinutesView | null, summary: Detail["summary"]): string {
  if (minutes?.chair && minutes.concluded_at !== null) {
    return t("decision.concludedBy", { name: minutes.chair.name, time: whenText(minutes.concluded_at) });
  }
  return summary.state === "transferred" ? t("decision.transferredAt") : "";
}

/** Before a conclusion, and after a withdrawal. A patient who must leave now is not kept waiting for either. */
function NotNow({
  summary,
  may,
  busy,
  onDraft,
}: {
  summary: Detail["summary"];
  may: boolean;
  busy: boolean;
  onDraft: (to: string, kind: Schema<"ReferralKind">) => void;
}) {
  if (standOf(summary.state) === "over") {
    return (
      <Banner
        tone="plain"
        title={t("decision.overTitle")}
        action={
          <ButtonLink to="/" icon="home">
            {t("decision.home")}
          </ButtonLink>
        }
      >
        {t("decision.overText")}
      </Banner>
    );
  }
  const taken = mayRefer(summary.state);
  return (
    <Banner
      tone="info"
      icon="clock"
      title={t("decision.tooEarly")}
      action={
        <>
          <ButtonLink tone="primary" to={taken ? `/consults/${summary.id}/minutes` : "/"}>
            {t(taken ? "decision.seeMinutes" : "decision.home")}
          </ButtonLink>
          {taken && may && (
            <Button icon="truck" busy={busy} onClick={() => onDraft(summary.hospital.id, "emergency_transfer")}>
              {t("decision.draftNow")}
            </Button>
          )}
        </>
      }
    >
      {t("decision.tooEarlyText")}
    </Banner>
  );
}
