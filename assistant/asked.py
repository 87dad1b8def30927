"""How questions are put, so that a slip in a word that no plan uses is known by its neighbours.

Vietnamese phrases from which pairs of syllables are learned, beside those of the plans, and English
words that frame a question, the commonest first. Written from how officials ask; never from the
questions of the evaluation. Left out: what the words ask for (`wording.py`).
"""

from __future__ import annotations

PHRASES = """
cho biết, cho tôi biết, cho tôi hỏi, cho mình hỏi, cho em hỏi, cho xin số, xin hỏi, xin cho biết
hãy cho biết, hãy nêu, hãy kể, hãy liệt kê, liệt kê các, liệt kê những, kể tên các, kể ra, nêu rõ
giúp tôi, giúp mình, làm ơn, cảm ơn, tôi muốn biết, tôi muốn hỏi, tôi cần tìm, mình cần, là gì
là ai, là bao nhiêu, là ngày nào, là khi nào, là năm nào, là cơ quan nào, là đơn vị nào, làm gì
làm những gì, làm việc gì, có gì, gồm những gì, gồm những ai, bao gồm những gì, về cái gì
phải làm gì, phải làm những gì, phải làm những việc gì, phải có bao nhiêu, phải đạt bao nhiêu
có những gì, có nhiệm vụ gì, có trách nhiệm gì, có vai trò gì, có việc gì, được giao gì
được giao việc gì, được giao những việc gì, được giao nhiệm vụ gì, được giao chỉ đạo, giao cho ai
giao cho đơn vị nào, giao cho sở nào, giao cho cơ quan nào, thuộc trách nhiệm của ai, do ai làm
do ai chủ trì, do ai phụ trách, do ai thực hiện, do ai quản lý, do ai ký, do ai ban hành, do đâu
do đơn vị nào, do cơ quan nào, do sở nào, ai chủ trì, ai phụ trách, ai chịu trách nhiệm, ai làm
ai lo, ai lo việc, ai lo chuyện, ai là người, người ký, người nào ký, ai ký, ai đã ký, ai ban hành
ai hướng dẫn, ai kiểm tra, ai cấp, ai tổng hợp, ai báo cáo, ai tham mưu, ai phối hợp, ai quản lý
ai chỉ đạo, ai đề xuất, ai thẩm định, ai phê duyệt, ai bố trí, ai trả tiền, ai chi, những ai
từ những ai, với những ai, với ai, cùng ai, cùng với ai, cho ai, gửi ai, gửi cho ai, gửi đến ai
cơ quan nào, đơn vị nào, sở nào, phòng nào, ngành nào, cấp nào, ban nào, hội nào, tổ chức nào
những cơ quan nào, những đơn vị nào, những sở nào, những ngành nào, các cơ quan nào
các đơn vị nào, các sở nào, đơn vị nào lo, đơn vị nào phụ trách, đơn vị nào chủ trì
đơn vị nào chịu trách nhiệm, cơ quan nào chủ trì, cơ quan nào phụ trách, sở nào chủ trì
sở nào phụ trách, sở nào làm, sở nào lo, cùng sở nào, cùng đơn vị nào, cùng cơ quan nào
cùng phòng nào, với sở nào, với đơn vị nào, với cơ quan nào, phối hợp với ai
phối hợp với đơn vị nào, phối hợp cùng ai, phối hợp cùng sở nào, làm cùng ai, làm cùng sở nào
làm cùng đơn vị nào, làm chung với ai, chung tay, hợp tác với ai, khi nào, bao giờ, lúc nào
hôm nào, ngày nào, ngày mấy, tháng nào, tháng mấy, năm nào, quý nào, trước ngày nào, vào ngày nào
từ ngày nào, đến ngày nào, chậm nhất ngày nào, chậm nhất là ngày nào, chậm nhất khi nào
muộn nhất là ngày nào, hạn chót, hạn chót là ngày nào, hạn cuối, hạn nộp, hạn gửi, hạn báo cáo
hạn báo cáo là ngày nào, thời hạn, đến bao giờ, từ bao giờ, bao lâu, mỗi năm, hằng năm
vào năm nào, từ năm nào, đến năm nào, trong năm nào, năm nay, năm sau, năm ngoái, hiện nay
hiện tại, bao nhiêu, bao nhiêu phần trăm, bao nhiêu cuốn, bao nhiêu bản sách, bao nhiêu lượt
bao nhiêu người, bao nhiêu tiền, bao nhiêu máy, bao nhiêu thư viện, bao nhiêu đơn vị
đạt bao nhiêu, tăng bao nhiêu, có bao nhiêu, cần bao nhiêu, còn bao nhiêu, mấy phần trăm, mấy cuốn
mấy máy, mấy lần, mấy người, mỗi người dân, mỗi người đọc, mỗi năm tăng, mỗi năm mua, mức tăng
mức tăng bao nhiêu, tăng mỗi năm, trung bình mỗi, trung bình mấy, bình quân mỗi
chỉ tiêu là bao nhiêu, mục tiêu là gì, con số, tỷ lệ, tỉ lệ, phấn đấu đạt, đặt mục tiêu, đặt ra
đề ra, đặt chỉ tiêu, chỉ tiêu đến năm, mục tiêu đến năm, như thế nào, thế nào, ra sao, làm sao
vì sao, tại sao, sao lại, vì lý do gì, lý do gì, lý do là gì, thì sao, thì bao nhiêu, thì ai
thì đơn vị nào, thì cơ quan nào, thì khi nào, thì thế nào, thì làm gì, thế còn, vậy còn, còn gì
còn ai, còn đơn vị nào, vậy thì, vậy ai, thế ai, thế thì, nếu vậy, thay đổi thế nào
thay đổi ra sao, khác nhau, giống nhau, khác gì, khác nhau thế nào, so với, so sánh, so sánh tỷ lệ
so sánh chỉ tiêu, so sánh mục tiêu, so sánh mức, cao hơn, thấp hơn, nhiều hơn, ít hơn, sớm hơn
muộn hơn, bên nào, nơi nào, tỉnh nào, huyện nào, địa phương nào, giữa hai tỉnh, giữa các tỉnh
trong hai kế hoạch, hai tỉnh, hai kế hoạch, cả hai, cả nước, các tỉnh, các huyện, có không
có phải, có phải là, có phải không, phải không, đúng không, có đúng không, đúng là, có được không
được không, hay không, có hay không, chưa, đã có chưa, có cho không, không có, có giao không
có quy định không, có yêu cầu không, có nói không, có nói gì về, có nhắc đến không, không phải
không được, không cần, còn không, nữa không, có thật không, thật không, đúng chưa, lấy từ đâu
lấy ở đâu, ở đâu ra, từ đâu ra, từ nguồn nào, từ những nguồn nào, tiền lấy từ đâu, tiền lấy ở đâu
tiền đâu, tiền để làm, tiền cho, lấy tiền ở đâu, kinh phí lấy từ đâu, kinh phí ở đâu
kinh phí từ đâu, nguồn tiền, nguồn nào, nguồn kinh phí nào, chi từ đâu, chi bao nhiêu
tốn bao nhiêu, ở đâu, tại đâu, gửi đi đâu, gửi về đâu, báo cáo ai, báo cáo cho ai, báo cáo về đâu
báo cáo khi nào, báo cáo trước ngày nào, nộp báo cáo, gửi báo cáo, gửi về, gửi đến, gửi cho
gửi lên, nộp cho ai, kế hoạch này, kế hoạch đó, kế hoạch trên, kế hoạch nào, kế hoạch số mấy
kế hoạch số bao nhiêu, kế hoạch của, kế hoạch của tỉnh, kế hoạch của huyện, theo kế hoạch
theo kế hoạch số, trong kế hoạch, kế hoạch năm, trong kế hoạch của, văn bản nào, văn bản này
văn bản đó, quyết định nào, nghị định nào, luật nào, căn cứ vào đâu, căn cứ nào, căn cứ những gì
dựa vào đâu, dựa trên, cơ sở nào, số mấy, số hiệu, số hiệu là gì, số và ngày, số ngày ban hành
ngày ban hành, ngày ký, ban hành ngày nào, ban hành khi nào, ban hành hôm nào, ban hành năm nào
ký ngày nào, ký khi nào, ký ban hành, ký hôm nào, ký với chức vụ gì, chức vụ gì, tên là gì, tên gì
tên đầy đủ, gọi là gì, ngày gì, là ngày gì, nơi nhận, thay thế văn bản nào, thay thế kế hoạch nào
còn hiệu lực, có hiệu lực, hết hiệu lực, nhiệm vụ gì, nhiệm vụ nào, những nhiệm vụ nào
nhiệm vụ của, trách nhiệm của, vai trò của, việc của, việc gì, việc nào, những việc gì, những gì
cái gì, những nội dung gì, nội dung gì, nội dung nào, những đăng ký, đăng ký nhu cầu
số điện thoại, thay đổi, thay thế, giải pháp nào, giải pháp nào, những hoạt động nào, hoạt động gì
hình thức nào, bằng cách nào, trường nghề, các trường nghề, trường học, ở trường, trong trường
các trường, thư viện trường, thư viện của, thư viện ở, thư viện xã, thư viện huyện, thư viện tỉnh
thư viện trường nghề, thư viện nào, loại thư viện nào, bảo tàng nào, trung tâm nào, máy tính
máy vi tính, bạn đọc, người dân, người đọc, người đi, người già, người lớn, trẻ em, học sinh
sinh viên, bộ đội, công an, giữa kỳ, cuối kỳ, sơ kết, tổng kết, tổng kết năm nào, sơ kết năm nào
định kỳ, đánh giá khi nào, lo việc, lo chuyện, chuyện thư viện, mảng thư viện, mảng nào
quản lý việc, đứng ra, đầu mối, trưởng phòng, giám đốc sở, chủ tịch tỉnh, số điện thoại, địa chỉ
trang web, mua sách, sách báo, giúp việc, cuốn sách, đọc sách, tủ sách, bản sách, đầu sách
kho sách, đổi sách, luân chuyển sách, in sách, nhà văn hóa thôn, nhà văn hóa xóm, nhà văn hóa bản
nhà văn hóa ấp, tổ dân phố, khu phố, khu dân cư, ở thôn, thôn bản, thôn xóm, các thôn, mỗi thôn
"""
"""Phrases apart by commas and lines."""

