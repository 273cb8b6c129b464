/** The one cell that is being worked on: what may be done with it, and what keys and buttons do. */
import { useState } from "react";

import { hoursFrom, type Hours } from "@/lib/duty-hours";
import { t } from "@/lib/i18n";

import { cleared, placed, retiered } from "./roster-edits";
import { keyAct, type Key } from "./roster-keys";
import { stands, usualTier, type Code, type Found, type Shift, type Tier } from "./roster-state";
import { relievable } from "./override-dialog";

import type { CellActs, Chosen } from "./cell-choices";
import type { Open } from "./dialogs";
import type { RosterDesk } from "./use-roster";

export interface CellDesk {
  readonly chosen: Chosen | null;
  readonly acts: CellActs;
  /** Why the last act did nothing. */
  readonly said: string | null;
  readonly moved: () => void;
  readonly pressed: (key: Key, open: () => void) => boolean;
}

export function useCell({
  desk,
  found,
  now,
  onOpen,
}: {
  desk: RosterDesk;
  found: Found | null;
  now: number;
  onOpen: (open: Open) => void;
}): CellDesk {
  const { view, commit, undo } = desk;
  const [fresh, setFresh] = useState(false);
  const [brush, setBrush] = useState<{ readonly row: string; readonly tier: Tier } | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const chosen = found && view ? chosenOf(found, brush, now, relievable(view, now)) : null;
  const place = found && {
    person: found.row.person.person.id,
    specialty: found.section.specialty,
    day: found.cell.day,
  };
  const put = (hours: Hours) => {
    if (view === undefined || place === null || chosen === null || chosen.fixed !== null) return;
    const begun = Date.parse(hours.starts_at) <= now;
    setSaid(begun ? t("roster.hoursBegun") : null);
    if (!begun) commit(placed(view, place, hours, chosen.tier));
  };
  const acts: CellActs = {
    code: ({ starts, hours }: Code) => {
      if (place === null) return;
      put(hoursFrom(place.day, starts.slice(0, 5), hours));
      setFresh(true);
    },
    hours: (starts, hours) => place !== null && put(hoursFrom(place.day, starts, hours)),
    tier: (tier) => {
      if (found === null || view === undefined || chosen === null || chosen.fixed !== null || chosen.leader) return;
      const last = found.cell.shifts.at(-1);
      setBrush({ row: found.row.key, tier });
      if (last) commit(retiered(view, last.shift, tier));
    },
    leave: () => {
      if (found === null || view === undefined || place === null) return;
      const known = view.absences.find(
        (one) =>
          one.person_id === place.person &&
          Date.parse(one.starts_at) < Date.parse(hoursFrom(place.day, "00:00", 24).ends_at) &&
          Date.parse(one.ends_at) > Date.parse(hoursFrom(place.day, "00:00", 24).starts_at),
      );
      const { person } = found.row;
      onOpen(known ? { kind: "leaveBack", person, absence: known } : { kind: "leave", person, day: place.day });
    },
    clear: () => {
      if (found === null || chosen === null || chosen.fixed !== null) return;
      commit(cleared(found.cell.shifts.map(({ shift }) => shift)));
    },
    now: () => {
      const first = found?.cell.shifts.find(({ shift }) => isRelievable(shift, now));
      onOpen({ kind: "override", shift: first?.shift.id ?? null });
    },
  };
  return {
    chosen,
    acts,
    said,
    moved: () => {
      setFresh(false);
      setSaid(null);
    },
    pressed: (key, open) => {
      const act = keyAct(key, fresh);
      if (act === null) return false;
      if (act.kind !== "tier" && act.kind !== "code") setFresh(false);
      switch (act.kind) {
        case "undo":
          undo();
          return true;
        case "open":
          open();
          return true;
        case "help":
          return false;
        default:
      }
      if (chosen === null || view?.may_plan.length === 0) return false;
      switch (act.kind) {
        case "code": {
          const code = view?.codes.find((one) => one.code === act.code);
          if (code) acts.code(code);
          return true;
        }
        case "tier":
          acts.tier(act.tier);
          setFresh(false);
          return true;
        case "leave":
          acts.leave();
          return true;
        case "clear":
          acts.clear();
          return true;
      }
    },
  };
}

const isRelievable = (shift: Shift, now: number): boolean =>
  shift.state === "published" && Date.parse(shift.ends_at) > now;

function chosenOf(
  { section, row, column, cell }: Found,
  brush: { readonly row: string; readonly tier: Tier } | null,
  now: number,
  soon: readonly Shift[],
): Chosen {
  const leader = section.specialty === null;
  const last = cell.shifts.at(-1)?.shift;
  const begun = cell.shifts.some(({ shift }) => stands(shift) && Date.parse(shift.starts_at) <= now);
  const fixed = !section.plans ? "not_yours" : begun ? "begun" : column.past ? "past" : null;
  return {
    person: row.person,
    cell,
    leader,
    tier: last?.tier ?? (brush?.row === row.key ? brush.tier : usualTier(row.person, leader)),
    fixed,
    relieve: cell.shifts.some(({ shift }) => soon.some(({ id }) => id === shift.id)),
  };
}
