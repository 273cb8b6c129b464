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
} as const;
