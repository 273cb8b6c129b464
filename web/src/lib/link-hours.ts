/** When a place's line is weak, and megabytes, in words. Pure. */
import { numberText } from "./clock";
import { t, word } from "./i18n";

import type { Schema } from "@/wire/schema";

/** `7–8, 17–20 giờ thường chỉ đủ tiếng`: one sentence for each level, the lowest first. */
export function weakTexts(hours: readonly Schema<"UsualHours">[]): readonly string[] {
  return (["phone", "text", "voice", "low_video"] as const).flatMap((rung) => {
    const own = hours.filter((span) => span.rung === rung);
    if (own.length === 0) return [];
    const spans = own.map(({ from_hour, until_hour }) => `${from_hour}–${until_hour}`).join(", ");
    return [t("link.usually", { hours: spans, rung: word("linkRung", rung) })];
  });
}

export function megabytes(bytes: number): string {
  const mb = bytes / 1_000_000;
  return mb >= 1_000 ? `${numberText(mb / 1_000, 1)}\u00a0GB` : `${numberText(mb, mb < 10 ? 1 : 0)}\u00a0MB`;
}
