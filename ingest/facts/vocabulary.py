"""The words that names of agencies are made of, as patterns of folded text.

Sources: Nghị định 24/2014/NĐ-CP and 37/2014/NĐ-CP (departments and offices), Nghị định
30/2020/NĐ-CP (how documents name them), and the verbs that administrative Vietnamese gives duties
with. A list of verbs is never whole: where what follows a name is none of them, the name is open.
"""

from __future__ import annotations

import re

from corpus.agencies import DEPARTMENTS, NAMES
from corpus.vietnamese import fold

LEVEL = (
    r"(?:tinh|thanh pho|huyen|thi xa|quan|xa|phuong|thi tran|dac khu|thon|cap tinh|cap huyen|"
    r"cap xa|cap)"
)
LEVELS = rf"(?:(?:cac|cap) )?{LEVEL}(?:(?:, | va )(?:cac )?{LEVEL})*"

HEADS = (
    "so|ban|cong an|bo chi huy|bo chqs|bo tu lenh|bch|bo doi|bo|uy ban|ubnd|ubmttqvn|ubmttq|"
    "mat tran|bao|dai|phong|trung tam|hoi|lien doan|tinh doan|tinh uy|huyen uy|thanh uy|"
    "thanh doan|huyen doan|doan|van phong|thu vien|bao tang|chi cuc|cuc|vien thong|vien|truong|"
    "toa an|"
    "kho bac|ngan hang|lien minh|hat|tap doan|tong cong ty|cong ty|hoc vien|benh vien|buu dien|"
    "dien luc|vuon quoc gia|bao hiem xa hoi|hiep hoi|thanh tra|cong doan|hdnd|thuong truc|vnpt|"
    "viettel|mobifone|thu tuong|chinh phu|cap uy|nha hat|quy|thuong vu|to cong tac|ban chi dao|"
    "doi|to|tram|xi nghiep|nong truong|lam truong|hoi dong|chi nhanh|nha may"
)
"""How the names of agencies begin."""

WHOLE_NAMES = r"(?:tinh|huyen|thanh) (?:doan|uy)|mobifone|vnpt|viettel"
"""Heads that are names by themselves."""

NOUN = (
    r"(?:so|ban|nganh|doan the|hoi doan the|hoi|co quan|don vi|dia phuong|to chuc|doanh nghiep|"
    r"hop tac xa|truong hoc|nha truong|truong|co so giao duc|phong|chinh quyen|cap|hiep hoi|"
    r"tap doan|tong cong ty|cong ty|vien|trung tam|ca nhan|xa hoi nghe nghiep|ngan hang|bo|cuc|"
    r"chu rung|ban quan ly|thon|to dan pho|khu dan cu|khu pho|huyen|thi xa|thanh pho|"
    r"quan|xa(?! hoi)|phuong|thi tran)"
)
"""What a collective names: các sở, ban, ngành; các cơ quan, đơn vị."""

MODIFIER = (
    r"(?:co lien quan|lien quan|khac|truc thuoc|chuc nang|chuyen mon|chinh tri|xa hoi|nghe nghiep|"
    r"quan ly|nha nuoc|tinh|huyen|thanh pho|thi xa|trung uong|dia phuong|co tham quyen|"
    r"tham quyen|co so|cung cap|thong tan|bao chi|truyen thong|thuoc chinh phu|"
    r"(?:cua|thuoc|o|tai|tren dia ban|cap)(?: ca)? (?:tinh|huyen|thanh pho|thi xa|xa|dia phuong))"
)
"""What may follow the nouns of a collective and belong to it."""

