/** The three steps before anything is written. What is typed stays on this machine until the server has it. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState, type ReactNode } from "react";

import { isoDay, serverNow, whenText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t } from "@/lib/i18n";
import { Button, ButtonLink } from "@/ui/button";
import { Card } from "@/ui/card";
import { ProblemAlert } from "@/ui/problem-alert";
import { SavedMark, StickyFooter } from "@/ui/sticky-footer";

import { lacks, openStep, said, toBody, type Advice, type DecisionForm, type Lack } from "./decision-state";
import { OutcomeStep } from "./outcome-step";
import { SaidList } from "./said-list";
import { ChoiceStep } from "./choice-step";

import type { ReadyDraft } from "./screen";
import type { Summary } from "@/lib/consult-api";

const LACK = {
  choice: "decision.needChoice",
  items: "decision.needItems",
  reason: "decision.needReason",
  outcomes: "decision.needOutcomes",
  day: "decision.needDay",
  badDay: "decision.badDay",
  died: "decision.needDied",
  correction: "decision.needCorrection",
} as const satisfies Record<Lack, string>;

export interface StepProps {
  readonly form: DecisionForm;
  readonly set: (next: DecisionForm) => void;
  readonly summary: Summary;
  readonly advice: readonly Advice[];
  readonly today: string;
  /** The sentence of a fault, once the next step was tried. */
  readonly fault: (...of: readonly Lack[]) => string | null;
}

export function Steps({
  summary,
  advice,
  draft,
  referring,
  busy,
  problem,
  onWrite,
}: {
  summary: Summary;
  advice: readonly Advice[];
  draft: ReadyDraft;
  /** False: the patient has a referral already. */
  referring: boolean;
  busy: boolean;
  problem: unknown;
  onWrite: () => void;
}) {
  const today = isoDay(serverNow());
  const form = draft.value;
  const step = openStep(form, today);
  const [tried, setTried] = useState<number | null>(null);
  const head = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    globalThis.scrollTo({ top: 0 });
    head.current?.focus({ preventScroll: true });
  }, [step]);

  const missing = step === 3 ? [] : lacks(form, step, today);
  const marked = tried === step ? missing : [];
  const props: StepProps = {
    form,
    set: draft.set,
    summary,
    advice,
    today,
    fault: (...of) => {
      const found = marked.find((lack) => of.includes(lack));
      return found === undefined ? null : t(LACK[found]);
    },
  };
  const to = (next: DecisionForm["step"]) => {
    setTried(null);
    draft.set({ ...form, step: next });
  };
  const forward = () => {
    const [first] = missing;
    if (first === undefined) {
      to(step === 1 ? 2 : 3);
      return;
    }
    setTried(step);
    goTo(first);
  };
  return (
    <>
      <form className="main narrow dec-step" onSubmit={(event) => event.preventDefault()} noValidate>
        <h2 className="vh" tabIndex={-1} ref={head}>
          {`${step}. ${t(`decision.step${step}`)}`}
        </h2>
        {step === 1 && <ChoiceStep {...props} />}
        {step === 2 && <OutcomeStep {...props} referring={referring} />}
        {step === 3 && (
          <Review form={form} summary={summary} alone={advice.length === 0} referring={referring} onStep={to} />
        )}
        <ProblemAlert problem={problem} />
      </form>
      <Foot
        consult={summary.id}
        step={step}
        savedAt={draft.savedAt}
        onBack={() => to(step === 3 ? 2 : 1)}
        why={marked[0] === undefined ? null : t(LACK[marked[0]])}
      >
        {step < 3 ? (
          <Button tone="primary" size="lg" onClick={forward}>
            {t(step === 1 ? "decision.next1" : "decision.next2")}
          </Button>
        ) : (
          <Button tone="primary" size="lg" icon="check" busy={busy} onClick={onWrite}>
            {t(referring && leaves(form) ? "decision.writeAndDraft" : "decision.write")}
          </Button>
        )}
      </Foot>
    </>
  );
}

const leaves = (form: DecisionForm): boolean =>
  form.outcomes.includes("refer") || form.outcomes.includes("emergency_transfer");

/** To the first thing that is missing, as a person would point at it. */
function goTo(lack: Lack): void {
  const box = document.getElementById(`dec-${lack === "badDay" ? "day" : lack}`);
  const input = box?.matches("input, textarea") === true ? box : box?.querySelector<HTMLElement>("input, textarea");
  box?.scrollIntoView({ block: "center" });
  input?.focus({ preventScroll: true });
}

function Foot({
  consult,
  step,
  savedAt,
  why,
  onBack,
  children,
}: {
  consult: string;
  step: 1 | 2 | 3;
  savedAt: number | null;
  why: string | null;
  onBack: () => void;
  children: ReactNode;
}) {
  const debts = useQuery({
    queryKey: ["debts"],
    queryFn: async () => (await ok(api.GET("/api/debts"))).debts,
  });
  const due = debts.data?.find((debt) => debt.kind === "decision" && debt.consult_id === consult)?.due_at;
  const over = due !== undefined && new Date(due).getTime() < serverNow();
  return (
    <StickyFooter
      why={why}
      left={
        <>
          {step === 1 ? (
            <ButtonLink to="/">{t("decision.later")}</ButtonLink>
          ) : (
            <Button className="nb" onClick={onBack}>
              {t("common.back")}
            </Button>
          )}
          {due !== undefined && step === 1 && why === null ? (
            <span className={over ? "saved c-danger" : "saved"}>
              {t(over ? "decision.laterOver" : "decision.laterDue", { time: whenText(due) })}
            </span>
          ) : (
            <SavedMark at={savedAt} />
          )}
        </>
      }
    >
      {children}
    </StickyFooter>
  );
}

/** What will stand in the record, in the words it will stand in. */
function Review({
  form,
  summary,
  alone,
  referring,
  onStep,
}: {
  form: DecisionForm;
  summary: Summary;
  alone: boolean;
  referring: boolean;
  onStep: (step: 1 | 2) => void;
}) {
  return (
    <Card title={t("decision.willWrite")}>
      <SaidList
        said={said(toBody(form, summary.id))}
        alone={alone}
        consult={summary}
        to={referring && leaves(form) ? form.to : undefined}
        onStep={onStep}
      />
      <p className="s dec-gap">{t("decision.willClose")}</p>
    </Card>
  );
}
