/** Words of duty that its screens share: days, hours, tiers, what keeps somebody from a shift. */
export const weekday = {
  d1: "thứ hai",
  d2: "thứ ba",
  d3: "thứ tư",
  d4: "thứ năm",
  d5: "thứ sáu",
  d6: "thứ bảy",
  d7: "chủ nhật",
} as const;

export const weekdayShort = { d1: "T2", d2: "T3", d3: "T4", d4: "T5", d5: "T6", d6: "T7", d7: "CN" } as const;

export const dutyTier = {
  first: "trực chính (bậc 1)",
  second: "dự phòng (bậc 2)",
  head: "trưởng khoa (bậc 3)",
  leader: "trực lãnh đạo",
} as const;

export const dutyCode = { N: "Ngày", Đ: "Đêm", "24": "24 giờ" } as const;
