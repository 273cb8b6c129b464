/** What must be known while editing: what is not saved, what somebody else changed meanwhile, why a key did nothing. */
import { shortText } from "@/lib/clock";
import { dutyDay, overlap } from "@/lib/duty-hours";
import { t } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { problemText } from "@/ui/problem-alert";

import { placed } from "./roster-edits";
import { labelOf, stands } from "./roster-state";
import { codeText, dayWords } from "./roster-words";

import type { CellDesk } from "./use-cell";
import type { Refused, RosterDesk } from "./use-roster";

export function News({ desk, cell }: { desk: RosterDesk; cell: CellDesk }) {
  const { unsent, stuck, refused } = desk;
  return (
    <>
      {refused !== null && <Taken desk={desk} refused={refused} />}
      {stuck && unsent > 0 && (
        <Banner
          tone="warn"
          icon="cloudOff"
          live="status"
          title={t("roster.unsaved", { n: unsent })}
          action={
            <Button size="compact" icon="refresh" onClick={desk.resend}>
              {t("roster.resend")}
            </Button>
          }
        >
          {t("roster.unsavedText")}
        </Banner>
      )}
      {cell.said !== null && (
        <Banner tone="info" live="status">
          {cell.said}
        </Banner>
      )}
    </>
  );
}

/** Somebody was quicker: theirs stands; mine is not lost until this person says so. */
function Taken({ desk, refused }: { desk: RosterDesk; refused: Refused }) {
  const { edit, problem } = refused;
  const { view } = desk;
  const [mine] = edit.add;
  const nameOf = (id: string) =>
    view?.people.find(({ person }) => person.id === id)?.person.name ?? t("roster.someone");
  const again = () => {
    void desk.reload().then((fresh) => {
      desk.drop();
      if (fresh === undefined || mine === undefined) return;
      const instead = fresh.shifts.filter(
        (one) => stands(one) && one.person_id === mine.person_id && overlap(one, mine),
      );
      const { person_id: person, specialty, tier, starts_at, ends_at } = mine;
      const place = { person, specialty, day: dutyDay(starts_at) };
      desk.commit(placed(fresh, place, { starts_at, ends_at }, tier, { instead }));
    });
  };
  const taken = problem.code === "roster.cell_taken";
  const { by, at } = problem.params;
  return (
    <Banner
      tone="warn"
      icon="swap"
      live="alert"
      title={t(taken ? "roster.takenTitle" : "roster.refusedTitle")}
      action={
        <>
          <Button size="compact" onClick={desk.drop}>
            {t(taken ? "roster.keepTheirs" : "roster.dropMine")}
          </Button>
          {taken && mine !== undefined && (
            <Button size="compact" onClick={again}>
              {t("roster.keepMine")}
            </Button>
          )}
        </>
      }
    >
      <p>
        {taken && typeof at === "string" && at !== ""
          ? t("roster.takenBy", { who: nameOf(String(by)), when: shortText(at) })
          : problemText(problem)}
      </p>
      {mine !== undefined && view !== undefined && (
        <p>
          {t("roster.mineWas", {
            name: nameOf(mine.person_id),
            hours: codeText(labelOf(mine, view.codes)),
            day: dayWords(dutyDay(mine.starts_at)),
          })}
        </p>
      )}
    </Banner>
  );
}
