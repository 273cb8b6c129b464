/** How far a ring came on each way to a person: `Trang: đã thấy · Thông báo: không đến`. */
import { Fragment } from "react";

import { t, word } from "@/lib/i18n";

export interface Reached {
  readonly channel: "page" | "push" | "gateway";
  readonly state: "queued" | "delivered" | "seen" | "missed" | "failed";
}

/** For a line of plain text, such as a ladder's; empty when nothing was sent. */
export const channelsText = (channels: readonly Reached[]): string =>
  channels
    .map(({ channel, state }) => t("reach.on", { channel: word("reach", channel), state: word("reach", state) }))
    .join(" · ");

export function Channels({ channels }: { channels: readonly Reached[] }) {
  if (channels.length === 0) return null;
  return (
    <small>
      {channels.map((one, at) => (
        <Fragment key={one.channel}>
          {at > 0 && " · "}
          <span className={one.state === "failed" ? "c-danger" : undefined}>{channelsText([one])}</span>
        </Fragment>
      ))}
    </small>
  );
}
