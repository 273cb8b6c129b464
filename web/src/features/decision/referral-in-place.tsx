/** The referral inside the decision: only what is still empty as inputs, the rest on demand, then signed and sent. */
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";

import { useMe } from "@/context/session";
import { useReferral } from "@/context/use-referral";
import { fetchHospitals } from "@/lib/hospitals";
import { t, word } from "@/lib/i18n";
import { diagnosisText, lacking, shownText } from "@/lib/referral-state";
import { Banner } from "@/ui/banner";
import { Button, ButtonLink } from "@/ui/button";
import { Card } from "@/ui/card";
import { KeyValues, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { AskedLines, OtherLines, ReferralSaved } from "@/ui/referral-form";
import { SignAndSend } from "@/ui/referral-signing";
import { StickyFooter } from "@/ui/sticky-footer";
import { Pill } from "@/ui/tags";

import type { ReferralView } from "@/lib/referral-state";

export function ReferralInPlace({
  id,
  may,
  patient,
  followed,
  above,
  below,
}: {
  id: string;
  may: boolean;
  patient: string;
  /** It was open already: none was made. */
  followed: boolean;
  above: ReactNode;
  below?: ReactNode;
}) {
  const me = useMe();
  const { desk, now } = useReferral(id);
  const [all, setAll] = useState(false);
  const [marked, setMarked] = useState(false);
  const hospitals = useQuery({
    queryKey: ["hospitals"],
    queryFn: fetchHospitals,
    staleTime: 3_600_000,
    enabled: all,
  });
  const { state } = now;
  const page = (paper: ReactNode) => (
    <div className="main narrow">
      {above}
      {paper}
      {below}
    </div>
  );
  if (state === null) {
    if (now.problem === null) return page(<LoadingRows />);
    return page(<ProblemAlert problem={now.problem} onRetry={() => void desk.reload()} />);
  }
  const { view } = state;
  const open = (
    <ButtonLink tone={view.state === "sent" ? "primary" : "plain"} icon="file" to={`/referrals/${view.id}`}>
      {t("decision.openReferral")}
    </ButtonLink>
  );
  if (view.state === "cancelled") {
    return page(
      <Banner tone="plain" title={t("referral.cancelled")} action={open}>
        {t("referral.cancelledText")}
      </Banner>,
    );
  }
  const follow = followed && (
    <Banner
      tone="info"
      icon="truck"
      title={t("decision.followTitle", { hospital: view.to_facility.short_name })}
      live="status"
      {...(view.state !== "sent" && { action: open })}
    >
      {t("decision.followText")}
    </Banner>
  );
  const main = (
    <SignAndSend desk={desk} state={state} name={me.name} patient={patient} onLacking={() => setMarked(true)} />
  );
  if (view.state !== "draft" || !may) {
    const title =
      view.state === "sent"
        ? t("decision.referralSent", { number: view.number ?? "", hospital: view.to_facility.short_name })
        : t(view.state === "signed" ? "referral.stateSigned" : "referral.stateDraft");
    return page(
      <>
        {follow}
        <Banner
          tone={view.state === "sent" ? "ok" : "info"}
          icon="truck"
          live="status"
          title={title}
          action={
            <>
              {may && main}
              {open}
              {view.state === "sent" && (
                <ButtonLink icon="home" to="/">
                  {t("decision.home")}
                </ButtonLink>
              )}
            </>
          }
        >
          {view.state === "signed" && t("referral.sendPending")}
        </Banner>
      </>,
    );
  }
  const empty = lacking(state).length;
  const around = { desk, state, marked, hospitals: hospitals.data ?? [view.to_facility] };
  return (
    <>
      {page(
        <>
          {follow}
          <Card
            title={t("decision.referralHead")}
            aside={
              <Pill tone={empty === 0 ? "ok" : "warn"} icon={empty === 0 ? "check" : "alert"}>
                {empty === 0 ? t("referral.complete") : t("referral.missing", { n: empty })}
              </Pill>
            }
          >
            <div className="stack">
              <KeyValues
                wide
                items={[
                  [word("referralField", "to_facility_id"), <b key="to">{view.to_facility.name}</b>],
                  [word("referralField", "diagnosis"), diagnosisText(state)],
                  [word("referralField", "clinical_signs"), source(view)],
                  [
                    word("referralField", "transfer_reason"),
                    word("transferReason", shownText(state, "transfer_reason")),
                  ],
                ]}
              />
              <div className="ref-part">
                <AskedLines {...around} />
              </div>
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
        </>,
      )}
      <StickyFooter
        left={
          <>
            <ButtonLink to="/">{t("decision.later")}</ButtonLink>
            <ReferralSaved now={now} />
          </>
        }
      >
        {main}
      </StickyFooter>
    </>
  );
}

function source(view: ReferralView): string {
  if (view.minutes_number !== null) return t("referral.fromMinutes", { number: view.minutes_number });
  return t(view.minutes_id === null ? "referral.fromRequest" : "referral.fromMinutesUnsigned");
}
