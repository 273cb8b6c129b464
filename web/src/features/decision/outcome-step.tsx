/** Step 2: what comes of it, where the patient goes, when the patient comes again. */
import { dayText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { CheckCard, Chip, FieldError } from "@/ui/choices";
import { TextArea, TextField } from "@/ui/field";

import { dayAfter, followUpOn, OUTCOMES, referralKind, tickOutcome } from "./decision-state";
import { Destination } from "./destination";

import type { StepProps } from "./steps";

const DAYS = [3, 7, 14, 30] as const;

export function OutcomeStep({
  form,
  set,
  summary,
  advice,
  today,
  fault,
  referring,
}: StepProps & { referring: boolean }) {
  const error = fault("outcomes");
  const declined = form.outcomes.includes("patient_declined");
  const told = advice.find(({ item }) => item === "follow_up")?.text ?? "";
  return (
    <>
      <fieldset className="fs" id="dec-outcomes" aria-describedby={error ? "dec-outcomes-err" : undefined}>
        <legend>
          {t("decision.outcomes")}
          <small className="dec-note">{t("decision.several")}</small>
        </legend>
        <div className="opts three dec-outcomes">
          {OUTCOMES.map((outcome) => (
            <CheckCard
              key={outcome}
              label={word("outcome", outcome)}
              checked={form.outcomes.includes(outcome)}
              onChange={(on) => set(tickOutcome(form, outcome, on))}
            />
          ))}
        </div>
        {error && <FieldError id="dec-outcomes-err">{error}</FieldError>}
      </fieldset>
      {referring && referralKind(form.outcomes) !== null && (
        <Destination
          summary={summary}
          value={form.to ?? summary.hospital.id}
          onChange={(to) => set({ ...form, to })}
          hint={t("decision.goesHint")}
        />
      )}
      {form.outcomes.includes("died") && (
        <div className="dec-day" id="dec-died">
          <TextField
            type="datetime-local"
            label={t("decision.diedAt")}
            value={form.diedAt}
            onText={(diedAt) => set({ ...form, diedAt })}
            error={fault("died")}
          />
        </div>
      )}
      {form.outcomes.includes("follow_up") && (
        <div className="stack m" id="dec-day">
          <div className="dec-day">
            <TextField
              label={t("decision.followUp")}
              hint={t("decision.followUpHint")}
              inputMode="numeric"
              value={form.followUp}
              onText={(followUp) => set({ ...form, followUp })}
              error={fault("day", "badDay")}
            />
          </div>
          <div className="chips" role="group" aria-label={t("decision.followUp")}>
            {DAYS.map((n) => {
              const day = dayAfter(today, n);
              return (
                <Chip
                  key={n}
                  pressed={followUpOn(form) === day}
                  onClick={() => set({ ...form, followUp: dayText(day) })}
                >
                  {t("decision.inDays", { n })}
                  <span className="dec-chip">{dayText(day).slice(0, 5)}</span>
                </Chip>
              );
            })}
          </div>
          {told !== "" && <p className="hint">{t("decision.followUpAdvice", { text: told })}</p>}
        </div>
      )}
      {declined && (
        <Banner tone="warn" icon="users" title={t("decision.declinedTitle")} live="status">
          {t("decision.declinedText")}
        </Banner>
      )}
      <TextArea
        label={t("decision.note")}
        note={t(declined ? "decision.noteDeclined" : "decision.noteHint")}
        rows={2}
        value={form.note}
        onText={(note) => set({ ...form, note })}
        maxLength={1000}
      />
    </>
  );
}
