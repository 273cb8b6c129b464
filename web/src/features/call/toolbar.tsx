/** Microphone, camera, the three-way switch (a ceiling), fold; and leaving, white and apart from ending. */
import { t } from "@/lib/i18n";
import { turnCamera, turnMicrophone, type LocalMedia } from "@/lib/local-media";
import { SegmentedControl } from "@/ui/choices";
import { Icon, type IconName } from "@/ui/icon";

import { CHOICES, rungNow, type Choice, type RoomState } from "./call-state";
import { Detail } from "./in-call-later";

import type { CallRoom } from "./call-room";

const ICON: Readonly<Record<Choice, IconName>> = { voice: "mic", low_video: "down", video: "video" };

export function Toolbar({
  room,
  state,
  local,
  folded,
  onFold,
  onLeave,
}: {
  room: CallRoom;
  state: RoomState;
  local: LocalMedia;
  folded: boolean;
  onFold: () => void;
  onLeave: () => void;
}) {
  const now = rungNow(state);
  return (
    <div className="ctl" role="group" aria-label={t("call.controls")}>
      <Control
        icon={local.microphoneOn ? "mic" : "micOff"}
        label={local.microphoneOn ? t("call.microphone") : t("call.microphoneOff")}
        hotkey="M"
        on={local.microphoneOn}
        onClick={() => turnMicrophone(!local.microphoneOn)}
      />
      <Control
        icon={local.cameraOn ? "video" : "videoOff"}
        label={local.cameraOn ? t("call.camera") : t("call.cameraOff")}
        hotkey="V"
        on={local.cameraOn}
        onClick={() => turnCamera(!local.cameraOn)}
      />
      <SegmentedControl
        label={t("call.quality")}
        choices={CHOICES.map((choice) => ({
          value: choice,
          label: t(`call.${choice}`),
          icon: ICON[choice],
          // The link holds this side lower than it may go.
          ...(choice === now && choice !== state.choice && { mark: t("call.nowHere") }),
        }))}
        value={state.choice}
        onChange={(choice) => room.choose(choice)}
      />
      <Detail room={room} state={state} />
      <Control
        icon={folded ? "full" : "fold"}
        label={folded ? t("call.unfold") : t("call.fold")}
        hotkey="F"
        onClick={onFold}
      />
      <span className="sp" />
      <button type="button" className="cb leave" onClick={onLeave}>
        <Icon name="leave" />
        <span>{t("call.leave")}</span>
      </button>
    </div>
  );
}

function Control({
  icon,
  label,
  hotkey,
  on,
  onClick,
}: {
  icon: IconName;
  label: string;
  hotkey: string;
  /** Left out for what is no switch. */
  on?: boolean;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      className={on === false ? "cb off" : "cb"}
      aria-pressed={on}
      aria-keyshortcuts={hotkey}
      title={t("call.key", { key: hotkey })}
      onClick={onClick}
    >
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  );
}
