/** Which sheet is open over the matrix. */
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { saveFile } from "@/lib/duty-files";
import { dutyDay, hoursFrom, overlap } from "@/lib/duty-hours";
import { t } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { ConfirmDialog, Dialog } from "@/ui/dialog";
import { ProblemAlert } from "@/ui/problem-alert";
import { SelectField } from "@/ui/select-field";
import { toast } from "@/ui/toast";

import { CandidatesDialog } from "./candidates";
import { CopyDialog } from "./copy-dialog";
import { FilesDialog, ImportDialog } from "./files";
import { LeaveDialog, WithdrawLeave } from "./leave-dialog";
import { OverrideDialog } from "./override-dialog";
import { PatternsDialog } from "./patterns";
import { PreviewDialog } from "./preview";
import { discard, type Period } from "./roster-api";
import { placed } from "./roster-edits";
import {
  specialtyKey,
  stands,
  TIERS,
  usualTier,
  type Absence,
  type Code,
  type Gap,
  type Person,
  type Section,
  type Tier,
  type View,
} from "./roster-state";
import { codeText, dayWords, specialtyText, tierText } from "./roster-words";
import { VersionsDialog } from "./versions";

import type { DutyHospital } from "@/context/duty-rights";
import type { RosterDesk } from "./use-roster";

export type Open =
  | { readonly kind: "cell" | "copy" | "patterns" | "files" | "import" | "preview" | "versions" | "discard" | "keys" }
  | { readonly kind: "gap"; readonly gap: Gap }
  | { readonly kind: "add"; readonly section: Section; readonly day: string }
  | { readonly kind: "override"; readonly shift: string | null }
  | { readonly kind: "leave"; readonly person: Person; readonly day: string }
  | { readonly kind: "leaveBack"; readonly person: Person; readonly absence: Absence };

export function Dialogs({
  open,
  hospital,
  view,
  period,
  now,
  desk,
  onOpen,
  onDone,
  onGoTo,
  onFrom,
}: {
  open: Open;
  hospital: DutyHospital;
  view: View;
  period: Period;
  now: number;
  desk: RosterDesk;
  onOpen: (open: Open | null) => void;
  /** The server has changed something: all is read anew. */
  onDone: () => void;
  onGoTo: (cell: { readonly row: string; readonly day: string }) => void;
  onFrom: (day: string) => void;
}) {
  const { id } = hospital;
  const close = () => onOpen(null);
  const plans = view.may_plan.length > 0;
  switch (open.kind) {
    case "cell":
      return null;
    case "copy":
      return <CopyDialog hospital={id} view={view} specialties={view.may_plan} onDone={onFrom} onClose={close} />;
    case "patterns":
      return <PatternsDialog hospital={id} view={view} onDone={onFrom} onClose={close} />;
    case "files":
      return (
        <FilesDialog
          hospital={id}
          period={period}
          plans={plans}
          onImport={() => onOpen({ kind: "import" })}
          onClose={close}
        />
      );
    case "import":
      return (
        <ImportDialog
          hospital={id}
          onTaken={() => void desk.reload()}
          onTemplate={() =>
            void saveFile(
              `/api/rosters/${id}/template.xlsx?from_day=${period.from}&days=${period.days}`,
              `mau-lich-truc-${period.from}.xlsx`,
            )
          }
          onClose={close}
        />
      );
    case "preview":
      return (
        <PreviewDialog
          hospital={id}
          codes={view.codes}
          onOpenCell={(one) =>
            onGoTo({ row: `${specialtyKey(one.specialty)}/${one.person_id}`, day: dutyDay(one.starts_at) })
          }
          onPublished={onDone}
          onClose={close}
        />
      );
    case "versions":
      return <VersionsDialog hospital={id} onClose={close} />;
    case "discard":
      return <DiscardDialog hospital={id} view={view} onDone={onDone} onClose={close} />;
    case "keys":
      return <KeysDialog onClose={close} />;
    case "gap":
      return (
        <CandidatesDialog
          hospital={id}
          open={{ ...open.gap, tier: "first" }}
          now={now}
          published={view.version !== null}
          onDraft={(person, moves) => {
            const { gap } = open;
            const instead = moves
              ? view.shifts.filter((one) => stands(one) && one.person_id === person && overlap(one, gap))
              : [];
            desk.commit(
              placed(
                view,
                { person, specialty: gap.specialty, day: dutyDay(gap.starts_at) },
                { starts_at: gap.starts_at, ends_at: gap.ends_at },
                "first",
                { beside: true, instead },
              ),
            );
            close();
          }}
          onDone={onDone}
          onClose={close}
        />
      );
    case "add":
      return <AddDialog section={open.section} day={open.day} view={view} now={now} desk={desk} onClose={close} />;
    case "override":
      return <OverrideDialog hospital={id} view={view} now={now} first={open.shift} onDone={onDone} onClose={close} />;
    case "leave":
      return (
        <LeaveDialog hospital={id} view={view} person={open.person} day={open.day} onDone={onDone} onClose={close} />
      );
    case "leaveBack":
      return <WithdrawLeave absence={open.absence} person={open.person} onDone={onDone} onClose={close} />;
  }
}

