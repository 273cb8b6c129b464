/** Other systems: keys, addresses that are told of facts. */
export const exchange = {
  heading: "Hệ thống khác",
  nav: "Kết nối",
  lead: "Khóa để phần mềm bệnh viện đọc dữ liệu, và địa chỉ được báo khi ca có thay đổi. Mỗi lần đọc đều ghi vào nhật ký truy cập.",
  keys: "Khóa đọc dữ liệu",
  newKey: "Cấp khóa mới",
  makeKey: "Cấp khóa này",
  keyMade: "Đã cấp khóa",
  noKeys: "Chưa cấp khóa nào",
  noKeysText: "Phần mềm khác chưa đọc được gì của cơ sở này.",
  hooks: "Địa chỉ được báo tin",
  newHook: "Thêm địa chỉ",
  makeHook: "Lưu địa chỉ này",
  hookMade: "Đã lưu địa chỉ",
  noHooks: "Chưa báo tin cho địa chỉ nào",
  noHooksText:
    "Khi có yêu cầu, nhận ca, kết thúc hoặc chuyển người bệnh, địa chỉ ở đây nhận mã của ca, không có tên người bệnh.",
  name: "Tên phần mềm",
  nameHint: "Ví dụ HIS bệnh viện Than Uyên",
  facility: "Của cơ sở",
  pickFacility: "Chọn cơ sở",
  opens: "Được đọc những gì",
  goodFor: "Có hiệu lực",
  months: "{n} tháng",
  url: "Địa chỉ",
  urlHint: "Bắt đầu bằng https, nằm ngoài mạng của máy chủ này.",
  tellsOf: "Báo khi",
  leave: "Thôi",
  once: "Chỉ hiện một lần",
  onceText:
    "Chép ngay và đưa tận tay người quản trị phần mềm kia. Đóng lại thì không ai xem được nữa, mất thì cấp khóa khác.",
  secret: "Khóa",
  copy: "Chép",
  copied: "Đã chép.",
  byHand: "Chưa chép được. Bấm Ctrl+C để chép dòng đã chọn.",
  kept: "Đã cất, đóng lại",
  until: "Hết hạn {day}",
  used: "dùng lần cuối {when}",
  neverUsed: "chưa dùng lần nào",
  madeBy: "{person} cấp",
  revoke: "Thu hồi",
  revokeOf: "Thu hồi khóa của {name}",
  revokeAsk: "Thu hồi khóa của {name}?",
  revokeText: "Phần mềm này không đọc được gì nữa, ngay từ lần hỏi tới. Không lấy lại khóa cũ được.",
  revokeYes: "Thu hồi ngay",
  revoked: "Đã thu hồi khóa của {name}.",
  try: "Gửi thử",
  tried: "Đã gửi thử. Xem kết quả trong các tin gần đây.",
  stop: "Ngừng báo",
  start: "Báo lại từ bây giờ",
  stopped: "Đã ngừng báo tin.",
  started: "Báo tin lại từ bây giờ.",
  remove: "Xóa địa chỉ",
  removed: "Đã xóa địa chỉ của {name}.",
  givenUp: "Đã 3 ngày không nhận được tin nên máy thôi báo. Hỏi người quản trị phần mềm kia, sửa xong bấm báo lại.",
  failingSince: "Chưa nhận được tin từ {when}. Máy vẫn thử lại.",
  messages: "{n} tin gần đây",
  attempts: "{n} lần gửi",
  sendAgain: "Gửi lại",
  sentAgain: "Đang gửi lại tin này.",
  changeSecret: "Đổi khóa ký",
  secretOf: "Đổi khóa ký tin gửi {name}",
  secretWhy: "Khóa cũ",
  secretUsual: "Còn dùng song song 24 giờ",
  secretUsualText: "Mỗi tin mang hai chữ ký, phần mềm kia đổi sang khóa mới lúc nào cũng được.",
  secretLeaked: "Đã lộ, bỏ ngay",
  secretLeakedText: "Tin chỉ mang chữ ký mới. Phần mềm kia chưa đổi thì chưa nhận được.",
  makeSecret: "Đổi khóa ký",
  secretMade: "Đã đổi khóa ký",
  bothUntil: "Khóa ký cũ còn dùng đến {when}.",
} as const;

export const exchangeKind = {
  cases: "Ca hội chẩn",
  identity: "Người bệnh là ai",
  papers: "Giấy tờ đã ký",
  labelled: "Ca có nhãn bảo vệ",
  duty: "Lịch trực",
} as const;

export const exchangeKindText = {
  cases: "Yêu cầu, dấu hiệu sinh tồn, cuộc gọi; không có tên.",
  identity: "Họ tên, số định danh, thẻ BHYT, địa chỉ.",
  papers: "Biên bản, quyết định, phiếu chuyển, phiếu hẹn, bảng XML của BHYT.",
  labelled: "HIV, lao, tâm thần, bạo lực tình dục. Chỉ cấp khi thật cần.",
  duty: "Ai trực lúc nào ở bệnh viện này.",
} as const;

export const exchangeTopic = {
  "consult.requested": "Có yêu cầu hội chẩn",
  "consult.claimed": "Bác sĩ nhận ca",
  "consult.ended": "Ca kết thúc",
  "referral.sent": "Gửi phiếu chuyển",
  test: "Tin gửi thử",
} as const;

export const exchangeKeyState = {
  works: "Đang dùng được",
  soon: "Sắp hết hạn",
  over: "Đã hết hạn",
  revoked: "Đã thu hồi",
} as const;

export const exchangeHookState = {
  fine: "Nhận tin tốt",
  failing: "Chưa nhận được",
  stopped: "Đã ngừng",
  given_up: "Máy thôi báo",
} as const;

export const exchangeMessage = {
  waiting: "đang chờ gửi",
  delivered: "đã nhận",
  failed: "không gửi được",
} as const;
