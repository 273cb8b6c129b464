import type { Same } from "@/locales/vi";
import type { other as source } from "@/locales/vi/other";

export const other: Same<typeof source> = {
  title: "There is no screen for this role yet",
  lead: "You are signed in correctly. Below is what can be done here later, and whom to ask until then.",
  titleNone: "This account has no role yet",
  leadNone: "Signing in works, but it is not known where this account works and as what.",
  askNone: "Ask your facility's administrator for a role, then sign out and in again.",
  will: "What can be done here later",
  now: "Until then",
  coordinator1: "Plan the consult roster, swap shifts, see gaps 14 days ahead",
  coordinator2: "Tonight's panel: who is on duty, who has not started",
  coordinator3: "Follow waiting cases, bring more people into a consult",
  coordinatorNow:
    "The roster posted at the department still holds. Ask its head; for waiting cases ask the hospital manager.",
};
