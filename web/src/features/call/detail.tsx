/** “Nhìn rõ”: the specialist asks for few sharp pictures; the station sees that it was asked. */
import { t } from "@/lib/i18n";
import { Icon } from "@/ui/icon";

import type { CallRoom } from "./call-room";
import type { RoomState } from "./call-state";

export function Detail({ room, state }: { room: CallRoom; state: RoomState }) {
  if (state.end === "station")
    return state.theirs?.wantsDetail === true ? (
      <span className="detail" role="status">
        {t("inCall.detailAsked")}
      </span>
    ) : null;
  return (
    <button
      type="button"
      className="cb detail"
      aria-pressed={state.wantsDetail}
      onClick={() => room.examine(!state.wantsDetail)}
    >
      <Icon name="eye" />
      <span>{t("inCall.detail")}</span>
    </button>
  );
}
