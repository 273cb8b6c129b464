/** A new weekly pattern: which days, which hours, who in which order. */
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { mondayOf } from "@/lib/duty-hours";
import { addDays } from "@/lib/days";
import { t, word } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Button, IconButton } from "@/ui/button";
import { Chip } from "@/ui/choices";
import { DayField } from "@/ui/day-field";
import { Dialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { ProblemAlert } from "@/ui/problem-alert";
import { SelectField } from "@/ui/select-field";

import { putPattern, type Pattern } from "./roster-api";
import { specialtyKey, TIERS, type Code, type Tier, type View } from "./roster-state";
import { codeText, specialtyText, tierText } from "./roster-words";

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
const HOUR_MS = 3_600_000;
const DAYS = ["all", "working", "holiday"] as const;
const TURNS = ["shift", "week"] as const;

export function PatternForm({
  hospital,
  view,
  onSaved,
  onClose,
}: {
  hospital: string;
  view: View;
  onSaved: (now: { patterns: Pattern[] }) => void;
  onClose: () => void;
}) {
  const act = useAct();
  const [id] = useState(uuid7);
  const [name, setName] = useState("");
  const [at, setAt] = useState(specialtyKey(view.may_plan[0] ?? null));
  const specialty = view.may_plan.find((one) => specialtyKey(one) === at) ?? null;
  const [numbered, setNumbered] = useState<Tier>("first");
  const tier: Tier = specialty === null ? "leader" : numbered;
  const [weekdays, setWeekdays] = useState<readonly number[]>(WEEK);
  const [days, setDays] = useState<(typeof DAYS)[number]>("all");
  const [code, setCode] = useState<Code["code"]>(view.codes[0]?.code ?? "N");
  const [people, setPeople] = useState<readonly string[]>([]);
  const [turn, setTurn] = useState<(typeof TURNS)[number]>("shift");
  const [anchor, setAnchor] = useState(addDays(mondayOf(view.today), 7));
  const hours = view.codes.find((one) => one.code === code);
  const known = view.people.filter((one) => specialty === null || one.specialties.includes(specialty));
  const missing = [
    ...(name.trim() === "" ? [t("roster.patternName")] : []),
    ...(weekdays.length === 0 ? [t("roster.patternDays")] : []),
    ...(people.length === 0 ? [t("roster.patternPeople")] : []),
    ...(anchor === "" ? [t("roster.patternAnchor")] : []),
  ];
  const run = () =>
    void act.run("save", async () => {
      if (hours === undefined) return;
      onSaved(
        await putPattern(hospital, id, {
          name: name.trim(),
          specialty,
          tier,
          weekdays: [...weekdays],
          days,
          starts: hours.starts,
          length_ms: hours.hours * HOUR_MS,
          people: [...people],
          turn,
          anchor,
        }),
      );
    });
  const nameOf = (person: string) => view.people.find((one) => one.person.id === person)?.person.name ?? "";
  return (
    <Dialog
      open
      wide
      title={t("roster.addPattern")}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button tone="primary" busy={act.busy !== null} disabled={missing.length > 0} onClick={run}>
            {t("roster.savePattern")}
          </Button>
        </>
      }
    >
      <TextField
        label={t("roster.patternName")}
        placeholder={t("roster.patternNameHint")}
        value={name}
        maxLength={80}
        onText={setName}
      />
      <div className="g2">
        <SelectField
          label={t("roster.specialty")}
          value={at}
          options={view.may_plan.map((one) => ({ value: specialtyKey(one), label: specialtyText(one) }))}
          onPick={(key) => {
            setAt(key);
            setPeople([]);
          }}
        />
        {specialty !== null && (
          <SelectField
            label={t("roster.tier")}
            value={numbered}
            options={TIERS.filter((one) => one !== "leader").map((one) => ({ value: one, label: tierText(one) }))}
            onPick={(one) => setNumbered(one || "first")}
          />
        )}
        <SelectField
          label={t("roster.hoursGroup")}
          value={code}
          options={view.codes.map((one) => ({ value: one.code, label: codeText(one.code) }))}
          onPick={(one) => setCode(one || "N")}
        />
        <SelectField
          label={t("roster.patternKind")}
          value={days}
          options={DAYS.map((one) => ({ value: one, label: word("patternDays", one) }))}
          onPick={(one) => setDays(one || "all")}
        />
      </div>
      <div>
        <p className="lab">{t("roster.patternDays")}</p>
        <div className="chips">
          {WEEK.map((one) => (
            <Chip
              key={one}
              pressed={weekdays.includes(one)}
              onClick={() =>
                setWeekdays(
                  weekdays.includes(one)
                    ? weekdays.filter((day) => day !== one)
                    : [...weekdays, one].sort((a, b) => a - b),
                )
              }
            >
              {word("weekdayShort", `d${one}`)}
            </Chip>
          ))}
        </div>
      </div>
      <div>
        <p className="lab">{t("roster.patternPeople")}</p>
        <p className="s">{t("roster.patternPeopleHint")}</p>
        {people.length > 0 && (
          <ol className="ro-turns">
            {people.map((person, n) => (
              <li key={person}>
                <span className="sp">
                  {n + 1}. {nameOf(person)}
                </span>
                <IconButton
                  icon="x"
                  label={t("roster.patternDrop", { name: nameOf(person) })}
                  onClick={() => setPeople(people.filter((one) => one !== person))}
                />
              </li>
            ))}
          </ol>
        )}
        <div className="chips">
          {known
            .filter(({ person }) => !people.includes(person.id))
            .map(({ person }) => (
              <Chip key={person.id} pressed={false} onClick={() => setPeople([...people, person.id])}>
                + {person.name}
              </Chip>
            ))}
        </div>
      </div>
      <div className="g2">
        <SelectField
          label={t("roster.patternTurn")}
          value={turn}
          options={TURNS.map((one) => ({ value: one, label: word("patternTurn", one) }))}
          onPick={(one) => setTurn(one || "shift")}
        />
        <DayField
          label={t("roster.patternAnchor")}
          placeholder={t("roster.dayForm")}
          wrong={t("roster.noDay")}
          day={anchor}
          onDay={setAnchor}
        />
      </div>
      <p className="s" role="status">
        {missing.length > 0 && t("roster.missing", { what: missing.join(", ") })}
      </p>
      <ProblemAlert problem={act.problem} />
    </Dialog>
  );
}
