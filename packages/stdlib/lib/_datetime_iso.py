# ISO 8601 as the classes of datetime read it; imported when it is needed.
import datetime as _datetime
from _calendar_text import is_leap as _is_leap, to_ordinal as _to_ordinal
from datetime import MAXYEAR, MINYEAR, timedelta, timezone


def week_to_ordinal(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError("Year is out of range: %d" % year)
    january_first = (_to_ordinal(year, 1, 1) + 6) % 7
    long_year = january_first == 3 or (january_first == 2 and _is_leap(year))
    if not 1 <= week <= (53 if long_year else 52):
        raise ValueError("Invalid week: %d" % week)
    if not 1 <= day <= 7:
        raise ValueError("Invalid weekday: %d (range is [1, 7])" % day)
    fourth = _to_ordinal(year, 1, 4)
    return fourth - (fourth + 6) % 7 + (week - 1) * 7 + day - 1


def _number(text):
    return int(text) if text.isdigit() and text.isascii() else None


def read_date(text):
    # YYYY-MM-DD, YYYYMMDD, YYYY-Www[-D], YYYYWww[D]; None where it is none of them.
    year = _number(text[:4])
    if year is None or len(text) < 7:
        return None
    rest = text[4:]
    dashed = rest[0] == "-"
    if dashed:
        rest = rest[1:]
    if rest[:1] == "W":
        week = _number(rest[1:3])
        rest = rest[3:]
        day = 1
        if rest:
            if dashed:
                if rest[0] != "-":
                    return None
                rest = rest[1:]
            if len(rest) != 1:
                return None
            day = _number(rest)
        if week is None or day is None:
            return None
        return week_to_ordinal(year, week, day)
    if dashed:
        if len(rest) != 5 or rest[2] != "-":
            return None
        month, day = _number(rest[:2]), _number(rest[3:])
    else:
        if len(rest) != 4:
            return None
        month, day = _number(rest[:2]), _number(rest[2:])
    if month is None or day is None:
        return None
    _datetime._check_date(year, month, day)
    return _to_ordinal(year, month, day)


def _read_clock(text):
    # hour, minute, second, microsecond, or None
    if len(text) < 2:
        return None
    values = [0, 0, 0, 0]
    colon = text[2:3] == ":"
    at = 0
    for index in range(3):
        value = _number(text[at : at + 2])
        if value is None or len(text) < at + 2:
            return None
        values[index] = value
        at += 2
        if at == len(text):
            return values
        if text[at] in ".,":
            break
        if index == 2:
            return None
        if colon:
            if text[at] != ":":
                return None
            at += 1
        elif text[at] == ":":
            return None
    if index != 2:
        return None
    digits = text[at + 1 :]
    if _number(digits) is None:
        return None
    values[3] = int((digits + "000000")[:6])
    return values


def read_time(text):
    # The clock's values and a tzinfo or None; None where the text is no time.
    zone = None
    at = max(text.find("+"), text.find("-"), text.find("Z"), text.find("z"))
    if at >= 0:
        clock, offset = text[:at], text[at:]
        if offset in ("Z", "z"):
            if offset == "z":
                return None
            zone = timezone.utc
        else:
            values = _read_clock(offset[1:])
            if values is None:
                return None
            delta = timedelta(hours=values[0], minutes=values[1], seconds=values[2], microseconds=values[3])
            if offset[0] == "-":
                delta = -delta
            zone = timezone(delta) if delta else timezone.utc
        text = clock
    values = _read_clock(text)
    if values is None:
        return None
    return values + [zone]


def read_datetime(cls, text):
    if len(text) < 7:
        return None
    # The date is as long as its form says; one character of any kind stands before the time.
    if text[4] == "-":
        if text[5] == "W":
            length = 10 if text[8:9] == "-" and len(text) > 9 and "0" <= text[9] <= "9" else 8
        else:
            length = 10
    elif text[4] == "W":
        length = 8 if len(text) > 7 and "0" <= text[7] <= "9" else 7
    else:
        length = 8
    ordinal = read_date(text[:length])
    if ordinal is None:
        return None
    values = [0, 0, 0, 0, None]
    if len(text) > length:
        values = read_time(text[length + 1 :])
        if values is None:
            return None
    hour, minute, second, micro, zone = values
    _datetime._check_time(hour, minute, second, micro, 0)
    return _datetime._datetime(cls, ordinal, hour * 3600 + minute * 60 + second, micro, zone, 0)
