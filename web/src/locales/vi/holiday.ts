/** Public holidays, Tết and swapped days. */
export const holiday = {
  heading: "Ngày nghỉ lễ",
  lead: "Lịch trực, mẫu trực, hạn trả lời ca thường quy và hạn giấy chuyển đều tính theo các ngày này, ở mọi đơn vị.",
  readOnly: "Ngày nghỉ chung cho cả tỉnh, do quản trị tỉnh đặt.",
  nextYear: "Năm {year} chưa có ngày nghỉ nào. Khi Chính phủ công bố, nhập vào đây để lịch trực Tết tính đúng.",
  none: "Chưa có ngày nghỉ nào",
  noneText: "Nhập ngày nghỉ của năm theo thông báo của Chính phủ.",
  year: "Năm {year}",
  add: "Thêm một ngày",
  day: "Ngày",
  name: "Tên ngày",
  nameHint: "Ví dụ Tết Nguyên đán",
  kind: "Ngày này",
  save: "Lưu ngày này",
  saved: "Đã lưu ngày {day}.",
  remove: "Bỏ",
  removeOf: "Bỏ {name}, {day}",
  removed: "Ngày {day} lại là ngày thường.",
} as const;

export const holidayKind = {
  holiday: "Nghỉ lễ",
  working: "Làm bù",
} as const;

export const holidayKindText = {
  holiday: "Không tính giờ làm việc; ca trực tính là ngày lễ.",
  working: "Cuối tuần làm bù, có giờ như thứ hai.",
} as const;

export const holidayWeekday = {
  1: "Thứ hai",
  2: "Thứ ba",
  3: "Thứ tư",
  4: "Thứ năm",
  5: "Thứ sáu",
  6: "Thứ bảy",
  7: "Chủ nhật",
} as const;
