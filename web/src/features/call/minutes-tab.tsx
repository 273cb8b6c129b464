/** The minutes beside the picture: fetched while the two already talk. */
import { Suspense, useEffect } from "react";

import { useMe } from "@/context/session";
import { t } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ConclusionPart, OpinionsPart, SummaryPart } from "@/ui/minutes-form";
import { MinutesSaved, NextButton, StatePill } from "@/ui/minutes-next";
import { useUnlock } from "@/ui/minutes-unlock";
import { ProblemAlert } from "@/ui/problem-alert";

import { LockedBanner, Signatures } from "./signing";

import type { DeskNow, MinutesDesk } from "@/lib/minutes-desk";

interface Props {
  readonly desk: MinutesDesk;
  readonly now: DeskNow;
  readonly onShown: () => void;
}

export function MinutesTab({ desk, now, onShown }: Props) {
  const me = useMe();
  const { view, status, problem } = now;
  const { readOnly, ask, dialog } = useUnlock(view);
  useEffect(onShown, [onShown]);
  if (view === null) {
    if (problem) return <ProblemAlert problem={problem} onRetry={() => void desk.reload()} />;
    if (status === "loading") return <LoadingRows />;
    return <EmptyState icon="file" title={t("minutes.loadingNone")} text={t("minutes.loadingNoneText")} />;
  }
  const signing = view.state === "signing";
  const part = { desk, now, readOnly };
  return (
    <div className="minutes flat">
      <h2 className="minutes-head">
        <span className="sp">{view.state === "draft" ? t("call.minutesHead") : t("minutes.heading")}</span>
        <StatePill view={view} />
      </h2>
      {view.state === "signed" && (
        <Suspense>
          <LockedBanner view={view} />
        </Suspense>
      )}
      {signing && readOnly && (
        <>
          <Suspense>
            <Signatures view={view} />
          </Suspense>
          <Button icon="pen" onClick={ask}>
            {t("minutes.edit")}
          </Button>
        </>
      )}
      {signing && !readOnly && view.signatures.length > 0 && <Banner tone="warn">{t("minutes.editing")}</Banner>}
      <ConclusionPart {...part} />
      <OpinionsPart {...part} me={me.name} />
      <SummaryPart {...part} />
      {dialog}
    </div>
  );
}

interface FootProps {
  readonly desk: MinutesDesk;
  readonly now: DeskNow;
  readonly atStation: boolean;
  readonly offline: boolean;
  readonly onSign: () => void;
  readonly onEnd: () => void;
}

/** What this person does next with them. */
export function MinutesFoot({ desk, now, atStation, offline, onSign, onEnd }: FootProps) {
  const me = useMe();
  if (now.view?.state !== "signed") {
    return (
      <>
        <MinutesSaved now={now} />
        <NextButton desk={desk} now={now} me={me.id} offline={offline} onSign={onSign} />
      </>
    );
  }
  if (!atStation) return <StatePill view={now.view} />;
  return (
    <Button tone="primary" wide onClick={onEnd}>
      {t("minutes.decide")}
    </Button>
  );
}
