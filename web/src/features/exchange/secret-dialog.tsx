/** Another secret for what an address is sent: at once, or with a day in which both count. */
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { t } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Button } from "@/ui/button";
import { RadioCards } from "@/ui/choices";
import { Dialog } from "@/ui/dialog";
import { ProblemAlert } from "@/ui/problem-alert";

import { changeSecret, type Hook } from "./exchange-api";

export function SecretDialog({
  hook,
  onMade,
  onClose,
}: {
  hook: Hook;
  onMade: (secret: string | null) => void;
  onClose: () => void;
}) {
  const act = useAct();
  const [id] = useState(uuid7);
  const [why, setWhy] = useState<"usual" | "leaked">("usual");
  const change = () =>
    void act.run("change", async () => {
      onMade((await changeSecret(hook.id, id, why === "leaked")).secret);
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("exchange.secretOf", { name: hook.name })}
      footer={
        <>
          <Button onClick={onClose}>{t("exchange.leave")}</Button>
          <Button tone="primary" busy={act.busy === "change"} onClick={change}>
            {t("exchange.makeSecret")}
          </Button>
        </>
      }
    >
      <div className="stack">
        <RadioCards
          legend={t("exchange.secretWhy")}
          columns="one"
          choices={[
            { value: "usual", label: t("exchange.secretUsual"), text: t("exchange.secretUsualText") },
            { value: "leaked", label: t("exchange.secretLeaked"), text: t("exchange.secretLeakedText") },
          ]}
          value={why}
          onChange={setWhy}
        />
        <ProblemAlert problem={act.problem} />
      </div>
    </Dialog>
  );
}
