/** Microphone, camera, the three-way switch, fold; and leaving, white and apart from ending. */
import { t } from "@/lib/i18n";
import { turnCamera, turnMicrophone, type LocalMedia } from "@/lib/local-media";
import { SegmentedControl } from "@/ui/choices";
import { Icon, type IconName } from "@/ui/icon";

import type { CallRoom } from "./call-room";
import type { Mode, RoomState } from "./call-state";

const MODE_ICON: Readonly<Record<Mode, IconName>> = { voice: "mic", saver: "down", full: "video" };

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
        choices={(["voice", "saver", "full"] as const).map((mode) => ({
          value: mode,
          label: t(`call.${mode}`),
          icon: MODE_ICON[mode],
        }))}
        value={state.mode}
        onChange={(mode) => room.setMode(mode, "person")}
      />
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
