/** Every open duty of the period, soonest first, each with one tap to whoever could take it. */
import { useState } from "react";

import { t } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";

import { gapWords, hoursWords, specialtyText } from "./roster-words";

import type { Gap, Specialty } from "./roster-state";

const AT_FIRST = 5;

export function GapsCard({
  gaps,
  plans,
  onGap,
}: {
  gaps: readonly Gap[];
  /** Of which specialties one may choose somebody. */
  plans: readonly Specialty[];
  onGap: (gap: Gap) => void;
}) {
  const [all, setAll] = useState(false);
  const shown = all ? gaps : gaps.slice(0, AT_FIRST);
  return (
    <Card flush title={t("roster.gapsTitle", { n: gaps.length })}>
      <ul className="ro-gaps">
        {shown.map((gap) => (
          <li key={`${gap.specialty ?? ""}${gap.starts_at}`}>
            <span className="sp">
              <b>
                {specialtyText(gap.specialty)} · {gapWords(gap)}
              </b>
              <small>
                {hoursWords(gap)}. {t(gap.backup ? "roster.hasBackup" : "roster.nobody")}
              </small>
            </span>
            {plans.includes(gap.specialty) && (
              <Button size="compact" tone={gap.backup ? "plain" : "out-danger"} onClick={() => onGap(gap)}>
                {t("roster.choose")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!all && gaps.length > AT_FIRST && (
        <p className="ro-all">
          <Button tone="quiet" size="compact" onClick={() => setAll(true)}>
            {t("roster.showAll", { n: gaps.length })}
          </Button>
        </p>
      )}
    </Card>
  );
}
