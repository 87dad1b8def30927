"""An English question read as the Vietnamese terms that plans use.

The tables are in `glossary_terms.py`; for agencies, those by which `english.py` names them, read
backwards. British and American spelling, plurals and forms of verbs are one by rule, not entry by
entry. Left out: names in answers (`english.py`), slips (`spelling.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.common_english import COMMON_ENGLISH
from assistant.english import in_english_heading as english_heading
from assistant.english import name_in_english
from assistant.english_terms import AGENCIES
from assistant.glossary_terms import GENERAL, OFFICIAL, TERMS
from assistant.wording import ENGLISH, STOP_ENGLISH
from corpus.agencies import NAMES
from corpus.vietnamese import fold

<<<<<<< HEAD
AGENCIES = {
    "Sở Văn hóa, Thể thao và Du lịch": "Department of Culture, Sports and Tourism",
    "Sở Văn hóa Thể thao và Du lịch": "Department of Culture, Sports and Tourism",
    "Sở Văn hóa và Thể thao": "Department of Culture and Sports",
    "Sở Giáo dục và Đào tạo": "Department of Education and Training",
    "Sở Lao động - Thương binh và Xã hội": "Department of Labour, Invalids and Social Affairs",
    "Sở Thông tin và Truyền thông": "Department of Information and Communications",
    "Sở Tài chính": "Department of Finance",
    "Sở Kế hoạch và Đầu tư": "Department of Planning and Investment",
    "Sở Nội vụ": "Department of Home Affairs",
    "Sở Tư pháp": "Department of Justice",
    "Sở Xây dựng": "Department of Construction",
    "Sở Giao thông vận tải": "Department of Transport",
    "Sở Tài nguyên và Môi trường": "Department of Natural Resources and Environment",
    "Sở Nông nghiệp và Phát triển nông thôn": "Department of Agriculture and Rural Development",
    "Sở Khoa học và Công nghệ": "Department of Science and Technology",
    "Sở Công Thương": "Department of Industry and Trade",
    "Sở Y tế": "Department of Health",
    "Phòng Văn hóa-Thông tin-Thể thao và Du lịch": (
        "Office of Culture, Information, Sports and Tourism"
    ),
    "Phòng Văn hóa và Thông tin": "Office of Culture and Information",
    "Phòng Giáo dục và Đào tạo": "Office of Education and Training",
    "Trung tâm Văn hóa-Thông tin và Thể thao": "Centre for Culture, Information and Sports",
    "Trung tâm Văn hóa, Thể thao và Truyền thông": (
        "Centre for Culture, Sports and Communications"
    ),
    "Công an tỉnh": "Provincial Police",
    "Công an": "Police",
    "Bộ Chỉ huy Quân sự tỉnh": "Provincial Military Command",
    "Bộ CHQS tỉnh": "Provincial Military Command",
    "BCH Biên phòng tỉnh": "Provincial Border Guard Command",
    "Bộ Chỉ huy Bộ đội Biên phòng tỉnh": "Provincial Border Guard Command",
    "Bộ đội Biên phòng": "Border Guard",
    "Ủy ban nhân dân": "People's Committee",
    "Ủy ban nhân dân huyện, thành phố": "People's Committees of districts and cities",
    "Ủy ban nhân dân các huyện, thành phố": "People's Committees of districts and cities",
    "Ủy ban nhân dân huyện, thị xã, thành phố": "People's Committees of districts, towns and cities",
    "Ủy ban nhân dân các xã, thị trấn": "People's Committees of communes and townships",
    "Ban Tuyên giáo Tỉnh ủy": "Propaganda Board of the Provincial Party Committee",
    "Ban Tuyên giáo Huyện ủy": "Propaganda Board of the District Party Committee",
    "Ban Tuyên giáo": "Propaganda Board",
    "Ủy ban Mặt trận Tổ quốc Việt Nam": "Vietnam Fatherland Front Committee",
    "Mặt trận Tổ quốc": "Fatherland Front",
    "Đài Phát thanh và Truyền hình tỉnh": "Provincial Radio and Television Station",
    "Đài Phát thanh - Truyền hình tỉnh": "Provincial Radio and Television Station",
    "Đài Phát thanh và Truyền hình": "Radio and Television Station",
    "Hội Khuyến học": "Association for Learning Promotion",
    "Liên đoàn Lao động": "Labour Federation",
    "Hội Liên hiệp Phụ nữ": "Women's Union",
    "Đoàn Thanh niên": "Youth Union",
    "Hội Cựu chiến binh": "Veterans' Association",
    "Hội Nông dân": "Farmers' Association",
    "Các sở, ban, ngành": "Departments, boards and branches",
    "Thủ tướng Chính phủ": "Prime Minister",
}
"""Agencies in Vietnamese and English."""

TERMS = {
    "department of culture sports and tourism": "Sở Văn hóa, Thể thao và Du lịch",
    "culture sports and tourism": "Văn hóa, Thể thao và Du lịch",
    "culture department": "Sở Văn hóa, Thể thao và Du lịch",
    "department of culture": "Sở Văn hóa, Thể thao và Du lịch",
    "education department": "Sở Giáo dục và Đào tạo",
    "education and training": "Giáo dục và Đào tạo",
    "education office": "Phòng Giáo dục và Đào tạo",
    "education division": "Phòng Giáo dục và Đào tạo",
    "division of education and training": "Phòng Giáo dục và Đào tạo",
    "division of education": "Phòng Giáo dục và Đào tạo",
    "culture division": "Phòng Văn hóa và Thông tin",
    "culture office": "Phòng Văn hóa và Thông tin",
    "division of culture and information": "Phòng Văn hóa và Thông tin",
    "division of culture": "Phòng Văn hóa và Thông tin",
    "inhabitants": "người dân",
    "citizens": "người dân",
    "finance department": "Sở Tài chính",
    "home affairs": "Nội vụ",
    "internal affairs": "Nội vụ",
    "justice department": "Sở Tư pháp",
    "planning and investment": "Kế hoạch và Đầu tư",
    "natural resources and environment": "Tài nguyên và Môi trường",
    "science and technology": "khoa học và công nghệ",
    "information and communications": "Thông tin và Truyền thông",
    "information and communication": "Thông tin và Truyền thông",
    "labour invalids and social affairs": "Lao động - Thương binh và Xã hội",
    "labor invalids and social affairs": "Lao động - Thương binh và Xã hội",
    "labour department": "Sở Lao động - Thương binh và Xã hội",
    "labor department": "Sở Lao động - Thương binh và Xã hội",
    "construction department": "Sở Xây dựng",
    "provincial police": "Công an tỉnh",
    "public security": "Công an",
    "police": "Công an",
    "provincial military command": "Bộ Chỉ huy Quân sự tỉnh",
    "military command": "Bộ Chỉ huy Quân sự",
    "border guard command": "BCH Biên phòng",
    "border guards": "Biên phòng",
    "border guard": "Biên phòng",
    "fatherland front": "Mặt trận Tổ quốc",
    "radio and television": "Phát thanh và Truyền hình",
    "radio and tv": "Phát thanh và Truyền hình",
    "broadcaster": "Đài Phát thanh và Truyền hình",
    "newspaper": "Báo",
    "propaganda department": "Ban Tuyên giáo",
    "propaganda board": "Ban Tuyên giáo",
    "propaganda commission": "Ban Tuyên giáo",
    "propaganda": "tuyên truyền",
    "communication campaign": "chiến dịch truyền thông",
    "media campaign": "chiến dịch truyền thông",
    "mass media": "thông tin đại chúng",
    "press agencies": "cơ quan báo chí",
    "media": "truyền thông",
    "publicity": "tuyên truyền",
    "women s union": "Hội Liên hiệp Phụ nữ",
    "veterans association": "Hội Cựu chiến binh",
    "farmers association": "Hội Nông dân",
    "learning promotion": "Khuyến học",
    "study promotion": "Khuyến học",
    "labour federation": "Liên đoàn Lao động",
    "trade union": "công đoàn",
    "youth union": "Đoàn Thanh niên",
    "people s committee": "Ủy ban nhân dân",
    "peoples committee": "Ủy ban nhân dân",
    "people s committees": "Ủy ban nhân dân",
    "district people s committees": "Ủy ban nhân dân huyện",
    "commune people s committees": "Ủy ban nhân dân xã",
    "prime minister": "Thủ tướng Chính phủ",
    "government": "Chính phủ",
    "ministry of culture": "Bộ Văn hóa, Thể thao và Du lịch",
    "standing committee": "Ban Thường vụ",
    "socio political organizations": "tổ chức chính trị - xã hội",
    "socio political organisations": "tổ chức chính trị - xã hội",
    "armed forces": "lực lượng vũ trang",
    "armed force": "lực lượng vũ trang",
    "military": "lực lượng vũ trang",
    "vocational education institutions": "cơ sở giáo dục nghề nghiệp",
    "vocational education": "giáo dục nghề nghiệp",
    "vocational training": "giáo dục nghề nghiệp",
    "vocational": "giáo dục nghề nghiệp",
    "general education": "giáo dục phổ thông",
    "general schools": "giáo dục phổ thông",
    "educational institutions": "cơ sở giáo dục",
    "education institutions": "cơ sở giáo dục",
    "educational establishments": "cơ sở giáo dục",
    "education facilities": "cơ sở giáo dục",
    "school libraries": "thư viện cơ sở giáo dục",
    "school library": "thư viện cơ sở giáo dục",
    "schools": "trường học",
    "university libraries": "thư viện đại học",
    "university": "đại học",
    "universities": "đại học",
    "specialised libraries": "thư viện chuyên ngành",
    "specialized libraries": "thư viện chuyên ngành",
    "specialised": "chuyên ngành",
    "specialized": "chuyên ngành",
    "public libraries": "thư viện công cộng",
    "public library": "thư viện công cộng",
    "provincial library": "Thư viện tỉnh",
    "provincial libraries": "thư viện cấp tỉnh",
    "district libraries": "thư viện cấp huyện",
    "district library": "thư viện huyện",
    "commune libraries": "thư viện cấp xã",
    "communal libraries": "thư viện cấp xã",
    "private libraries": "thư viện tư nhân",
    "mobile library": "thư viện lưu động",
    "mobile libraries": "thư viện lưu động",
    "digital library": "thư viện số",
    "electronic library": "thư viện điện tử",
    "libraries": "thư viện",
    "library": "thư viện",
    "librarians": "người làm công tác thư viện",
    "library staff": "người làm công tác thư viện",
    "library workers": "người làm công tác thư viện",
    "library users": "người sử dụng thư viện",
    "museums": "bảo tàng",
    "museum": "bảo tàng",
    "museum visitors": "khách tham quan bảo tàng",
    "visitors": "khách tham quan",
    "visitor": "khách tham quan",
    "visits": "lượt",
    "cultural centres": "trung tâm văn hóa",
    "cultural centers": "trung tâm văn hóa",
    "culture centres": "trung tâm văn hóa",
    "culture centers": "trung tâm văn hóa",
    "cultural centre": "trung tâm văn hóa",
    "cultural center": "trung tâm văn hóa",
    "cultural houses": "nhà văn hóa",
    "cultural institutions": "thiết chế văn hóa",
    "community learning centres": "trung tâm học tập cộng đồng",
    "community learning centers": "trung tâm học tập cộng đồng",
    "learning community": "cộng đồng học tập",
    "learning society": "xã hội học tập",
    "lifelong learning": "học tập suốt đời",
    "life long learning": "học tập suốt đời",
    "reading culture": "văn hóa đọc",
    "reading habits": "phong trào đọc",
    "reading skills": "kỹ năng đọc",
    "library network": "mạng lưới thư viện",
    "libraries network": "mạng lưới thư viện",
    "digital transformation": "chuyển đổi số",
    "information technology": "công nghệ thông tin",
    "digitised": "số hóa",
    "digitized": "số hóa",
    "digitisation": "số hóa",
    "digitization": "số hóa",
    "digital resources": "tài liệu số",
    "digital documents": "tài liệu số",
    "website": "trang thông tin điện tử",
    "websites": "trang thông tin điện tử",
    "web site": "trang thông tin điện tử",
    "services": "dịch vụ",
    "service": "dịch vụ",
    "apply": "ứng dụng",
    "applying": "ứng dụng",
    "application": "ứng dụng",
    "open learning materials": "học liệu mở",
    "open learning resources": "học liệu mở",
    "open educational resources": "học liệu mở",
    "learning materials": "học liệu",
    "heritage": "di sản văn hóa",
    "cultural heritage": "di sản văn hóa",
    "human resources": "nguồn nhân lực",
    "workforce": "nguồn nhân lực",
    "personnel": "nhân lực",
    "staffing": "biên chế",
    "payroll": "biên chế",
    "training": "đào tạo, bồi dưỡng",
    "trained": "đào tạo, bồi dưỡng",
    "international cooperation": "hợp tác quốc tế",
    "cooperation": "hợp tác",
    "socialisation": "xã hội hóa",
    "socialization": "xã hội hóa",
    "private sector": "xã hội hóa",
    "infrastructure": "cơ sở hạ tầng",
    "facilities": "cơ sở vật chất",
    "equipment": "trang thiết bị",
    "land use": "sử dụng đất",
    "land": "đất",
    "funding sources": "nguồn kinh phí",
    "funding": "kinh phí",
    "funds": "kinh phí",
    "funded": "kinh phí",
    "fund": "kinh phí",
    "budget": "ngân sách kinh phí",
    "state budget": "ngân sách nhà nước",
    "financed": "kinh phí",
    "financing": "kinh phí",
    "money": "kinh phí",
    "sponsorship": "tài trợ",
    "medium term": "trung hạn",
    "investment": "đầu tư",
    "annual report": "báo cáo hằng năm",
    "annual reports": "báo cáo hằng năm",
    "reports": "báo cáo",
    "report": "báo cáo",
    "reporting": "báo cáo",
    "preliminary review": "sơ kết",
    "mid term": "sơ kết",
    "midterm": "sơ kết",
    "interim review": "sơ kết",
    "mid term review": "sơ kết",
    "midterm review": "sơ kết",
    "final review": "tổng kết",
    "review": "sơ kết, tổng kết",
    "inspection": "kiểm tra, giám sát",
    "inspect": "kiểm tra",
    "supervision": "giám sát",
    "supervise": "giám sát",
    "monitor": "giám sát",
    "monitoring": "kiểm tra, giám sát",
    "rewards": "khen thưởng",
    "reward": "khen thưởng",
    "commendation": "khen thưởng",
    "commend": "khen thưởng",
    "awards": "khen thưởng",
    "award": "khen thưởng",
    "pupils": "học sinh",
    "students": "học sinh, sinh viên",
    "disabled": "người khuyết tật",
    "disabilities": "người khuyết tật",
    "children": "thiếu nhi",
    "teachers": "giáo viên",
    "ethnic minorities": "dân tộc thiểu số",
    "remote areas": "vùng sâu, vùng xa",
    "rural areas": "khu vực nông thôn",
    "rural": "nông thôn",
    "border areas": "vùng biên giới",
    "people": "người dân",
    "residents": "người dân",
    "books": "sách",
    "book copies": "bản sách",
    "book": "sách",
    "magazines": "tạp chí",
    "documents": "tài liệu",
    "rare documents": "tài liệu quý hiếm",
    "rare": "quý hiếm",
    "computers": "máy vi tính",
    "computer": "máy vi tính",
    "reading space": "không gian đọc",
    "software": "phần mềm",
    "local history": "địa chí",
    "commemorative days": "ngày lễ, ngày kỷ niệm",
    "commemorative": "ngày kỷ niệm",
    "anniversaries": "ngày kỷ niệm",
    "book day": "Ngày Sách",
    "museum day": "Ngày Quốc tế bảo tàng",
    "heritage day": "Ngày Di sản văn hóa",
    "week": "Tuần lễ",
    "exhibitions": "trưng bày",
    "exhibition": "trưng bày",
    "displays": "trưng bày",
    "contests": "cuộc thi",
    "competition": "cuộc thi",
    "sports": "thể thao",
    "history": "lịch sử",
    "gifted classes": "lớp năng khiếu",
    "clubs": "câu lạc bộ",
    "goal": "mục tiêu",
    "goals": "mục tiêu",
    "objective": "mục tiêu",
    "objectives": "mục tiêu",
    "general objective": "mục tiêu chung",
    "purpose": "mục đích",
    "requirements": "yêu cầu",
    "province level": "cấp tỉnh",
    "provincial level": "cấp tỉnh",
    "district level": "cấp huyện",
    "commune level": "cấp xã",
    "communal": "cấp xã",
    "communes": "xã",
    "commune": "cấp xã",
    "districts": "huyện",
    "increase": "tăng",
    "growth": "tăng",
    "grow": "tăng",
    "average": "bình quân",
    "annual": "hằng năm",
    "annually": "hằng năm",
    "yearly": "hằng năm",
    "users": "người sử dụng",
    "user": "người sử dụng",
    "readers": "bạn đọc",
    "creative": "sáng tạo",
    "awareness": "nhận thức",
    "training courses": "lớp tập huấn",
    "coordination": "phối hợp",
    "coordinates": "phối hợp",
    "coordinate": "phối hợp",
    "coordinating": "phối hợp",
    "cooperate": "phối hợp",
    "cooperates": "phối hợp",
    "leads": "chủ trì",
    "lead": "chủ trì",
    "chair": "chủ trì",
    "guides": "hướng dẫn",
    "guide": "hướng dẫn",
    "directs": "chỉ đạo",
    "direct": "chỉ đạo",
    "allocates": "bố trí",
    "allocate": "bố trí",
    "allocating": "bố trí",
    "allocation": "bố trí",
    "advise": "tham mưu",
    "advises": "tham mưu",
    "decision": "Quyết định",
    "programme": "Chương trình",
    "program": "Chương trình",
    "decree": "Nghị định",
    "circular": "Thông tư",
    "resolution": "Nghị quyết",
    "law": "Luật",
    "legal bases": "căn cứ",
    "legal basis": "căn cứ",
    "recipients": "nơi nhận",
    "signed": "ký",
    "issued": "ban hành",
    "education": "giáo dục",
    "culture": "văn hóa",
    "cultural": "văn hóa",
    "tourism": "du lịch",
    "training of": "đào tạo",
    "digital": "số",
    "network": "mạng lưới",
    "province": "tỉnh",
    "district": "huyện",
    "provincial": "tỉnh",
}
"""English terms, in words without punctuation, and the Vietnamese the plans use."""


GENERAL = {
    "result": "kết quả",
    "soldier": "lực lượng vũ trang",
    "troops": "lực lượng vũ trang",
    "army": "lực lượng vũ trang",
    "barracks": "lực lượng vũ trang",
    "stock": "vốn tài liệu",
    "book stock": "bản sách",
    "volume": "bản sách",
    "payroll staff": "biên chế",
    "press": "báo chí",
    "broadcast": "phát thanh, truyền hình",
    "broadcasting": "phát thanh, truyền hình",
    "programmes": "chương trình",
    "learner": "học tập",
    "reading room": "phòng đọc",
    "serve": "phục vụ",
    "pupil": "học sinh",
    "school": "trường học",
    "municipality": "thành phố",
    "cities": "thành phố",
    "private money": "xã hội hóa",
    "contribute": "đóng góp",
    "contribution": "đóng góp",
    "chip in": "đóng góp",
    "donating": "quyên góp",
    "title of honour": "danh hiệu",
    "head": "đứng đầu",
    "governments": "Ủy ban nhân dân",
    "authorities of": "Ủy ban nhân dân",
    "snag": "vướng mắc",
    "nominate": "đề xuất",
    "put forward": "đề xuất",
    "merit": "thành tích",
    "achievement": "thành tích",
    "arrange": "bố trí",
    "restructure": "cơ cấu lại",
    "coach": "bồi dưỡng",
    "teach": "dạy",
    "tv": "truyền hình",
    "film": "phim",
    "song": "dân ca",
    "theme": "chuyên đề",
    "topic": "chuyên đề",
    "foreign": "nước ngoài",
    "international": "quốc tế",
    "organizations": "tổ chức",
    "attract": "thu hút",
    "mobilise": "huy động",
    "mobilize": "huy động",
    "raise": "nâng cao",
    "improve": "nâng cao",
    "strengthen": "tăng cường",
    "develop": "phát triển",
    "development": "phát triển",
    "build": "xây dựng",
    "adjust": "điều chỉnh",
    "system": "hệ thống",
    "construction": "xây dựng",
    "works": "công trình",
    "planning": "quy hoạch",
    "talent": "năng khiếu",
    "gifted": "năng khiếu",
    "class": "lớp",
    "centre": "trung tâm",
    "center": "trung tâm",
    "inhabitant": "người dân",
    "citizen": "người dân",
    "person": "người dân",
    "send": "gửi",
    "submit": "gửi",
    "township": "thị trấn",
    "town": "thị xã",
    "ward": "phường",
    "village": "thôn",
    "house": "nhà văn hóa",
    "community": "cộng đồng",
    "skill": "kỹ năng",
    "knowledge": "kiến thức",
    "information": "thông tin",
    "access": "tiếp cận",
    "internet": "Internet",
    "online": "trực tuyến",
    "catalogue": "mục lục",
    "catalog": "mục lục",
    "resource": "tài nguyên",
    "resources": "nguồn lực",
    "space": "không gian",
    "area": "diện tích",
    "title": "tên sách",
    "copy": "bản",
    "copies": "bản",
    "electronic": "điện tử",
    "printed": "in",
    "publication": "xuất bản phẩm",
    "standard": "chuẩn",
    "quality": "chất lượng",
    "model": "mô hình",
    "campaign": "cuộc vận động",
    "movement": "phong trào",
    "event": "sự kiện",
    "festival": "liên hoan",
    "congress": "Đại hội",
    "party": "Đảng",
    "provincial party committee": "Tỉnh ủy",
    "party committee": "cấp ủy",
    "criteria": "tiêu chí",
    "criterion": "tiêu chí",
    "recognition": "công nhận",
    "recognise": "công nhận",
    "recognize": "công nhận",
    "enterprise": "doanh nghiệp",
    "business": "doanh nghiệp",
    "companies": "doanh nghiệp",
    "sponsor": "nhà tài trợ",
    "donate": "quyên góp",
    "donation": "quyên góp",
    "donor": "nhà tài trợ",
    "gift": "tặng",
    "exchange": "giao lưu",
    "neighbouring": "khu vực",
    "region": "khu vực",
    "experience": "kinh nghiệm",
    "visit": "tham quan",
    "study tour": "tham quan, học tập",
    "tour": "tham quan",
    "excursion": "ngoại khóa",
    "extracurricular": "ngoại khóa",
    "folk": "dân gian",
    "folk songs": "dân ca",
    "folk dance": "dân vũ",
    "art": "nghệ thuật",
    "arts": "nghệ thuật",
    "science": "khoa học",
    "technology": "công nghệ",
    "training course": "lớp tập huấn",
    "course": "lớp",
    "staff": "người làm công tác",
    "official": "cán bộ",
    "employee": "viên chức",
    "civil servant": "công chức",
    "worker": "người lao động",
    "job": "việc làm",
    "appraise": "thẩm định",
    "appraisal": "thẩm định",
    "approve": "phê duyệt",
    "approval": "phê duyệt",
    "propose": "đề xuất",
    "proposal": "đề xuất",
    "estimate": "dự toán",
    "settlement": "quyết toán",
    "balance": "cân đối",
    "allocate funding": "bố trí kinh phí",
    "capital": "vốn",
    "source": "nguồn",
    "difficulty": "khó khăn",
    "difficulties": "khó khăn",
    "problem": "vướng mắc",
    "obstacle": "vướng mắc",
    "consolidate": "củng cố",
    "renovate": "cải tạo",
    "upgrade": "nâng cấp",
    "establish": "thành lập",
    "rotate": "luân chuyển",
    "rotation": "luân chuyển",
    "circulation": "luân chuyển",
    "circulate": "luân chuyển",
    "collection": "bộ sưu tập",
    "preserve": "bảo tồn",
    "preservation": "bảo tồn",
    "promote": "phát huy",
    "advertise": "quảng bá",
    "relic": "di tích",
    "landscape": "danh lam",
    "tradition": "truyền thống",
    "traditional": "truyền thống",
    "interior": "nội thất",
    "project": "dự án",
    "scheme": "đề án",
    "strategy": "định hướng",
    "orientation": "định hướng",
    "phase": "giai đoạn",
    "stage": "giai đoạn",
    "annual plan": "kế hoạch hằng năm",
    "evaluate": "đánh giá",
    "evaluation": "đánh giá",
    "assess": "đánh giá",
    "check": "kiểm tra",
    "urge": "đôn đốc",
    "follow": "theo dõi",
    "summarise": "tổng hợp",
    "summarize": "tổng hợp",
    "consolidates": "tổng hợp",
    "local": "địa phương",
    "locality": "địa phương",
    "grassroots": "cơ sở",
    "loudspeaker": "truyền thanh",
    "radio": "phát thanh",
    "television": "truyền hình",
    "column": "chuyên mục",
    "article": "bài",
    "news": "tin",
    "portal": "Cổng thông tin điện tử",
    "law books": "tủ sách pháp luật",
    "legal bookcases": "tủ sách pháp luật",
    "legal bookcase": "tủ sách pháp luật",
    "bookcase": "tủ sách",
    "bookshelf": "tủ sách",
    "family": "gia đình",
    "clan": "dòng họ",
    "reader": "bạn đọc",
    "blind": "người khuyết tật",
    "degree": "tốt nghiệp",
    "college": "cao đẳng",
    "graduate": "tốt nghiệp",
    "certificate": "chứng chỉ",
    "kindergarten": "mầm non",
    "preschool": "mầm non",
    "primary": "tiểu học",
    "secondary": "trung học",
    "continuing education": "giáo dục thường xuyên",
    "ethnic": "dân tộc",
    "minority": "thiểu số",
    "disadvantaged": "khó khăn",
    "mountainous": "vùng cao",
    "border": "biên giới",
    "equal": "bình đẳng",
    "opportunity": "cơ hội",
    "habit": "thói quen",
    "self study": "tự học",
    "self learning": "tự học",
    "innovation": "đổi mới",
    "renew": "đổi mới",
    "innovate": "đổi mới",
    "activities": "hoạt động",
    "activity": "hoạt động",
    "operation": "hoạt động",
    "operate": "hoạt động",
    "support": "hỗ trợ",
    "need": "nhu cầu",
    "demand": "nhu cầu",
    "leisure": "giải trí",
    "entertainment": "giải trí",
    "age": "lứa tuổi",
    "hobby": "sở thích",
    "interest": "sở thích",
    "audience": "đối tượng",
    "content": "nội dung",
    "form": "hình thức",
    "method": "phương thức",
    "solution": "giải pháp",
    "mechanism": "cơ chế",
    "policy": "chính sách",
    "policies": "chính sách",
    "regulation": "quy chế",
    "management": "quản lý",
    "state": "nhà nước",
    "leadership": "lãnh đạo",
    "inspectorate": "thanh tra",
    "security": "an ninh",
    "safety": "an toàn",
    "data": "dữ liệu",
    "database": "cơ sở dữ liệu",
    "interconnection": "liên thông",
    "link": "liên kết",
    "prize": "khen thưởng",
    "praise": "biểu dương",
    "honour": "tôn vinh",
    "honor": "tôn vinh",
    "exemplary": "điển hình",
    "individual": "cá nhân",
    "collective": "tập thể",
    "group": "nhóm",
    "sport": "thể thao",
    "physical": "thể dục",
    "general goal": "mục tiêu chung",
    "overall goal": "mục tiêu chung",
    "overall objective": "mục tiêu chung",
    "specific": "cụ thể",
    "million": "triệu",
    "billion": "tỷ",
    "dong": "đồng",
    "day": "ngày",
    "month": "tháng",
}
"""Everyday words of plans, met in any plan about culture or education; singular, present tense."""


_POSSESSIVE = re.compile(r"(?<=[a-z])['’]s\b|(?<=s)['’](?!\w)")
=======
_POSSESSIVE = re.compile(r"(?<=[a-z])'s\b|(?<=s)'(?!\w)")
>>>>>>> typing
_PREFIX = re.compile(r"\b(co|pre|multi|inter|non)-(?=[a-z]{4})")


def _words(text: str) -> tuple[str, ...]:
    """Return the folded words, `people's` as people, `co-ordinate` as coordinate."""
    plain = _PREFIX.sub(r"\1", _POSSESSIVE.sub("", fold(text).replace("’", "'")))
    return tuple(word for word in re.findall(r"[a-z0-9]+", plain) if word != "s")


_SPELLINGS = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"is(e|ed|es|ing|er|ers|ation|ations|ational)$", r"iz\1"),
        (r"ys(e|ed|es|ing)$", r"yz\1"),
        (r"^(lab|col|hon|fav|behavi|neighb|endeav|harb|rum|flav|hum|vig)our", r"\1or"),
        (r"^(cent|theat|met|lit|fib)re(s|d)?$", r"\1er\2"),
        (r"ogue(s|d)?$", r"og\1"),
        (r"^programme(s|d)?$", r"program\1"),
        (r"([aeiou])ll(ed|ing|er|ers|or|ors|ment)$", r"\1l\2"),
        (r"^(def|off|lic|pret)ence", r"\1ense"),
        (r"^practise", "practice"),
        (r"dgement", "dgment"),
    )
)
"""British endings and the American ones; an entry is found in either, so `exercise` may become
`exercize` on both sides."""

_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "criteria": "criterion",
    "bases": "basis",
    "analyses": "analysis",
    "indices": "index",
    "curricula": "curriculum",
    "bookshelves": "bookshelf",
    "shelves": "shelf",
    "series": "series",
    "news": "news",
    "paid": "pay",
    "held": "hold",
    "given": "give",
    "written": "write",
    "spent": "spend",
    "sent": "send",
    "built": "build",
    "taught": "teach",
    "led": "lead",
    "overseen": "oversee",
    "oversaw": "oversee",
    "borne": "bear",
    "drawn": "draw",
    "drew": "draw",
    "kept": "keep",
    "met": "meet",
    "read": "read",
}


_IRREGULAR_VERBS = frozenset(
    "pay hold give write spend send build teach lead see bear draw".split()
)


@lru_cache(maxsize=8192)
def _canonical(word: str) -> str:
    """Return one spelling for British and American, and for singular and plural."""
    word = _IRREGULAR.get(word, word)
    for british, american in _SPELLINGS:
        word = british.sub(american, word)
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if re.search(r"(ch|sh|ss|x|zz)es$", word):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not re.search(r"(ss|us|is)$", word):
        return word[:-1]
    return word


_PLURAL_ONLY = frozenset({("works",), ("arts",)})
"""Terms whose singular is another word: works are buildings, work is not."""


@lru_cache(maxsize=1)
def _phrases() -> dict[tuple[str, ...], str]:
    """Return all terms as they are written, and by their canonical words where those are free."""
    phrases: dict[tuple[str, ...], str] = {}
    for name in (*AGENCIES, *NAMES):
        english = name_in_english(name)
        if english and english != "Office":
            phrases.setdefault(_words(english), name)
            if english.startswith("Department of ") and " and " not in english:
                field = english.removeprefix("Department of ")
                phrases.setdefault(_words(f"{field} department"), name)
    for terms in (OFFICIAL, GENERAL, TERMS):
        phrases.update({_words(english): vietnamese for english, vietnamese in terms.items()})
    for words, vietnamese in list(phrases.items()):
        canonical = tuple(map(_canonical, words))
        if words not in _PLURAL_ONLY and " ".join(canonical) not in STOP_ENGLISH:
            phrases.setdefault(canonical, vietnamese)
    return phrases


def translate_terms(question: str) -> tuple[list[str], list[str]]:
    """Read an English question as Vietnamese terms and the words that have no counterpart here.

    The longest term wins: `district libraries` is `thư viện cấp huyện`, not two words.
    """
    words = _words(question)
    longest = max(map(len, _phrases()))
    found: list[str] = []
    unknown: list[str] = []
    at = 0
    while at < len(words):
        for size in range(min(longest, len(words) - at), 0, -1):
            vietnamese = _look_up(words[at : at + size])
            if vietnamese:
                found.append(vietnamese)
                at += size
                break
        else:
            unknown.append(words[at])
            at += 1
    return found, unknown


_ENDINGS = (
    ("ied", "y"),
    ("ed", "e"),
    ("ed", ""),
    ("ing", "e"),
    ("ing", ""),
    ("er", "e"),
    ("er", ""),
)
"""Endings of verb forms and what stands in the dictionary instead."""

_DOUBLED = re.compile(r"([bdgmnprt])\1$")


def _look_up(words: tuple[str, ...]) -> str | None:
    """Return the Vietnamese of a term in any spelling and number, its last word in any form."""
    phrases = _phrases()
    for form in _forms(words):
        if form in phrases:
            return phrases[form]
    return None


def _forms(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a term as typed, then in dictionary forms: visits, allocated, submitting."""
    yield words
    if len(words) == 1 and words[0] in STOP_ENGLISH:
        return  # only frames, in whatever form
    canonical = tuple(map(_canonical, words))
    yield canonical
    for root in _roots(canonical[-1]):
        yield (*words[:-1], root)
        yield (*canonical[:-1], _canonical(root))
    if len(words) > 1:  # proposing rewards
        for root in _roots(words[0]):
            yield (_canonical(root), *canonical[1:])


