/** English, loaded only when chosen. */
import { common, consultState, profession, role, sex, specialty, time, urgency } from "./common";
import { problem } from "./problem";
import { shell, title } from "./shell";
import { signIn } from "./sign-in";
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

import type { Dictionary } from "@/locales/vi";

export const en: Dictionary = {
  common,
  time,
  urgency,
  specialty,
  consultState,
  sex,
  profession,
  role,
  problem,
  shell,
  title,
  signIn,
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
};
