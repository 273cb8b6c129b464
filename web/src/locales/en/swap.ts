import type { Same } from "@/locales/vi";
import type * as vi from "@/locales/vi/swap";

export const swap: Same<typeof vi.swap> = {
  swaps: "Swap of shifts",
  takesOver: "Taking a shift over",
  shift: "{weekday} {day}, {from} to {to}",
  gives: "gives",
  takesAll: "takes it over and gives nothing back",
  lapsed: "No longer possible",
  reason: "Reason: {reason}",
  proposed: "Proposed {when}",
  agreed: "{name} agreed {when}",
  refused: "{name} refused {when}",
  approved: "{name} approved {when}",
  rejected: "{name} did not approve {when}",
  fits: "Both can work their new shifts; nothing overlaps.",
  toJudge: "Swaps waiting for approval ({n})",
  recent: "Swapped lately, can be undone",
  approve: "Approve the swap",
  approveDone: "Swapped. Both doctors were told.",
  reject: "Do not approve",
  rejectTitle: "Not approve this swap?",
  rejectGo: "Do not approve, say why",
  rejectDone: "Both doctors were told that it is not approved.",
  undo: "Put it back",
  undoTitle: "Put both shifts back as before the swap?",
  undoGo: "Put the shifts back",
  undoDone: "The shifts are as before. Both doctors were told.",
  why: "Reason",
  why1: "The department needs the first doctor then",
  why2: "The swap would make too long a duty",
  why3: "Both doctors agreed otherwise",
  whyOwn: "Another reason",
};

export const swapState: Same<typeof vi.swapState> = {
  proposed: "Waits for the other's answer",
  agreed: "Waits for the head",
  refused: "Refused",
  withdrawn: "Withdrawn",
  applied: "Swapped",
  rejected: "Not approved",
  undone: "Put back",
};

export const swapAgainst: Same<typeof vi.swapAgainst> = {
  unfit: "Who would take it does not work this specialty or tier.",
  leave: "Who would take it is on leave then.",
  rotation: "Who would take it is posted to a station then.",
  overlap: "Who would take it has another shift then.",
  gone: "This shift is not as it was when the swap was proposed.",
  begun: "The shift has begun and cannot be swapped.",
};
