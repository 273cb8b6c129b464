/** What the minutes say of the patient's safety: allergies, and whether both ends knew that it was the right one. */
import { timeText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { AllergyTag } from "@/ui/allergy-tag";
import { MinutesPart } from "@/ui/minutes-form";
import { StateTag } from "@/ui/tags";

import type { Summary } from "@/lib/consult-api";
import type { MinutesView } from "@/lib/minutes-state";

const SIDES = ["station", "hospital"] as const;

/**
 * As the paper has it. Until somebody signs, allergies are those of the consult as it stands now (`now`), with what an
 * earlier one said where nobody asked.
 */
export function Known({ view, now }: { view: MinutesView; now: Summary | undefined }) {
  const { allergies, identity } = view;
  const frozen = view.signatures.length > 0 || view.state === "signed";
  const allergy = !frozen && now ? now.allergy : allergies && { ...allergies, said_at: null };
  if (view.masked || (allergy === null && identity === null)) return null;
  const wrong = identity?.some((one) => !one.matches) ?? false;
  const sure = !wrong && identity?.length === SIDES.length;
  return (
    <MinutesPart title={t("editions.known")}>
      <span className="row">
        {allergy && <AllergyTag allergy={allergy} />}
        {identity && (
          <StateTag tone={wrong ? "danger" : sure ? "ok" : "warn"} icon={sure ? "check" : "alert"}>
            {t(wrong ? "editions.knownWrong" : sure ? "editions.knownBoth" : "editions.knownLacks")}
          </StateTag>
        )}
      </span>
      {identity && (
        <ul className="stack t">
          {SIDES.map((side) => (
            <li key={side} className="s">
              <Said side={side} line={identity.find((one) => one.side === side)} />
            </li>
          ))}
        </ul>
      )}
    </MinutesPart>
  );
}

type Line = NonNullable<MinutesView["identity"]>[number];

function Said({ side, line }: { side: Line["side"]; line: Line | undefined }) {
  const place = word("guardSide", side);
  if (line === undefined) return t("editions.knownNot", { side: place });
  const what = line.identifiers.map((one) => word("identifier", one)).join(", ");
  const said = { side: place, who: line.by, at: timeText(line.at), what };
  return t(line.matches ? "editions.knownSaid" : "editions.knownDoubted", said);
}
