/** How far a ring came on each way to a person: `Trang: đã thấy · Thông báo: không đến`. */
import { Fragment } from "react";

import { channelsText, type Reached } from "@/lib/channels";

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
