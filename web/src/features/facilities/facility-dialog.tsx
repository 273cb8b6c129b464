/** One facility to be filled in: all of it when it is new, what one may change otherwise. */
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { t, word } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { CheckCard, FieldError } from "@/ui/choices";
import { ConfirmDialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { ProblemAlert } from "@/ui/problem-alert";
import { SelectField } from "@/ui/select-field";
import { toast } from "@/ui/toast";

import { changeFacility, putFacility, type Facility } from "./facilities-api";
import { changesOf, EMPTY, faultsOf, formOf, KINDS, SIGNERS, type Faults, type Form } from "./facilities-state";

type Texts = Exclude<keyof Form, "kind" | "signing_professions">;

export function FacilityDialog({
  facility,
  province,
  onDone,
  onClose,
}: {
  /** Null: a new one. */
  facility: Facility | null;
  province: boolean;
  onDone: () => void;
  onClose: () => void;
}) {
  const act = useAct();
  const [id] = useState(() => facility?.id ?? uuid7());
  const before = facility === null ? EMPTY : formOf(facility);
  const [form, setForm] = useState(before);
  const [tried, setTried] = useState(false);
  const isNew = facility === null;
  const faults = faultsOf(form, isNew);
  const shown: Faults = tried ? faults : {};
  const changes = changesOf(before, form);
  const change = (part: Partial<Form>) => setForm({ ...form, ...part });
  const field = (name: Texts) => ({
    value: form[name],
    error: shown[name],
    onText: (text: string) => change({ [name]: text }),
  });
  const run = () => {
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    void act.run("save", async () => {
      if (facility === null) await putFacility(id, newOf(form));
      else await changeFacility(id, { seen_version: facility.version, fields: changes });
      toast(t(isNew ? "facility.addDone" : "facility.editDone"));
      onDone();
    });
  };
  return (
    <ConfirmDialog
      open
      title={isNew ? t("facility.addTitle") : t("facility.editTitle", { name: facility.short_name })}
      confirm={t(isNew ? "facility.addGo" : "facility.editGo")}
      busy={act.busy !== null}
      disabled={!isNew && Object.keys(changes).length === 0}
      onConfirm={run}
      onClose={onClose}
    >
      {isNew && (
        <SelectField
          label={t("facility.fKind")}
          value={form.kind}
          options={KINDS.map((code) => ({ value: code, label: word("facilityKind", code) }))}
          onPick={(kind) => kind !== "" && change({ kind })}
        />
      )}
      {province ? (
        <>
          <TextField label={t("facility.fName")} hint={t("facility.fNameHint")} maxLength={120} {...field("name")} />
          <TextField label={t("facility.fShort")} maxLength={40} {...field("short_name")} />
        </>
      ) : (
        <p className="s">{t("facility.provinceOnly")}</p>
      )}
      {isNew && form.kind !== "province" && (
        <div className="g2">
          <TextField
            label={t("facility.fPrefix")}
            hint={t("facility.fPrefixHint")}
            maxLength={3}
            {...field("prefix")}
            onText={(text) => change({ prefix: text.toUpperCase() })}
          />
          {form.kind === "station" && (
            <TextField
              label={t("facility.fCommune")}
              note={t("facility.fCommuneNote")}
              inputMode="numeric"
              maxLength={5}
              {...field("commune_code")}
            />
          )}
        </div>
      )}
      {province && (
        <TextField
          label={t("facility.fCode")}
          note={t("facility.fCodeNote")}
          inputMode="numeric"
          maxLength={5}
          {...field("code")}
        />
      )}
      <TextField label={t("facility.fAuthority")} maxLength={120} {...field("authority")} />
      {form.kind !== "province" && (
        <>
          <TextField
            label={t("facility.fEmergency")}
            hint={t("facility.fEmergencyHint")}
            type="tel"
            maxLength={20}
            {...field("emergency_phone")}
          />
          <TextField label={t("facility.fLeader")} type="tel" maxLength={20} {...field("leader_phone")} />
        </>
      )}
      {!isNew && form.kind !== "province" && (
        <fieldset className="fs">
          <legend className="lab fa-legend">{t("facility.fSigns")}</legend>
          <div className="opts">
            {SIGNERS.map((code) => (
              <CheckCard
                key={code}
                label={word("profession", code)}
                checked={form.signing_professions.includes(code)}
                onChange={(on) =>
                  change({
                    signing_professions: [
                      ...form.signing_professions.filter((one) => one !== code),
                      ...(on ? [code] : []),
                    ].sort(),
                  })
                }
              />
            ))}
          </div>
          <span className="hint">{t("facility.fSignsHint")}</span>
          {shown.signing_professions !== undefined && <FieldError>{shown.signing_professions}</FieldError>}
          <TextField label={t("facility.fDocument")} maxLength={80} {...field("signing_document")} />
        </fieldset>
      )}
      <ProblemAlert problem={act.problem} />
    </ConfirmDialog>
  );
}

function newOf(form: Form) {
  const part = (text: string) => text.trim() || null;
  return {
    kind: form.kind,
    name: form.name.trim(),
    short_name: form.short_name.trim(),
    prefix: form.kind === "province" ? null : part(form.prefix),
    commune_code: form.kind === "station" ? part(form.commune_code) : null,
    code: part(form.code),
    authority: form.authority.trim(),
    emergency_phone: part(form.emergency_phone),
    leader_phone: part(form.leader_phone),
  };
}
