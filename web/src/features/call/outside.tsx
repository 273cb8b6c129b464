/** What stands where the room would be: not opened yet, ended, open elsewhere, refused. */
import { useState } from "react";
import { useLocation } from "wouter";

import { useConsultNews } from "@/context/consults";
import { useMe } from "@/context/session";
import { useMinutes } from "@/context/use-minutes";
import { timeText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t } from "@/lib/i18n";
import { Button, ButtonLink } from "@/ui/button";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import type { Detail } from "@/lib/consult-api";
import type { Problem } from "@/lib/problem";

export function NoRoom({ detail }: { detail: Detail }) {
  const me = useMe();
  const waiting = me.place === "station" ? `/consults/${detail.summary.id}/waiting` : "/";
  return (
    <main className="main narrow">
      <EmptyState
        icon="video"
        title={t("inCall.noCallTitle")}
        text={t("inCall.noCallText")}
        action={
          <ButtonLink tone="primary" to={waiting}>
            {me.place === "station" ? t("inCall.toWaiting") : t("inCall.toHome")}
          </ButtonLink>
        }
      />
    </main>
  );
}

/** States in which the room may be opened once more. */
const MAY_REOPEN: ReadonlySet<Detail["summary"]["state"]> = new Set(["accepted", "scheduled", "concluded"]);

export function Ended({ detail, endedAt }: { detail: Detail; endedAt: string }) {
  const { summary } = detail;
  const me = useMe();
  const { keep } = useConsultNews();
  const { now } = useMinutes(summary.id, false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const signed = now.view?.state === "signed";
  const decide = signed && me.place === "station" && summary.closed_at === null;
  const reopen = async () => {
    setBusy(true);
    setProblem(null);
    try {
      keep(await ok(api.POST("/api/consults/{id}/call", { params: { path: { id: summary.id } } })));
    } catch (fault) {
      setProblem(fault);
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="main narrow">
      <Card>
        <EmptyState
          icon="check"
          title={t("inCall.endedTitle", { time: timeText(endedAt) })}
          text={signed ? t("inCall.endedSignedText") : endedText(summary.state)}
          action={
            <div className="stack m">
              {decide && (
                <ButtonLink tone="primary" size="lg" to={`/consults/${summary.id}/decision`}>
                  {t("minutes.decide")}
                </ButtonLink>
              )}
              <ButtonLink
                {...(!signed && { tone: "primary" as const, size: "lg" as const })}
                icon="pen"
                to={`/consults/${summary.id}/minutes`}
              >
                {t("inCall.toMinutes")}
              </ButtonLink>
              {MAY_REOPEN.has(summary.state) && (
                <Button icon="video" busy={busy} onClick={() => void reopen()}>
                  {t("inCall.reopen")}
                </Button>
              )}
              <ButtonLink tone="quiet" to="/">
                {t("inCall.toHome")}
              </ButtonLink>
            </div>
          }
        />
        <ProblemAlert problem={problem} />
      </Card>
    </main>
  );
}

function endedText(state: Detail["summary"]["state"]): string {
  if (state === "concluded") return t("inCall.endedConcludedText");
  return MAY_REOPEN.has(state) ? t("inCall.endedOpenText") : t("inCall.endedClosedText");
}

/** Another tab or device of the same person has the seat. */
export function Elsewhere({ onHere }: { onHere: () => void }) {
  const [, go] = useLocation();
  return (
    <main className="main narrow">
      <Card>
        <EmptyState
          icon="swap"
          title={t("inCall.replacedTitle")}
          text={t("inCall.replacedText")}
          action={
            <div className="stack m">
              <Button tone="primary" size="lg" onClick={onHere}>
                {t("inCall.continueHere")}
              </Button>
              <Button tone="quiet" onClick={() => go("/")}>
                {t("inCall.toHome")}
              </Button>
            </div>
          }
        />
      </Card>
    </main>
  );
}

export function Refused({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  const [, go] = useLocation();
  return (
    <main className="main narrow">
      <h1>{t("inCall.refusedTitle")}</h1>
      <ProblemAlert problem={problem} onRetry={onRetry} />
      <div>
        <Button onClick={() => go("/")}>{t("inCall.toHome")}</Button>
      </div>
    </main>
  );
}
