/** Keeps what was advised by telephone about a case that waits for the line. */
import { useState } from "react";

import { t } from "@/lib/i18n";

import { Icon } from "./icon";
import { PhoneLog, type PhoneNote } from "./phone-log";

export function LaterNote({ number, onSave }: { number: string; onSave: (note: PhoneNote) => Promise<unknown> }) {
  const [kept, setKept] = useState(false);
  return (
    <details>
      <summary>{t("away.logTitle")}</summary>
      <PhoneLog
        number={number}
        busy={false}
        onSave={(note) =>
          onSave(note).then(
            () => {
              setKept(true);
              return true;
            },
            () => false,
          )
        }
      />
      {kept && (
        <p className="saved" role="status">
          <Icon name="check" size="sm" />
          {t("away.logged")}
        </p>
      )}
    </details>
  );
}
