import type { Same } from "@/locales/vi";
import type * as vi from "@/locales/vi/shell";

export const shell: Same<typeof vi.shell> = {
  main: "Main",
  home: "Today",
  worklist: "Worklist",
  log: "Consult log",
  request: "Ask for a consult",
  emergency: "Emergency",
  groupDuty: "Duty",
  groupReview: "Review",
  signOut: "Sign out",
  account: "{name}, open to sign out",
  signOutWarning: "Drafts not sent from this device will be deleted.",
  linkGood: "Good line, picture",
  linkWeak: "Weak line, voice first",
  linkPoor: "Very weak, voice only",
  linkConnecting: "Connecting",
  linkLost: "No network since {time}",
};

export const title: Same<typeof vi.title> = {
  signIn: "Sign in",
  home: "Today",
  request: "Ask for a consult",
  emergency: "Emergency",
  waiting: "Waiting room",
  call: "Consult room",
  minutes: "Minutes",
  decision: "Station's decision",
  referral: "Referral",
  worklist: "Worklist",
  log: "Consult log",
  timeline: "Timeline",
  other: "Telemed",
};
