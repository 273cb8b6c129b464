/** News that stays until it is no longer true. Cause, effect, next act. */
import { Icon, type IconName } from "./icon";

import type { ReactNode } from "react";

export type BannerTone = "info" | "warn" | "danger" | "ok" | "plain";
const ICON: Readonly<Record<BannerTone, IconName>> = {
  info: "info",
  warn: "alert",
  danger: "alert",
  ok: "check",
  plain: "info",
};

/**
 * A box inside a page. `live`: "alert" only for what must interrupt (nobody answered, link lost), "status" for good
 * news (accepted); leave it out for what was there when the page opened.
 */
export function Banner({
  tone,
  icon,
  title,
  children,
  action,
  live,
}: {
  tone: BannerTone;
  icon?: IconName;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
  live?: "alert" | "status";
}) {
  return (
    <div className={`al ${tone}`} role={live}>
      <Icon name={icon ?? ICON[tone]} />
      <div>
        {title !== undefined && <b className="h">{title}</b>}
        {children !== undefined && <div>{children}</div>}
        {action !== undefined && <div className="row">{action}</div>}
      </div>
    </div>
  );
}

/** A stripe across the page, under the head. */
export function Strip({
  tone,
  icon,
  children,
  live = "status",
}: {
  tone: "info" | "warn" | "danger" | "ok";
  icon?: IconName;
  children: ReactNode;
  live?: "alert" | "status";
}) {
  return (
    <div className={`strip ${tone}`} role={live}>
      <Icon name={icon ?? ICON[tone]} />
      <span className="sp">{children}</span>
    </div>
  );
}
