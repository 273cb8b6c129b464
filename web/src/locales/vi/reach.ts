/** How far a ring came, by channel. */
export const reach = {
  on: "{channel}: {state}",
  page: "Trang",
  push: "Thông báo",
  gateway: "Điện thoại",
  queued: "đang gửi",
  delivered: "đã đến",
  seen: "đã thấy",
  missed: "chưa thấy",
  failed: "không đến",
} as const;
