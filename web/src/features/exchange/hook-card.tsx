/** One address: how it does, its last messages, a test, and stopping it. */
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { whenText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { ProblemAlert } from "@/ui/problem-alert";
import { Pill, StateTag, type Tone } from "@/ui/tags";
import { toast } from "@/ui/toast";

import { removeHook, sendAgain, startHook, stopHook, tryHook, type Hook } from "./exchange-api";
import { healthOf, type HookState } from "./exchange-state";
import { SecretDialog } from "./secret-dialog";

const LOOKS: Readonly<Record<HookState, { tone: Tone; icon: "check" | "alert" | "x" }>> = {
  fine: { tone: "ok", icon: "check" },
  failing: { tone: "warn", icon: "alert" },
  stopped: { tone: "off", icon: "x" },
  given_up: { tone: "danger", icon: "alert" },
};

export function HookCard({
  one,
  onChanged,
  onSecret,
}: {
  one: Hook;
  onChanged: () => void;
  /** A new secret, to be shown once; null where it was shown before. */
  onSecret: (secret: string | null) => void;
}) {
  const act = useAct();
  const [changing, setChanging] = useState(false);
  const health = healthOf(one);
  const going = one.stopped_at === null;
  const run = (name: string, work: () => Promise<unknown>, said: string) =>
    void act.run(name, async () => {
      await work();
      toast(said);
      onChanged();
    });
  return (
    <li className="card ex-card">
      <div className="row">
        <b className="sp">{one.name}</b>
        <StateTag {...LOOKS[health]}>{word("exchangeHookState", health)}</StateTag>
      </div>
      <p className="mut ex-url">{one.url}</p>
      <p className="mut">{one.facility.name}</p>
      <div className="ex-pills">
        {one.topics.map((topic) => (
          <Pill key={topic}>{word("exchangeTopic", topic)}</Pill>
        ))}
      </div>
      {health === "given_up" && <Banner tone="warn">{t("exchange.givenUp")}</Banner>}
      {health === "failing" && one.failing_since !== null && (
        <p className="c-warn">{t("exchange.failingSince", { when: whenText(one.failing_since) })}</p>
      )}
      {one.old_secret_until !== null && (
        <p className="mut">{t("exchange.bothUntil", { when: whenText(one.old_secret_until) })}</p>
      )}
      <ProblemAlert problem={act.problem} />
      <div className="row ex-acts">
        {going && (
          <Button
            size="compact"
            icon="send"
            busy={act.busy === "try"}
            onClick={() => run("try", () => tryHook(one.id), t("exchange.tried"))}
          >
            {t("exchange.try")}
          </Button>
        )}
        <Button
          size="compact"
          busy={act.busy === "set"}
          onClick={() =>
            run(
              "set",
              () => (going ? stopHook(one.id) : startHook(one.id)),
              t(going ? "exchange.stopped" : "exchange.started"),
            )
          }
        >
          {t(going ? "exchange.stop" : "exchange.start")}
        </Button>
        <Button
          size="compact"
          icon="key"
          aria-label={t("exchange.secretOf", { name: one.name })}
          onClick={() => setChanging(true)}
        >
          {t("exchange.changeSecret")}
        </Button>
        {!going && (
          <Button
            size="compact"
            busy={act.busy === "remove"}
            onClick={() => run("remove", () => removeHook(one.id), t("exchange.removed", { name: one.name }))}
          >
            {t("exchange.remove")}
          </Button>
        )}
      </div>
      {one.messages.length > 0 && (
        <details>
          <summary>{t("exchange.messages", { n: one.messages.length })}</summary>
          <ul className="ex-messages">
            {one.messages.map((message) => (
              <li key={message.id}>
                <span className="num">{whenText(message.at)}</span>
                <span className="sp">{word("exchangeTopic", message.topic)}</span>
                <span className={message.state === "failed" ? "c-danger" : "mut"}>
                  {word("exchangeMessage", message.state)}
                  {message.status !== null && ` · ${message.status}`}
                  {message.attempts > 1 && ` · ${t("exchange.attempts", { n: message.attempts })}`}
                </span>
                {going && message.state !== "delivered" && (
                  <Button
                    size="compact"
                    busy={act.busy === message.id}
                    onClick={() => run(message.id, () => sendAgain(one.id, message.id), t("exchange.sentAgain"))}
                  >
                    {t("exchange.sendAgain")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {changing && (
        <SecretDialog
          hook={one}
          onClose={() => setChanging(false)}
          onMade={(secret) => {
            setChanging(false);
            onSecret(secret);
          }}
        />
      )}
    </li>
  );
}
