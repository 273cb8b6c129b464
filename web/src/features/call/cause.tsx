/** The banner's words: cause, effect, next act. It names whose link it is. Part of what is fetched while they talk. */
import { timeText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { openLocalMedia, turnMicrophone } from "@/lib/local-media";
import { Button } from "@/ui/button";
import { Icon, type IconName } from "@/ui/icon";

import type { ReactNode } from "react";
import type { MediaFault } from "@/lib/media-devices";
import type { LowRung, News } from "./banner";

export function Cause({
  news,
  them,
  us,
  person,
  onWhy,
  onSound,
}: {
  news: News | null;
  /** The places at the two ends, as the banner names them. */
  them: string;
  us: string;
  person: string;
  onWhy: () => void;
  onSound: () => void;
}) {
  if (news === null) return null;
  const why = <Button onClick={onWhy}>{t("inCall.why")}</Button>;
  const again = <Button onClick={() => void openLocalMedia(true)}>{t("common.retry")}</Button>;
  switch (news.kind) {
    case "lost": {
      const time = timeText(news.since);
      return (
        <Line red icon="cloudOff">
          {news.mine === null
            ? t("inCall.lostBetween", { time })
            : news.mine
              ? t("inCall.lostMine", { who: us, time })
              : t("inCall.lostTheirs", { who: them, time })}
        </Line>
      );
    }
    case "left":
      return <Line icon="leave">{t("inCall.left", { who: person, time: timeText(news.since) })}</Line>;
    case "sound-blocked":
      return (
        <Line icon="speaker" act={<Button onClick={onSound}>{t("inCall.soundOn")}</Button>}>
          {t("inCall.soundBlocked")}
        </Line>
      );
    case "no-microphone":
      return (
        <Line red icon="micOff" act={again}>
          {t("inCall.noMicrophone", { reason: faultText(news.fault) })}
        </Line>
      );
    case "no-camera":
      return (
        <Line icon="videoOff" act={again}>
          {t("inCall.noCamera", { reason: faultText(news.fault) })}
        </Line>
      );
    case "no-voice":
      return (
        <Line red icon="speaker" act={why}>
          {t("inCall.noVoice", { who: person })}
        </Line>
      );
    case "muted-speaking":
      return (
        <Line icon="micOff" act={<Button onClick={() => turnMicrophone(true)}>{t("inCall.unmute")}</Button>}>
          {t("inCall.mutedSpeaking")}
        </Line>
      );
    case "rung": {
      const who = news.whose === "mine" ? us : them;
      return (
        <Line red={news.rung === "text"} icon={RUNG_ICON[news.rung]} act={why}>
          {rungText(news, who)}
        </Line>
      );
    }
    case "picture-still":
      return (
        <Line icon="videoOff" act={why}>
          {news.mine ? t("inCall.pictureStillMine", { who: us }) : t("inCall.pictureStillTheirs", { who: them })}
        </Line>
      );
    case "delay":
      return (
        <Line icon="speaker" act={why}>
          {t("inCall.delay", { s: 1 })}
        </Line>
      );
    case "better":
      return (
        <Line good icon="up">
          {news.rung === "video"
            ? t("inCall.better_video")
            : news.rung === "low_video"
              ? t("inCall.better_low_video")
              : t("inCall.better_voice")}
        </Line>
      );
    case "signal-gone":
      return (
        <Line icon="wifiOff">
          {news.mine
            ? t("inCall.signalGoneMine")
            : t("inCall.signalGoneTheirs", { who: them, time: timeText(news.since) })}
        </Line>
      );
  }
}

const RUNG_ICON: Readonly<Record<LowRung, IconName>> = { low_video: "down", voice: "videoOff", text: "chat" };

function rungText({ rung, cause }: Extract<News, { kind: "rung" }>, who: string): string {
  if (rung !== "text") return t(`inCall.${rung}_${cause}`, { who });
  // Voice gives way for no other reason.
  const named = cause === "uplink" || cause === "downlink" || cause === "data_cap";
  return named ? t(`inCall.text_${cause}`, { who }) : t("inCall.text_lost");
}

function Line({
  icon,
  red = false,
  good = false,
  act,
  children,
}: {
  icon: IconName;
  red?: boolean;
  good?: boolean;
  act?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={`cause${red ? " red" : good ? " good" : ""}`} role={red ? "alert" : "status"}>
      <Icon name={icon} />
      <span>{children}</span>
      {act !== undefined && <span className="row">{act}</span>}
    </div>
  );
}

function faultText(fault: MediaFault): string {
  switch (fault) {
    case "blocked":
      return t("inCall.faultBlocked");
    case "missing":
      return t("inCall.faultMissing");
    case "busy":
      return t("inCall.faultBusy");
    case "insecure":
      return t("inCall.faultInsecure");
    case "failed":
      return t("inCall.faultFailed");
  }
}
