/** What the patient said of this case, for both ends: a line for each word that matters, without a name. */
import { timeText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { Icon, type IconName } from "@/ui/icon";

import type { Summary } from "@/lib/consult-api";

interface Line {
  readonly icon: IconName;
  readonly text: string;
  readonly warn?: true;
}

export function ConsentLines({ summary }: { summary: Summary }) {
  return (
    <>
      {linesOf(summary).map(({ icon, text, warn }) => (
        <li key={text} className={warn ? "c-warn" : undefined}>
          <Icon name={icon} size="sm" />
          {text}
        </li>
      ))}
    </>
  );
}

export function linesOf(summary: Summary): readonly Line[] {
  const lines: Line[] = [sharing(summary)];
  for (const { purpose, decision } of summary.consents) {
    if (purpose === "share" || decision === "given") continue;
    lines.push({
      icon: purpose === "video" ? "videoOff" : "minus",
      text: word("consent", `no_${purpose}`),
      warn: true,
    });
  }
  if (summary.labels.length > 0) {
    const list = summary.labels.map((label) => word("label", label)).join(", ");
    lines.push({ icon: "shield", text: t("consent.labels", { list }) });
  }
  return lines;
}

function sharing({ sharing: now, consents }: Summary): Line {
  const said = consents.find(({ purpose }) => purpose === "share");
  const at = said === undefined ? "" : timeText(said.at);
  switch (now) {
    case "given":
      return {
        icon: "check",
        text: t(
          said?.ground === "signed"
            ? "consent.signed"
            : said?.ground === "relative"
              ? "consent.relative"
              : "consent.spoken",
          { at },
        ),
      };
    case "emergency":
      return { icon: "alert", text: t("consent.emergency"), warn: true };
    case "refused":
      return { icon: "x", text: t("consent.refused", { at }), warn: true };
    case "withdrawn":
      return { icon: "x", text: t("consent.withdrawn", { at }), warn: true };
    case "unasked":
      return { icon: "alert", text: t("consent.unasked"), warn: true };
  }
}
