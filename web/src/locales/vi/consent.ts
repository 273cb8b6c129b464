/** The patient's word and the protection of a case, as both ends read them. */
export const consent = {
  title: "Đồng ý của người bệnh",
  spoken: "Người bệnh đồng ý bằng lời, ghi lúc {at}",
  signed: "Ký hoặc điểm chỉ đồng ý, ghi lúc {at}",
  relative: "Người đại diện đồng ý, ghi lúc {at}",
  emergency: "Cấp cứu: hội chẩn trước, hỏi đồng ý sau",
  refused: "Không đồng ý gửi bệnh án, ghi lúc {at}",
  withdrawn: "Đã rút đồng ý lúc {at}: bệnh viện không mở tên người bệnh nữa",
  unasked: "Chưa hỏi đồng ý",
  no_video: "Không đồng ý dùng camera: chỉ nói chuyện bằng tiếng",
  no_photo: "Không đồng ý chụp ảnh",
  no_recording: "Không đồng ý ghi hình cuộc gọi",
  cameraOff: "Người bệnh không đồng ý dùng camera nên camera tắt sẵn. Đồng ý lại thì ghi nhận rồi bật.",
  labels: "Hồ sơ cần bảo vệ riêng: {list}",
  masked: "Hồ sơ cần bảo vệ riêng: chỉ người điều trị thấy nội dung",
  protect: "Bảo vệ riêng",
  record: "Ghi nhận đồng ý",
  withdraw: "Rút lại đồng ý",
} as const;

export const label = {
  hiv: "HIV",
  tb: "Lao",
  mental_health: "Sức khỏe tâm thần",
  sexual_violence: "Bạo lực tình dục",
} as const;
