/** The roster as a file: out to Excel, paper and calendars; in from the Excel sheet a hospital keeps. */
import { useRef, useState } from "react";

import { useAct } from "@/context/use-act";
import { useCalendarLinks } from "@/context/use-calendar-links";
import { dayText, shortText } from "@/lib/clock";
import { openFile, saveFile } from "@/lib/duty-files";
import { addDays } from "@/lib/days";
import { t, tryT } from "@/lib/i18n";
import { uuid7 } from "@/lib/uuid7";
import { Banner } from "@/ui/banner";
import { Button } from "@/ui/button";
import { CalendarLinks } from "@/ui/calendar-links";
import { CheckCard } from "@/ui/choices";
import { Dialog } from "@/ui/dialog";
import { LoadingRows } from "@/ui/lists";
import { ProblemAlert } from "@/ui/problem-alert";

import { importSheet, type ImportResult, type Period } from "./roster-api";
import { shortDay } from "./roster-words";

const WALL_DAYS = 28;

export function FilesDialog({
  hospital,
  period,
  plans,
  onImport,
  onClose,
}: {
  hospital: string;
  period: Period;
  plans: boolean;
  onImport: () => void;
  onClose: () => void;
}) {
  const act = useAct();
  const links = useCalendarLinks(hospital);
  const [draft, setDraft] = useState(false);
  const query = `from_day=${period.from}&days=${period.days}`;
  const at = `/api/rosters/${hospital}`;
  const span = t("roster.span", { from: shortDay(period.from), to: dayText(addDays(period.from, period.days - 1)) });
  return (
    <Dialog
      open
      title={t("roster.files")}
      onClose={onClose}
      footer={<Button onClick={onClose}>{t("common.close")}</Button>}
    >
      <section className="stack t">
        <h3>{t("roster.filesPaper")}</h3>
        <p className="s">{t("roster.filesPaperText", { span })}</p>
        <div className="row">
          <Button
            icon="print"
            busy={act.busy === "pdf"}
            onClick={() =>
              void act.run("pdf", () =>
                openFile(`${at}/sheet.pdf?from_day=${period.from}&days=${Math.min(WALL_DAYS, period.days)}`),
              )
            }
          >
            {t("roster.printA4")}
          </Button>
        </div>
      </section>
      <section className="stack t">
        <h3>{t("roster.filesExcel")}</h3>
        {plans && <CheckCard label={t("roster.withDraft")} checked={draft} onChange={setDraft} />}
        <div className="row">
          <Button
            icon="download"
            busy={act.busy === "xlsx"}
            onClick={() =>
              void act.run("xlsx", () =>
                saveFile(`${at}/roster.xlsx?${query}${draft ? "&draft=true" : ""}`, `lich-truc-${period.from}.xlsx`),
              )
            }
          >
            {t("roster.exportXlsx")}
          </Button>
          {plans && (
            <>
              <Button
                icon="file"
                busy={act.busy === "template"}
                onClick={() =>
                  void act.run("template", () =>
                    saveFile(`${at}/template.xlsx?${query}`, `mau-lich-truc-${period.from}.xlsx`),
                  )
                }
              >
                {t("roster.template")}
              </Button>
              <Button icon="plus" onClick={onImport}>
                {t("roster.importGo")}
              </Button>
            </>
          )}
        </div>
      </section>
      <section className="stack t">
        <h3>{t("roster.filesCalendar")}</h3>
        <p className="s">{t("roster.filesCalendarText")}</p>
        {links.pending ? (
          <LoadingRows rows={1} />
        ) : (
          <CalendarLinks
            links={links.links ?? []}
            url={links.url}
            busy={links.busy}
            onMake={links.make}
            onRevoke={links.revoke}
          />
        )}
      </section>
      <ProblemAlert problem={act.problem ?? links.problem} />
    </Dialog>
  );
}

export function ImportDialog({
  hospital,
  onTaken,
  onTemplate,
  onClose,
}: {
  hospital: string;
  onTaken: (result: ImportResult) => void;
  onTemplate: () => void;
  onClose: () => void;
}) {
  const act = useAct();
  const pick = useRef<HTMLInputElement>(null);
  const [name, setName] = useState<string | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const take = (file: File) => {
    setName(file.name);
    setResult(null);
    void act.run("import", async () => {
      const answer = await importSheet(hospital, uuid7(), file);
      setResult(answer);
      if (answer.faults.length === 0) onTaken(answer);
    });
  };
  const broken = result !== null && result.faults.length > 0;
  return (
    <Dialog
      open
      wide
      title={t("roster.importTitle")}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t(result !== null && !broken ? "roster.seeDraft" : "common.close")}</Button>
          <Button
            tone={result !== null && !broken ? "plain" : "primary"}
            icon="file"
            busy={act.busy !== null}
            onClick={() => pick.current?.click()}
          >
            {t(name === null ? "roster.pickFile" : "roster.pickAgain")}
          </Button>
        </>
      }
    >
      <input
        ref={pick}
        type="file"
        hidden
        accept=".xlsx"
        aria-label={t("roster.pickFile")}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file, mended, must count as a new choice.
          event.target.value = "";
          if (file) take(file);
        }}
      />
      {name === null && (
        <>
          <p>{t("roster.importText")}</p>
          <p>
            <button type="button" className="ro-link" onClick={onTemplate}>
              {t("roster.importTemplate")}
            </button>
          </p>
        </>
      )}
      {act.busy !== null && <LoadingRows rows={3} />}
      {result !== null && <ImportWords result={result} name={name ?? ""} />}
      <ProblemAlert problem={act.problem} />
    </Dialog>
  );
}

function ImportWords({ result, name }: { result: ImportResult; name: string }) {
  const { faults, more_faults, leave } = result;
  if (faults.length > 0)
    return (
      <>
        <Banner tone="danger" live="alert" title={t("roster.importFaults", { n: faults.length + more_faults })}>
          {t("roster.importNothing", { name })}
        </Banner>
        <ul className="ro-faults">
          {faults.map((fault, n) => (
            <li key={n}>
              <b className="nb">{fault.cell ?? t("roster.importFile")}</b>
              <span>
                {faultText(fault)}
                {fault.sheet !== "" && <small className="ref">{t("roster.importSheet", { name: fault.sheet })}</small>}
              </span>
            </li>
          ))}
        </ul>
        {more_faults > 0 && <p className="s">{t("roster.andMore", { n: more_faults })}</p>}
      </>
    );
  return (
    <>
      <Banner tone="ok" live="status" title={t("roster.importDone", { name })}>
        {t("roster.importCounts", {
          added: result.added,
          removed: result.removed,
          people: result.people,
          days: result.days,
        })}
        {result.past_days > 0 && ` ${t("roster.importPast", { n: result.past_days })}`}
      </Banner>
      {leave.length > 0 && (
        <Banner tone="info" title={t("roster.importLeave", { n: leave.length })}>
          {leave.map(({ person, day }) => `${person.name} ${shortDay(day)}`).join(", ")}. {t("roster.importLeaveText")}
        </Banner>
      )}
    </>
  );
}

function faultText({ code, params }: ImportResult["faults"][number]): string {
  const said = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, readable(value)]));
  return tryT(`rosterImport.${code}`, said) ?? t("rosterImport.other");
}

/** Days and times come as on the wire. */
function readable(value: string | number): string | number {
  if (typeof value === "string" && /^\d{4}-\d\d-\d\d/.test(value))
    return value.length === 10 ? dayText(value) : shortText(value);
  return typeof value === "string" ? (tryT(`specialty.${value}`) ?? value) : value;
}
