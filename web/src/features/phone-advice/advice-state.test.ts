import { expect, it } from "vitest";

import { caseCode } from "@/lib/case-code";
import { uuid7 } from "@/lib/uuid7";

import { adviceBody, emptyAdvice, givenAtOf, missingIn } from "./advice-state";

const NOW = Date.parse("2026-11-22T03:30:00Z"); // 10:30 in Vietnam

it("an hour still to come was yesterday's, and none at all is now", () => {
  expect(givenAtOf("10:05", NOW)).toBe("2026-11-22T03:05:00.000Z");
  expect(givenAtOf("23h10", NOW)).toBe("2026-11-21T16:10:00.000Z");
  expect(givenAtOf("", NOW)).toBe("2026-11-22T03:30:00.000Z");
  expect(givenAtOf("25:00", NOW)).toBeNull();
});

it("names what lacks, and sends the code as its digits", () => {
  const code = caseCode(uuid7());
  const form = { ...emptyAdvice(), code, advice: " Thở oxy " };

  expect(missingIn(emptyAdvice(), NOW)).toEqual(["code", "advice"]);
  expect(missingIn(form, NOW)).toEqual([]);
  expect(adviceBody(form, "h", "2026-11-22T03:30:00Z")).toMatchObject({
    code: code.replace(" ", ""),
    advice: "Thở oxy",
  });
});
