/** Who a case is about: birth as typed at a station, age as clinicians say it, a name with its form of address. */
import { ageText, isoDay, parseDay, serverNow } from "./clock";
import { t } from "./i18n";

import type { Schema } from "@/wire/schema";

export type Sex = Schema<"Sex">;
export type BirthPrecision = Schema<"BirthPrecision">;

export interface Birth {
  readonly date: string;
  readonly precision: Exclude<BirthPrecision, "unknown">;
  readonly ageMonths: number;
}

const OLDEST_YEARS = 120;

/** `12/09/2025`, `09/2025`, `1956`, `70`, `70 tuổi`, `14 tháng`, `5 ngày`; null when it is none of these. */
export function parseBirth(text: string, now: number = serverNow()): Birth | null {
  const clean = text.trim().toLowerCase();
  const today = isoDay(now);
  const day = parseDay(clean);
  if (day !== null) return day.length === 4 ? birth(`${day}-01-01`, "year", today) : birth(day, "day", today);
  const month = /^(\d{1,2})[/.\- ]((?:19|20)\d\d)$/.exec(clean);
  if (month) {
    const m = Number(month[1]);
    return m < 1 || m > 12 ? null : birth(`${month[2] ?? ""}-${String(m).padStart(2, "0")}-01`, "month", today);
  }
  const age = /^(\d{1,3})\s*(tuổi|tuoi|t|tháng|thang|th|ngày|ngay|y|m|d)?\.?$/.exec(clean);
  if (!age) return null;
  const n = Number(age[1]);
  const [y, m, d] = today.split("-").map(Number) as [number, number, number];
  switch (age[2]) {
    case "tháng":
    case "thang":
    case "th":
    case "m":
      return birth(iso(Date.UTC(y, m - 1 - n, 1)), "estimated", today);
    case "ngày":
    case "ngay":
    case "d":
      return birth(iso(Date.UTC(y, m - 1, d - n)), "day", today);
    default:
      return n > OLDEST_YEARS ? null : birth(`${y - n}-01-01`, "estimated", today);
  }
}

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

function birth(date: string, precision: Birth["precision"], today: string): Birth | null {
  if (date > today || Number(date.slice(0, 4)) < Number(today.slice(0, 4)) - OLDEST_YEARS) return null;
  const [by, bm, bd] = date.split("-").map(Number) as [number, number, number];
  const [y, m, d] = today.split("-").map(Number) as [number, number, number];
  return { date, precision, ageMonths: Math.max(0, (y - by) * 12 + (m - bm) - (d < bd ? 1 : 0)) };
}

/** `14 tháng`, `70 tuổi`, `khoảng 70 tuổi`; empty when nobody knows. */
export function ageOfMonths(months: number | null, estimated = false): string {
  if (months === null) return "";
  const age =
    months < 1
      ? t("patient.underMonth")
      : months < 72
        ? t("time.ageMonths", { n: months })
        : t("time.ageYears", { n: Math.floor(months / 12) });
  return estimated ? t("patient.about", { age }) : age;
}

const sexWord = (sex: Sex): string => (sex === "unknown" ? "" : t(sex === "male" ? "patient.male" : "patient.female"));

/** Someone without a name: `Nam khoảng 70 tuổi, chưa rõ tên`. */
export function subjectText(subject: Schema<"Subject-Output">, nameless = true): string {
  const age = ageOfMonths(subject.age_months, subject.age_estimated);
  const who = [sexWord(subject.sex), age].filter(Boolean).join(" ");
  if (who === "") return nameless ? t("patient.unknown") : t("patient.someone");
  const said = sexWord(subject.sex) === "" ? `${t("patient.someone")} ${who}` : who;
  return nameless ? `${said}, ${t("patient.noName")}` : said;
}

const CHILD_MONTHS = 16 * 12;
const OLD_MONTHS = 60 * 12;

function address(name: string, sex: Sex, months: number | null): string {
  if (months !== null && months < CHILD_MONTHS) return t("patient.child", { name });
  if (months !== null && months >= OLD_MONTHS && sex !== "unknown") {
    return t(sex === "male" ? "patient.oldMan" : "patient.oldWoman", { name });
  }
  return name;
}

/** `Cháu Giàng Thị Sua Demo, 14 tháng`; without a name what is known of the subject. */
export function patientTitle(known: Schema<"PatientView"> | undefined, subject: Schema<"Subject-Output">): string {
  if (known === undefined || known.full_name === "") return subjectText(subject);
  const months = known.age_months ?? subject.age_months;
  const name = address(known.full_name, known.sex, months);
  const age = patientAge(known) || ageOfMonths(subject.age_months, subject.age_estimated);
  return age === "" ? name : t("patient.withAge", { name, age });
}

export function patientAge(known: Schema<"PatientView">): string {
  if (known.birth_date === null) return "";
  switch (known.birth_precision) {
    case "minute":
    case "day":
    case "month":
      return ageText(known.birth_date);
    case "estimated":
      return ageOfMonths(known.age_months, true);
    case "year":
      // Born on an unknown day of that year: a child's months would be invented, an adult's years are good enough.
      return ageText(known.birth_date.slice(0, 4));
    case "unknown":
      return "";
  }
}

/** Born as the paper says it: `Sinh 12/09/2025`, `1995`; an age told by eye has no birth day. */
export function birthText(known: Schema<"PatientView">): string {
  if (known.birth_date === null) return "";
  const [y, m, d] = known.birth_date.split("-");
  switch (known.birth_precision) {
    case "minute":
    case "day":
      return `${d ?? ""}/${m ?? ""}/${y ?? ""}`;
    case "month":
      return `${m ?? ""}/${y ?? ""}`;
    case "year":
      return y ?? "";
    case "estimated":
    case "unknown":
      return "";
  }
}
