/** The ladder of one consult with its running clocks, from the rows that lib/ladder reads. */
import { channelsText } from "@/lib/channels";
import { t } from "@/lib/i18n";

import { useNow } from "./clock";
import { Ladder } from "./ladder";

import type { LadderRow, ReadLadder } from "@/lib/ladder";
import type { ReactNode } from "react";

/** `read` is asked again each second, because later steps say how long until their turn. */
export function ConsultLadder({ read, emergency = false }: { read: (now: number) => ReadLadder; emergency?: boolean }) {
  const { rows, announce } = read(useNow(1000));
  return (
    <Ladder
      label={t("ladder.label")}
      items={rows.map((row) => ({ ...row, who: <Who row={row} />, detail: <Detail row={row} /> }))}
      announce={announce}
      lastSeconds={t("ladder.lastSeconds")}
      left={left}
      emergency={emergency}
    />
  );
}

function Who({ row }: { row: LadderRow }) {
  const strong = row.phase === "now" || row.phase === "yes";
  return (
    <>
      {strong ? <b>{row.name}</b> : row.name}
      {row.field !== "" && `, ${row.field}`}
    </>
  );
}

/** Where and when; while it rings, how far the ring has come. */
function Detail({ row }: { row: LadderRow }) {
  const came = channelsText(row.channels);
  return came === "" ? row.detail : `${row.detail} · ${came}`;
}

/** `còn {time}` with the clock in the place of the word. */
function left(clock: ReactNode): ReactNode {
  const [before, after] = t("ladder.left", { time: "\u0000" }).split("\u0000");
  return (
    <>
      {before}
      {clock}
      {after}
    </>
  );
}
