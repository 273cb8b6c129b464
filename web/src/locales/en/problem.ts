import type { Same } from "@/locales/vi";
import type * as vi from "@/locales/vi/problem";

export const problem: Same<typeof vi.problem> = {
  network: "No network, not sent yet. What was typed is kept; try again when the line is back.",
  timeout: "The line is too slow, the server has not answered. What was typed is kept; try again.",
  unreadable: "The server's answer cannot be read. Try again, then tell the administrator.",
  unexpected: "Something unforeseen stopped this. Reload and try again.",
  invalid: "Some fields are not right. See the marked ones.",
  unauthenticated: "The session has ended. Sign in again to go on.",
  denied: "This account may not do this.",
  missing: "There is no such thing, or it belongs to another facility.",
  id_reused: "This id was already used with other content. Reload and send again.",
  stale: "Someone else has just changed this. Look at the new version, then do it again.",
  busy: "The server is busy. Wait a few seconds and try again.",
  other: "This could not be done. Try again, then tell the administrator the reference.",
};
