/** The ladder of rings: who was called, who is being called now, who comes next. Plain props, words from the caller. */
import { t } from "@/lib/i18n";

import { Countdown, useNow, useShareLeft } from "./clock";
import { Icon, type IconName } from "./icon";

import type { ReactNode } from "react";

export interface LadderItem {
  readonly key: string;
  /** past: over without an answer. now: ringing. next: later. yes: answered. */
  readonly phase: "past" | "now" | "next" | "yes";
  readonly number: number;
  readonly who: ReactNode;
  readonly detail?: ReactNode;
  /** What became of it, or when it comes: `báo bận`, `sau 2:42`. The step now shows its countdown instead. */
  readonly result?: ReactNode;
  /** The sign of a past step, a cross without; `refresh` for the wait between two rounds. */
  readonly icon?: IconName;
  readonly startedAt?: string | number | null;
  readonly deadlineAt?: string | number | null;
}

/**
 * `announce` is the sentence readers hear when the step changes (`Đang gọi BS. Trần Sơn Demo`); seconds are not read
 * until the last ten, for which `lastSeconds` gives the sentence.
 */
export function Ladder({
  items,
  label,
  announce,
  lastSeconds,
  left,
  emergency = false,
}: {
  items: readonly LadderItem[];
  label: string;
  announce: string;
  lastSeconds?: string;
  /** `còn {time}` around the running clock. */
  left: (clock: ReactNode) => ReactNode;
  emergency?: boolean;
}) {
  const deadline = items.find((item) => item.phase === "now")?.deadlineAt ?? null;
  return (
    <>
      <ol className={emergency ? "lad em-lad" : "lad"} aria-label={label}>
        {items.map((item) => (
          <li key={item.key} className={item.phase} aria-current={item.phase === "now" ? "step" : undefined}>
            <span className="dot" aria-hidden="true">
              <Dot item={item} />
            </span>
            <span className="who">
              {item.who}
              {item.detail !== undefined && <small>{item.detail}</small>}
            </span>
            <span className="t">
              {item.phase === "now" && item.deadlineAt != null
                ? left(<Countdown deadline={item.deadlineAt} />)
                : item.result}
            </span>
            {item.phase === "now" && item.startedAt != null && item.deadlineAt != null && (
              <Bar started={item.startedAt} deadline={item.deadlineAt} danger={emergency} />
            )}
          </li>
        ))}
      </ol>
      <p className="vh" aria-live="polite">
        {announce}
      </p>
      {deadline !== null && lastSeconds !== undefined && <LastSeconds deadline={deadline} text={lastSeconds} />}
    </>
  );
}

function Dot({ item }: { item: LadderItem }) {
  switch (item.phase) {
    case "now":
      // Between two rounds nobody is rung: the next one is waited for.
      return <Icon name={item.icon === "refresh" ? "refresh" : "phone"} />;
    case "yes":
      return <Icon name="check" />;
    case "past":
      return <Icon name={item.icon ?? "x"} />;
    case "next":
      return item.number;
  }
}

function Bar({ started, deadline, danger }: { started: string | number; deadline: string | number; danger: boolean }) {
  return (
    <Meter value={useShareLeft(started, deadline)} label={t("common.progress")} {...(danger && { tone: "danger" })} />
  );
}

function LastSeconds({ deadline, text }: { deadline: string | number; text: string }) {
  const left = new Date(deadline).getTime() - useNow(500);
  const near = left > 0 && left <= 10_000;
  return (
    <p className="vh" aria-live="polite">
      {near ? text : ""}
    </p>
  );
}

/** A bar of 0 to 100. */
export function Meter({ value, label, tone }: { value: number; label: string; tone?: "danger" | "warn" | "ok" }) {
  return (
    <div
      className={tone ? `meter ${tone}` : "meter"}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(value)}
    >
      <i style={{ width: `${value}%` }} />
    </div>
  );
}
