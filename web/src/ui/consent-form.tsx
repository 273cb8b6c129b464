/** Asking a patient: who speaks, what is read aloud, and an answer for each purpose. Nothing is filled in beforehand. */
import {
  isAsked,
  isMinor,
  isUnconscious,
  REPRESENTATIVES,
  speaksAlone,
  type Asked,
  type ConsentTexts,
  type Purpose,
  type Speaker,
} from "@/lib/consent";
import { currentLanguage, t, word } from "@/lib/i18n";
import { FieldError, RadioCards } from "@/ui/choices";
import { TextField } from "@/ui/field";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import "./consent.css";

interface Props {
  readonly asked: Asked;
  readonly change: (part: Partial<Asked>) => void;
  readonly of: Speaker;
  /** The ids of the places begin so. */
  readonly prefix: string;
  /** Taking back asks no child again: a representative's word is enough. */
  readonly withdraw?: boolean;
}

export default function ConsentForm({
  texts,
  hospital,
  purposes,
  error = null,
  ...props
}: Props & { texts: ConsentTexts; hospital: string; purposes: readonly Purpose[]; error?: string | null }) {
  const { asked, change, of, prefix } = props;
  return (
    <>
      <Who {...props} />
      {texts.held === null ? (
        texts.problem ? (
          <ProblemAlert problem={texts.problem} onRetry={texts.retry} />
        ) : (
          <LoadingRows rows={2} />
        )
      ) : (
        <div id={`${prefix}-agreed`} className="stack">
          {purposes.map((purpose) => {
            const text = texts.held?.texts.find((one) => one.purpose === purpose);
            const refusing = isAsked(of) && asked.childAgreed === false;
            return (
              <div key={purpose} className="stack t">
                <p className="card aloud">
                  <b>{t("consentAsk.readAloud")}</b> “{text?.[currentLanguage()].replaceAll("{hospital}", hospital)}”
                </p>
                <RadioCards
                  legend={word("purpose", purpose)}
                  choices={[
                    { value: "given", label: t("consentAsk.yes"), disabled: refusing },
                    { value: "refused", label: t("consentAsk.no") },
                  ]}
                  value={asked.said[purpose] ?? null}
                  onChange={(said) => change({ said: { ...asked.said, [purpose]: said } })}
                />
              </div>
            );
          })}
          {error !== null && <FieldError>{error}</FieldError>}
        </div>
      )}
    </>
  );
}

/** Who speaks, as whom, and how it is kept. */
export function Who({ asked, change, of, prefix, withdraw = false }: Props) {
  return (
    <div className="g2">
      <div className="stack m">
        <div id={`${prefix}-who`}>
          <RadioCards
            legend={t("consentAsk.who")}
            columns="one"
            choices={[
              { value: "patient", label: t("consentAsk.patient"), disabled: !speaksAlone(of) },
              { value: "relative", label: t("consentAsk.relative") },
            ]}
            value={asked.who === "patient" && !speaksAlone(of) ? null : asked.who}
            onChange={(who) => change({ who, said: {} })}
          />
        </div>
        {isMinor(of) && !withdraw && <p className="hint">{t(isAsked(of) ? "consentAsk.child" : "consentAsk.small")}</p>}
        {isUnconscious(of) && <p className="hint">{t("consentAsk.unconscious")}</p>}
        {asked.who === "relative" && <Relative asked={asked} change={change} prefix={prefix} />}
        {isAsked(of) && !withdraw && (
          <div id={`${prefix}-child`}>
            <RadioCards
              legend={t("consentAsk.childAsked")}
              choices={[
                { value: "yes", label: t("consentAsk.yes") },
                { value: "no", label: t("consentAsk.no") },
              ]}
              value={asked.childAgreed === null ? null : asked.childAgreed ? "yes" : "no"}
              onChange={(said) => change({ childAgreed: said === "yes", said: {} })}
            />
            {asked.childAgreed === false && <p className="hint">{t("consentAsk.childNo")}</p>}
          </div>
        )}
      </div>
      <div className="stack m">
        <div id={`${prefix}-how`}>
          <RadioCards
            legend={t("consentAsk.how")}
            columns="one"
            choices={[
              { value: "spoken", label: t("consentAsk.spoken") },
              { value: "signed", label: t("consentAsk.signed") },
            ]}
            value={asked.how}
            onChange={(how) => change({ how })}
          />
        </div>
        <TextField
          label={t("consentAsk.interpreter")}
          note={t("consentAsk.ifAny")}
          maxLength={200}
          value={asked.interpreter}
          onText={(interpreter) => change({ interpreter })}
        />
      </div>
    </div>
  );
}

function Relative({ asked, change, prefix }: Omit<Props, "of">) {
  const id = `${prefix}-representative`;
  return (
    <>
      <TextField
        id={`${prefix}-relative`}
        label={t("consentAsk.name")}
        maxLength={200}
        value={asked.relative}
        onText={(relative) => change({ relative })}
      />
      <TextField
        label={t("consentAsk.relation")}
        hint={t("consentAsk.relationHint")}
        maxLength={200}
        value={asked.relation}
        onText={(relation) => change({ relation })}
      />
      <div className="f">
        <label htmlFor={id}>{t("consentAsk.representative")}</label>
        <select
          id={id}
          className="inp"
          value={asked.representative ?? ""}
          onChange={({ target }) =>
            change({ representative: REPRESENTATIVES.find((one) => one === target.value) ?? null })
          }
        >
          <option value="">{t("consentAsk.choose")}</option>
          {REPRESENTATIVES.map((one) => (
            <option key={one} value={one}>
              {word("representative", one)}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}
