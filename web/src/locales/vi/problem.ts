/** A sentence for each problem's code: cause, effect, next act. Features add theirs here. `docs/problems.md` lists the codes. */
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
  other_origin:
    "Trang này mở từ địa chỉ khác nên máy chủ không nhận thay đổi. Mở lại đúng địa chỉ được cấp, nếu vẫn vậy báo quản trị.",

  // Signing in, and signing papers.
  sign_in_first: "Chưa đăng nhập nên chưa mở được phần này. Đăng nhập rồi làm lại.",
  sign_in_refused: "Tên đăng nhập hoặc mật khẩu chưa đúng. Xem lại chữ hoa, bộ gõ tiếng Việt rồi thử lại.",
  not_signed_in: "Phiên đăng nhập đã hết, việc vừa làm chưa ghi. Đăng nhập lại rồi làm lại.",
  session_over: "Phiên đăng nhập đã hết. Đăng nhập lại để đi tiếp, bản nháp trên máy vẫn còn.",
  ticket_stale: "Chưa nối lại được với máy chủ. Máy tự nối lại, nếu lâu thì tải lại trang.",
  wrong_password: "Mật khẩu chưa đúng nên chưa ký. Xem lại chữ hoa, bộ gõ tiếng Việt rồi nhập lại.",
  too_many_sign_ins: "Sai mật khẩu nhiều lần nên máy tạm chưa nhận. Chờ nhiều nhất một phút rồi thử lại.",
  passwords_busy: "Nhiều người đăng nhập cùng lúc, máy chủ chưa kịp xem mật khẩu. Chờ vài giây rồi thử lại.",

  // Duty and who supports whom.
  no_hospital:
    "Hôm nay trạm chưa có bệnh viện hỗ trợ nên máy chưa gọi được ai. Gọi điện thẳng cho bệnh viện, rồi báo quản trị.",
  "shift.not_yours": "Ca trực này của người khác nên không vào ca thay được. Người có tên trong lịch tự xác nhận.",
  "shift.too_early": "Còn hơn 60 phút mới tới ca trực nên chưa vào ca được. Gần giờ rồi xác nhận.",
  "shift.over": "Ca trực này đã hết giờ, đã đổi hoặc đã bỏ nên không vào ca được. Xem lại lịch trực.",
  "shift.not_over": "Ca trực chưa hết giờ nên chưa chốt được. Chốt sau khi hết ca.",
  "shift.overlap": "Người này đã có ca trực trùng giờ nên chưa xếp được. Chọn giờ khác hoặc người khác.",
  "assignment.overlap": "Những ngày này trạm đã có bệnh viện khác hỗ trợ nên chưa lưu được. Sửa ngày cho khỏi trùng.",

  // The case.
  "consult.incomplete": "Yêu cầu còn thiếu phần bác sĩ cần để trả lời nên chưa gửi. Điền ô được đánh dấu rồi gửi lại.",
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

  // The station's decision.
  "decision.exists": "Trạm đã ghi quyết định cho ca này nên không ghi lần nữa. Mở ca để xem.",
  "decision.too_early": "Ca chưa có kết luận, cũng chưa chuyển đi, nên chưa ghi quyết định được. Đợi kết luận rồi ghi.",
  "decision.incomplete": "Làm khác lời khuyên thì phải ghi khác ở mục nào và vì sao. Điền ô được đánh dấu rồi lưu lại.",

  // Referral.
  "referral.incomplete": "Phiếu chuyển còn {missing} mục trống nên chưa ký được. Điền mục được đánh dấu rồi ký.",
  "referral.locked": "Phiếu chuyển đã ký, đã gửi hoặc đã bỏ nên không sửa được nữa. Xem phiếu đang có.",
  "referral.not_signed": "Phiếu chuyển chưa ký nên chưa gửi được. Ký rồi gửi.",
  "referral.open_exists":
    "Người bệnh đã có phiếu chuyển đang mở tới nơi này nên không lập thêm. Mở phiếu đó để làm tiếp.",
  "referral.too_early":
    "Ca chưa có bác sĩ nhận, cũng chưa chuyển đi, nên chưa lập phiếu được. Phải đi ngay thì bấm Chuyển cấp cứu ngay.",
  "referral.no_hospital": "Phiếu chuyển chỉ gửi tới bệnh viện. Chọn lại nơi đến.",
  "record.not_yours":
    "Hồ sơ này thuộc cơ sở khác hoặc người khác nên tài khoản này không làm được. Nhờ người phụ trách ca.",

  // Consult log.
  "log.denied": "Tài khoản này chưa có quyền xem hoặc tải sổ hội chẩn. Cần dùng thì báo quản trị.",
  "log.bad_mark": "Không tìm lại được chỗ đang xem trong sổ. Xem lại từ ca mới nhất.",

  // Made by the browser itself.
  "referral.unsent": "Còn chữ chưa lưu được nên chưa ký. Đợi có mạng, hoặc xem ô được đánh dấu, rồi ký lại.",
  "minutes.unsent": "Còn chữ chưa gửi được. Đợi có mạng rồi thử lại.",
} as const;
