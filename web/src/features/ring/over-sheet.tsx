/** How a ring ended, or why taking it failed: said once, politely, with the one act that is left. */
import { useClaim } from "@/context/ring-board";
import { secondText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { subjectText } from "@/lib/patient";
import { Banner } from "@/ui/banner";
import { Button, ButtonLink } from "@/ui/button";
import { ProblemAlert } from "@/ui/problem-alert";

import { Frame } from "./frame";
import { takeable } from "./ring-state";

import type { Over, Summary } from "@/lib/ring-board";

export function Lost({
  problem,
  by,
  onRetry,
}: {
  problem: { readonly code: string; readonly isLine: boolean };
  by: string | null;
  onRetry: () => void;
}) {
  if (problem.code === "consult.already_accepted") {
    return (
      <Banner
        tone="info"
        icon="check"
        live="alert"
        title={by ? t("ring.takenBy", { who: by }) : t("ring.takenAlready")}
      >
        {t("ring.nothingToDo")}
      </Banner>
    );
  }
  if (problem.isLine) {
    return (
      <Banner
        tone="danger"
        icon="cloudOff"
        live="alert"
        title={t("ring.noAnswerTitle")}
        action={
          <Button tone="primary" icon="refresh" onClick={onRetry}>
            {t("common.retry")}
          </Button>
        }
      >
        {t("ring.noAnswerText")}
      </Banner>
    );
  }
  return <ProblemAlert problem={problem} />;
}

/** How the ring under one's eyes ended. A missed one may still be taken, until somebody does. */
export function OverSheet({ over, onClose }: { over: Over; onClose: () => void }) {
  const { claim, take, forget } = useClaim();
  const { consult } = over.ring;
  const station = consult.station.short_name;
  const at = secondText(over.at);
  const still = takeable(consult) && (over.how === "missed" || over.how === "moved");
  const close = () => {
    forget();
    onClose();
  };
  return (
    <Frame
      urgency="over"
      title={t("ring.headOver", { urgency: word("urgency", consult.urgency), station })}
      lead={`${subjectText(consult.subject, false)} · ${consult.question || consult.reason}`}
      onClose={close}
    >
      <div className="ring-body">
        {claim.kind === "lost" ? (
          <Lost problem={claim.problem} by={claim.by} onRetry={() => void take(consult)} />
        ) : (
          <Ended over={over} station={station} at={at} />
        )}
      </div>
      <div className="ring-acts end">
        {over.how === "here" && (
          <ButtonLink to={`/consults/${consult.id}/call`} tone="primary" size="lg">
            {t("ring.toRoom")}
          </ButtonLink>
        )}
        {still && claim.kind !== "lost" && (
          <Button
            tone="primary"
            size="lg"
            icon="phone"
            busy={claim.kind === "claiming"}
            onClick={() => void take(consult)}
          >
            {t("ring.take")}
          </Button>
        )}
        <Button size="lg" onClick={close}>
          {t("ring.backToWork")}
        </Button>
      </div>
    </Frame>
  );
}

function Ended({ over, station, at }: { over: Over; station: string; at: string }) {
  const { consult } = over.ring;
  switch (over.how) {
    case "here":
      return (
        <Banner tone="ok" live="status" title={t("ring.hereTitle", { at })}>
          {t("ring.hereText")}
        </Banner>
      );
    case "taken":
      return (
        <Banner
          tone="ok"
          live="status"
          title={over.by ? t("ring.takenAt", { who: over.by.name, at }) : t("ring.takenAlready")}
        >
          {t("ring.nothingToDo")}
        </Banner>
      );
    case "missed":
      return (
        <Banner tone="warn" icon="clock" live="status" title={t("ring.missedTitle", { at, next: nextText(consult) })}>
          {t("ring.missedText")}
        </Banner>
      );
    case "cancelled":
      return (
        <Banner tone="info" live="status" title={t("ring.cancelledTitle", { station, at })}>
          {t("ring.nothingToDo")}
        </Banner>
      );
    case "returned":
      return (
        <Banner tone="info" live="status" title={t("ring.returnedTitle", { station, at })}>
          {t("ring.nothingToDo")}
        </Banner>
      );
    case "moved":
      return (
        <Banner tone="info" live="status" title={t("ring.movedTitle", { at, next: nextText(consult) })}>
          {t("ring.missedText")}
        </Banner>
      );
  }
}

/** Who is being rung now, by name. */
function nextText(consult: Summary): string {
  const names = consult.ladder.steps
    .filter((step) => step.state === "ringing")
    .flatMap((step) => step.people.filter((rung) => rung.state === "ringing").map((rung) => rung.person.name));
  return names.length === 0 ? t("ring.nextStep") : names.join(", ");
}
