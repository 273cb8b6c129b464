/** Asking the patient, at the station. */
export const consentAsk = {
  readAloud: "Đọc cho người bệnh, người nhà nghe:",
  who: "Ai trả lời?",
  patient: "Người bệnh",
  relative: "Người đại diện",
  small: "Dưới 7 tuổi: người đại diện trả lời.",
  child: "Từ 7 đến dưới 18 tuổi: người đại diện trả lời, và hỏi cả ý trẻ.",
  unconscious: "Glasgow từ 8 trở xuống: người đại diện trả lời. Nguy hiểm tính mạng thì gọi cấp cứu, hỏi sau.",
  childAsked: "Ý của trẻ",
  childNo: "Trẻ không đồng ý: chỉ ghi được “Không đồng ý”.",
  name: "Họ tên người đại diện",
  relation: "Quan hệ với người bệnh",
  relationHint: "Ví dụ: mẹ, chồng, trưởng bản",
  representative: "Đại diện theo diện nào?",
  choose: "Chọn một diện",
  how: "Ghi nhận bằng cách nào?",
  spoken: "Nói trước mặt người ghi",
  signed: "Ký hoặc điểm chỉ vào giấy",
  interpreter: "Người phiên dịch",
  ifAny: "nếu có",
  yes: "Đồng ý",
  no: "Không đồng ý",
  recordTitle: "Ghi nhận đồng ý",
  withdrawTitle: "Rút lại đồng ý",
  withdrawText: "Người bệnh, người đại diện rút lại lúc nào cũng được, không phải nói lý do. Hai đầu cùng thấy ngay.",
  withdrawShare: "Bệnh viện không mở được tên người bệnh nữa. Phần đã tư vấn vẫn giữ trong hồ sơ của trạm.",
  labelsTitle: "Hồ sơ cần bảo vệ riêng",
  labelsText:
    "Điều phối, quản lý và báo cáo không thấy chẩn đoán; người điều trị thấy đủ. Bỏ nhãn: chỉ người xin hội chẩn hoặc bác sĩ đang giữ ca.",
  labelsSave: "Lưu",
  lacking: "Còn thiếu: {list}",
} as const;

export const purpose = {
  share: "Gửi bệnh án để hội chẩn",
  video: "Dùng camera khi hội chẩn",
  photo: "Chụp ảnh gửi kèm bệnh án",
  recording: "Ghi hình cuộc gọi",
} as const;

export const representative = {
  statutory: "Theo pháp luật: cha, mẹ, người giám hộ",
  chosen_by_family: "Do gia đình cử",
  chosen_by_patient: "Do người bệnh chọn từ trước",
  authorised: "Có giấy ủy quyền",
  legal_entity: "Cơ sở đang nuôi dưỡng, quản lý người bệnh",
  volunteer: "Người tự nguyện nhận",
} as const;

export const consentPlace = {
  who: "ai trả lời",
  relative: "tên người đại diện",
  representative: "diện đại diện",
  child: "ý của trẻ",
  how: "cách ghi nhận",
  agreed: "câu trả lời",
} as const;
