import type { Same } from "@/locales/vi";
import type { other as source } from "@/locales/vi/other";

export const other: Same<typeof source> = {
  titleNone: "This account has no role yet",
  leadNone: "Signing in works, but it is not known where this account works and as what.",
  askNone: "Ask your facility's administrator for a role, then sign out and in again.",
  now: "Until then",
};
