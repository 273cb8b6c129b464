/** Both halves of what was said by telephone: the hospital's advice, the station's notes, each with its time. */
import { whenText } from "@/lib/clock";
import { t } from "@/lib/i18n";

import { Card } from "./card";

interface Person {
  readonly name: string;
}
export interface SaidByPhone {
  readonly notes: readonly {
    readonly id: string;
    readonly at: string;
    readonly by: Person;
    readonly spoke_with: string;
    readonly advice: string;
  }[];
  readonly advices: readonly {
    readonly id: string;
    readonly given_at: string;
    readonly given_by: Person;
    readonly told?: string;
    readonly advice: string;
  }[];
}

export default function PhoneSaid({ notes, advices }: SaidByPhone) {
  return (
    <Card title={t("advice.heard")}>
      <ul className="stack m">
        {advices.map(({ id, given_at: at, given_by: by, told = "", advice }) => (
          <li key={id} className="stack t">
            <small className="mut">{t("advice.heardFrom", { who: by.name, time: whenText(at) })}</small>
            <p>
              <b>{advice}</b>
            </p>
            {told !== "" && (
              <p>
                {t("advice.told")}: {told}
              </p>
            )}
          </li>
        ))}
        {notes.map(({ id, at, by, spoke_with: other, advice }) => (
          <li key={id} className="stack t">
            <small className="mut">{t("advice.heardNote", { who: by.name, time: whenText(at), with: other })}</small>
            <p>{advice}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
