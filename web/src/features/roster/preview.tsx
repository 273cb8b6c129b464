/** What publishing would do: who gains or loses, what stands in the way, what stays empty. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { dayText, numberText } from "@/lib/clock";
import { dutyDay } from "@/lib/duty-hours";
import { t, word } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { TextField } from "@/ui/field";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { Table, type Column } from "@/ui/table";
import { toast } from "@/ui/toast";

import { publish, readPreview, type Preview } from "./roster-api";
import { labelOf, type Code } from "./roster-state";
import { codeText, dayWords, gapWords, specialtyText } from "./roster-words";

type Change = Preview["people"][number];
type Blocking = Preview["blocking"][number];
const MOST = 6;

export function PreviewDialog({
  hospital,
  codes,
  onOpenCell,
  onPublished,
  onClose,
}: {
  hospital: string;
  codes: readonly Code[];
  onOpenCell: (at: Blocking) => void;
  onPublished: (version: number) => void;
  onClose: () => void;
}) {
  const act = useAct();
  const [id] = useState(uuid7);
  const [reason, setReason] = useState("");
  const found = useQuery({
    queryKey: ["roster", hospital, "preview"],
    queryFn: ({ signal }) => readPreview(hospital, signal),
    staleTime: 0,
    gcTime: 0,
  });
  const { data } = found;
  const next = (data?.version ?? 0) + 1;
  const blocked = (data?.blocking.length ?? 0) > 0;
  const run = () => {
    if (data === undefined) return;
    void act.run("publish", async () => {
      const { version } = await publish(hospital, id, { digest: data.digest, specialties: [], reason: reason.trim() });
      toast(t("roster.published", { version, n: data.affected.length }));
      onPublished(version);
    });
  };
  return (
    <Dialog
      open
      wide
      title={t("roster.previewTitle", { version: next })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t("roster.backToEdit")}</Button>
          <Button
            tone="primary"
            busy={act.busy !== null}
            disabled={data === undefined || blocked || data.changes === 0 || found.isFetching}
            onClick={run}
          >
            {t("roster.publishGo", { version: next })}
          </Button>
        </>
      }
    >
      {found.isPending && <LoadingRows rows={5} />}
      <ProblemAlert problem={found.error} onRetry={() => void found.refetch()} />
      {data !== undefined && data.changes === 0 && (
        <EmptyState icon="check" title={t("roster.nothingToPublish")} text={t("roster.nothingToPublishText")} />
      )}
      {data !== undefined && data.changes > 0 && (
        <>
          <p>
            {data.from_day !== null && data.to_day !== null && (
              <>{t("roster.previewDays", { from: dayText(data.from_day), to: dayText(data.to_day) })} </>
            )}
            {data.version === null
              ? t("roster.previewFirst", { n: data.changes, people: data.affected.length })
              : t("roster.previewAgainst", {
                  version: data.version,
                  n: data.changes,
                  people: data.affected.length,
                })}
          </p>
          {blocked && (
            <Banner tone="danger" title={t("roster.blocked", { n: data.blocking.length })}>
              <ul className="ro-block">
                {data.blocking.map((one) => (
                  <li key={`${one.shift_id}${one.reason}`}>
                    {t("roster.blockedLine", {
                      name: nameOf(data, one.person_id),
                      hours: codeText(labelOf(one, codes)),
                      day: dayWords(dutyDay(one.starts_at)),
                      what: specialtyText(one.specialty),
                    })}{" "}
                    {word("dutyBlock", one.reason)}{" "}
                    <button type="button" className="ro-link" onClick={() => onOpenCell(one)}>
                      {t("roster.openCell")}
                    </button>
                  </li>
                ))}
              </ul>
            </Banner>
          )}
          <Gaps gaps={data.gaps} codes={codes} />
          <Changes preview={data} />
          <Fairness preview={data} />
          <TextField
            label={t("roster.publishReason")}
            note={t("roster.optional")}
            value={reason}
            maxLength={300}
            onText={setReason}
          />
          <p className="s">{t("roster.told", { n: data.affected.length })}</p>
        </>
      )}
      <ProblemAlert
        problem={act.problem}
        {...(act.problem !== null && {
          onRetry: () => {
            act.forget();
            void found.refetch();
          },
        })}
      />
    </Dialog>
  );
}

const nameOf = (preview: Preview, id: string): string =>
  preview.people.find(({ person }) => person.id === id)?.person.name ?? t("roster.someone");

function Gaps({ gaps, codes }: { gaps: Preview["gaps"]; codes: readonly Code[] }) {
  const empty = gaps.filter((one) => !one.backup);
  const backup = gaps.length - empty.length;
  if (gaps.length === 0) return <Banner tone="ok">{t("roster.noGaps")}</Banner>;
  return (
    <Banner
      tone="warn"
      title={empty.length > 0 ? t("roster.stillOpen", { n: empty.length }) : t("roster.backupOnly", { n: backup })}
    >
      {empty.length > 0 && (
        <p>
          {empty
            .slice(0, MOST)
            .map((one) => `${specialtyText(one.specialty)} ${gapWords({ ...one, label: labelOf(one, codes) })}`)
            .join("; ")}
          {empty.length > MOST && `; ${t("roster.andMore", { n: empty.length - MOST })}`}.
        </p>
      )}
      <p>
        {empty.length > 0 && backup > 0 && `${t("roster.backupToo", { n: backup })} `}
        {t("roster.gapsWarn")}
      </p>
    </Banner>
  );
}

function Changes({ preview }: { preview: Preview }) {
  const changed = preview.people.filter((one) => one.changed);
  const rest = preview.people.length - changed.length;
  const columns: readonly Column<Change>[] = [
    { key: "who", head: t("roster.whoGains"), card: "key", cell: ({ person }) => person.name },
    {
      key: "hours",
      head: t("roster.hoursLong"),
      numeric: true,
      cell: ({ before, after }) => (
        <span className="nb">
          {numberText(Math.round(before.hours))} → <b>{numberText(Math.round(after.hours))}</b>
        </span>
      ),
    },
    {
      key: "nights",
      head: t("roster.nightsLong"),
      numeric: true,
      cell: ({ before, after }) => <Difference by={after.nights - before.nights} now={after.nights} />,
    },
    {
      key: "holidays",
      head: t("roster.holidaysLong"),
      numeric: true,
      cell: ({ before, after }) => <Difference by={after.holidays - before.holidays} now={after.holidays} />,
    },
  ];
  return (
    <div className="stack t">
      {changed.length > 0 && (
        <Table caption={t("roster.whoGains")} columns={columns} rows={changed} rowKey={({ person }) => person.id} />
      )}
      {rest > 0 && <p className="s">{t("roster.unchanged", { n: rest })}</p>}
    </div>
  );
}

/** More of what nobody likes is amber, less green; the sign says it too. */
function Difference({ by, now }: { by: number; now: number }) {
  if (by === 0) return <span className="mut">{now}</span>;
  return (
    <span className={by > 0 ? "c-warn" : "c-ok"}>
      {now} (<b>{by > 0 ? `+${by}` : `−${-by}`}</b>)
    </span>
  );
}

function Fairness({ preview }: { preview: Preview }) {
  const known = preview.fairness.filter((one) => one.after !== null);
  if (known.length === 0) return null;
  return (
    <p className="s">
      {t("roster.fairness")}{" "}
      {known
        .map(({ specialty, before, after }) =>
          before === null || before === after
            ? t("roster.fairNow", { what: word("specialty", specialty), after: after ?? 0 })
            : t("roster.fairFrom", { what: word("specialty", specialty), before, after: after ?? 0 }),
        )
        .join("; ")}
      . {t("roster.fairnessHow")}
    </p>
  );
}
