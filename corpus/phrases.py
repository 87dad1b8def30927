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
    mấy lần|sơ kết mấy lần|mấy năm|mấy bản|mấy chỉ tiêu|mấy nhóm|mấy giải pháp|mấy nhiệm vụ|có mấy
    gồm mấy|mấy phần trăm|tăng mấy phần trăm|bao nhiêu phần trăm|bao nhiêu lần|tăng bao nhiêu
    mức tăng mỗi năm|mỗi năm tăng|mỗi năm bao nhiêu|tới năm|chậm nhất|muộn nhất
    sớm nhất|cao nhất|thấp nhất|nhiều nhất|ít nhất|cao hơn|thấp hơn|sớm hơn|muộn hơn|nhiều hơn
    ai lo|sở nào lo|đơn vị nào lo|lo việc|lo kinh phí|lo vốn|lo phần|ai làm|ai giúp|ai duyệt
    ai phê duyệt|ai thẩm định|ai kiểm tra|ai giám sát|ai tổng hợp|ai báo cáo|ai nhận|trình ai
    gửi ai|gửi cho ai|báo cáo ai|báo cáo cho ai|báo cáo về đâu|gửi về đâu|nộp về đâu|nộp cho ai
    với ai|cùng với ai|phối hợp với ai|do sở nào|thuộc sở nào|giao sở nào|giao cho sở nào
    giao cho ai|giao việc gì|làm việc gì|lo việc gì|phụ trách gì|phụ trách việc gì|vai trò gì
    dùng vào việc gì|dùng để làm gì|lấy tiền ở đâu|tiền ở đâu ra|nguồn nào|từ nguồn nào
    căn cứ vào đâu|dựa vào đâu|căn cứ gì|văn bản gì|tên là gì|tên gì|gọi là gì|ai là người ký
    người ký là ai|ông ấy|bà ấy|ông nào|số mấy|ngày mấy|tháng mấy|năm mấy|hay là|có đúng không
    đúng không|đúng hay sai|có giao|có đặt|có nêu|có nhắc đến|có quy định|có yêu cầu|không nêu
    chưa nêu|áp dụng cho|áp dụng cho những|dành cho|kể tên|kể tên những|liệt kê giúp|nêu giúp
    cho em hỏi|anh chị|giúp tôi|giúp em|thế còn|vậy còn|còn tỉnh|còn huyện|thế thì|so với
    giữa hai|cả hai|hai tỉnh|các tỉnh|nơi nào cao hơn|tỉnh nào cao hơn|chỗ nào|mục nào|phần nào
    điểm nào|trang nào|còn hiệu lực|hết hiệu lực|thay thế văn bản nào|quy định thế nào
    ghi thế nào|nói gì về|nói về|có gì khác|khác ở điểm nào|giống nhau không|khác nhau không
    ký tháng mấy|ký ngày mấy|ký năm mấy|ban hành tháng mấy|muốn biết
    cần biết|cần tìm|xin cho biết|làm ơn|đã ký|đã ban hành|chưa ban hành
    mỗi cái|từng cái|mỗi bản|mỗi kế hoạch|cái nào|mỗi nơi|từng nơi|trường nghề|các trường nghề
    mới đúng|số nào đúng|số nào mới đúng|con số nào đúng|con số nào mới đúng|tin số nào|theo số nào
    dùng số nào|lấy số nào|chỗ ghi|chỗ thì ghi|chỗ này ghi|chỗ kia ghi|thấy ghi|thấy chỗ|thấy có chỗ
    ghi sao|ghi rõ|viết sao|nói sao|nói rõ|nói ngắn gọn|tóm lại|làm sao|tính sao|tính thế nào
    hiện nay|hiện tại|bây giờ|lúc này|hiện có|hiện có bao nhiêu|đang có|đang có bao nhiêu|đã có
    lo điều chỉnh|lo xây dựng|lo bố trí|lo tổ chức|lo kiểm tra|lo tuyên truyền|lo đào tạo|phải lo
    thì phối hợp|thì phối hợp với ai|thì giao cho ai|thì do ai|thì ai làm|thì làm gì|thì báo cáo ai
    ai đứng ra|ai cầm trịch|ai quản|ai nắm|ai chủ trì|ai phối hợp|ai cùng làm|ai tham gia
    ai hướng dẫn|ai bố trí|ai cấp|ai tham mưu|ai đề xuất|ai rà soát|ai chỉ đạo|bên nào|bên nào lo
    bên nào làm|bên nào chủ trì|bên nào phối hợp|ban nào|hội nào|hội nào làm|đoàn thể nào|phòng nào
    phòng nào lo|tỉnh mình|huyện mình|xã mình|cơ quan mình|đơn vị mình|sở mình|bên em|bên mình
    chỗ em
    phải làm|phải làm gì|phải làm những gì|phải có|phải đạt|phải gửi|phải báo cáo|phải nộp|cần làm
    nên làm|muốn đạt|mong đạt|định đạt|nhắm tới|hướng tới|nhắm đến|kỳ vọng|kỳ vọng gì
    tăng thêm|tăng thêm bao nhiêu|giảm bao nhiêu|gấp mấy lần|gấp đôi|chênh nhau|chênh bao nhiêu
    hơn bao nhiêu|kém bao nhiêu|hơn kém nhau|bằng nhau|như nhau|có bằng nhau|có giống|có khác
    lệch nhau|khớp nhau|có khớp không|vênh nhau|trùng nhau|mâu thuẫn không|có mâu thuẫn
    kể từ khi nào|tính từ năm nào|từ năm nào|đến năm nào|trong mấy năm|kéo dài đến|kéo dài bao lâu
    bao lâu một lần|mỗi năm mấy lần|một năm mấy lần|mấy tháng một lần|trước ngày mấy|trước tháng mấy
    hạn nào|hạn nộp|hạn gửi|hạn báo cáo|nộp khi nào|gửi khi nào|nộp ở đâu|gửi ở đâu|nộp trước ngày
    còn nữa không|còn gì nữa|có gì nữa|ngoài ra|ngoài ra còn|còn ai nữa|còn ai|còn cơ quan nào
    kể cả|có kể|có tính|tính cả|gồm cả|trừ ra|riêng|riêng về|nói chung|nhìn chung|chủ yếu
    cái này|cái đó|việc này|việc đó|việc ấy|chuyện này|phần này|phần đó|ý này|nội dung này
    có ai|có ai ký|có ký|có ghi|có ghi rõ|có nói|có nói rõ|có đề cập|có được|có bị|có cần
    có phải làm|đúng chưa|đúng vậy không|phải vậy không|thật không|có thật|sao lại
    sao không|vì lý do gì
    ưu tiên ai|ưu tiên gì|ưu tiên đối tượng nào|đối tượng nào|những ai|cho những ai|với những ai
    tên đầy đủ|tên chính thức|gọi tắt|viết tắt là gì|loại gì|loại nào|dạng nào|hình thức nào
    cách nào|bằng cách nào|biện pháp nào|giải pháp nào|hoạt động nào|việc nào|nhiệm vụ nào|mảng nào
    mấy cơ quan|mấy đơn vị|mấy sở|mấy mục tiêu|mấy phần|mấy chương|mấy điều|mấy trang
    gộp lại|tổng cộng|tổng cộng bao nhiêu|tất cả bao nhiêu|cả thảy|toàn bộ|đầy đủ|hết thảy
    so với năm|so với tỉnh|so với trước|nhiều hay ít|cao hay thấp|sớm hay muộn|có hay không
    ký thay|ký thay ai|thay mặt ai|chức vụ gì|chức danh gì|ông nào ký|bà nào ký|người nào ký
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

