/** The consult's room, for both sides; and what stands there before it opens and after it ended. */
import { useState } from "react";

import { useConsult, useConsultNews } from "@/context/consults";
import { useMe } from "@/context/session";
import { useMinutes } from "@/context/use-minutes";
import { timeText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t } from "@/lib/i18n";
import { Button, ButtonLink } from "@/ui/button";
import { Card } from "@/ui/card";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { Room } from "./room";

import type { Detail } from "@/lib/consult-api";
import type { ConsultId } from "@/wire/ids";

export default function CallScreen({ id }: { id: ConsultId }) {
  const { data: detail, error, refetch } = useConsult(id);
  if (detail === undefined) {
    return (
      <main className="main narrow">
        {error ? <ProblemAlert problem={error} onRetry={() => void refetch()} /> : <LoadingRows />}
      </main>
    );
  }
  const { call } = detail.summary;
  if (call === null) return <NoRoom detail={detail} />;
  if (call.state === "ended") return <Ended detail={detail} endedAt={call.ended_at ?? call.opened_at} />;
  return <Room key={call.id} detail={detail} call={call} />;
}

function NoRoom({ detail }: { detail: Detail }) {
  const me = useMe();
  const waiting = me.place === "station" ? `/consults/${detail.summary.id}/waiting` : "/";
  return (
    <main className="main narrow">
      <EmptyState
        icon="video"
        title={t("call.noCallTitle")}
        text={t("call.noCallText")}
        action={
          <ButtonLink tone="primary" to={waiting}>
            {me.place === "station" ? t("call.toWaiting") : t("call.toHome")}
          </ButtonLink>
        }
      />
    </main>
  );
}

/** States in which the room may be opened once more. */
const MAY_REOPEN: ReadonlySet<Detail["summary"]["state"]> = new Set(["accepted", "scheduled", "concluded"]);

function Ended({ detail, endedAt }: { detail: Detail; endedAt: string }) {
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
          title={t("call.endedTitle", { time: timeText(endedAt) })}
          text={signed ? t("call.endedSignedText") : endedText(summary.state)}
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
                {t("call.toMinutes")}
              </ButtonLink>
              {MAY_REOPEN.has(summary.state) && (
                <Button icon="video" busy={busy} onClick={() => void reopen()}>
                  {t("call.reopen")}
                </Button>
              )}
              <ButtonLink tone="quiet" to="/">
                {t("call.toHome")}
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
  if (state === "concluded") return t("call.endedConcludedText");
  return MAY_REOPEN.has(state) ? t("call.endedOpenText") : t("call.endedClosedText");
}
