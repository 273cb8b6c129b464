/** The banner's words: cause, effect, next act. It names whose link it is. */
import { timeText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { openLocalMedia, turnMicrophone } from "@/lib/local-media";
import { Button } from "@/ui/button";
import { Icon, type IconName } from "@/ui/icon";

import type { ReactNode } from "react";
import type { MediaFault } from "@/lib/media-devices";
import type { News } from "./banner";
import type { CallRoom } from "./call-room";

export function Cause({
  news,
  room,
  them,
  us,
  person,
  onWhy,
  onSound,
}: {
  news: News | null;
  room: CallRoom;
  /** The places at the two ends, as the banner names them. */
  them: string;
  us: string;
  person: string;
  onWhy: () => void;
  onSound: () => void;
}) {
  if (news === null) return null;
  const why = <Button onClick={onWhy}>{t("call.why")}</Button>;
  const again = <Button onClick={() => void openLocalMedia(true)}>{t("common.retry")}</Button>;
  switch (news.kind) {
    case "lost": {
      const time = timeText(news.since);
      return (
        <Line red icon="cloudOff">
          {news.mine === null
            ? t("call.lostBetween", { time })
            : news.mine
              ? t("call.lostMine", { who: us, time })
              : t("call.lostTheirs", { who: them, time })}
        </Line>
      );
    }
    case "left":
      return <Line icon="leave">{t("call.left", { who: person, time: timeText(news.since) })}</Line>;
    case "sound-blocked":
      return (
        <Line icon="speaker" act={<Button onClick={onSound}>{t("call.soundOn")}</Button>}>
          {t("call.soundBlocked")}
        </Line>
      );
    case "no-microphone":
      return (
        <Line red icon="micOff" act={again}>
          {t("call.noMicrophone", { reason: faultText(news.fault) })}
        </Line>
      );
    case "no-camera":
      return (
        <Line icon="videoOff" act={again}>
          {t("call.noCamera", { reason: faultText(news.fault) })}
        </Line>
      );
    case "no-voice":
      return (
        <Line red icon="speaker" act={why}>
          {t("call.noVoice", { who: person })}
        </Line>
      );
    case "muted-speaking":
      return (
        <Line icon="micOff" act={<Button onClick={() => turnMicrophone(true)}>{t("call.unmute")}</Button>}>
          {t("call.mutedSpeaking")}
        </Line>
      );
    case "picture-off":
      return (
        <Line icon="videoOff" act={why}>
          {news.mine ? t("call.pictureOffMine", { who: us }) : t("call.pictureOffTheirs", { who: them })}
        </Line>
      );
    case "picture-still":
      return (
        <Line icon="videoOff" act={why}>
          {news.mine ? t("call.pictureStillMine", { who: us }) : t("call.pictureStillTheirs", { who: them })}
        </Line>
      );
    case "delay":
      return (
        <Line icon="speaker" act={why}>
          {t("call.delay", { s: 1 })}
        </Line>
      );
    case "weak-up":
      return (
        <Line
          icon="down"
          act={
            <>
              <Button onClick={() => room.setMode(news.to, "link")}>
                {t("call.switchTo", { mode: t(`call.${news.to}`) })}
              </Button>
              {why}
            </>
          }
        >
          {news.to === "voice" ? t("call.weakUpVoice", { who: us }) : t("call.weakUpSaver", { who: us })}
        </Line>
      );
    case "better":
      return (
        <Line
          good
          icon="up"
          act={
            <Button onClick={() => room.setMode(news.to, news.to === "full" ? "person" : "link")}>
              {t("call.switchTo", { mode: t(`call.${news.to}`) })}
            </Button>
          }
        >
          {t("call.better")}
        </Line>
      );
    case "signal-gone":
      return (
        <Line icon="wifiOff">
          {news.mine ? t("call.signalGoneMine") : t("call.signalGoneTheirs", { who: them, time: timeText(news.since) })}
        </Line>
      );
  }
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
      return t("call.faultBlocked");
    case "missing":
      return t("call.faultMissing");
    case "busy":
      return t("call.faultBusy");
    case "insecure":
      return t("call.faultInsecure");
    case "failed":
      return t("call.faultFailed");
  }
}
