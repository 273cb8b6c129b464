/** English: the same groups, loaded only when chosen. */
import * as all from "./for-all";
import * as consult from "./for-consult";
import * as station from "./for-station";
import * as papers from "./for-papers";
import * as hospital from "./for-hospital";
import * as log from "./for-log";
import * as other from "./for-other";

import type { Dictionary } from "@/locales/vi";

export const en: Dictionary = { ...all, ...consult, ...station, ...papers, ...hospital, ...log, ...other };
