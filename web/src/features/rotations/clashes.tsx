/** What stands in the way of posting somebody: another posting, or shifts at the hospital in these days. */
import { useQuery, type UseQueryResult } from "@tanstack/react-query";

import { shortText } from "@/lib/clock";
import { endText } from "@/lib/days";
import { api, ok } from "@/lib/http-client";
import { t, word } from "@/lib/i18n";
import { Banner } from "@/ui/banner";
import { CheckCard } from "@/ui/choices";

import type { Schema } from "@/wire/schema";

export function useClashes(
  person: string,
  hospital: string,
  starts: string,
  ends: string | null,
): UseQueryResult<Schema<"RotationClashes">> {
  return useQuery({
    queryKey: ["rotation-clashes", person, hospital, starts, ends],
    queryFn: ({ signal }) =>
      ok(
        api.GET("/api/rotations/clashes", {
          params: { query: { person_id: person, hospital_id: hospital, starts_on: starts, ends_on: ends ?? "" } },
          signal,
        }),
      ),
    enabled: person !== "" && hospital !== "" && starts !== "" && ends !== null && ends > starts,
  });
}

export function Clashes({
  clashes,
  name,
  but,
  cancel,
  onCancel,
}: {
  clashes: UseQueryResult<Schema<"RotationClashes">>;
  name: string;
  /** The posting that is being changed is no clash of itself. */
  but?: string;
  cancel: boolean;
  onCancel: (cancel: boolean) => void;
}) {
  const { data } = clashes;
  if (data === undefined) return null;
  const { shifts } = data;
  const other = data.rotation === null || data.rotation.id === but ? null : data.rotation;
  return (
    <>
      {other !== null && (
        <Banner tone="danger" live="status">
          {t("rotations.clashRotation", { name, station: other.station.short_name, day: endText(other.ends_on) })}
        </Banner>
      )}
      {shifts.length > 0 && (
        <>
          <Banner tone="warn" live="status" title={t("rotations.clashShifts", { name, n: shifts.length })}>
            <ul>
              {shifts.map((shift) => (
                <li key={shift.id}>
                  {t("rotations.clashShift", {
                    specialty: shift.specialty === null ? t("rotations.leader") : word("specialty", shift.specialty),
                    from: shortText(shift.starts_at),
                    to: shortText(shift.ends_at),
                  })}
                  {shift.running && ` (${t("rotations.clashRunning")})`}
                </li>
              ))}
            </ul>
          </Banner>
          {shifts.every(({ running }) => !running) && (
            <CheckCard
              label={t("rotations.clashCancel", { n: shifts.length })}
              text={t("rotations.clashCancelText")}
              checked={cancel}
              onChange={onCancel}
            />
          )}
        </>
      )}
    </>
  );
}
