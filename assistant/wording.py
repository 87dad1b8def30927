"""The wording of questions: which words ask for what, which only frame, and how places, numbers
and years are written. Patterns are matched against folded text (no case, tones or marks).

Written from how officials ask in Vietnamese, with and without marks, and in English; never from the
questions of the evaluation. Lines are long here, because a list of words reads best as one.
"""

from __future__ import annotations

import re
from typing import Literal

from corpus.places import LEVELS
from corpus.vietnamese import CAPITALS, SMALL, fold

Kind = Literal["agency", "duties", "target", "deadline", "document", "funding", "general"]

Role = Literal["lead", "coordinate", "both"]
"""lead: who leads (chủ trì); coordinate: with whom it is done (phối hợp)."""

DocumentFact = Literal[
    "number", "date", "signer", "issuer", "title", "bases", "recipients", "replaces"
]

ENGLISH = frozenset(
    "which what who whom when where how why is are was were does do did of for the by and with in "
    "to on at from many much plan please tell about should must compare between".split()
)
"""English words that frame a question; some of them look like Vietnamese syllables."""

_ISSUED_THEN = (
    r"^(?:ke hoach|kh)(?: so)? \d+(?:/kh-?ubnd)?(?: \w+){0,5} ngay (?:may|nao|bao nhieu)\W*$|"
    r"\b(?:ban hanh|ra doi|duoc ky|ky(?: ban hanh)?) (?:vao |trong |tu |hoi )?(?:dung )?(?:ngay|thang|nam) \d"
    r"|\b(?:ngay|thang|nam) (?:ban hanh|ky)\b(?! ket| niem)"
    r"|\bban hanh (?:ban )?ke hoach (?:nay )?(?:vao )?(?:ngay|thang|nam) \d\S*(?=\W*(?:$|co\b|phai\b|dung\b|khong\b))"
)
_ISSUED_THEN_ENGLISH = (
    r"\b(?:issued|signed|adopted|c[ao]me out) (?:earlier|later|first|last|earliest|latest|before|after)\b|"
    r"^(?:and |so )?(?:was|were|is|has|had|did)\b[^?]{0,60}\b(?:plans?|\d+)\b[^?]{0,40}"
    r"\b(?:issued?|signed|adopted|promulgated|dated|published|come out|made)\b(?! by\b)[^?]*\b(?:in|on|before|after|earlier|later|20\d\d)\b"
    r"|^(?:and |so )?did\b[^?]{0,60}\b(?:issue|sign|adopt|publish)\b[^?]{0,30}\bplans?\b[^?]*\b(?:in|on|before|after|20\d\d)\b"
    r"|\bplan \d+\b[^?]{0,12}\bfrom 20\d\d|\bdate\b[^?]{0,40}\b(?:bears?|carr(?:y|ies))\b|\bdate (?:is )?on\b[^?]{0,40}\bplan\b"
)
"""Words for a plan that was issued at some time, which a question states."""

_APPROVED = (
    r"\b(?:ai|nguoi nao|co quan nao|cap nao) (?:da |la nguoi )?(?:phe duyet|thong qua) (?:ban )?(?:ke hoach|kh)(?= (?:cua|so|\d|nay|do|tren)|\W*$)"
    r"|\bwho (?:has )?(?:approved?|approves)\b[^?]{0,40}\bplan(?: \d+| of [^?]+)?\W*$"
)
"""A question for who approved a plan: who issued it, and who signed."""

STRONG_DOCUMENT = re.compile(
    r"\bwhich\b[^?]{0,40}\bplans?\b[^?]{0,25}\b(?:cites?|rests? (?:up)?on|relies on|based on|refers? to)\b[^?]{0,40}\b(?:law|decree|circular|decision|resolution|basis)|"
    rf"{_APPROVED}|"
    r"\b(?:ong|ba|vi|nguoi)(?: (?:ay|do|nay))?\b.{0,12}\b(?:chuc|chuc vu|chuc danh) (?:gi|nao)\b|"
    r"\b(?:his|her|their) (?:position|office|title|post)\b|"
    r"\b(?:number|date|issuer|signer|signatory|title)s?(?:,? and|,)? (?:the )?(?:issue )?(?:number|date|issuer|signer|signatory|title)s?\b|\b(?:which|what) (?:\w+ ){0,2}(?:circular|decree|decision|law|laws|resolution|directive|conclusion)s?\b(?=.*\b(?:cite|based|base|rest|refer|basis|implement))|"
    r"\b(?<!by )(?:which|what) (?:years?|months?|days?|dates?)\b(?! must| should).*\b(?:issued?|signed|adopted|promulgated|dated)\b|\bwhen (?:was|did)\b.*\bplan\b.*\b(?:issued?|signed?)\b|\bwhen (?:was|did)\b.*\b(?:issued?|signed?)\b.*\bplan\b|"
    r"\b(?:ke hoach|van ban|kh)\b.{0,40}\b(?:duoc )?gui (?:cho |den |toi |di )?(?:nhung |cac )?(?:ai|dau|noi nao|noi|co quan nao|don vi nao)\b|\bwho (?:received|receives|gets|got|was sent)\b.{0,30}\bplan\b|\bsent to whom\b|\bplan\b.{0,30}\bsent to\b|"
    r"\bgui (?:ban )?(?:ke hoach|kh|van ban)\b.{0,30}\b(?:den|cho|toi|ve) (?:nhung |cac )?(?:ai|dau|(?:noi|co quan|don vi) nao)\b|"
    r"\bnhan (?:duoc )?(?:ban )?(?:ke hoach|kh)\b|\breceived? (?:a copy of )?(?:the |this |that )?(?:\w+ ){0,3}plan\b|"
    r"\bchu ky\b.{0,60}\b(?:ai|nguoi nao|vi nao)\b|\bnoi nhan\b|trich yeu|nguoi ky\b|so hieu|ngay ban hanh|(co quan|don vi|cap) (nao )?ban hanh"
    r"|recipients?\b|legal (?:bas|documents?\b|texts?\b|acts?\b)|co so phap ly|can cu phap ly"
    r"|\b(?:ke hoach|van ban|kh)\b.{0,40}\b(?:co|ghi|danh|cap) (?:so|ngay)(?: (?:hieu|thang|ban hanh|ky|va|so|ngay))* (?:chua|khong|ko)\b"
    r"|\b(?:ke hoach|van ban|kh)\b.{0,40}\bco (?:nguoi ky|chu ky) (?:chua|khong|ko)\b"
    r"|^(?:does|do|has|have)\b[^?]{0,60}\bplan\b[^?]{0,30}\b(?:have|give|show|carry|bear|state|print) (?:an? |its |any )?(?:issue |document )?(?:number|date|signature|title)\W*$"
    r"|\b(?:reference|document|official|plan) (?:number|code)\b|\bky\b.{0,50}\b(?:chuc (?:vu|danh)|tu cach) (?:la )?gi"
    r"|\b(?:which|what) (?:body|agency|authority|committee|office|institution) (?:has |had )?(?:issued|adopted|promulgated|published)\b"
    r"|\bwho (?:issued|adopted|promulgated|published)\b(?=.*\bplan\b)"
    rf"|{_ISSUED_THEN}|{_ISSUED_THEN_ENGLISH}"
    r"|\bto (?:whom|who|which \w+)\b.{0,50}\bplan\b.{0,40}\b(?:sent|addressed|copied|circulated)\b|\bplan\b.{0,30}\b(?:addressed|copied|circulated) to\b"
)
"""Words that only a question about the document itself has, whatever else it asks."""

STRONG_FUNDING = re.compile(
    r"\b(?:kinh phi|tien|ngan sach|nguon von|von|nguon luc)\b.{0,60}\b(?:(?:uu tien|tap trung|chu trong) (?:dung |chi |dau tu |su dung )?"
    r"|(?:dung|chi|danh|su dung|dau tu)(?= (?:vao|cho|de|lam) ))(?:vao |cho |de |lam )*(?:nhung |cac )?(?:viec |noi dung |muc |hang muc |cong viec )?(?:gi|nao)\b|"
    r"\bwhat\b.{0,40}\b(?:money|budget|funds?|funding)\b.{0,40}\b(?:spent on|used for|go(?:es)? (?:to|on)|focus\w*|priorit\w+)\b|"
    r"\bwho (?:pays|will pay|is paying|funds|finances|foots)\b"
    r"|\b(?:ngoai|besides|apart from|in addition to|other than|beyond)\b.{0,12}\b(?:ngan sach|budget)\b.*\b(?:ai|nao|gi|dau|who|what|which|where)\b"
    r"|\b(?:ai|nao|gi|dau|who|what|which|where)\b.*\b(?:ngoai|besides|apart from|in addition to|other than|beyond)\b.{0,12}\b(?:ngan sach|budget)\b"
    r"|\b(?:kinh phi|tien|ngan sach)\b.{0,40}\b(?:do |boi )(?:ai|cap nao|dau|ben nao) "
    r"(?:cap|bao dam|dam bao|chi tra|tra|lo)\b|\b(?:ai|cap nao|ben nao) "
    r"(?:cap|bao dam|dam bao|chi tra|lo) (?:kinh phi|tien|ngan sach)\b|\bother (?:money|funds|funding)\b"
)
"""English words for where the money comes from, though they ask who."""

