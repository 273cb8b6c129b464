/** One account: its roles drawn over a year, how it signs in, and what its administrator may do. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";

import { dateText, dayText, isoDay, numberText, serverNow, shortText } from "@/lib/clock";
import { endText, stateOn } from "@/lib/days";
import { t, word } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { DayBars } from "@/ui/day-bars";
import { Icon } from "@/ui/icon";
import { EmptyState, KeyValues, LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { Acts, type ActName } from "./acts";
import { readPerson, type Grant, type Person } from "./people-api";
import { daysText, endable, factorText, grantRows, grantText, roleText, seenText, sourceText } from "./people-state";
import { StatusTag } from "./status-tag";

import type { PersonId } from "@/wire/ids";

import "./people.css";

export default function PersonScreen({ id }: { id: PersonId }) {
  const queries = useQueryClient();
  const person = useQuery({ queryKey: ["person", id], queryFn: ({ signal }) => readPerson(id, signal) });
  const [act, setAct] = useState<ActName | null>(null);
  const [ending, setEnding] = useState<Grant | null>(null);
  const keep = (now: Person) => {
    queries.setQueryData(["person", id], now);
    void queries.invalidateQueries({ queryKey: ["people"] });
  };
  const { data } = person;
  if (data === undefined) {
    return (
      <div className="main">
        {person.error ? (
          <ProblemAlert problem={person.error} onRetry={() => void person.refetch()} />
        ) : (
          <LoadingRows rows={8} />
        )}
      </div>
    );
  }
  return (
    <div className="main pp-page">
      <Head person={data} onAct={setAct} />
      {person.error !== null && <ProblemAlert problem={person.error} onRetry={() => void person.refetch()} />}
      <Notice person={data} onAct={setAct} />
      <div className="pp-cols">
        <Dates person={data} onEnd={setEnding} onGive={() => setAct("give")} />
        <Account person={data} onAct={setAct} />
      </div>
      <Acts
        person={data}
        act={act}
        ending={ending}
        onKeep={keep}
        onStale={() => void person.refetch()}
        onClose={() => {
          setAct(null);
          setEnding(null);
        }}
      />
    </div>
  );
}

function Head({ person, onAct }: { person: Person; onAct: (act: ActName) => void }) {
  // Back to the filters one came from.
  const [from] = useState(() => (history.state as { people?: string } | null)?.people ?? "");
  return (
    <div className="page-head">
      <div className="sp">
        <p className="s">
          <Link href={from === "" ? "/people" : `/people?${from}`} className="pp-back">
            <Icon name="left" size="sm" /> {t("people.back")}
          </Link>
        </p>
        <div className="row">
          <h1 tabIndex={-1}>{person.name}</h1>
          <StatusTag status={person.status} />
        </div>
        <p className="mut">
          {[
            word("profession", person.profession),
            person.license_no === null ? "" : t("people.license", { number: person.license_no }),
            t("people.username", { name: person.username }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      <div className="row pp-acts">
        {person.may_keep && (
          <Button icon="pen" onClick={() => onAct("edit")}>
            {t("people.edit")}
          </Button>
        )}
        {person.may_give && (
          <Button tone="primary" icon="plus" onClick={() => onAct("give")}>
            {t("people.giveRole")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What stands in this person's way, with the one act that helps. */
function Notice({ person, onAct }: { person: Person; onAct: (act: ActName) => void }) {
  const until = person.invitation_expires_at === null ? "" : shortText(person.invitation_expires_at);
  const again = person.may_keep && (
    <Button icon="send" onClick={() => onAct("invite")}>
      {t(person.status === "uninvited" ? "people.inviteNew" : "people.inviteAgain")}
    </Button>
  );
  switch (person.status) {
    case "uninvited":
      return (
        <Banner tone="warn" icon="send" action={again}>
          {t("people.waitUninvited")}
        </Banner>
      );
    case "invited":
      return (
        <Banner tone="info" icon="clock" action={again}>
          {t("people.waitInvited", { when: until })}
        </Banner>
      );
    case "invitation_expired":
      return (
        <Banner tone="warn" action={again}>
          {t("people.waitExpired", { when: until })}
        </Banner>
      );
    case "disabled":
      return (
        <Banner
          tone="plain"
          icon="lock"
          action={person.may_close && <Button onClick={() => onAct("enable")}>{t("people.enable")}</Button>}
        >
          {t("people.disabledSince", {
            when: person.disabled_at === null ? "" : dateText(person.disabled_at),
            reason: word("disabledReason", person.disabled_reason ?? ""),
          })}
        </Banner>
      );
    case "active":
    case "rotating":
      return person.may_keep && !person.may_close ? (
        <Banner tone="info">{t("people.own")}</Banner>
      ) : person.may_keep ? null : (
        <Banner tone="info">
          {t(person.second_factor === null ? "people.accountElsewhere" : "people.accountAbove")}
        </Banner>
      );
  }
}

