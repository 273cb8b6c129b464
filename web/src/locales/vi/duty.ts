/** The way to the screens of duty, from every hospital's frame. */
export const dutyNav = {
  mine: "Ca trực của tôi",
  roster: "Lịch trực",
  coverage: "Độ phủ",
  groupLower: "Tuyến dưới",
  rotations: "Luân phiên",
  advice: "Ghi lời dặn",
  links: "Đường truyền",
  ladder: "Thang gọi",
  more: "Thêm",
  arrivals: "Người bệnh đến",
} as const;

export const titleDuty = {
  mine: "Ca trực của tôi",
  roster: "Lịch trực hội chẩn",
  coverage: "Độ phủ trực",
  rotations: "Luân phiên",
  advice: "Tư vấn qua điện thoại",
  links: "Đường truyền",
  ladder: "Thang gọi",
  arrivals: "Người bệnh đến",
} as const;
