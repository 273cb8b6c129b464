/** A new account in one go: who it is, a first role, and the link that sets its password. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";

import { useAct } from "@/context/use-act";
import { isoDay, serverNow, shortText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Button } from "@/ui/button";
import { ConfirmDialog, Dialog } from "@/ui/dialog";
import { ProblemAlert } from "@/ui/problem-alert";
import { SelectField } from "@/ui/select-field";

import { groupOf } from "./grant-dialog";
import { InviteLink } from "./invite-link";
import { invite, putGrant, putPerson, readAdministered, readRoles, type Invitation } from "./people-api";
import { SPECIALTIES } from "./people-state";
import { faultsOf, isWhole, NOBODY, PersonFields } from "./person-fields";

import type { Schema } from "@/wire/schema";

export function AddDialog({ onClose }: { onClose: () => void }) {
  const act = useAct();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const places = useQuery({ queryKey: ["administered"], queryFn: readAdministered, staleTime: 300_000 });
  const table = useQuery({ queryKey: ["roles"], queryFn: readRoles, staleTime: 3_600_000 });
  // The same ids however often it is sent: a line that breaks in the middle makes nobody twice.
  const [ids] = useState(() => ({ person: uuid7(), grant: uuid7() }));
  const [who, setWho] = useState(NOBODY);
  const [role, setRole] = useState<Schema<"Role"> | "">("");
  const [specialty, setSpecialty] = useState<Schema<"Specialty"> | "">("");
  const [tried, setTried] = useState(false);
  const [made, setMade] = useState<{ name: string; invitation: Invitation } | null>(null);

  const facilities = places.data?.facilities ?? [];
  const kind = facilities.find((one) => one.id === who.facility_id)?.kind;
  const roles = (table.data ?? []).filter((one) => kind !== undefined && one.at.includes(kind));
  const chosen = roles.find((one) => one.role === role);
  const faults = faultsOf(who);
  const noSpecialty = chosen?.needs_specialty === true && specialty === "";

  const run = () => {
    setTried(true);
    if (!isWhole(faults) || noSpecialty) return;
    void act.run("add", async () => {
      const { license_no, duty_phone, ...rest } = who;
      const officer = who.profession === "officer";
      const person = await putPerson(ids.person, {
        ...rest,
        full_name: who.full_name.trim(),
        license_no: officer ? null : license_no.trim() || null,
        duty_phone: duty_phone.trim() || null,
      });
      if (chosen !== undefined)
        await putGrant(ids.grant, {
          person_id: ids.person,
          role: chosen.role,
          facility_id: who.facility_id,
          specialty: chosen.needs_specialty && specialty !== "" ? specialty : null,
          valid_from: isoDay(serverNow()),
          valid_to: null,
          source: "employment",
          document: null,
        });
      setMade({ name: person.name, invitation: await invite(ids.person) });
      await queries.invalidateQueries({ queryKey: ["people"] });
    });
  };
  if (made !== null) {
    const open = () => {
      onClose();
      go(`/people/${ids.person}`);
    };
    return (
      <Dialog
        open
        title={t("people.inviteTitle", { name: made.name })}
        onClose={open}
        footer={<Button onClick={open}>{t("people.done")}</Button>}
      >
        <InviteLink link={made.invitation.link} until={shortText(made.invitation.expires_at)} />
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      open
      title={t("people.addTitle")}
      confirm={t("people.addGo")}
      busy={act.busy !== null}
      onConfirm={run}
      onClose={onClose}
    >
      <ProblemAlert problem={places.error ?? table.error} />
      <PersonFields
        who={who}
        faults={tried ? faults : null}
        facilities={facilities}
        suggest
        onChange={(now) => {
          if (now.facility_id !== who.facility_id) setRole("");
          setWho(now);
        }}
      />
      <div className={chosen?.needs_specialty === true ? "g2" : "stack"}>
        <SelectField
          label={t("people.firstRole")}
          pick={t("people.firstRoleNone")}
          value={role}
          options={roles.map((one) => ({ value: one.role, label: word("role", one.role), group: groupOf(one) }))}
          onPick={setRole}
        />
        {chosen?.needs_specialty === true && (
          <SelectField
            label={t("people.grantSpecialty")}
            pick={t("people.grantSpecialtyPick")}
            value={specialty}
            error={tried && noSpecialty ? t("people.grantMissing", { what: t("people.missSpecialty") }) : null}
            options={SPECIALTIES.map((code) => ({ value: code, label: word("specialty", code) }))}
            onPick={setSpecialty}
          />
        )}
      </div>
      <ProblemAlert problem={act.problem} />
    </ConfirmDialog>
  );
}
