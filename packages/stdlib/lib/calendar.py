from _calendar_text import DAYS as _DAYS, MONTHS as _MONTHS, is_leap, to_ordinal

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE, JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER = range(1, 13)
January, February = 1, 2

day_name = list(_DAYS)
day_abbr = [name[:3] for name in _DAYS]
month_name = [""] + list(_MONTHS)
month_abbr = [name[:3] for name in month_name]
mdays = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

error = ValueError


class IllegalMonthError(ValueError):
    def __init__(self, month):
        super().__init__(month)
        self.month = month

    def __str__(self):
        return "bad month number %r; must be 1-12" % self.month


class IllegalWeekdayError(ValueError):
    def __init__(self, weekday):
        super().__init__(weekday)
        self.weekday = weekday

    def __str__(self):
        return "bad weekday number %r; must be 0 (Monday) to 6 (Sunday)" % self.weekday


def isleap(year):
    return is_leap(year)


def leapdays(y1, y2):
    y1 -= 1
    y2 -= 1
    return (y2 // 4 - y1 // 4) - (y2 // 100 - y1 // 100) + (y2 // 400 - y1 // 400)


def weekday(year, month, day):
    return (to_ordinal(year, month, day) + 6) % 7


def monthrange(year, month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), mdays[month] + (month == 2 and is_leap(year))


def timegm(values):
    year, month, day, hour, minute, second = values[:6]
    days = to_ordinal(year, month, 1) - 719163 + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second


class Calendar:
    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def getfirstweekday(self):
        return self.firstweekday % 7

    def setfirstweekday(self, firstweekday):
        self.firstweekday = firstweekday

    def iterweekdays(self):
        for i in range(self.firstweekday, self.firstweekday + 7):
            yield i % 7

    def _days(self, year, month):
        # Ordinals of the whole weeks that cover the month.
        first, length = monthrange(year, month)
        start = to_ordinal(year, month, 1)
        before = (first - self.firstweekday) % 7
        count = (before + length + 6) // 7 * 7
        return start, length, before, count

    def itermonthdates(self, year, month):
        from datetime import date

        for y, m, d in self.itermonthdays3(year, month):
            yield date(y, m, d)

    def itermonthdays(self, year, month):
        start, length, before, count = self._days(year, month)
        for i in range(count):
            day = i - before + 1
            yield day if 1 <= day <= length else 0

    def itermonthdays2(self, year, month):
        for i, day in enumerate(self.itermonthdays(year, month)):
            yield day, (self.firstweekday + i) % 7

    def itermonthdays3(self, year, month):
        start, length, before, count = self._days(year, month)
        previous = (year, month - 1) if month > 1 else (year - 1, 12)
        following = (year, month + 1) if month < 12 else (year + 1, 1)
        previous_length = mdays[previous[1]] + (previous[1] == 2 and is_leap(previous[0]))
        for i in range(count):
            day = i - before + 1
            if day < 1:
                yield previous + (previous_length + day,)
            elif day > length:
                yield following + (day - length,)
            else:
                yield year, month, day

    def itermonthdays4(self, year, month):
        for i, (y, m, d) in enumerate(self.itermonthdays3(year, month)):
            yield y, m, d, (self.firstweekday + i) % 7

    def _weeks(self, days):
        days = list(days)
        return [days[i : i + 7] for i in range(0, len(days), 7)]

    def monthdatescalendar(self, year, month):
        return self._weeks(self.itermonthdates(year, month))

    def monthdays2calendar(self, year, month):
        return self._weeks(self.itermonthdays2(year, month))

    def monthdayscalendar(self, year, month):
        return self._weeks(self.itermonthdays(year, month))

    def _year(self, function, year, width):
        months = [function(year, month) for month in range(1, 13)]
        return [months[i : i + width] for i in range(0, 12, width)]

    def yeardatescalendar(self, year, width=3):
        return self._year(self.monthdatescalendar, year, width)

    def yeardays2calendar(self, year, width=3):
        return self._year(self.monthdays2calendar, year, width)

    def yeardayscalendar(self, year, width=3):
        return self._year(self.monthdayscalendar, year, width)


def _center(text, width):
    # As CPython's str.center: of an odd rest, the left side gets more where the width is odd.
    rest = width - len(text)
    if rest <= 0:
        return text
    left = rest // 2 + (rest & width & 1)
    return " " * left + text + " " * (rest - left)


class TextCalendar(Calendar):
    def prweek(self, week, width):
        print(self.formatweek(week, width), end="")

    def formatday(self, day, weekday, width):
        return _center("" if day == 0 else "%2d" % day, width)

    def formatweek(self, week, width):
        return " ".join([self.formatday(d, wd, width) for d, wd in week])

    def formatweekday(self, day, width):
        names = day_name if width >= 9 else day_abbr
        return _center(names[day][:width], width)

    def formatweekheader(self, width):
        return " ".join([self.formatweekday(i, width) for i in self.iterweekdays()])

    def formatmonthname(self, year, month, width, withyear=True):
        text = month_name[month]
        return _center("%s %r" % (text, year) if withyear else text, width)

    def prmonth(self, year, month, w=0, l=0):
        print(self.formatmonth(year, month, w, l), end="")

    def formatmonth(self, year, month, w=0, l=0):
        w = max(2, w)
        l = max(1, l)
        text = self.formatmonthname(year, month, 7 * (w + 1) - 1).rstrip() + "\n" * l
        text += self.formatweekheader(w).rstrip() + "\n" * l
        for week in self.monthdays2calendar(year, month):
            text += self.formatweek(week, w).rstrip() + "\n" * l
        return text

    def formatyear(self, year, w=2, l=1, c=6, m=3):
        w = max(2, w)
        l = max(1, l)
        c = max(2, c)
        width = (w + 1) * 7 - 1
        out = [_center(repr(year), width * m + c * (m - 1)).rstrip(), "\n" * l]
        header = self.formatweekheader(w)
        for i, row in enumerate(self.yeardays2calendar(year, m)):
            months = range(m * i + 1, min(m * (i + 1) + 1, 13))
            out.append("\n" * l)
            out.append(_columns([self.formatmonthname(year, k, width, False) for k in months], width, c).rstrip())
            out.append("\n" * l)
            out.append(_columns([header for k in months], width, c).rstrip())
            out.append("\n" * l)
            height = max([len(month) for month in row])
            for j in range(height):
                weeks = [self.formatweek(month[j], w) if j < len(month) else "" for month in row]
                out.append(_columns(weeks, width, c).rstrip())
                out.append("\n" * l)
        return "".join(out)

    def pryear(self, year, w=0, l=0, c=6, m=3):
        print(self.formatyear(year, w, l, c, m), end="")


def _columns(columns, width, spacing):
    return (" " * spacing).join([_center(text, width) for text in columns])


class HTMLCalendar(Calendar):
    cssclasses = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    cssclass_noday = "noday"
    cssclass_month = "month"
    cssclass_month_head = "month"

    def formatday(self, day, weekday):
        if day == 0:
            return '<td class="%s">&nbsp;</td>' % self.cssclass_noday
        return '<td class="%s">%d</td>' % (self.cssclasses[weekday], day)

    def formatweek(self, week):
        return "<tr>%s</tr>" % "".join([self.formatday(d, wd) for d, wd in week])

    def formatweekday(self, day):
        return '<th class="%s">%s</th>' % (self.cssclasses[day], day_abbr[day])

    def formatweekheader(self):
        return "<tr>%s</tr>" % "".join([self.formatweekday(i) for i in self.iterweekdays()])

    def formatmonthname(self, year, month, withyear=True):
        text = "%s %s" % (month_name[month], year) if withyear else month_name[month]
        return '<tr><th colspan="7" class="%s">%s</th></tr>' % (self.cssclass_month_head, text)

    def formatmonth(self, year, month, withyear=True):
        parts = ['<table border="0" cellpadding="0" cellspacing="0" class="%s">' % self.cssclass_month]
        parts.append(self.formatmonthname(year, month, withyear))
        parts.append(self.formatweekheader())
        parts.extend([self.formatweek(week) for week in self.monthdays2calendar(year, month)])
        parts.append("</table>")
        return "\n".join(parts) + "\n"


_default = TextCalendar()
firstweekday = _default.getfirstweekday
monthcalendar = _default.monthdayscalendar
prweek = _default.prweek
week = _default.formatweek
weekheader = _default.formatweekheader
prmonth = _default.prmonth
month = _default.formatmonth
calendar = _default.formatyear
prcal = _default.pryear


def setfirstweekday(firstweekday):
    if not MONDAY <= firstweekday <= SUNDAY:
        raise IllegalWeekdayError(firstweekday)
    _default.firstweekday = firstweekday