def _roots(word: str) -> Iterator[str]:
    """Yield what a verb form may come from: allocated, planning, agreed."""
    for ending, base in _ENDINGS:
        stem = word.removesuffix(ending)
        if word.endswith(ending) and len(stem) > 2:
            yield stem + base
            if _DOUBLED.search(stem):
                yield stem[:-1]


# English at all


@lru_cache(maxsize=1)
def english_words() -> frozenset[str]:
    """Return every English word that questions are read with: of the terms and of the frame."""
    words = {word for phrase in _phrases() for word in phrase if not word.isdigit()}
    return frozenset(words | ENGLISH | STOP_ENGLISH)


@lru_cache(maxsize=1)
def english_forms() -> frozenset[str]:
    """Return these words with the plurals of terms and the forms of verbs: what a slip may mean."""
    alone = (phrase[0] for phrase in _phrases() if len(phrase) == 1)
    last = (phrase[-1] for phrase in _phrases())
    forms = {form for word in alone for form in _inflected(word)}
    plurals = {form for word in last for form in _inflected(word) if form.endswith("s")}
    return frozenset(word for word in english_words() | forms | plurals if len(word) > 2)


def _inflected(word: str) -> tuple[str, ...]:
    """Return an English word with its plural and the regular forms of a verb."""
    if len(word) < 4 or word in ENGLISH or word in STOP_ENGLISH or not word.isalpha():
        return ()
    if word in _IRREGULAR_VERBS:
        return word + "s", word + "ing"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies", word[:-1] + "ied", word + "ing"
    if word.endswith("e"):
        return word + "s", word + "d", word[:-1] + "ing"
    if re.search(r"^[^aeiou]+[aeiou][bdgmnprt]$", word):
        return word + "s", word + word[-1] + "ed", word + word[-1] + "ing"
    if re.search(r"(s|x|ch|sh)$", word):
        return word + "es", word + "ed", word + "ing"
    return word + "s", word + "ed", word + "ing"


@lru_cache(maxsize=8192)
def is_english(word: str) -> bool:
    """Tell a folded word that is one of them, in any form."""
    return any(form[0] in english_words() or form[0] in COMMON_ENGLISH for form in _forms((word,)))


__all__ = ["english_forms", "english_heading", "english_words", "is_english", "translate_terms"]