LAST = (
    "không chưa nào gì ai đâu sao nhiêu mấy giờ nhé vậy thế nữa à ạ đó này nay kỳ năm ngày không "
    "không không không nào nào nào nào gì gì gì ai ai nhiêu nhiêu"
).split()
"""Words that questions end in, the commoner ones several times."""
BEFORE_PLACE = "ở tại của giữa và với cho về tỉnh huyện hay theo là mà".split()
AFTER_PLACE = (
    "có giao thì đặt phải là do đề và năm đến cho yêu muốn phấn ban lấy quy làm tính cần hay được "
    "về sẽ đạt tăng lại dự chỉ đòi ra"
).split()
"""Words that stand before and after the name of a place."""

ENGLISH_BY_USE = (
    "the of to and in is for what by which that are does on with who was when how must many it do "
    "from at did should about be this have will year plan date their each plans where has its "
    "between much under all into per any number they there were would more than why can report "
    "reports often money library term work deal role town goal name task part after before issued "
    "within those these also most since need needs other only every give given take says numbers "
    "dates titles signed titled january february march april may june july august september "
    "october november december"
).split()
"""English words of questions, the commonest first: of two that a slip may mean, the first."""

BORROWED = frozenset(
    "wifi zalo logo video audio email mail gmail web website app online offline livestream fanpage "
    "internet intranet radio robot laptop smartphone tablet ipad iphone tivi youtube tiktok google "
    "facebook messenger viber twitter instagram file folder server cloud data database excel word "
    "powerpoint pdf scan photocopy blog vlog podcast ebook audiobook kindle game gameshow show "
    "talkshow clip link like share poster banner pano marketing club festival workshop seminar "
    "hotline chatbot chat check test covid aids unesco unicef asean kpi stem steam startup camera "
    "karaoke photo album catalog catalogue barcode code scanner software hardware wiki wikipedia "
    "windows linux android ios bluetooth usb gps".split()
)
"""Words of other languages that Vietnamese questions have; none is a slip of a syllable."""
