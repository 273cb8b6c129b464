export const signIn = {
  heading: "Đăng nhập",
  username: "Tên đăng nhập",
  password: "Mật khẩu",
  submit: "Đăng nhập",
  submitting: "Đang vào",
} as const;
