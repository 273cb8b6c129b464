/** Who will answer tonight and in the coming days. */
export const coverage = {
  heading: "Độ phủ trực",
  lead: "{days} ngày tới, tính từ lịch đã công bố: {versions}",
  versionOf: "{hospital} bản {number}",
  versionNone: "{hospital} chưa công bố lịch",

  question: "Đêm nay có ai trả lời không?",
  spanNow: "Đêm nay, {from} đến {to} · bây giờ {now}",
  yes: "Có. Cả {n} chuyên khoa đã xác nhận.",
  named: "Có tên đủ {n} chuyên khoa. Bắt đầu xác nhận lúc {when}.",
  namedNow: "Có tên đủ {n} chuyên khoa, còn {m} nơi chưa xác nhận.",
  no: "Chưa đủ: {what}.",
  emptyOne: "{specialty} ({hospital}) trống",
  lateOne: "{specialty} ({hospital}) chưa xác nhận",
  andMore: "và {n} nơi nữa",
  countConfirmed: "đã xác nhận",
  countNamed: "chưa xác nhận",
  countBackup: "chỉ có dự phòng",
  countEmpty: "trống",

  specialty: "Chuyên khoa",
  tonight: "Đêm nay",
  first: "Người trực bậc 1",
  channels: "Kênh gọi thử",
  next: "Nếu không trả lời",
  act: "Việc cần làm",
  nobodyNamed: "Không có ai trong lịch",
  notPublished: "Lịch chưa công bố",
  confirmedAt: "vào ca {time}",
  lateBy: "Quá giờ vào ca {time}",
  due: "Có tên, chưa đến giờ",
  armed: "dự phòng được gọi cùng lúc từ {time}",
  noChecks: "chưa gọi thử",
  nextPeople: "{kind}, {n} người",
  nextElse: "{who} ({hospital})",
  nextNone: "Không còn ai",
  fill: "Chọn người trực",
  nudge: "Nhắc trưởng khoa",
  nudged: "Đã nhắc {who}.",
  nudgedNobody: "Không có trưởng khoa nào để nhắc. Lãnh đạo bệnh viện cần xếp người.",
  showAll: "Xem cả {n} dòng",
  showFew: "Thu gọn",

  wall: "Từng ngày và đêm",
  cellHead: "Mỗi ô: ngày | đêm",
  today: "Nay",
  gapCount: "{n} trống",
  cell: "{specialty}, {hospital}, {half} {day}: {state}",
  half: "ngày|đêm",
  who: "{name}, {state}",
  legend: "Chú giải",
  detail: "{specialty} · {half} {weekday} {day} · {hospital}",
  detailWho: "Trực bậc 1: {name}.",
  detailGap: "Không có bậc 1 từ {from} đến {to}.",
  detailGapBackup: "Từ {from} đến {to} chỉ có {name} dự phòng.",
  detailUnpublished: "Từ {from} đến {to} chưa công bố lịch.",
  detailCalls: "Nếu có ca lúc đó, máy bỏ qua bậc 1 ngay và gọi bậc kế tiếp.",
  warned: "Đã tự nhắc: {days}.",
  warnedNot: "Máy tự nhắc trước 7, 3 và 1 ngày.",
  openRoster: "Mở lịch trực để xếp",
  close: "Đóng",
  gapsByDay: "Chỗ chưa đủ, theo ngày",
  noGaps: "Cả kỳ không chỗ nào trống.",
  unpublished: "{hospital} chưa công bố lịch sau {when}.",
  unpublishedText: "Các ngày đó hiện là trống vì chưa có lịch, không phải lỗi hiển thị.",
  oldData: "Số liệu lúc {time}. Chưa tải lại được; trạng thái xác nhận có thể đã đổi.",
} as const;

export const coverState = {
  confirmed: "Đã xác nhận",
  named: "Chưa xác nhận",
  backup: "Chỉ có dự phòng",
  unpublished: "Chưa công bố",
  empty: "Trống",
} as const;

export const coverLegend = {
  confirmed: "Đã xác nhận vào ca",
  named: "Có tên, chưa xác nhận",
  backup: "Chỉ có dự phòng hoặc bệnh viện kia",
  unpublished: "Lịch chưa công bố",
  empty: "Trống, không ai",
} as const;

export const coverNext = {
  first: "Người trực chính",
  second: "Người dự phòng",
  specialty: "Cả chuyên khoa",
  head: "Trưởng khoa",
  leader: "Trực lãnh đạo",
} as const;

export const coverWeekday = {
  1: "thứ hai",
  2: "thứ ba",
  3: "thứ tư",
  4: "thứ năm",
  5: "thứ sáu",
  6: "thứ bảy",
  7: "chủ nhật",
} as const;

export const coverDay = { 1: "T2", 2: "T3", 3: "T4", 4: "T5", 5: "T6", 6: "T7", 7: "CN" } as const;

export const coverChannel = { page: "Trang", push: "Thông báo", gateway: "Điện thoại" } as const;

export const coverCheck = {
  ok: "{channel}, {time} giây",
  okNow: "{channel}",
  waiting: "{channel} đang thử",
  bad: "{channel} không đến",
} as const;
