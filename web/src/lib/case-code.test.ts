import { expect, it } from "vitest";

import { caseCode, readCaseCode } from "./case-code";
import { uuid7 } from "./uuid7";

// The same pairs stand in tests/unit/sessions/test_case_code.py.
it.each([
  ["0192f0c1-2a3b-7c4d-8e5f-60718293a4b5", "6788 4050"],
  ["019a0000-0000-7000-8000-000000000000", "0000 0000"],
  ["019a0000-0000-7fff-bfff-ffffffffffff", "7387 9038"],
])("server and browser work out the same code of %s", (id, code) => {
  expect(caseCode(id)).toBe(code);
});

it("a code reads back as it was read out, in whatever groups", () => {
  const code = caseCode(uuid7());

  expect(readCaseCode(code)).toBe(code.replace(" ", ""));
  expect(readCaseCode(code.replace(" ", "").replace(/(..)/g, "$1-"))).toBe(code.replace(" ", ""));
});

it("one digit misheard is noticed, and so are two exchanged", () => {
  const code = caseCode(uuid7()).replace(" ", "");
  for (let place = 0; place < code.length; place++) {
    const other = String((Number(code[place]) + 1) % 10);
    expect(readCaseCode(code.slice(0, place) + other + code.slice(place + 1))).toBeNull();
    const swapped = code.slice(0, place) + (code[place + 1] ?? "") + (code[place] ?? "") + code.slice(place + 2);
    if (swapped !== code && swapped.length === 8) expect(readCaseCode(swapped)).toBeNull();
  }
});
