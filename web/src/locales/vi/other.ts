/** For roles whose own screens are not there yet. */
export const other = {
  title: "Màn hình cho vai trò này chưa có",
  lead: "Đăng nhập đúng rồi. Phần dưới cho biết sẽ làm được gì ở đây, và hỏi ai trong lúc chờ.",
  titleNone: "Tài khoản chưa được giao vai trò",
  leadNone: "Đăng nhập được, nhưng chưa biết tài khoản này làm việc ở đâu, việc gì.",
  askNone: "Báo quản trị của đơn vị giao vai trò, rồi đăng xuất và đăng nhập lại.",
  will: "Sẽ làm được ở đây",
  now: "Trong lúc chờ",
  coordinator1: "Xếp lịch trực hội chẩn, đổi ca, thấy trước chỗ trống trong 14 ngày",
  coordinator2: "Bảng tối nay: ai đang trực, ai chưa vào ca",
  coordinator3: "Theo dõi ca đang chờ, mời thêm người vào hội chẩn",
  coordinatorNow: "Lịch trực vẫn theo bản đang dán ở khoa. Hỏi trưởng khoa; ca đang chờ thì hỏi quản lý bệnh viện.",
} as const;
