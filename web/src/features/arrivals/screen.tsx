/** The board of whom the hospital expects: on the road with the time since leaving, not left yet, here without feedback. Live. */
import { useQuery, useQueryClient } from "@tanstack/react-query";

import { useFrames } from "@/context/socket";
import { timeText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { subjectText } from "@/lib/patient";
import { boardOf, hospitalActs, isLate, roadText, unanswered, type Arrival } from "@/lib/referral-way";
import { ButtonLink } from "@/ui/button";
import { PageHeader } from "@/ui/card";
import { useNow } from "@/ui/clock";
import { Icon, type IconName } from "@/ui/icon";
import { EmptyState, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { ReferralActs } from "@/ui/referral-acts";
import { Pill } from "@/ui/tags";

import "./arrivals.css";

const KEY = ["arrivals"] as const;
/** The frames tell at once; this is for a frame that was missed. */
const LOOK_EVERY_MS = 120_000;

export default function ArrivalsScreen() {
  const now = useNow(15_000);
  const queries = useQueryClient();
  const arrivals = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await ok(api.GET("/api/arrivals", { signal }))).arrivals,
    refetchInterval: LOOK_EVERY_MS,
  });
  useFrames((frame) => {
    if (frame.type === "record" && frame.kind === "referral") void queries.invalidateQueries({ queryKey: KEY });
  });
  const { data } = arrivals;
  const board = boardOf(data ?? [], now);
  const around = { now, onDone: () => void queries.invalidateQueries({ queryKey: KEY }) };
  return (
    <div className="main">
      <PageHeader
        title={t("way.board")}
        lead={
          data === undefined
            ? t("common.loading")
            : t("way.boardLead", { road: board.road.length, waiting: unanswered(board), here: board.here.length })
        }
      />
      {arrivals.error !== null && <ProblemAlert problem={arrivals.error} onRetry={() => void arrivals.refetch()} />}
      {data === undefined ? (
        arrivals.isPending && <LoadingRows rows={6} />
      ) : data.length === 0 ? (
        <div className="card">
          <EmptyState icon="truck" title={t("way.none")} text={t("way.noneText")} />
        </div>
      ) : (
        <div className="arr-lanes">
          <Lane {...around} title={t("way.coming")} icon="truck" rows={board.road} />
          <Lane {...around} title={t("way.asked")} icon="inbox" rows={board.asked} />
          <Lane {...around} title={t("way.here")} icon="hospital" rows={board.here} />
          {board.told.length > 0 && <Lane {...around} title={t("way.told")} icon="check" rows={board.told} />}
        </div>
      )}
    </div>
  );
}

interface Around {
  readonly now: number;
  readonly onDone: () => void;
}

function Lane({ title, icon, rows, ...around }: Around & { title: string; icon: IconName; rows: readonly Arrival[] }) {
  return (
    <section className="arr-lane" aria-label={title}>
      <h2>
        <Icon name={icon} /> {title} <span className="count">{rows.length}</span>
      </h2>
      {rows.length === 0 ? (
        <p className="mut">{t("way.noneHere")}</p>
      ) : (
        <ul className="stack">
          {rows.map((row) => (
            <Coming key={row.referral.id} row={row} {...around} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Coming({ row, now, onDone }: Around & { row: Arrival }) {
  const { referral: view } = row;
  const late = isLate(view, now) || view.movement === "not_arrived";
  const subject = subjectText({ sex: row.sex, age_months: row.age_months, age_estimated: false }, false);
  return (
    <li className={late ? "card hot" : "card"} data-referral={view.id}>
      <div className="stack">
        <div className="row">
          <b className="big sp">{row.patient_name || t("way.unknownName")}</b>
          {view.kind === "emergency_transfer" && (
            <Pill tone="danger" icon="siren">
              {word("referralKind", view.kind)}
            </Pill>
          )}
          {view.movement !== "arrived" && (
            <Pill tone={view.answer === "none" ? "warn" : "ok"} icon={view.answer === "none" ? "clock" : "check"}>
              {t(view.answer === "none" ? "way.unanswered" : "way.answered")}
            </Pill>
          )}
        </div>
        <p>
          {subject !== "" && `${subject} · `}
          {t("way.from", { station: view.from_facility.short_name })}
        </p>
        <p>
          <b>{view.icd_code === "" ? view.diagnosis || "–" : `${view.diagnosis} (${view.icd_code})`}</b>
        </p>
        {view.departure !== null && view.movement !== "arrived" && (
          <p className={late ? "c-danger" : undefined}>
            <Icon name="truck" size="sm" /> {roadText(view, now)}
            {view.departure.expected_at !== null &&
              ` · ${t("way.expected", { time: timeText(view.departure.expected_at) })}`}
          </p>
        )}
        {view.departure !== null && view.departure.fit_for_transfer !== "fit" && (
          <p className="c-danger">
            {word("fitness", view.departure.fit_for_transfer)}
            {view.departure.fit_note !== "" && `: ${view.departure.fit_note}`}
          </p>
        )}
        {view.state === "draft" && <p className="mut">{t("way.unsigned")}</p>}
        <p className="mut">{[view.transport, view.escort].filter(Boolean).join(" · ")}</p>
        <ReferralActs view={view} acts={hospitalActs(view)} compact onDone={onDone} />
        <ButtonLink to={`/referrals/${view.id}`} size="compact">
          {t("way.open")}
        </ButtonLink>
      </div>
    </li>
  );
}
