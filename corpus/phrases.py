"""Set phrases of Vietnamese that the plans at hand need not contain, for the decoder's model.

How questions are put, how every administrative document speaks under Nghị định 30/2020/NĐ-CP, and
the words of the field that plans for libraries share. Written from general knowledge.
"""

from __future__ import annotations

QUESTION_PHRASES = tuple(
    """
    là gì|những gì|làm gì|gồm những gì|có những gì|nhiệm vụ gì|bao nhiêu|là bao nhiêu|đạt bao nhiêu
    ai|do ai|của ai|cho ai|ai ký|ai chịu trách nhiệm|cơ quan nào|đơn vị nào|sở nào|tỉnh nào
    huyện nào|xã nào|nơi nào|ngành nào|văn bản nào|quyết định nào|kế hoạch nào|chương trình nào
    khi nào|lúc nào|năm nào|ngày nào|tháng nào|đến khi nào|vào ngày nào|trước ngày nào
    ở đâu|từ đâu|lấy từ đâu|như thế nào|thế nào|ra sao|vì sao|tại sao|có phải|phải không
    hay không|được không|có không|có những|mấy|hãy nêu|hãy cho biết|cho biết|cho tôi biết
    cho hỏi|xin hỏi|tôi muốn biết|tôi muốn hỏi|liệt kê|tóm tắt|so sánh|giải thích|trình bày
    nêu rõ|khác nhau|giống nhau|khác gì|còn|thì sao|theo kế hoạch|trong kế hoạch|được giao
    được ban hành|ban hành ngày|ban hành khi nào|ký ngày|hạn chót|thời hạn|khi nào xong
    thì|thì phải|đặt ra|đặt mục tiêu|đề ra|kế hoạch số|văn bản số|bản kế hoạch|mức|chỉ tiêu nào
    mang số|có số|số hiệu|số bao nhiêu|mức tăng|đạt mức|bao nhiêu bản sách|bao nhiêu bản tài liệu
    """.replace("\n", "|").split("|")
)
"""Question words with their neighbours; no plan asks questions."""

OFFICIAL_PHRASES = tuple(
    """
    căn cứ luật tổ chức chính quyền địa phương|căn cứ nghị định số|căn cứ quyết định số
    căn cứ thông tư số|căn cứ nghị quyết số|theo đề nghị của giám đốc sở|xét đề nghị của
    có hiệu lực kể từ ngày ký|có hiệu lực thi hành kể từ ngày|chịu trách nhiệm thi hành
    quyết định này|thông tư này|nghị định này|luật này|chỉ thị này|kế hoạch này|công văn này
    theo quy định của pháp luật|theo quy định tại|theo quy định của luật này|quy định tại khoản
    quy định tại điều|của điều này|sau đây gọi là|sau đây gọi tắt là|sau đây viết tắt là
    trong trường hợp|trường hợp cần thiết|trừ trường hợp|các trường hợp sau đây|hoặc|và các
    phải được|không được|có thể được|được thực hiện|được quy định|được sử dụng|được hiểu là
    được ban hành kèm theo|ban hành kèm theo quyết định này|được cơ quan có thẩm quyền
    cơ quan nhà nước có thẩm quyền|cơ quan quản lý nhà nước|cấp có thẩm quyền xem xét
    chế độ|chế độ báo cáo|chế độ chính sách|quy chế|quy chế phối hợp
    trình ủy ban nhân dân tỉnh|trình cấp có thẩm quyền phê duyệt|báo cáo ủy ban nhân dân tỉnh
    báo cáo chủ tịch ủy ban nhân dân tỉnh|chủ tịch ủy ban nhân dân tỉnh|phó chủ tịch
    chủ tịch ủy ban nhân dân các huyện|thủ trưởng các cơ quan|thủ trưởng các đơn vị
    giám đốc các sở|các tổ chức và cá nhân có liên quan|tổ chức, cá nhân|các bộ, ngành
    bộ trưởng|quốc hội|chính phủ|thủ tướng|hội đồng nhân dân|tòa án|viện kiểm sát
    nước cộng hòa xã hội chủ nghĩa Việt Nam|cộng hòa xã hội chủ nghĩa Việt Nam
    độc lập tự do hạnh phúc|kính gửi|nơi nhận|như trên|như điều|để báo cáo|lưu văn thư
    chịu trách nhiệm trước|chịu trách nhiệm về|có trách nhiệm|có trách nhiệm tổ chức
    trong thời gian qua|trong thời gian tới|tuy nhiên|bên cạnh đó|ngoài ra|đồng thời|trong đó
    nhằm|nhằm mục đích|để đảm bảo|bảo đảm|trên cơ sở|căn cứ vào|phù hợp với|liên quan đến
    cùng với|đối với|thông qua|dưới hình thức|thuộc phạm vi|thuộc thẩm quyền|thuộc trách nhiệm
    hàng năm|hằng năm|hàng tháng|hàng quý|từng năm|từng bước|từng giai đoạn|từng địa phương
    trong quá trình thực hiện|quá trình triển khai thực hiện|nếu có vướng mắc|kịp thời phản ánh
    kịp thời báo cáo|khó khăn, vướng mắc|tháo gỡ khó khăn|giải quyết những vấn đề phát sinh
    ngân sách nhà nước|nguồn ngân sách|nguồn vốn|kinh phí thực hiện|dự toán ngân sách hằng năm
    công tác kiểm tra|công tác quản lý|thanh tra, kiểm tra|kiểm tra, giám sát|theo dõi, đôn đốc
    theo dõi, tổng hợp|đầu mối|cơ quan chủ trì|cơ quan phối hợp|chủ trì, phối hợp với
    đứng đầu|người đứng đầu|cán bộ, công chức, viên chức|người lao động|người dân
    đảng viên|đảng ủy|cấp ủy|tỉnh ủy|huyện ủy|thành ủy|đảng và nhà nước|của đảng và nhà nước
    hồ sơ|thủ tục|thủ tục hành chính|tiếp nhận hồ sơ|thời hạn giải quyết|cung cấp thông tin
    công nghệ thông tin|cơ sở dữ liệu|dữ liệu|phần mềm|hệ thống thông tin|trang thông tin điện tử
    cổng thông tin điện tử|chữ ký số|văn bản điện tử|môi trường mạng|chính quyền điện tử
    phát triển kinh tế - xã hội|kinh tế|văn hóa, xã hội|quốc phòng, an ninh|an ninh trật tự
    giáo dục và đào tạo|khoa học và công nghệ|y tế|nông nghiệp|công nghiệp|thương mại|môi trường
    xã, phường, thị trấn|huyện, thị xã, thành phố|trên địa bàn tỉnh|trên địa bàn|tại địa phương
    của cả nước|trong cả nước|trong tỉnh|ngoài nước|trong nước|nước ngoài|quốc tế
    nghiên cứu, xây dựng|tham mưu, đề xuất|tham mưu cho|sửa đổi, bổ sung|thay thế|bãi bỏ
    đưa vào|đã được|đã có|đang|đang được|sẽ được|vẫn còn|chưa có|chưa được|những|nhiều|một số
    trước đây|trước ngày|sau khi|trong khi|cho đến khi|từ ngày|đến ngày|kể từ ngày
    trên đây là|đề nghị các|yêu cầu các|giao cho|giao sở|do|là|của|cho|với|về|ở|tại|từ|đến|vào
    """.replace("\n", "|").split("|")
)
"""Phrases of forms, laws and decisions, common to all of them."""

