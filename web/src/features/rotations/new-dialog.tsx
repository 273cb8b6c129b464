/** A doctor of one's own hospital is posted to a station: by a decision, or planned until there is one. */
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { endAfter } from "@/lib/days";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { CheckCard } from "@/ui/choices";
import { DayField } from "@/ui/day-field";
import { ConfirmDialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { ProblemAlert } from "@/ui/problem-alert";
import { SelectField } from "@/ui/select-field";
import { toast } from "@/ui/toast";

import { Clashes, useClashes } from "./clashes";
import { USUAL_HOURS, type Board } from "./rotations-state";

import type { Schema } from "@/wire/schema";

type Purpose = Schema<"RotationPurpose">;
const PURPOSES = [
  "expert_support",
  "technique_transfer",
  "staff_shortage",
  "training",
  "other",
] as const satisfies readonly Purpose[];

export function NewRotationDialog({
  board,
  station: first,
  onDone,
  onClose,
}: {
  board: Board;
  /** Already chosen on the board; empty: not yet. */
  station: string;
  onDone: () => void;
  onClose: () => void;
}) {
  const act = useAct();
  const [id] = useState(uuid7);
  const [hospital, setHospital] = useState(board.homes[0]?.hospital.id ?? "");
  const [person, setPerson] = useState("");
  const [station, setStation] = useState(first);
  const [from, setFrom] = useState("");
  const [last, setLast] = useState("");
  const [no, setNo] = useState("");
  const [decided, setDecided] = useState("");
  const [purpose, setPurpose] = useState<Purpose>("expert_support");
  const [note, setNote] = useState("");
  const [usual, setUsual] = useState(true);
  const [cancelShifts, setCancelShifts] = useState(false);
  const home = board.homes.find((one) => one.hospital.id === hospital);
  const doctor = home?.doctors.find((one) => one.person.id === person);
  const ends = last === "" ? null : endAfter(last);
  const clashes = useClashes(person, hospital, from, ends);
  const missing = [
    person === "" ? t("rotations.missDoctor") : "",
    station === "" ? t("rotations.missStation") : "",
    from === "" ? t("rotations.missFrom") : "",
    last === "" ? t("rotations.missTo") : "",
    purpose === "other" && note.trim() === "" ? t("rotations.missNote") : "",
  ].filter(Boolean);
  const save = () =>
    void act.run("save", async () => {
      const body = {
        person_id: person,
        hospital_id: hospital,
        station_id: station,
        decision_no: no.trim(),
        decided_on: no.trim() === "" || decided === "" ? null : decided,
        starts_on: from,
        ends_on: ends ?? "",
        purpose,
        purpose_note: note.trim(),
        hours: usual ? [...USUAL_HOURS] : [],
        cancel_shifts: cancelShifts,
      };
      await ok(api.PUT("/api/rotations/{id}", { params: { path: { id } }, body }));
      toast(t("rotations.saved", { name: doctor?.person.name ?? "" }));
      onDone();
    });
  return (
    <ConfirmDialog
      open
      title={t("rotations.newTitle")}
      confirm={t("rotations.save")}
      busy={act.busy !== null}
      disabled={missing.length > 0}
      onConfirm={save}
      onClose={onClose}
    >
      {board.homes.length > 1 && (
        <SelectField
          label={t("rotations.hospital")}
          value={hospital}
          options={board.homes.map((one) => ({ value: one.hospital.id, label: one.hospital.short_name }))}
          onPick={(one) => {
            setHospital(one);
            setPerson("");
          }}
        />
      )}
      <div className="g2">
        <SelectField
          label={t("rotations.doctor")}
          pick={t("rotations.pickDoctor")}
          value={person}
          options={(home?.doctors ?? []).map((one) => ({
            value: one.person.id,
            label: `${one.person.name} (${one.specialties.map((s) => word("specialty", s)).join(", ")})`,
          }))}
          onPick={setPerson}
        />
        <SelectField
          label={t("rotations.station")}
          pick={t("rotations.pickStation")}
          value={station}
          options={board.stations.map((one) => ({ value: one.station.id, label: one.station.short_name }))}
          onPick={setStation}
        />
        <DayField
          label={t("rotations.from")}
          placeholder={t("rotations.dayForm")}
          wrong={t("rotations.dayBad")}
          day={from}
          onDay={setFrom}
        />
        <DayField
          label={t("rotations.to")}
          placeholder={t("rotations.dayForm")}
          wrong={t("rotations.dayBad")}
          day={last}
          onDay={setLast}
        />
        <TextField
          label={t("rotations.decisionNo")}
          note={t("rotations.decisionNote")}
          hint={t("rotations.decisionHint")}
          value={no}
          maxLength={80}
          onText={setNo}
        />
        {no.trim() !== "" && (
          <DayField
            label={t("rotations.decidedOn")}
            placeholder={t("rotations.dayForm")}
            wrong={t("rotations.dayBad")}
            day={decided}
            onDay={setDecided}
          />
        )}
        <SelectField
          label={t("rotations.purpose")}
          value={purpose}
          options={PURPOSES.map((one) => ({ value: one, label: word("rotationPurpose", one) }))}
          onPick={(one) => one !== "" && setPurpose(one)}
        />
        {purpose === "other" && (
          <TextField label={t("rotations.purposeNote")} value={note} maxLength={500} onText={setNote} />
        )}
      </div>
      <CheckCard
        label={t("rotations.usualHours")}
        text={t("rotations.usualHoursText")}
        checked={usual}
        onChange={setUsual}
      />
      <Clashes clashes={clashes} name={doctor?.person.name ?? ""} cancel={cancelShifts} onCancel={setCancelShifts} />
      <p className="s" role="status">
        {missing.length > 0 && t("rotations.missing", { what: missing.join(", ") })}
      </p>
      <ProblemAlert problem={act.problem} />
    </ConfirmDialog>
  );
}
