/** One consult, second by second: the finding first, then what happened and why each person was asked. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Link } from "wouter";

import { useMe } from "@/context/session";
import { useFrames } from "@/context/socket";
import { dateText, secondText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { ageOfMonths } from "@/lib/patient";
import { Button } from "@/ui/button";
import { Channels } from "@/ui/channels";
import { Icon, type IconName } from "@/ui/icon";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";
import { StateTag, UrgencyTag, type Tone } from "@/ui/tags";

import { factsOf, findingOf, type Finding } from "./finding";
import { LinkCurve } from "./link-curve";
import { isOpen, linesOf, offsetText, PHASES, whyHereText, type Line, type Timeline } from "./timeline-state";

import type { ConsultId } from "@/wire/ids";
import type { Schema } from "@/wire/schema";

import "./timeline.css";

/** A case still open is looked at again; managers get no news by socket. */
const LOOK_EVERY_MS = 10_000;

export default function TimelineScreen({ id }: { id: ConsultId }) {
  const queries = useQueryClient();
  const timeline = useQuery({
    queryKey: ["timeline", id],
    queryFn: ({ signal }) => ok(api.GET("/api/log/{id}", { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data && isOpen(state.data.row) ? LOOK_EVERY_MS : false),
  });
  useFrames((frame) => {
    const about = frame.type === "consult" ? frame.consult.id : frame.type === "record" ? frame.consult : null;
    if (about === id) void queries.invalidateQueries({ queryKey: ["timeline", id] });
  });
  const { data } = timeline;
  if (data === undefined) {
    return (
      <div className="main tl-page">
        {timeline.error ? (
          <ProblemAlert problem={timeline.error} onRetry={() => void timeline.refetch()} />
        ) : (
          <LoadingRows rows={8} />
        )}
      </div>
    );
  }
  return (
    <div className="main tl-page">
      <Head timeline={data} />
      {timeline.error !== null && <ProblemAlert problem={timeline.error} onRetry={() => void timeline.refetch()} />}
      <FindingCard finding={findingOf(data)} />
      <dl className="tl-facts">
        {factsOf(data).map(({ key, value, label }) => (
          <div key={key}>
            <dd>{value}</dd>
            <dt>{label}</dt>
          </div>
        ))}
      </dl>
      <div className="tl-cols">
        <Lines lines={linesOf(data)} />
        <div className="stack">
          <LinkCurve points={data.link} entries={data.entries} written={data.row.call_ms === null} />
          <People timeline={data} />
          <Papers timeline={data} />
          <p className="s">{t("timeline.kept")}</p>
        </div>
      </div>
    </div>
  );
}

function Head({ timeline: { row } }: { timeline: Timeline }) {
  // Back to the filters one came from.
  const [from] = useState(() => (history.state as { log?: string } | null)?.log ?? "");
  const age = ageOfMonths(row.subject.age_months, row.subject.age_estimated);
  const sex = row.subject.sex === "unknown" ? "" : word("sex", row.subject.sex);
  return (
    <div className="page-head">
      <div className="sp">
        <p className="s noprint">
          <Link href={from === "" ? "/log" : `/log?${from}`} className="tl-back">
            <Icon name="left" size="sm" /> {t("title.log")}
          </Link>
        </p>
        <h1 tabIndex={-1}>{t("timeline.heading", { code: row.code })}</h1>
        <p className="row tl-sub">
          <UrgencyTag urgency={row.urgency} />
          <span className="mut">
            {[
              row.station.short_name,
              word("specialty", row.specialty),
              row.patient_mask,
              [sex, age].filter(Boolean).join(" "),
              dateText(row.sent_at),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </p>
        <p className="tl-q">{row.masked ? t("consent.masked") : row.question}</p>
      </div>
      <Button icon="print" className="noprint" onClick={() => globalThis.print()}>
        {t("timeline.print")}
      </Button>
    </div>
  );
}

const SIGN: Readonly<Record<Finding["tone"], IconName>> = {
  ok: "check",
  warn: "alert",
  danger: "x",
  plain: "info",
};

const sentenceCase = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function FindingCard({ finding }: { finding: Finding }) {
  return (
    <section className={`tl-verdict ${finding.tone}`} aria-label={t("timeline.verdict")}>
      <p className="s">
        <b>
          <Icon name={SIGN[finding.tone]} size="sm" /> {t("timeline.verdict")}
        </b>{" "}
        · {t("timeline.derived")}
      </p>
      <h2>{finding.sentence}</h2>
      {finding.causes.map((cause) => (
        <p key={cause}>{sentenceCase(cause)}</p>
      ))}
      <p>
        {finding.more} {finding.owed !== "" && <b className="c-danger">{t("timeline.owed", { what: finding.owed })}</b>}
      </p>
    </section>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  const [seen, setSeen] = useState(lines.length);
  const end = useRef<HTMLParagraphElement>(null);
  const fresh = lines.length - seen;
  return (
    <section className="card tl-card" aria-label={t("timeline.lines")}>
      {fresh > 0 && (
        <div className="tl-fresh noprint" role="status">
          <Button
            size="compact"
            tone="primary"
            icon="down"
            onClick={() => {
              setSeen(lines.length);
              end.current?.scrollIntoView({ block: "center" });
            }}
          >
            {t("timeline.fresh", { n: fresh })}
          </Button>
        </div>
      )}
      {PHASES.map((phase) => {
        const own = lines.filter((line) => line.phase === phase);
        if (own.length === 0) return null;
        return (
          <section key={phase} aria-labelledby={`tl-${phase}`}>
            <h3 id={`tl-${phase}`}>{t(`timeline.phase_${phase}`)}</h3>
            <ol>
              {own.map((line) => (
                <li key={line.key} className={`tl-line ${line.tone}`}>
                  <time dateTime={line.at}>{secondText(line.at)}</time>
                  <span className="tl-off">{offsetText(line.offsetMs)}</span>
                  <span className="tl-ico">
                    <Icon name={line.icon} size="sm" />
                  </span>
                  <div>
                    <b>{line.title}</b>
                    {line.why !== "" && <p>{line.why}</p>}
                    <Channels channels={line.reached} />
                  </div>
                </li>
              ))}
            </ol>
          </section>
        );
      })}
      <p ref={end} />
    </section>
  );
}

function People({ timeline: { participants, row } }: { timeline: Timeline }) {
  return (
    <section className="card flush" aria-labelledby="tl-people">
      <h2 id="tl-people" className="tl-h">
        {t("timeline.people")}
      </h2>
      <ul className="tl-list">
        {participants.map((here) => (
          <li key={`${here.person.id}/${here.role}`}>
            <b>{here.person.name}</b>
            <small>
              {here.facility.short_name} · {whyHereText(here, row)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Paper = Schema<"PaperRef">;

const PAPER_TONE: Readonly<Record<string, readonly [Tone, IconName]>> = {
  draft: ["off", "pen"],
  signing: ["warn", "sign"],
  signed: ["ok", "check"],
  sent: ["ok", "send"],
  cancelled: ["off", "x"],
};

function Papers({ timeline: { papers, row } }: { timeline: Timeline }) {
  const { place } = useMe();
  if (papers.length === 0) return null;
  // A manager reads signed minutes; the referral is for those who treat.
  const opens = ({ kind, state }: Paper) => place !== "manager" || (kind === "minutes" && state === "signed");
  return (
    <section className="card flush" aria-labelledby="tl-papers">
      <h2 id="tl-papers" className="tl-h">
        {t("timeline.papers")}
      </h2>
      <ul className="tl-list">
        {papers.map((paper) => {
          const name = t(`timeline.paper_${paper.kind}`);
          const said = paper.number === null ? name : t("timeline.paperNumber", { name, number: paper.number });
          const to = paper.kind === "minutes" ? `/consults/${row.consult_id}/minutes` : `/referrals/${paper.id}`;
          const [tone, icon] = PAPER_TONE[paper.state] ?? (["off", "info"] as const);
          return (
            <li key={paper.id} className="row">
              <span className="sp">{opens(paper) ? <Link href={to}>{said}</Link> : <b>{said}</b>}</span>
              <StateTag tone={tone} icon={icon}>
                {word("paperState", paper.state)}
              </StateTag>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