STRONG_DUTIES = re.compile(
    r"\bwhat (?:is|are|was|were|does|do|must|should|will)\b(?! (?:the |which |lead )*(?:agenc|bod(?:y|ies)|offices? |departments? |units? ))"
    r".{3,70}\b(?:(?:supposed|asked|expected|told|required|meant|instructed|obliged|called on|have|has|need|needs) to do\b"
    r"|(?:responsible for|in charge of|charged with|tasked with|entrusted with)(?= (?:in|under|by|at|for) |\W*$))"
    r"|\b(?:which|what) (?:tasks|duties|jobs|responsibilities) (?:fall|are given|are assigned|belong)"
)
"""English words for what an agency does, though `responsible for` is otherwise asked of who does."""

STRONG: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("document", STRONG_DOCUMENT),
    ("funding", STRONG_FUNDING),
    ("duties", STRONG_DUTIES),
)
"""Kinds whose words decide, whatever else a question says; in order."""

KINDS: tuple[tuple[Kind, str], ...] = (
    (
        "agency",
        r"\b(co quan|don vi|(?<!co )so|phong|nganh|cap|(?<!van )ban|to chuc|doan the|luc luong|hoi)"
        r"(?: (?!hanh|hieu|ngay|van|ke|quyet|thang|nam|khi\b|luc\b|the\b|dip\b|hom\b)\w+){0,2}? nao\b(?! ban hanh| (?:moi |la )?(?:dung|chinh xac)\b)"
        r"|\bgiao (?:viec |nhiem vu )?cho (?:nhung |cac )?(?:co quan|don vi|so|phong|ban|nganh|trung tam)(?:,? \w+){0,8} nao\b"
        r"|(nhung|cac) (co quan|don vi|so|to chuc) (?=.*\b(phu trach|chu tri|chiu trach nhiem|duoc giao|duoc de nghi(?! \w+ gi\b)|co nhiem vu|tham gia)\b)(?!.*\b(lam gi|nhiem vu (gi|nao)|viec (gi|nao)|nhung gi)\b)"
        r"|\b(?:phoi hop|hop tac|lam viec) (?:voi|cung) (?:nhung )?ai\b"
        r"|\b(?:giao|phan cong)\b.{0,40}\bcho nhung ai\b"
        r"|\bso (?:luong )?(?:co quan|don vi)\b(?=.*\bgiao\b)"
        r"|\bbao nhieu (?:co quan|don vi|to chuc|so|phong|ban nganh|nganh|doan the)\b(?=.*\b(?:giao|nhiem vu|tham gia|phu trach|thuc hien|phoi hop)\b)"
        r"|\b(?:giao|phan cong)\b.{0,30}\bcho bao nhieu (?:co quan|don vi|to chuc|so|phong|ban nganh|nganh|doan the)\b"
        r"|\bhow many (?:agencies|departments|bodies|offices|organi[sz]ations)\b(?=.*\b(?:dut|task|responsib|assign|involve|charge|part|co ?ordinat))"
        r"|co quan (phu trach|chu tri|chiu trach nhiem|phoi hop)\b(?!.*\b(lam|nhiem vu) gi)"
        r"|(?<!voi )(?<!tu )(?<!nhung )\bai\b(?! (la nguoi )?(da )?ky\b)(?!.{0,25}\b(ky|ban hanh|gui den)\b)"
        r"|\bai (phu trach|chu tri|chiu trach nhiem|lo|lam|huong dan|chi dao|bo tri|tham muu|co trach"
        r"|duoc giao|quan ly|kiem tra|thuc hien|xay dung|dam nhiem|tong hop|cap|de xuat|phoi hop)"
        r"|(do|cho|boi) ai\b(?! (?:la nguoi )?(?:da )?(?:ky|ban hanh)\b)|giao cho ai|thuoc trach nhiem (cua )?ai|ai se\b|ai la co quan"
        r"|\b(?:list|name|all|every)\b.{0,30}\b(?:agencies|departments|bodies|organi[sz]ations|units)\b(?=.*\b(?:dut|task|responsib|assigned|involved|charged|asked|requested|co[- ]?ordinat|take part))"
        r"|\b(?:liet ke|ke ten|ke ra|neu)\b.{0,20}\b(?:co quan|don vi|so|ban|nganh)\b.{0,12}\b(?:phoi hop|chu tri|tham gia)\b"
        r"|which (?:\w+ ){0,2}?(agenc|department|bod|unit|office|organ|command|authorit|institution"
        r"|committee|force)|\bwho(?!se\b)(?! (signed|issued|gets|receives?)\b)(?!.{0,20}\b(sign|issue))|who (is\b|are\b|handle|lead|must|should|guide|will|direct|take|manage|run|"
        r"do|supervise|coordinate|allocate|provide|monitor|advise|oversee|has|have|propose|inspect|"
        r"organi|train|look)|in charge of|responsible for|what (agenc|department|bod|authorit)",
    ),
    (
        "document",
        r"theo (ke hoach|quyet dinh|van ban|nghi dinh) (so (may|nao)|nao)|\b(?:chu tich|ong|ba|dong chi|lanh dao|vi|nguoi) nao (?:da |la nguoi )?ky\b(?! ket)|\b(?:ban hanh|ra doi|ra|ky) (?:truoc|sau|som|muon)\b|dua (vao|tren) (van ban|quyet|ke hoach)"
        r"|\b(?:ky|ban hanh|ra|de|ghi) (?:vao )?(?:ngay|thang|nam|hom) (?:may|nao|bao nhieu)\b"
        r"|\bban hanh (?:ban )?ke hoach(?: \w+){0,6} (?:nam|ngay|thang|khi|luc) nao\b|\bky\b.{0,20}\b(voi|chuc)\b.{0,10}\b(chuc|tu cach)"
        r"|^\W*(?:voi )?chuc (?:vu|danh)\b.{0,20}$|\bso (hieu|van ban|ke hoach(?! va dau tu)|quyet dinh)\b|(?<!luc )(?<!bieu )(?<!mau )(?<!bang )(?<!dieu )(?<!muc )(?<!trang )(?<!cong bao )so (?:bao nhieu\b|may\b(?! (?:vi )?tinh\b| moc\b| in\b| anh\b| chieu\b| quet\b))|(mang|ky hieu) so|ky hieu"
        r"|\bai (la )?(nguoi )?(\w+ ){0,2}ky\b(?! (quyet|nghi))|nguoi ky|ky (ban hanh|ngay|boi)|ngay ky\b(?! niem)|duoc ky|\bai ban hanh"
        r"|(?<!phai )ban hanh (vao )?(?:nhung |cac )?(hom|ngay|khi|bao gio|luc|nam|thang)|\b(?:ke hoach|kh|van ban)\b.{0,40}\b(?:ban hanh|ra|ra doi|ky|lap) (?:tu |vao |trong )?(?:nam )?20\d\d\b|ngay (thang )?ban hanh"
        r"|(co quan|don vi|cap)( nao)? ban hanh|(do )?(co quan|don vi|ai)( nao)? ban hanh"
        r"|\bcan cu\b|co so phap ly|dua (vao|tren) (nhung |cac )?(luat|nghi dinh|van ban|quyet dinh)"
        r"|can cu .*\b(nao|gi)\b|noi nhan|(duoc )?gui (den|toi|cho) (nhung|ai|cac|co quan|don vi|vu|bo|noi)"
        r"|\bso(?:,| va|, va)? ngay (?:thang )?(?:ky |ban hanh )?(?:cua )?(?:ke hoach|van ban)|ngay (?:thang )?va so (?:cua )?ke hoach"
        r"|\bthay the (cho )?(van ban|ke hoach|quyet dinh)|\b(replac|supersed)\w*\b.*\b(plan|document)|\bnumbers? of\b.{0,30}\bplans?\b|trich yeu|\b(?:ke hoach|kh|van ban)\b.{0,40}\bten (?:la )?gi\b|ten (day du|goi|cua ke hoach|ke hoach)|\btieu de\b"
        r"|(number|code) of (the |this |that )?(\w+ ){0,4}plan|(plan|document|s) (number|code)"
        r"|\b(thuc hien|trien khai|cu the hoa) (quyet dinh|chuong trinh|de an|nghi quyet|ke hoach) (so )?(nao|may|gi)\b(?! ve )|\b(?:which|what) plan\b.{0,60}\bplan (?:carr(?:y|ies) out|implements?|follows?)\b|\b(?:which|what) plan\b.{0,60}\bplan\b.{0,20}\b(?:carry out|implement|follow)\W*$|^what does\b.{0,40}\bplan\b.{0,30}\bimplement\W*$"
        r"|\b(quyet dinh|nghi dinh|thong tu|nghi quyet|luat|chi thi) nao\b|\b(which|what)\b.{0,20}\b(circular|decree|decision|law|laws|resolution|directive|conclusion)s?\b"
        r"|\bwhen (was|did)\b.*\b(issue|issued|sign|signed|promulgat\w*|adopt\w*|dated)\b|\bdate of issue\b"
        r"|\bnumber and (the )?date\b|\bnumber\b.{0,20}\bplan\b.{0,30}\bwho issued\b"
        r"|\b(?:issued|signed|adopted)\b.*\bon (?:which|what) day\b"
        r"|\btitle\b|\bwhose (?:signature|name)\b|signature (?:is )?on|which day was|what day was|what number|who signed|signed by|signer|signatory|who issued|issued by|which (?:agency|body|authority|committee|office)\b.* issued"
        r"|when was .* (issued|signed)|date of (the )?(\w+ ){0,4}plan|issu(ed|e|ing) date|date .* issued"
        r"|\bname of (?:the |its )?(?:\w+ ){0,2}program|\b(?:which|what) (?:\w+ )?program(?:me)?\b.{0,40}\b(?:carr|implement)"
        r"|issuance|legal bas|based on which|\b(?:plan|it)\b.{0,20}\b(?:rel|rest)\w* on\b|recipients?|title of",
    ),
    (
        "deadline",
        r"truoc (?:ngay|\d{1,2}/\d)|han (chot|cuoi|nop|bao cao|gui|so ket|tong ket)|\bso sanh\b.{0,20}\b(?:so|tong) ket\b|\breview dates?\b|thoi han|(?<!nhung )(?<!cac )ngay nao|ngay may|hom nao|cham nhat|bao gio|khi nao|luc nao|"
        r"thoi (diem|gian) (nao|bao cao|gui|so ket|tong ket)|moc thoi gian|vao (nam|thang) nao"
        r"|\b(so|tong) ket\b.{0,12}\b(may|bao nhieu) lan\b|\bnam (so|tong) ket\b|\b(so|tong) ket (vao )?(nam|khi|luc)\b|nam nao|(?<!moi )(?<!mot )(?<!hang )(?<!1 )(?:nam|thang) may\b(?! lan)|thang nao|dinh ky (bao cao|khi|the nao)|bao lau|\bwhen\b|deadline|cut.?off|due (date|by|on|when)|\bdue\b"
        r"|\b(?:som|muon) (?:hon|nhat)\b|\b(?:earlier|earliest|later|latest|sooner)\b|\byear\b.{0,30}\breview|\breview\b.{0,20}\byear|by what date|by which date|how often|what dates?\b|which dates?\b|which year\b|what year\b|by when",
    ),
    (
        "target",
        r"bao nhieu|\b(?:so|muc) nao (?:moi |la )?(?:dung|chinh xac)\b|\bt[yi] le\b|phan tram|may (phan tram|%)|\bmay\b|chi tieu|muc tieu .*(nam|20\d\d)"
        r"|so luot|muc tang|tang (binh quan )?(the nao|ra sao)|dat muc|\bbn\b ?(%|phan tram)?|% ?nao"
        r"|(?:^|[^\d\s])\s?%|tang tu|thay doi .{0,20}the nao|\bgoal\b.*\b20\d\d|percent|how many|how much|how fast|\bgrowth\b|\btarget|proportion|what share|\brate\b|what number of|figure",
    ),
    (
        "duties",
        r"(nhiem vu|trach nhiem|viec|cong viec)( gi|( cua)? .*\b(gi|nao|la gi)\b)|lam (nhung )?(gi|viec)"
        r"|phu trach (gi|nhung gi|viec gi|mang nao)|phai (lam )?(gi|thuc hien nhung)|duoc giao (nhung )?(gi|nhiem vu|viec)|co nhiem vu"
        r"|(nhung|cac) nhiem vu(?!.{0,12}giai phap)|nhiem vu cua|trach nhiem cua|vai tro cua"
        r"|what (job|work|role)|expected of|asked (of|to do)|\bask(?:s|ed)? of (?:its|the|their)\b|duties|tasks|responsibilities|what (must|should|does|is|are|do|will) .* (do|required)\b"
        r"|assigned to|role of|obligations",
    ),
    (
        "funding",
        r"kinh phi|nguon von|ngan sach|nguon tien|\b(?:tu|bang) (?:nhung |cac )?nguon (?:nao|gi)\b|chi phi|\bton (?:nhieu|it|kem) (?:tien|kinh phi)|\bcosts? (?:more|less|most|least|the)\b|\bexpensive\b|\btien (de|lay|o dau|dau|cho|nao|thuc)|lay tien|tien (?:lam|trien khai)\b|nguon luc tai chinh|\bfund|budget|financ|money|paid for",
    ),
)
"""Kinds in order: the first whose words stand in the folded question is taken."""

