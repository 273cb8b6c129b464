/** The left side: one banner, the pictures or the voice bar, the controls. Dark with a clock when nothing can come through. */
import { useEffect, useRef, useState, type ReactNode } from "react";

import { t } from "@/lib/i18n";
import { meterLevel } from "@/lib/media-devices";
import { Icon } from "@/ui/icon";
import { Avatar } from "@/ui/tags";

import { isMute, rungNow } from "./call-state";
import { Cause, Dead, Mute } from "./in-call-later";
import { Toolbar } from "./toolbar";

import type { Summary } from "@/lib/consult-api";
import type { LocalMedia } from "@/lib/local-media";
import type { DeskNow, MinutesDesk } from "@/lib/minutes-desk";
import type { News } from "./banner";
import type { CallRoom } from "./call-room";
import type { RoomState } from "./call-state";

interface Props {
  readonly room: CallRoom;
  readonly state: RoomState;
  readonly local: LocalMedia;
  readonly news: News | null;
  readonly summary: Summary;
  /** Wishes for pictures, pictures on their way, the one both look at. */
  readonly stills: ReactNode;
  readonly atStation: boolean;
  readonly folded: boolean;
  readonly onFold: () => void;
  readonly onSoundBlocked: (blocked: boolean) => void;
  readonly onLeave: () => void;
  readonly onWhy: () => void;
  readonly onWrite: () => void;
  readonly onConclude: () => void;
  readonly desk: MinutesDesk;
  readonly now: DeskNow;
}

export function Stage(props: Props) {
  const { state, local, news, summary, atStation, folded } = props;
  const video = useRef<HTMLVideoElement>(null);
  const them = otherName(state, summary, atStation);
  // Dark only when neither voice nor picture can be there.
  const lost = news?.kind === "lost" ? news : null;
  const live = state.media === "live";
  const mute = live && isMute(state);
  const picture = live && !mute && state.theirs?.camera !== false;

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
        news={news}
        onWhy={props.onWhy}
        them={atStation ? summary.hospital.short_name : summary.station.short_name}
        us={atStation ? summary.station.short_name : summary.hospital.short_name}
        person={them}
        onSound={() => {
          void video.current?.play().then(() => onSoundBlocked(false));
        }}
      />
      {props.stills}
      {/* Voice comes out of this element: it stays in the page whatever is shown instead of it. */}
      <div className={mute ? "theirs of-words" : "theirs"}>
        <video
          ref={video}
          className={picture && lost === null && !folded ? "remote" : "remote unseen"}
          autoPlay
          playsInline
          aria-label={t("call.theirPicture", { name: them })}
        />
        {lost !== null ? (
          <Dead {...props} news={lost} />
        ) : mute ? (
          <Mute {...props} />
        ) : folded ? (
          <VoiceBar name={them} remote={remote} />
        ) : (
          <>
            {!picture && <NoPicture state={state} name={them} />}
            {live && (picture || state.theirs?.microphone === false) && (
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
      ? state.theirs?.rung === "voice"
        ? t("call.theirVoiceOnly", { who: name })
        : t("call.theirCameraOff", { who: name })
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
  const rung = rungNow(state);
  return rung === "voice" ? t("call.ownVoiceOnly") : rung === "text" ? t("call.ownNothing") : null;
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
