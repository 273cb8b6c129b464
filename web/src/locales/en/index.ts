/** English: the same groups, loaded only when chosen. */
import * as all from "./for-all";
import * as ask from "./for-ask";
import * as consult from "./for-consult";
import * as station from "./for-station";
import * as papers from "./for-papers";
import * as hospital from "./for-hospital";
import * as log from "./for-log";
import * as admin from "./for-admin";
import * as access from "./for-access";
import * as totals from "./for-totals";
import * as other from "./for-other";
import * as privacy from "./for-privacy";
import * as lock from "./for-lock";
import * as security from "./for-security";
import * as roster from "./for-roster";
import * as myShifts from "./for-my-shifts";
import * as notices from "./for-notices";
import * as line from "./for-line";
import * as link from "./for-link";
import * as ladder from "./for-ladder";
import * as rotations from "./for-rotations";
import * as coverage from "./for-coverage";
import * as inCall from "./for-in-call";
import * as away from "./for-away";
import * as stills from "./for-stills";
import * as files from "./for-files";
import * as phoneCamera from "./for-phone-camera";
import * as paper from "./for-paper";
import * as after from "./for-after";
import * as patients from "./for-patients";
import * as guard from "./for-guard";
import * as editions from "./for-editions";

import type { Dictionary } from "@/locales/vi";

export const en: Dictionary = {
  ...all,
  ...ask,
  ...consult,
  ...station,
  ...papers,
  ...hospital,
  ...log,
  ...admin,
  ...access,
  ...totals,
  ...other,
  ...privacy,
  ...lock,
  ...security,
  ...roster,
  ...myShifts,
  ...notices,
  ...line,
  ...link,
  ...ladder,
  ...rotations,
  ...coverage,
  ...inCall,
  ...away,
  ...stills,
  ...files,
  ...phoneCamera,
  ...paper,
  ...after,
  ...patients,
  ...guard,
  ...editions,
};
