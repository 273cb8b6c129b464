/** Gives a station another hospital from a day on, or takes a planned change back. */
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { dayText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Banner } from "@/ui/banner";
import { DayField } from "@/ui/day-field";
import { ConfirmDialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { ProblemAlert } from "@/ui/problem-alert";
import { SelectField } from "@/ui/select-field";
import { toast } from "@/ui/toast";

import { standing, type Assignment, type Station } from "./assignments-state";

import type { Schema } from "@/wire/schema";

type List = Schema<"AssignmentList">;

export function ChangeDialog({
  list,
  station,
  onDone,
  onClose,
}: {
  list: List;
  station: Station;
  onDone: (now: List) => void;
  onClose: () => void;
}) {
  const act = useAct();
  const [id] = useState(uuid7);
  const [rank, setRank] = useState<"1" | "2">("1");
  const { now } = standing(station, list.today, rank === "1" ? 1 : 2);
  const other = standing(station, list.today, rank === "1" ? 2 : 1).now;
  const [hospital, setHospital] = useState("");
  const [from, setFrom] = useState(list.today);
  const [source, setSource] = useState("");
  const name = station.station.short_name;
  const chosen = list.hospitals.find((one) => one.id === hospital);
  const missing = [
    hospital === "" ? t("assignment.missHospital") : "",
    from === "" ? t("assignment.missDay") : "",
    source.trim() === "" ? t("assignment.missDocument") : "",
  ].filter(Boolean);
  const run = () =>
    void act.run("assign", async () => {
      const body = {
        station_id: station.station.id,
        hospital_id: hospital,
        valid_from: from,
        source: source.trim(),
        rank: Number(rank),
      };
      const answer = await ok(api.PUT("/api/assignments/{id}", { params: { path: { id } }, body }));
      toast(t("assignment.saved"));
      onDone(answer);
    });
  return (
    <ConfirmDialog
      open
      title={t(now === null ? "assignment.dialogTitleNew" : "assignment.dialogTitle", { name })}
      confirm={t("assignment.save", { day: from === "" ? "" : dayText(from) })}
      busy={act.busy !== null}
      disabled={missing.length > 0}
      onConfirm={run}
      onClose={onClose}
    >
      <div className="g2">
        <SelectField
          label={t("assignment.rank")}
          value={rank}
          options={[
            { value: "1", label: t("assignment.rankFirst") },
            { value: "2", label: t("assignment.rankSecond") },
          ]}
          onPick={(one) => one !== "" && setRank(one)}
        />
        <SelectField
          label={t("assignment.hospital")}
          pick={t("assignment.pick")}
          value={hospital}
          options={list.hospitals
            .filter((one) => one.id !== now?.hospital.id && one.id !== other?.hospital.id)
            .map((one) => ({ value: one.id, label: one.short_name }))}
          onPick={setHospital}
        />
        <DayField
          label={t("assignment.from")}
          placeholder={t("people.dayForm")}
          wrong={t("people.dayBad")}
          day={from}
          onDay={setFrom}
        />
      </div>
      <TextField label={t("assignment.document")} value={source} maxLength={80} onText={setSource} />
      {chosen !== undefined && from !== "" && (
        <Banner tone="info" live="status">
          {t("assignment.effect", { day: dayText(from), station: name, hospital: chosen.short_name })}{" "}
          {now !== null && t("assignment.effectOld", { hospital: now.hospital.short_name })}
        </Banner>
      )}
      <p className="s" role="status">
        {missing.length > 0 && t("assignment.missing", { what: missing.join(", ") })}
      </p>
      <ProblemAlert problem={act.problem} />
    </ConfirmDialog>
  );
}

export function WithdrawDialog({
  station,
  planned,
  onDone,
  onClose,
}: {
  station: Station;
  planned: Assignment;
  onDone: (now: List) => void;
  onClose: () => void;
}) {
  const act = useAct();
  const run = () =>
    void act.run("withdraw", async () => {
      const answer = await ok(api.POST("/api/assignments/{id}/withdraw", { params: { path: { id: planned.id } } }));
      toast(t("assignment.withdrawDone"));
      onDone(answer);
    });
  return (
    <ConfirmDialog
      open
      danger
      title={t("assignment.withdrawTitle", { name: station.station.short_name })}
      confirm={t("assignment.withdrawGo")}
      busy={act.busy !== null}
      onConfirm={run}
      onClose={onClose}
    >
      <p>{t("assignment.withdrawText", { hospital: planned.hospital.short_name })}</p>
      <ProblemAlert problem={act.problem} />
    </ConfirmDialog>
  );
}
