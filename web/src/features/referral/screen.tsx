/** One referral: how far it is, where the patient goes, the paper. The station corrects and signs; the hospital reads. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";

import { usePatients } from "@/context/patients";
import { useMe } from "@/context/session";
import { mayDecide, useReferral } from "@/context/use-referral";
import { dayText } from "@/lib/clock";
import { fetchHospitals } from "@/lib/hospitals";
import { t } from "@/lib/i18n";
import { patientTitle } from "@/lib/patient";
import { isOpen, lacking, type ReferralView } from "@/lib/referral-state";
import { Banner } from "@/ui/banner";
import { Button, ButtonLink } from "@/ui/button";
import { Card } from "@/ui/card";
import type { IconName } from "@/ui/icon";
import { EmptyState, KeyValues, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { AskedLines, OtherLines, ReferralSaved } from "@/ui/referral-form";
import { CancelReferral, PrintReferral, SignAndSend } from "@/ui/referral-signing";
import { StickyFooter } from "@/ui/sticky-footer";
import { Pill, type Tone } from "@/ui/tags";

import { Paper } from "./paper";
import { Feedback, Way } from "./way";

import type { ReferralDesk, ReferralNow } from "@/lib/referral-desk";
import type { ReferralState } from "@/lib/referral-state";
import type { ReferralId } from "@/wire/ids";

import "./referral.css";

/** Keyed: another address is another desk. */
export default function ReferralScreen({ id }: { id: ReferralId }) {
  return <One key={id} id={id} />;
}

const PILL: Readonly<Record<ReferralView["state"], readonly [Tone, IconName, Parameters<typeof t>[0]]>> = {
  draft: ["info", "pen", "referral.stateDraft"],
  signed: ["warn", "sign", "referral.stateSigned"],
  sent: ["ok", "check", "referral.stateSent"],
  closed: ["ok", "check", "way.closed"],
  redirected: ["warn", "swap", "way.redirect"],
  expired: ["off", "clock", "way.expired"],
  cancelled: ["off", "x", "referral.stateCancelled"],
};

function One({ id }: { id: ReferralId }) {
  const me = useMe();
  const { desk, now } = useReferral(id);
  const { state } = now;
  const patients = usePatients([state?.view.patient_id ?? null]);
  const [marked, setMarked] = useState(false);

  if (now.status === "missing") {
    return (
      <div className="main narrow">
        <EmptyState icon="file" title={t("referral.loadingNone")} text={t("referral.loadingNoneText")} />
      </div>
    );
  }
  if (state === null) {
    return (
      <div className="main narrow">
        {now.problem === null ? (
          <LoadingRows rows={6} />
        ) : (
          <ProblemAlert problem={now.problem} onRetry={() => void desk.reload()} />
        )}
      </div>
    );
  }
  const { view } = state;
  const patient = patients.get(view.patient_id ?? "");
  const title =
    patient === undefined
      ? t("patient.unknown")
      : patientTitle(patient, { sex: patient.sex, age_months: patient.age_months, age_estimated: false });
  const may = mayDecide(me, view.from_facility.id);
  const edits = may && view.state === "draft";
  const [tone, icon, label] = PILL[view.state];
  const main = may && (
    <SignAndSend desk={desk} state={state} name={me.name} patient={title} onLacking={() => setMarked(true)} />
  );
  return (
    <>
      <header className="ref-head noprint">
        <div>
          <div className="sp">
            <h1 tabIndex={-1}>{title}</h1>
            <p className="mut">{leadText(view)}</p>
          </div>
          <div className="row">
            <Pill tone={tone} icon={icon}>
              {t(label as "referral.stateDraft")}
            </Pill>
            {view.state !== "cancelled" && <PrintReferral id={view.id} draft={view.state === "draft"} />}
          </div>
        </div>
      </header>
      <div className="main">
        {view.state === "cancelled" ? (
          <Banner
            tone="plain"
            icon="x"
            title={t("referral.cancelled")}
            {...(may && {
              action: <ButtonLink to={`/consults/${view.consult_id}/decision`}>{t("referral.toCase")}</ButtonLink>,
            })}
          >
            {t("referral.cancelledText")}
          </Banner>
        ) : null}
        {may && view.state === "signed" && (
          <Banner tone="warn" icon="send" title={t("referral.stateSigned")} live="status" action={main}>
            {t("referral.sendPending")}
          </Banner>
        )}
        <div className={edits ? "ref-cols" : "ref-cols way-first"}>
          <div className="stack">
            <Feedback view={view} />
            {edits && <Edit desk={desk} now={now} state={state} marked={marked} />}
            <Paper state={state} patient={patient} />
            <p className="s noprint">{t("referral.paperMore")}</p>
          </div>
          <aside className="stack noprint">
            <Way view={view} station={may} onDone={() => void desk.reload()} />
            <Where view={view} />
            <Origin view={view} station={may} />
            {may && isOpen(view) && view.movement !== "arrived" && <CancelReferral desk={desk} />}
          </aside>
        </div>
      </div>
      {edits && <StickyFooter left={<ReferralSaved now={now} />}>{main}</StickyFooter>}
    </>
  );
}