FACTS: tuple[tuple[DocumentFact, str], ...] = (
    (
        "signer",
        rf"{_APPROVED}|"
        r"^\W*(?:voi )?chuc (?:vu|danh)\b|\b(?:ong|ba|vi|nguoi)(?: (?:ay|do|nay))?\b.{0,12}\b(?:chuc|chuc vu|chuc danh) (?:gi|nao)\b|\b(?:his|her|their) (?:position|office|title|post)\b|\bky\b.{0,50}\b(?:chuc (?:vu|danh)|tu cach) (?:la )?gi|\bai (la )?(nguoi )?(\w+ ){0,2}ky\b|nguoi ky|ky boi|do ai ky|\bchu ky\b.{0,60}\b(?:ai|nguoi nao|vi nao)\b|\bky\b.{0,40}\b(ten (la )?gi|la ai)\b|\b(?:chu tich|ong|ba|dong chi|lanh dao|vi|nguoi) nao (?:da |la nguoi )?ky\b|signature|whose name|who signed|signed by|sign(er|atory)",
    ),
    (
        "bases",
        r"(?:theo|thuc hien|trien khai|cu the hoa) ke hoach (?:so )?(?:nao|may)\b|\b(?:which|what) plan\b.{0,60}\bplan\b.{0,20}\b(?:carr(?:y|ies) out|implements?|follows?)\b|theo (ke hoach|quyet dinh|van ban|nghi dinh) (so|nao)|dua (vao|tren)|can cu|co so phap ly|legal (?:bas|documents?\b|texts?\b|acts?\b)|based on|\b(?:plan|it)\b.{0,20}\b(?:rel|rest)\w* on\b"
        r"|\b(quyet dinh|nghi dinh|thong tu|nghi quyet|luat|chuong trinh|de an) (so )?(nao|may|gi)\b|\b(circular|decree|decision|law|laws|resolution|directive|conclusion)s?\b|(?<!should i )(?<!to )\bcites?\b|\bimplement\W*$|\b(?:which|what) (?:\w+ )?program(?:me)?\b.{0,40}\b(?:carr|implement)",
    ),
    ("replaces", r"\bthay the\b|\bbai bo\b|\breplac|\bsupersed"),
    (
        "recipients",
        r"noi nhan|\bgui\b|\bnhan (?:duoc )?(?:ban )?(?:ke hoach|kh)\b|\breceived? (?:a copy of )?(?:the |this |that )?(?:\w+ ){0,3}plan\b|recipient|\bwho (received|receives|gets|got|was sent)\b|sent to|\bto (?:whom|who|which \w+)\b.*\b(?:sent|addressed|copied|circulated)|(?:addressed|copied|circulated) to",
    ),
    (
        "date",
        rf"{_ISSUED_THEN}|{_ISSUED_THEN_ENGLISH}|"
        r"ngay|\b(?:ban hanh|ra|ra doi|ky|lap) (?:tu |vao |trong )?(?:nam )?20\d\d\b|\b(?:ban hanh|ra doi|ra|ky) (?:truoc|sau|som|muon)\b|nhung nam nao|hom nao|khi nao|bao gio|luc nao|thang (?:nao|may)|nam nao|thoi gian|\bwhen\b|\bdate|(?<!ten )\bday\b|\b(?:which|what) (?:year|month)s?\b",
    ),
    (
        "issuer",
        rf"{_APPROVED}|"
        r"\bai ban hanh|(co quan|don vi|cap)( nao)? (da )?ban hanh|who (?:issued|adopted|promulgated|published)|issued by|\bissuer\b|which (?:agency|body|authority|committee|office|institution)\b.* (?:issued|adopted|promulgated|published)",
    ),
    (
        "title",
        r"\bname of (?:the |its )?(?:\w+ ){0,2}program|trich yeu|(?<!neu )(?<!ke )\bten |\b(?:neu|ke) ten (?:cua )?(?:cac )?(?:ke hoach|van ban|chuong trinh)\b|\btieu de\b|\btitle\b",
    ),
    ("number", r"(?<!cong bao )so (?!\d|sanh\b)|ky hieu|number(?! \d)|code"),
)

