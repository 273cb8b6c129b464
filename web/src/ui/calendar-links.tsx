/** Links that a calendar program reads: made once, shown once, taken back at any time. Knows no wire type. */
import { useState } from "react";

import { dateText, shortText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { Banner } from "./banner";
import { Button } from "./button";
import { TextField } from "./field";
import { toast } from "./toast";

export interface CalendarLink {
  readonly id: string;
  readonly made_at: string;
  readonly used_at: string | null;
}

export function CalendarLinks({
  links,
  url,
  busy,
  onMake,
  onRevoke,
}: {
  links: readonly CalendarLink[];
  /** Of the one made just now. */
  url: string | null;
  busy: string | null;
  onMake: () => void;
  onRevoke: (id: string) => void;
}) {
  const [sure, setSure] = useState<string | null>(null);
  return (
    <div className="stack m">
      {url !== null && (
        <Banner tone="ok" live="status" title={t("calendarLink.made")}>
          <TextField
            label={t("calendarLink.address")}
            value={url}
            readOnly
            onText={() => undefined}
            onFocus={(event) => event.target.select()}
            after={
              <Button
                size="compact"
                onClick={() =>
                  void navigator.clipboard.writeText(url).then(
                    () => toast(t("calendarLink.copied")),
                    () => undefined,
                  )
                }
              >
                {t("calendarLink.copy")}
              </Button>
            }
          />
          <p className="s">{t("calendarLink.once")}</p>
        </Banner>
      )}
      {links.length > 0 && (
        <ul className="ro-links">
          {links.map((link) => (
            <li key={link.id} className="row">
              <span className="sp">
                {t("calendarLink.since", { day: dateText(link.made_at) })}
                <small className="ref">
                  {link.used_at === null
                    ? t("calendarLink.unused")
                    : t("calendarLink.used", { when: shortText(link.used_at) })}
                </small>
              </span>
              {sure === link.id ? (
                <Button size="compact" tone="out-danger" busy={busy === link.id} onClick={() => onRevoke(link.id)}>
                  {t("calendarLink.revokeSure")}
                </Button>
              ) : (
                <Button size="compact" tone="quiet" onClick={() => setSure(link.id)}>
                  {t("calendarLink.revoke")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button size="compact" icon="plus" busy={busy === "make"} onClick={onMake}>
          {t(links.length === 0 ? "calendarLink.make" : "calendarLink.makeAnother")}
        </Button>
      </div>
    </div>
  );
}
