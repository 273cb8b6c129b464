/** A decision in words: before writing as what will be written, afterwards as what was. */
import { useQuery } from "@tanstack/react-query";

import { dayText, whenText } from "@/lib/clock";
import { fetchHospitals } from "@/lib/hospitals";
import { t, word } from "@/lib/i18n";
import { Button } from "@/ui/button";
import { Icon, type IconName } from "@/ui/icon";

import type { Said } from "./decision-state";
import type { Summary } from "@/lib/consult-api";
import type { ReactNode } from "react";

export function SaidList({
  said,
  alone,
  consult,
  to,
  onStep,
}: {
  said: Said;
  /** There was no advice. */
  alone: boolean;
  consult: Summary;
  /** A referral will be drafted to here; null: to the hospital that advised; left out: none will. */
  to?: string | null | undefined;
  /** While it may still be changed. */
  onStep?: (step: 1 | 2) => void;
}) {
  const items = said.items.map((item) => word("minutesField", item).toLowerCase()).join(", ");
  return (
    <ul className="dec-said">
      <Line icon="check" {...(onStep && { onChange: () => onStep(1) })} what={t("decision.step1")}>
        <b>{alone ? word("choiceAlone", said.choice) : word("choice", said.choice)}</b>
        {items !== "" && `, ${t("decision.saidItems", { items })}`}
        {said.items.map((item) => {
          const text = said.changes[item];
          return (
            text !== undefined && (
              <span key={item} className="dec-pre">
                {t("decision.saidChange", { item: word("minutesField", item), text })}
              </span>
            )
          );
        })}
        {said.reason !== "" && <span className="dec-pre">{t("decision.saidReason", { text: said.reason })}</span>}
      </Line>
      <Line icon="list" {...(onStep && { onChange: () => onStep(2) })} what={t("decision.outcomes")}>
        <b>{said.outcomes.map((outcome) => word("outcome", outcome)).join(" · ")}</b>
        {said.diedAt !== null && (
          <span className="dec-pre">{t("decision.saidDied", { time: whenText(said.diedAt) })}</span>
        )}
        {said.note !== "" && <span className="dec-pre">{t("decision.saidNote", { text: said.note })}</span>}
      </Line>
      {said.day !== null && <Line icon="calendar">{t("decision.saidDay", { day: dayText(said.day) })}</Line>}
      {to !== undefined && (
        <Line icon="truck">
          <WillRefer to={to} advised={consult.hospital} />
        </Line>
      )}
    </ul>
  );
}

function WillRefer({ to, advised }: { to: string | null; advised: Summary["hospital"] }) {
  const { data } = useQuery({ queryKey: ["hospitals"], queryFn: fetchHospitals, staleTime: 3_600_000 });
  const found = to === null ? advised : data?.find(({ id }) => id === to);
  return <>{t("decision.saidReferral", { hospital: (found ?? advised).name })}</>;
}

function Line({
  icon,
  what,
  onChange,
  children,
}: {
  icon: IconName;
  /** What the button changes, for readers. */
  what?: string;
  onChange?: () => void;
  children: ReactNode;
}) {
  return (
    <li>
      <Icon name={icon} />
      <span>{children}</span>
      {onChange && (
        <Button tone="quiet" onClick={onChange} aria-label={`${t("decision.change")}: ${what ?? ""}`}>
          {t("decision.change")}
        </Button>
      )}
    </li>
  );
}