FIELD_PHRASES = tuple(
    """
    bản sách|bản tài liệu|bản tài liệu số|nghìn bản|đầu sách|đầu báo|tên sách|tạp chí|báo, tạp chí
    vốn tài liệu|vốn tài liệu chuyên sâu|tài liệu địa chí|tài liệu quý hiếm|kho sách|kho tài liệu
    bạn đọc|lượt bạn đọc|lượt người|thẻ bạn đọc|phòng đọc|không gian đọc|văn hóa đọc|ngày sách
    tra tìm tài liệu|tra cứu|mục lục|biên mục|số hóa tài liệu|máy tính|máy vi tính|máy chủ
    xuất bản phẩm|ấn phẩm|luân chuyển sách|thư viện lưu động|xe thư viện lưu động|tủ sách
    tủ sách pháp luật|tủ sách dòng họ|thư viện tư nhân|thư viện cộng đồng|cán bộ thư viện
    học tập suốt đời|trung tâm học tập cộng đồng|khuyến học|khuyến tài|xóa mù chữ|bậc học, cấp học
    bậc phổ thông|mầm non|tiểu học|trung học cơ sở|trung học phổ thông|giáo dục nghề nghiệp
    giáo dục thường xuyên|đại học|cao đẳng|bảo tàng|di sản|hiện vật|trưng bày|khách tham quan
    nhà văn hóa|khu thể thao thôn|câu lạc bộ|lớp năng khiếu|nhóm sở thích|lứa tuổi
    vùng sâu, vùng xa|biên giới, hải đảo|vùng biên giới|xã biên giới|miền núi|nông thôn mới
    dân tộc thiểu số|người khuyết tật|người cao tuổi|thiếu nhi|thanh niên|phụ nữ|nhân dân
    trở lên|từ trở lên|đủ điều kiện|đủ năng lực|đủ khả năng|bám sát|khâu|quỹ đất|sử dụng đất
    dùng chung|sử dụng chung|hiện có|hiện đang có|đang có|có đủ|bộ sưu tập|cho mọi lứa tuổi
    """.replace("\n", "|").split("|")
)
"""Words of the field of the corpus: libraries, museums, learning, and whom they serve."""
