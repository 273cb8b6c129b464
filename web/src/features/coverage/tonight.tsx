/** “Đêm nay có ai trả lời không?”: the answer as a sentence, then each specialty, worst first, with who is next. */
import { useState } from "react";

import { useAct } from "@/context/use-act";
import { numberText, serverNow, timeText, waitText, whenText } from "@/lib/clock";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Button, ButtonLink } from "@/ui/button";
import { Icon } from "@/ui/icon";
import { ProblemAlert } from "@/ui/problem-alert";
import { Table, type Column } from "@/ui/table";
import { toast } from "@/ui/toast";

import { ICONS, isGap, troubles, type Coverage, type Line, type State } from "./coverage-state";

const NAMED_IN_SENTENCE = 3;
const FEW = 8;

export function TonightPanel({ coverage }: { coverage: Coverage }) {
  const { tonight } = coverage;
  const [all, setAll] = useState(false);
  const act = useAct();
  const counts: readonly (readonly [State, number, string])[] = [
    ["confirmed", tonight.confirmed, t("coverage.countConfirmed")],
    ["named", tonight.unconfirmed, t("coverage.countNamed")],
    ["backup", tonight.backup, t("coverage.countBackup")],
    ["empty", tonight.empty, t("coverage.countEmpty")],
  ];
  const shown = all ? tonight.lines : tonight.lines.slice(0, FEW);
  return (
    <section className="card flush co-night" aria-labelledby="co-question">
      <div className="co-say">
        <div>
          <p className="s">
            {t("coverage.spanNow", {
              from: whenText(tonight.starts_at),
              to: whenText(tonight.ends_at),
              now: timeText(coverage.at),
            })}
          </p>
          <h2 id="co-question">
            {t("coverage.question")} <span className={`co-${tonight.answer}`}>{answerText(coverage)}</span>
          </h2>
        </div>
        <ul className="co-counts">
          {counts.map(
            ([state, count, label]) =>
              (count > 0 || state !== "backup") && (
                <li key={state} className={count > 0 ? `co-n is-${state}` : "co-n none"}>
                  <b className="num">{numberText(count)}</b> {label}
                </li>
              ),
          )}
        </ul>
      </div>
      <Table
        caption={t("coverage.tonight")}
        columns={columns(act)}
        rows={shown}
        rowKey={(line) => `${line.hospital.id}/${line.specialty}`}
      />
      <ProblemAlert problem={act.problem} />
      {tonight.lines.length > FEW && (
        <div className="co-more">
          <Button onClick={() => setAll(!all)}>
            {all ? t("coverage.showFew") : t("coverage.showAll", { n: numberText(tonight.lines.length) })}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Names first, when nobody need have confirmed yet; else what is missing, worst first. */
export function answerText({ tonight, at }: Coverage): string {
  const n = numberText(tonight.lines.length);
  switch (tonight.answer) {
    case "yes":
      return t("coverage.yes", { n });
    case "named":
      return new Date(at) < new Date(tonight.confirming_from)
        ? t("coverage.named", { n, when: whenText(tonight.confirming_from) })
        : t("coverage.namedNow", { n, m: numberText(tonight.unconfirmed) });
    case "no": {
      const { empty, late } = troubles(tonight.lines);
      const said = [...empty.map((line) => say(line, "empty")), ...late.map((line) => say(line, "late"))];
      const rest = said.length - NAMED_IN_SENTENCE;
      const listed = said.slice(0, NAMED_IN_SENTENCE);
      return t("coverage.no", {
        what: rest > 0 ? `${listed.join(", ")} ${t("coverage.andMore", { n: rest })}` : listed.join(", "),
      });
    }
  }
}

function say(line: Line, how: "empty" | "late"): string {
  const params = { specialty: word("specialty", line.specialty), hospital: line.hospital.short_name };
  return how === "empty" ? t("coverage.emptyOne", params) : t("coverage.lateOne", params);
}

function columns(act: ReturnType<typeof useAct>): readonly Column<Line>[] {
  return [
    {
      key: "specialty",
      head: t("coverage.specialty"),
      card: "key",
      cell: (line) => (
        <>
          <b>{word("specialty", line.specialty)}</b>
          <small className="co-sub">{line.hospital.short_name}</small>
        </>
      ),
    },
    {
      key: "state",
      head: t("coverage.tonight"),
      card: "state",
      cell: (line) => <StateMark state={line.status} due={line.status === "named" && line.late_ms === null} />,
    },
    { key: "first", head: t("coverage.first"), cell: (line) => <First line={line} /> },
    { key: "channels", head: t("coverage.channels"), cell: (line) => <Checks line={line} /> },
    { key: "next", head: t("coverage.next"), cell: (line) => nextText(line) },
    { key: "act", head: t("coverage.act"), cell: (line) => <Act line={line} act={act} /> },
  ];
}

/** `due`: named, and the hour at which they confirm has not come. */
export function StateMark({ state, due = false }: { state: State; due?: boolean }) {
  return (
    <span className={`co-mark is-${due ? "due" : state}`}>
      <Icon name={ICONS[state]} size="sm" />
      {due ? t("coverage.due") : word("coverState", state)}
    </span>
  );
}

function First({ line }: { line: Line }) {
  const { status, person, confirmed_at, late_ms, armed_at } = line;
  if (person === null) {
    return (
      <b className="c-danger">{status === "unpublished" ? t("coverage.notPublished") : t("coverage.nobodyNamed")}</b>
    );
  }
  return (
    <>
      {person.name}
      <small className={late_ms === null ? "co-sub" : "co-sub c-danger"}>
        {confirmed_at !== null
          ? t("coverage.confirmedAt", { time: timeText(confirmed_at) })
          : late_ms !== null && t("coverage.lateBy", { time: waitText(late_ms) })}
      </small>
      {armed_at !== null && <small className="co-sub">{t("coverage.armed", { time: timeText(armed_at) })}</small>}
    </>
  );
}

function Checks({ line }: { line: Line }) {
  if (line.checks.length === 0) return line.confirmed_at === null ? null : <small>{t("coverage.noChecks")}</small>;
  return (
    <ul className="co-checks">
      {line.checks.map(({ channel, state, took_ms }) => {
        const name = word("coverChannel", channel);
        const came = state === "delivered" || state === "seen";
        const text = came
          ? took_ms === null
            ? t("coverCheck.okNow", { channel: name })
            : t("coverCheck.ok", { channel: name, time: numberText(took_ms / 1000, 1) })
          : t(state === "queued" ? "coverCheck.waiting" : "coverCheck.bad", { channel: name });
        return (
          <li key={channel} className={came ? "ok" : state === "queued" ? "mut" : "c-danger"}>
            <Icon name={came ? "check" : state === "queued" ? "clock" : "x"} size="sm" />
            {text}
          </li>
        );
      })}
    </ul>
  );
}

function nextText({ next, hospital }: Line): string {
  if (next.length === 0) return t("coverage.nextNone");
  return next
    .slice(0, 2)
    .map((step) => {
      const kind = word("coverNext", step.kind);
      const who =
        step.people > 1 || step.person === null ? t("coverage.nextPeople", { kind, n: step.people }) : step.person.name;
      return step.hospital.id === hospital.id
        ? who
        : t("coverage.nextElse", { who, hospital: step.hospital.short_name });
    })
    .join(", ");
}

function Act({ line, act }: { line: Line; act: ReturnType<typeof useAct> }) {
  const nudge = () =>
    void act.run(`nudge ${line.hospital.id} ${line.specialty}`, async () => {
      const starts_at = line.parts.find(({ state }) => isGap(state))?.starts_at ?? new Date(serverNow()).toISOString();
      const body = { hospital_id: line.hospital.id, specialty: line.specialty, starts_at };
      const { told } = await ok(api.POST("/api/coverage/nudge/{id}", { params: { path: { id: uuid7() } }, body }));
      toast(toldText(told));
    });
  if (!isGap(line.status)) return null;
  if (line.may_plan) {
    const roster = `/roster?hospital=${line.hospital.id}&show=${line.specialty}`;
    return <ButtonLink to={roster}>{t("coverage.fill")}</ButtonLink>;
  }
  return (
    <Button busy={act.busy === `nudge ${line.hospital.id} ${line.specialty}`} onClick={nudge}>
      {t("coverage.nudge")}
    </Button>
  );
}

export const toldText = (told: readonly { readonly name: string }[]): string =>
  told.length === 0
    ? t("coverage.nudgedNobody")
    : t("coverage.nudged", { who: told.map(({ name }) => name).join(", ") });
