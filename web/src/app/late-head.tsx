/** What a frame's head shows after its first screen: what waits for the line, what is kept and old, the bell. */
import { useSyncExternalStore } from "react";
import { Link } from "wouter";

import { useSignedIn } from "@/context/session";
import { useOutbox } from "@/context/use-outbox";
import Bell from "@/features/notices/bell";
import { timeText } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { onServed, servedFrom } from "@/lib/kept-answers";
import { overdue } from "@/lib/outbox";
import { Icon } from "@/ui/icon";

import "./late-head.css";

export default function LateHead() {
  const { away } = useSignedIn();
  const [waiting] = useOutbox();
  const kept = useSyncExternalStore(onServed, servedFrom);
  const n = overdue(waiting).length;
  return (
    <>
      {n > 0 && (
        <Link href="/" className="pill warn" aria-label={t("away.badgeLabel", { n })}>
          <Icon name="send" />
          {n} <span className="lh-word">{t("away.badge")}</span>
        </Link>
      )}
      {kept !== null && (
        <small className="mut lh-word" role="status">
          {t("away.keptOf", { time: timeText(kept) })}
        </small>
      )}
      {away === "drafts" && (
        <small className="vh" role="status">
          {t("away.draftsOnly")}
        </small>
      )}
      <Bell />
    </>
  );
}
