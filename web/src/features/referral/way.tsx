/** The way of one referral: who answers for the patient, every step with its hour, and what may be said next. */
import { whenText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { hospitalActs, isLate, roadText, signsText, stationActs, wayOf } from "@/lib/referral-way";
import { Banner } from "@/ui/banner";
import { ButtonLink } from "@/ui/button";
import { Card } from "@/ui/card";
import { useNow } from "@/ui/clock";
import { Icon } from "@/ui/icon";
import { KeyValues } from "@/ui/lists";
import { ReferralActs } from "@/ui/referral-acts";

import type { ReferralView } from "@/lib/referral-state";

export function Way({ view, station, onDone }: { view: ReferralView; station: boolean; onDone: () => void }) {
  const now = useNow(30_000);
  const acts = station ? stationActs(view) : hospitalActs(view);
  const places = { station: view.from_facility.short_name, hospital: view.to_facility.short_name };
  const arrived = view.movement === "arrived" && view.arrived_at !== null;
  return (
    <Card title={t("way.heading")}>
      <div className="stack m">
        <Banner
          tone={isLate(view, now) || view.movement === "not_arrived" ? "warn" : "info"}
          icon={arrived ? "hospital" : "shield"}
        >
          {arrived
            ? t("way.hospitalHolds", { hospital: places.hospital, time: whenText(view.arrived_at ?? "", now) })
            : t("way.stationHolds", places)}
          {view.movement === "departed" && <b> {roadText(view, now)}</b>}
        </Banner>
        <ol className="ref-way" aria-label={t("referral.progress")}>
          {wayOf(view).map(({ key, title, at, by, note, bad }) => (
            <li key={key} className={bad ? "bad" : at === null ? undefined : "done"}>
              <span className="dot" aria-hidden="true">
                {(bad || at !== null) && <Icon name={bad ? "x" : "check"} size="sm" />}
              </span>
              <span>
                <b>{title}</b>
                <small>
                  {[at === null ? (bad ? "" : t("way.waits")) : whenText(at, now), by].filter(Boolean).join(" · ")}
                </small>
                {note !== null && <small className="big">{note}</small>}
              </span>
            </li>
          ))}
        </ol>
        {view.onward_id !== null && (
          <ButtonLink to={`/referrals/${view.onward_id}`} tone="primary">
            {t("way.onward")}
          </ButtonLink>
        )}
        {view.redirected_from !== null && (
          <ButtonLink to={`/referrals/${view.redirected_from}`}>{t("way.before")}</ButtonLink>
        )}
        <Left view={view} />
        {acts.length > 0 && <ReferralActs view={view} acts={acts} onDone={onDone} />}
      </div>
    </Card>
  );
}

/** How the patient left. */
function Left({ view }: { view: ReferralView }) {
  const { departure } = view;
  if (departure === null) return null;
  const fit = word("fitness", departure.fit_for_transfer);
  const signs = signsText(departure.signs);
  return (
    <KeyValues
      wide
      items={[
        [t("way.fit"), departure.fit_note === "" ? fit : `${fit}: ${departure.fit_note}`],
        ...(signs === "" ? [] : [[t("way.signs"), signs] as const]),
        ...(departure.expected_at === null
          ? []
          : [[t("way.departed"), t("way.expected", { time: whenText(departure.expected_at) })] as const]),
      ]}
    />
  );
}

/** What the hospital tells the station about the patient it got. */
export function Feedback({ view }: { view: ReferralView }) {
  const { feedback } = view;
  if (feedback === null) return null;
  const code = feedback.final_icd_code;
  return (
    <Card title={t("way.feedbackOf", { hospital: view.to_facility.short_name })} tone="live">
      <KeyValues
        wide
        items={[
          [t("way.finalDiagnosis"), code === "" ? feedback.final_diagnosis : `${feedback.final_diagnosis} (${code})`],
          [t("way.done"), feedback.done],
          [t("way.advice"), feedback.advice || "–"],
          [t("way.result"), word("careResult", feedback.result)],
        ]}
      />
      <p className="mut">{t("way.byWhom", { name: feedback.by.name, time: whenText(feedback.at) })}</p>
    </Card>
  );
}
