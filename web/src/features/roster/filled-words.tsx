/** What copying or generating would do, as one sentence, with who is left out and why. */
import { t, word } from "@/lib/i18n";

import type { Filled } from "./roster-api";
import type { Person } from "./roster-state";

type Reason = Filled["skipped"][number]["reason"];
const REASONS: readonly Reason[] = ["leave", "rotation", "overlap", "gone", "filled", "past"];
/** Where it matters who is left out. */
const NAMED: ReadonlySet<Reason> = new Set<Reason>(["leave", "rotation", "overlap", "gone"]);

export function FilledWords({ filled, people }: { filled: Filled; people: readonly Person[] }) {
  const names = new Map(people.map(({ person }) => [person.id, person.name]));
  const { skipped } = filled;
  return (
    <div role="status" className="ro-filled">
      <p>
        {t("roster.willAdd")} <b>{t("roster.nShifts", { n: filled.added })}</b>
        {filled.removed > 0 && (
          <>
            , {t("roster.willReplace")} <b>{t("roster.nShifts", { n: filled.removed })}</b>
          </>
        )}
        , {t("roster.willSkip")} <b>{t("roster.nShifts", { n: skipped.length })}</b>, {t("roster.willLeave")}{" "}
        <b>{t("roster.nShifts", { n: filled.left_empty })}</b>.
      </p>
      <ul className="s">
        {REASONS.flatMap((reason) => {
          const of = skipped.filter((one) => one.reason === reason);
          if (of.length === 0) return [];
          const who = [...new Set(of.map(({ person_id }) => names.get(person_id) ?? t("roster.someone")))];
          return [
            <li key={reason}>
              {t("roster.nShifts", { n: of.length })}: {word("dutySkip", reason)}
              {NAMED.has(reason) && ` (${who.join(", ")})`}
            </li>,
          ];
        })}
      </ul>
    </div>
  );
}
