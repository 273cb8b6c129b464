/** One's own shifts to come, swaps asked of me and by me, my calendar. */
export const myShifts = {
  heading: "Ca trực của tôi",
  lead: "Ca trực trong 60 ngày tới.",
  running: "Đang trực đến {time}",
  soon: "Ca kế tiếp: {shift}, còn {wait}",
  next: "Ca kế tiếp: {shift}",
  nothingNext: "Chưa có ca trực nào sắp tới",
  none: "Chưa có ca trực nào",
  noneText: "Khi trưởng khoa công bố lịch, ca của anh/chị hiện ở đây và có thông báo.",
  week: "Tuần {from} – {to}",
  nextDay: "hôm sau",
  takenFrom: "nhận từ {name}",
  confirmed: "Đã vào ca",
  unconfirmed: "Chưa vào ca",
  ask: "Xin đổi ca",

  waiting: "{n} đề nghị chờ anh/chị trả lời",
  swaps: "Đề nghị đổi ca của tôi",
  agree: "Đồng ý đổi",
  agreed: "Đã đồng ý. Trưởng khoa duyệt xong thì ca mới đổi.",
  refuse: "Từ chối",
  refuseTitle: "Từ chối đề nghị đổi ca này?",
  refuseGo: "Từ chối, báo lý do",
  refused: "Đã báo từ chối.",
  why1: "Tôi bận giờ đó",
  why2: "Đổi xong tôi trực liền quá lâu",
  why3: "Tôi đã nhận đổi với người khác",
  withdraw: "Rút đề nghị",
  withdrawn: "Đã rút đề nghị.",

  askTitle: "Xin đổi ca {shift}",
  who: "Đổi với ai",
  hasShifts: "Trực được ca này, có {n} ca để đổi lại",
  noPartner: "Chưa có ai để đổi ca này",
  noPartnerText: "Chỉ đổi được với người cùng chuyên khoa ở bệnh viện. Hỏi trưởng khoa.",
  inReturn: "Đổi lấy ca nào của {name}",
  nothing: "Không đổi lại, chỉ nhờ trực thay",
  nothingText: "Người kia nhận thêm ca này.",
  reason: "Lý do",
  optional: "có thể để trống",
  how: "{name} đồng ý, rồi trưởng khoa duyệt thì ca mới đổi. Trước lúc đó anh/chị vẫn trực ca này.",
  send: "Gửi đề nghị",
  sendTo: "Gửi đề nghị cho {name}",
  sent: "Đã gửi đề nghị cho {name}",

  leave: "Ngày nghỉ của tôi",
  noLeave: "Không có ngày nghỉ hay kỳ luân phiên nào trong 6 tuần tới.",
  leaveHow: "Ngày nghỉ do trưởng khoa ghi. Có gì sai thì báo trưởng khoa.",
  days: "{from} đến {to}",
  posted: "Luân phiên tại {station}",

  calendar: "Lịch trên điện thoại",
  calendarText: "Ứng dụng lịch tự cập nhật ca trực của riêng anh/chị.",
} as const;

export const absenceWord = { leave: "Nghỉ phép", training: "Đi học", sick: "Nghỉ ốm", other: "Nghỉ" } as const;

export const partnerAgainst = {
  unfit: "không làm chuyên khoa hoặc bậc này",
  leave: "nghỉ phép giờ đó",
  rotation: "đi luân phiên giờ đó",
  overlap: "đã có ca giờ đó",
  gone: "không còn ở lịch này",
  begun: "ca đã bắt đầu",
} as const;

export const ownAgainst = {
  unfit: "anh/chị không làm chuyên khoa hoặc bậc này",
  leave: "anh/chị nghỉ phép giờ đó",
  rotation: "anh/chị đi luân phiên giờ đó",
  overlap: "anh/chị đã có ca giờ đó",
  gone: "ca này không còn",
  begun: "ca đã bắt đầu",
} as const;
