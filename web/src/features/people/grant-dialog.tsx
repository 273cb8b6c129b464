/** Gives a role at a facility from a day on; says what it lets see and do before it is given. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { dayText, isoDay, serverNow } from "@/lib/clock";
import { endAfter } from "@/lib/days";
import { t, word } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { SegmentedControl } from "@/ui/choices";
import { DayField } from "@/ui/day-field";
import { ConfirmDialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { ProblemAlert } from "@/ui/problem-alert";
import { SelectField } from "@/ui/select-field";
import { toast } from "@/ui/toast";

import { putGrant, readAdministered, readRoles, type Person, type Role } from "./people-api";
import { givable, SPECIALTIES } from "./people-state";

import type { Schema } from "@/wire/schema";

const SOURCES = ["employment", "rotation", "temporary"] as const;

export function GrantDialog({
  person,
  onDone,
  onClose,
}: {
  person: Person;
  onDone: (now: Person) => void;
  onClose: () => void;
}) {
  const act = useAct();
  const today = isoDay(serverNow());
  const roles = useQuery({ queryKey: ["roles"], queryFn: readRoles, staleTime: 3_600_000 });
  const places = useQuery({ queryKey: ["administered"], queryFn: readAdministered, staleTime: 300_000 });
  // One grant, however often it is sent.
  const [id] = useState(uuid7);
  const [role, setRole] = useState<Schema<"Role"> | "">("");
  const [facility, setFacility] = useState("");
  const [specialty, setSpecialty] = useState<Schema<"Specialty"> | "">("");
  const [from, setFrom] = useState(today);
  const [last, setLast] = useState("");
  const [source, setSource] = useState<(typeof SOURCES)[number]>("employment");
  const [document, setDocument] = useState("");

  const facilities = places.data?.facilities ?? [];
  const table = givable(roles.data ?? [], new Set(facilities.map((one) => one.kind)));
  const chosen = table.find((one) => one.role === role);
  const fitting = facilities.filter((one) => chosen?.at.includes(one.kind) ?? true);
  const at = fitting.some((one) => one.id === facility) ? facility : fitting.length === 1 ? (fitting[0]?.id ?? "") : "";
  const needsEnd = source !== "employment";
  const missing = [
    role === "" ? t("people.missRole") : "",
    at === "" ? t("people.missFacility") : "",
    chosen?.needs_specialty === true && specialty === "" ? t("people.missSpecialty") : "",
    from === "" ? t("people.missFrom") : "",
    needsEnd && last === "" ? t("people.missTo") : "",
  ].filter(Boolean);

  const run = () =>
    void act.run("give", async () => {
      if (role === "") return;
      const now = await putGrant(id, {
        person_id: person.id,
        role,
        facility_id: at,
        specialty: chosen?.needs_specialty === true && specialty !== "" ? specialty : null,
        valid_from: from,
        valid_to: last === "" ? null : endAfter(last),
        source,
        document: document.trim() || null,
      });
      toast(t("people.grantDone"));
      onDone(now);
    });
  return (
    <ConfirmDialog
      open
      title={t("people.grantTitle", { name: person.name })}
      confirm={from === today || from === "" ? t("people.grantGoNow") : t("people.grantGo", { day: dayText(from) })}
      busy={act.busy !== null}
      disabled={missing.length > 0}
      onConfirm={run}
      onClose={onClose}
    >
      <ProblemAlert problem={roles.error ?? places.error} />
      <SelectField
        label={t("people.grantRole")}
        pick={t("people.grantPick")}
        value={role}
        options={table.map((one) => ({ value: one.role, label: word("role", one.role), group: groupOf(one) }))}
        onPick={setRole}
      />
      {chosen !== undefined && <RoleNote role={chosen} />}
      <div className={chosen?.needs_specialty === true ? "g2" : "stack"}>
        <SelectField
          label={t("people.grantFacility")}
          pick={t("people.grantFacilityPick")}
          value={at}
          error={chosen !== undefined && fitting.length === 0 ? t("people.grantFacilityNone") : null}
          options={fitting.map((one) => ({
            value: one.id,
            label: one.short_name,
            group: word("facilityKind", one.kind),
          }))}
          onPick={setFacility}
        />
        {chosen?.needs_specialty === true && (
          <SelectField
            label={t("people.grantSpecialty")}
            pick={t("people.grantSpecialtyPick")}
            value={specialty}
            options={SPECIALTIES.map((code) => ({ value: code, label: word("specialty", code) }))}
            onPick={setSpecialty}
          />
        )}
      </div>
      <div className="f">
        <span className="lab">{t("people.grantSource")}</span>
        <SegmentedControl
          label={t("people.grantSource")}
          choices={SOURCES.map((code) => ({ value: code, label: word("grantSource", code) }))}
          value={source}
          onChange={setSource}
        />
      </div>
      <div className="g2">
        <DayField
          label={t("people.grantFrom")}
          placeholder={t("people.dayForm")}
          wrong={t("people.dayBad")}
          day={from}
          onDay={setFrom}
        />
        <DayField
          label={t("people.grantTo")}
          note={t(needsEnd ? "people.grantToNeeded" : "people.grantToOpen")}
          placeholder={t("people.dayForm")}
          wrong={t("people.dayBad")}
          day={last}
          onDay={setLast}
        />
      </div>
      <TextField
        label={t("people.grantDocument")}
        note={t("people.grantDocumentNote")}
        value={document}
        onText={setDocument}
        maxLength={80}
      />
      <p className="s" role="status">
        {missing.length > 0 && t("people.grantMissing", { what: missing.join(", ") })}
      </p>
      <ProblemAlert problem={act.problem} />
    </ConfirmDialog>
  );
}

export function groupOf(role: Role): string {
  if (role.at.length > 1) return t("roles.groupOther");
  switch (role.at[0]) {
    case "station":
      return role.clinical ? t("roles.groupStation") : t("roles.groupOther");
    case "hospital":
      return t("roles.groupHospital");
    default:
      return t("roles.groupOther");
  }
}

function RoleNote({ role }: { role: Role }) {
  const may = role.rights.map((code) => word("right", code)).join("; ");
  return (
    <div className="pp-note">
      <p>{t("people.grantSees", { what: word("sees", role.sees) })}</p>
      {may !== "" && <p>{t("people.grantCan", { what: may })}</p>}
    </div>
  );
}
