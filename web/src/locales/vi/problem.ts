/** A sentence for each problem's code: cause, effect, next act. Features add theirs here. `docs/problems.md` lists the codes. */
export const problem = {
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
} as const;
