/** What guards a patient on screens that stand already: fetched when there is something to say. */
import "@/lib/guard-words";

import { withWords } from "@/lib/i18n";

import { later } from "./later";

export const GateTold = later(
  async () => (await withWords(["consult", "guard"], import("./gate-told"))).default,
  "quiet",
).Part;
export const MeasureAgain = later(
  async () => (await withWords(["guard"], import("./measure-again"))).default,
  "quiet",
).Part;
