/** One place's line: what it usually carries by hour and weekday, what a month costs, what is set for it. */
import { useQuery, useQueryClient } from "@tanstack/react-query";

import { useMe } from "@/context/session";
import { shortText, dateText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { weakTexts } from "@/lib/link-hours";
import { Banner } from "@/ui/banner";
import { ButtonLink } from "@/ui/button";
import { PageHeader } from "@/ui/card";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { beginText, type Passport } from "./link-state";
import { MonthCard, Settings } from "./month";
import { Charts } from "./passport";

import type { AnyId } from "@/wire/ids";

import "./link.css";

/** Without an id: of the place where this person works. */
export default function LinkScreen({ id }: { id?: AnyId }) {
  const queries = useQueryClient();
  const me = useMe();
  const own = me.grant?.facility.id ?? "";
  const facility = id ?? own;
  const key = ["link", facility];
  const found = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => ok(api.GET("/api/links/{id}", { params: { path: { id: facility } }, signal })),
  });
  const { data } = found;
  if (data === undefined) {
    return (
      <div className="main">
        {found.error ? (
          <ProblemAlert problem={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <LoadingRows rows={6} />
        )}
      </div>
    );
  }
  return (
    <div className="main cols">
      <div className="stack l">
        <PageHeader
          title={t("link.heading", { place: data.facility.short_name })}
          lead={t("link.lead")}
          actions={
            me.place === "station" &&
            facility === own && (
              <ButtonLink to="/line" icon="wifi">
                {t("link.test")}
              </ButtonLink>
            )
          }
        />
        <Finding passport={data} />
        {data.cells.length === 0 ? (
          <EmptyState icon="wifi" title={t("link.empty")} text={t("link.emptyText")} />
        ) : (
          <Charts passport={data} />
        )}
      </div>
      <aside className="stack">
        <MonthCard passport={data} />
        {data.may_set ? (
          <Settings key={data.changed_at} passport={data} onSaved={(now) => queries.setQueryData(key, now)} />
        ) : (
          <p className="s mut">{t("link.readOnly")}</p>
        )}
      </aside>
    </div>
  );
}

function Finding({ passport }: { passport: Passport }) {
  const weak = weakTexts(passport.weak_hours);
  return (
    <section className="lk-finding">
      <h2>{weak.length > 0 ? `${weak.join("; ")}.` : beginText(passport)}</h2>
      {weak.length > 0 && <p>{beginText(passport)}</p>}
      {passport.ceiling !== null && (
        <Banner tone="warn">
          {t("link.capped", {
            rung: word("linkRung", passport.ceiling),
            until: dateText(passport.month.until),
          })}
        </Banner>
      )}
      {passport.relay_until !== null && (
        <Banner tone="info">{t("link.relay", { until: shortText(passport.relay_until) })}</Banner>
      )}
    </section>
  );
}
