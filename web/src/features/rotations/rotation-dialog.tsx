/** One posting, opened: what it gives, how many days are done, and what can still be changed about it. */
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { dayText, numberText } from "@/lib/clock";
import { endAfter, endText } from "@/lib/days";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { DayField } from "@/ui/day-field";
import { ConfirmDialog, Dialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { KeyValues } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { toast } from "@/ui/toast";

import { Clashes, useClashes } from "./clashes";
import { doneShare, hoursGroups, LOW_SHARE, type Rotation } from "./rotations-state";

type Doing = "sign" | "extend" | "end" | "cancel";

interface Step {
  readonly rotation: Rotation;
  readonly today: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const STEPS = { sign: SignDialog, extend: ExtendDialog, end: EndDialog, cancel: CancelDialog } as const;

export function RotationDialog({ onClose, ...of }: Step) {
  const [doing, setDoing] = useState<Doing | null>(null);
  if (doing === null) return <Details rotation={of.rotation} onDo={setDoing} onClose={onClose} />;
  const Doing = STEPS[doing];
  return <Doing {...of} onClose={() => setDoing(null)} />;
}

function Details({ rotation, onDo, onClose }: Pick<Step, "rotation" | "onClose"> & { onDo: (what: Doing) => void }) {
  const { may, days_done, days_due } = rotation;
  const share = doneShare(rotation);
  return (
    <Dialog
      open
      title={`${rotation.person.name} · ${rotation.station.short_name}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t("rotations.close")}</Button>
          {may.cancel && (
            <Button tone="danger" onClick={() => onDo("cancel")}>
              {t("rotations.cancel")}
            </Button>
          )}
          {may.end && (
            <Button tone="danger" onClick={() => onDo("end")}>
              {t("rotations.end")}
            </Button>
          )}
          {may.extend && <Button onClick={() => onDo("extend")}>{t("rotations.extend")}</Button>}
          {may.sign && (
            <Button tone="primary" onClick={() => onDo("sign")}>
              {t("rotations.sign")}
            </Button>
          )}
        </>
      }
    >
      {days_due > 0 && share < LOW_SHARE && (
        <Banner tone="warn">
          {t("rotations.daysLow", { done: numberText(days_done), due: numberText(days_due), share })}
        </Banner>
      )}
      <KeyValues items={factsOf(rotation)} />
      <p className="s">{t("rotations.rights")}</p>
    </Dialog>
  );
}

function factsOf(rotation: Rotation): readonly (readonly [string, string])[] {
  const decision = rotation.decision_no === "" ? t("rotations.decisionNone") : rotation.decision_no;
  const purpose = word("rotationPurpose", rotation.purpose);
  const facts: (readonly [string, string])[] = [
    [t("rotations.station"), rotation.station.short_name],
    [t("rotations.decision"), rotation.decided_on === null ? decision : `${decision}, ${dayText(rotation.decided_on)}`],
    [
      t("rotations.span"),
      t("rotations.spanText", { from: dayText(rotation.starts_on), to: endText(rotation.ends_on) }),
    ],
    [t("rotations.purpose"), rotation.purpose_note === "" ? purpose : `${purpose}: ${rotation.purpose_note}`],
    [t("rotations.hours"), hoursText(rotation)],
  ];
  if (rotation.extension_no !== null) {
    facts.push([t("rotations.extend"), t("rotations.extension", { no: rotation.extension_no })]);
  }
  if (rotation.end_reason !== null) {
    const planned = t("rotations.plannedEnd", { day: endText(rotation.planned_ends_on) });
    facts.push([t("rotations.end"), `${t("rotations.endedBy", { reason: rotation.end_reason })}. ${planned}`]);
  }
  return facts;
}

function hoursText({ hours }: Rotation): string {
  if (hours.length === 0) return t("rotations.hoursNone");
  return hoursGroups(hours)
    .map(({ days, opens, closes }) => {
      const names = days.map((day) => word("rotationDay", String(day)));
      const inRow = days.length > 2 && days.every((day, at) => at === 0 || day === (days[at - 1] ?? 0) + 1);
      const said = inRow ? `${names[0] ?? ""} – ${names.at(-1) ?? ""}` : names.join(", ");
      return t("rotations.hoursLine", { days: said, opens, closes });
    })
    .join("; ");
}

function SignDialog({ rotation, today, onDone, onClose }: Step) {
  const act = useAct();
  const [no, setNo] = useState("");
  const [day, setDay] = useState(today);
  const [cancelShifts, setCancelShifts] = useState(false);
  const clashes = useClashes(rotation.person.id, rotation.hospital.id, rotation.starts_on, rotation.ends_on);
  const run = () =>
    void act.run("sign", async () => {
      const body = { decision_no: no.trim(), decided_on: day, cancel_shifts: cancelShifts };
      await ok(api.POST("/api/rotations/{id}/sign", { params: { path: { id: rotation.id } }, body }));
      toast(t("rotations.signed", { no: no.trim() }));
      onDone();
    });
  return (
    <ConfirmDialog
      open
      title={t("rotations.signTitle", { name: rotation.person.name })}
      confirm={t("rotations.signDo")}
      busy={act.busy !== null}
      disabled={no.trim() === "" || day === ""}
      onConfirm={run}
      onClose={onClose}
    >
      <div className="g2">
        <TextField label={t("rotations.decisionNo")} value={no} maxLength={80} onText={setNo} />
        <Day label={t("rotations.decidedOn")} day={day} onDay={setDay} />
      </div>
      <Clashes
        clashes={clashes}
        name={rotation.person.name}
        but={rotation.id}
        cancel={cancelShifts}
        onCancel={setCancelShifts}
      />
      <ProblemAlert problem={act.problem} />
    </ConfirmDialog>
  );
}

function ExtendDialog({ rotation, onDone, onClose }: Step) {
  const act = useAct();
  const [last, setLast] = useState("");
  const [no, setNo] = useState("");
  const [cancelShifts, setCancelShifts] = useState(false);
  const ends = last === "" ? null : endAfter(last);
  const clashes = useClashes(rotation.person.id, rotation.hospital.id, rotation.ends_on, ends);
  const run = () =>
    void act.run("extend", async () => {
      const body = { ends_on: ends ?? "", decision_no: no.trim(), cancel_shifts: cancelShifts };
      await ok(api.POST("/api/rotations/{id}/extend", { params: { path: { id: rotation.id } }, body }));
      toast(t("rotations.extended", { day: dayText(last) }));
      onDone();
    });
  return (
    <ConfirmDialog
      open
      title={t("rotations.extendTitle", { name: rotation.person.name })}
      confirm={t("rotations.extendDo", { day: last === "" ? "" : dayText(last) })}
      busy={act.busy !== null}
      disabled={last === "" || no.trim() === ""}
      onConfirm={run}
      onClose={onClose}
    >
      <div className="g2">
        <Day label={t("rotations.to")} day={last} onDay={setLast} />
        <TextField label={t("rotations.decisionNo")} value={no} maxLength={80} onText={setNo} />
      </div>
      <Clashes
        clashes={clashes}
        name={rotation.person.name}
        but={rotation.id}
        cancel={cancelShifts}
        onCancel={setCancelShifts}
      />
      <ProblemAlert problem={act.problem} />
    </ConfirmDialog>
  );
}

function EndDialog({ rotation, today, onDone, onClose }: Step) {
  const act = useAct();
  const [last, setLast] = useState(today);
  const [reason, setReason] = useState("");
  const [no, setNo] = useState("");
  const day = last === "" ? "" : dayText(last);
  const run = () =>
    void act.run("end", async () => {
      const body = { on: endAfter(last), reason: reason.trim(), decision_no: no.trim() };
      await ok(api.POST("/api/rotations/{id}/end", { params: { path: { id: rotation.id } }, body }));
      toast(t("rotations.ended", { day }));
      onDone();
    });
  return (
    <ConfirmDialog
      open
      danger
      title={t("rotations.endTitle", { name: rotation.person.name })}
      confirm={t("rotations.endDo", { day })}
      busy={act.busy !== null}
      disabled={last === "" || reason.trim() === ""}
      onConfirm={run}
      onClose={onClose}
    >
      <Day label={t("rotations.endLast")} day={last} onDay={setLast} />
      <TextField label={t("rotations.endReason")} value={reason} maxLength={500} onText={setReason} />
      <TextField
        label={t("rotations.decisionNo")}
        note={t("rotations.decisionNote")}
        value={no}
        maxLength={80}
        onText={setNo}
      />
      <p className="s">{t("rotations.endText", { station: rotation.station.short_name, day })}</p>
      <ProblemAlert problem={act.problem} />
    </ConfirmDialog>
  );
}

function CancelDialog({ rotation, onDone, onClose }: Step) {
  const act = useAct();
  const [reason, setReason] = useState("");
  const run = () =>
    void act.run("cancel", async () => {
      const body = { reason: reason.trim() };
      await ok(api.POST("/api/rotations/{id}/cancel", { params: { path: { id: rotation.id } }, body }));
      toast(t("rotations.cancelled"));
      onDone();
    });
  return (
    <ConfirmDialog
      open
      danger
      title={t("rotations.cancelTitle", { name: rotation.person.name })}
      confirm={t("rotations.cancelDo")}
      busy={act.busy !== null}
      onConfirm={run}
      onClose={onClose}
    >
      <p>{t("rotations.cancelText")}</p>
      <TextField label={t("rotations.endReason")} value={reason} maxLength={500} onText={setReason} />
      <ProblemAlert problem={act.problem} />
    </ConfirmDialog>
  );
}

function Day({ label, day, onDay }: { label: string; day: string; onDay: (day: string) => void }) {
  return (
    <DayField
      label={label}
      placeholder={t("rotations.dayForm")}
      wrong={t("rotations.dayBad")}
      day={day}
      onDay={onDay}
    />
  );
}
