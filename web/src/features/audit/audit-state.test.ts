import { expect, test } from "vitest";

import { auditRowOf } from "@/test/audit";
import { HOSPITAL } from "@/test/consults";

import {
  chainLook,
  countText,
  deedOf,
  EVERYTHING,
  isUnsealed,
  narrowed,
  readFilters,
  shortHash,
  thingOf,
  typedCode,
  whenOf,
  whoOf,
  whyOf,
  writeFilters,
  type Chain,
} from "./audit-state";

const PERSON = "0190a000-0000-7000-8000-000000000001";

test("filters live in the address: written and read again they are the same", () => {
  const filters = narrowed(EVERYTHING, { person: PERSON, code: "BL-0430", kind: "take", from: "2026-08-01" });

  const address = writeFilters(filters);

  expect(address).toBe(`/audit?from=2026-08-01&person=${PERSON}&code=BL-0430&kind=take`);
  expect(readFilters(address.split("?")[1] ?? "")).toEqual(filters);
});

test("an address typed by hand narrows by what it understands", () => {
  expect(readFilters("person=1&kind=all&code=<b>&from=today&after=x&before=5~6")).toEqual({
    ...EVERYTHING,
    before: "5~6",
  });
});

test("a case's code may be typed as one says it", () => {
  expect(["bl 430", "BL-0430", "bl430"].map(typedCode)).toEqual(["BL-0430", "BL-0430", "BL-0430"]);
  expect(typedCode("")).toBe("");
  expect(typedCode("Bình Lư")).toBeNull();
});

test("a deed is said in words, whatever form its code has", () => {
  expect(deedOf(auditRowOf({ action: "read" })).text).toBe("Xem");
  expect(deedOf(auditRowOf({ action: "person.create" })).text).toBe("Mở tài khoản");
  expect(deedOf(auditRowOf({ action: "shift.confirm" })).text).toBe("Xác nhận");
  expect(deedOf(auditRowOf({ action: "open.emergency" })).text).toBe("Mở khẩn cấp");
  expect(deedOf(auditRowOf({ action: "unheard_of" })).text).toBe("Việc khác");
});

test("a refused request says what was asked for and why not", () => {
  const row = auditRowOf({
    action: "GET",
    entity: "/api/patients/{id}",
    outcome: "refused",
    reason: "consult.not_yours",
    because: null,
  });

  expect(deedOf(row).text).toBe("Bị từ chối");
  expect(thingOf(row)).toBe("Hồ sơ người bệnh");
  expect(whyOf(row).tone).toBe("danger");
  expect(whyOf(row).text).not.toBe("Không được phép");
  expect(thingOf(auditRowOf({ entity: "/api/access-reviews" }))).toBe("Danh sách rà soát");
});

test("an opened case shows the reader's own words", () => {
  const row = auditRowOf({ action: "open.emergency", because: "access", reason: "Trẻ co giật, Nhi không bắt máy" });

  expect(whyOf(row)).toEqual({
    text: "Truy cập khẩn cấp, có lý do",
    words: "Trẻ co giật, Nhi không bắt máy",
    tone: "danger",
  });
});

test("a deed no single case allowed was allowed by the role", () => {
  const log = auditRowOf({ entity: "log", case: null, because: null });

  expect(whyOf(log).text).toBe("Theo vai trò");
  expect(whyOf(auditRowOf({ action: "session.sign_in", because: null, reason: "password" })).text).toBe(
    "bằng mật khẩu",
  );
});

test("only what should long have been sealed is called unsealed", () => {
  const row = auditRowOf({ n: null });

  expect(isUnsealed(row, Date.parse(row.at) + 2_000)).toBe(false);
  expect(isUnsealed(row, Date.parse(row.at) + 60_000)).toBe(true);
  expect(isUnsealed(auditRowOf(), Date.parse(row.at) + 60_000)).toBe(false);
});

test("the program and strangers are told apart from people", () => {
  expect(whoOf(auditRowOf()).as).toBe("Bác sĩ chuyên khoa, BVĐK Tam Đường");
  expect(whoOf(auditRowOf({ person: null, grant: null, system: "retention" })).name).toBe("Chương trình");
  const key = { id: "0190a000-0000-7000-8000-00000000dddd", name: "HIS Demo", facility: HOSPITAL };
  const byKey = auditRowOf({ person: null, grant: null, by_key: key, because: "key", action: "exchange.fhir" });
  expect(whoOf(byKey)).toEqual({ name: "HIS Demo", as: `Phần mềm khác, ${HOSPITAL.short_name}` });
  expect(deedOf(byKey)).toEqual({ icon: "eye", text: "Đọc dạng FHIR" });
  expect(whyOf(byKey).text).toBe("Bằng khóa đọc dữ liệu");
  expect(whoOf(auditRowOf({ person: null, grant: null, system: "refused stranger" })).name).toBe(
    "Người chưa đăng nhập",
  );
});

test("times, hashes and counts are short enough to compare by eye", () => {
  expect(whenOf("2026-08-20T13:13:41Z", Date.parse("2026-08-21T00:00:00Z"))).toBe("20/08 20:13:41");
  expect(whenOf("2025-12-31T13:13:41Z", Date.parse("2026-08-21T00:00:00Z"))).toBe("31/12/2025 20:13:41");
  expect(shortHash(`7c1e90b455d0${"0".repeat(48)}a940`)).toBe("7c1e 90b4 55d0 … a940");
  expect([countText(3918), countText(10_001)]).toEqual(["3.918", "hơn 10.000"]);
});

test("a check on its way is shown before anything it may find", () => {
  const chain: Chain = {
    sealed: 3,
    first_at: null,
    head: null,
    checked_at: null,
    took_ms: null,
    checked_rows: null,
    waiting: null,
    ok: true,
    failed: false,
    broken: null,
    checking: { done: 1, total: 3 },
  };

  expect(chainLook(chain)).toEqual({ kind: "checking", done: 1, total: 3 });
  expect(chainLook({ ...chain, checking: null }).kind).toBe("whole");
  expect(chainLook({ ...chain, checking: null, ok: null, failed: true }).kind).toBe("failed");
  expect(chainLook({ ...chain, checking: null, ok: null }).kind).toBe("unchecked");
});
