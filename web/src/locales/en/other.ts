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
  hospital_admin1: "Open and lock accounts, give roles",
  hospital_admin2: "Facilities, and which hospital supports which station",
  hospital_admin3: "The trail of who read and changed what. No clinical content",
  hospital_adminNow: "To open or lock an account now: whoever keeps the server can do it without this screen.",
  province_viewer1: "Consults, waiting times and share answered, by hospital and station",
  province_viewer2: "After the consult: treated at the station, referred, outcome",
  province_viewer3: "Monthly tables to print and Excel files, without patients' names",
  province_viewerNow: "For figures now: ask the hospital manager to export the consult log.",
};
