"""Everyday English, so that a right word is not taken for a slip of another one.

The operations, qualities and commoner things of Ogden's Basic English ("Basic English", 1930), and
further verbs and words that a question is put with; written from memory of that list, base forms.
Left out: the terms of administration, which are in `glossary.py`.
"""

from __future__ import annotations

COMMON_ENGLISH = frozenset(
    """
    a about above account across act add after afternoon again against age agree air all allow
    almost alone along already also although always am among amount an and angle animal another
    answer any anyone anything apart appear apply are area argue arm around arrive art as ask at
    attack attempt attend authority available away back bad bag balance ball band base be bear
    beautiful because become bed been before begin behind being belief believe bell below benefit
    best better between big bill bird bit black blood blow blue board boat body book born both
    bottom box boy branch break bridge bright bring broad brother brought brown build building
    burn business but buy by call came can card care carry case catch cause certain chair chance
    change charge cheap check chief child choice choose church circle claim class clean clear
    climb clock close cloth cloud coal coat cold colour come comfort common company compare
    complete concern condition connection consider contain continue control cook cool copy cost
    could count country course cover crime cross cry cup current cut damage danger dark date
    daughter day dead deal dear death debt decide deep depend describe desire detail develop did
    die differ different difficult direct dirty discover discuss disease distance divide do does
    dog done door doubt down draw dress drink drive drop dry due during duty each ear early earth
    east easy eat edge effect eight either else empty end engine enough enter equal error even
    event ever every everyone everything example except exchange exist expect expert explain
    express eye face fact fair fall false family far farm fast father fear feel feet few field
    fight figure fill final find fine finger finish fire first fish fit five fix flag flat floor
    flower fly fold follow food foot for force foreign forget form former forward found four free
    frequent fresh friend from front full future gain game garden gather gave general get girl
    give glad glass go goes gold gone good got grant grass great green ground grow guess had hair
    half hand handle hands happen happy hard has hat have he head hear heart heat heavy held help
    her here high him his history hit hold hole holding home hope horse hospital hot hour house
    how however huge human hundred hurry i idea if ill important improve in include increase
    indeed inside instead intend interest into invite involve is issue it item its join journey
    judge jump just keep key kind king know knew land language large last late later laugh law lay
    lead learn least leave left less let letter level lie life lift light like likely limit line
    list listen little live load lock long look lose lost lot loud love low machine made main make
    male man manner many map mark market mass match material matter may me meal mean measure meat
    meet member memory mention message metal middle might mile milk mind minute miss mix modern
    moment money month moon more morning most mother mountain mouth move much music must my name
    nation native nature near necessary neck need needs neither never new next nice night nine no
    nobody noise none nor normal north nose not note nothing notice now number object observe
    obtain occur odd of off offer office officer often oil old on once one online only open
    operate opinion or orange other our out outside over own page pain paint pair paper parent
    part particular pass past pay peace pen pencil per perhaps period person picture piece pig
    place plain plane plant plate play please plenty point poor popular portion position possible
    pot pound power prepare present press pretty prevent price print private probable process
    produce product profit proof property protect prove provide public pull purpose push put
    quality quarter question quick quiet quite quote rail rain raise range rate rather raw reach
    read ready real really reason receive recent record red regard regular relate relation remain
    remember remove rent repair repeat reply request respect rest result return rich ride right
    ring rise river road rock roll roof room root rough round row rule run safe sail said salt
    same sand save saw say scale scene school science sea seat second secret section see seem seen
    sell send sense separate serious serve set settle seven several shall shape share sharp she
    sheet shelf ship shirt shoe shop shore short should show shut sick side sign silver similar
    simple since sing single sister sit six size skin sky sleep slow small smell smile smoke
    smooth snow so society soft soil soldier solid some someone something son soon sort sound
    south space speak special speech speed spell spend spot spread spring square stand standard
    star start state statement station stay steel step stick still stone stop store story straight
    strange stream street strong structure study stuff subject substance succeed success such
    sudden sugar suggest suit sum summary summer sun supply support suppose sure surface surprise
    system table take taken talk tall tax teach team tell ten term test than thank that the their
    them then theory there these they thick thin thing think third this those though thought
    thousand thread three through throw thus tie till time tired to today together told tomorrow
    tongue too took tool top total touch toward town trade train transport travel tree trouble
    true trust try turn twelve twenty two type under understand unit until up upon us use usual
    value various very view village visit voice vote wait walk wall want war warm was wash waste
    watch water wave way we weak wear weather week weight well went were west what whatever wheel
    when where whether which while white who whole whom whose why wide wife will wind window
    winter wish with within without woman wood word work world worry would write wrong year yellow
    yes yesterday yet you young your zero
    """.split()
)
