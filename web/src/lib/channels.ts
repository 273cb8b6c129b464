/** How far a ring came on each way to a person: `Trang: đã thấy · Thông báo: không đến`. */
import { t, word } from "./i18n";

export interface Reached {
  readonly channel: "page" | "push" | "gateway";
  readonly state: "queued" | "delivered" | "seen" | "missed" | "failed";
}

/** For a line of plain text, such as a ladder's; empty when nothing was sent. */
export const channelsText = (channels: readonly Reached[]): string =>
  channels
    .map(({ channel, state }) => t("reach.on", { channel: word("reach", channel), state: word("reach", state) }))
    .join(" · ");
