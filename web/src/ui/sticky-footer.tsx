/** The foot of a form: always in view, main button at the right, what is saved at the left. */
import { timeText } from "@/lib/clock";
import { t } from "@/lib/i18n";

import { Icon } from "./icon";

import type { ReactNode } from "react";

export function StickyFooter({ left, why, children }: { left?: ReactNode; why?: string | null; children: ReactNode }) {
  return (
    <footer className="foot">
      <div>
        {left}
        <span className="sp" />
        {why && (
          <span className="saved why" role="status">
            <Icon name="info" size="sm" />
            {why}
          </span>
        )}
        {children}
      </div>
    </footer>
  );
}

/** `Đã lưu trên máy 10:38`; nothing before the first save. */
export function SavedMark({ at, both = false }: { at: number | string | null; both?: boolean }) {
  if (at === null) return null;
  const time = timeText(at);
  return (
    <span className="saved">
      <Icon name="check" size="sm" />
      {both ? t("common.savedBoth", { time }) : t("common.savedHere", { time })}
    </span>
  );
}
