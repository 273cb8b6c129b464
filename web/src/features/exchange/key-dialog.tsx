/** A new key: for which system, which facility, what it opens, until when. */
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { serverNow } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Button } from "@/ui/button";
import { CheckCard, SegmentedControl } from "@/ui/choices";
import { Dialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { ProblemAlert } from "@/ui/problem-alert";
import { SelectField } from "@/ui/select-field";

import { putKey, type Data, type Desk } from "./exchange-api";
import { chosen, endOf, KINDS, MONTHS, type Months } from "./exchange-state";

export function KeyDialog({
  facilities,
  onMade,
  onClose,
}: {
  facilities: Desk["facilities"];
  onMade: (token: string | null) => void;
  onClose: () => void;
}) {
  const act = useAct();
  const [id] = useState(uuid7);
  const [name, setName] = useState("");
  const [at, setAt] = useState(facilities.length === 1 ? (facilities[0]?.id ?? "") : "");
  const [kinds, setKinds] = useState<ReadonlySet<Data>>(new Set());
  const [months, setMonths] = useState<Months>(6);
  const whole = name.trim().length >= 2 && at !== "" && kinds.size > 0;
  const make = () =>
    void act.run("make", async () => {
      const made = await putKey(id, {
        facility_id: at,
        name: name.trim(),
        kinds: KINDS.filter((one) => kinds.has(one)),
        expires_at: endOf(months, serverNow()),
      });
      onMade(made.token);
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("exchange.newKey")}
      wide
      footer={
        <>
          <Button onClick={onClose}>{t("exchange.leave")}</Button>
          <Button tone="primary" busy={act.busy === "make"} disabled={!whole} onClick={make}>
            {t("exchange.makeKey")}
          </Button>
        </>
      }
    >
      <div className="stack">
        <TextField
          label={t("exchange.name")}
          hint={t("exchange.nameHint")}
          value={name}
          maxLength={80}
          onText={setName}
        />
        <SelectField
          label={t("exchange.facility")}
          options={facilities.map((one) => ({ value: one.id, label: one.name }))}
          value={at}
          pick={t("exchange.pickFacility")}
          onPick={setAt}
        />
        <fieldset className="fs">
          <legend>{t("exchange.opens")}</legend>
          <div className="opts one">
            {KINDS.map((kind) => (
              <CheckCard
                key={kind}
                label={word("exchangeKind", kind)}
                text={word("exchangeKindText", kind)}
                checked={kinds.has(kind)}
                onChange={(on) => setKinds(chosen(kinds, kind, on))}
              />
            ))}
          </div>
        </fieldset>
        <SegmentedControl
          label={t("exchange.goodFor")}
          choices={MONTHS.map((one) => ({ value: String(one), label: t("exchange.months", { n: one }) }))}
          value={String(months)}
          onChange={(value) => setMonths(Number(value) as Months)}
        />
        <ProblemAlert problem={act.problem} />
      </div>
    </Dialog>
  );
}