function DiscardDialog({
  hospital,
  view,
  onDone,
  onClose,
}: {
  hospital: string;
  view: View;
  onDone: () => void;
  onClose: () => void;
}) {
  const act = useAct();
  const run = () =>
    void act.run("discard", async () => {
      await discard(hospital, view.may_plan);
      toast(t("roster.discarded"));
      onDone();
    });
  return (
    <ConfirmDialog
      open
      danger
      title={t("roster.discardTitle", { n: view.draft?.changes ?? 0 })}
      confirm={t("roster.discardGo")}
      busy={act.busy !== null}
      onConfirm={run}
      onClose={onClose}
    >
      <p>{t("roster.discardText", { what: view.may_plan.map(specialtyText).join(", ") })}</p>
      <ProblemAlert problem={act.problem} />
    </ConfirmDialog>
  );
}

/** On a phone: one shift more on a day. */
function AddDialog({
  section,
  day,
  view,
  now,
  desk,
  onClose,
}: {
  section: Section;
  day: string;
  view: View;
  now: number;
  desk: RosterDesk;
  onClose: () => void;
}) {
  const leader = section.specialty === null;
  const [who, setWho] = useState("");
  const [code, setCode] = useState<Code["code"]>(view.codes[0]?.code ?? "N");
  const person = section.rows.find((row) => row.person.person.id === who)?.person;
  const [tier, setTier] = useState<Tier | "">("");
  const chosen: Tier = leader ? "leader" : tier || (person ? usualTier(person, leader) : "first");
  const hours = view.codes.find((one) => one.code === code);
  const span = hours && hoursFrom(day, hours.starts.slice(0, 5), hours.hours);
  const begun = span !== undefined && Date.parse(span.starts_at) <= now;
  return (
    <ConfirmDialog
      open
      title={t("roster.addTitle", { what: specialtyText(section.specialty), day: dayWords(day) })}
      confirm={t("roster.addGo")}
      disabled={person === undefined || span === undefined || begun}
      onConfirm={() => {
        if (person === undefined || span === undefined) return;
        desk.commit(
          placed(view, { person: person.person.id, specialty: section.specialty, day }, span, chosen, { beside: true }),
        );
        onClose();
      }}
      onClose={onClose}
    >
      <SelectField
        label={t("roster.who")}
        pick={t("roster.pickPerson")}
        value={who}
        options={section.rows.map(({ person: one }) => ({ value: one.person.id, label: one.person.name }))}
        onPick={setWho}
      />
      <SelectField
        label={t("roster.hoursGroup")}
        value={code}
        options={view.codes.map((one) => ({ value: one.code, label: codeText(one.code) }))}
        onPick={(one) => setCode(one || "N")}
      />
      {!leader && (
        <SelectField
          label={t("roster.tier")}
          value={chosen}
          options={TIERS.filter((one) => one !== "leader").map((one) => ({ value: one, label: tierText(one) }))}
          onPick={setTier}
        />
      )}
      {begun && <p className="s">{t("roster.hoursBegun")}</p>}
    </ConfirmDialog>
  );
}

const KEYS = [
  ["keyMove", "← ↑ ↓ →"],
  ["keyWeek", "PgUp PgDn"],
  ["keyEnds", "Home End"],
  ["keyHours", "N Đ 2"],
  ["keyTierAfter", "N 1 · N 2 · N 3"],
  ["keyTier", "Shift + 1 2 3"],
  ["keyLeave", "P"],
  ["keyClear", "Del"],
  ["keyUndo", "Ctrl + Z"],
  ["keyOpen", "Enter"],
] as const;

function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      open
      title={t("roster.keysTitle")}
      onClose={onClose}
      footer={<Button onClick={onClose}>{t("common.close")}</Button>}
    >
      <dl className="ro-keys">
        {KEYS.map(([what, keys]) => (
          <div key={what}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{t(`roster.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