FRAME = re.compile(
    r"\b(^(con|the con|vay con|va|the|vay)\b|(?:noi|ban|viet) (?:ve|den|toi)(?= \w+ )|(?:thoi gian|thoi han|han|nam) (?=(?:so|tong) ket\b)|(?:nhung|cac|may) loai(?: hinh)?(?= \w)|(?<!phuc )(?<!dich )(?<!nhiem )(?<!nghiep )(?<!chuc )vu (?!trang)|(ai|so nao|phong nao|co quan nao|don vi nao|ben nao|who) (se )?lo\b|(hai|ca hai|2) (ban )?(?=ke hoach|van ban)|quan ly (?=thu vien|bao tang|he thong|trung tam|tu sach)|(can|phai|nen) (?=bao nhieu)|(cac |nhung )?nhom (?=nhiem vu|giai phap|muc tieu)|(?<!cuoc )(?<!ky )(?<!hoi )(?<!thuc )(?<!do )(?<!du )thi(?! (?:xa|tran|hanh|dua|cong|dau|tuyen|truong|giac|van|tim|ve|viet|sang|sinh|cu|vien)\b)|tong cong|thi (?=phoi hop|bao nhieu|sao\b|ai\b|co quan|can\b|khi\b|phai\b|la\b|ngay\b|nam\b|thang\b|may\b|so\b|don vi|phong\b|den\b)|yeu cau (?=bao cao|nguoi |can bo|vien chuc|gui |nop |thu vien|so |phong |cac |nhung |ubnd|uy ban|don vi|co quan|moi |tat ca|trung tam|bao tang)|(?:muc|phan|diem|khoan) (?:[ivx]+|\d+)(?:\.\d+)*\b|con so|(?:moi|tung) (?:cai|ban|ke hoach|noi)|noi nao|giua(?! ky)(?! nhiem)|(?:co )?nguoi (?:thi )?(?:noi|bao)|nghe noi|nghe bao|^(?:trong )?(?:cuoc )?hop\b|ke ten|dua ra|ap dung (?:cho|voi|doi voi)|\blo\b(?! lang| ngai| au)|da[tc] muc(?! tieu)|(?:thay )?(?:co )?(?:cho|noi) (?:thi |nay |kia )?(?:ghi|neu|viet)(?= )|(?:so|muc) nao (?:moi |la )?(?:dung|chinh xac)|ben nao|(cao|thap|lon|nhieu|it|som|muon|nhanh|cham) hon|cham nhat|hom nao|ngay may|tu dau ra|o dau ra|dau ra|de ra|dat ra|muon co|han (gui|nop|chot|cuoi)|thoi han|thoi diem|giao (cho )?(?=so|phong|co quan|don vi)|co quan nao|don vi nao|so nao|phong nao|nganh nao|to chuc nao|(?:la )?(?:co quan )?dau moi|(?:vao )?luc nao|trung (?:nhau|khop|voi)|nhung co quan|cac co quan nao"
    r"|co quan|don vi|phu trach|chiu trach nhiem|trach nhiem|duoc giao|giao cho|la gi|nhu the nao"
    r"|the nao|ra sao|lam gi|nhung gi|bao nhieu|phan tram|ty le|ti le|may phan tram|bao gio|khi nao"
    r"|ngay nao|nam nao|truoc ngay nao|thi sao|so sanh|(o |cua |giua )?(cac|nhung|moi) (tinh|dia phuong)\b(?! lien quan)|cho biet|cho toi biet|cho toi hoi|xin hoi|hay cho"
    r"|dat bao nhieu|quy dinh|can cu(?! vao dau)|huong (?:toi|den)|su (?=khac|giong)|(?:tinh|dia phuong|thanh pho) nao|theo ke hoach|trong ke hoach|cua ke hoach|ke hoach nay|ke hoach"
    r"|nhiem vu gi|nhiem vu(?!,? (va )?giai phap)|co nhung|bao gom|gom nhung|liet ke|neu ro|chi ra|lay tu dau|tu dau"
    r"|((hai|ca hai|cac|nhung|may) )?(chi tieu|con so|muc|ty le) (do|nay|ay|tren)|thay doi|bien dong|cac cap|(?:co )?mau thuan(?: nhau)?|trai (?:nguoc|voi)|(khac|giong) nhau( o| ve)?( diem| cho)? nao|giong nhau|khac nhau|(?:bang|nhu) nhau|giong|khac (gi|o diem nao|o cho nao|cho nao|diem nao)|o diem nao|chi tieu|muc tieu(?! (chung|cu the|tong quat|tong the))|den nam|vao nam|trong nam|giai doan|nguon nao|dam nhiem|chu tri|van ban nay"
    r"|van ban do|thuoc trach nhiem|cap nao|nhung ai|bao lau|phan dau)\b"
)
"""Words that ask or frame and say nothing of what is asked about."""

STOP = frozenset(
    "là gì nào ở tại của cho về và với các những một trong trên dưới được có do để thì mà đến từ theo "
    "khi sẽ đã đang này đó ai bao nhiêu mấy năm ngày tháng sao như bị phải cần nên làm hay xin tôi "
    "mình ơi ạ à vậy còn hoặc nếu mỗi tất cả giúp hỏi nay bằng vào ra đạt bn ko không gồm kh "
    "thuộc thế đâu nhé nhỉ rồi cũng việc phần trăm đều lại nữa bởi qua cùng hãy nêu rõ kể muốn rồi mốc chừng khoảng cỡ chuyện hôm kia giùm lên xuống dùng cứ xem bên ấy thật đúng hết mấy lần nhỉ ạ nhằm hạn lo đặt xong kịp".split()
)
"""Words with their marks that carry nothing of what is asked about."""

WHOLE_WORDS = re.compile(
    r"\b(?:khong gian|phan mem|thanh phan|han che|viec lam|the gioi|the he|bang cap|dat chuan|bang khen"
    r"|ke chuyen|cho muon|dao tao lai|dat hang|thang hanh dong|con nguoi|hang nam)\b"
)
"""Words, folded, of which a syllable alone would carry nothing: `không gian` is no `không`."""

STOP_PLAIN = frozenset("la o cua gi nao bn".split())
"""Folded words that are as good as never anything else."""

STOP_ENGLISH = frozenset(
    "which what who whom when where how why is are was were does do did of for the by and with many "
    "much in on at to a an from be been it its this that these those there their they please tell me "
    "about same should must will would can could has have had i we you s under within each per any all "
    "responsible responsibility responsibilities handle handles handling charge agency agencies "
    "department departments body bodies unit units office offices plan plans percentage percent "
    "target targets rate share proportion year years date deadline task tasks duty duties assigned "
    "role related regarding concerning according set out state states stated say says mention "
    "mentions expected required require requires take takes care look after manage manages managing "
    "run runs organise organize organised organized implement implementing implementation give gives "
    "given name list one ones higher lower highest lowest or then instead too again well does into between more than level most kind type through number who whose "
    "own section something anything among supposed up ask asks asked since now see figures figure two three four five draw hope hopes chip work works together institution institutions organisation organisations organization organizations authorities "
    "authority city town former current reach reached achieve meet have having both only also "
    "issued signed sign issue hold holds want wants two period compare compared source sources come comes where ensure ensures main provide provides use uses used using put puts carry carries carried involve involves involved participate participates participating join joins include includes included including concern concerned cover covers".split()
)

INTRODUCTION = re.compile(
    r"^(?:(?:bc|báo cáo|bao cao|cần|can|số|so|số liệu|so lieu|gấp|gap|đang|dang|làm|lam|hỏi|hoi|cho|em|mình|minh|tôi|toi"
    r"|nhờ|nho|xin|giúp|giup|urgent|for (?:my|our|a|the) report|quick question|question|please)[ ,]*){1,7}:\s*(?=\w)"
    r"|^(?:(?:phòng|phong|cơ quan|co quan|đơn vị|don vi|bên|ben|sở|so|chỗ|cho) )?(?:tôi|toi|em|mình|minh|chúng tôi|chung toi)"
    r" (?:(?:đang|dang|cần|can|phải|phai|sắp|sap|được giao|duoc giao) )+[^:?]{2,60}:\s*(?=\w)"
    r"|^(?:I|we)(?: am| are|'m|'re)? (?:\w+ ){1,8}\w+:\s*(?=\w)",
    re.IGNORECASE,
)
"""Why something is asked, before a colon."""

PURPOSE = re.compile(
    r"[,;.]\s*(?:để|de|for|so that|so)\s+(?:tôi|toi|em|mình|minh|anh|chị|chi|báo cáo|bao cao|bc|tiện|tien|điền|dien|"
    r"làm|lam|ghi|gửi|gui|kịp|kip|my|our|i|we)\b[^?]{0,60}\W*$",
    re.IGNORECASE,
)
"""What an answer is wanted for, after the question: `…, để tôi điền vào biểu`."""

COURTESY = re.compile(
    r"^\W*(?:so(?= (?:what|how|who|when|which|and))|well|then|ok(?:e|ay)?|vâng|dạ|ừ|được rồi|cảm ơn|thanks?|thank you|right|good)[ ,.!]+(?=\w)",
    re.IGNORECASE,
)
"""Words of courtesy before a question."""
FOLLOW_UP = re.compile(
    r"^(con|the con|vay con|va|the|vay)\b.{0,60}$|thi sao\b|the nao nua|van ban (do|nay)|ke hoach do"
    r"|^(what|how) about\b|^and\b|\b(that|this|the same) (plan|document|agency|province)\b"
    r"|co quan do|don vi do|tinh do|o do\b|\bthere\b|\bit\b|\bits\b"
)

THAT_DOCUMENT = re.compile(
    r"\b(quyet dinh|nghi dinh|nghi quyet|thong tu|luat|chi thi|ket luan|van ban) (do|nay|ay|tren)\b"
    r"|\b(?:that|this|the same) (decision|decree|resolution|circular|law)\b"
)
"""Words that point back to a document of the answer before."""
THOSE = re.compile(
    r"\b(?:thu vien|bao tang|trung tam|truong|co so|don vi) (?:do|nay|ay|tren|nhu vay)\b"
    r"|\b(?:those|these|such|the same) (?:librar|museum|cent|school|institution)\w*"
)
"""Words that point back to the institutions of the question before."""
THAT_WORK = re.compile(
    r"\b(?:viec|hoat dong|cong viec|nhiem vu|noi dung) (?:do|nay|ay|tren)\b"
    r"|\b(?:that|this) (?:work|task|activity)\b|\bdo (?:that|this|so)\b"
)
"""Words that point back to what is done in the question before."""
THAT_AGENCY = re.compile(
    r"\b(so|phong|co quan|don vi|nganh|hoi|ban|dai) (do|nay|ay|kia|tren)\b|\b(that|this|the same) (department|agency|office|body)\b|\bthey\b|\b(?:does|must|should|will) it\b"
)
"""Words that point back to the agency of the answer before."""

