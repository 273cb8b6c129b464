/** Words that several screens share. */
export const common = {
  practice: "Thực hành",
  appName: "Telemed",
  cancel: "Thôi",
  back: "Quay lại",
  close: "Đóng",
  retry: "Thử lại",
  reload: "Tải lại trang",
  loading: "Đang tải",
  savedHere: "Đã lưu trên máy {time}",
  savedBoth: "Đã lưu ở cả hai bên {time}",
  requestNumber: "Mã tra cứu: {id}",
  skipToMain: "Tới nội dung chính",
  print: "In",
  progress: "Thời gian còn lại của lượt gọi này",
  notFoundTitle: "Không có trang này",
  notFoundText: "Địa chỉ sai, hoặc trang không còn.",
  goHome: "Về trang chính",
  crashedTitle: "Màn hình này dừng đột ngột",
  crashedText: "Phần đã nhập vẫn lưu trên máy. Tải lại trang để đi tiếp.",
  staleTitle: "Đã có bản mới",
  staleText: "Tải lại trang để dùng bản mới. Phần đã nhập vẫn lưu trên máy.",
  unreachableTitle: "Chưa nối được tới máy chủ",
  unreachableText: "Máy tự thử lại. Ca cấp cứu: gọi điện ngay.",
} as const;

export const time = {
  hoursMinutes: "{h} giờ {m}",
  seconds: "{n} giây",
  minutesSeconds: "{m} phút {s} giây",
  minutes: "{n} phút",
  hours: "{n} giờ",
  days: "{n} ngày",
  ageDays: "{n} ngày tuổi",
  ageMonths: "{n} tháng",
  ageYears: "{n} tuổi",
} as const;

export const urgency = { stat: "Cấp cứu", urgent: "Khẩn", routine: "Thường quy" } as const;

export const specialty = {
  emergency: "Hồi sức cấp cứu",
  internal: "Nội",
  surgery: "Ngoại",
  obstetrics: "Sản",
  paediatrics: "Nhi",
  dermatology: "Da liễu",
} as const;

export const consultState = {
  draft: "Bản nháp",
  waiting: "Đang gọi",
  accepted: "Đã nhận",
  returned: "Bác sĩ hỏi thêm",
  scheduled: "Đã hẹn",
  concluded: "Đã kết luận",
  closed: "Đã đóng",
  transferred: "Đã chuyển đi",
  cancelled: "Đã rút",
  expired: "Hết hạn",
} as const;

export const sex = { male: "nam", female: "nữ", unknown: "chưa rõ giới" } as const;

export const profession = {
  doctor: "Bác sĩ",
  assistant: "Y sĩ",
  nurse: "Điều dưỡng",
  midwife: "Nữ hộ sinh",
  officer: "Cán bộ",
} as const;

export const role = {
  station_doctor: "Bác sĩ trạm",
  station_assistant: "Y sĩ trạm",
  station_nurse: "Điều dưỡng trạm",
  station_head: "Trưởng trạm",
  specialist: "Bác sĩ chuyên khoa",
  dept_head: "Trưởng khoa",
  coordinator: "Điều phối",
  hospital_manager: "Quản lý bệnh viện",
  hospital_admin: "Quản trị",
  province_viewer: "Sở Y tế",
  commune_viewer: "UBND xã",
  privacy_officer: "Kiểm soát dữ liệu cá nhân",
  interpreter: "Người phiên dịch",
} as const;
