"""The severities per profile, written from the rule catalogue by hand: an oracle that shares no code with the profiles.

Columns: brunel-2017, spotify-2012, ing-2015, team-topologies-2019; E error, W warning, A advice, - off.
"""

PROFILES = ("brunel-2017", "spotify-2012", "ing-2015", "team-topologies-2019")

_TABLE = """
SQ001 E W E W    SQ002 A A A W    SQ003 W W W A    SQ004 W W W W    SQ005 W W W A    SQ006 W W W W
SQ007 W A W W    SQ008 W A W W    SQ009 E E E A    SQ010 A A A A    SQ011 A W A W    SQ012 W W W W
PO001 E E E -    PO002 W E E -    PO003 W W W -    PO004 W A W -    PO005 W E E -    PO006 W A W A
PO007 W A W -    PO008 W W W -    PO010 W - W -
MB001 E W W W    MB002 E W E -    MB003 E W E -    MB004 W W W -    MB005 E E E E    MB007 A A A W
MB008 W E W W    MB009 A - A -
CH001 E E E -    CH003 W E E -    CH004 W W W -    CH006 A A A -    CH007 W A W -
CL001 - W W -    CL002 A A A -    CL003 W W W -
TR001 E W E W    TR003 W A W A    TR004 W - - -    TL001 E E E -    TL002 W W W -    TL003 A - A -
AC001 A W W -    AC002 A A W -    SK001 W W W W
DP001 W W W W    DP002 W E W W    DP003 - - - W
RG001 W - W -    RG002 W - W -    RG003 A - A -
HY001 W - W -    HY002 W - W A    HY003 E - E -
TX001 W - W -    TX002 E - E -    TX003 E - E -    TX004 W - W -    TX006 A - A -
"""

_WORDS = {"E": "error", "W": "warning", "A": "advice", "-": "off"}
_CELLS = _TABLE.split()
TABLE = {
    code: dict(zip(PROFILES, (_WORDS[letter] for letter in letters), strict=True))
    for code, *letters in (_CELLS[i : i + 5] for i in range(0, len(_CELLS), 5))
}
