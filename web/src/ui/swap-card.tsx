/** A swap of two shifts: who gives what, who gets what, how far it is, and the buttons of whoever looks. Knows no wire type. */
import { dayText, shortText } from "@/lib/clock";
import { dutyDay, dutyTime, weekdayOf, type Hours } from "@/lib/duty-hours";
import { t, word } from "@/lib/i18n";
import { Icon, type IconName } from "./icon";
import { StateTag, type Tone } from "./tags";

import type { ReactNode } from "react";

import "./swap-card.css";

interface SwapShift extends Hours {
  readonly person: { readonly id: string; readonly name: string };
  readonly specialty: string | null;
  readonly tier: string;
}

export type SwapState = "proposed" | "agreed" | "refused" | "withdrawn" | "applied" | "rejected" | "undone";

export interface Swap {
  readonly give: SwapShift;
  readonly take: SwapShift | null;
  readonly proposed_to: { readonly name: string };
  readonly state: SwapState;
  readonly lapsed: boolean;
  readonly reason: string;
  readonly proposed_at: string;
  readonly answered_at: string | null;
  readonly answer_reason: string;
  readonly judged_by: { readonly name: string } | null;
  readonly judged_at: string | null;
  readonly judged_reason: string;
  readonly version: number | null;
  readonly against: readonly string[];
}

const LOOK: Readonly<Record<SwapState, readonly [Tone, IconName]>> = {
  proposed: ["warn", "clock"],
  agreed: ["warn", "clock"],
  applied: ["ok", "check"],
  refused: ["off", "x"],
  rejected: ["off", "x"],
  withdrawn: ["off", "x"],
  undone: ["off", "history"],
};

/** `thứ tư 26/08, 17:00 đến 07:00` */
export function shiftWords(hours: Hours): string {
  const day = dutyDay(hours.starts_at);
  return t("swap.shift", {
    weekday: word("weekday", `d${weekdayOf(day)}`),
    day: dayText(day).slice(0, 5),
    from: dutyTime(hours.starts_at),
    to: dutyTime(hours.ends_at),
  });
}

export function postWords({ specialty, tier }: Pick<SwapShift, "specialty" | "tier">): string {
  return specialty === null ? word("dutyTier", tier) : `${word("specialty", specialty)}, ${word("dutyTier", tier)}`;
}

export function SwapCard({ swap, actions }: { swap: Swap; actions?: ReactNode }) {
  const { give, take, state, lapsed } = swap;
  const [tone, icon] = LOOK[state];
  const open = state === "proposed" || state === "agreed";
  return (
    <article className="sw">
      <div className="row">
        <h3 className="sp">{t(take === null ? "swap.takesOver" : "swap.swaps")}</h3>
        <StateTag tone={open && lapsed ? "off" : tone} icon={open && lapsed ? "x" : icon}>
          {open && lapsed ? t("swap.lapsed") : word("swapState", state)}
        </StateTag>
      </div>
      <div className="sw-two">
        <Side name={give.person.name} says={t("swap.gives")} shift={give} />
        <Icon name="swap" />
        {take === null ? (
          <div className="sw-side">
            <b>{swap.proposed_to.name}</b>
            <span>{t("swap.takesAll")}</span>
          </div>
        ) : (
          <Side name={take.person.name} says={t("swap.gives")} shift={take} />
        )}
      </div>
      <ul className="sw-facts">
        {swap.reason !== "" && <li>{t("swap.reason", { reason: swap.reason })}</li>}
        <li>{t("swap.proposed", { when: shortText(swap.proposed_at) })}</li>
        {swap.answered_at !== null && (
          <li>
            {t(state === "refused" ? "swap.refused" : "swap.agreed", {
              name: swap.proposed_to.name,
              when: shortText(swap.answered_at),
            })}
            {swap.answer_reason !== "" && `: ${swap.answer_reason}`}
          </li>
        )}
        {swap.judged_at !== null && swap.judged_by !== null && (
          <li>
            {t(state === "rejected" ? "swap.rejected" : "swap.approved", {
              name: swap.judged_by.name,
              when: shortText(swap.judged_at),
            })}
            {swap.judged_reason !== "" && `: ${swap.judged_reason}`}
          </li>
        )}
        {open &&
          !lapsed &&
          (swap.against.length === 0 ? (
            <li className="c-ok">{t("swap.fits")}</li>
          ) : (
            swap.against.map((one) => (
              <li key={one} className="c-danger">
                {word("swapAgainst", one)}
              </li>
            ))
          ))}
      </ul>
      {actions !== undefined && <div className="row">{actions}</div>}
    </article>
  );
}

function Side({ name, says, shift }: { name: string; says: string; shift: SwapShift }) {
  return (
    <div className="sw-side">
      <b>{name}</b>
      <span>
        {says} {shiftWords(shift)}
      </span>
      <small>{postWords(shift)}</small>
    </div>
  );
}
