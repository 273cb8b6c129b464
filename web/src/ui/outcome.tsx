/** What became of a request, with the one next act: taken, transferred, withdrawn, over. */
import { clockText, timeText } from "@/lib/clock";
import { t } from "@/lib/i18n";

import { Banner } from "./banner";
import { ButtonLink } from "./button";

/** Good news is said politely by readers; the room is one tap away even while it opens by itself. */
export function AcceptedNotice({
  who,
  why,
  hospital,
  sentAt,
  acceptedAt,
  to,
  entering = false,
}: {
  who: string;
  why: string;
  hospital: string;
  sentAt: string | null;
  acceptedAt: string | null;
  to: string;
  entering?: boolean;
}) {
  const at = acceptedAt === null ? "" : timeText(acceptedAt);
  const waited =
    sentAt === null || acceptedAt === null ? null : new Date(acceptedAt).getTime() - new Date(sentAt).getTime();
  // Below an hour the wait says more than the hour of the clock.
  const title =
    waited !== null && waited < 3_600_000
      ? t("consult.acceptedAfter", { who, time: clockText(waited) })
      : t("consult.acceptedTitle", { who, time: at });
  return (
    <Banner
      tone="ok"
      title={title}
      live="status"
      action={
        <ButtonLink tone="primary" size="lg" icon="video" to={to}>
          {t("consult.enterRoom")}
        </ButtonLink>
      }
    >
      {t("consult.acceptedWhy", { why, hospital })} {entering && t("consult.entering")}
    </Banner>
  );
}

export type OverState = "transferred" | "cancelled" | "expired" | "concluded" | "closed";

export function OverNotice({ state, hospital, id }: { state: OverState; hospital: string; id: string }) {
  const home = (
    <ButtonLink to="/" icon="home">
      {t("consult.toHome")}
    </ButtonLink>
  );
  switch (state) {
    case "transferred":
      return (
        <Banner
          tone="info"
          icon="truck"
          live="status"
          title={t("consult.transferredTitle", { hospital })}
          action={
            <>
              <ButtonLink tone="primary" to={`/consults/${id}/decision`}>
                {t("consult.recordDecision")}
              </ButtonLink>
              {home}
            </>
          }
        >
          {t("consult.transferredText")}
        </Banner>
      );
    case "cancelled":
    case "expired":
      return (
        <Banner
          tone="plain"
          live="status"
          title={t(state === "cancelled" ? "consult.cancelledTitle" : "consult.expiredTitle")}
          action={home}
        />
      );
    case "concluded":
    case "closed":
      return (
        <Banner
          tone="ok"
          title={t("consult.closedTitle")}
          action={
            <>
              <ButtonLink tone="primary" to={`/consults/${id}/minutes`}>
                {t("consult.seeMinutes")}
              </ButtonLink>
              {home}
            </>
          }
        />
      );
  }
}
