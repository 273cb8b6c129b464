/** A ring that was put away, or that may not stand in front of a patient: it goes on at the edge of the screen. */
import { t, word } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { Countdown } from "@/ui/clock";
import { UrgencyTag } from "@/ui/tags";

import type { RingCard } from "@/lib/ring-board";

export function Bar({
  ring,
  more,
  onOpen,
  onMute,
}: {
  ring: RingCard;
  more: number;
  onOpen: () => void;
  onMute: (() => void) | null;
}) {
  const { consult } = ring;
  return (
    <section className={`ring-bar ${consult.urgency} noprint`} aria-label={t("ring.barLabel")}>
      <UrgencyTag urgency={consult.urgency} practice={consult.practice} />
      <span className="sp">
        <b>{t("ring.calling", { station: consult.station.short_name })}</b>
        <small>
          {word("specialty", consult.specialty)}
          {more > 0 && ` · ${t("ring.moreRings", { n: more })}`}
        </small>
      </span>
      <b className="big">
        <Countdown deadline={ring.deadline_at} />
      </b>
      {onMute && (
        <Button tone="quiet" icon="bell" onClick={onMute}>
          {t("ring.mute")}
        </Button>
      )}
      <Button tone="primary" onClick={onOpen}>
        {t("ring.open")}
      </Button>
      <span className="vh" role="alert">
        {t("ring.announce", {
          urgency: word("urgency", consult.urgency),
          station: consult.station.short_name,
          question: consult.question || consult.reason,
        })}
      </span>
    </section>
  );
}
