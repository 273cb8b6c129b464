/** What this kind of case asks for beside vital signs: its fixed questions, allergies, a code; and who approved them. */
import { t, word, currentLanguage } from "@/lib/i18n";
import { flagged, type Answers, type Template } from "@/lib/request-templates";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { Chip } from "@/ui/choices";
import { TextField } from "@/ui/field";
import { Approved } from "@/ui/approved";
import IcdFinder from "@/ui/icd-finder";

import type { RequestForm } from "./request-state";

interface Props {
  readonly template: Template | null;
  readonly form: RequestForm;
  readonly change: (part: Partial<RequestForm>) => void;
  readonly toEmergency: () => void;
}

const SAID = ["yes", "no", "unknown"] as const;

export default function Questions({ template, form, change, toEmergency }: Props) {
  const answer = (id: string, said: string) => change({ answers: { ...form.answers, [id]: said } });
  const flags = flagged(template, form.answers);
  const text = (one: Template["questions"][number]) => one.text[currentLanguage()];
  return (
    <>
      {flags.length > 0 && (
        <Banner
          tone="danger"
          live="alert"
          title={t("guard.flagOne", { list: flags.map(text).join(" ") })}
          action={
            <Button tone="danger" icon="siren" onClick={toEmergency}>
              {t("guard.flagGo")}
            </Button>
          }
        >
          {t("guard.flagText")}
        </Banner>
      )}
      {template !== null && (
        <fieldset className="fs" id="rq-questions">
          <legend>
            {t("guard.questions")} <small>{template.title[currentLanguage()]}</small>
          </legend>
          <p>
            <Approved sheet={template.sheet} />
          </p>
          {template.questions.map((one) =>
            one.kind === "text" ? (
              <TextField
                key={one.id}
                label={text(one)}
                maxLength={200}
                value={form.answers[one.id] ?? ""}
                onText={(said) => answer(one.id, said)}
              />
            ) : (
              <Pick
                key={one.id}
                label={text(one)}
                answers={form.answers}
                id={one.id}
                onPick={(said) => answer(one.id, said)}
              />
            ),
          )}
        </fieldset>
      )}
      <fieldset className="fs">
        <legend>{t("guard.allergy")}</legend>
        <div className="chips">
          {(["none", "some"] as const).map((state) => (
            <Chip
              key={state}
              pressed={form.allergy === state}
              onClick={() => change({ allergy: form.allergy === state ? "unasked" : state })}
            >
              {t(state === "none" ? "guard.allergyNone" : "guard.allergySome")}
            </Chip>
          ))}
        </div>
        {form.allergy === "some" && (
          <TextField
            label={t("guard.allergyWhat")}
            maxLength={500}
            value={form.allergies}
            onText={(allergies) => change({ allergies })}
          />
        )}
      </fieldset>
      <IcdFinder
        id="rq-icd"
        code={form.icdCode}
        onCode={(icdCode, title) =>
          change({ icdCode, ...(title !== "" && form.diagnosis.trim() === "" && { diagnosis: title }) })
        }
      />
    </>
  );
}

function Pick({
  label,
  id,
  answers,
  onPick,
}: {
  label: string;
  id: string;
  answers: Answers;
  onPick: (said: string) => void;
}) {
  return (
    <div className="f" role="group" aria-label={label}>
      <span className="lab" aria-hidden="true">
        {label}
      </span>
      <div className="chips">
        {SAID.map((said) => (
          <Chip key={said} pressed={answers[id] === said} onClick={() => onPick(answers[id] === said ? "" : said)}>
            {word("guard", said)}
          </Chip>
        ))}
      </div>
    </div>
  );
}
