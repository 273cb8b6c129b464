/** Problems only papers, log, administration, privacy and one's own security can meet: they travel with those screens' words. */
export const problemLate = {
  // Other systems.
  "exchange.unfit": "Giá trị không vừa cột trong bảng của BHYT. Sửa ở hồ sơ rồi lấy lại.",
  "exchange.key_refused": "Khóa này không còn mở được gì. Cấp khóa mới cho phần mềm đó.",
  "exchange.keys_only": "Địa chỉ này chỉ dành cho phần mềm có khóa. Dùng màn hình của trang.",
  "exchange.kind_not_given": "Khóa này chưa được cấp loại dữ liệu đó. Cấp khóa mới có loại cần đọc.",
  "exchange.no_kinds": "Chưa chọn dữ liệu được đọc. Chọn ca hội chẩn trước, rồi các phần của ca.",
  "exchange.bad_expiry": "Khóa phải có ngày hết hạn, không quá {days} ngày. Chọn lại thời hạn.",
  "exchange.too_many_keys": "Cơ sở này đã có {most} khóa đang dùng. Thu hồi khóa không dùng rồi cấp.",
  "exchange.bad_place": "Danh sách đã đổi chỗ. Hỏi lại từ đầu.",
  "exchange.bad_span": "Khoảng ngày phải có đầu, có cuối và không quá {days} ngày. Chọn lại.",
  "webhook.bad_address": "Địa chỉ phải bắt đầu bằng https, nằm ngoài mạng này và không kèm mật khẩu. Sửa lại địa chỉ.",
  "webhook.no_topics": "Chưa chọn việc cần báo. Chọn ít nhất một việc.",
  "webhook.too_many": "Cơ sở này đã có {most} địa chỉ. Xóa địa chỉ không dùng rồi thêm.",
  "webhook.message_taken": "Bên kia đã nhận tin này rồi, không cần gửi lại.",
  "webhook.stopped": "Địa chỉ này đang ngừng báo. Bấm báo lại rồi gửi thử.",
  // One's own security, invitations.
  pin_too_simple: "Mã PIN này dễ đoán. Chọn 6 số khác, không trùng nhau và không liền nhau.",
  "password.too_short": "Mật khẩu còn ngắn, phải có ít nhất {min} ký tự. Một câu dài dễ nhớ là tốt nhất.",
  "password.has_name": "Mật khẩu không được chứa tên hoặc tên đăng nhập. Chọn câu khác.",
  "password.too_simple": "Mật khẩu chỉ là một đoạn lặp lại hoặc dãy liền nhau nên rất dễ đoán. Chọn câu khác.",
  "password.common": "Mật khẩu này nhiều người dùng nên bị thử trước tiên. Chọn câu khác.",
  "password.same": "Mật khẩu mới trùng mật khẩu cũ. Chọn mật khẩu khác.",
  "password.longer_first":
    "Không còn lớp xác thực thứ hai thì mật khẩu phải có ít nhất {min} ký tự. Đổi mật khẩu dài hơn trước, rồi bỏ.",
  code_refused: "Mã chưa đúng hoặc đã dùng rồi. Xem giờ trên điện thoại có đúng không, chờ mã mới rồi nhập lại.",
  "totp.on": "Tài khoản đã dùng mã của một ứng dụng xác thực. Bỏ ứng dụng đó trước, rồi thêm ứng dụng mới.",
  "second_factor.none":
    "Chưa có lớp xác thực thứ hai nên chưa cần mã dự phòng. Thêm ứng dụng xác thực hoặc khóa truy cập trước.",
  "second_factor.last": "Đây là lớp xác thực thứ hai duy nhất nên chưa bỏ được. Thêm một lớp khác trước, rồi bỏ.",
  "passkey.unfit": "Máy này chưa tạo được khóa truy cập cho trang này. Thử lại, hoặc dùng máy khác, khóa khác.",
  "passkey.known": "Khóa truy cập này đã thêm từ trước. Không cần thêm nữa.",
  "passkey.too_many": "Đã có quá nhiều khóa truy cập. Bỏ khóa không dùng rồi thêm.",
  invitation_over: "Đường dẫn này đã dùng, đã có đường dẫn mới hơn, hoặc đã hết hạn. Xin quản trị đường dẫn mới.",

  // The station's decision.
  "minutes.not_signed": "Biên bản chưa ký xong nên chưa cần bản sửa. Sửa thẳng vào bản nháp.",
  "minutes.not_a_correction": "Đây là biên bản đầu của ca, không bỏ được.",
  "minutes.correction_open": "Đang có bản sửa lần {edition} của biên bản này. Mở bản đó để sửa tiếp.",
  "minutes.nothing_to_read": "Mục này còn trống nên chưa đọc lại được. Điền rồi đọc lại.",
  "passkey.none": "Tài khoản này chưa có khóa bảo mật để ký. Ký bằng mật khẩu.",
  "passkey.signer_not_shown": "Khóa bảo mật chưa xác nhận được người ký nên chưa ký. Thử lại, hoặc ký bằng mật khẩu.",
  "seal.off": "Máy chủ chưa có chứng thư số để đóng dấu. Báo người quản trị.",
  "decision.outcomes_contradict": "Hai hướng xử trí này không thể cùng đúng nên chưa lưu. Bỏ bớt một hướng.",
  "decision.exists": "Trạm đã ghi quyết định cho ca này nên không ghi lần nữa. Mở ca để xem.",
  "decision.too_early": "Ca chưa có kết luận, cũng chưa chuyển đi, nên chưa ghi quyết định được. Đợi kết luận rồi ghi.",
  "decision.incomplete": "Làm khác lời khuyên thì phải ghi khác ở mục nào và vì sao. Điền ô được đánh dấu rồi lưu lại.",

  // Referral.
  "referral.incomplete": "Phiếu chuyển còn {missing} mục trống nên chưa ký được. Điền mục được đánh dấu rồi ký.",
  "referral.locked": "Phiếu chuyển đã ký, đã gửi hoặc đã bỏ nên không sửa được nữa. Xem phiếu đang có.",
  "paper.not_final": "Giấy tờ này chưa ký đủ nên chưa in được bản chuyển đổi. Đợi ký đủ rồi in.",
  "referral.not_signed": "Phiếu chuyển chưa ký nên chưa gửi được. Ký rồi gửi.",
  "referral.open_exists":
    "Người bệnh đã có phiếu chuyển đang mở tới nơi này nên không lập thêm. Mở phiếu đó để làm tiếp.",
  "referral.too_early":
    "Ca chưa có bác sĩ nhận, cũng chưa chuyển đi, nên chưa lập phiếu được. Phải đi ngay thì bấm Chuyển cấp cứu ngay.",
  "referral.no_hospital": "Phiếu chuyển chỉ gửi tới bệnh viện. Chọn lại nơi đến.",
  "referral.not_now": "Phiếu chuyển không còn ở bước này. Mở lại phiếu để xem.",
  "referral.not_fit_unexplained": "Người bệnh không đủ điều kiện vận chuyển: ghi vì sao vẫn phải đi.",
  "referral.same_place": "Chọn bệnh viện khác nơi gửi và nơi đang nhận.",
  "follow_up.over": "Lịch hẹn này đã ghi khác, hoặc chưa hết ngày. Mở lại để xem.",
  "follow_up.past": "Ngày hẹn đã qua. Chọn ngày sắp tới.",
  "follow_up.exists": "Ca này đã có hẹn ngày đó. Dùng lịch hẹn đang có.",
  "result.too_early": "Chưa đến ngày hỏi kết quả, hoặc ca chưa có kết luận. Đợi đến ngày.",

  // Consult log.
  "log.denied": "Tài khoản này chưa có quyền xem hoặc tải sổ hội chẩn. Cần dùng thì báo quản trị.",
  "log.bad_mark": "Không tìm lại được chỗ đang xem trong sổ. Xem lại từ ca mới nhất.",
  "audit.denied": "Nhật ký truy cập dành cho người kiểm soát dữ liệu cá nhân.",
  "audit.bad_mark": "Không tìm lại được chỗ đang xem trong nhật ký. Xem lại từ dòng mới nhất.",

  // Opened cases, patients' own data, totals.
  "privacy.denied": "Tài khoản này không có quyền làm việc này ở đây. Nhờ người được giao việc, hoặc báo quản trị.",
  "access.no_such_case": "Không có ca nào đã gửi mang mã này. Kiểm lại mã rồi thử lại.",
  "access.already_reviewed": "Lượt mở này đã rà soát xong, hoặc đang chờ trả lời. Tải lại để xem.",
  "access.own": "Không ai tự rà soát lượt mở của chính mình. Nhờ người kiểm soát khác.",
  "access.question_needed": "Yêu cầu giải trình thì phải có câu hỏi. Ghi câu hỏi rồi gửi lại.",
  "data_request.closed": "Yêu cầu này đã trả lời xong, hoặc thuộc loại khác. Tải lại để xem.",
  "data_request.not_approved": "Người kiểm soát chưa duyệt yêu cầu xóa này nên chưa xóa được. Chờ duyệt rồi xóa.",
  "data_request.kept_by_law":
    "Luật buộc giữ hồ sơ của người bệnh này đến hết {until} nên chưa xóa được. Trả lời người bệnh như vậy.",
  "data_request.erased": "Danh tính người bệnh này đã xóa trước đó. Không cần làm gì thêm.",
  "totals.bad_period": "Khoảng ngày không hợp lệ: ngày cuối phải sau ngày đầu và không quá mười năm. Chọn lại.",

  // People, roles, facilities, assignments.
  "person.username_taken": "Tên đăng nhập này đã có người dùng. Chọn tên khác.",
  "person.disabled": "Tài khoản này đang khóa. Mở khóa trước rồi làm lại.",
  "person.own": "Không ai tự khóa tài khoản hoặc tự đổi vai trò của mình. Nhờ người quản trị khác.",
  "person.holds_more": "Người này có quyền giám sát ở nơi khác nên đơn vị không đổi được tài khoản. Nhờ quản trị tỉnh.",
  "grant.overlap":
    "Người này đã có vai trò đó ở cơ sở đó trong những ngày này. Chọn ngày sau khi vai trò kia kết thúc.",
  "grant.over": "Vai trò này đã kết thúc, hoặc kết thúc trước ngày vừa chọn. Muốn kéo dài thì thêm vai trò mới.",
  "grant.too_many": "Người này giữ quá nhiều vai trò cùng lúc. Cho thôi vai trò không dùng rồi thêm.",
  "grant.day_passed": "Vai trò chỉ bắt đầu hoặc thôi từ hôm nay trở đi. Chọn lại ngày.",
  "grant.ends_before": "Ngày cuối phải sau ngày bắt đầu. Chọn lại ngày.",
  "grant.end_needed": "Luân phiên và phân công tạm phải có ngày cuối. Điền ngày cuối.",
  "grant.specialty_needed": "Vai trò này gắn với một chuyên khoa. Chọn chuyên khoa.",
  "grant.specialty_refused": "Vai trò này không theo chuyên khoa. Bỏ chuyên khoa rồi lưu lại.",
  "grant.wrong_facility": "Vai trò này không có ở loại cơ sở đó. Chọn cơ sở khác.",
  "grant.wrong_profession":
    "Nghề nghiệp của người này không giữ được vai trò đó. Xem lại nghề nghiệp hoặc chọn vai trò khác.",
  "facility.taken": "Chữ đầu mã ca hoặc mã cơ sở này đã thuộc cơ sở khác. Chọn lại.",
  "facility.prefix_needed": "Trạm phải có hai hoặc ba chữ đứng đầu mã ca. Điền thêm.",
  "facility.document_needed": "Cho người khác ngoài bác sĩ ký thì phải có số văn bản của thủ trưởng. Điền số văn bản.",
  "assignment.overlap": "Vừa có người đổi bệnh viện của trạm này. Tải lại để xem.",
  "assignment.planned": "Trạm này đã có một lần đổi chờ tới ngày. Rút lần đổi đó trước.",
  "assignment.same": "Bệnh viện này đang phụ trách trạm. Chọn bệnh viện khác.",
  "assignment.begun": "Phân công đã bắt đầu nên không rút được. Đổi bệnh viện từ một ngày mới.",
  "assignment.day_passed": "Chỉ đổi từ hôm nay trở đi. Chọn lại ngày.",
  "holiday.day_passed": "Chỉ đặt hoặc bỏ ngày nghỉ từ hôm nay trở đi. Chọn lại ngày.",
  "assignment.wrong_kind": "Chỉ phân công trạm cho bệnh viện. Chọn lại.",
  "assignment.twice":
    "Bệnh viện này đã phụ trách trạm, là nơi gọi trước hoặc nơi gọi sau. Chọn bệnh viện khác, hoặc cho thôi phân công kia trước.",
  "assignment.needed": "Trạm luôn phải có bệnh viện gọi trước. Muốn đổi thì phân công bệnh viện khác từ một ngày.",
  "assignment.over": "Phân công này đã thôi, hoặc thôi trước ngày vừa chọn. Tải lại để xem.",

  // Rosters, leave.
  "roster.cell_taken": "Vừa có người xếp trực cho bác sĩ này trong những giờ đó. Xem lại ô rồi chọn.",
  "roster.draft_moved": "Bản nháp hoặc lịch đang chạy vừa đổi so với lúc xem trước. Xem trước lại rồi công bố.",
  "roster.nothing_drafted": "Bản nháp chưa thay đổi gì nên chưa có gì để công bố. Xếp ca trước.",
  "roster.blocked":
    "Còn ca trùng giờ, trùng ngày nghỉ hoặc luân phiên nên chưa lưu được. Sửa từng ô được nêu rồi làm lại.",
  "roster.begun": "Ca này đã bắt đầu nên bản nháp không đổi được nữa. Dùng Thay ngay và ghi lý do.",
  "roster.not_staff": "Người này không trực cho bệnh viện trong những ngày đó. Chọn người khác.",
  "roster.not_a_part": "Giờ thay không nằm trong ca trực, hoặc đã qua. Sửa lại giờ.",
  "absence.overlap": "Người này đã có ngày nghỉ trùng những ngày đó. Rút lần nghỉ kia, hoặc đổi ngày.",
  "absence.over": "Lần nghỉ này đã qua nên không đổi được nữa.",

  // Swaps, rotations.
  "swap.over": "Lời đổi ca này đã được trả lời, duyệt hoặc rút. Tải lại để xem.",
  "swap.pending": "Một trong hai ca đang nằm trong lời đổi khác. Chờ xong, hoặc rút lời đó trước.",
  "swap.too_late": "Ca trực đã bắt đầu nên không đổi được nữa. Cần người thay thì báo trưởng khoa.",
  "swap.shift_gone": "Một trong hai ca vừa bị đổi hoặc hủy. Xem lại lịch rồi đề nghị ca khác.",
  "swap.wrong_shift": "Chỉ đổi ca của mình lấy ca của người đó ở cùng bệnh viện. Chọn lại ca.",
  "swap.unfit": "Có người không thuộc chuyên khoa của ca kia vào ngày đó. Chọn người hoặc ca khác.",
  "swap.away": "Có người nghỉ phép hoặc đi luân phiên trong giờ của ca sẽ nhận. Chọn người hoặc ca khác.",
  "swap.own": "Không ai tự duyệt lời đổi ca của mình. Nhờ trưởng khoa khác hoặc quản lý bệnh viện duyệt.",
  "rotation.overlap": "Bác sĩ này đã có kỳ luân phiên ở một trạm trong những ngày đó. Đổi ngày, hoặc chọn người khác.",
  "rotation.shifts":
    "Bác sĩ này còn {count} ca trực đã công bố trong những ngày đó. Xếp người thay, hoặc chọn hủy các ca này khi lưu.",
  "rotation.shift_running": "Bác sĩ này đang trong ca trực. Cho bắt đầu từ ngày sau khi hết ca.",
  "rotation.over": "Kỳ luân phiên này đã hết hoặc đã hủy. Muốn đi tiếp thì thêm kỳ mới.",
  "rotation.unsigned": "Kỳ này chưa có quyết định. Ghi số quyết định trước, hoặc hủy kỳ dự kiến.",
  "rotation.signed": "Kỳ này đã có quyết định. Muốn thêm ngày thì gia hạn.",
  "rotation.begun": "Kỳ luân phiên đã bắt đầu nên không hủy được. Kết thúc sớm thay vì hủy.",
  "rotation.not_begun": "Kỳ luân phiên chưa bắt đầu nên chưa kết thúc sớm được. Hủy nếu không đi nữa.",
  "rotation.day_passed": "Kỳ luân phiên chỉ bắt đầu hoặc kết thúc từ hôm nay trở đi. Chọn lại ngày.",
  "rotation.days":
    "Ngày cuối không hợp: phải sau ngày đầu, không quá hai năm; gia hạn thì dài hơn, về sớm thì ngắn hơn.",
  "rotation.not_of_hospital": "Chỉ cử bác sĩ đang khám chữa bệnh tại bệnh viện này. Chọn người khác.",
  "rotation.wrong_station": "Chỉ luân phiên về trạm y tế. Chọn lại trạm.",
  "rotation.note_needed": "Mục đích khác thì ghi rõ là gì. Điền thêm rồi lưu lại.",
  "rotation.hours": "Giờ đăng ký không hợp: giờ ra phải sau giờ vào, và không chồng nhau. Sửa lại.",
  "consult.practice":
    "Ca thực hành không có người bệnh, không quyết định, không chuyển viện, không ký giấy. Làm ở ca thật.",
  "consult.not_practice": "Đây là ca thật nên không kết thúc kiểu thực hành được. Hủy hoặc đóng ca như thường lệ.",
  "call.elsewhere": "Cuộc gọi này đang mở ở thẻ khác hoặc máy khác. Muốn gọi ở máy này thì bấm Tiếp tục ở đây.",
  "phone_advice.wrong_code": "Không có ca nào mang mã này: nghe hoặc gõ nhầm một số. Đề nghị trạm đọc lại mã.",
  "phone_advice.not_then": "Giờ tư vấn phải ở trong hai tuần qua. Sửa lại giờ.",
  "phone_advice.too_many": "Đã có {most} lời tư vấn chưa ghép được với ca. Chờ các trạm có mạng lại rồi ghi tiếp.",
  "file.too_large": "Tệp này quá lớn. Ảnh thì chụp lại bằng máy ảnh trong phòng hội chẩn, tệp khác thì cắt bớt.",
  "file.quota": "Ca này đã đủ ảnh ({files} ảnh). Chỉ gửi thêm ảnh khi thật cần, ở ca khác.",
  "file.no_room": "Máy chủ gần hết chỗ nên chưa nhận ảnh. Báo người quản trị, ảnh vẫn còn trên máy này.",
  "file.no_picture":
    "Tệp này không đúng loại: chỉ nhận ảnh JPEG, PNG, WebP, tệp PDF, DICOM, video MP4, WebM và ghi âm. Chọn tệp khác.",
  "file.unreadable":
    "Không mở được tệp này: tệp hỏng, có mật khẩu, hoặc không an toàn. Xuất lại tệp, hoặc chụp ảnh gửi thay.",
  "file.too_long": "Video dài quá 3 phút hoặc ghi âm dài quá 15 phút. Cắt ngắn rồi gửi lại.",
  "file.no_page": "Trang này không có hoặc không vẽ được. Chọn trang khác.",
  "file.not_dicom": "Tệp này không phải DICOM nên không chỉnh được cửa sổ xám.",
  "file.case_over": "Ca đã đóng, đã rút hoặc hết hạn nên không thêm ảnh và nét vẽ được nữa.",
  "file.not_arriving": "Ảnh này đã vào hồ sơ hoặc đã bỏ. Tải lại để xem.",
  "file.not_kept": "Ảnh này chưa tới. Đợi gửi xong rồi mở.",
  "file.drawn_full": "Trên ảnh đã có quá nhiều nét. Xóa bớt rồi vẽ tiếp.",
  "upload.offset": "Ảnh đang gửi dở ở chỗ khác. Máy tự gửi tiếp.",
  "upload.hash": "Ảnh tới nơi không còn nguyên vẹn nên đã bỏ. Gửi lại ảnh.",
  "upload.too_much": "Ảnh tới nơi không còn nguyên vẹn nên đã bỏ. Gửi lại ảnh.",
  "camera.bad_code": "Mã không đúng, đã dùng hoặc đã hết hạn. Nhờ trạm hiện mã mới.",
  "camera.out": "Điện thoại này không còn là máy ảnh của ca: ca đã kết thúc hoặc trạm đã ngắt.",
  "camera.too_many": "Ca này đã có bốn điện thoại. Ngắt bớt một máy rồi thêm máy khác.",
  "handover.open": "Ca này đang chờ một người nhận bàn giao. Rút lời đề nghị đó trước rồi đề nghị người khác.",
  "handover.over": "Lời bàn giao này đã được trả lời hoặc đã rút. Tải lại để xem ai đang giữ ca.",
  "handover.cannot_relieve": "Chỉ bàn giao cho bác sĩ khác của bệnh viện đang trả lời ca. Chọn lại người nhận.",
  "ladder.leader_last": "Bậc cuối phải là trực lãnh đạo của bệnh viện, cho cả ba mức. Thêm lại bậc đó ở cuối.",
  "ladder.not_a_hospital": "Một bậc gọi nơi không phải bệnh viện. Chọn lại bệnh viện của bậc đó.",
  "link.changed": "Người khác vừa đổi cài đặt đường mạng của nơi này. Xem lại rồi lưu lần nữa.",
  "calendar_link.too_many": "Đã có {most} đường dẫn lịch. Thu hồi một đường dẫn không dùng nữa rồi tạo lại.",
  "coverage.no_gap": "Giờ này đã có người trực hoặc đã qua nên không cần nhắc nữa. Tải lại để xem.",
  "push.unknown_service":
    "Máy chủ không nhận nơi chuyển thông báo của trình duyệt này. Dùng Chrome, Edge hoặc Firefox.",
  "push.bad_keys": "Trình duyệt đăng ký nhận thông báo chưa đúng. Tắt rồi bật lại thông báo.",
  "shift.not_confirmed": "Chỉ thử chuông được khi đã vào ca và ca chưa hết. Bấm Vào ca trực trước.",
  "person.bad_phone": "Số này không phải số điện thoại Việt Nam. Kiểm tra lại từng chữ số.",

  // Made by the browser itself.
  "referral.unsent": "Còn chữ chưa lưu được nên chưa ký. Đợi có mạng, hoặc xem ô được đánh dấu, rồi ký lại.",

  // The case, the room, duty: told of once the first screen stands.
  no_hospital:
    "Hôm nay trạm chưa có bệnh viện hỗ trợ nên máy chưa gọi được ai. Gọi điện thẳng cho bệnh viện, rồi báo quản trị.",
  "shift.not_yours": "Ca trực này của người khác nên không vào ca thay được. Người có tên trong lịch tự xác nhận.",
  "shift.too_early": "Còn hơn 60 phút mới tới ca trực nên chưa vào ca được. Gần giờ rồi xác nhận.",
  "shift.over": "Ca trực này đã hết giờ, đã đổi hoặc đã bỏ nên không vào ca được. Xem lại lịch trực.",
  "shift.not_over": "Ca trực chưa hết giờ nên chưa chốt được. Chốt sau khi hết ca.",
  "shift.overlap": "Người này đã có ca trực trùng giờ nên chưa xếp được. Chọn giờ khác hoặc người khác.",
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
  "call.ended": "Cuộc gọi này đã kết thúc, không vào lại được. Ca còn mở thì bắt đầu cuộc gọi mới từ ca đó.",
  "call.full": "Phòng đã có người khác của phía này. Đợi người đó rời phòng rồi thử lại.",
  "call.not_in_room": "Máy này chưa ở trong phòng nên chưa gửi được. Vào lại phòng rồi làm tiếp.",
  "call.nobody_there": "Đầu kia chưa ở trong phòng. Khi có người vào, máy tự nối, không phải bấm gì.",
  "call.stale_generation": "Đường nối vừa được thay bằng đường mới. Máy tự nối lại, không phải bấm gì.",
  "call.bad_description":
    "Trình duyệt này gửi thông số cuộc gọi máy chủ không nhận nên chưa có hình, tiếng. Tải lại trang, nếu vẫn vậy gọi điện và báo quản trị.",
  "line_test.busy":
    "Nhiều người đang gọi thử nên chưa tới lượt. Thử lại sau nửa phút. Ca vẫn được gọi, vào phòng vẫn được.",
  "line_test.unavailable":
    "Máy chủ chưa trả lời cuộc gọi thử nên chưa đo được. Thử lại. Ca vẫn được gọi, vào phòng vẫn được.",
  "line_test.bad_offer":
    "Trình duyệt này không gọi thử được nên chưa đo đường truyền. Vào phòng vẫn được, nên dùng Chrome hoặc Edge bản mới.",
  "minutes.locked": "Biên bản đã ký đủ và khóa nên không sửa được nữa. Xem hoặc in bản đã ký.",
  "minutes.field_changed": "Mục này vừa được bên kia sửa. Xem hai bản rồi chọn.",
  "minutes.unknown_place": "Nơi điều trị chỉ chọn một trong ba: tại trạm, chuyển trong ngày, chuyển cấp cứu. Chọn lại.",
  "minutes.conclusion_incomplete": "Kết luận còn mục trống. Điền đủ 5 mục rồi xác nhận.",
  "minutes.not_concluded": "Chủ tọa chưa xác nhận kết luận nên chưa ký được. Xác nhận xong rồi ký.",
  "minutes.consult_over": "Ca đã rút hoặc hết hạn nên không ghi thêm được. Cần hội chẩn lại thì gửi yêu cầu mới.",
  "minutes.document_changed": "Biên bản vừa được sửa nên chưa ký. Đọc lại bản mới rồi ký.",
  "minutes.line_signed": "Phần ký này người khác đã ký. Xem lại phần chữ ký.",
  "minutes.same_person": "Chủ tọa và thư ký phải là hai người nên chưa ký. Để người khác ký phần còn lại.",
  "record.not_yours":
    "Hồ sơ này thuộc cơ sở khác hoặc người khác nên tài khoản này không làm được. Nhờ người phụ trách ca.",
  "minutes.unsent": "Còn chữ chưa gửi được. Đợi có mạng rồi thử lại.",

  // Records of one person.
  "patient.itself": "Đây là cùng một hồ sơ nên không gộp được. Chọn hồ sơ khác.",
  "patient.already_joined": "Một trong hai hồ sơ đã gộp với hồ sơ khác. Tải lại rồi xem.",
  "patient.has_joined": "Đã có hồ sơ gộp vào hồ sơ này nên phải giữ nó. Chọn giữ hồ sơ này, hoặc tách trước.",
  "patient.both_referred":
    "Cả hai hồ sơ đều có phiếu chuyển đang mở tới cùng bệnh viện. Bỏ hoặc đóng một phiếu rồi gộp.",
  "patient.not_joined": "Hai hồ sơ này không còn gộp nữa. Tải lại rồi xem.",
  "template.unknown": "Mẫu câu hỏi này không còn dùng. Tải lại trang.",
  "template.bad_answer": "Có câu trả lời không thuộc mẫu này. Xem lại các câu hỏi.",
  "approval.other_content": "Nội dung vừa đổi. Tải lại rồi đọc và duyệt bản mới.",
  "identity.two_needed": "Cần đối chiếu ít nhất hai thông tin khác nhau.",
} as const;
