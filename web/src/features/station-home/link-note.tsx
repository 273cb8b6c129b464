/** What the station's line usually carries, in a sentence, and what the month has cost. Nothing until something is known. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";

import { useMe } from "@/context/session";
import { api, ok } from "@/lib/http-client";
import { t } from "@/lib/i18n";
import { megabytes, weakTexts } from "@/lib/link-hours";
import { Card } from "@/ui/card";
import { Icon } from "@/ui/icon";

const HALF_AN_HOUR_MS = 1_800_000;

export default function LinkNote() {
  const facility = useMe().grant?.facility.id ?? "";
  const { data } = useQuery({
    queryKey: ["link", facility],
    queryFn: ({ signal }) => ok(api.GET("/api/links/{id}", { params: { path: { id: facility } }, signal })),
    staleTime: HALF_AN_HOUR_MS,
  });
  const tried = (
    <p>
      <Link href="/line">{t("title.line")}</Link>
    </p>
  );
  if (data === undefined || (data.cells.length === 0 && data.settings.cap_mb === null)) return tried;
  const cap = data.settings.cap_mb ?? null;
  const used = megabytes(data.month.bytes);
  return (
    <Card title={t("link.home")}>
      <div className="stack s">
        {weakTexts(data.weak_hours).map((text) => (
          <p key={text} className="row nw top">
            <Icon name="wifi" />
            <span>{text}</span>
          </p>
        ))}
        {data.weak_hours.length === 0 && data.cells.length > 0 && <p className="mut">{t("link.allGood")}</p>}
        <p className={data.ceiling === null ? "mut" : "c-warn"}>
          {t("link.month")}:{" "}
          {cap === null ? t("link.used", { used }) : t("link.usedOf", { used, cap: megabytes(cap * 1_000_000) })}
        </p>
        <p>
          <Link href="/link">{t("link.open")}</Link>
        </p>
        {tried}
      </div>
    </Card>
  );
}
