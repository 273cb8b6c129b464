/** Who answers now, in words, with the telephone numbers below. */
import { t, word } from "@/lib/i18n";
import { Card } from "@/ui/card";
import { Icon } from "@/ui/icon";
import { LoadingRows } from "@/ui/lists";
import { Phones } from "@/ui/phones";

import { dutyRows, dutyUntil, type DutyRow } from "./home-state";

import type { Phone } from "@/lib/kept-phones";
import type { Schema } from "@/wire/schema";

export function Duty({
  board,
  failed,
  phones,
}: {
  board: Schema<"DutyBoard"> | undefined;
  failed: boolean;
  phones: readonly Phone[];
}) {
  return (
    <Card
      title={t("home.duty")}
      aside={board && board.lines.length > 0 ? <small>{dutyUntil(board)}</small> : undefined}
    >
      <div className="stack m">
        {board === undefined && (failed ? <p className="mut">{t("home.dutyFailed")}</p> : <LoadingRows rows={4} />)}
        {board !== undefined && (
          <>
            <h3>{board.hospital.name}</h3>
            {board.lines.length === 0 ? (
              <p className="mut">{t("home.dutyEmpty")}</p>
            ) : (
              <ul className="duty">
                {dutyRows(board).map((row) => (
                  <Line key={row.key} row={row} />
                ))}
              </ul>
            )}
          </>
        )}
        <Phones phones={phones} />
      </div>
    </Card>
  );
}

function Line({ row }: { row: DutyRow }) {
  const [icon, look, words] =
    row.confirmed === null
      ? (["minus", "mut", t("home.dutyNobody")] as const)
      : row.confirmed
        ? (["check", "c-ok", t("home.dutyConfirmed")] as const)
        : (["clock", "c-warn", t("home.dutyUnconfirmed")] as const);
  return (
    <li>
      <span className={look}>
        <Icon name={icon} />
      </span>
      <span className="sp">
        {row.specialty === "leader" ? t("home.dutyLeader") : word("specialty", row.specialty)}
        {row.names !== "" && <small>{row.names}</small>}
      </span>
      <span className="mut">{words}</span>
    </li>
  );
}
