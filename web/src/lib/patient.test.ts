import { describe, expect, it } from "vitest";

import { ageOfMonths, parseBirth, patientTitle, subjectText } from "./patient";

import type { Schema } from "@/wire/schema";

const NOW = Date.parse("2026-11-22T03:00:00Z");

describe("a birth as typed at a station", () => {
  it.each([
    ["12/09/2025", "2025-09-12", "day", 14],
    ["09/2025", "2025-09-01", "month", 14],
    ["1956", "1956-01-01", "year", 850],
    ["70", "1956-01-01", "estimated", 850],
    ["70 tuổi", "1956-01-01", "estimated", 850],
    ["14 tháng", "2025-09-01", "estimated", 14],
    ["5 ngày", "2026-11-17", "day", 0],
  ])("reads %s", (text, date, precision, ageMonths) => {
    expect(parseBirth(text, NOW)).toEqual({ date, precision, ageMonths });
  });

  it.each(["", "31/02/2025", "12/09/2027", "130", "khoảng bảy mươi"])("does not guess at “%s”", (text) => {
    expect(parseBirth(text, NOW)).toBeNull();
  });
});

describe("who it is", () => {
  const nobody = { sex: "unknown", age_months: null, age_estimated: false } as const;
  const patient = (part: Partial<Schema<"PatientView">>) =>
    ({
      full_name: "",
      sex: "unknown",
      birth_date: null,
      birth_precision: "unknown",
      age_months: null,
      ...part,
    }) as Schema<"PatientView">;

  it("is told without a name by sex and age", () => {
    expect(subjectText({ sex: "male", age_months: 840, age_estimated: true })).toBe("Nam khoảng 70 tuổi, chưa rõ tên");
    expect(subjectText(nobody)).toBe("Người bệnh chưa rõ tên");
  });

  it("is addressed as clinicians do: a child, an old man", () => {
    const child = patient({ full_name: "Giàng Thị Sua Demo", sex: "female", age_months: 14 });
    const old = patient({
      full_name: "Tẩn Chin Demo",
      sex: "male",
      age_months: 750,
      birth_date: "1964-01-01",
      birth_precision: "estimated",
    });
    expect(patientTitle(child, { ...nobody, age_months: 14 })).toBe("Cháu Giàng Thị Sua Demo, 14 tháng");
    expect(patientTitle(old, nobody)).toBe("Ông Tẩn Chin Demo, khoảng 62 tuổi");
  });

  it("counts months below six years, then years", () => {
    expect([ageOfMonths(0), ageOfMonths(71), ageOfMonths(72), ageOfMonths(null)]).toEqual([
      "dưới 1 tháng",
      "71 tháng",
      "6 tuổi",
      "",
    ]);
  });
});