function Dates({ person, onEnd, onGive }: { person: Person; onEnd: (grant: Grant) => void; onGive: () => void }) {
  const today = isoDay(serverNow());
  const { live, past } = grantRows(person.grants, today);
  return (
    <Card title={t("people.datesHeading")}>
      <p className="s pp-lead">{t("people.datesLead")}</p>
      {live.length === 0 ? (
        <EmptyState
          icon="key"
          title={t("people.noGrants")}
          {...(person.may_give && {
            text: t("people.noGrantsText"),
            action: (
              <Button icon="plus" onClick={onGive}>
                {t("people.giveRole")}
              </Button>
            ),
          })}
        />
      ) : (
        <DayBars
          label={t("people.datesHeading")}
          today={today}
          todayLabel={t("people.today", { day: dayText(today).slice(0, 5) })}
          rows={live.flatMap((grants) => {
            const [first] = grants;
            if (first === undefined) return [];
            const end = endable(grants, today);
            return {
              key: first.id,
              head: <GrantHead grants={grants} today={today} />,
              bars: grants.flatMap((grant) => {
                const state = stateOn(today, grant.valid_from, grant.valid_to);
                return state === "withdrawn"
                  ? []
                  : { key: grant.id, from: grant.valid_from, end: grant.valid_to, state, label: barText(grant) };
              }),
              ...(end !== null && {
                action: (
                  <Button
                    size="compact"
                    aria-label={t(isPlanned(end, today) ? "people.withdrawThis" : "people.endThis", {
                      what: grantText(end),
                    })}
                    onClick={() => onEnd(end)}
                  >
                    {t(isPlanned(end, today) ? "people.withdraw" : "people.end")}
                  </Button>
                ),
              }),
            };
          })}
        />
      )}
      {past.length > 0 && (
        <details className="more pp-past">
          <summary>{t("people.past", { n: numberText(past.length) })}</summary>
          <ul className="stack m">
            {past.map((grant) => (
              <li key={grant.id}>
                <b>{grantText(grant)}</b>
                <GrantDays grant={grant} today={today} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

const isPlanned = (grant: Grant, today: string): boolean => grant.valid_from > today;

function GrantHead({ grants, today }: { grants: readonly Grant[]; today: string }) {
  const [first] = grants;
  if (first === undefined) return null;
  return (
    <>
      <b>{roleText(first)}</b>
      <small>{first.facility.short_name}</small>
      {grants.map((grant) => (
        <GrantDays key={grant.id} grant={grant} today={today} />
      ))}
    </>
  );
}

function GrantDays({ grant, today }: { grant: Grant; today: string }) {
  const state = stateOn(today, grant.valid_from, grant.valid_to);
  return (
    <small>
      {[
        daysText(grant, state),
        sourceText(grant),
        grant.given_by === null ? "" : t("people.givenBy", { name: grant.given_by.name }),
      ]
        .filter(Boolean)
        .join(" · ")}
    </small>
  );
}

/** Short: the row's head has the rest. */
function barText({ valid_from, valid_to }: Grant): string {
  const from = dayText(valid_from);
  return valid_to === null ? t("people.dayOpen", { from }) : `${from.slice(0, 5)} – ${endText(valid_to).slice(0, 5)}`;
}

function Account({ person, onAct }: { person: Person; onAct: (act: ActName) => void }) {
  const working = person.status === "active" || person.status === "rotating";
  const bare = person.second_factor === "none" && working;
  return (
    <Card title={t("people.account")}>
      <div className="pp-account">
        <KeyValues
          items={[
            [t("people.factFacility"), person.facility?.short_name ?? "–"],
            [t("people.factOf"), <span className={bare ? "pp-bare" : undefined}>{factorText(person)}</span>],
            [
              t("people.factPassword"),
              person.password_set_at === null
                ? t(working ? "people.factPasswordSet" : "people.factPasswordNone")
                : dateText(person.password_set_at),
            ],
            [t("people.factSeen"), seenText(person.seen_at)],
            [
              t("people.factShifts"),
              person.coming_shifts === 0
                ? t("people.factShiftsNone")
                : t("people.factShiftsN", { n: numberText(person.coming_shifts) }),
            ],
            [t("people.factCreated"), person.created_at === null ? "–" : dateText(person.created_at)],
          ]}
        />
        {person.may_keep && person.status !== "disabled" && (
          <div className="stack m">
            {working && (
              <Button wide icon="key" onClick={() => onAct("reset")}>
                {t("people.inviteReset")}
              </Button>
            )}
            {person.second_factor !== "none" && person.second_factor !== null && (
              <Button wide icon="shield" onClick={() => onAct("factor")}>
                {t("people.resetFactor")}
              </Button>
            )}
            <Button wide icon="leave" onClick={() => onAct("out")}>
              {t("people.signOut")}
            </Button>
            {person.may_close && (
              <Button wide tone="out-danger" icon="lock" onClick={() => onAct("disable")}>
                {t("people.disable")}
              </Button>
            )}
          </div>
        )}
      </div>
    </Card>
  );
}
