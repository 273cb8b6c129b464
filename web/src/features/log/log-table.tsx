/** The rows: dense on a wide screen, cards on a phone. Enter, or a click anywhere in a row, opens its timeline. */
import { useRef } from "react";
import { Link, useLocation, useSearch } from "wouter";

import { shortText, spanText } from "@/lib/clock";
import { t, word } from "@/lib/i18n";
import { ageOfMonths } from "@/lib/patient";
import { useKeys } from "@/ui/key-hint";
import { Icon } from "@/ui/icon";
import { UrgencyTag } from "@/ui/tags";

import { callText, outcomeText, paperText, causeText, verdictLook, wait, type Row } from "./log-state";

export function LogTable({ rows, busy }: { rows: readonly Row[]; busy: boolean }) {
  const [, go] = useLocation();
  // The timeline leads back to these filters and this page.
  const state = { log: useSearch() };
  const body = useRef<HTMLTableSectionElement>(null);
  const walk = (by: 1 | -1) => {
    const links = [...(body.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
  };
  useKeys({ ArrowDown: () => walk(1), ArrowUp: () => walk(-1) });
  return (
    <div className="tw lg-tw" tabIndex={0} role="group" aria-label={t("log.caption")}>
      <table className="t cards lg-table" aria-busy={busy || undefined}>
        <caption className="vh">{t("log.caption")}</caption>
        <colgroup>
          {["98px", "116px", "92px", "auto", "146px", "76px", "134px", "146px"].map((width, at) => (
            <col key={at} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" aria-sort="descending">
              {t("log.colCode")}
            </th>
            <th scope="col">{t("log.colUrgency")}</th>
            <th scope="col">{t("log.colStation")}</th>
            <th scope="col">{t("log.colCase")}</th>
            <th scope="col">{t("log.colAnswer")}</th>
            <th scope="col" className="r">
              {t("log.colWait")}
            </th>
            <th scope="col">{t("log.colOutcome")}</th>
            <th scope="col">{t("log.colVerdict")}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <tr
              key={row.consult_id}
              onClick={(event) => {
                const marked = globalThis.getSelection()?.toString() ?? "";
                if (marked === "" && event.target instanceof Element && !event.target.closest("a")) {
                  go(`/log/${row.consult_id}`, { state });
                }
              }}
            >
              <Cells row={row} state={state} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cells({ row, state }: { row: Row; state: { log: string } }) {
  const age = ageOfMonths(row.subject.age_months, row.subject.age_estimated);
  const sex = row.subject.sex === "unknown" ? "" : word("sex", row.subject.sex);
  const who = [row.patient_mask, [sex, age].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  const late = row.wait_ms !== null && row.wait_ms > row.answer_due_ms;
  const papers = paperText(row);
  const resting = row.outcomes.length === 0 && row.verdict === "live";
  return (
    <>
      <td className="a nb">
        <Link href={`/log/${row.consult_id}`} state={state} className="lg-id" data-row>
          {row.code}
        </Link>
        <small>{shortText(row.sent_at)}</small>
      </td>
      <td className="z">
        <UrgencyTag urgency={row.urgency} />
      </td>
      <td data-l={t("log.colStationShort")}>
        <b>{row.station.short_name.replace(t("log.stationPrefix"), "")}</b>
        <small>{word("specialty", row.specialty)}</small>
      </td>
      <td>
        <span className="mut">{who === "" ? t("patient.unknown") : who}</span>
        <span className="lg-q">{row.masked ? t("log.masked") : row.question}</span>
      </td>
      <td data-l={t("log.colAnswerShort")}>
        <Answered row={row} />
      </td>
      <td className="r" data-l={t("log.colWait")}>
        {row.wait_ms !== null && <span className={late ? "nb lab c-danger" : "nb"}>{wait(row.wait_ms)}</span>}
        {late && <small>{t("log.limit", { span: spanText(row.answer_due_ms) })}</small>}
      </td>
      <td data-l={t("log.colOutcomeShort")}>
        {!resting && outcomeText(row)}
        {papers !== "" && <small>{papers}</small>}
      </td>
      <td className="lg-v">
        <VerdictCell row={row} />
      </td>
    </>
  );
}

/** Who answered; under it who should have, and how many were rung, when that is another story. */
function Answered({ row }: { row: Row }) {
  const { answered_by: by, on_duty: duty } = row;
  const rung = new Set(row.rung.map((one) => one.person.id)).size;
  return (
    <>
      {by ? by.name : <span className="mut">{t("log.nobody")}</span>}
      {by === null && row.wait_ms !== null && <small>{t("log.gaveBack")}</small>}
      {row.call_ms !== null && <small>{t("log.call", { time: callText(row.call_ms) })}</small>}
      {duty !== null && duty.id !== by?.id && <small>{t("log.onDuty", { who: duty.name })}</small>}
      {rung > 1 && <small>{t("log.rung", { n: rung })}</small>}
    </>
  );
}

function VerdictCell({ row }: { row: Row }) {
  const { tone, icon, text } = verdictLook(row);
  return (
    <span className={`lg-verdict ${tone}`}>
      <Icon name={icon} size="sm" />
      <span>
        {text}
        {causeText(row) !== "" && <small>{causeText(row)}</small>}
      </span>
    </span>
  );
}
