import { expect, test } from "vitest";

import { countText, noticeText, noticeWay, type Notice, type Reader } from "./notice-state";

const notice = (kind: string, params: Notice["params"] = {}): Notice => ({
  id: "n",
  kind,
  about: null,
  params,
  made_at: "2026-11-22T03:00:00Z",
  seen_at: null,
});
const DOCTOR: Reader = { station: false, answers: true, sees: true };
const MANAGER: Reader = { station: false, answers: false, sees: true };

test("one kind says what was answered", () => {
  expect(noticeText(notice("swap_answered", { answer: "refused", person: "BS. Hà Demo" }))).toBe(
    "BS. Hà Demo không nhận đổi ca. Lịch trực giữ nguyên.",
  );
  expect(noticeText(notice("swap_judged", { approved: true, person: "BS. Sơn Demo" }))).toContain("đã duyệt đổi ca");
});

test("a posting names its last day, not the first day without", () => {
  const params = { person: "BS. Hà Demo", station: "Trạm Bình Lư", ends_on: "2026-12-01", days: 14 };

  expect(noticeText(notice("rotation_ending", params))).toBe(
    "BS. Hà Demo còn 14 ngày luân phiên tại Trạm Bình Lư, ngày cuối là 30/11/2026.",
  );
});

test("a gap says where, what is missing, from when to when, and how soon", () => {
  const params = {
    hospital: "BVĐK Tam Đường",
    specialty: "internal",
    state: "empty",
    starts_at: "2026-01-23T10:00:00Z",
    ends_at: "2026-01-24T00:00:00Z",
    days: 1,
  };

  expect(noticeText(notice("gap_ahead", params))).toBe(
    "BVĐK Tam Đường: Nội chưa có ai trực từ 23/01 17:00 đến 24/01 07:00, ngày mai.",
  );
});

test("a kind of tomorrow's server is news all the same", () => {
  expect(noticeText(notice("of_tomorrow"))).toBe("Có tin mới về lịch trực.");
});

test("each kind leads to where it is dealt with, and only to screens its reader has", () => {
  expect(noticeWay(notice("shift_unconfirmed_own"), DOCTOR)).toBe("/worklist");
  expect(noticeWay(notice("shift_unconfirmed"), DOCTOR)).toBe("/coverage");
  expect(noticeWay(notice("swap_proposed"), DOCTOR)).toBe("/my-shifts");
  expect(noticeWay(notice("swap_judged"), MANAGER)).toBe("/roster");
  expect(noticeWay(notice("handover_offered"), MANAGER)).toBeNull();
  expect(noticeWay(notice("rotation_started"), { station: true, answers: false, sees: false })).toBeNull();
});

test("nobody counts beyond ninety-nine", () => {
  expect([countText(3), countText(120)]).toEqual(["3", "99+"]);
});
