/** The browser's title. It takes a key and no text, so a patient's name cannot get in. */
import { useEffect } from "react";

import { t, type MessageKey } from "@/lib/i18n";

export type TitleKey = Extract<MessageKey, `${"title" | "titleDuty"}.${string}`>;

export function usePageTitle(key: TitleKey): void {
  useEffect(() => {
    document.title = key === "title.other" ? t("common.appName") : `${t(key)} · ${t("common.appName")}`;
  }, [key]);
}