PLAN_PHRASES = tuple(
    """
    chuyển đổi số|chuyển đổi số tạo điều kiện|thực hiện chuyển đổi số|trong bối cảnh chuyển đổi số
    chuyển đổi tư duy|hạ tầng số|hạ tầng công nghệ thông tin|dữ liệu số|dữ liệu mở|tài nguyên số
    kỹ năng số|kinh tế số|xã hội số|cơ sở hạ tầng|cơ sở vật chất|cơ sở vật chất, trang thiết bị
    cơ cấu|cơ cấu lại|cơ cấu tổ chức|cơ chế, chính sách|cơ chế phối hợp|cơ sở dữ liệu dùng chung
    mỗi người|mỗi người dân|mỗi thư viện|mỗi đơn vị|mỗi xã|mỗi huyện|mỗi năm|mỗi tháng|mỗi quý
    mỗi địa phương|mỗi cá nhân|mỗi gia đình|mỗi cơ quan|mỗi học sinh|mỗi cán bộ|mỗi trường|mọi người
    mọi người dân|mọi tầng lớp nhân dân|mọi lúc, mọi nơi|mọi thành phần|mọi thành phần kinh tế
    mọi nguồn lực|mọi đối tượng|mọi lứa tuổi|mọi miền|mọi mặt|mới|xây dựng mới|nông thôn mới
    có thư viện|có trường|có trụ sở|có trang thông tin điện tử|có vốn tài liệu|có đủ điều kiện
    có cung cấp dịch vụ|có nhu cầu|có khả năng|có kỹ năng|có kiến thức|có kinh nghiệm|có trình độ
    có tính|có tính liên kết|có tính khả thi|có hiệu quả|một cách có hiệu quả|có chất lượng
    có chứng chỉ|có bằng|có bằng cấp|có chính sách|có kế hoạch|có biện pháp|có giải pháp|có ý nghĩa
    có giá trị|có uy tín|có thẩm quyền|có mục tiêu|có điều kiện|vùng có điều kiện
    vùng có điều kiện kinh tế - xã hội khó khăn|ở vùng sâu, vùng xa|ở vùng có điều kiện khó khăn
    vùng đồng bào dân tộc thiểu số|đồng bào dân tộc thiểu số và miền núi|ở cơ sở|ở địa phương
    ở các cấp|ở các bậc học|ở từng cấp|ở từng địa phương|ở nơi|ở nước ta|ở trong nước|do cơ quan
    do cơ quan có thẩm quyền cấp|do cơ quan, tổ chức có thẩm quyền cấp|do đơn vị|do các cấp
    do các cấp tổ chức|do ủy ban nhân dân|do ngân sách|do sở|do bộ|do tỉnh|do nhà nước|do đó
    do các cơ quan|do các đơn vị|do các tổ chức|do chính phủ|do thủ tướng|do địa phương|chứng chỉ
    chứng chỉ bồi dưỡng|chứng chỉ bồi dưỡng nghiệp vụ|văn bằng, chứng chỉ|bằng tốt nghiệp
    tốt nghiệp cao đẳng trở lên|tốt nghiệp đại học|từ cao đẳng trở lên|từ đại học trở lên|gửi|gửi về
    gửi sở|gửi sở tài chính|gửi sở nội vụ|gửi báo cáo|gửi báo cáo về|gửi về sở|gửi phòng
    gửi ủy ban nhân dân|gửi về ủy ban nhân dân|gửi kết quả|gửi hồ sơ|gửi văn bản|gửi đến|gửi cho
    định kỳ gửi báo cáo|lập dự toán kinh phí gửi sở tài chính|báo cáo gửi về|tổng hợp gửi|sở|các sở
    của sở|giữa sở|cho sở|với sở|hằng năm sở|hằng năm, các sở|giám đốc sở|phó giám đốc sở
    sở, ban, ngành|các sở, ban, ngành, đoàn thể|sở, ngành, địa phương|sở, ngành liên quan|ban, ngành
    ban, ngành, đoàn thể|ủy ban nhân dân xã|đảng ủy|chi bộ|thường trực tỉnh ủy|tra tìm
    tra tìm tài liệu|tra tìm thông tin|tìm kiếm|tìm kiếm thông tin|tra cứu thông tin|bản sách
    bản sách trên người dân|số bản sách|bản/người dân|bản trên người|bình quân đầu người|sách, báo
    sách báo|báo|báo chí|báo điện tử|cơ quan báo chí|báo địa phương|báo và đài
    đài phát thanh và truyền hình, báo|báo, đài phát thanh và truyền hình tỉnh|băng đĩa|bản đồ
    tranh ảnh|đồ dùng dạy học|dạy và học|giảng dạy|học tập và giảng dạy|hội thi|hội thi, cuộc thi
    cuộc thi|các cuộc thi|tổ chức cuộc thi|tổ chức hội thi|cuộc vận động|cuộc thi đại sứ văn hóa đọc
    đại sứ văn hóa đọc|ngày hội|ngày lễ|các ngày lễ|ngày lễ, ngày kỷ niệm|ngày lễ lớn|ngày kỷ niệm
    tuần lễ|tuần lễ hưởng ứng học tập suốt đời|tháng hành động|số biên chế|số biên chế được giao
    tổng số biên chế|biên chế|biên chế được giao|chỉ tiêu biên chế|số lượng người làm việc|số lượng
    tổng số|số lượt|số hóa|một số|số liệu|số xã|số thư viện|số người|số xã, phường|số đơn vị
    số trường|số hộ|tỷ lệ số|trên tổng số|lộ trình|theo lộ trình|xây dựng lộ trình
    lộ trình triển khai|lộ trình thực hiện|nhất là|đó là|cụ thể là|gồm|bao gồm|trong đó có|nhằm
    nhằm phát triển|nhằm nâng cao|nhằm góp phần|nhằm bảo tồn|nhằm tạo đồng thuận|đồng thuận
    sự đồng thuận|tạo sự đồng thuận|đồng bộ|đồng thời|đồng thời, tổ chức|đóng góp|cho, tặng
    tặng sách|tặng, đóng góp|ủng hộ|ủng hộ, tặng sách|tài trợ, viện trợ, tặng cho, đóng góp
    trao tặng|hiến tặng|khen thưởng|giấy khen|bằng khen|thi đua, khen thưởng|củng cố
    củng cố, kiện toàn|củng cố và phát triển|củng cố cơ sở hạ tầng|kiện toàn|kiện toàn tổ chức
    bố trí kinh phí|bố trí nguồn vốn|bố trí cán bộ|bố trí biên chế|bố trí quỹ đất|cân đối, bố trí
    quỹ đất|quỹ phát triển|quỹ thời gian|quỹ hỗ trợ|nguồn quỹ|các nguồn quỹ|ngân sách|tự chủ|đầu tư
    đầu tư xây dựng|đầu tư phát triển|đầu tư trong nước|tiếp tục đầu tư|đầu tư cơ sở vật chất
    phù hợp với|để phù hợp với|cho phù hợp|không phù hợp|phù hợp với đối tượng|từng đối tượng
    đối tượng|các đối tượng|đối tượng áp dụng|nhóm đối tượng|đối tượng ở từng vùng|đối với|nơi
    mọi nơi|những nơi|nơi có điều kiện|những địa bàn|tại những địa bàn|địa bàn khó khăn|vị trí
    vị trí, vai trò|vị trí việc làm|về vị trí|vai trò, vị trí|chức năng|chức năng, nhiệm vụ
    chức danh nghề nghiệp|viên chức|công chức, viên chức|đội ngũ viên chức|đội ngũ trí thức
    tầm quan trọng|tầm quan trọng của|ý nghĩa và tầm quan trọng|tầm nhìn|trình độ
    trình độ chuyên môn|nâng cao trình độ|nâng cao trình độ chuyên môn, nghiệp vụ|kiến thức, kỹ năng
    cập nhật kiến thức|kỹ năng quản trị|quản trị|quản lý|quản lý tốt|làm tốt|thực hiện tốt
    phục vụ tốt|tốt nhất|đã được|đã đặt ra|đã đề ra|đã ban hành|đã có|đã thành lập|đã được thành lập
    đủ điều kiện|đáp ứng đủ các điều kiện|đủ các điều kiện|có đủ|đầy đủ|đúng quy định
    đúng chuyên ngành|đúng mức|đúng tiến độ|đúng đối tượng|đúng mục đích|không ngừng
    không ngừng cải tiến|không ngừng đổi mới|bảo quản|bảo quản tài liệu|bảo tồn|bảo tồn và phát huy
    bảo vệ|vệ sinh|khu vệ sinh|vệ sinh môi trường|dành cho|khu vực dành cho|dành cho thiếu nhi|chung
    tiêu chuẩn chung|dùng chung|chia sẻ dùng chung|liên thông|liên thông thư viện
    liên thông, liên kết|kết nối liên thông|truyền thông|truyền thống|thư viện truyền thống
    phương thức truyền thống|tài liệu giấy|dạng giấy|dạng số|dạng điện tử|dịch vụ truyền thống
    phòng truyền thống|nhà truyền thống|phát huy truyền thống|phát thanh|quy mô|quy mô toàn quốc
    quy mô toàn tỉnh|toàn tỉnh|toàn quốc|toàn xã hội|trong toàn tỉnh|các tỉnh bạn|tỉnh bạn|bạn đọc
    bạn bè|bạn đọc thiếu nhi|phổ biến|phổ biến qua các phương tiện
    qua các phương tiện thông tin đại chúng|thông qua|thời gian qua|vượt qua|điện tử|bản điện tử
    in hoặc điện tử|thư viện điện tử|sách điện tử|tài liệu điện tử|hình thành|từng bước hình thành
    hình thành thói quen|đẩy nhanh|đẩy nhanh tiến độ|đẩy nhanh quá trình|thúc đẩy
    thúc đẩy phát triển|góp phần thúc đẩy|khơi dậy|phát huy|giải pháp|các giải pháp
    nhiệm vụ và giải pháp|lối sống|tâm hồn, lối sống|đạo đức, lối sống|lớp tập huấn|các lớp tập huấn
    các lớp bồi dưỡng|mở lớp|bậc học|các bậc học|bậc|cấp ủy|cấp ủy, chính quyền|cấp ủy đảng
    các cấp ủy đảng, chính quyền|như|như sau|cũng như|ví dụ như|chẳng hạn như|về việc|về|đề xuất về
    đảm bảo về|bảo đảm về|của|của toàn|của toàn hệ thống|của các|của mình|của đơn vị mình
    của người dân|của nhân dân|đưa vào sử dụng|đưa vào|đưa sách về cơ sở|vừa|vừa phát triển
    ngoại khóa|tham quan, học tập|tư vấn|để tư vấn|tư vấn, hỗ trợ|gặp khó khăn|nếu gặp khó khăn
    nếu có khó khăn, vướng mắc|giao lưu|giao lưu, học hỏi|phân công|được phân công|theo phân công
    phân cấp|phân bổ|phân loại|hội đồng|hội đồng khoa học|đề tài|đề tài, dự án|hội đồng nhân dân
    dự án|hằng năm|hàng năm|thực tiễn|khoa học và thực tiễn|thị trường|quản lý thị trường|tính chất
    mang tính|đo lường|nhân sự|thực phẩm|an toàn thực phẩm|trình tự|trình tự, thủ tục|chuyên môn
    nghiệp vụ|chuyển giao|tự học|ý thức tự học|ý thức|nâng cao ý thức|thái độ|đội văn nghệ|đội ngũ
    đội trưởng|sự kiện|di sản văn hóa phi vật thể|vật thể và phi vật thể|con người
    xây dựng con người|người Việt Nam|văn hóa, con người Việt Nam|đại hội|đại hội Đảng
    nghị quyết đại hội Đảng bộ tỉnh|Ban Thường vụ|Ban Thường vụ Tỉnh ủy
    Ban Chấp hành Trung ương Đảng|Trung ương|tỉnh nhà|tiềm năng, thế mạnh|lợi thế|hội diễn|liên hoan
    cổ động|tuyên truyền cổ động trực quan|khoảng|tối đa|tối thiểu|ít nhất|lớp/năm|cuộc/năm|lượt/năm
    lượt người/năm|lần/năm|bản/năm|một năm|trong năm|có từ|phải có từ|đạt từ|phục vụ từ|tăng từ
    từ trở lên|từ nguồn|từ các nguồn|từ nay đến năm|diện tích|diện tích đất|có diện tích|bài trích
    tin, bài|tin, bài, ảnh|bài viết|bài giảng|tranh, ảnh|phục vụ tại|phục vụ tại các xã
    luân chuyển tài liệu|chú trọng|trong đó chú trọng|trao đổi|sản xuất, trao đổi
    """.replace("\n", "|").split("|")
)
"""How plans of provinces speak, of any field: who does, has and sends what, where and by when."""
