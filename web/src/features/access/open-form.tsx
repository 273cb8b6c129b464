/** Which case, for what, and why; nothing is opened before all three are said. */
import { useState } from "react";

import { t, word } from "@/lib/i18n";
import { asProblem } from "@/lib/problem";
import { Button } from "@/ui/button";
import { RadioCards } from "@/ui/choices";
import { TextArea, TextField } from "@/ui/field";
import { ProblemAlert, problemText } from "@/ui/problem-alert";

import { blank, faultsOf, type Said } from "./form-state";

import type { Ground } from "@/context/accesses";

export function OpenForm({
  grounds,
  busy,
  problem,
  onOpen,
}: {
  grounds: readonly Ground[];
  busy: boolean;
  problem: unknown;
  onOpen: (said: { code: string; ground: Ground; reason: string }) => void;
}) {
  const [said, setSaid] = useState<Said>(() => blank(grounds));
  const [tried, setTried] = useState(false);
  const faults = tried ? faultsOf(said) : {};
  const noSuch = problem !== null && asProblem(problem).code === "access.no_such_case";
  const submit = (event: React.SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faultsOf(said)).length > 0 || said.ground === null || busy) return;
    onOpen({ code: said.code.trim(), ground: said.ground, reason: said.reason.trim() });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <TextField
        label={t("access.code")}
        hint={t("access.codeHint")}
        error={faults.code ?? (noSuch ? problemText(asProblem(problem)) : undefined)}
        value={said.code}
        maxLength={32}
        autoCapitalize="characters"
        spellCheck={false}
        onText={(code) => setSaid({ ...said, code })}
      />
      {grounds.length > 1 && (
        <RadioCards
          legend={t("access.ground")}
          columns="one"
          choices={grounds.map((ground) => ({ value: ground, label: word("accessGround", ground) }))}
          value={said.ground}
          onChange={(ground) => setSaid({ ...said, ground })}
          error={faults.ground ?? null}
        />
      )}
      <TextArea
        label={t("access.reason")}
        hint={t("access.reasonHint")}
        error={faults.reason}
        value={said.reason}
        maxLength={1000}
        onText={(reason) => setSaid({ ...said, reason })}
      />
      <ProblemAlert problem={noSuch ? null : problem} />
      <div>
        <Button tone="primary" icon="eye" type="submit" busy={busy}>
          {t("access.open")}
        </Button>
      </div>
    </form>
  );
}
