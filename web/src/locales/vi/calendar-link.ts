/** Links a calendar program reads. */
export const calendarLink = {
  made: "Đã tạo đường dẫn lịch",
  address: "Đường dẫn iCal",
  copy: "Chép",
  copied: "Đã chép đường dẫn",
  once: "Đường dẫn chỉ hiện một lần này. Dán vào ứng dụng lịch ở mục “thêm lịch từ URL”. Ai có đường dẫn đều xem được lịch, nên đừng gửi cho người khác.",
  since: "Đường dẫn tạo ngày {day}",
  used: "Ứng dụng lịch đọc lần cuối {when}",
  unused: "Chưa ứng dụng lịch nào đọc",
  revoke: "Thu hồi",
  revokeSure: "Thu hồi, lịch sẽ ngừng cập nhật",
  make: "Tạo đường dẫn iCal",
  makeAnother: "Tạo thêm đường dẫn",
} as const;
