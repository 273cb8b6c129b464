/** The source of all words on screen. One file for each feature; keys are `namespace.key`. */
import { common, consultState, profession, role, sex, specialty, time, urgency } from "./common";
import { call } from "./call";
import { minutes, minutesField, minutesHint, place, signLine } from "./minutes";
import { problem } from "./problem";
import { ring } from "./ring";
import { choice, choiceAlone, choiceAloneHint, choiceHint, decision } from "./decision";
import { referral, referralField, referralHint, referralKind, referralPaper, transferReason, transport } from "./referral";
import { shell, title } from "./shell";
import { signIn } from "./sign-in";
import { emergency } from "./emergency";
import { askFor, askQuick, request } from "./request";
import { home } from "./station-home";
import {
  caseType,
  vital,
  vitalUnit,
  vitals,
  patient,
  stepWho,
  skipReason,
  declineReason,
  why,
  ladder,
  phone,
  consult,
  precall,
  line,
} from "./station";
import { other } from "./other";
import { tier, worklist } from "./worklist";
import { waiting } from "./waiting";
import { log, outcome } from "./log";
import { paperState, signedAs, timeline } from "./timeline";

export const vi = {
  common,
  time,
  urgency,
  specialty,
  consultState,
  sex,
  profession,
  role,
  decision,
  choice,
  choiceHint,
  choiceAlone,
  choiceAloneHint,
  referral,
  referralField,
  referralHint,
  referralKind,
  referralPaper,
  transferReason,
  transport,
  problem,
  shell,
  title,
  signIn,
  call,
  minutes,
  minutesField,
  minutesHint,
  place,
  signLine,
  emergency,
  request,
  askFor,
  askQuick,
  home,
  caseType,
  vital,
  vitalUnit,
  vitals,
  patient,
  stepWho,
  skipReason,
  declineReason,
  why,
  ladder,
  phone,
  consult,
  precall,
  line,
  ring,
  worklist,
  waiting,
  other,
  tier,
  log,
  outcome,
  timeline,
  signedAs,
  paperState,
} as const;

export type Source = typeof vi;
/** What a second language owes for one Vietnamese file: the same keys. */
export type Same<T> = { readonly [K in keyof T]: string };
export type Dictionary = { readonly [N in keyof Source]: Same<Source[N]> };