function leadText(view: ReferralView): string {
  const hospital = view.to_facility.short_name;
  return [
    view.number === null
      ? t("referral.lead", { hospital })
      : t("referral.leadNumber", { number: view.number, hospital }),
    view.valid_until === null ? "" : t("referral.validUntil", { day: dayText(view.valid_until) }),
  ]
    .filter(Boolean)
    .join(" · ");
}

function Edit({
  desk,
  now,
  state,
  marked,
}: {
  desk: ReferralDesk;
  now: ReferralNow;
  state: ReferralState;
  marked: boolean;
}) {
  const [all, setAll] = useState(false);
  const hospitals = useQuery({
    queryKey: ["hospitals"],
    queryFn: fetchHospitals,
    staleTime: 3_600_000,
    enabled: all,
  });
  const empty = lacking(state).length;
  const around = { desk, state, marked, hospitals: hospitals.data ?? [state.view.to_facility] };
  return (
    <Card
      title={t(empty === 0 ? "referral.leavingTitle" : "referral.missingTitle")}
      aside={
        <Pill tone={empty === 0 ? "ok" : "warn"} icon={empty === 0 ? "check" : "alert"}>
          {empty === 0 ? t("referral.complete") : t("referral.missing", { n: empty })}
        </Pill>
      }
    >
      <div className="stack">
        <AskedLines {...around} />
        <div>
          <Button icon={all ? "up" : "down"} aria-expanded={all} onClick={() => setAll(!all)}>
            {t(all ? "referral.showLess" : "referral.showAll")}
          </Button>
        </div>
        {all && (
          <div className="ref-part">
            <p className="mut">{t("referral.edited")}</p>
            <OtherLines {...around} />
          </div>
        )}
        <ProblemAlert problem={now.problem} />
      </div>
    </Card>
  );
}

function Where({ view }: { view: ReferralView }) {
  return (
    <Card title={t("referral.where")}>
      <div className="stack m">
        <p className="big">{view.to_facility.name}</p>
        <KeyValues
          items={[
            [t("referral.from"), view.from_facility.name],
            [
              t("referral.answeredBy"),
              view.answered_by === null ? (
                t("referral.nobodyAnswered")
              ) : (
                <>
                  {view.answered_by.name}
                  <br />
                  <span className="mut">{t(view.shift_id === null ? "referral.byCall" : "referral.byShift")}</span>
                </>
              ),
            ],
          ]}
        />
      </div>
    </Card>
  );
}

function Origin({ view, station }: { view: ReferralView; station: boolean }) {
  return (
    <Card title={t("referral.origin")}>
      <KeyValues
        items={[
          [
            t("referral.code"),
            station ? (
              <Link href={`/consults/${view.consult_id}/decision`}>{view.consult_code}</Link>
            ) : (
              view.consult_code
            ),
          ],
          [
            t("referral.minutesOf"),
            view.minutes_id === null ? (
              t("referral.noMinutes")
            ) : (
              <Link href={`/consults/${view.consult_id}/minutes`}>
                {view.minutes_number ?? t("referral.minutesUnsigned")}
              </Link>
            ),
          ],
        ]}
      />
    </Card>
  );
}
