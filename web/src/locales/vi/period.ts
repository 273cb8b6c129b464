/** Filters of a list: its period, and what does not narrow. */
export const period = {
  label: "Thời gian",
  span_all: "Tất cả",
  span_today: "Hôm nay",
  span_week: "7 ngày qua",
  span_month: "30 ngày qua",
  span_own: "Chọn ngày",
  from: "Từ ngày",
  to: "Đến hết ngày",
  dayForm: "20/08/2026",
  noDay: "Ghi như 20/08/2026",
  any: "Tất cả",
} as const;
