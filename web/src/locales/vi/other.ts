/** For an account that holds no role with screens. */
export const other = {
  titleNone: "Tài khoản chưa được giao vai trò",
  leadNone: "Đăng nhập được, nhưng chưa biết tài khoản này làm việc ở đâu, việc gì.",
  askNone: "Báo quản trị của đơn vị giao vai trò, rồi đăng xuất và đăng nhập lại.",
  now: "Trong lúc chờ",
} as const;
