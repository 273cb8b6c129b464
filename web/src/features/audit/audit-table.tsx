/** The rows: dense on a wide screen, cards on a phone. A name or a case's code narrows to itself. */
import { serverNow } from "@/lib/clock";
import { t } from "@/lib/i18n";
import { Icon } from "@/ui/icon";
import { Table, type Column } from "@/ui/table";

import { deedOf, isRefused, isUnsealed, thingOf, whenOf, whoOf, whyOf, type Filters, type Row } from "./audit-state";

export function AuditTable({
  rows,
  busy,
  onNarrow,
}: {
  rows: readonly Row[];
  busy: boolean;
  onNarrow: (change: Partial<Filters>) => void;
}) {
  const now = serverNow();
  const columns: readonly Column<Row>[] = [
    {
      key: "at",
      head: t("audit.colAt"),
      card: "key",
      sorted: "descending",
      cell: (row) => (
        <>
          <span className="nb">{whenOf(row.at, now)}</span>
          {isUnsealed(row, now) && <small>{t("audit.unsealed")}</small>}
        </>
      ),
    },
    { key: "who", head: t("audit.colWho"), cell: (row) => <Who row={row} onNarrow={onNarrow} /> },
    { key: "deed", head: t("audit.colDeed"), card: "state", cell: (row) => <Deed row={row} /> },
    { key: "thing", head: t("audit.colThing"), cell: (row) => <Thing row={row} onNarrow={onNarrow} /> },
    { key: "why", head: t("audit.colWhy"), cell: (row) => <WhyCell row={row} /> },
  ];
  return (
    <div className="au-table">
      <Table caption={t("audit.caption")} columns={columns} rows={rows} rowKey={(row) => row.id} busy={busy} />
    </div>
  );
}

function Who({ row, onNarrow }: { row: Row; onNarrow: (change: Partial<Filters>) => void }) {
  const { name, as } = whoOf(row);
  const { person } = row;
  return (
    <>
      {person ? (
        <button
          type="button"
          className="au-link"
          title={t("audit.onlyThis", { name })}
          onClick={() => onNarrow({ person: person.id })}
        >
          {name}
        </button>
      ) : (
        name
      )}
      {as !== "" && <small>{as}</small>}
    </>
  );
}

function Deed({ row }: { row: Row }) {
  const { icon, text } = deedOf(row);
  return (
    <span className={isRefused(row) ? "au-deed c-danger" : "au-deed"}>
      <Icon name={icon} size="sm" />
      {text}
    </span>
  );
}

function Thing({ row, onNarrow }: { row: Row; onNarrow: (change: Partial<Filters>) => void }) {
  const thing = thingOf(row);
  const code = row.case?.code;
  if (code === undefined) return thing;
  return (
    <>
      <button
        type="button"
        className="au-link"
        title={t("audit.onlyCase", { code })}
        onClick={() => onNarrow({ code })}
      >
        {t("audit.theCase", { code })}
      </button>
      {row.entity !== "consult" && <small>{thing}</small>}
    </>
  );
}

function WhyCell({ row }: { row: Row }) {
  const { text, words, tone } = whyOf(row);
  if (text === "" && words === null) return null;
  const look = tone === "danger" ? "lab c-danger" : tone === "warn" ? "lab c-warn" : undefined;
  return (
    <>
      {text !== "" && <span className={look}>{text}</span>}
      {words !== null && <small className="au-words">{t("audit.quoted", { words })}</small>}
    </>
  );
}
