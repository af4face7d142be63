# strftime and strptime for the modules time and datetime; English names, as in CPython's C locale.

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def day_of_year(year, month, day):
    return _BEFORE[month - 1] + day + (1 if month > 2 and is_leap(year) else 0)


def to_ordinal(year, month, day):
    # Years that begin with March end with the leap day.
    if month < 3:
        year -= 1
        month += 12
    return year * 365 + year // 4 - year // 100 + year // 400 + (153 * month - 457) // 5 + day - 306


def iso_week(year, weekday, yday):
    # Year and week of ISO 8601; weekday is 0 for Monday, yday 1 for the first of January.
    week = (yday - weekday + 9) // 7
    if week < 1:
        return iso_week(year - 1, weekday, yday + (366 if is_leap(year - 1) else 365))
    if week == 53 and yday - weekday + 3 > (366 if is_leap(year) else 365):
        return year + 1, 1
    return year, week


def offset_text(seconds, microseconds, colon):
    sign = "-" if seconds < 0 else "+"
    if seconds < 0:
        seconds = -seconds
        if microseconds:
            seconds -= 1
            microseconds = 1000000 - microseconds
    text = "%s%02d%s%02d" % (sign, seconds // 3600, colon, seconds // 60 % 60)
    if seconds % 60 or microseconds:
        text += "%s%02d" % (colon, seconds % 60)
        if microseconds:
            text += ".%06d" % microseconds
    return text


# Directives that say one field: how, which one of t or of the microsecond after it, and its words where it has some.
_FIELDS = {
    "Y": ("%d", 0, None),
    "m": ("%02d", 1, None),
    "d": ("%02d", 2, None),
    "H": ("%02d", 3, None),
    "M": ("%02d", 4, None),
    "S": ("%02d", 5, None),
    "f": ("%06d", 8, None),
    "j": ("%03d", 7, None),
    "e": ("%2d", 2, None),
    "b": ("%s", 1, ("",) + tuple([name[:3] for name in MONTHS])),
    "B": ("%s", 1, ("",) + MONTHS),
    "a": ("%s", 6, tuple([name[:3] for name in DAYS])),
    "A": ("%s", 6, DAYS),
    "I": ("%02d", 3, (12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) * 2),
    "p": ("%s", 3, ("AM",) * 12 + ("PM",) * 12),
}
_MOST_PLANS = 64
_plans = {}


def _plan(format):
    # A template for % with what goes into it; () where a directive needs more than that.
    for code in "FTDRr":
        if "%" + code in format and "%%" not in format:
            format = format.replace("%" + code, _COMPOUND[code])
    pieces = format.split("%")
    template = pieces[0]
    parts = []
    for piece in pieces[1:]:
        if piece[:1] not in _FIELDS:
            return ()
        spec, at, names = _FIELDS[piece[0]]
        template += spec + piece[1:]
        parts.append((at, names))
    return template, parts


def strftime(format, t, microsecond=0, offset=None, zone=""):
    # t: year, month, day, hour, minute, second, weekday, yday; offset: (seconds, microseconds) or None.
    plan = _plans.get(format)
    if plan is None:
        if len(_plans) >= _MOST_PLANS:
            _plans.clear()
        plan = _plans[format] = _plan(format)
    if plan:
        template, parts = plan
        fields = t + (microsecond,)
        return template % tuple([fields[at] if names is None else names[fields[at]] for at, names in parts])
    year, month, day, hour, minute, second, weekday, yday = t
    out = []
    start = 0
    while True:
        at = format.find("%", start)
        if at < 0 or at + 1 >= len(format):
            out.append(format[start:])
            return "".join(out)
        out.append(format[start:at])
        code = format[at + 1]
        start = at + 2
        pad = True
        if code == "-" and start < len(format):
            pad = False
            code = format[start]
            start += 1
        if code == "Y":
            text = str(year)
        elif code == "m":
            text = "%02d" % month
        elif code == "d":
            text = "%02d" % day
        elif code == "H":
            text = "%02d" % hour
        elif code == "M":
            text = "%02d" % minute
        elif code == "S":
            text = "%02d" % second
        elif code == "f":
            text = "%06d" % microsecond
        elif code == "y":
            text = "%02d" % (year % 100)
        elif code == "b" or code == "h":
            text = MONTHS[month - 1][:3]
        elif code == "B":
            text = MONTHS[month - 1]
        elif code == "a":
            text = DAYS[weekday][:3]
        elif code == "A":
            text = DAYS[weekday]
        elif code == "I":
            text = "%02d" % ((hour + 11) % 12 + 1)
        elif code == "p":
            text = "AM" if hour < 12 else "PM"
        elif code == "j":
            text = "%03d" % yday
        elif code == "w":
            text = str((weekday + 1) % 7)
        elif code == "u":
            text = str(weekday + 1)
        elif code == "U":
            text = "%02d" % ((yday - 1 + 7 - (weekday + 1) % 7) // 7)
        elif code == "W":
            text = "%02d" % ((yday - 1 + 7 - weekday) // 7)
        elif code == "G":
            text = str(iso_week(year, weekday, yday)[0])
        elif code == "g":
            text = "%02d" % (iso_week(year, weekday, yday)[0] % 100)
        elif code == "V":
            text = "%02d" % iso_week(year, weekday, yday)[1]
        elif code == "C":
            text = "%02d" % (year // 100)
        elif code == "e":
            text = "%2d" % day
        elif code == "k":
            text = "%2d" % hour
        elif code == "l":
            text = "%2d" % ((hour + 11) % 12 + 1)
        elif code == "s":
            seconds = (to_ordinal(year, month, day) - 719163) * 86400 + hour * 3600 + minute * 60 + second
            text = str(seconds - (offset[0] if offset else 0))
        elif code == "z":
            text = "" if offset is None else offset_text(offset[0], offset[1], "")
        elif code == ":" and format[start : start + 1] == "z":
            start += 1
            text = "" if offset is None else offset_text(offset[0], offset[1], ":")
        elif code == "Z":
            text = zone
        elif code == "n":
            text = "\n"
        elif code == "t":
            text = "\t"
        elif code == "%":
            text = "%"
        else:
            expanded = _COMPOUND.get(code)
            if expanded is None:
                text = format[at:start]
            else:
                text = strftime(expanded, t, microsecond, offset, zone)
        out.append(text if pad else text.lstrip("0 ") or "0")


_COMPOUND = {
    "c": "%a %b %e %H:%M:%S %Y",
    "x": "%m/%d/%y",
    "X": "%H:%M:%S",
    "D": "%m/%d/%y",
    "F": "%Y-%m-%d",
    "T": "%H:%M:%S",
    "R": "%H:%M",
    "r": "%I:%M:%S %p",
}

# Directives that are numbers: the most digits, the smallest and the largest value.
_NUMBERS = {
    "Y": (4, 0, 9999),
    "y": (2, 0, 99),
    "m": (2, 1, 12),
    "d": (2, 1, 31),
    "H": (2, 0, 23),
    "I": (2, 1, 12),
    "M": (2, 0, 59),
    "S": (2, 0, 61),
    "j": (3, 1, 366),
    "U": (2, 0, 53),
    "W": (2, 0, 53),
    "w": (1, 0, 6),
    "u": (1, 1, 7),
    "G": (4, 0, 9999),
    "V": (2, 1, 53),
}


def _digits(string, at, most):
    end = at
    while end < len(string) and end - at < most and "0" <= string[end] <= "9":
        end += 1
    return end


def _name(string, at, names, shortest):
    lower = string[at:].lower()
    for length in (None, shortest):
        for index, name in enumerate(names):
            if lower.startswith(name[:length].lower()):
                return index, at + len(name[:length])
    return None


def _offset(string, at):
    # (seconds, microseconds) and where it ends, or None.
    if string[at : at + 1] == "Z":
        return (0, 0), at + 1
    if string[at : at + 1] not in ("+", "-"):
        return None
    parts = []
    position = at + 1
    colon = False
    for index in range(3):
        start = position
        if index and string[start : start + 1] == ":" and (index == 1 or colon):
            colon = True
            start += 1
        elif index == 2 and colon:
            break
        end = _digits(string, start, 2)
        if end - start != 2:
            break
        parts.append(int(string[start:end]))
        position = end
    if len(parts) < 2 or parts[1] > 59:
        return None
    micros = 0
    if len(parts) == 3 and string[position : position + 1] == ".":
        end = _digits(string, position + 1, 6)
        if end > position + 1:
            micros = int((string[position + 1 : end] + "000000")[:6])
            position = end
    seconds = parts[0] * 3600 + parts[1] * 60 + (parts[2] if len(parts) == 3 else 0)
    if string[at] == "-":
        seconds, micros = -seconds, -micros
    return (seconds, micros), position


_numbers = {}


def _match_numbers(string, format, found):
    # What _match answers where the format has only numbers between plain characters and each number's longest form fits; otherwise None.
    steps = _numbers.get(format)
    if steps is None:
        if len(_numbers) >= _MOST_PLANS:
            _numbers.clear()
        pieces = format.split("%")
        steps = [(piece[0], len(piece) - 1, piece[1:]) + _NUMBERS[piece[0]] for piece in pieces[1:] if piece[:1] in _NUMBERS]
        plain = len(steps) == len(pieces) - 1 and not pieces[0] and not " " in format[-1:]
        for step in steps:
            for char in step[2].replace(" ", "", 1):
                plain = plain and not char.isspace()
        steps = _numbers[format] = steps if plain else []
    if not steps:
        return None
    at = 0
    for code, length, text, most, low, high in steps:
        digits = string[at : at + most]
        if not digits.isdigit():
            digits = string[at : _digits(string, at, most)]
        if not digits or not digits.isascii() or (most == 4 and len(digits) != 4):
            return None
        value = int(digits)
        if not low <= value <= high:
            return None
        found[code] = value
        at += len(digits)
        if length:
            if string[at : at + length] != text:
                return None
            at += length
    return at


def _match(string, at, format, found):
    # Where the string ends that the format describes, or None. As CPython's regular expressions do, it takes the longest number first.
    start = 0
    while start < len(format):
        char = format[start]
        if char.isspace():
            while start < len(format) and format[start].isspace():
                start += 1
            if at >= len(string) or not string[at].isspace():
                return None
            while at < len(string) and string[at].isspace():
                at += 1
            continue
        if char != "%":
            if string[at : at + 1].lower() != char.lower():
                return None
            at += 1
            start += 1
            continue
        code = format[start + 1 : start + 2]
        if not code:
            raise ValueError("stray % in format " + repr("%s" % format))
        start += 2
        number = _NUMBERS.get(code)
        if number is not None:
            most, low, high = number
            rest = format[start:]
            end = _digits(string, at, most)
            shortest = 4 if code in "YG" else 1
            while end - at >= shortest:
                value = int(string[at:end])
                if low <= value <= high:
                    trial = dict(found)
                    trial[code] = value
                    last = _match(string, end, rest, trial)
                    if last is not None:
                        found.update(trial)
                        return last
                end -= 1
            return None
        if code == "f":
            end = _digits(string, at, 6)
            if end == at:
                return None
            found["f"] = int((string[at:end] + "00000")[:6])
            at = end
        elif code == "B" or code == "b" or code == "h":
            named = _name(string, at, MONTHS, None if code == "B" else 3)
            if code != "B":
                named = None
                for index, name in enumerate(MONTHS):
                    if string[at : at + 3].lower() == name[:3].lower():
                        named = index, at + 3
            if named is None:
                return None
            found["m"] = named[0] + 1
            at = named[1]
        elif code == "A" or code == "a":
            named = None
            for index, name in enumerate(DAYS):
                text = name if code == "A" else name[:3]
                if string[at : at + len(text)].lower() == text.lower():
                    named = index, at + len(text)
            if named is None:
                return None
            found["a"] = named[0]
            at = named[1]
        elif code == "p":
            text = string[at : at + 2].lower()
            if text != "am" and text != "pm":
                return None
            found["p"] = text
            at += 2
        elif code == "z":
            matched = _offset(string, at)
            if matched is None:
                return None
            found["z"], at = matched
        elif code == "Z":
            for text in ("utc", "gmt"):
                if string[at : at + 3].lower() == text:
                    found["Z"] = string[at : at + 3].upper()
                    at += 3
                    break
            else:
                return None
        elif code == "%":
            if string[at : at + 1] != "%":
                return None
            at += 1
        elif code in _COMPOUND and code in "cxX":
            expanded = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}[code]
            return _match(string, at, expanded + format[start:], found)
        else:
            raise ValueError("'%s' is a bad directive in format '%s'" % (code, format))
    return at


def strptime(string, format):
    # year, month, day, hour, minute, second, microsecond, offset or None, zone or None, weekday, yday
    if not isinstance(string, str):
        raise TypeError("strptime() argument 1 must be str, not %s" % type(string).__name__)
    if not isinstance(format, str):
        raise TypeError("strptime() argument 2 must be str, not %s" % type(format).__name__)
    found = {}
    end = _match_numbers(string, format, found)
    if end is None:
        found = {}
        end = _match(string, 0, format, found)
    if end is None:
        raise ValueError("time data %r does not match format %r" % (string, format))
    if end != len(string):
        raise ValueError("unconverted data remains: %s" % string[end:])
    year = found.get("Y")
    if year is None and "y" in found:
        year = found["y"] + (2000 if found["y"] < 69 else 1900)
    weekday = found.get("a")
    if "w" in found:
        weekday = (found["w"] + 6) % 7
    if "u" in found:
        weekday = found["u"] - 1
    hour = found.get("H", 0)
    if "I" in found:
        hour = found["I"] % 12 + (12 if found.get("p") == "pm" else 0)
    month, day = found.get("m", 1), found.get("d", 1)
    if "G" in found or "V" in found:
        if "G" in found and "V" in found and weekday is not None:
            first = to_ordinal(found["G"], 1, 4)
            ordinal = first - (first + 6) % 7 + (found["V"] - 1) * 7 + weekday
            year, month, day = from_ordinal(ordinal)
        elif "G" in found:
            raise ValueError(
                "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u')."
            )
        else:
            raise ValueError(
                "ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u')."
            )
    leap_default = year is None and month == 2 and day == 29
    full = 1904 if leap_default else 1900 if year is None else year
    if "j" in found:
        year, month, day = from_ordinal(to_ordinal(full, 1, 1) + found["j"] - 1)
        full = year
    elif ("U" in found or "W" in found) and weekday is not None and year is not None:
        first = (to_ordinal(year, 1, 1) + 6) % 7
        if "U" in found:
            yday = (found["U"] - 1) * 7 + (7 - (first + 1) % 7) % 7 + (weekday + 1) % 7 + (0 if (first + 1) % 7 else 7) + 1
            if (first + 1) % 7 == 0:
                yday = (found["U"] - 1) * 7 + (weekday + 1) % 7 + 1
        else:
            yday = (found["W"] - 1) * 7 + (7 - first) % 7 + weekday + 1
        year, month, day = from_ordinal(to_ordinal(year, 1, 1) + yday - 1)
        full = year
    limit = 29 if month == 2 and is_leap(full) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    if day > limit:
        raise ValueError("day is out of range for month")
    if weekday is None:
        weekday = (to_ordinal(full, month, day) + 6) % 7
    second = found.get("S", 0)
    return (
        1900 if leap_default else full,
        month,
        day,
        hour,
        found.get("M", 0),
        second,
        found.get("f", 0),
        found.get("z"),
        found.get("Z"),
        weekday,
        day_of_year(full, month, day),
    )


def from_ordinal(ordinal):
    # The proleptic Gregorian calendar; ordinal 1 is the first of January of year 1.
    # Reckoned from the first of March of year 0: the leap day is the last of its year.
    n = ordinal + 305
    era = n // 146097
    n %= 146097
    year = (n - n // 1460 + n // 36524 - n // 146096) // 365
    n -= 365 * year + year // 4 - year // 100
    month = (5 * n + 2) // 153
    day = n - (153 * month + 2) // 5 + 1
    year += era * 400
    return (year, month + 3, day) if month < 10 else (year + 1, month - 9, day)
