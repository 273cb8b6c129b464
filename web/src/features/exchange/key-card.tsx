/** One key: who holds it, what it opens, when it was last used, and the way to take it back. */
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { dateText, serverNow, whenText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { ConfirmDialog } from "@/ui/dialog";
import { ProblemAlert } from "@/ui/problem-alert";
import { Pill, StateTag, type Tone } from "@/ui/tags";
import { toast } from "@/ui/toast";

import { revokeKey, type Key } from "./exchange-api";
import { KINDS, stateOf, type KeyState } from "./exchange-state";

const LOOKS: Readonly<Record<KeyState, { tone: Tone; icon: "check" | "clock" | "x" }>> = {
  works: { tone: "ok", icon: "check" },
  soon: { tone: "warn", icon: "clock" },
  over: { tone: "off", icon: "x" },
  revoked: { tone: "off", icon: "x" },
};

export function KeyCard({ one, onChanged }: { one: Key; onChanged: () => void }) {
  const act = useAct();
  const [asking, setAsking] = useState(false);
  const state = stateOf(one, serverNow());
  const revoke = () =>
    void act.run("revoke", async () => {
      await revokeKey(one.id);
      setAsking(false);
      toast(t("exchange.revoked", { name: one.name }));
      onChanged();
    });
  return (
    <li className="card ex-card">
      <div className="row">
        <b className="sp">{one.name}</b>
        <StateTag {...LOOKS[state]}>{word("exchangeKeyState", state)}</StateTag>
      </div>
      <p className="mut">{one.facility.name}</p>
      <div className="ex-pills">
        {KINDS.filter((kind) => one.kinds.includes(kind)).map((kind) => (
          <Pill key={kind} {...(kind === "labelled" && { tone: "warn" as const })}>
            {word("exchangeKind", kind)}
          </Pill>
        ))}
      </div>
      <p className="mut">
        {t("exchange.until", { day: dateText(one.expires_at) })} ·{" "}
        {one.used_at === null ? t("exchange.neverUsed") : t("exchange.used", { when: whenText(one.used_at) })} ·{" "}
        {t("exchange.madeBy", { person: one.made_by.name })}
      </p>
      {one.works && (
        <div>
          <Button
            size="compact"
            onClick={() => setAsking(true)}
            aria-label={t("exchange.revokeOf", { name: one.name })}
          >
            {t("exchange.revoke")}
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={asking}
        title={t("exchange.revokeAsk", { name: one.name })}
        confirm={t("exchange.revokeYes")}
        busy={act.busy !== null}
        onConfirm={revoke}
        onClose={() => setAsking(false)}
      >
        {t("exchange.revokeText")}
        <ProblemAlert problem={act.problem} />
      </ConfirmDialog>
    </li>
  );
}
