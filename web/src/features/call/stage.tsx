/** The left side: one banner, the pictures or the voice bar, the controls. Dark with a clock when nothing can come through. */
import { useEffect, useRef, useState } from "react";

import { t, word } from "@/lib/i18n";
import { meterLevel } from "@/lib/media-devices";
import { PhoneLink } from "@/ui/button";
import { Elapsed, useNow } from "@/ui/clock";
import { Icon } from "@/ui/icon";
import { Avatar } from "@/ui/tags";

import { isDark, type News } from "./banner";
import { Cause } from "./cause";
import { Toolbar } from "./toolbar";

import type { Summary } from "@/lib/consult-api";
import type { LocalMedia } from "@/lib/local-media";
import type { CallRoom } from "./call-room";
import type { RoomState } from "./call-state";

interface Props {
  readonly room: CallRoom;
  readonly state: RoomState;
  readonly local: LocalMedia;
  readonly news: News | null;
  readonly summary: Summary;
  readonly atStation: boolean;
  readonly folded: boolean;
  readonly onFold: () => void;
  readonly onSoundBlocked: (blocked: boolean) => void;
  readonly onLeave: () => void;
  readonly onWhy: () => void;
}

export function Stage(props: Props) {
  const { state, local, news, summary, atStation, folded } = props;
  const video = useRef<HTMLVideoElement>(null);
  const them = otherName(state, summary, atStation);
  const dark = isDark(news);
  const live = state.media === "live";
  const picture = live && state.theirs?.camera !== false;

  const { onSoundBlocked } = props;
  const { remote } = state;
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = remote;
    if (!remote) return;
    element.play().then(
      () => onSoundBlocked(false),
      (fault: unknown) => {
        if ((fault as Error).name === "NotAllowedError") onSoundBlocked(true);
      },
    );
  }, [remote, onSoundBlocked]);

  return (
    <section className="stage" aria-label={t("call.stage")}>
      <Cause
        {...props}
        them={atStation ? summary.hospital.short_name : summary.station.short_name}
        us={atStation ? summary.station.short_name : summary.hospital.short_name}
        person={them}
        onSound={() => {
          void video.current?.play().then(() => onSoundBlocked(false));
        }}
      />
      {/* Voice comes out of this element: it stays in the page whatever is shown instead of it. */}
      <div className="theirs">
        <video
          ref={video}
          className={picture && !dark && !folded ? "remote" : "remote unseen"}
          autoPlay
          playsInline
          aria-label={t("call.theirPicture", { name: them })}
        />
        {dark ? (
          <Dead news={news} summary={summary} atStation={atStation} />
        ) : folded ? (
          <VoiceBar name={them} remote={remote} />
        ) : (
          <>
            {!picture && <NoPicture state={state} name={them} />}
            {live && (
              <span className="lbl">
                {state.theirs?.microphone === false && <Icon name="micOff" size="sm" />}
                {atStation ? them : summary.station.short_name}
                {state.theirs?.microphone === false && `, ${t("call.theirMuted")}`}
              </span>
            )}
            <Own local={local} state={state} label={atStation ? t("call.station") : t("call.me")} />
          </>
        )}
      </div>
      <Toolbar {...props} />
    </section>
  );
}

function otherName(state: RoomState, summary: Summary, atStation: boolean): string {
  if (state.peer) return state.peer.name;
  return (atStation ? summary.specialist?.name : summary.requester.name) ?? summary.hospital.short_name;
}

function NoPicture({ state, name }: { state: RoomState; name: string }) {
  const words =
    state.media === "live"
      ? t("call.theirCameraOff", { who: name })
      : state.peer !== null && !state.away?.left
        ? t("call.connecting", { who: name })
        : t("call.waitingFor", { who: name });
  return (
    <div className="dead" role="status">
      <Avatar name={name} large />
      <b className="big">{words}</b>
      {state.media !== "live" && <p>{t("call.waitingText")}</p>}
    </div>
  );
}

/** When the other end's number is offered: here at once, for the other's drop only when it lasts. */
const PHONE_AFTER_MS = 60_000;

function Dead({
  news,
  summary,
  atStation,
}: {
  news: Extract<News, { kind: "lost" }>;
  summary: Summary;
  atStation: boolean;
}) {
  const now = useNow(5_000);
  const [phone] = summary.phones;
  const shown = atStation && phone && (news.mine !== false || now - news.since > PHONE_AFTER_MS);
  return (
    <div className="dead">
      <Icon name="refresh" size="xl" />
      <span>{t("call.lostHead")}</span>
      <Elapsed from={news.since} big />
      <p>
        <b>{t("call.lostCase")}</b> {news.mine !== false ? t("call.lostMineText") : t("call.lostTheirsText")}
      </p>
      {shown && (
        <PhoneLink phone={phone.number} size="lg">
          {t("call.callDoctor", { label: word("phone", phone.label).toLowerCase() })}
        </PhoneLink>
      )}
    </div>
  );
}

function Own({ local, state, label }: { local: LocalMedia; state: RoomState; label: string }) {
  const video = useRef<HTMLVideoElement>(null);
  const { stream } = local;
  const why = ownPictureOff(local, state);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  return (
    <div className="pip">
      <video ref={video} autoPlay playsInline muted hidden={why !== null} aria-label={t("call.ownPicture")} />
      {why !== null && (
        <span className="why">
          <Icon name="videoOff" />
          {why}
        </span>
      )}
      <span className="lbl">
        {!local.microphoneOn && <Icon name="micOff" size="sm" />}
        {label}
      </span>
    </div>
  );
}

function ownPictureOff(local: LocalMedia, state: RoomState): string | null {
  if (local.state !== "open" && local.stream === null) return t("call.opening");
  if (local.cameraFault !== null) return t("call.ownNoCamera");
  if (!local.cameraOn) return t("call.ownCameraOff");
  return state.mode === "voice" ? t("call.ownVoiceOnly") : null;
}

const BARS = [0.5, 0.8, 1, 0.7, 0.95, 0.6, 0.4, 0.75, 0.5];
const HEARD = 0.2;

function VoiceBar({ name, remote }: { name: string; remote: MediaStream | null }) {
  const [level, setLevel] = useState(0);
  useEffect(() => {
    if (!remote) return;
    return meterLevel(remote, (now) => setLevel(Math.round(now * 8) / 8));
  }, [remote]);
  const heard = level > HEARD;
  return (
    <div className="voice">
      <span className="wave" aria-hidden="true">
        {BARS.map((bar, at) => (
          <i key={at} style={{ height: `${heard ? 4 + 24 * bar * level : 4}px` }} />
        ))}
      </span>
      <span>
        <b>{name}</b>
        <br />
        <span className="s">{heard ? t("call.speaking") : t("call.quiet")}</span>
      </span>
    </div>
  );
}
