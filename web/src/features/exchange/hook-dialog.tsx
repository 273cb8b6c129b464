/** A new address to be told of facts: where, of what. */
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { t, word } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Button } from "@/ui/button";
import { CheckCard } from "@/ui/choices";
import { Dialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { ProblemAlert } from "@/ui/problem-alert";
import { SelectField } from "@/ui/select-field";

import { putHook, type Desk, type Topic } from "./exchange-api";
import { TOPICS } from "./exchange-state";

export function HookDialog({
  facilities,
  onMade,
  onClose,
}: {
  facilities: Desk["facilities"];
  onMade: (secret: string | null) => void;
  onClose: () => void;
}) {
  const act = useAct();
  const [id] = useState(uuid7);
  const [name, setName] = useState("");
  const [url, setUrl] = useState("");
  const [at, setAt] = useState(facilities.length === 1 ? (facilities[0]?.id ?? "") : "");
  const [topics, setTopics] = useState<ReadonlySet<Topic>>(new Set(TOPICS));
  const whole = name.trim().length >= 2 && at !== "" && topics.size > 0 && url.trim() !== "";
  const toggle = (topic: Topic, on: boolean) => {
    const next = new Set(topics);
    if (on) next.add(topic);
    else next.delete(topic);
    setTopics(next);
  };
  const make = () =>
    void act.run("make", async () => {
      const body = {
        facility_id: at,
        name: name.trim(),
        url: url.trim(),
        topics: TOPICS.filter((one) => topics.has(one)),
      };
      onMade((await putHook(id, body)).secret);
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("exchange.newHook")}
      wide
      footer={
        <>
          <Button onClick={onClose}>{t("exchange.leave")}</Button>
          <Button tone="primary" busy={act.busy === "make"} disabled={!whole} onClick={make}>
            {t("exchange.makeHook")}
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
        <TextField
          label={t("exchange.url")}
          hint={t("exchange.urlHint")}
          value={url}
          maxLength={500}
          inputMode="url"
          onText={setUrl}
        />
        <SelectField
          label={t("exchange.facility")}
          options={facilities.map((one) => ({ value: one.id, label: one.name }))}
          value={at}
          pick={t("exchange.pickFacility")}
          onPick={setAt}
        />
        <fieldset className="fs">
          <legend>{t("exchange.tellsOf")}</legend>
          <div className="opts">
            {TOPICS.map((topic) => (
              <CheckCard
                key={topic}
                label={word("exchangeTopic", topic)}
                checked={topics.has(topic)}
                onChange={(on) => toggle(topic, on)}
              />
            ))}
          </div>
        </fieldset>
        <ProblemAlert problem={act.problem} />
      </div>
    </Dialog>
  );
}