VERB = (
    r"(?:huong dan|to chuc|xay dung|trien khai|thuc hien|tham muu|ra soat|chi dao|tich cuc|"
    r"tong hop|xac dinh|can doi|can cu|de xuat|nghien cuu|hop tac|tuyen truyen|kiem tra|giam sat|"
    r"don doc|day manh|tang cuong|tham dinh|trinh|lap|bo tri|phe duyet|ban hanh|theo doi|danh gia|"
    r"bao cao|gui|dao tao|boi duong|tap huan|cung co|phat trien|van hanh|hoan thien|cung cap|"
    r"ket noi|chuan bi|huy dong|van dong|ho tro|phat dong|bien soan|quan ly|chu tri|phoi hop|"
    r"chiu trach nhiem|co trach nhiem|chu dong|dinh ky|thuong xuyen|nghiem tuc|ap dung|tiep tuc|"
    r"bao dam|dam bao|thong ke|cap nhat|khao sat|so ket|tong ket|tham gia|quan triet|dua|"
    r"phan bo|giai quyet|kip thoi|quan tam|lua chon|xu ly|dang ky|cu|de nghi|chu trong|"
    r"hoan thanh|khan truong|tuan tra|kiem soat|thu thap|so hoa|chia se|trao doi|cung ung|"
    r"nang cap|chuyen giao|phan tich|ngan chan|phong ngua|thu hut|dieu chinh|bo sung|sap xep|"
    r"kien toan|phuc vu|quang ba|gioi thieu|khai thac|dau tu|xuc tien|tiep nhan|cong bo|"
    r"khen thuong|phat hien|duy tri|ung dung|phat huy|bao ton|thong nhat|khac phuc|kiem ke|"
    r"ung pho|doi chieu|tao dieu kien|nhan rong|dieu tra|tap trung|pho bien|khuyen khich|mo rong|"
    r"long ghep|thanh tra|dam nhan|phu trach)"
)
"""How what an agency is to do begins."""

AFTER = r"(?:trong|de|theo|ve|tren|duoc|co|la|nham|voi|tai|khi|do|cua|hang|truoc|den|tu|qua|sau)"
"""Other words that follow a name and are not part of it."""

AFTER_SAID = frozenset("để về được có là nhằm với tại của hằng hàng trước đến từ trên".split())
"""Those of them that bear an accent: another word of the same letters may belong to a name."""

TITLES = (
    r"(?:(?:thu truong|giam doc|chu tich|nguoi dung dau|lanh dao|"
    r"truong(?= (?:cac|thon|ban|phong|khu)\b)) )?"
)
"""The head of an agency, who is charged in its place."""

COMMITTEE = re.compile(
    rf"{TITLES}(?:van phong \w+(?: nhan dan)? va )?(?:uy ban nhan dan|ubnd)"
    rf"(?: {LEVELS})?(?![^\W_])"
)
_FIELDS = "|".join(
    sorted(
        (r"[\s,–-]+".join(re.findall(r"[^\W_]+", fold(field))) for field in DEPARTMENTS),
        key=len,
        reverse=True,
    )
)
DEPARTMENT = re.compile(
    rf"(?:so|phong|bo|ban) (?:{_FIELDS})(?:(?=va )|(?![^\W_]))(?: (?:tinh|thanh pho|huyen|quan)"
    r"(?![^\W_]))?"
)
_OFFICE = (
    r"(?:van phong|thong ke|dia chinh|xay dung|nong nghiep|do thi|moi truong|tai chinh|ke toan|"
    r"tu phap|ho tich|van hoa|xa hoi)"
)
OFFICER = re.compile(
    rf"cong chuc {_OFFICE}(?:(?:\s*[-–,]\s*| va ){_OFFICE})*(?![^\W_])(?: (?:xa|phuong|thi tran))?"
    r"(?![^\W_])"
)
"""The offices of a commune, which it charges by title (Nghị định 33/2023/NĐ-CP, điều 5)."""
KNOWN = sorted(map(fold, NAMES), key=len, reverse=True)
COLLECTIVE = re.compile(
    rf"{TITLES}(?:(?:cac|toan the) )*{NOUN}(?![^\W_])"
    rf"(?:(?:\s*,\s*| va | - | (?!to chuc ))(?:{MODIFIER}|(?!to chuc {VERB}){NOUN})"
    r"(?![^\W_]))*"
)
ONE_NOUN = re.compile(rf"{TITLES}{NOUN}")