LEVEL_WORDS = "|".join(sorted((fold(level) for level in LEVELS), key=len, reverse=True))
LEVEL_BEFORE = re.compile(
    rf"(?:\b(?:uy ban nhan dan|ubnd) )?(?:\b(?:tren )?dia ban )?\b(?:(?:{LEVEL_WORDS}|tp|province of|city of) ?)?$"
)
INSTITUTION_BEFORE = re.compile(
    r"(?<!he thong )(?<!cac )(?<!mang luoi )\b(?:thu vien|tv|bao tang|trung tam van hoa) (?:tinh|huyen) $"
)
LEVEL_AFTER = re.compile(r" (?:province|district|city)\b")
LEADS_PLACE = frozenset("tinh huyen pho tp xa phuong quan o tai cua in of for at".split())
"""Words a place's name follows."""
NAMED_PLACE = re.compile(
    r"\b(?:[Tt]ỉnh|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hành phố|TP\.?|[Đđ]ặc khu|[Xx]ã|[Pp]hường)\s+"
    rf"((?:[{CAPITALS}]\w+)(?:\s+[{CAPITALS}]\w+){{0,3}})"
)
NAMED_PLACE_ENGLISH = re.compile(
    r"\b((?:[A-Z][\w']+\s+){0,2}[A-Z][\w']+)\s+(?:[Pp]rovince|[Dd]istrict|[Cc]ity|[Cc]ommune)\b"
    r"|\b(?:[Pp]rovince|[Dd]istrict|[Cc]ity) of ((?:[A-Z][\w']+\s+){0,2}[A-Z][\w']+)"
)
_NO_NAME = r"(?!(?:nao|gi|phai|can|duoc|co|va|thanh|pho|thi|xa|cac|trong|tinh|nay|do|se|da|lam|bao|dat|cua|ban|giao)\b)"
PLAIN_PLACE = re.compile(
    rf"^(?:ubnd |uy ban nhan dan |ke hoach (?:cua )?)?(?:huyen|thi xa|quan|thi tran) ({_NO_NAME}[a-z]+ {_NO_NAME}[a-z]+)"
    r" (?:da |co )?(?:ban hanh|giao|dat|de ra|bao cao|trien khai|xay dung)\b"
)
"""A district that a question typed without marks begins with: `huyen na hang ban hanh …`."""
GREETING = re.compile(
    r"\W*(?:ban|ai|may) (?:la ai|la gi|lam duoc (?:nhung )?gi|giup duoc (?:nhung )?gi|ten (?:la )?gi)\W*|\W*(?:who|what) (?:are|can) you(?: do)?\W*|"
    r"\W*(xin )?(chao|hello|hi|alo|cam on|thank you|thanks|tam biet|bye|test|ok)\b"
    r"(?!.*\b(?:what|how|who|when|which|con|the con|thi sao|ai|nao|gi|bao nhieu)\b).{0,25}"
)
"""Words that ask nothing."""
ROLES = frozenset(
    {"phoi hop", "chu tri", "tham gia", "chi dao", "huong dan", "to chuc", "thuc hien", "phu trach"}
)
"""What agencies may be asked for by after something was told: who co-ordinates, who holds it."""
PROPER_NAME = re.compile(
    r"(?:^|\b(?:[ởỞtTcC](?:ại|ủa)?|in|In|of|at|for)\s+)"
    rf"((?:[{CAPITALS}][{SMALL}]+)(?:\s+[{CAPITALS}][{SMALL}]+){{1,3}})"
)
"""Two to four capitalised words where a place may stand: at the start, after ở, tại, của, in, of."""
NOT_A_PLACE = frozenset(
    "con the vay va neu khi ai co so bo ban phong cong hoi doan uy trung dai bao thu tinh mat van ke quyet chuong nghi luat chi "
    "thong lien to nha truong ngay tuan cho hay xin theo nhung cac".split()
)
"""Folded first words of agencies, documents and days, which are capitalised as places are."""
PLAN_NUMBER = re.compile(
    r"\b(?:(?:ke hoach|kh|plan|no|number)(?: so| no\.?)? )?(\d{1,5})\s?/\s?(?:kh|ke hoach)\b"
    r"(?:\s?-\s?(?:ubnd|uy ban nhan dan))?"
    r"|\b(?:ke hoach|kh|plan)(?: so| no\.?)? (\d{1,5})\b(?!\s?-\s?kh)"
)
PLAN_YEAR = re.compile(
    r"\b(?:ke hoach)\b(?: (?!den\b|giai\b)\w+){0,4} (?<!den )nam (20[0-4]\d)\b|"
    r"\b(?:ke hoach|plan)(?: so \S+)?(?: (?:nam|ban hanh nam|cua nam|of|from|issued in))? (20[0-4]\d)\b"
    r"|\b(20[0-4]\d) (?:\w+ ){0,4}(?:plan|ke hoach)\b"
)
EVERY_PLACE = re.compile(
    r"\b(hai|ca hai|2) (ban )?(ke hoach|van ban)\b|\b(two|both) (\w+ ){0,2}plans\b|\b(?:noi|tinh|huyen|dia phuong|ke hoach) nao\b.{0,60}\b(?:nhat|hon)\b|\b(noi|tinh|huyen|dia phuong) nao (?=co|dat|giao|quy|neu|phai|dat)|\bnhung (noi|tinh|dia phuong) nao\b|\bben nao\b|(cao|thap|lon|nhieu|it|som|muon) hon\b|(higher|lower|earlier|later|more|larger)\b.*\b(or|than)\b|\b(cac|nhung|moi|tat ca|ca) (cac )?(tinh|dia phuong|ke hoach|noi)\b(?! lien quan)|so sanh"
    r"|\b(all|every|each) (the )?(province|plan|place)|\bcompar"
    r"|\bwhich (?:province|plan|place|one)\b.{0,60}\b(?:highest|lowest|earliest|latest|largest|smallest|most|fewest|fastest)\b"
)
SEVERAL_PLANS = re.compile(
    r"\b(?:hai|ca hai|2) (?:ban )?ke hoach\b|\b(?:two|both) (?:\w+ ){0,2}plans\b"
)
"""A question about two plans, which no title tells apart."""
_ISSUE = r"(?:ban hanh|ra doi|ra|ky|bao cao|nop|issued?|signed?|adopted|dated|published|reports?|due|c[ao]me out)"
"""What plans do at some time: `ban hành trước kế hoạch 154`, but not `trước ngày 01/12`."""
_TIME = (
    r" (?:ngay|thang|nam|khi|do|the end|\d|january|february|march|april|june|july|august|september|"
    r"october|november|december)"
)
MOST = re.compile(
    rf"\b{_ISSUE}\b.{{0,25}}\b(?:sau|after)\b(?!{_TIME})|\b{_ISSUE} last\b|"
    r"\b(cao|lon|nhieu|muon|tre|nhanh) (hon|nhat)\b|\b(higher|highest|more|most|larger|largest|later|latest|faster|fastest|above that|exceeds?)\b"
)
LEAST = re.compile(
    rf"\b{_ISSUE}\b.{{0,25}}\b(?:truoc|before)\b(?!{_TIME})|\b{_ISSUE} first\b|"
    r"\b(thap|nho|it|som|cham) (hon|nhat)\b|\b(lower|lowest|less|least|fewer|fewest|smaller|smallest|earlier|earliest|slower|slowest|below that)\b"
)
"""A comparison that asks whose is the higher or the later, the lower or the earlier."""
HELD_AGAINST = re.compile(
    r"\b(?:cao|lon|nhieu|muon|tre|nhanh|thap|nho|it|som|cham) hon\b"
    r"|\b(?:higher|larger|later|faster|lower|less|fewer|smaller|earlier|slower) than\b"
    r"|\b(?:above|below) that\b|\bexceeds?\b"
    r"|\bco cung (?:chi tieu|muc|ty le|con so)\b|\b(?:bang|nhu|giong) nhau\b|\bthe same\b"
)
"""A question whether one thing is more or less than another."""
YEAR = re.compile(r"\b(20[0-4]\d)\b")

LEADS = re.compile(
    r"\bchu tri\b|\b(?:which|who|what)\b.{0,30}\blead(?:s|ing)?\b|in the lead\b"
    r"|^(?:is|are|was|does|do|did|will|must|should)\b.{0,60}\b(?:lead|leading)\b"
)
"""A question for the agency that leads."""
PARTAKES = re.compile(
    r"\b(?:which|who|what)\b.{0,40}(?<!handles )(?<!handle )(?<!does )(?<!of )(?<!for )\bworks? with\b|"
    r"\b(?:co quan|don vi|so|phong|to chuc|nganh|doan the|ai|nhung ai)\b(?: \w+){0,3}? (?:cung )?(?:phoi hop|tham gia)\b"
    r"(?! (?:voi|cung))|\bphoi hop\b.{0,12}\b(?:la|gom) (?:nhung )?(?:ai|co quan nao|don vi nao)"
    r"|\b(?:which|who|what)\b.{0,30}\b(?:co ?ordinat|assist|support|tak\w+ part|participat)"
)
"""A question for the agencies that co-ordinate in a duty."""

