/** Other systems: keys, addresses that are told of facts. */
import type * as source from "@/locales/vi/exchange";
import type { Same } from "@/locales/vi";

export const exchange: Same<typeof source.exchange> = {
  heading: "Other systems",
  nav: "Links",
  lead: "Keys with which hospital software reads, and addresses told when a case moves. Each reading stands in the access log.",
  keys: "Keys for reading",
  newKey: "New key",
  makeKey: "Give this key",
  keyMade: "The key is given",
  noKeys: "No key was given yet",
  noKeysText: "No other software reads anything of this place.",
  hooks: "Addresses that are told",
  newHook: "Add an address",
  makeHook: "Save this address",
  hookMade: "The address is saved",
  noHooks: "No address is told yet",
  noHooksText:
    "On a request, a claim, an end or a referral these addresses get the case's code, never a patient's name.",
  name: "Name of the software",
  nameHint: "Such as HIS of Than Uyên hospital",
  facility: "Of which place",
  pickFacility: "Choose a place",
  opens: "What it may read",
  goodFor: "Good for",
  months: "{n} months",
  url: "Address",
  urlHint: "Begins with https, outside this server's own network.",
  tellsOf: "Told of",
  leave: "Leave",
  once: "Shown this once",
  onceText:
    "Copy it now and hand it to the other software's administrator. Once closed nobody sees it again; if it is lost, give another.",
  secret: "Key",
  copy: "Copy",
  copied: "Copied.",
  byHand: "It could not be copied. Press Ctrl+C to copy the marked line.",
  kept: "Kept, close",
  until: "Ends {day}",
  used: "last used {when}",
  neverUsed: "never used",
  madeBy: "given by {person}",
  revoke: "Revoke",
  revokeOf: "Revoke the key of {name}",
  revokeAsk: "Revoke the key of {name}?",
  revokeText: "This software reads nothing from its next request on. The old key cannot be brought back.",
  revokeYes: "Revoke now",
  revoked: "The key of {name} is revoked.",
  try: "Send a test",
  tried: "A test was sent. Its result stands among the last messages.",
  stop: "Stop telling",
  start: "Tell again from now",
  stopped: "It is told nothing more.",
  started: "It is told again from now on.",
  remove: "Remove the address",
  removed: "The address of {name} is removed.",
  givenUp:
    "It took nothing for 3 days, so it is told no more. Ask the other software's administrator, then tell it again.",
  failingSince: "It has taken nothing since {when}. We keep trying.",
  messages: "{n} last messages",
  attempts: "sent {n} times",
  sendAgain: "Send again",
  sentAgain: "This message is being sent again.",
  changeSecret: "Change the secret",
  secretOf: "Change the secret that signs for {name}",
  secretWhy: "The secret before",
  secretUsual: "Counts beside for 24 hours",
  secretUsualText: "Each message carries two signatures; the other software changes over in its own time.",
  secretLeaked: "Leaked, drop it now",
  secretLeakedText: "Messages carry the new signature alone. Until the other software changes over it takes none.",
  makeSecret: "Change the secret",
  secretMade: "The secret is changed",
  bothUntil: "The secret before counts until {when}.",
};

export const exchangeKind: Same<typeof source.exchangeKind> = {
  cases: "Consults",
  identity: "Who the patient is",
  papers: "Signed papers",
  labelled: "Cases under a label",
  duty: "Duty rosters",
};

export const exchangeKindText: Same<typeof source.exchangeKindText> = {
  cases: "Requests, vital signs, calls; no names.",
  identity: "Name, identity and insurance numbers, address.",
  papers: "Minutes, decisions, referrals, follow-ups, the insurance's XML.",
  labelled: "HIV, tuberculosis, mental health, sexual violence. Only where truly needed.",
  duty: "Who is on duty when at this hospital.",
};

export const exchangeTopic: Same<typeof source.exchangeTopic> = {
  "consult.requested": "A consult is asked for",
  "consult.claimed": "A doctor takes it",
  "consult.ended": "A consult ends",
  "referral.sent": "A referral is sent",
  test: "Test",
};

export const exchangeKeyState: Same<typeof source.exchangeKeyState> = {
  works: "Works",
  soon: "Ends soon",
  over: "Over",
  revoked: "Revoked",
};

export const exchangeHookState: Same<typeof source.exchangeHookState> = {
  fine: "Takes messages",
  failing: "Takes none now",
  stopped: "Stopped",
  given_up: "Given up",
};

export const exchangeMessage: Same<typeof source.exchangeMessage> = {
  waiting: "waiting",
  delivered: "taken",
  failed: "not taken",
};
