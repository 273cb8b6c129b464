/** Step 1: the advice above, the treating clinician's own decision below. */
import { Link } from "wouter";

import { t, word } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Card } from "@/ui/card";
import { CheckCard, FieldError, RadioCards } from "@/ui/choices";
import { TextArea } from "@/ui/field";

import { choicesFor, choose, tickItem, type Advice } from "./decision-state";

import type { StepProps } from "./steps";

export function ChoiceStep({ form, set, advice, summary, fault }: StepProps) {
  const alone = advice.length === 0;
  const departs = form.choice === "modify" || form.choice === "decline";
  const declines = form.choice === "decline";
  const { correcting } = form;
  return (
    <>
      {correcting && (
        <Banner tone="info" icon="pen" title={t("decision.correcting")}>
          {t("decision.correctingText")}
          <TextArea
            id="dec-correction"
            label={t("decision.correctionReason")}
            value={correcting.reason}
            onText={(reason) => set({ ...form, correcting: { ...correcting, reason } })}
            maxLength={500}
            error={fault("correction")}
          />
        </Banner>
      )}
      {alone ? (
        <Banner tone="info" icon="truck" title={t("decision.noAdvice")}>
          {t("decision.noAdviceText")}
        </Banner>
      ) : (
        <Card
          title={t("decision.advice")}
          aside={<Link href={`/consults/${summary.id}/minutes`}>{t("decision.seeMinutes")}</Link>}
        >
          <AdviceList advice={advice} />
        </Card>
      )}
      <div id="dec-choice" className="stack m">
        <div>
          <p className="big" aria-hidden="true">
            {t("decision.legend")}
          </p>
          <p className="mut">{t("decision.legendText")}</p>
        </div>
        <RadioCards
          legend={t("decision.legend")}
          hideLegend
          columns={alone ? "auto" : "three"}
          choices={choicesFor(advice).map((value) => ({
            value,
            label: alone ? word("choiceAlone", value) : word("choice", value),
            text: alone ? word("choiceAloneHint", value) : word("choiceHint", value),
          }))}
          value={form.choice}
          onChange={(choice) => set(choose(form, choice))}
          error={fault("choice")}
        />
      </div>
      {departs && (
        <section
          className="stack m"
          aria-label={alone ? word("choiceAlone", form.choice) : word("choice", form.choice)}
        >
          {!alone && (
            <fieldset className="fs" id="dec-items" aria-describedby={fault("items") ? "dec-items-err" : undefined}>
              <legend>
                {t(declines ? "decision.itemsDecline" : "decision.itemsModify")}
                {declines && <small className="dec-note">{t("decision.itemsDeclineHint")}</small>}
              </legend>
              <div className="opts three">
                {advice.map(({ item }) => (
                  <CheckCard
                    key={item}
                    label={word("minutesField", item)}
                    checked={form.items.includes(item)}
                    onChange={(on) => set(tickItem(form, item, on))}
                  />
                ))}
              </div>
              {form.items.map((item) => (
                <TextArea
                  key={item}
                  label={t("decision.changedTo", { item: word("minutesField", item).toLowerCase() })}
                  rows={2}
                  value={form.changes[item] ?? ""}
                  onText={(text) => set({ ...form, changes: { ...form.changes, [item]: text } })}
                  maxLength={1000}
                />
              ))}
              {fault("items") && <FieldError id="dec-items-err">{fault("items")}</FieldError>}
            </fieldset>
          )}
          <TextArea
            id="dec-reason"
            label={t("decision.reason")}
            note={t(alone ? "decision.reasonAlone" : declines ? "decision.reasonDecline" : "decision.reasonModify")}
            {...(!alone && { hint: t("decision.reasonSeen") })}
            value={form.reason}
            onText={(reason) => set({ ...form, reason })}
            maxLength={1000}
            error={fault("reason")}
          />
        </section>
      )}
    </>
  );
}

export function AdviceList({ advice }: { advice: readonly Advice[] }) {
  return (
    <dl className="dec-advice">
      {advice.map(({ item, text }) => (
        <div key={item}>
          <dt>{word("minutesField", item)}</dt>
          <dd>
            {text === "" ? (
              <span className="mut">{t("decision.adviceEmpty")}</span>
            ) : item === "place" ? (
              word("place", text)
            ) : (
              text
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
