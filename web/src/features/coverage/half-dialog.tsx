/** One half of a day, opened: who has it, which hours are without, what happens if a case comes, what to do. */
import { useAct } from "@/context/use-act";
import { dateText, dayText, isoDay, whenText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Button, ButtonLink } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { ProblemAlert } from "@/ui/problem-alert";
import { toast } from "@/ui/toast";

import { weekdayOf, type Half } from "./coverage-state";
import { StateMark, toldText } from "./tonight";
import { halfName } from "./wall";

import type { Schema } from "@/wire/schema";

export interface Opened {
  readonly hospital: Schema<"FacilityRef">;
  readonly specialty: Schema<"Specialty">;
  readonly half: Half;
  readonly mayPlan: boolean;
}

export function HalfDialog({ opened, onClose }: { opened: Opened; onClose: () => void }) {
  const act = useAct();
  const { hospital, specialty, half, mayPlan } = opened;
  const day = isoDay(half.starts_at);
  const [gap] = half.gaps;
  const nudge = () =>
    void act.run("nudge", async () => {
      const body = { hospital_id: hospital.id, specialty, starts_at: gap?.starts_at ?? half.starts_at };
      const { told } = await ok(api.POST("/api/coverage/nudge/{id}", { params: { path: { id: uuid7() } }, body }));
      toast(toldText(told));
      onClose();
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("coverage.detail", {
        specialty: word("specialty", specialty),
        half: halfName(half),
        weekday: word("coverWeekday", String(weekdayOf(day))),
        day: dayText(day),
        hospital: hospital.short_name,
      })}
      footer={
        <>
          <Button onClick={onClose}>{t("coverage.close")}</Button>
          {gap !== undefined && (
            <Button busy={act.busy !== null} onClick={nudge}>
              {t("coverage.nudge")}
            </Button>
          )}
          {mayPlan && (
            <ButtonLink to={`/roster?hospital=${hospital.id}&from=${day}&show=${specialty}`} tone="primary">
              {t("coverage.openRoster")}
            </ButtonLink>
          )}
        </>
      }
    >
      <p>
        <StateMark state={half.state} />
      </p>
      {half.person !== null && gap === undefined && <p>{t("coverage.detailWho", { name: half.person.name })}</p>}
      {half.gaps.map((one) => (
        <p key={one.starts_at}>{gapText(one)}</p>
      ))}
      {gap !== undefined && (
        <p className="s">
          {t("coverage.detailCalls")}{" "}
          {half.warned.length > 0
            ? t("coverage.warned", { days: half.warned.map((at) => dateText(at)).join(", ") })
            : t("coverage.warnedNot")}
        </p>
      )}
      <ProblemAlert problem={act.problem} />
    </Dialog>
  );
}

function gapText(gap: Schema<"StretchView">): string {
  const span = { from: whenText(gap.starts_at), to: whenText(gap.ends_at) };
  if (gap.state === "unpublished") return t("coverage.detailUnpublished", span);
  if (gap.state === "backup" && gap.person !== null) {
    return t("coverage.detailGapBackup", { ...span, name: gap.person.name });
  }
  return t("coverage.detailGap", span);
}
