/** The station's page: ask for help in one tap, see every open case, what is owed and who answers now. */
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";

import { useOpenConsults } from "@/context/consults";
import { useDuty } from "@/context/duty";
import { usePatients, type PatientView } from "@/context/patients";
import { useMe } from "@/context/session";
import { useFrames, useLink } from "@/context/socket";
import { timeText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t } from "@/lib/i18n";
import { patientTitle } from "@/lib/patient";
import { Banner, Strip } from "@/ui/banner";
import { BigAction } from "@/ui/big-action";
import { Button, ButtonLink } from "@/ui/button";
import { Card, Section } from "@/ui/card";
import { Icon } from "@/ui/icon";
import { DebtList, EmptyState, LoadingRows } from "@/ui/lists";
import { Phones } from "@/ui/phones";

import { CaseRow } from "./case-row";
import { Duty } from "./duty";
import { debtRows, firstCalled, inOrder, type Debt, type Summary } from "./home-state";

import "./home.css";

const Practice = lazy(() => import("./practice"));
const Outbox = lazy(async () => (await import("./later")).fetchOutbox());
const LinkNote = lazy(async () => (await import("./later-link")).fetchLinkNote());

export default function StationHomeScreen() {
  const me = useMe();
  const consults = useOpenConsults();
  const debts = useDebts();
  const duty = useDuty();
  const link = useLink();
  const held = consults.data ?? [];
  const owed = debts.data ?? [];
  const patients = usePatients([...held, ...owed].map((one) => one.patient_id));
  const lostSince = link.kind === "reconnecting" ? link.since : null;
  return (
    <>
      {lostSince !== null && (
        <Strip tone="warn" icon="cloudOff">
          {t("home.offline", { time: timeText(lostSince) })}
        </Strip>
      )}
      <div className="main cols">
        <div className="stack l">
          <h1 className="vh">{t("title.home")}</h1>
          <div className="acts">
            <BigAction to="/request" icon="video" title={t("shell.request")} text={t("home.askText")} />
            <BigAction
              to="/emergency"
              icon="siren"
              title={t("shell.emergency")}
              text={t("home.emergencyText")}
              emergency
            />
          </div>
          <Suspense>
            <Outbox />
          </Suspense>
          {me.grant?.role === "station_nurse" && (
            <Banner tone="info" title={t("consult.nurseTitle")}>
              {t("consult.nurseText")}
            </Banner>
          )}
          <Section
            title={t("home.openCases")}
            aside={held.length > 0 ? <span className="count">{inOrder(held).length}</span> : undefined}
          >
            {lostSince !== null && (
              <p className="saved ho-asof">{t("home.offlineAsOf", { time: timeText(lostSince) })}</p>
            )}
            <Cases
              consults={consults.data}
              failed={consults.isError}
              onRetry={() => void consults.refetch()}
              patients={patients}
              debts={owed}
            />
          </Section>
        </div>
        <aside className="stack">
          {lostSince !== null && (
            <Card title={t("home.offlinePhones")}>
              <div className="stack m">
                {duty.phones.length === 0 ? (
                  <p className="mut">{t("home.noPhones")}</p>
                ) : (
                  <Phones phones={duty.phones} urgent />
                )}
              </div>
            </Card>
          )}
          <Debts debts={debts.data} patients={patients} />
          {lostSince === null && <Duty board={duty.data} failed={duty.isError} phones={duty.phones} />}
          <Suspense>
            <LinkNote />
          </Suspense>
          {me.grant?.role !== "station_nurse" && (
            <Suspense>
              <Practice />
            </Suspense>
          )}
        </aside>
      </div>
    </>
  );
}

function useDebts() {
  const found = useQuery({
    queryKey: ["debts"],
    queryFn: async () => (await ok(api.GET("/api/debts"))).debts,
  });
  // What is owed changes with signatures, decisions and conclusions; each is told of by one of these.
  useFrames((frame) => {
    if (frame.type === "record" || frame.type === "minutes") void found.refetch();
    if (frame.type === "consult" && frame.consult.state !== "waiting") void found.refetch();
  });
  return found;
}

function Cases({
  consults,
  failed,
  onRetry,
  patients,
  debts,
}: {
  consults: readonly Summary[] | undefined;
  failed: boolean;
  onRetry: () => void;
  patients: ReadonlyMap<string, PatientView>;
  debts: readonly Debt[];
}) {
  if (consults === undefined) {
    return failed ? (
      <Banner
        tone="danger"
        title={t("home.loadFailed")}
        live="alert"
        action={
          <Button icon="refresh" onClick={onRetry}>
            {t("common.retry")}
          </Button>
        }
      >
        {t("home.loadFailedText")}
      </Banner>
    ) : (
      <LoadingRows />
    );
  }
  const ordered = inOrder(consults);
  if (ordered.length === 0) {
    return (
      <Card>
        <EmptyState icon="check" title={t("home.firstEmpty")} text={t("home.firstEmptyText")} />
      </Card>
    );
  }
  const called = firstCalled(ordered);
  return (
    <Card flush>
      {ordered.map((one, at) => (
        <CaseRow
          key={one.id}
          consult={one}
          patient={one.patient_id === null ? undefined : patients.get(one.patient_id)}
          debts={debts}
          withLadder={one.id === called?.id}
          main={at === 0}
        />
      ))}
    </Card>
  );
}

const SHOWN = 4;

function Debts({
  debts,
  patients,
}: {
  debts: readonly Debt[] | undefined;
  patients: ReadonlyMap<string, PatientView>;
}) {
  const [all, setAll] = useState(false);
  if (debts === undefined) return null;
  const rows = debtRows(debts, (debt) => {
    const known = debt.patient_id === null ? undefined : patients.get(debt.patient_id);
    return known === undefined || known.full_name === ""
      ? debt.consult_code
      : patientTitle({ ...known, birth_date: null, age_months: null }, NOBODY);
  });
  return (
    <Card
      title={t("home.debts")}
      flush
      aside={rows.length > 0 ? <span className="count">{rows.length}</span> : undefined}
    >
      {rows.length === 0 ? (
        <p className="row nw ho-none">
          <Icon name="check" />
          <span className="mut">{t("home.noDebts")}</span>
        </p>
      ) : (
        <>
          <DebtList debts={all ? rows : rows.slice(0, SHOWN)} label={t("home.debts")} />
          {rows.length > SHOWN && !all && (
            <Button tone="quiet" wide icon="down" onClick={() => setAll(true)}>
              {t("home.moreDebts", { n: rows.length - SHOWN })}
            </Button>
          )}
        </>
      )}
      <ButtonLink to="/follow-ups" tone="quiet" icon="calendar">
        {t("home.toFollowUps")}
      </ButtonLink>
    </Card>
  );
}

/** In a list of debts the name is enough. */
const NOBODY = { sex: "unknown", age_months: null, age_estimated: false } as const;
