/** “Vào ca trực”: my shift, who takes over, and whether a ring reaches me on every channel. */
import { useState } from "react";

import { longSpanText, timeText, whenText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { Button, ButtonLink } from "@/ui/button";
import { useNow } from "@/ui/clock";
import { Dialog } from "@/ui/dialog";
import { Icon } from "@/ui/icon";
import { ProblemAlert } from "@/ui/problem-alert";

import { checkLines, failing } from "./shift-check";
import { ShiftLines } from "./shift-lines";
import { useShiftCheck, type ShiftCheck } from "./use-shift-check";
import { shiftView, type Shift, type ShiftView } from "./worklist-state";

export function ShiftCard() {
  const check = useShiftCheck();
  const now = useNow(15_000);
  if (check.shift === undefined) {
    return check.error ? <ProblemAlert problem={check.error} onRetry={check.reload} /> : null;
  }
  const view = shiftView(check.shift, now);
  const testing = check.trial.tone === "asking" || check.trial.tone === "blocked";
  const lines = checkLines(check.trial, view.kind === "on" ? check.checks : []);
  const failed = !testing && failing(lines).length > 0;
  return (
    <section className={`card wl-shift ${view.kind}${failed ? " failed" : ""}`} aria-label={t("worklist.myShift")}>
      <div className="wl-shift-row">
        <ShiftSwitch view={view} testing={testing} failed={failed} check={check} />
        <ShiftWords view={view} now={now} />
        {!testing && <TestButton view={view} check={check} />}
      </div>
      {testing && <Question check={check} />}
      <ShiftLines lines={lines} at={check.trial.at} testing={testing} />
      <ProblemAlert problem={check.problem} />
    </section>
  );
}

/** A shift that is ahead or none at all has nothing to switch: a word says so. */
function ShiftSwitch({
  view,
  testing,
  failed,
  check,
}: {
  view: ShiftView;
  testing: boolean;
  failed: boolean;
  check: ShiftCheck;
}) {
  const [leaving, setLeaving] = useState(false);
  switch (view.kind) {
    case "none":
      return (
        <b className="wl-state mut">
          <Icon name="minus" /> {t("worklist.offShift")}
        </b>
      );
    case "ahead":
      if (!view.canConfirm) {
        return (
          <b className="wl-state">
            <Icon name="calendar" /> {t("worklist.nextShift")}
          </b>
        );
      }
      return <Switch on={false} busy={check.busy} label={t("shiftCheck.switch")} onClick={() => check.begin(true)} />;
    case "unconfirmed":
      return <Switch on={false} busy={check.busy} label={t("shiftCheck.switch")} onClick={() => check.begin(true)} />;
    case "on": {
      const label = t(testing ? "shiftCheck.testing" : failed ? "shiftCheck.onFailing" : "shiftCheck.on");
      return (
        <>
          <Switch on busy={check.busy} label={label} onClick={() => setLeaving(true)} />
          <Leaving shift={view.shift} open={leaving} onClose={() => setLeaving(false)} />
        </>
      );
    }
  }
}

function Switch({ on, busy, label, onClick }: { on: boolean; busy: boolean; label: string; onClick: () => void }) {
  return (
    <button type="button" className="wl-switch" role="switch" aria-checked={on} disabled={busy} onClick={onClick}>
      {label}
    </button>
  );
}

/** A shift that runs is left by being taken over, never by a switch. */
function Leaving({ shift, open, onClose }: { shift: Shift; open: boolean; onClose: () => void }) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("shiftCheck.leaveTitle", { at: whenText(shift.ends_at) })}
      footer={
        <>
          <Button onClick={onClose}>{t("shiftCheck.leaveStay")}</Button>
          <ButtonLink to="/my-shifts" icon="swap">
            {t("shiftCheck.leaveSwap")}
          </ButtonLink>
        </>
      }
    >
      <p>{t("shiftCheck.leaveText")}</p>
    </Dialog>
  );
}

function TestButton({ view, check }: { view: ShiftView; check: ShiftCheck }) {
  const confirm = view.kind === "unconfirmed" || (view.kind === "ahead" && view.canConfirm);
  const words = confirm ? "shiftCheck.begin" : view.kind === "on" ? "shiftCheck.again" : "shiftCheck.tryOnly";
  return (
    <div className="row">
      <Button
        tone={confirm ? "primary" : "plain"}
        size="compact"
        icon="bell"
        busy={check.busy}
        onClick={() => check.begin(confirm)}
      >
        {t(words)}
      </Button>
    </div>
  );
}

function Question({ check }: { check: ShiftCheck }) {
  const blocked = check.trial.tone === "blocked";
  return (
    <div className="wl-ask">
      <p role="status">
        <b className="big">{t("shiftCheck.question")}</b>
        <small>{t(blocked ? "shiftCheck.questionBlocked" : "shiftCheck.questionText")}</small>
      </p>
      <div className="row">
        <Button tone="primary" onClick={() => check.heard(true)}>
          {t("shiftCheck.hear")}
        </Button>
        <Button onClick={() => check.heard(false)}>{t("shiftCheck.hearNot")}</Button>
      </div>
    </div>
  );
}

function ShiftWords({ view, now }: { view: ShiftView; now: number }) {
  if (view.kind === "none") return <p className="mut">{t("worklist.offShiftText")}</p>;
  const { shift } = view;
  return (
    <div className="wl-post">
      <p>
        <b>{t("worklist.post", { specialty: specialtyOf(shift), tier: word("tier", shift.tier) })}</b> ·{" "}
        {t("worklist.hours", { from: whenText(shift.starts_at), to: whenText(shift.ends_at) })}
        {view.kind === "on" && shift.confirmed_at !== null && (
          <> · {t("shiftCheck.confirmedAt", { at: timeText(shift.confirmed_at) })}</>
        )}
        {shift.relief !== null && (
          <> · {t("shiftCheck.relief", { who: shift.relief.name, at: whenText(shift.ends_at) })}</>
        )}
      </p>
      {view.kind === "unconfirmed" && <Late view={view} now={now} />}
      {view.kind === "ahead" && !view.canConfirm && (
        <p className="mut">{t("worklist.confirmFrom", { at: whenText(view.openAt) })}</p>
      )}
    </div>
  );
}

function Late({ view, now }: { view: Extract<ShiftView, { kind: "unconfirmed" }>; now: number }) {
  const { shift, lateMs, toldAt } = view;
  const first = shift.tier === "first";
  return (
    <p>
      {lateMs >= 60_000 && <b className="c-danger">{t("shiftCheck.late", { span: longSpanText(lateMs) })} </b>}
      {shift.armed_at !== null
        ? t("shiftCheck.armed", { at: timeText(shift.armed_at) })
        : now >= toldAt
          ? t("shiftCheck.headTold")
          : t(first ? "shiftCheck.lateWill" : "shiftCheck.lateWillHead", { at: timeText(toldAt) })}
    </p>
  );
}

const specialtyOf = (shift: Shift): string =>
  shift.specialty === null ? t("worklist.everySpecialty") : word("specialty", shift.specialty);
