/** Will somebody answer tonight, and where not in the coming two weeks. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { dayText, isoDay, numberText, timeText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { PageHeader } from "@/ui/card";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { HalfDialog, type Opened } from "./half-dialog";
import { TonightPanel } from "./tonight";
import { WallPanel } from "./wall";

import type { Coverage } from "./coverage-state";

import "./coverage.css";

/** Confirmations come without news. */
const LOOK_EVERY_MS = 30_000;

export default function CoverageScreen() {
  const coverage = useQuery({
    queryKey: ["coverage"],
    queryFn: ({ signal }) => ok(api.GET("/api/coverage", { signal })),
    refetchInterval: LOOK_EVERY_MS,
    staleTime: 0, // whoever has just filled a gap comes back to see it
    placeholderData: keepPreviousData,
  });
  const [opened, setOpened] = useState<Opened | null>(null);
  const { data, error } = coverage;
  return (
    <div className="main co-page">
      <PageHeader title={t("coverage.heading")} lead={data && leadText(data)} />
      {error !== null &&
        (data === undefined ? (
          <ProblemAlert problem={error} onRetry={() => void coverage.refetch()} />
        ) : (
          <Banner tone="warn" live="status">
            {t("coverage.oldData", { time: timeText(data.at) })}
          </Banner>
        ))}
      {data === undefined ? (
        coverage.isPending && (
          <div className="card">
            <LoadingRows rows={8} />
          </div>
        )
      ) : (
        <>
          <TonightPanel coverage={data} />
          <Unpublished coverage={data} />
          <WallPanel coverage={data} onOpen={setOpened} />
        </>
      )}
      {opened !== null && <HalfDialog opened={opened} onClose={() => setOpened(null)} />}
    </div>
  );
}

function leadText({ days, hospitals }: Coverage): string {
  const versions = hospitals
    .map(({ hospital, version }) =>
      version === null
        ? t("coverage.versionNone", { hospital: hospital.short_name })
        : t("coverage.versionOf", { hospital: hospital.short_name, number: version }),
    )
    .join(", ");
  return t("coverage.lead", { days: numberText(days.length), versions });
}

function Unpublished({ coverage }: { coverage: Coverage }) {
  const last = coverage.days.at(-1) ?? coverage.today;
  const short = coverage.hospitals.filter(
    ({ published_until }) => published_until !== null && isoDay(published_until) < last,
  );
  return short.map(({ hospital, published_until }) => (
    <Banner
      key={hospital.id}
      tone="warn"
      title={t("coverage.unpublished", {
        hospital: hospital.short_name,
        when: published_until === null ? "" : dayText(isoDay(published_until)),
      })}
    >
      {t("coverage.unpublishedText")}
    </Banner>
  ));
}
