/** One address: how it does, its last messages, a test, and stopping it. */
import { useAct } from "@/context/use-act";
import { whenText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { ProblemAlert } from "@/ui/problem-alert";
import { Pill, StateTag, type Tone } from "@/ui/tags";
import { toast } from "@/ui/toast";

import { removeHook, startHook, stopHook, tryHook, type Hook } from "./exchange-api";
import { healthOf, type HookState } from "./exchange-state";

const LOOKS: Readonly<Record<HookState, { tone: Tone; icon: "check" | "alert" | "x" }>> = {
  fine: { tone: "ok", icon: "check" },
  failing: { tone: "warn", icon: "alert" },
  stopped: { tone: "off", icon: "x" },
  given_up: { tone: "danger", icon: "alert" },
};

export function HookCard({ one, onChanged }: { one: Hook; onChanged: () => void }) {
  const act = useAct();
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
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
