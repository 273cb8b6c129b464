/** States in short: sign, word, and colour third. */
import { t, word } from "@/lib/i18n";

import { Icon, type IconName } from "./icon";

import type { ReactNode } from "react";

export type Urgency = "stat" | "urgent" | "routine";
export type Tone = "ok" | "warn" | "danger" | "info" | "brand" | "off";

const URGENCY_ICON: Readonly<Record<Urgency, IconName>> = { stat: "siren", urgent: "clock", routine: "calendar" };

/** How soon; and, before anything else is read, that it is no real patient. */
export function UrgencyTag({ urgency, practice = false }: { urgency: Urgency; practice?: boolean }) {
  return (
    <>
      {practice && <span className="tag info">{t("common.practice")}</span>}
      <span className={`tag ${urgency}`}>
        <Icon name={URGENCY_ICON[urgency]} size="sm" />
        {word("urgency", urgency)}
      </span>
    </>
  );
}

/** `long`: what people wrote, or a sentence; it takes more lines rather than be cut off. */
export function StateTag({
  tone,
  icon,
  long = false,
  children,
}: {
  tone: Tone;
  icon: IconName;
  long?: boolean;
  children: ReactNode;
}) {
  return (
    <span className={`tag ${tone}${long ? " long" : ""}`}>
      <Icon name={icon} size="sm" />
      {children}
    </span>
  );
}

/** Larger than a tag, for one fact in a head. */
export function Pill({ tone, icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`pill${tone ? ` ${tone}` : ""}`}>
      {icon && <Icon name={icon} size="sm" />}
      {children}
    </span>
  );
}

/** A verdict in a table's row: bold with its sign when not normal. */
export function Verdict({
  tone,
  icon,
  children,
}: {
  tone: "ok" | "warn" | "danger";
  icon: IconName;
  children: ReactNode;
}) {
  return (
    <span className={`verdict c-${tone}`}>
      <Icon name={icon} size="sm" />
      <span>{children}</span>
    </span>
  );
}

/** First letters of the last two words, as people here are known by their given name. */
export function initials(name: string): string {
  const words = name
    .replace(/^\p{L}{1,4}\.\s*/u, "")
    .split(/\s+/)
    .filter((part) => part !== "Demo");
  return words
    .slice(-2)
    .map((part) => part[0]?.toUpperCase() ?? "")
    .join("");
}

export function Avatar({ name, large = false }: { name: string; large?: boolean }) {
  return (
    <span className={large ? "av lg" : "av"} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
