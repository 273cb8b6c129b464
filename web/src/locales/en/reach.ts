import type { Same } from "@/locales/vi";
import type * as vi from "@/locales/vi/reach";

export const reach: Same<typeof vi.reach> = {
  on: "{channel}: {state}",
  page: "Page",
  push: "Notification",
  gateway: "Telephone",
  queued: "sending",
  delivered: "arrived",
  seen: "seen",
  missed: "not seen",
  failed: "not there",
};
