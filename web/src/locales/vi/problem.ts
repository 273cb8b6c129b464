/** A sentence for each problem's code: cause, effect, next act. What only later screens can meet: `problem-late.ts`. `docs/problems.md` lists the codes. */
export const problem = {
  // The line, and what no code says better.
  network: "Mất mạng, chưa gửi được. Phần đã nhập vẫn còn, thử lại khi có mạng.",
  timeout: "Mạng quá chậm, máy chủ chưa trả lời. Phần đã nhập vẫn còn, thử lại.",
  unreadable: "Máy chủ trả lời không đọc được. Thử lại, nếu vẫn vậy báo quản trị.",
  unexpected: "Màn hình gặp việc lạ, chưa làm xong. Tải lại trang rồi thử lại.",
  invalid: "Có ô chưa đúng. Xem các ô được đánh dấu.",
  unauthenticated: "Phiên đăng nhập đã hết. Đăng nhập lại để đi tiếp.",
  denied: "Tài khoản này không được làm việc này.",
  missing: "Không có mục này, hoặc mục thuộc cơ sở khác.",
  id_reused: "Lần gửi này trùng mã với một lần khác nội dung. Tải lại trang rồi gửi lại.",
  stale: "Nội dung vừa được người khác sửa. Xem bản mới rồi làm lại.",
  busy: "Máy chủ đang bận. Chờ ít giây rồi thử lại.",
  other: "Chưa làm được việc này. Thử lại, nếu vẫn vậy báo quản trị kèm mã tra cứu.",

  // The server's edge.
  validation: "Có ô chưa đúng nên chưa ghi được. Sửa các ô được đánh dấu rồi gửi lại.",
  internal:
    "Máy chủ trục trặc, việc này chưa ghi được. Thử lại, nếu vẫn vậy báo quản trị kèm mã tra cứu. Ca cấp cứu: gọi điện ngay.",
  body_too_large: "Nội dung gửi quá dài, máy chủ không nhận. Rút ngắn rồi gửi lại.",
  body_too_slow: "Mạng quá chậm, máy chủ chưa nhận đủ. Phần đã nhập vẫn còn, gửi lại khi mạng khá hơn.",
  bad_request: "Trang đang mở và máy chủ không cùng bản nên chưa làm được. Tải lại trang rồi làm lại.",
  content_type: "Trang đang mở và máy chủ không cùng bản nên chưa làm được. Tải lại trang rồi làm lại.",
  method_not_allowed: "Trang đang mở và máy chủ không cùng bản nên chưa làm được. Tải lại trang rồi làm lại.",
  no_such_address: "Máy chủ không có địa chỉ này, trang đang mở có thể là bản cũ. Tải lại trang rồi làm lại.",
  too_many_requests:
    "Máy này vừa hỏi máy chủ quá nhiều trong chốc lát. Chờ vài giây rồi làm lại; gọi cấp cứu và cuộc gọi vẫn chạy.",
  other_origin:
    "Trang này mở từ địa chỉ khác nên máy chủ không nhận thay đổi. Mở lại đúng địa chỉ được cấp, nếu vẫn vậy báo quản trị.",

  // Signing in, and signing papers.
  sign_in_first: "Chưa đăng nhập nên chưa mở được phần này. Đăng nhập rồi làm lại.",
  sign_in_refused: "Tên đăng nhập hoặc mật khẩu chưa đúng. Xem lại chữ hoa, bộ gõ tiếng Việt rồi thử lại.",
  second_factor_needed:
    "Mật khẩu đúng. Nhập thêm mã 6 số trong ứng dụng xác thực, mã dự phòng, hoặc dùng khóa truy cập.",
  second_factor_refused:
    "Mã chưa đúng hoặc đã dùng rồi. Chờ mã mới trong ứng dụng rồi nhập lại, hoặc dùng mã dự phòng.",
  pin_refused: "Mã PIN chưa đúng. Còn {left} lần thử trên máy này.",
  pin_locked: "Máy này chưa nhận mã PIN của người này. Nhập mật khẩu để vào.",
  screen_locked: "Màn hình đang khóa. Mở khóa để xem tiếp; gọi cấp cứu và cuộc gọi vẫn chạy.",
  not_signed_in: "Phiên đăng nhập đã hết, việc vừa làm chưa ghi. Đăng nhập lại rồi làm lại.",
  session_over: "Phiên đăng nhập đã hết. Đăng nhập lại để đi tiếp, bản nháp trên máy vẫn còn.",
  ticket_stale: "Chưa nối lại được với máy chủ. Máy tự nối lại, nếu lâu thì tải lại trang.",
  wrong_password: "Mật khẩu chưa đúng nên chưa làm gì. Xem lại chữ hoa, bộ gõ tiếng Việt rồi nhập lại.",
  too_many_sign_ins: "Sai mật khẩu nhiều lần nên máy tạm chưa nhận. Chờ nhiều nhất một phút rồi thử lại.",
  passwords_busy: "Nhiều người đăng nhập cùng lúc, máy chủ chưa kịp xem mật khẩu. Chờ vài giây rồi thử lại.",
  passkey_refused: "Khóa truy cập này không mở được tài khoản nào ở đây. Dùng khóa khác, hoặc đăng nhập bằng mật khẩu.",
  ceremony_over: "Lần xác nhận này quá lâu hoặc đã dùng rồi. Bấm làm lại từ đầu.",
  "oidc.off": "Ở đây không dùng cách đăng nhập này. Đăng nhập bằng mật khẩu.",
  "oidc.refused": "Đăng nhập bên kia chưa xong, quá lâu hoặc không tin được. Bấm đăng nhập lại từ đầu.",
  "oidc.unknown_person":
    "Đã đăng nhập bên kia, nhưng ở đây chưa có tài khoản nào thuộc về người này. Nhờ quản trị, hoặc dùng mật khẩu.",
  "oidc.unavailable": "Nơi đăng nhập bên kia không trả lời. Thử lại sau, hoặc đăng nhập bằng mật khẩu.",

  // Duty and who supports whom.
  no_hospital:
    "Hôm nay trạm chưa có bệnh viện hỗ trợ nên máy chưa gọi được ai. Gọi điện thẳng cho bệnh viện, rồi báo quản trị.",
  "shift.not_yours": "Ca trực này của người khác nên không vào ca thay được. Người có tên trong lịch tự xác nhận.",
  "shift.too_early": "Còn hơn 60 phút mới tới ca trực nên chưa vào ca được. Gần giờ rồi xác nhận.",
  "shift.over": "Ca trực này đã hết giờ, đã đổi hoặc đã bỏ nên không vào ca được. Xem lại lịch trực.",
  "shift.not_over": "Ca trực chưa hết giờ nên chưa chốt được. Chốt sau khi hết ca.",
  "shift.overlap": "Người này đã có ca trực trùng giờ nên chưa xếp được. Chọn giờ khác hoặc người khác.",

  // The case.
  "consult.incomplete": "Yêu cầu còn thiếu phần bác sĩ cần để trả lời nên chưa gửi. Điền ô được đánh dấu rồi gửi lại.",
  "consent.needed":
    "Chưa hỏi người bệnh có đồng ý gửi bệnh án không nên chưa gửi. Hỏi, ghi lại rồi gửi; cấp cứu thì gọi cấp cứu.",
  "consent.refused":
    "Người bệnh không đồng ý gửi bệnh án nên không gửi. Vẫn khám, điều trị tại trạm, hoặc hỏi bác sĩ qua điện thoại không nêu tên.",
  "consent.incomplete":
    "Phần đồng ý còn thiếu người nói, tư cách đại diện, ý của trẻ hoặc lý do nên chưa ghi. Điền rồi ghi lại.",
  "consent.ground": "Diện cấp cứu chỉ dùng để gửi bệnh án cho bệnh viện. Việc này phải hỏi người bệnh rồi ghi.",
  "consent.child_refused": "Trẻ từ 7 tuổi không đồng ý nên không ghi là đồng ý được. Ghi “không đồng ý”.",
  "consent.nothing_to_withdraw":
    "Việc này chưa được đồng ý hoặc đã rút trước đó nên không có gì để rút. Xem lại phần đồng ý.",
  "consent.unknown_text": "Trang này cũ hơn máy chủ nên chưa ghi được lời đồng ý. Tải lại trang rồi ghi lại.",
  "consult.wrong_state": "Ca đã sang bước khác nên không làm được việc này nữa. Xem ca lúc này rồi làm tiếp.",
  "consult.already_accepted": "Bác sĩ khác đã nhận ca này trước. Không phải làm gì thêm.",
  "consult.stat_needs_voice":
    "Ca cấp cứu phải nói chuyện ngay: không trả lời văn bản, không gửi lại trạm, không hẹn giờ. Nhận ca rồi hỏi trong phòng.",
  "consult.urgency_only_rises":
    "Mức khẩn đã gửi chỉ nâng lên được nên giữ mức đang có. Bệnh nhẹ đi thì báo bác sĩ trong ca.",
  "consult.own_case": "Người xin hội chẩn không tự nhận ca mình gửi. Đợi bác sĩ khác nhận.",
  "consult.not_yours":
    "Ca này thuộc cơ sở khác hoặc bác sĩ khác nên tài khoản này không làm được. Về trang chính xem ca đang có.",

  // The room.
  "call.ended": "Cuộc gọi này đã kết thúc, không vào lại được. Ca còn mở thì bắt đầu cuộc gọi mới từ ca đó.",
  "call.full": "Phòng đã có người khác của phía này. Đợi người đó rời phòng rồi thử lại.",
  "call.not_in_room": "Máy này chưa ở trong phòng nên chưa gửi được. Vào lại phòng rồi làm tiếp.",
  "call.nobody_there": "Đầu kia chưa ở trong phòng. Khi có người vào, máy tự nối, không phải bấm gì.",
  "call.stale_generation": "Đường nối vừa được thay bằng đường mới. Máy tự nối lại, không phải bấm gì.",
  "call.bad_description":
    "Trình duyệt này gửi thông số cuộc gọi máy chủ không nhận nên chưa có hình, tiếng. Tải lại trang, nếu vẫn vậy gọi điện và báo quản trị.",

  // Trying the line.
  "line_test.busy":
    "Nhiều người đang gọi thử nên chưa tới lượt. Thử lại sau nửa phút. Ca vẫn được gọi, vào phòng vẫn được.",
  "line_test.unavailable":
    "Máy chủ chưa trả lời cuộc gọi thử nên chưa đo được. Thử lại. Ca vẫn được gọi, vào phòng vẫn được.",
  "line_test.bad_offer":
    "Trình duyệt này không gọi thử được nên chưa đo đường truyền. Vào phòng vẫn được, nên dùng Chrome hoặc Edge bản mới.",

  // Minutes.
  "minutes.locked": "Biên bản đã ký đủ và khóa nên không sửa được nữa. Xem hoặc in bản đã ký.",
  "minutes.field_changed": "Mục này vừa được bên kia sửa. Xem hai bản rồi chọn.",
  "minutes.unknown_place": "Nơi điều trị chỉ chọn một trong ba: tại trạm, chuyển trong ngày, chuyển cấp cứu. Chọn lại.",
  "minutes.conclusion_incomplete": "Kết luận còn mục trống. Điền đủ 5 mục rồi xác nhận.",
  "minutes.not_concluded": "Chủ tọa chưa xác nhận kết luận nên chưa ký được. Xác nhận xong rồi ký.",
  "minutes.consult_over": "Ca đã rút hoặc hết hạn nên không ghi thêm được. Cần hội chẩn lại thì gửi yêu cầu mới.",
  "minutes.document_changed": "Biên bản vừa được sửa nên chưa ký. Đọc lại bản mới rồi ký.",
  "minutes.line_signed": "Phần ký này người khác đã ký. Xem lại phần chữ ký.",
  "minutes.same_person": "Chủ tọa và thư ký phải là hai người nên chưa ký. Để người khác ký phần còn lại.",

  // Records.
  "record.not_yours":
    "Hồ sơ này thuộc cơ sở khác hoặc người khác nên tài khoản này không làm được. Nhờ người phụ trách ca.",

  // Made by the browser itself.
  "minutes.unsent": "Còn chữ chưa gửi được. Đợi có mạng rồi thử lại.",
} as const;
