import { expect, test } from "vitest";

import { megabytes, weakTexts } from "@/lib/link-hours";
import { HOSPITAL, STATION } from "@/test/consults";

import { changeOf, draftOf, faultsOf, hourBars, useOf, weakestFirst } from "./link-state";
import { cellOf, passportOf } from "@/test/links";

import type { Schema } from "@/wire/schema";

test("weak hours are told as a station would say them", () => {
  const weak = [
    { from_hour: 6, until_hour: 7, rung: "low_video" as const },
    { from_hour: 11, until_hour: 12, rung: "voice" as const },
    { from_hour: 17, until_hour: 20, rung: "voice" as const },
  ];

  expect(weakTexts(weak)).toEqual(["11–12, 17–20 giờ thường chỉ đủ tiếng", "6–7 giờ thường chỉ đủ hình nhỏ"]);
});

test("megabytes are whole from ten on, and gigabytes above a thousand", () => {
  expect([megabytes(400_000), megabytes(61_300_000), megabytes(3_210_000_000)]).toEqual([
    "0,4\u00a0MB",
    "61\u00a0MB",
    "3,2\u00a0GB",
  ]);
});

test("what is used turns amber at four fifths and red at the cap; without a cap it is only told", () => {
  const month = (mb: number) => ({ since: "", until: "", bytes: mb * 1_000_000, calls: 3 });

  expect(useOf(month(79), 100).tone).toBe("plain");
  expect(useOf(month(80), 100).tone).toBe("near");
  expect(useOf(month(100), 100)).toMatchObject({ tone: "over", share: 1 });
  expect(useOf(month(100), null)).toMatchObject({ tone: "plain", share: null });
});

test("an hour of the day is the mean of its weekdays by how often each was looked at", () => {
  const bars = hourBars([
    cellOf({ weekday: 0, hour: 9, looks: 30, up_kbps: 400 }),
    cellOf({ weekday: 3, hour: 9, looks: 10, up_kbps: 200, rung: "voice" }),
    cellOf({ weekday: 3, hour: 18, up_kbps: null }),
  ]);

  expect(bars).toEqual([{ hour: 9, kbps: 350, rung: "voice" }]);
});

test("the weakest line stands first", () => {
  const line = (facility: Schema<"FacilityRef">, hours: number) => ({
    facility,
    first_rung: null,
    weak_hours: hours === 0 ? [] : [{ from_hour: 0, until_hour: hours, rung: "voice" as const }],
    month: passportOf().month,
    cap_mb: null,
    relay_until: null,
    last_seen_at: null,
  });

  expect(weakestFirst([line(HOSPITAL, 0), line(STATION, 3)]).map(({ facility }) => facility.id)).toEqual([
    STATION.id,
    HOSPITAL.id,
  ]);
});

test("settings are whole numbers within their limits; no cap is no number", () => {
  const draft = draftOf(passportOf());

  expect(faultsOf({ ...draft, cap: "", billing: "28" })).toEqual({ cap: null, billing: null });
  expect(faultsOf({ ...draft, cap: "0", billing: "29" })).toEqual({
    cap: "Nhập số MB từ 1 trở lên, hoặc để trống",
    billing: "Nhập ngày từ 1 đến 28",
  });
  expect(changeOf({ ...draft, cap: " 900 ", sim: " Viettel " }, passportOf())).toMatchObject({
    cap_mb: 900,
    sim: "Viettel",
  });
});
