/** A dense table that turns into cards below 720 px: key at the left, state at the right, then labelled lines. */
import type { ReactNode } from "react";

export interface Column<R> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: R) => ReactNode;
  /** `key`: first line of a card. `state`: top right of a card. `hidden`: not on cards. */
  readonly card?: "key" | "state" | "hidden";
  readonly numeric?: boolean;
  readonly sorted?: "ascending" | "descending";
  readonly onSort?: () => void;
}

export function Table<R>({
  caption,
  columns,
  rows,
  rowKey,
  busy = false,
}: {
  caption: string;
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  /** Loading again: the old rows stay, dimmed. */
  busy?: boolean;
}) {
  return (
    <div className="tw" tabIndex={0} role="group" aria-label={caption}>
      <table className="t cards" aria-busy={busy || undefined}>
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.numeric ? "r" : undefined} aria-sort={column.sorted}>
                {column.onSort ? (
                  <button type="button" onClick={column.onSort}>
                    {column.head}
                  </button>
                ) : (
                  column.head
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td key={column.key} className={cellClass(column)} data-l={column.card ? undefined : column.head}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cellClass<R>({ card, numeric }: Column<R>): string | undefined {
  const place = card === "key" ? "a" : card === "state" ? "z" : card === "hidden" ? "hide" : "";
  return [place, numeric ? "r" : ""].filter(Boolean).join(" ") || undefined;
}