WITH_WHOM = re.compile(
    r"\b(?:ai|(?:so|phong|co quan|don vi|nganh) nao)\b.{2,90}\b(?:voi|cung|cung voi|phoi hop voi|lam cung|lam cung voi) (?:ai|dau|(?:nhung )?(?:so|phong|co quan|don vi|nganh|ben) nao)\b"
    r"|\b(?:who|which|what)\b.{2,110}\b(?:with whom|together with who|with which)\b"
)
"""A question for who does something and with whom."""
SEVERAL_AGENCIES = re.compile(
    r"\b(nhung|cac) (co quan|don vi|so|phong|to chuc|nganh|hoi|doan)|agencies|departments|bodies"
)
"""A question that expects several agencies."""
ORGANISATIONS = re.compile(
    r"\bto chuc(?: (?:quoc te|nuoc ngoai|phi chinh phu|xa hoi|chinh tri|doan the|tai tro)){0,3} nao\b"
    r"|\b(?:quy|doanh nghiep|nha tai tro|nuoc)\b.{0,25}\bnao\b|\b(?:which|what) (?:(?!other )\w+ ){0,3}(?:funds?|foundations?|donors?|companies)\b"
)
"""A question for organisations that may be no agencies with a duty: funds, donors, foreign ones."""
EVERY_AGENCY = re.compile(
    r"\b(?:list|which|what|all|every)\b.{0,30}\borgani[sz]ations\b|"
    r"\b(?:giao|phan cong)\b.{0,40}\bcho nhung ai\b|\bso (?:luong )?(?:co quan|don vi)\b(?=.*\bgiao\b)|"
    r"\b(liet ke|ke ten|nhung|cac|bao nhieu|toan bo|tat ca)\b.{0,20}\b(co quan|don vi|so|phong|ban nganh|nganh|to chuc)\b"
    r"|\b(list|which|what|all|how many)\b.{0,20}\b(agencies|departments|bodies|authorities|units|offices|divisions)\b"
    r"|\b(?:co quan|don vi|so|phong|nganh|ben) nao\b.{0,40}\b(?:duoc (?:giao|phan cong)|co) (?:nhiem vu|viec|trach nhiem|thuc hien)\W*$"
    r"|\bevery (agency|department|body|authority|unit)\b"
)
"""A question for every agency that a plan charges with something."""
REPORTERS = re.compile(
    r"\b(?:ai|nhung ai|(?:nhung |cac )?(?:co quan|don vi|so|phong|noi) nao)\b.{0,25}\b(?:bao cao|gui|nop)\b.{0,40}\b(?:ve|cho|len|toi|den|voi)\b"
    r"|\b(?:who|which \w+)\b.{0,25}\breports?\b.{0,20}\bto\b"
    r"|\b(?:who|which \w+)\b.{0,30}\b(?:sends?|submits?|hands? in)\b.{0,25}\breports? to\b"
)
"""A question for who reports to the agency that it names."""
TASK_GROUPS = re.compile(
    r"\b(?:nhom )?(?:nhiem vu(?:,| va|, va)? giai phap|giai phap)\b.{0,12}\b(?:nao|gi|lon|chinh|chu yeu|la gi)\b|\b(?:may|bao nhieu|cac|nhung|liet ke (?:cac )?) ?(?:nhom )?(?:nhiem vu,? (?:va )?)?giai phap\b"
    r"|\b(?:may|bao nhieu|nhung|cac) (?:nhom )?noi dung (?:thuc hien|chinh|chu yeu|lon)\b|\bnhung (?:nhom )?noi dung nao\b"
    r"|\bnhom (?:cong )?viec\b|\bgroups? of (?:tasks?|work|solutions?|measures?)\b|\b(?:main|key|list|which|what) (?:\w+ ){0,3}(?:tasks? and (?:solutions?|measures?)|solutions)\b"
)
"""A question for the groups of tasks and solutions (nhiệm vụ, giải pháp) of a plan."""
_THINGS = (
    "thu vien tu nhan|duong|huyen|xa|phuong|thi tran|thi xa|truong hoc|truong|doanh nghiep|cong ty|du an|thon|lang"
    "|di tich lich su|di tich|danh lam thang canh|danh lam|le hoi"
)
THINGS_NAMED = re.compile(
    rf"\b(?P<noun>{_THINGS}) nao\b"
    rf"|\b(?:liet ke|ke ten|danh sach)(?: (?:cua|cac|nhung))* (?P<listed>{_THINGS})\b(?! hoi\b)"
    rf"|\bten (?:cua )?(?:cac |nhung )?(?P<called>{_THINGS}|bao tang|thu vien)\b(?! (?:tinh|huyen|xa)\b)"
    r"|\b(?:which|what) (?:historic(?:al)? )?(?P<english>districts?|communes?|towns?|schools?|companies|projects?|villages?|relics?|monuments?|festivals?)\b"
    r"|\bnames? of (?:the |all )*(?P<english_called>museums|libraries|schools|relics|monuments|festivals|villages|communes|districts)\b"
)
"""A question for things by their names: which districts, which schools."""
SEVERAL_WHO = re.compile(
    r"(?:\b(?:ai|(?:co quan|don vi|so|phong|cap) nao|who|which (?:agency|department|office|body))\b.*){2,}"
)
"""A question that asks who more than once: who draws up, who appraises, who approves."""
ASKED_FOR = re.compile(
    r"\bbao nhieu\b|\bmay\b(?= (?!tinh|vi|moc|anh|in\b|chieu|quet)\w)|\bhow many\b|\bhow much\b"
)
"""What asks for a figure; a question may ask for several."""
EXCEPT = re.compile(
    r"\b(?:ngoai|apart from|besides|aside from|other than|in addition to|beyond)\b"
    r"(?P<what>(?:(?! (?:thi|con|ra|co)\b)[^,?]){4,50})"
)
"""What a question sets aside to ask for others: a source of money, an agency."""
TARGETS_LISTED = re.compile(
    r"\b(?:cac|nhung|bao nhieu|may|toan bo|moi) (?:chi tieu|muc tieu)\b"
    r"|\b(?:chi tieu|muc tieu) (?:gi|nao)\b"
    r"|\b(?:what|which|how many|all|every|list|the) (?:the )?(?:targets|goals)\b"
)
"""What asks for the targets set for a thing, and not for one figure."""
SHARED_BY = re.compile(
    r"\b(?:share|percentage|percent|proportion) of (?:the |all |its )?(?P<whole>\w+)"
    r" (?:in|of|should|must|will|to|who|with|by|hold|have)\b"
)
"""What an English question asks a share of."""
PEOPLE_COUNTED = re.compile(r"\bhow many (?!percent|of\b|the\b)(\w+)")
"""What is to be counted in an English question."""
EACH = re.compile(
    r"\b(moi|tung) (thu vien|bao tang|trung tam|don vi|co so|xa|huyen|nguoi|noi)\b|\b(each|every|per)\b"
)
"""A question for a figure of each, not of all together."""
NUMBER_ASKED = re.compile(
    r"\bbao nhieu\b|%|phan tram|ty le|ti le|\bmay\b|how many|how much|percent|share|proportion|rate"
    r"|\bmuc tang\b|\btoc do\b|\b(?:cao|thap|nhanh|cham) nhat\b|\b(?:high|low|fast|slow)est\b"
)
"""A question that only a number answers."""
WHICH_PLAN = re.compile(
    r"\b(?:ke hoach(?: (?:(?:phat trien |ve )?thu vien|hoc tap suot doi))?|tinh|huyen|noi|dia phuong|ben) nao\b|\bwhich (?:\w+ ){0,2}(?:plans?|provinces?|places?|districts?)\b|\bwhich of\b.{0,30}\bplans?\b"
)
"""A question for the plan or the place that something is so in."""
KIND_OF_PLAN = re.compile(
    r"(?<=\bke hoach )thu vien(?= (?:nao|cua|o)\b)"
    r"|\b(?:library|libraries|reading|lifelong[- ]learning)(?= plans?\b)"
)
"""What a plan is called by, which says nothing of what is asked: `which of the library plans`."""
HELD = re.compile(
    r"\bco (?:tat ca )?(?:may|bao nhieu) (?:ban )?ke hoach\b(?:(?! \w)|(?= (?:cua|o|tai) (?:(?:tinh|huyen) )?\w+ \w+\W*$))|"
    r"\b(?:(?:trong |o )?kho(?! khan)|(?:trong|o) (?:he thong|co so du lieu))\b.{0,15}\bke hoach\b(?! \d)|\bke hoach\b.{0,12}\btrong kho\b"
    r"|\b(?:which|what|how many) plans\b.{0,20}\b(?:do you (?:have|hold|know)|are there|are held|in the (?:corpus|collection))\b"
)
"""A question for the plans of the corpus."""
SILENT_PLAN = re.compile(
    r"\bnao\b.{0,12}\b(?:khong|chua|ko)\b(?: (?:he|duoc))? (?:neu|dat|dua|co|giao|quy dinh|nhac|de cap|ghi|xac dinh|noi|yeu cau)\b"
    r"|\bwhich\b.*\b(?:do(?:es)? not|doesn t|don t|lacks?|without|no)\b|\bnot (?:state|mention|give|set|name)"
)
"""A question for the plans that do not state something."""
ROLE_ASKED = re.compile(
    r"\bchu tri (?:hay|hoac) (?:la )?phoi hop\b|\bphoi hop (?:hay|hoac) (?:la )?chu tri\b|\blead or\b.{0,30}\b(?:support|co ?ordinat|assist)"
)
"""A question whether an agency leads or co-ordinates."""
SOURCES = re.compile(
    r"\b(nguon|lay tu|tu dau|o dau ra|dau ra|tu (nhung |cac )?nguon|lay o dau)\b|\bsource|\bwhere\b.*\b(money|fund|come)|funded (by|from)|paid for|\b(?:other|else|what) (?:money|funds|funding)\b"
    r"|\b(?:kinh phi|tien|ngan sach)\b.{0,40}\b(?:do )?(?:ai|cap nao|dau|ben nao) (?:cap|bao dam|dam bao|chi|tra|chi tra|lo)\b|\b(?:ai|cap nao|ben nao) (?:cap|bao dam|dam bao|chi tra|lo) (?:kinh phi|tien|ngan sach)\b"
)
"""A question for where money comes from."""
LIST = re.compile(
    r"\b(nhung|cac|liet ke|ke ten|ke ra|ke giup)\b.*(\b(nao|gi)\b|^ke|^liet)|^(list|what are|which)\b.*s\b"
)
"""A question that expects a list."""
PARTNERS = re.compile(
    r"\b(?:cung|voi|chung voi) (?:nhung |cac )?(?:so|phong|co quan|don vi|ai|nganh|ban|to chuc)(?: \w+)? ?(?:nao|ai)?\b.{0,3}(?:de\b|$|\?)|"
    r"\b(?:so|phong|co quan|don vi|nganh|to chuc|ai) (?:nao )?(?:cung|chung tay|di cung|lam cung|phoi hop (?:voi|cung)) (?=so |phong |bo |cong an|ubnd|uy ban|hoi |ban |dai |bao )|"
    r"(phoi hop|hop tac|lam viec|chung|cung)\b.{0,40}\b(voi|cung)\b.{0,20}"
    r"\b(co quan|don vi|so|phong|ai|ben|nganh)\b.{0,20}(nao|ai|gi)?"
    r"|\bwith (?:whom|(?:which|what) (?:\w+ )?(?:agenc|bod|department|office|unit|organi)\w*)\b"
    r"|(which|what|who)\b.*(?<!handles )(?<!handle )(?<!does )(?<!of )(?<!for )(?<!learning )\b(works?|coordinat\w*|cooperat\w*|liais\w*)\b.{0,20} with\b"
)
"""A question about whom an agency works with."""
PERSON = re.compile(
    r"\bai (la|lam|giu chuc) (truong|pho|chu tich|giam doc|to truong)|\bwho (is|was|chairs|heads) (the )?(chair|head|director|minister)"
    r"|^(?!.*\b(?:ky|sign\w*)\b(?!.*\b(?:quyet dinh|nghi dinh|nghi quyet|thong tu|luat)\b)).*(thu tuong|chu tich|giam doc|bo truong|truong phong|bi thu) nao\b"
    r"|^(?!.*\b(?:ky|sign\w*)\b).*(?:\b(chu tich|giam doc|truong phong|bi thu|thu truong)\b.{0,80}\b(ten (la )?gi|la ai)\b|name of the (chair|director|head|minister))"
)
"""A question for the name of an office holder, which plans do not state."""
WHEN = re.compile(
    r"\b(khi nao|bao gio|ngay (nao|may)|nam nao|thang nao|hom nao|luc nao|bao lau|may lan|thoi (han|gian|diem)|han)\b"
    r"|\b(when|how often|(?:what|which) dates?|which year|what year|deadline|by what)\b"
)
"""A question for a time."""
YEAR_ASKED = re.compile(
    r"\bnam nao\b(?! cung)|(?<!moi )(?<!mot )(?<!hang )(?<!1 )\bnam may\b(?! (?:lan|lop))|\b(?:which|what) year\b"
)
"""A question for a year, which `hằng năm` does not answer."""
MONTH_ASKED = re.compile(r"\bthang (?:may|nao)\b|\b(?:which|what) month\b")
"""A question for a month, which a year does not answer."""
WHO_AND_WHEN = re.compile(
    r"\b(bao cao|so ket|tong ket|danh gia|giua ky|cuoi ky|gui|nop|report\w*|review\w*|submit\w*|evaluat\w*)\b"
)
"""What plans set a time for, and name who does it and whom it goes to."""
ADDRESSEE = re.compile(
    r"\b(?:ai|co quan|don vi|so|phong|noi)\b.{0,20}\bdau moi\b.{0,25}\bbao cao\b|"
    r"\b(?:thong )?qua (?:so|phong|co quan|don vi|ban) nao\b|\bthrough (?:which|what)\b|\bvia (?:which|what)\b|"
    r"\b(?:bao cao|gui|nop)\b.{0,60}?\b(?:cho|len|ve|toi|den|qua)? ?(?:ai(?! (?:xem xet|phe duyet|duyet|tham dinh|quyet dinh|tong hop|ky)\b)|dau|(?:co quan|don vi|so|phong|cap|noi|bo|uy ban) nao)\b"
    r"|\b(?:ai|(?:co quan|don vi|so|phong|noi) nao)\b (?:se |la noi )?(?:nhan|tiep nhan) bao cao"
    r"|\breport\w*\b.{0,40}\bto (?:whom|which|what)\b|\bto (?:whom|which \w+|what \w+)\b.{0,80}\breport|\b(?:whom?|which \w+|what \w+)\b.{0,60}\breport(?:s|ed|ing)?\b.{0,20}\bto\b"
    r"|\b(?:whom?|which \w+|what \w+)\b.{0,60}\b(?:sends?|submits?)\b.{0,40}\bto(?: (?:in|under|by|each|every)\b.*)?\W*$"
    r"|\bto (?:whom|which \w+|what \w+)\b.{0,80}\b(?:sends?|submits?)\b"
    r"|\bwho (?:receives|gets|collects)\b.{0,20}reports?|\bwhere (?:do|does|must|should) (?:they|it|the reports?|reports?) go\b"
)
"""A question for whom a report goes to."""
ASKS_WHO = re.compile(
    r"\b(ai|(co quan|don vi|so|phong|nganh|ben) nao)\b|\bwho\b|\bwhich (agenc|department|bod|office)"
)
"""A question that also asks who."""
EARLY = re.compile(
    r"\bhan\b|cham nhat|truoc ngay|ngay nao|hom nao|deadline|cut.?off|\bdue\b|by (what|which|when)"
)
"""A question for a last day rather than for how often."""
ALIKE = re.compile(r"\b(khac|giong) (nhau|gi|o)\b|\bdiffer|\bthe same\b|\balike\b")
"""A question whether or how things differ."""
CONSISTENT = re.compile(
    r"\b(?<!khong )(?:thong nhat|khop)(?: nhau| voi nhau)?(?: (?:so lieu|chi tieu|con so))? (?:khong|ko|k|hay khong|chua)\b|\bconsistent\b"
)
"""A question that is answered by no where a plan contradicts itself."""
CONTRADICTS = re.compile(
    r"\bco (?:thong nhat|khop)(?: nhau| voi nhau)?(?: (?:so lieu|chi tieu|con so))? (?:khong|ko|k|hay khong|chua)\b|\bmau thuan\b|\bkhong (?:thong nhat|khop)\b|\b(?:so|muc|ty le) nao (?:moi |la )?(?:dung|chinh xac)\b|\bhai (?:con )?(?:so|so lieu|chi tieu|muc|ty le|gia tri) khac nhau|\bkhac nhau (?:cho|ve) cung mot\b|\b(?:two|conflicting) (?:numbers|targets|values)\b\b|\bcontradict|\b(?:in)?consisten|\btwo (?:different )?figures\b"
)
"""A question whether a plan contradicts itself."""
ALIKE_OR_NOT = re.compile(
    r"\b(?:co )?trung (?:nhau|voi|khop)\b.*\b(?:khong|ko|k)\W*$|\bco cung\b.*\b(?:khong|ko|k)\W*$|\b(?:bang|nhu) nhau (?:khong|ko|k)\b|\b(?:khac|giong) nhau (?:khong|ko|k)\b|\bco (?:gi )?(?:khac|giong|mau thuan|trai)\b|\bthe same\b|\bdiffer(?:ent)?\b.*\?$|\bcontradict"
)
"""A question whether plans say the same."""
SAME = re.compile(
    r"\b(?:trung (?:nhau|voi|khop)|co cung|giong nhau|bang nhau|nhu nhau)\b.*\b(?:khong|ko|k)\W*$"
    r"|^(?:is|are|do|does|did|was|were|have|has)\b.*\bthe same\b"
)
"""A question that is answered by yes where plans say the same."""
AMENDED = re.compile(
    r"\b(?:ke hoach|kh)\b.{0,60}\b(?:sua(?: doi)?|dieu chinh|thay the|bo sung|bai bo|huy bo)\b(?:,? bo sung)?(?! (?:kinh phi|nguon|von|sach|tai lieu|vao|cho)).{0,20}\b(?:bang|boi)\b"
    r"|\b(?:ke hoach|kh)\b.{0,40}\b(?:da|co|duoc|bi) (?:duoc |bi )?(?:sua(?: doi)?|dieu chinh|thay the|bo sung|bai bo|huy bo)\b(?! (?:kinh phi|nguon|von|sach|tai lieu|vao|cho)).{0,30}\b(?:chua|khong|ko|lan nao)\W*$"
    r"|\bplan\b.{0,40}\b(?:amended|replaced|superseded|supplemented|repealed|revised)\b|\b(?:amended|replaced|superseded|supplemented|repealed|revised)\b.{0,30}\bplan\b"
)
"""A question for what amends or replaces a plan, or whether anything does."""
ISSUED_IN = re.compile(
    r"\b(?:ke hoach|kh)\b(?:(?!quyet dinh|nghi|thong tu|luat|chi thi|\?)[^.]){0,50}?"
    r"\b(?:ban hanh|ky)\b(?! ket)(?: (?:vao|tu|trong))? (?:nam|thang \d+ nam) (20\d\d)\b"
    r"|\b(?:ban hanh|ky) (?:ke hoach|kh)(?: so)?(?: \d+\S*)?,? (?:vao |trong |tu )?nam (20\d\d)\b"
    r"|\b(?:issued|signed|adopted)\b[^.?]{0,30}\bplan(?: \d+)?\b[^.?,]{0,12}?\bin (?:\w+ )?(20\d\d)\b"
    r"|\bplan(?: \d+)?\b[^.?,]{0,12}?\b(?:issued|signed|adopted|dated)\b[^.?,]{0,20}?\b(20\d\d)\b"
)
"""Words that say in which year a plan was issued."""
NUMBERED_MORE = re.compile(
    r"\bco (?:nhieu|it)\b.{3,40}\b(?:hon|nhat)\b|\b(?:chi|bo ra|danh|cap|dau tu|bo tri)\b.{0,12}\b(?:nhieu|it)\b.{0,40}\b(?:hon|nhat)\b|\bspend\w* (?:more|less|most|least)\b|\b(?:more|fewer|most|fewest) (?!than\b)[a-z]{4,}"
)
"""A comparison of how many there are, which no share answers."""
EITHER_OR = re.compile(r"\bhay\b|\bhoac\b|\bor\b")
"""Words that offer a choice."""
DUTY_WORDS = re.compile(
    r"\b(nhiem vu|trach nhiem|cong viec|viec gi|phan cong)\b|\b(tasks?|duty|duties)\b"
)
"""Words for what an agency is charged with."""
DENIED = re.compile(
    r"\b(?:khong|chua) (?:he )?(?:co|dat|neu|giao|de ra|dua ra|quy dinh|yeu cau|nhac)\b"
    r"|\b(?:does|do|did|has|have) not (?:set|give|state|have|name|mention|assign|require)|\bno targets?\b"
)
"""A claim that a plan does not do something."""
AGREES = re.compile(
    r"\b(dung|phai|chinh xac|that) (khong|ko|k|chu|hay)\b|\bco (phai|dung)\b|dung la"
)
"""A question that is agreed to by `đúng` rather than by `có`."""
SHARE_OF = re.compile(
    r"\b(?:bao nhieu|may|bn) ?(?:%|phan tram|ty le)(?: (?:so|cac|nhung|cua))* (?P<noun>[a-z]+ [a-z]+)"
)
"""What a question asks a share of: `bao nhiêu phần trăm người dân`."""
MONEY = re.compile(
    r"\b(lệ phí|học phí|phí|giá|vé|lương|tiền|mức chi|(tỷ|tỉ|triệu|nghìn|ngàn) đồng|vnđ)\b"
)
"""Words with their marks for an amount of money, which only a figure in đồng answers."""
AMOUNT = re.compile(
    r"\b(?:total|overall|whole|full|size of the) (?:\w+ )?(?:budget|funding|cost|sum|amount)\b|\bcosts? (?:more|less|most|least|the most|the least)\b|\b(?:more|less|most|least) expensive\b|\bton (?:nhieu|it|kem)\b|\bton bao nhieu\b|\bhow (?:big|large) is the (?:budget|funding)\b|\bin (?:vietnamese )?(?:dong|vnd)\b|\bhow much (?:money|funding|budget)\b|\bhow much (?:\w+ ){0,4}(?:cost|spend|allocate)"
    r"|\b(?:so tien|tong (?:kinh phi|so tien|muc dau tu|von)|kinh phi|ngan sach|chi|cap|bo tri)\b.{0,20}\bbao nhieu\b|\btong (?:kinh phi|so tien|muc dau tu|von|ngan sach)\b(?!.*\b(?:nguon|dau|ai)\b)|\bbao nhieu (?:tien|ty|ti|trieu|kinh phi|dong)\b"
)
"""A question for an amount of money in folded words."""
SHARE = re.compile(r"\bty (?:le|trong)\b|\bphan tram\b|%|\bpercent(?:age)?s?\b")
"""A question that asks for a share, which a plain number does not answer."""
OFTEN = re.compile(
    r"\b(?:hang|moi) (?P<span>quy|thang|tuan|ngay|nam)\b|\b(?P<half>6 thang|sau thang|nua nam)\b"
    r"|\b(?P<english>quarterly|monthly|weekly|daily|yearly|annually|half yearly|twice a year)\b"
)
"""How often something is said to be done."""
COUNT = re.compile(
    r"\b(hien |dang )?co (tat ca )?bao nhieu (?!phan tram|%|ty le|ti le)\w+(?!.*(ty le|ti le|phan tram|%))"
    r"|^how many\b(?!.*(percent|%|20\d\d))"
)
"""A question for a count, which a percentage does not answer."""
AT_PRESENT = re.compile(
    r"\bhien (?:nay|tai|gio|co|dang co)\b|\bbay gio\b|\bdang co\b|\b(?:currently|at present|right now|today)\b"
)
"""A question for how things are, which a target for a later year does not answer."""
COUNT_UNIT = re.compile(
    r"\bbao nhieu (?:xe|ban ghe|ke sach|gia sach|phong|toa|luot|ban\b|cuon|quyen|nguoi|may tinh|may vi tinh|cuoc|lop|dau (?:bao|sach)|ten sach|met|m2)"
    r"|\bhow many (?:visits?|copies|books|titles|people|readers|computers|events|classes|square)"
)
"""A question for a count of a thing with a unit, which a share of another thing does not answer."""
DAY_CALLED = re.compile(
    r"\b(la ngay (gi|nao)|ngay gi|mang ten (la )?gi|goi la (ngay )?gi|co (ten|su kien) (la )?gi|su kien gi|ky niem gi)\b|\bten (?:la )?gi\b|\bcall(?:s|ed)?\b|\bwhat (?:\w+ )?(day|event|is|names?)\b|\bknown as\b|\bwhich (?:\w+ )?(day|event)\b"
)
"""A question for what a day of the year is called."""
DAYS_LISTED = re.compile(
    r"\bnhung (ngay|dip|su kien|tuan le)\b.{0,30}\b(nao|gi)\b|\bcac (ngay|dip) (le|ky niem)\b.{0,20}\b(nao|gi)?|\b(which|what) (\w+ )?(days|weeks|occasions|dates|anniversaries|commemorat\w*)(?!.*\b(?:report|review|due|deadline))"
)
"""A question for a list of days and weeks."""
CONTACT = re.compile(
    r"\be ?-?mail\b|\b(?:tele)?phone\b|\bfax\b|\b(?:postal|street|mailing|office) address\b|\bhotline\b"
    r"|\b(?:so )?dien thoai (?:so )?(?:nao|may|bao nhieu|lien he|gi|cua|la)\b|\bso dien thoai\b|\bphong so (?:may|bao nhieu)\b|\bdia chi\b|\bhop thu\b|\bthu dien tu\b"
)
"""A question for where someone is reached: an address, a telephone."""
HOURS = re.compile(
    r"\b(?:vao|ngay|la) thu may\b|\bmay gio\b|\bgio (?:nao|mo cua|dong cua|lam viec|phuc vu)\b"
    r"|\b(?:opening|closing) (?:hours|times?|days?)\b|\bwhat time\b|\bday of the week\b"
)
"""A question for an hour or a day of the week."""
NAMED_DAY = re.compile(
    r"\bngay (?!nao|may|gi\b|bao|ky\b|ban hanh|thang|hom|\d)[a-z, ]{4,60}? (la|vao|roi vao)( ngay)? "
    r"(nao|may|hom nao|khi nao|bao nhieu)|\bngay (?:nao|may) la ngay [a-z]"
    r"|\bwhen is .*\bday\b|\b(?:what|which) (?:date|day) is .*\bday\b"
)
"""A question for the date of a named day, such as Ngày Sách."""
OTHER_DOCUMENT = re.compile(
    r"\b(quyet dinh|nghi dinh|thong tu|nghi quyet|luat|ket luan|chi thi|decision|decree|law|resolution)\b"
)
"""A document that plans rest on; without the word plan, the question is about that one."""
